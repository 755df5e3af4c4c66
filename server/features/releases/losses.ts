import { type Problem, problem } from '#domain/problem';
import { hectaresToConfirm } from '#domain/release/ground-loss';
import type { Queryable } from '../../platform/db.ts';
import { isCompared } from '../compare/index.ts';
import type { ItemRow } from './queries.ts';

/** A loss was measured against what was in force at the check: something else by now is compared anew. */
export function refuseOldCheck(items: readonly ItemRow[]): Problem | null {
  const other = items.find(
    (item) => item.kind !== 'rules' && item.versionId !== item.inForce && item.comparedWith !== item.inForce,
  );
  return other === undefined ? null : problem('comparedWithOther', { layerId: other.layerId });
}

/** Nothing large goes unseen: whoever approves repeats the number of hectares that will be lost. */
export function refuseLoss(items: readonly ItemRow[], confirmed: number | undefined): Problem | null {
  const hectares = hectaresToConfirm(items.map(({ loss }) => loss));
  return hectares === null || hectares === confirmed ? null : problem('lossNotConfirmed', { hectares });
}

/**
 * Nothing is approved that nobody could compare.
 * @param items as they stand on the day
 */
export async function refuseUncompared(
  sql: Queryable,
  items: readonly ItemRow[],
  day: string,
): Promise<Problem | null> {
  for (const { kind, layerId, versionId, inForce } of items) {
    if (kind === 'rules' || versionId === null || versionId === inForce) continue;
    if (!(await isCompared(sql, inForce, versionId))) return problem('comparisonMissing', { layerId, day });
  }
  return null;
}
