import type { ReservedSql } from 'postgres';
import { fail, ok, type Result } from '#domain/result';
import { type Clock, calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { audit } from '../log/index.ts';
import {
  findMalformed,
  type PublishDeps,
  type Published,
  type PublishOrder,
  recordOrder,
  type WithdrawOrder,
  warningsOfDates,
} from './publish-order.ts';
import type { PublishProblem } from './publish-problem.ts';
import { publishTogether } from './publish-together.ts';
import { lockedForPublishing } from './publishing-alone.ts';
import { demoCityLayers, layerExists, publicationsOf } from './queries.ts';

/**
 * Puts a version in force: its tiles first, then in one transaction the record of its archive and, last, the pointer.
 * Killed at any moment, the version in force before stays so. Publishing an older version again is going back; its
 * archive is used as it is. Publishers on one database wait for each other.
 */
export async function publishVersion(
  deps: PublishDeps,
  order: PublishOrder,
): Promise<Result<Published, PublishProblem>> {
  const outcome = await publishTogether(deps, { orders: [order] });
  if (!outcome.ok) return outcome;
  const [published] = outcome.value;
  if (published === undefined) throw new Error('one order gives one publication');
  return ok(published);
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
