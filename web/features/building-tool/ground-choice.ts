import type { LngLat } from '#domain/geo/lng-lat';
import type { GroundQuestion } from '../../lib/building-api.ts';

/** Corners that an address can carry; a longer outline is not shared, only kept until the tool is closed. */
const MOST_IN_ADDRESS = 24;

/** The ground in the tool's address: a parcel number, or the corners of an outline; empty when it does not fit. */
export function writeGround(ground: GroundQuestion): string {
  if ('parcel' in ground) return ground.parcel.nib;
  const corners = ground.geometry.type === 'Polygon' ? (ground.geometry.coordinates[0] ?? []) : [];
  if (corners.length === 0 || corners.length > MOST_IN_ADDRESS) return '';
  return `o${corners
    .slice(0, -1)
    .map(([lng = 0, lat = 0]) => `${lng.toFixed(7)},${lat.toFixed(7)}`)
    .join('_')}`;
}

/** The ground that an address names; null when it names none. */
export function readGround(text: string): GroundQuestion | null {
  if (/^\d{5,40}$/.test(text)) return { parcel: { nib: text } };
  if (!text.startsWith('o')) return null;
  const corners = text
    .slice(1)
    .split('_')
    .map((pair) => /^(-?\d{1,3}(?:\.\d{1,9})?),(-?\d{1,2}(?:\.\d{1,9})?)$/.exec(pair))
    .map((found): LngLat | null => (found === null ? null : [Number(found[1]), Number(found[2])]));
  const read = corners.filter((corner) => corner !== null);
  return read.length < 3 || read.length < corners.length ? null : outlineOf(read);
}

/** A drawn outline as a question; its first corner is repeated at the end. */
export const outlineOf = (
  corners: readonly LngLat[],
): GroundQuestion & { geometry: { type: 'Polygon' } } => ({
  geometry: { type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)]] },
});
