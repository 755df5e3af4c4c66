import type { ReservedSql } from 'postgres';
import { fail, ok, type Result } from '#domain/result';
import { isDrawnKind } from '../../../tiles/layers/index.ts';
import { calendarDay } from '../../platform/clock.ts';
import { audit } from '../log/index.ts';
import { commitWithArchives } from './commit-archives.ts';
import { type MadeArchive, makeArchive } from './make-archive.ts';
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
import { findVersion, layerExists, type Publication, publicationsOf } from './queries.ts';

/** Versions of several layers that go in force at once, such as zones with the rules that explain them. */
export interface PublishTogether<P> {
  readonly orders: readonly PublishOrder[];
  /** Asked under the lock of publishers before any tile is made; a problem ends it. */
  readonly guard?: ((connection: ReservedSql) => Promise<P | null>) | undefined;
  /** Writes what belongs to the publications into their transaction; in the order of `orders`. */
  readonly settle?:
    | ((connection: ReservedSql, publicationIds: readonly string[]) => Promise<void>)
    | undefined;
}

interface Prepared {
  readonly order: PublishOrder;
  readonly earlier: readonly Publication[];
  readonly made: MadeArchive | undefined;
}

/**
 * Puts versions of several layers in force: all tiles first, then one transaction with the records of the archives and,
 * last, the pointers. All of them or none. A layer that is not for everybody gets no tiles.
 */
export async function publishTogether<P = never>(
  deps: PublishDeps,
  { orders, guard, settle }: PublishTogether<P>,
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
      const one = await prepare(deps, connection, order);
      if (!one.ok) return one;
      prepared.push(one.value);
    }
    const made = prepared.flatMap((one) => one.made ?? []);
    const ids = await commitWithArchives(deps.tilesDirectory, connection, made, async () => {
      const recorded: string[] = [];
      for (const order of orders) recorded.push(await recordPublished(deps, connection, order));
      await settle?.(connection, recorded);
      return recorded;
    });
    const today = calendarDay(deps.clock.now(), deps.city.timeZone);
    return ok(prepared.map((one, index) => describe(one, ids[index] ?? '', today)));
  });
}

async function prepare(
  { tilesDirectory }: PublishDeps,
  connection: ReservedSql,
  order: PublishOrder,
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
  if (onThatDay?.versionId === versionId && onThatDay.validFrom === validFrom) {
    return fail({ code: 'alreadyInForce', versionId, validFrom });
  }
  if (!version.isOpen || !isDrawnKind(version.kind)) return ok({ order, earlier, made: undefined });
  const predecessor = (onThatDay ?? earlier.at(-1))?.versionId;
  const made = await makeArchive(tilesDirectory, connection, version, version.kind, versionId, predecessor);
  return made.ok ? ok({ order, earlier, made: made.value }) : made;
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

function describe({ order, earlier, made }: Prepared, publicationId: string, today: string): Published {
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
