import type { Queryable } from '../../../platform/db.ts';

export interface ObjectionToInsert {
  readonly caseId: string;
  readonly caseRevision: number;
  readonly photoId: string;
  readonly datedOn: string;
  readonly accountId: string;
  readonly now: Date;
}

export async function insertObjection(tx: Queryable, objection: ObjectionToInsert): Promise<void> {
  await tx`
    insert into case_objection (case_id, case_revision, photo_id, dated_on, written_by, written_at)
    values (${objection.caseId}, ${objection.caseRevision}, ${objection.photoId}, ${objection.datedOn},
            ${objection.accountId}, ${objection.now})`;
}

export interface ObjectionRow {
  readonly photoId: string;
  readonly datedOn: string;
  readonly at: Date;
  readonly by: string | null;
}

/** What was said against sanctions of a case, the oldest first. */
export async function objectionsOf(sql: Queryable, caseId: string): Promise<ObjectionRow[]> {
  return await sql<ObjectionRow[]>`
    select o.photo_id as "photoId", o.dated_on::text as "datedOn", o.written_at as at,
           (select name from account where id = o.written_by) as by
    from case_objection o where o.case_id = ${caseId} order by o.case_revision`;
}
