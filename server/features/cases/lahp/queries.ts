import type { LahpBody } from '#domain/violation-case/lahp';
import type { Queryable } from '../../../platform/db.ts';

export interface LahpRow extends Omit<LahpBody, 'caseTicket'> {
  readonly lahpId: string;
  readonly caseId: string | null;
  readonly ticket: string | null;
  readonly kelurahanCode: string | null;
  readonly revision: number;
}

/** The register: what is owed first, by its day; what is done after it, the newest first. */
export async function listLahp(sql: Queryable): Promise<LahpRow[]> {
  return await sql<LahpRow[]>`
    select l.lahp_id as "lahpId", l.number, l.dated_on::text as "datedOn", l.received_on::text as "receivedOn", l.action,
           l.due_on::text as "dueOn", l.case_id as "caseId", v.ticket,
           v.kelurahan_code as "kelurahanCode", l.evidence, l.done_on::text as "doneOn", l.revision
    from lahp l left join violation_case v using (case_id)
    order by l.done_on is not null, case when l.done_on is null then l.due_on end, l.done_on desc, l.number`;
}

export interface LahpToWrite extends Omit<LahpBody, 'caseTicket'> {
  readonly lahpId: string;
  readonly caseId: string | null;
}

/** @returns false when there is one of that id already */
export async function insertLahp(tx: Queryable, given: LahpToWrite, now: Date): Promise<boolean> {
  const rows = await tx`
    insert into lahp (lahp_id, number, dated_on, received_on, action, due_on, case_id, evidence, done_on, kept_at)
    values (${given.lahpId}, ${given.number}, ${given.datedOn}, ${given.receivedOn}, ${given.action}, ${given.dueOn},
            ${given.caseId}, ${given.evidence}, ${given.doneOn}, ${now})
    on conflict (lahp_id) do nothing returning 1`;
  return rows.length === 1;
}

/** @returns false when somebody has changed it since */
export async function updateLahp(
  tx: Queryable,
  given: LahpToWrite,
  revision: number,
  now: Date,
): Promise<boolean> {
  const rows = await tx`
    update lahp set number = ${given.number}, dated_on = ${given.datedOn}, received_on = ${given.receivedOn},
           action = ${given.action}, due_on = ${given.dueOn}, case_id = ${given.caseId}, evidence = ${given.evidence},
           done_on = ${given.doneOn}, kept_at = ${now}, revision = revision + 1
    where lahp_id = ${given.lahpId} and revision = ${revision} returning 1`;
  return rows.length === 1;
}
