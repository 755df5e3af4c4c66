/** Units along one side of a tile, as the vector tile specification counts them. */
export const TILE_EXTENT = 4096;
const EXTENT_BITS = 12;

/** Units that a tile reaches over its edge, so that outlines and joins are drawn without a seam. */
export const TILE_BUFFER = 64;

/** Units along one side of the whole Web Mercator square (EPSG:3857) at a zoom. */
export const worldUnits = (zoom: number): number => 2 ** (zoom + EXTENT_BITS);

/** Tile column or row that holds a unit coordinate. */
export const tileIndex = (unit: number): number => unit >> EXTENT_BITS;

/** Longitude in degrees to units east of the antimeridian. */
export const gridX = (lng: number, world: number): number => Math.round((lng / 360 + 0.5) * world);

/** Latitude in degrees (WGS 84) to units south of the northern edge of the Web Mercator square. */
export function gridY(lat: number, world: number): number {
  const sine = Math.min(Math.max(Math.sin((lat * Math.PI) / 180), -0.9999), 0.9999);
  return Math.round((0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI) * world);
}

/** Units to longitude in degrees. */
export const gridLng = (x: number, world: number): number => (x / world - 0.5) * 360;

/** Units to latitude in degrees. */
export const gridLat = (y: number, world: number): number =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / world))) * 180) / Math.PI;
