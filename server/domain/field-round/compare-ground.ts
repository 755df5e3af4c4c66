import * as z from 'zod/mini';
import type { LngLat } from '../geo/lng-lat.ts';
import { type Ground, groundAreaM2, largestDistanceM, ringOf } from './outline.ts';

/** How a measured plot stands beside the one that was applied for. */
export const comparisonSchema = z.strictObject({
  appliedAreaM2: z.number(),
  measuredAreaM2: z.number(),
  /** Measured less applied. */
  differenceM2: z.number(),
  /** Of the applied area. */
  differencePct: z.number(),
  /** Between the outlines, where they lie furthest apart. */
  largestDistanceM: z.number(),
  /** Of the least certain corner; null where it is not known. */
  accuracyM: z.nullable(z.number()),
  /** The outlines lie no further apart than the measurement is certain; null where that is not known. */
  isWithinAccuracy: z.nullable(z.boolean()),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** Compares a measured outline with the ground that was applied for. */
export function compareGround(
  applied: Ground,
  measured: { readonly corners: readonly LngLat[]; readonly accuracyM: number | null },
): Comparison {
  const outline: Ground = [[ringOf(measured.corners)]];
  const [appliedAreaM2, measuredAreaM2] = [groundAreaM2(applied), groundAreaM2(outline)];
  const differenceM2 = measuredAreaM2 - appliedAreaM2;
  const distance = largestDistanceM(applied, outline);
  return {
    appliedAreaM2: rounded(appliedAreaM2),
    measuredAreaM2: rounded(measuredAreaM2),
    differenceM2: rounded(differenceM2),
    differencePct: rounded((100 * differenceM2) / appliedAreaM2),
    largestDistanceM: rounded(distance),
    accuracyM: measured.accuracyM,
    isWithinAccuracy: measured.accuracyM === null ? null : distance <= measured.accuracyM,
  };
}

/** Two decimals: what is printed is what is stored. */
const rounded = (value: number): number => Math.round(value * 100) / 100;
