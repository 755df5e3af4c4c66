import type { Stage } from '#domain/violation-case/clock';
import type { Queryable } from '../../../platform/db.ts';

export interface DueRow {
  readonly stage: Stage;
  readonly since: number;
  readonly dueOn: string;
}

/** What is owed of a case from now on, in place of what was. */
export async function writeDues(tx: Queryable, caseId: string, dues: readonly DueRow[]): Promise<void> {
  await tx`delete from case_due where case_id = ${caseId} and not stage = any(${dues.map(({ stage }) => stage)}::text[])`;
  if (dues.length > 0)
    await tx`
      insert into case_due (case_id, stage, since, due_on)
      select ${caseId}::uuid, * from unnest(${dues.map(({ stage }) => stage)}::text[],
             ${dues.map(({ since }) => since)}::bigint[], ${dues.map(({ dueOn }) => dueOn)}::date[])
      on conflict (case_id, stage) do update set since = excluded.since, due_on = excluded.due_on`;
}

/** The day that comes first; the case itself is not changed by it. @returns false where it is that day already */
export async function setDueOn(tx: Queryable, caseId: string, dueOn: string | null): Promise<boolean> {
  const rows = await tx`
    update violation_case set due_on = ${dueOn}
    where case_id = ${caseId} and due_on is distinct from ${dueOn}::date returning 1`;
  return rows.length > 0;
}

/** Whether a stage of the case ran out and was told of. */
export const isEscalated = async (sql: Queryable, caseId: string): Promise<boolean> =>
  (await escalatedOf(sql, [caseId])).has(caseId);

/** Of these cases, those of which a stage ran out and was told of. */
export async function escalatedOf(sql: Queryable, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sql<{ caseId: string }[]>`
    select distinct e.case_id as "caseId" from case_escalation e join case_due d using (case_id, stage, since, due_on)
    where e.case_id = any(${[...caseIds]}::uuid[])`;
  return new Set(rows.map(({ caseId }) => caseId));
}
