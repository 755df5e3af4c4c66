import type { LngLat } from '../geo/lng-lat.ts';
import { roundLngLat } from '../geo/lng-lat.ts';

/** One reading of a receiver. */
export interface Reading {
  readonly at: LngLat;
  readonly accuracyM: number;
}

/** Readings that a place should be the mean of before it is taken. */
export const ENOUGH_READINGS = 10;

/**
 * The mean of readings, each weighed by its certainty.
 *
 * The accuracy given is the best one of a single reading: errors of a receiver that stands still hang together for minutes
 * (clouds, walls, the same satellites), so dividing by the square root of their number would promise what nobody measured.
 */
export function averagePlace(readings: readonly Reading[]): Reading | null {
  const usable = readings.filter(({ accuracyM }) => accuracyM > 0 && Number.isFinite(accuracyM));
  if (usable.length === 0) return null;
  let [weights, lng, lat] = [0, 0, 0];
  for (const { at, accuracyM } of usable) {
    const weight = 1 / accuracyM ** 2;
    weights += weight;
    lng += at[0] * weight;
    lat += at[1] * weight;
  }
  return {
    at: roundLngLat([lng / weights, lat / weights]),
    accuracyM: Math.min(...usable.map((reading) => reading.accuracyM)),
  };
}
