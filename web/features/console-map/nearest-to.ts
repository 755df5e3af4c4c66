import type { LngLat } from '#domain/geo/lng-lat';
import { distanceM } from '#domain/geo/measure';

/** As far from a point as a finger misses it. */
const REACH_PX = 24;

/** The thing with a place that a tap meant: the nearest within a finger's breadth; null for open ground. */
export function nearestTo<T extends { readonly at: LngLat | null }>(
  things: readonly T[],
  place: LngLat,
  metresPerPixel: number,
): T | null {
  let nearest: T | null = null;
  let reach = REACH_PX * metresPerPixel;
  for (const thing of things) {
    if (thing.at === null) continue;
    const distance = distanceM(thing.at, place);
    if (distance > reach) continue;
    nearest = thing;
    reach = distance;
  }
  return nearest;
}
