import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import type { LayerComparison } from '#domain/publication/comparison';
import type { Queryable } from '../../platform/db.ts';
import { withinTime } from '../../platform/within-time.ts';
import {
  type ComparedVersion,
  fillComparison,
  hasComparison,
  MOST_COMPARING_MS,
  readComparison,
  readPieces,
} from './queries.ts';

/** More changed features than this are counted and not listed. */
const MOST_FEATURES = 1000;

/** What two versions of a layer differ in; made once, read from then on. */
export async function compareLayer(
  sql: Sql,
  before: string | null,
  { versionId: after, layerId, title, kind }: ComparedVersion,
): Promise<LayerComparison> {
  const comparisonId = comparisonIdOf(before, after);
  const read = () =>
    withinTime(sql, MOST_COMPARING_MS, (tx) => readComparison(tx, comparisonId, MOST_FEATURES));
  let stored = await read();
  if (stored === undefined) {
    await fillComparison(sql, { comparisonId, before, after });
    stored = await read();
  }
  if (stored === undefined) throw new Error(`comparison ${comparisonId} was not kept`);
  return { comparisonId, layerId, title, kind, ...stored };
}

/** Makes the comparison of two versions where there is none yet. @returns its id */
export async function prepareComparison(sql: Sql, before: string | null, after: string): Promise<string> {
  const comparisonId = comparisonIdOf(before, after);
  await fillComparison(sql, { comparisonId, before, after });
  return comparisonId;
}

/** Whether two versions have been compared, so that somebody can look at it. */
export const isCompared = (sql: Queryable, before: string | null, after: string): Promise<boolean> =>
  hasComparison(sql, comparisonIdOf(before, after));

/** More pieces of ground than this are not drawn; the largest are. */
const MOST_PIECES = 5000;

/** Ground that changes, as GeoJSON; null when there is no such comparison. */
export const readChangedGround = (sql: Sql, comparisonId: string): Promise<string | null> =>
  readPieces(sql, comparisonId, MOST_PIECES);

/** Raised when `fill_comparison` finds something else than before: what an older one kept is not read again. */
const COMPARISON_REVISION = 3;

/** The same two versions have the same comparison. */
export const comparisonIdOf = (before: string | null, after: string): string =>
  createHash('sha256')
    .update(JSON.stringify([COMPARISON_REVISION, before, after]))
    .digest('hex')
    .slice(0, 16);
