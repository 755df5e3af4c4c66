import type { ApplicationState } from '#domain/krk/states';
import type { Queryable } from '../../../platform/db.ts';
import { type ApplicationRow, columns } from '../queries.ts';

export interface QueueFilter {
  readonly state: ApplicationState | null;
  readonly isOverdueOnly: boolean;
  readonly today: string;
  /** Those that stand behind this one. */
  readonly after: string | null;
  readonly limit: number;
}

/** Submitted applications in the order of the work: open ones by the day they are due, the longest waiting first. */
export async function queueIds(
  sql: Queryable,
  { state, isOverdueOnly, today, after, limit }: QueueFilter,
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    with line as (
      select application_id, state, due_on, ended_at is not null as is_over, coalesce(due_on, 'infinity'::date) as due,
             submitted_at
      from application where submitted_at is not null)
    select application_id as id from line
    where (${state}::text is null or state = ${state})
      and (not ${isOverdueOnly}::boolean or (not is_over and due_on < ${today}::date))
      and (${after}::uuid is null
           or (is_over, due, submitted_at, application_id)
              > (select is_over, due, submitted_at, application_id from line where application_id = ${after}))
    order by is_over, due, submitted_at, application_id
    limit ${limit}`;
  return rows.map((row) => row.id);
}

/** Several at once, in the order in which they are asked for; those that are not there are left out. */
export async function findApplications(
  sql: Queryable,
  applicationIds: readonly string[],
): Promise<ApplicationRow[]> {
  const ids = [...applicationIds];
  return await sql<ApplicationRow[]>`
    select ${columns(sql)} from application where application_id = any(${ids}::uuid[])
    order by array_position(${ids}::uuid[], application_id)`;
}

export interface CountRow {
  readonly state: ApplicationState;
  readonly count: number;
  readonly overdue: number;
}

/** How many are open in which state, and how many of them are past their day. */
export async function openCounts(sql: Queryable, today: string): Promise<CountRow[]> {
  return await sql<CountRow[]>`
    select state, count(*)::int as count, count(*) filter (where due_on < ${today}::date)::int as overdue
    from application where submitted_at is not null and ended_at is null group by state order by state`;
}

export interface OpenRow {
  readonly applicationId: string;
  readonly state: ApplicationState;
  readonly dueOn: string | null;
}

/** What waits for somebody, to have its day computed anew: held to the end of the transaction, in the order of the ids. */
export async function lockOpen(tx: Queryable, after: string | null, limit: number): Promise<OpenRow[]> {
  return await tx<OpenRow[]>`
    select application_id as "applicationId", state, due_on::text as "dueOn" from application
    where submitted_at is not null and ended_at is null and (${after}::uuid is null or application_id > ${after})
    order by application_id limit ${limit} for update`;
}

/** A due day that follows from another calendar; nothing about the application itself has changed. */
export async function setDueOn(tx: Queryable, applicationId: string, dueOn: string | null): Promise<void> {
  await tx`update application set due_on = ${dueOn} where application_id = ${applicationId}`;
}

/** Applications whose document is past its last day. */
export async function expiredIds(sql: Queryable, today: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select application_id as id from application
    where state = 'terbit' and valid_until < ${today}::date order by valid_until limit 1000`;
  return rows.map((row) => row.id);
}
