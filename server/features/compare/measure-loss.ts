import type { Sql } from 'postgres';
import type { GroundLoss, LostPiece } from '#domain/release/ground-loss';
import { prepareComparison } from './compare-layer.ts';
import { measureLostGround } from './queries.ts';

/** More pieces of lost ground are counted and not listed. */
const MOST_PIECES = 20_000;

/** What one draft takes away from the version in force, with the largest pieces. */
export interface MeasuredLoss {
  readonly loss: GroundLoss;
  readonly pieces: readonly LostPiece[];
  readonly pieceCount: number;
}

/**
 * What a draft takes away from the version in force; null when none is. The comparison of both is kept for whoever
 * decides.
 * @param day the outline of the city is the one in force on it, YYYY-MM-DD
 */
export async function measureLoss(
  sql: Sql,
  before: string | null,
  after: { readonly versionId: string; readonly isPlan: boolean },
  day: string,
): Promise<MeasuredLoss | null> {
  const comparisonId = await prepareComparison(sql, before, after.versionId);
  if (before === null) return null;
  const row = await measureLostGround(sql, comparisonId, { isPlan: after.isPlan, day, limit: MOST_PIECES });
  if (row === undefined) throw new Error(`comparison ${comparisonId} was not kept`);
  const { pieces, pieceCount, ...measures } = row;
  return { loss: { beforeVersion: before, ...measures }, pieces, pieceCount };
}
