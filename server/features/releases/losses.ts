import type { Sql } from 'postgres';
import { type Problem, problem } from '#domain/problem';
import { type GroundLoss, hectaresToConfirm } from '#domain/release/ground-loss';
import { isPlan } from '#domain/zoning/is-plan';
import { isCompared, measureLoss } from '../compare/index.ts';
import type { ItemRow } from './queries.ts';

/** A loss was measured against what was in force at the check: something else by now is compared anew. */
export function refuseOldCheck(items: readonly ItemRow[]): Problem | null {
  const other = items.find(
    (item) => item.kind !== 'rules' && item.versionId !== item.inForce && item.comparedWith !== item.inForce,
  );
  return other === undefined ? null : problem('comparedWithOther', { layerId: other.layerId });
}

/** What an item does to what is in force on a day. */
export interface Weighed {
  readonly layerId: string;
  readonly versionId: string | null;
  readonly inForce: string | null;
  /** False: nobody could look at what it changes. */
  readonly isCompared: boolean;
  readonly loss: GroundLoss | null;
}

/**
 * What each item takes away on a day. The check measured against what was in force on its own day; where another version is in force by
 * then, the loss is that against the other one. Comparisons are read by the program: no role of staff has to reach their
 * tables, and a transaction that holds the release is no place to wait for another connection.
 * @param items as they stand on the day
 */
export async function weighItems(sql: Sql, items: readonly ItemRow[], day: string): Promise<Weighed[]> {
  const weighed: Weighed[] = [];
  for (const { layerId, kind, versionId, inForce, comparedWith, loss } of items) {
    const one = { layerId, versionId, inForce };
    if (kind === 'rules' || versionId === null || versionId === inForce) {
      weighed.push({ ...one, isCompared: true, loss: null });
      continue;
    }
    const isKept = await isCompared(sql, inForce, versionId);
    const isMeasured = comparedWith === inForce;
    const measured =
      isMeasured || !isKept
        ? loss
        : ((await measureLoss(sql, inForce, { versionId, isPlan: isPlan(kind) }, day))?.loss ?? null);
    weighed.push({ ...one, isCompared: isKept, loss: measured });
  }
  return weighed;
}

/** Whether items are still what was weighed. */
export const areWeighed = (items: readonly ItemRow[], weighed: readonly Weighed[]): boolean =>
  items.length === weighed.length &&
  items.every((item) =>
    weighed.some(
      (one) =>
        one.layerId === item.layerId && one.versionId === item.versionId && one.inForce === item.inForce,
    ),
  );

/** The hectares that whoever approves repeats; null: none. */
export const hectaresOf = (weighed: readonly Weighed[]): number | null =>
  hectaresToConfirm(weighed.map(({ loss }) => loss));

/** Nothing large goes unseen: whoever approves repeats the number of hectares that will be lost. */
export function refuseLoss(weighed: readonly Weighed[], confirmed: number | undefined): Problem | null {
  const hectares = hectaresOf(weighed);
  return hectares === null || hectares === confirmed ? null : problem('lossNotConfirmed', { hectares });
}

/** Nothing is approved that nobody could compare. */
export function refuseUncompared(weighed: readonly Weighed[], day: string): Problem | null {
  const unseen = weighed.find(({ isCompared }) => !isCompared);
  return unseen === undefined ? null : problem('comparisonMissing', { layerId: unseen.layerId, day });
}
