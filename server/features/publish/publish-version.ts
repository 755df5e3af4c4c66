import type { ReservedSql } from 'postgres';
import type { Actor } from '#domain/log/event';
import { fail, ok, type Result } from '#domain/result';
import { isDrawnKind } from '../../../tiles/layers/index.ts';
import { type Clock, calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { audit } from '../log/index.ts';
import { commitWithArchive } from './commit-archive.ts';
import { makeArchive } from './make-archive.ts';
import type { PublishProblem, PublishWarning } from './publish-problem.ts';
import { lockedForPublishing, publishingAlone } from './publishing-alone.ts';
import {
  type ArchiveRecord,
  demoCityLayers,
  findVersion,
  layerExists,
  type Publication,
  publicationsOf,
  recordPublication,
} from './queries.ts';

/** What stands in the register with every change of what is in force. */
export interface WithdrawOrder {
  readonly layerId: string;
  /** First day in force, YYYY-MM-DD, inclusive. */
  readonly validFrom: string;
  /** 'Perwali … Nomor … Tahun …' */
  readonly decree: string;
  /** Day of the decree, YYYY-MM-DD. */
  readonly decreeOn?: string | undefined;
  readonly note?: string | undefined;
  /** Who orders it; the operator of the machine when left out. */
  readonly actor?: Actor | undefined;
}

export interface PublishOrder extends WithdrawOrder {
  readonly versionId: string;
}

export interface Published {
  readonly publicationId: string;
  /** Undefined for content that is not drawn. `isReused`: built by an earlier publication of the same version. */
  readonly archive?: ArchiveRecord & { readonly isReused: boolean };
  readonly warnings: readonly PublishWarning[];
}

type PublishDeps = Pick<Deps, 'sql' | 'clock' | 'city' | 'tilesDirectory'>;

/**
 * Puts a version in force: its tiles first, then in one transaction the record of its archive and, last, the pointer.
 * Killed at any moment, the version in force before stays so. Publishing an older version again is going back; its
 * archive is used as it is. Publishers on one database wait for each other.
 */
export async function publishVersion(
  deps: PublishDeps,
  order: PublishOrder,
): Promise<Result<Published, PublishProblem>> {
  const malformed = findMalformed(order);
  if (malformed !== undefined) return fail(malformed);
  return await publishingAlone(deps, (connection) => publishAlone(deps, connection, order));
}

/**
 * Takes a layer out of force from a day: its ground answers "no data" again. Earlier days keep what was in force on
 * them, and publishing a version puts the layer back. Nothing is deleted.
 */
export async function withdrawLayer(
  deps: Pick<Deps, 'sql' | 'clock' | 'city'>,
  order: WithdrawOrder,
): Promise<Result<Pick<Published, 'publicationId' | 'warnings'>, PublishProblem>> {
  const malformed = findMalformed(order);
  if (malformed !== undefined) return fail(malformed);
  const { layerId, validFrom } = order;
  return await lockedForPublishing(deps.sql, async (connection) => {
    if (!(await layerExists(connection, layerId))) return fail({ code: 'unknownLayer', layerId });
    const earlier = await publicationsOf(connection, layerId);
    const onThatDay = earlier.filter((p) => p.validFrom <= validFrom).at(-1);
    if (onThatDay === undefined || onThatDay.versionId === null)
      return fail({ code: 'nothingToWithdraw', layerId, validFrom });
    const publicationId = await withdraw(connection, order, deps.clock);
    const today = calendarDay(deps.clock.now(), deps.city.timeZone);
    return ok({ publicationId, warnings: warningsOfDates(earlier, validFrom, today) });
  });
}

/**
 * Withdraws every layer that the demo city brought, but the names of places, which are real.
 * @returns the ids of the layers, none when the demo city is not in force on that day
 */
export async function withdrawDemoCity(
  deps: Pick<Deps, 'sql' | 'clock' | 'city'>,
  order: Omit<WithdrawOrder, 'layerId'>,
): Promise<Result<readonly string[], PublishProblem>> {
  const malformed = findMalformed(order);
  if (malformed !== undefined) return fail(malformed);
  const layerIds = await demoCityLayers(deps.sql, order.validFrom);
  for (const layerId of layerIds) {
    const outcome = await withdrawLayer(deps, { ...order, layerId });
    if (!outcome.ok) return outcome;
  }
  return ok(layerIds);
}

/** The publication and its event; both or neither. */
async function recordPublished(connection: ReservedSql, order: PublishOrder, clock: Clock): Promise<string> {
  const { layerId, versionId, validFrom } = order;
  const publicationId = await recordOrder(connection, order, versionId);
  const facts = { layerId, versionId, publicationId, validFrom, decree: order.decree.trim() };
  await audit(connection, { kind: 'layer.published', actor: order.actor ?? 'operator', facts }, clock);
  return publicationId;
}

async function withdraw(connection: ReservedSql, order: WithdrawOrder, clock: Clock): Promise<string> {
  await connection`begin`;
  try {
    const { layerId, validFrom } = order;
    const publicationId = await recordOrder(connection, order, null);
    const facts = { layerId, publicationId, validFrom, decree: order.decree.trim() };
    await audit(connection, { kind: 'layer.withdrawn', actor: order.actor ?? 'operator', facts }, clock);
    await connection`commit`;
    return publicationId;
  } catch (error) {
    await connection`rollback`.catch(() => {});
    throw error;
  }
}

const recordOrder = (
  connection: ReservedSql,
  { layerId, validFrom, decree, decreeOn, note }: WithdrawOrder,
  versionId: string | null,
): Promise<string> =>
  recordPublication(connection, {
    layerId,
    versionId,
    validFrom,
    decree: decree.trim(),
    decreeOn: decreeOn ?? null,
    note: note ?? null,
  });

function findMalformed({
  validFrom,
  decreeOn,
  decree,
}: Omit<WithdrawOrder, 'layerId'>): PublishProblem | undefined {
  if (!isDay(validFrom)) return { code: 'invalidDate', name: '--from', given: validFrom };
  if (decreeOn !== undefined && !isDay(decreeOn))
    return { code: 'invalidDate', name: '--decree-on', given: decreeOn };
  return decree.trim() === '' ? { code: 'decreeMissing' } : undefined;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

async function publishAlone(
  deps: PublishDeps,
  connection: ReservedSql,
  order: PublishOrder,
): Promise<Result<Published, PublishProblem>> {
  const { layerId, versionId, validFrom } = order;
  if (!(await layerExists(connection, layerId))) return fail({ code: 'unknownLayer', layerId });
  const version = await findVersion(connection, versionId);
  if (version === undefined) return fail({ code: 'unknownVersion', versionId });
  if (version.layerId !== layerId) {
    return fail({ code: 'versionOfOtherLayer', versionId, layerId: version.layerId });
  }
  const earlier = await publicationsOf(connection, layerId);
  const onThatDay = earlier.filter((p) => p.validFrom <= validFrom).at(-1);
  if (onThatDay?.versionId === versionId && onThatDay.validFrom === validFrom) {
    return fail({ code: 'alreadyInForce', versionId, validFrom });
  }
  const made = isDrawnKind(version.kind)
    ? await makeArchive(deps.tilesDirectory, connection, version, version.kind, versionId)
    : ok(undefined);
  if (!made.ok) return made;
  const publicationId = await commitWithArchive(deps.tilesDirectory, connection, made.value, () =>
    recordPublished(connection, order, deps.clock),
  );
  const warnings = [
    ...warningsOfDates(earlier, validFrom, calendarDay(deps.clock.now(), deps.city.timeZone)),
    ...(made.value !== undefined && made.value.omitted > 0
      ? [{ code: 'featuresLeftOut', count: made.value.omitted } as const]
      : []),
  ];
  return ok({
    publicationId,
    ...(made.value === undefined
      ? {}
      : { archive: { ...made.value.record, isReused: made.value.temporary === undefined } }),
    warnings,
  });
}

function warningsOfDates(
  earlier: readonly Publication[],
  validFrom: string,
  today: string,
): PublishWarning[] {
  const later = earlier.find((p) => p.validFrom > validFrom);
  return [
    ...(later === undefined ? [] : [{ code: 'laterPublication', ...later } as const]),
    ...(validFrom > today ? [{ code: 'fromInFuture', validFrom } as const] : []),
  ];
}
