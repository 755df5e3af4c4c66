import type { Queryable } from '../../../platform/db.ts';

/** A case with what can name who opened it. */
interface NamedCase {
  readonly correctionId: string;
  readonly message: string;
  /** How they can be reached, encrypted; null when they did not say or were forgotten. */
  readonly sealed: string | null;
}

/** Cases in the order of their ids. */
export async function casesAfter(
  sql: Queryable,
  after: string | null,
  limit: number,
): Promise<readonly NamedCase[]> {
  return await sql<NamedCase[]>`
    select c.correction_id as "correctionId", c.message, k.sealed
    from correction c left join correction_contact k using (correction_id)
    where ${after}::uuid is null or c.correction_id > ${after}
    order by c.correction_id limit ${limit}`;
}

/** Forgets how who opened a case can be reached; whoever acts for the office may do this to a row and nothing else. */
export async function forgetContact(tx: Queryable, correctionId: string): Promise<void> {
  await tx`
    update correction_contact set sealed = null where correction_id = ${correctionId} and sealed is not null`;
}

export async function setMessage(tx: Queryable, correctionId: string, message: string): Promise<void> {
  await tx`update correction set message = ${message} where correction_id = ${correctionId}`;
}
