import type { CasePlaces, CaseQueue } from '#domain/violation-case/case-answers';
import type { CaseState } from '#domain/violation-case/states';
import type { TouchedCases } from '#domain/violation-case/touched-cases';
import type { Queryable } from '../../../platform/db.ts';
import type { Touching } from '../../documents/index.ts';

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
  readonly isEscalatedOnly: boolean;
  /** Whose work they are. */
  readonly officerId: string | null;
  readonly unitId: string | null;
  readonly track: 'ruang' | 'bangunan' | null;
  /** Full code of a kelurahan that is asked for, within what the person may see. */
  readonly inKelurahan: string | null;
  /** Ticket, or a part of it. */
  readonly text: string | null;
  readonly today: string;
}

/** Of a list: those that stand behind a case, and how many. */
export interface CasePage {
  readonly after: string | null;
  readonly limit: number;
}

/** Is a case, `v`, that somebody may see. */
export const isSeen = (sql: Queryable, { accountId, kelurahanCode }: CaseReach) => sql`
  (${kelurahanCode}::text is null or v.kelurahan_code = ${kelurahanCode})
  and not v.case_id in (select cases_closed_to(${accountId}::uuid))`;

/** Nobody works on it: it was given to nobody, or who had it is gone. */
const isUnassigned = (sql: Queryable) => sql`
  (v.officer_id is null or exists (select from account a where a.id = v.officer_id and a.disabled_at is not null))`;

/** Somebody above was told of it, and what ran out is owed still. */
const isEscalated = (sql: Queryable) => sql`
  exists (select from case_escalation e join case_due d using (case_id, stage, since, due_on) where e.case_id = v.case_id)`;

/** Fits what is asked for, and is for this person to see. */
const isAsked = (sql: Queryable, filter: CaseFilter) => {
  const { state, isOverdueOnly, isUnassignedOnly, isEscalatedOnly, officerId, unitId, track } = filter;
  const { inKelurahan, text, today } = filter;
  return sql`
    ${isSeen(sql, filter)}
    and (${state}::text is null or v.state = ${state})
    and (not ${isOverdueOnly}::boolean or (v.ended_at is null and v.due_on < ${today}::date))
    and (not ${isUnassignedOnly}::boolean or (v.ended_at is null and ${isUnassigned(sql)}))
    and (not ${isEscalatedOnly}::boolean or (v.ended_at is null and ${isEscalated(sql)}))
    and (${officerId}::uuid is null or v.officer_id = ${officerId})
    and (${unitId}::uuid is null or v.unit_id = ${unitId})
    and (${track}::text is null or v.track = ${track})
    and (${inKelurahan}::text is null or v.kelurahan_code = ${inKelurahan})
    and (${text}::text is null or strpos(lower(v.ticket), lower(${text})) > 0
         or 'prk-' || left(v.case_id::text, 8) = lower(${text}))`;
};

/** Cases in the order of the work: open ones by the day they are due, the longest waiting first. */
export async function caseIds(
  sql: Queryable,
  filter: CaseFilter,
  { after, limit }: CasePage,
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    with line as (
      select v.case_id, v.ended_at is not null as is_over, coalesce(v.due_on, 'infinity'::date) as due, v.opened_at
      from violation_case v
      where ${isAsked(sql, filter)})
    select case_id as id from line
    where ${after}::uuid is null
       or (is_over, due, opened_at, case_id)
          > (select v.ended_at is not null, coalesce(v.due_on, 'infinity'::date), v.opened_at, v.case_id
             from violation_case v where v.case_id = ${after} and ${isSeen(sql, filter)})
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

/** What kelurahan are called today, by code; one that is in force no more has no name. */
export async function kelurahanNames(
  sql: Queryable,
  codes: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ code: string; name: string }[]>`
    select a.code, min(a.name) as name
    from version_in_force(${today}::date) f join admin_area a on a.version_id = f.version_id
    where f.kind = 'admin' and a.level = 'kelurahan' and a.code = any(${[...codes]}) group by a.code`;
  return new Map(rows.map(({ code, name }) => [code, name]));
}

type CaseCount = CaseQueue['counts'][number];

/** How many are open in which state; of them: past their day, with nobody, and known to somebody above. */
export async function openCaseCounts(sql: Queryable, reach: CaseReach, today: string): Promise<CaseCount[]> {
  return await sql<CaseCount[]>`
    select v.state, count(*)::int as count, count(*) filter (where v.due_on < ${today}::date)::int as overdue,
           count(*) filter (where ${isUnassigned(sql)})::int as unassigned,
           count(*) filter (where ${isEscalated(sql)})::int as escalated
    from violation_case v where v.ended_at is null and ${isSeen(sql, reach)} group by v.state order by v.state`;
}

