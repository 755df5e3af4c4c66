import type { Queryable } from '../../../platform/db.ts';

/** Who asks, encrypted; null when it was erased, undefined when nothing was written yet. */
export async function readSealed(sql: Queryable, applicationId: string): Promise<string | null | undefined> {
  const [row] = await sql<{ sealed: string | null }[]>`
    select sealed from application_person where application_id = ${applicationId}`;
  return row === undefined ? undefined : row.sealed;
}

export async function setSealed(tx: Queryable, applicationId: string, sealed: string | null): Promise<void> {
  await tx`
    insert into application_person (application_id, sealed) values (${applicationId}, ${sealed})
    on conflict (application_id) do update set sealed = excluded.sealed`;
}

/** Forgets who asked; whoever acts for the office may do this to a row and nothing else. @returns false when none is reached */
export async function forgetSealed(tx: Queryable, applicationId: string): Promise<boolean> {
  const { count } = await tx`
    update application_person set sealed = null where application_id = ${applicationId} and sealed is not null`;
  return count === 1;
}

/**
 * Applications that ended before a moment and still name somebody. One whose document is in force has not: its holder is told
 * when the plan changes, and can ask for it anew. `ended_at` is written again when the document ends.
 */
export async function endedWithPerson(sql: Queryable, before: Date): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select a.application_id as id from application a join application_person p using (application_id)
    where a.ended_at < ${before} and a.state <> 'terbit' and p.sealed is not null order by a.ended_at limit 1000`;
  return rows.map((row) => row.id);
}

/**
 * What people wrote about themselves goes, and by which account they came; that something was decided, and why, stays with the
 * office.
 * @param steps that an applicant takes, with an account or without
 */
export async function blurMoves(
  tx: Queryable,
  applicationId: string,
  steps: readonly string[],
): Promise<void> {
  await tx`
    update application_move set reason = null, actor = 'public'
    where application_id = ${applicationId} and step = any(${[...steps]}::text[])`;
}

/**
 * Takes away whose account an application is. Whoever has it open somewhere writes into it no more: what was forgotten would
 * be there again. @returns the document that was issued to them
 */
export async function forgetHolder(tx: Queryable, applicationId: string): Promise<string | null> {
  const [row] = await tx<{ documentId: string | null }[]>`
    update application set account_id = null, revision = revision + 1
    where application_id = ${applicationId} returning document_id as "documentId"`;
  return row?.documentId ?? null;
}

/** Applications that still name somebody, in the order of their ids. */
export async function namedApplications(
  sql: Queryable,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select application_id as id from application_person
    where sealed is not null and (${after}::uuid is null or application_id > ${after})
    order by application_id limit ${limit}`;
  return rows.map((row) => row.id);
}

/** Drafts that nobody has submitted since before a moment: they name people, and nothing was asked. */
export async function abandonedDrafts(sql: Queryable, before: Date): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select application_id as id from application
    where state = 'draf' and submitted_at is null and created_at < ${before} order by created_at limit 1000`;
  return rows.map((row) => row.id);
}

/** Takes a draft away, with everything in it; the caller holds it and knows that it is one. */
export async function deleteApplication(tx: Queryable, applicationId: string): Promise<void> {
  await tx`delete from application where application_id = ${applicationId}`;
}
