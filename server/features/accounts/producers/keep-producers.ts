import type { Actor } from '#domain/accounts/actor';
import type { NewProducer, Producer, ProducerChange } from '#domain/accounts/producer';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Queryable } from '../../../platform/db.ts';
import { audit } from '../../log/index.ts';
import type { AccountDeps } from '../account-deps.ts';
import { inTheNameOf } from '../in-the-name-of.ts';
import {
  insertProducer,
  isOpenProducer,
  type ProducerRow,
  readProducers,
  updateProducer,
} from './queries.ts';

type ProducerDeps = Pick<AccountDeps, 'sql' | 'clock'>;

const tell = ({ changedAt, ...row }: ProducerRow): Producer => ({
  ...row,
  changedAt: changedAt.toISOString(),
});

/** The list of agencies, or one of them. */
export const tellProducers = async (sql: Queryable, producerId: string | null = null): Promise<Producer[]> =>
  (await readProducers(sql, producerId)).map(tell);

/** Why an agency cannot be given to a layer or a person; null: it can. */
export async function refuseProducer(sql: Queryable, producerId: string | null): Promise<Problem | null> {
  if (producerId === null || (await isOpenProducer(sql, producerId))) return null;
  return problem('producerUnknown', { producerId });
}

/** One more agency. */
export async function addProducer(
  deps: ProducerDeps,
  actor: Actor,
  producer: NewProducer,
): Promise<Result<Producer, Problem>> {
  return await inTheNameOf(deps.sql, actor, async (tx) => {
    if (!(await insertProducer(tx, producer, deps.clock.now())))
      return fail(problem('producerExists', { producerId: producer.producerId }));
    return await written(deps, tx, actor, producer.producerId, true);
  });
}

/** Another name, or nothing new for it from now on. */
export async function changeProducer(
  deps: ProducerDeps,
  actor: Actor,
  producerId: string,
  revision: number,
  change: ProducerChange,
): Promise<Result<Producer, Problem>> {
  return await inTheNameOf(deps.sql, actor, async (tx) => {
    const [before] = await readProducers(tx, producerId);
    if (before === undefined) return fail(problem('notFound'));
    if (before.revision !== revision) return fail(problem('changedMeanwhile'));
    const { name = before.name, isClosed = before.isClosed } = change;
    if (name === before.name && isClosed === before.isClosed) return ok(tell(before));
    if (!(await updateProducer(tx, { producerId, name, isClosed, revision }, deps.clock.now())))
      return fail(problem('changedMeanwhile'));
    return await written(deps, tx, actor, producerId, false);
  });
}

/** The event of a change, and what the list says afterwards. */
async function written(
  { clock }: ProducerDeps,
  tx: Queryable,
  actor: Actor,
  producerId: string,
  isNew: boolean,
): Promise<Result<Producer, Problem>> {
  const [after] = await readProducers(tx, producerId);
  if (after === undefined) return fail(problem('notFound'));
  const { name, isClosed, revision } = after;
  const facts = { producerId, name, isClosed, revision, isNew };
  await audit(tx, { kind: 'producer.described', actor: `account:${actor.accountId}`, facts }, clock);
  return ok(tell(after));
}
