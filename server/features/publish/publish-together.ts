import type { ReservedSql } from 'postgres';
import { fail, ok, type Result } from '#domain/result';
import { isDrawnKind } from '../../../tiles/layers/index.ts';
import { calendarDay } from '../../platform/clock.ts';
import { audit } from '../log/index.ts';
import type { MadeArchive } from './build-checked.ts';
import { commitWithArchives } from './commit-archives.ts';
import { makeArchive } from './make-archive.ts';
import {
  findMalformed,
  type PublishDeps,
  type Published,
  type PublishOrder,
  recordOrder,
  warningsOfDates,
} from './publish-order.ts';
import type { PublishProblem } from './publish-problem.ts';
import { publishingAlone } from './publishing-alone.ts';
import {
  findVersion,
  layerExists,
  openLayer,
  type Publication,
  publicationsOf,
  versionsWithoutArchive,
} from './queries.ts';

/** Versions of several layers that go in force at once, such as zones with the rules that explain them. */
export interface PublishTogether<P> {
  readonly orders: readonly PublishOrder[];
  /** Asked under the lock of publishers before any tile is made; a problem ends it. */
  readonly guard?: ((connection: ReservedSql) => Promise<P | null>) | undefined;
  /** Writes what belongs to the publications into their transaction; in the order of `orders`. */
  readonly settle?: ((connection: ReservedSql, published: readonly Published[]) => Promise<void>) | undefined;
  /** Layers among them that are opened for everybody with it. */
  readonly opens?: ReadonlySet<string> | undefined;
}

interface Prepared {
  readonly order: PublishOrder;
  readonly earlier: readonly Publication[];
  readonly made: MadeArchive | undefined;
  /** Of earlier versions that everybody sees again with it. */
  readonly restored: readonly MadeArchive[];
}

/**
 * Puts versions of several layers in force: all tiles first, then one transaction with the records of the archives and,
 * last, the pointers. All of them or none. A layer that is not for everybody gets no tiles; one that is opened gets those
 * of every version that was published for everybody before it was closed, or stays closed.
 */
export async function publishTogether<P = never>(
  deps: PublishDeps,
  { orders, guard, settle, opens = new Set() }: PublishTogether<P>,
): Promise<Result<readonly Published[], PublishProblem | P>> {
  for (const order of orders) {
    const malformed = findMalformed(order);
    if (malformed !== undefined) return fail(malformed);
  }
  return await publishingAlone(deps, async (connection) => {
    const refusal = await guard?.(connection);
    if (refusal !== undefined && refusal !== null) return fail(refusal);
    const prepared: Prepared[] = [];
    for (const order of orders) {
      const one = await prepare(deps, connection, order, opens.has(order.layerId));
      if (!one.ok) return one;
      prepared.push(one.value);
    }
    const made = prepared.flatMap((one) => [...one.restored, ...(one.made === undefined ? [] : [one.made])]);
    const today = calendarDay(deps.clock.now(), deps.city.timeZone);
    const published = await commitWithArchives(deps.tilesDirectory, connection, made, async () => {
      const recorded: Published[] = [];
      for (const one of prepared) {
        if (opens.has(one.order.layerId)) await recordOpening(deps, connection, one.order);
        recorded.push(describe(one, await recordPublished(deps, connection, one.order), today));
      }
      await settle?.(connection, recorded);
      return recorded;
    });
    return ok(published);
  });
}

async function prepare(
  { tilesDirectory }: PublishDeps,
  connection: ReservedSql,
  order: PublishOrder,
  isOpening: boolean,
): Promise<Result<Prepared, PublishProblem>> {
  const { layerId, versionId, validFrom } = order;
  if (!(await layerExists(connection, layerId))) return fail({ code: 'unknownLayer', layerId });
  const version = await findVersion(connection, versionId);
  if (version === undefined) return fail({ code: 'unknownVersion', versionId });
  if (version.layerId !== layerId) {
    return fail({ code: 'versionOfOtherLayer', versionId, layerId: version.layerId });
  }
  const earlier = await publicationsOf(connection, layerId);
  const onThatDay = earlier.filter((p) => p.validFrom <= validFrom).at(-1);
  const accessClass = isOpening ? 'terbuka' : version.accessClass;
  // An opening is written down by its decree even where the very same was published on the same day before.
  if (
    !isOpening &&
    onThatDay?.versionId === versionId &&
    onThatDay.validFrom === validFrom &&
    onThatDay.accessClass === accessClass
  ) {
    return fail({ code: 'alreadyInForce', versionId, validFrom });
  }
  const { kind } = version;
  if (accessClass !== 'terbuka' || !isDrawnKind(kind))
    return ok({ order, earlier, made: undefined, restored: [] });
  const restored: MadeArchive[] = [];
  const hidden = isOpening ? await versionsWithoutArchive(connection, layerId) : [];
  for (const earlierId of hidden.filter((id) => id !== versionId)) {
    const again = await makeArchive(tilesDirectory, connection, version, kind, earlierId);
    if (!again.ok) return again;
    restored.push(again.value);
  }
  const predecessor = (onThatDay ?? earlier.at(-1))?.versionId;
  const made = await makeArchive(tilesDirectory, connection, version, kind, versionId, predecessor);
  return made.ok ? ok({ order, earlier, made: made.value, restored }) : made;
}

/** The layer is for everybody from now on, and whoever approved it is named for it. */
async function recordOpening(
  { clock }: PublishDeps,
  connection: ReservedSql,
  { layerId, actor }: PublishOrder,
): Promise<void> {
  const revision = await openLayer(connection, layerId, clock.now());
  if (revision === undefined) return;
  const facts = { layerId, revision, fields: ['accessClass'], accessClass: 'terbuka', isNew: false };
  await audit(connection, { kind: 'layer.described', actor: actor ?? 'operator', facts }, clock);
}

/** The publication and its event; both or neither. */
async function recordPublished(
  { clock }: PublishDeps,
  connection: ReservedSql,
  order: PublishOrder,
): Promise<string> {
  const { layerId, versionId, validFrom } = order;
  const publicationId = await recordOrder(connection, order, versionId);
  const facts = { layerId, versionId, publicationId, validFrom, decree: order.decree.trim() };
  await audit(connection, { kind: 'layer.published', actor: order.actor ?? 'operator', facts }, clock);
  return publicationId;
}

function describe(
  { order, earlier, made }: Omit<Prepared, 'restored'>,
  publicationId: string,
  today: string,
): Published {
  return {
    publicationId,
    ...(made === undefined
      ? {}
      : {
          archive: {
            ...made.record,
            isReused: made.temporary === undefined,
            madeCount: made.madeCount,
          },
        }),
    warnings: [
      ...warningsOfDates(earlier, order.validFrom, today),
      ...(made !== undefined && made.omitted > 0
        ? [{ code: 'featuresLeftOut', count: made.omitted } as const]
        : []),
    ],
  };
}
