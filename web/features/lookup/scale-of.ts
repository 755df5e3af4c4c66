import type { MapView } from '../../map/map-port.ts';

/** Length of the equator in the web map's projection, metres. */
const EQUATOR_M = 40_075_016.686;
const TILE_PIXELS = 512;
const WIDEST_PIXELS = 96;

/** The longest round length (1, 2 or 5 with noughts) that fits into the scale bar, in the middle of the view. */
export function scaleOf(view: MapView): { metres: number; pixels: number } {
  const metresPerPixel = metresAcross(view, 1);
  const widest = WIDEST_PIXELS * metresPerPixel;
  const power = 10 ** Math.floor(Math.log10(widest));
  const metres = power * ([5, 2, 1].find((step) => step * power <= widest) ?? 1);
  return { metres, pixels: Math.round(metres / metresPerPixel) };
}

/** Metres on the ground across some pixels, in the middle of the view. */
export function metresAcross({ centre, zoom }: MapView, pixels: number): number {
  return (pixels * EQUATOR_M * Math.cos((centre[1] * Math.PI) / 180)) / (TILE_PIXELS * 2 ** zoom);
}
