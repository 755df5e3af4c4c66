import type { Stage } from '#domain/violation-case/clock';
import type { Queryable } from '../../../platform/db.ts';

export interface OverdueRow {
  readonly caseId: string;
  readonly stage: Stage;
  readonly since: number;
  readonly dueOn: string;
}

/** What ran out and nobody was told of (a day that moved is another one), the oldest first, held against everybody else who looks. */
export async function takeOverdue(tx: Queryable, today: string, limit: number): Promise<OverdueRow[]> {
  return await tx<OverdueRow[]>`
    select d.case_id as "caseId", d.stage, d.since::int as since, d.due_on::text as "dueOn"
    from case_due d
    where d.due_on < ${today}::date
      and not exists (select from case_escalation e
                      where e.case_id = d.case_id and e.stage = d.stage and e.since = d.since and e.due_on = d.due_on)
    order by d.due_on, d.case_id, d.stage limit ${limit} for update of d skip locked`;
}

/** Writes them down. @returns their numbers; none for one that was written down before */
export async function insertEscalations(
  tx: Queryable,
  rows: readonly OverdueRow[],
  now: Date,
): Promise<number[]> {
  const written = await tx<{ no: number }[]>`
    insert into case_escalation (case_id, stage, since, due_on, at)
    select *, ${now}::timestamptz
    from unnest(${rows.map(({ caseId }) => caseId)}::uuid[], ${rows.map(({ stage }) => stage)}::text[],
                ${rows.map(({ since }) => since)}::bigint[], ${rows.map(({ dueOn }) => dueOn)}::date[])
    on conflict do nothing returning escalation_no::int as no`;
  return written.map(({ no }) => no);
}

export interface FocalPoint {
  readonly accountId: string;
  readonly email: string;
  /** Cases of these that are not about this person. */
  readonly count: number;
}

/** Officials of a role who are told how many of these cases ran out, each of those that are not about them. */
export async function toldOf(
  tx: Queryable,
  caseIds: readonly string[],
  role: 'pejabatPenghubung' | 'administrator',
): Promise<FocalPoint[]> {
  return await tx<FocalPoint[]>`
    select a.id as "accountId", a.email, count(*)::int as count
    from account a join account_role r on r.account_id = a.id and r.role = ${role},
         unnest(${[...caseIds]}::uuid[]) as case_id
    where a.disabled_at is null
      and not case_id in (select cases_about(a.id))
    group by a.id, a.email order by a.id`;
}

/** Of these cases, those that no pejabat penghubung may see. */
export async function withoutFocalPoint(tx: Queryable, caseIds: readonly string[]): Promise<string[]> {
  const rows = await tx<{ caseId: string }[]>`
    select case_id as "caseId" from unnest(${[...caseIds]}::uuid[]) as case_id
    where not exists (select from account a join account_role r on r.account_id = a.id and r.role = 'pejabatPenghubung'
                      where a.disabled_at is null and not case_id in (select cases_about(a.id)))`;
  return rows.map(({ caseId }) => caseId);
}

/** What of a case was escalated, the oldest first. */
export async function escalationsOf(
  sql: Queryable,
  caseId: string,
): Promise<{ stage: Stage; dueOn: string; at: Date }[]> {
  return await sql<{ stage: Stage; dueOn: string; at: Date }[]>`
    select stage, due_on::text as "dueOn", at from case_escalation where case_id = ${caseId} order by escalation_no`;
}

/** What is due from one day to another and nobody was reminded of, the oldest first, held against everybody else who looks. */
export async function takeDueSoon(
  tx: Queryable,
  { from, until }: { from: string; until: string },
  limit: number,
): Promise<OverdueRow[]> {
  return await tx<OverdueRow[]>`
    select d.case_id as "caseId", d.stage, d.since::int as since, d.due_on::text as "dueOn"
    from case_due d
    where d.due_on between ${from}::date and ${until}::date
      and not exists (select from case_reminder r
                      where r.case_id = d.case_id and r.stage = d.stage and r.since = d.since and r.due_on = d.due_on)
    order by d.due_on, d.case_id, d.stage limit ${limit} for update of d skip locked`;
}

/** Writes them down. @returns their numbers; none for one that was written down before */
export async function insertReminders(
  tx: Queryable,
  rows: readonly OverdueRow[],
  now: Date,
): Promise<number[]> {
  const written = await tx<{ no: number }[]>`
    insert into case_reminder (case_id, stage, since, due_on, at)
    select *, ${now}::timestamptz
    from unnest(${rows.map(({ caseId }) => caseId)}::uuid[], ${rows.map(({ stage }) => stage)}::text[],
                ${rows.map(({ since }) => since)}::bigint[], ${rows.map(({ dueOn }) => dueOn)}::date[])
    on conflict do nothing returning reminder_no::int as no`;
  return written.map(({ no }) => no);
}

/**
 * Whose work these are, each with how many: a superior's where something is reviewed, heard or withheld, else the officer's;
 * without one the unit's, and without a unit of everybody who takes reports up. Nobody whom a case is about.
 */
export async function workersOf(tx: Queryable, rows: readonly OverdueRow[]): Promise<FocalPoint[]> {
  return await tx<FocalPoint[]>`
    with asked as (
      select v.case_id, v.officer_id, v.unit_id,
             s.stage in ('review', 'objection') or (v.is_withheld and v.unit_id is null) as is_superiors
      from unnest(${rows.map(({ caseId }) => caseId)}::uuid[], ${rows.map(({ stage }) => stage)}::text[]) as s(case_id, stage)
           join violation_case v using (case_id)),
    worker as (
      select k.case_id, a.id, a.email
      from asked k join account a on a.disabled_at is null
      where case
              when k.is_superiors
                then exists (select from account_role r where r.account_id = a.id and r.role = 'pejabatPenghubung')
              when exists (select from account o where o.id = k.officer_id and o.disabled_at is null)
                then a.id = k.officer_id
              when k.unit_id is not null
                then exists (select from work_unit_member m where m.unit_id = k.unit_id and m.account_id = a.id)
              else exists (select from account_role r where r.account_id = a.id and r.role = 'petugasLayanan')
            end)
    select w.id as "accountId", w.email, count(distinct w.case_id)::int as count
    from worker w
    where not w.case_id in (select cases_closed_to(w.id))
    group by w.id, w.email order by w.id`;
}
