import type { Map as MapLibreMap } from 'maplibre-gl';
import { HATCH_INKS, HATCHES, type HatchInk } from '../../ui/hatches.ts';

const PREFIX = 'hatch:';
/** Pixels of the image for one of the screen: sharp on a phone, too. */
const HATCH_PIXEL_RATIO = 2;

/** The name under which the style asks for a pattern. */
export const hatchImage = (hatch: string, ink: HatchInk): string => `${PREFIX}${hatch}:${ink}`;

/** The pattern as an image, drawn here: nothing is fetched. Null for a name that is no pattern. */
function drawHatch(imageName: string): ImageData | null {
  const [, name = '', ink = ''] = imageName.startsWith(PREFIX) ? imageName.split(':') : [];
  const hatch = HATCHES.get(name);
  const color = ink === 'dark' || ink === 'light' ? HATCH_INKS[ink] : undefined;
  if (hatch === undefined || color === undefined) return null;
  const side = hatch.size * HATCH_PIXEL_RATIO;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.scale(side / 10, side / 10);
  context.lineWidth = hatch.width;
  context.lineCap = 'round';
  context.strokeStyle = color;
  context.stroke(new Path2D(hatch.path));
  return context.getImageData(0, 0, side, side);
}

/** Gives a map the patterns that its style names, when it first draws them. */
export function resolveHatches(map: MapLibreMap): void {
  map.setMissingStyleImageResolver((name) => {
    const image = drawHatch(name);
    if (image !== null) map.addImage(name, image, { pixelRatio: HATCH_PIXEL_RATIO });
  });
}
