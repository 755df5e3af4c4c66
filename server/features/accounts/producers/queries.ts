import type { NewProducer, Producer } from '#domain/accounts/producer';
import type { Queryable } from '../../../platform/db.ts';

export interface ProducerRow extends Omit<Producer, 'changedAt'> {
  readonly changedAt: Date;
}

/** The agencies by name, or one of them, with how much names them. */
export async function readProducers(
  sql: Queryable,
  producerId: string | null = null,
): Promise<ProducerRow[]> {
  return await sql<ProducerRow[]>`
    select p.producer_id as "producerId", p.name, p.is_closed as "isClosed", p.revision, p.changed_at as "changedAt",
           (select count(*)::int from layer l where l.producer_id = p.producer_id) as "layerCount",
           (select count(*)::int from account a where a.producer_id = p.producer_id and a.disabled_at is null)
             as "peopleCount"
    from producer p
    where ${producerId}::text is null or p.producer_id = ${producerId}
    order by p.is_closed, p.name, p.producer_id`;
}

/** True for an agency of the list that new things may be given to. */
export async function isOpenProducer(sql: Queryable, producerId: string): Promise<boolean> {
  return (await sql`select from producer where producer_id = ${producerId} and not is_closed`).length === 1;
}

/** @returns false when there is one of that code */
export async function insertProducer(sql: Queryable, producer: NewProducer, now: Date): Promise<boolean> {
  const { count } = await sql`
    insert into producer (producer_id, name, created_at, changed_at)
    values (${producer.producerId}, ${producer.name}, ${now}, ${now})
    on conflict (producer_id) do nothing`;
  return count === 1;
}

/** @returns false when it has another revision by now */
export async function updateProducer(
  sql: Queryable,
  { producerId, name, isClosed, revision }: Pick<Producer, 'producerId' | 'name' | 'isClosed' | 'revision'>,
  now: Date,
): Promise<boolean> {
  const { count } = await sql`
    update producer set name = ${name}, is_closed = ${isClosed}, revision = revision + 1, changed_at = ${now}
    where producer_id = ${producerId} and revision = ${revision}`;
  return count === 1;
}
