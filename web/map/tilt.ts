import type { Map as MapLibreMap } from 'maplibre-gl';

/** Degrees from straight down, and a little aside, so that two sides of a volume are seen. */
const ASLANT = { pitch: 55, bearing: -25 };

/** Looks at the ground aslant or from above; at once where the reader wants no motion. */
export function tiltMap(map: MapLibreMap, isTilted: boolean, isStill: boolean): void {
  const view = isTilted ? ASLANT : { pitch: 0, bearing: 0 };
  if (map.getPitch() === view.pitch) return;
  if (isStill) map.jumpTo(view);
  else map.easeTo({ ...view, duration: 180 });
}
