import { createHash } from 'node:crypto';
import { type Problem, problem } from '#domain/problem';
import { problemDetail } from '#domain/problem-text';
import { type Consequence, type ConsequenceList, toAcknowledge, weighDay } from '#domain/release/consequence';
import type { ReleaseKind } from '#domain/release/release';
import { calendarDay } from '../../platform/clock.ts';
import type { Queryable } from '../../platform/db.ts';
import { findGaps } from './gaps/find-gaps.ts';
import { hectaresOf, weighItems } from './losses.ts';
import { type ItemRow, itemsOf, type ReleaseRow } from './queries.ts';
import type { ReleaseDeps } from './release-deps.ts';
import { registerKey } from './standing/queries.ts';

/** Whether an item changes what is in force on the day that its row was read for, or for whom it is. */
export const isChange = (
  kind: ReleaseKind,
  item: Pick<ItemRow, 'versionId' | 'inForce' | 'inForceClass' | 'accessClass'>,
): boolean =>
  item.versionId !== item.inForce ||
  item.inForceClass !== (kind === 'opening' ? 'terbuka' : item.accessClass);

/** Whether it can change something on some day: what is in force today may be replaced by something else later on. */
export const mayChange = (
  kind: ReleaseKind,
  item: Parameters<typeof isChange>[1] & Pick<ItemRow, 'nextDay'>,
): boolean => isChange(kind, item) || item.nextDay !== null;

/**
 * What stands in the way of publishing these items from a day: asked before the approval, at the approval, and again under
 * the lock of publishers.
 * @param items as they stand on that day
 */
export async function refusePublishing(
  tx: Queryable,
  kind: ReleaseKind,
  items: readonly ItemRow[],
  validFrom: string,
): Promise<Problem | null> {
  const moved = items.find(
    (item) =>
      item.basePublicationId !== item.newestPublicationId ||
      // An opening is about what is in force; another day may have brought something else.
      (kind === 'opening' && item.versionId !== item.inForce),
  );
  if (moved !== undefined) return problem('baseChanged', { layerId: moved.layerId });
  if (!items.some((item) => isChange(kind, item))) return problem('nothingChangesOn', { day: validFrom });
  const gaps = await findGaps(
    tx,
    items.map(({ layerId, versionId }) => ({ layerId, versionId: versionId ?? '' })),
    validFrom,
  );
  return gaps.length > 0 ? problem('releaseBlocked', { count: gaps.length }) : null;
}

/** An opening holds from the day of its approval: a layer is open or it is not. */
export const refuseDay = (kind: ReleaseKind, validFrom: string, today: string): Problem | null =>
  kind === 'opening' && validFrom !== today ? problem('openingFromToday', { today }) : null;

/** What publishing these items from a day means; `items` as they stand on that day. */
export const consequencesOf = (
  kind: ReleaseKind,
  items: readonly ItemRow[],
  validFrom: string,
  today: string,
  decreeOn: string | null,
): Consequence[] =>
  weighDay(
    items.map((item) => ({
      layerId: item.layerId,
      title: item.layerTitle,
      isInForce: !isChange(kind, item),
      nextDay: item.nextDay,
    })),
    validFrom,
    today,
    decreeOn,
  );

/** Stands for everything that a comparison for a day is made of, and for what comes after it. */
export async function seenOn(tx: Queryable, items: readonly ItemRow[], day: string): Promise<string> {
  const own = items.map(({ layerId, versionId, nextDay }) => [layerId, versionId, nextDay]);
  return createHash('sha256')
    .update(JSON.stringify([day, await registerKey(tx, day), own]))
    .digest('hex')
    .slice(0, 16);
}

/** What an approval for a day would mean, told before it is given. */
export async function tellConsequences(
  deps: Pick<ReleaseDeps, 'sql' | 'clock' | 'city'>,
  { releaseId, kind }: Pick<ReleaseRow, 'releaseId' | 'kind'>,
  { on, decreeOn }: { readonly on?: string | undefined; readonly decreeOn?: string | undefined },
): Promise<ConsequenceList> {
  const today = calendarDay(deps.clock.now(), deps.city.timeZone);
  const day = on ?? today;
  const items = await itemsOf(deps.sql, [releaseId], day);
  const refusal = refuseDay(kind, day, today) ?? (await refusePublishing(deps.sql, kind, items, day));
  const consequences = consequencesOf(kind, items, day, today, decreeOn ?? null);
  return {
    on: day,
    refusal:
      refusal === null
        ? null
        : {
            code: refusal.code,
            text: { id: problemDetail(refusal, 'id'), en: problemDetail(refusal, 'en') },
          },
    consequences,
    hectaresToConfirm: hectaresOf(await weighItems(deps.sql, items, day)),
    toAcknowledge: toAcknowledge(consequences),
    seen: await seenOn(deps.sql, items, day),
  };
}
