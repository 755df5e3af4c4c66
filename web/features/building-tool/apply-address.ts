import type { GroundQuestion } from '../../lib/building-api.ts';

/** Corners that an address carries to the form; a longer outline is uploaded there as a file. */
const MOST_CORNERS = 150;

/** Where a KRK is asked for about this ground; null for ground that is not one outline, or has too many corners. */
export function applyAddress(ground: GroundQuestion): string | null {
  if ('parcel' in ground) return `/krk/ajukan?bidang=${encodeURIComponent(ground.parcel.nib)}`;
  const { type, coordinates } = ground.geometry;
  const [polygon, other] = type === 'Polygon' ? [coordinates] : coordinates;
  const [ring, hole] = polygon ?? [];
  if (ring === undefined || hole !== undefined || other !== undefined || ring.length > MOST_CORNERS)
    return null;
  const corners = ring.slice(0, -1).map(([lng = 0, lat = 0]) => `${lng.toFixed(7)},${lat.toFixed(7)}`);
  return `/krk/ajukan?tanah=${corners.join(';')}`;
}
