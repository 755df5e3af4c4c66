import type { Queryable } from '../../../platform/db.ts';

export async function setReplacing(
  tx: Queryable,
  applicationId: string,
  earlier: { readonly applicationId: string; readonly as: 'correction' | 'extension' },
): Promise<void> {
  await tx`
    update application set replaces = ${earlier.applicationId}, replaces_as = ${earlier.as}
    where application_id = ${applicationId}`;
}

/** An application that is on its way to replace this one; undefined where none is. */
export async function findReplacing(
  sql: Queryable,
  applicationId: string,
): Promise<{ readonly ticket: string } | undefined> {
  const [row] = await sql<{ ticket: string }[]>`
    select ticket from application where replaces = ${applicationId} and ended_at is null order by created_at limit 1`;
  return row;
}

/**
 * The application whose document is in force of those that took each other's place, from this one on; undefined where none is
 * any more.
 */
export async function findInForce(sql: Queryable, applicationId: string): Promise<string | undefined> {
  const [row] = await sql<{ id: string }[]>`
    with recursive line as (
      select application_id, state, issued_at from application where application_id = ${applicationId}
      union
      select a.application_id, a.state, a.issued_at
      from application a join line on a.replaces = line.application_id where a.issued_at is not null)
    select application_id as id from line where state = 'terbit' order by issued_at desc limit 1`;
  return row?.id;
}
