import type { Stage } from '#domain/violation-case/clock';
import type { Queryable } from '../../../platform/db.ts';

export interface OverdueRow {
  readonly caseId: string;
  readonly stage: Stage;
  readonly since: number;
  readonly dueOn: string;
}

/** What ran out and nobody was told of, the oldest first, held against everybody else who looks. */
export async function takeOverdue(tx: Queryable, today: string, limit: number): Promise<OverdueRow[]> {
  return await tx<OverdueRow[]>`
    select d.case_id as "caseId", d.stage, d.since::int as since, d.due_on::text as "dueOn"
    from case_due d
    where d.due_on < ${today}::date
      and not exists (select from case_escalation e
                      where e.case_id = d.case_id and e.stage = d.stage and e.since = d.since)
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

/** Officials of a role who are told of these cases, each of those that are not about them. */
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
      and not case_id in (select cases_closed_to(a.id))
    group by a.id, a.email order by a.id`;
}

/** Of these cases, those that no pejabat penghubung may see. */
export async function withoutFocalPoint(tx: Queryable, caseIds: readonly string[]): Promise<string[]> {
  const rows = await tx<{ caseId: string }[]>`
    select case_id as "caseId" from unnest(${[...caseIds]}::uuid[]) as case_id
    where not exists (select from account a join account_role r on r.account_id = a.id and r.role = 'pejabatPenghubung'
                      where a.disabled_at is null and not case_id in (select cases_closed_to(a.id)))`;
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
