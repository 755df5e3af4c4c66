import type { Queryable } from '../../../platform/db.ts';

export type LetterKind = 'sanction' | 'handOver' | 'objection';

export interface LetterRow {
  readonly letterId: string;
  readonly caseId: string;
  readonly kind: LetterKind;
  readonly caseRevision: number;
  readonly number: string;
  readonly state: 'reserved' | 'used' | 'voided';
  readonly isTrial: boolean;
  readonly sha256: string | null;
  readonly byteCount: number | null;
  readonly reservedAt: Date;
  readonly madeAt: Date | null;
}

const columns = (sql: Queryable) => sql`
  l.letter_id as "letterId", l.case_id as "caseId", l.kind, l.case_revision as "caseRevision", l.number, l.state,
  l.is_trial as "isTrial", u.sha256, l.byte_count as "byteCount", l.reserved_at as "reservedAt", l.made_at as "madeAt"`;

/** Letters of a case that went out, the oldest first. */
export async function lettersOf(sql: Queryable, caseId: string): Promise<LetterRow[]> {
  return await sql<LetterRow[]>`
    select ${columns(sql)} from case_letter l left join upload u using (upload_id)
    where l.case_id = ${caseId} and l.state = 'used' order by l.made_at, l.year, l.sequence, l.letter_id`;
}

type HeldLetter = Pick<LetterRow, 'letterId' | 'kind' | 'caseRevision' | 'number' | 'isTrial'> & {
  readonly year: number;
};

/** The number that a case holds for a letter that is on its way. */
export async function heldLetter(tx: Queryable, caseId: string): Promise<HeldLetter | undefined> {
  const [row] = await tx<HeldLetter[]>`
    select letter_id as "letterId", kind, case_revision as "caseRevision", number, is_trial as "isTrial", year from case_letter
    where case_id = ${caseId} and state = 'reserved'`;
  return row;
}

export interface LetterToReserve {
  readonly letterId: string;
  readonly caseId: string;
  readonly kind: LetterKind;
  readonly caseRevision: number;
  readonly series: string;
  readonly year: number;
  readonly sequence: number;
  readonly number: string;
  readonly isTrial: boolean;
  readonly now: Date;
}

export async function insertLetter(tx: Queryable, letter: LetterToReserve): Promise<void> {
  await tx`
    insert into case_letter (letter_id, case_id, kind, case_revision, series, year, sequence, number, state, is_trial,
                             reserved_at)
    values (${letter.letterId}, ${letter.caseId}, ${letter.kind}, ${letter.caseRevision}, ${letter.series}, ${letter.year},
            ${letter.sequence}, ${letter.number}, 'reserved', ${letter.isTrial}, ${letter.now})`;
}

/** @returns false when nobody holds the number any more */
export async function setLetterUsed(
  tx: Queryable,
  letterId: string,
  file: { readonly uploadId: string; readonly byteCount: number; readonly now: Date },
): Promise<boolean> {
  const rows = await tx`
    update case_letter set state = 'used', upload_id = ${file.uploadId}, byte_count = ${file.byteCount}, made_at = ${file.now}
    where letter_id = ${letterId} and state = 'reserved' returning 1`;
  return rows.length === 1;
}

/** A number that will have no letter: its row stays, with the reason. @returns the number that was given up */
export async function voidLetter(tx: Queryable, caseId: string, reason: string): Promise<string | undefined> {
  const [row] = await tx<{ number: string }[]>`
    update case_letter set state = 'voided', void_reason = ${reason}
    where case_id = ${caseId} and state = 'reserved' returning number`;
  return row?.number;
}