/** Who works on cases that are open, by name. */
export async function officersOfOpen(
  sql: Queryable,
  reach: CaseReach,
): Promise<{ accountId: string; name: string }[]> {
  return await sql<{ accountId: string; name: string }[]>`
    select distinct a.id as "accountId", a.name from violation_case v join account a on a.id = v.officer_id
    where v.ended_at is null and ${isSeen(sql, reach)} order by a.name, a.id`;
}

/** Places of what is asked for, the most urgent first; of closed cases only where they are asked for. */
export async function casePlaces(
  sql: Queryable,
  filter: CaseFilter,
  limit: number,
): Promise<CasePlaces['places']> {
  const { today } = filter;
  const isEndedToo = filter.state === 'ditutup' || filter.text !== null;
  return await sql<CasePlaces['places']>`
    select v.case_id as "caseId", v.ticket, v.state, array[st_x(v.place), st_y(v.place)] as place,
           v.ended_at is null and coalesce(v.due_on < ${today}::date, false) as "isOverdue"
    from violation_case v
    where v.place is not null and (${isEndedToo}::boolean or v.ended_at is null) and ${isAsked(sql, filter)}
    order by v.due_on nulls last, v.case_id limit ${limit}`;
}

/** Open cases whose place lies on ground that a release would touch, the one that is due first ahead. */
export async function openCasesTouched(
  sql: Queryable,
  { comparisonIds, rules }: Touching,
  reach: CaseReach,
  { today, limit }: { readonly today: string; readonly limit: number },
): Promise<{ readonly count: number; readonly cases: TouchedCases['cases'] }> {
  const rows = await sql<(TouchedCases['cases'][number] & { total: number })[]>`
    with in_force as materialized (select * from version_in_force(${today}::date)),
    -- Plans that are explained by rules of which some change.
    change as (
      select f.version_id, c.value -> 'codes' as codes
      from jsonb_array_elements(${sql.json(rules as never)}) c
      join layer_version r on r.version_id = c.value ->> 'versionId'
      join in_force f on f.kind = 'zones' and f.rules_layer_id = r.layer_id),
    found as (
      select v.case_id, v.ticket, v.state, v.kelurahan_code, v.due_on, v.opened_at,
             exists (select from comparison_piece p
                     where p.comparison_id = any(${[...comparisonIds]}) and st_intersects(p.geom, v.place)) as by_ground,
             exists (select from change c join zone z on z.version_id = c.version_id and st_intersects(z.geom, v.place)
                     where jsonb_typeof(c.codes) <> 'array' or c.codes ? z.code) as by_rules
      from violation_case v
      where v.ended_at is null and v.place is not null and ${isSeen(sql, reach)})
    select t.case_id as "caseId", t.ticket, t.state,
           (select min(a.name) from in_force f join admin_area a using (version_id)
            where f.kind = 'admin' and a.level = 'kelurahan' and a.code = t.kelurahan_code) as kelurahan,
           t.by_ground as "byGround", t.by_rules as "byRules", count(*) over ()::int as total
    from found t
    where t.by_ground or t.by_rules
    order by t.due_on nulls last, t.opened_at, t.case_id limit ${limit}`;
  return { count: rows[0]?.total ?? 0, cases: rows.map(({ total: _total, ...row }) => row) };
}

/** Open cases, to have their days computed anew. */
export async function openCaseIds(sql: Queryable): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select case_id as id from violation_case where ended_at is null order by case_id`;
  return rows.map((row) => row.id);
}

/** Hash of the terms and holidays by which the days of cases were computed last; undefined before they ever were. */
export async function daysComputedBy(sql: Queryable): Promise<string | undefined> {
  const [row] = await sql<{ basis: string }[]>`
    select basis from due_days_computed where service = 'laporan'`;
  return row?.basis;
}

export async function setDaysComputed(
  tx: Queryable,
  { basis, now }: { readonly basis: string; readonly now: Date },
): Promise<void> {
  await tx`
    insert into due_days_computed (service, basis, computed_at) values ('laporan', ${basis}, ${now})
    on conflict (service) do update set basis = excluded.basis, computed_at = excluded.computed_at`;
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

/** What reporters said is not done: of a case, and of those that go on in it. */
export async function disputesOf(
  sql: Queryable,
  caseId: string,
): Promise<{ at: Date; words: string | null; reportId: string }[]> {
  return await sql<{ at: Date; words: string | null; reportId: string }[]>`
    with recursive here as (
      select ${caseId}::uuid as case_id
      union select v.case_id from violation_case v join here on v.joined_into = here.case_id)
    select at, words, report_id as "reportId" from case_dispute where case_id in (select case_id from here)
    order by dispute_no`;
}

export async function setSp4nTicket(tx: Queryable, caseId: string, ticket: string | null): Promise<void> {
  await tx`update violation_case set sp4n_ticket = ${ticket}, revision = revision + 1 where case_id = ${caseId}`;
}
