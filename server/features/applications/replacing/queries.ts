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
