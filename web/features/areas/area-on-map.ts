import type { BBox } from '#domain/geo/lng-lat';

/** Pixels of a phone that an area has to fit into. */
const SCREEN = 360;
/** MapLibre's world at zoom 0, pixels. */
const WORLD = 512;

/** The map with an area in view: its middle, and the zoom at which its longer side fits a phone. */
export function areaOnMapHref([west, south, east, north]: BBox, on: string | null): string {
  const side = Math.max(east - west, north - south, 0.0005);
  const zoom = Math.min(17, Math.log2((SCREEN * 360) / (WORLD * side)));
  const centre = `${((west + east) / 2).toFixed(5)},${((south + north) / 2).toFixed(5)}`;
  const path = `/?c=${centre}&z=${zoom.toFixed(2)}`;
  return on === null ? path : `${path}&on=${on}`;
}
