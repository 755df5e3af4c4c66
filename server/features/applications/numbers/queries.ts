import type { Queryable } from '../../../platform/db.ts';

export interface NumberRow {
  readonly series: string;
  readonly year: number;
  readonly sequence: number;
  readonly number: string;
  readonly state: 'reserved' | 'used';
}

/** Names the document of an application under a number: asking for it twice gives the same one. */
export const orderOf = (applicationId: string, number: string): string => `krk:${applicationId}:${number}`;

/** The number that an application holds; a voided one is not held any more. */
export async function findNumber(sql: Queryable, applicationId: string): Promise<NumberRow | undefined> {
  const [row] = await sql<NumberRow[]>`
    select series, year, sequence, number, state from document_number
    where application_id = ${applicationId} and state <> 'voided'`;
  return row;
}

export async function insertNumber(
  tx: Queryable,
  number: Omit<NumberRow, 'state'> & { readonly applicationId: string; readonly now: Date },
): Promise<void> {
  await tx`
    insert into document_number (series, year, sequence, number, application_id, state, reserved_at)
    values (${number.series}, ${number.year}, ${number.sequence}, ${number.number}, ${number.applicationId}, 'reserved',
            ${number.now})`;
}

export async function setNumberUsed(tx: Queryable, applicationId: string): Promise<void> {
  await tx`
    update document_number set state = 'used' where application_id = ${applicationId} and state = 'reserved'`;
}

/** A number that will have no document: its row stays, with the reason. @returns the number that was given up */
export async function voidNumber(
  tx: Queryable,
  applicationId: string,
  reason: string,
): Promise<string | undefined> {
  const [row] = await tx<{ number: string }[]>`
    update document_number set state = 'voided', void_reason = ${reason}
    where application_id = ${applicationId} and state = 'reserved' returning number`;
  return row?.number;
}

/** Documents that were made for a number which nobody holds any more, left behind by who was killed: nobody is given them. */
export async function dropUnheldDrafts(sql: Queryable, madeBefore: Date): Promise<void> {
  await sql`
    update document_draft d set is_dropped = true
    where not d.is_dropped and d.made_at < ${madeBefore}
      and not exists (select from document_number n
                      where n.state = 'reserved' and d.order_id = 'krk:' || n.application_id || ':' || n.number)`;
}
