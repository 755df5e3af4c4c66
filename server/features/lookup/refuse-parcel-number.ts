import { type Problem, problem } from '#domain/problem';
import type { Queryable } from '../../platform/db.ts';
import { countGroundsOfNumber } from './queries.ts';

/**
 * Why a NIB bidang does not say which ground is meant: no parcel in force carries it (`parcelUnknown`), or parcels with
 * different outlines do (`parcelAmbiguous`), of which none is chosen; null when it names one.
 */
export async function refuseParcelNumber(sql: Queryable, nib: string, on: string): Promise<Problem | null> {
  const count = await countGroundsOfNumber(sql, nib, on);
  if (count === 0) return problem('parcelUnknown', { nib, on });
  return count === 1 ? null : problem('parcelAmbiguous', { nib, count });
}
