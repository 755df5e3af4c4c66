import type { CaseState } from '#domain/violation-case/states';
import type { Queryable } from '../../../platform/db.ts';

/** What one person may see of all cases: those of one kelurahan or all, and none that is about them. */
export interface CaseReach {
  readonly accountId: string;
  /** Full code, compared whole; null: everywhere. */
  readonly kelurahanCode: string | null;
}

export interface CaseFilter extends CaseReach {
  readonly state: CaseState | null;
  readonly isOverdueOnly: boolean;
  readonly isUnassignedOnly: boolean;
  readonly isMineOnly: boolean;
  readonly unitId: string | null;
  readonly track: 'ruang' | 'bangunan' | null;
  /** Full code of a kelurahan that is asked for, within what the person may see. */
  readonly inKelurahan: string | null;
  /** Ticket, or a part of it. */
  readonly text: string | null;
  readonly today: string;
  /** Those that stand behind this one. */
  readonly after: string | null;
  readonly limit: number;
}

const isSeen = (sql: Queryable, { accountId, kelurahanCode }: CaseReach) => sql`
  (${kelurahanCode}::text is null or v.kelurahan_code = ${kelurahanCode})
  and not exists (select from case_conflict c left join work_unit_member m on m.unit_id = c.unit_id
                  where c.case_id = v.case_id and coalesce(c.account_id, m.account_id) = ${accountId}::uuid)`;

/** Nobody works on it: it was given to nobody, or who had it is gone. */
const isUnassigned = (sql: Queryable) => sql`
  (v.officer_id is null or exists (select from account a where a.id = v.officer_id and a.disabled_at is not null))`;

/** Cases in the order of the work: open ones by the day they are due, the longest waiting first. */
export async function caseIds(sql: Queryable, filter: CaseFilter): Promise<string[]> {
  const {
    state,
    isOverdueOnly,
    isUnassignedOnly,
    isMineOnly,
    unitId,
    track,
    inKelurahan,
    text,
    today,
    after,
    limit,
  } = filter;
  const rows = await sql<{ id: string }[]>`
    with line as (
      select v.case_id, v.ended_at is not null as is_over, coalesce(v.due_on, 'infinity'::date) as due, v.opened_at
      from violation_case v
      where ${isSeen(sql, filter)}
        and (${state}::text is null or v.state = ${state})
        and (not ${isOverdueOnly}::boolean or (v.ended_at is null and v.due_on < ${today}::date))
        and (not ${isUnassignedOnly}::boolean or (v.ended_at is null and ${isUnassigned(sql)}))
        and (not ${isMineOnly}::boolean or v.officer_id = ${filter.accountId}::uuid)
        and (${unitId}::uuid is null or v.unit_id = ${unitId})
        and (${track}::text is null or v.track = ${track})
        and (${inKelurahan}::text is null or v.kelurahan_code = ${inKelurahan})
        and (${text}::text is null or strpos(lower(v.ticket), lower(${text})) > 0))
    select case_id as id from line
    where ${after}::uuid is null
       or (is_over, due, opened_at, case_id)
          > (select v.ended_at is not null, coalesce(v.due_on, 'infinity'::date), v.opened_at, v.case_id
             from violation_case v where v.case_id = ${after})
    order by is_over, due, opened_at, case_id limit ${limit}`;
  return rows.map((row) => row.id);
}

/** Kelurahan in which cases are open, as they are called today; a code that is in force no more stands for itself. */
export async function openKelurahan(
  sql: Queryable,
  reach: CaseReach,
  today: string,
): Promise<{ code: string; name: string }[]> {
  return await sql<{ code: string; name: string }[]>`
    with seen as (
      select distinct v.kelurahan_code as code from violation_case v
      where v.ended_at is null and v.kelurahan_code is not null and ${isSeen(sql, reach)}),
    named as (
      select a.code, min(a.name) as name
      from version_in_force(${today}::date) f join admin_area a on a.version_id = f.version_id
      where f.kind = 'admin' and a.level = 'kelurahan' and a.code is not null group by a.code)
    select s.code, coalesce(n.name, s.code) as name from seen s left join named n using (code) order by 2, 1`;
}

/** What a kelurahan is called today; null where its code is in force no more. */
export async function kelurahanName(sql: Queryable, code: string, today: string): Promise<string | null> {
  const [row] = await sql<{ name: string }[]>`
    select a.name from version_in_force(${today}::date) f join admin_area a on a.version_id = f.version_id
    where f.kind = 'admin' and a.level = 'kelurahan' and a.code = ${code} order by a.name limit 1`;
  return row?.name ?? null;
}

/** How many are open in which state, how many of them are past their day, and how many nobody works on. */
export async function openCaseCounts(
  sql: Queryable,
  reach: CaseReach,
  today: string,
): Promise<{ state: CaseState; count: number; overdue: number; unassigned: number }[]> {
  return await sql<{ state: CaseState; count: number; overdue: number; unassigned: number }[]>`
    select v.state, count(*)::int as count, count(*) filter (where v.due_on < ${today}::date)::int as overdue,
           count(*) filter (where ${isUnassigned(sql)})::int as unassigned
    from violation_case v where v.ended_at is null and ${isSeen(sql, reach)} group by v.state order by v.state`;
}

/** Places of open cases, the most urgent first. */
export async function openCasePlaces(
  sql: Queryable,
  reach: CaseReach,
  today: string,
  limit: number,
): Promise<
  { caseId: string; ticket: string; state: CaseState; place: [number, number]; isOverdue: boolean }[]
> {
  return await sql<
    { caseId: string; ticket: string; state: CaseState; place: [number, number]; isOverdue: boolean }[]
  >`
    select v.case_id as "caseId", v.ticket, v.state, array[st_x(v.place), st_y(v.place)] as place,
           coalesce(v.due_on < ${today}::date, false) as "isOverdue"
    from violation_case v where v.ended_at is null and v.place is not null and ${isSeen(sql, reach)}
    order by v.due_on nulls last, v.case_id limit ${limit}`;
}

/** Open cases, to have their days computed anew. */
export async function openCaseIds(sql: Queryable): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select case_id as id from violation_case where ended_at is null order by case_id`;
  return rows.map((row) => row.id);
}

/** The day on which other holidays or terms moved what is due. */
export async function setRecomputed(tx: Queryable, caseId: string, on: string): Promise<void> {
  await tx`update violation_case set recomputed_on = ${on} where case_id = ${caseId}`;
}

export async function joinedInto(
  sql: Queryable,
  caseId: string,
): Promise<{ caseId: string; ticket: string }[]> {
  return await sql<{ caseId: string; ticket: string }[]>`
    select case_id as "caseId", ticket from violation_case where joined_into = ${caseId} order by ended_at, ticket`;
}

export async function disputesOf(
  sql: Queryable,
  caseId: string,
): Promise<{ at: Date; words: string | null }[]> {
  return await sql<{ at: Date; words: string | null }[]>`
    select at, words from case_dispute where case_id = ${caseId} order by dispute_no`;
}

export async function setSp4nTicket(tx: Queryable, caseId: string, ticket: string | null): Promise<void> {
  await tx`update violation_case set sp4n_ticket = ${ticket}, revision = revision + 1 where case_id = ${caseId}`;
}
