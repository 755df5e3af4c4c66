import type { StandingSanction } from '#domain/violation-case/sanction-due';
import type {
  EarlierWarning,
  SanctionEntry,
  SanctionKind,
  ServedHow,
} from '#domain/violation-case/sanctions';
import type { Queryable } from '../../../platform/db.ts';

export interface SanctionRow {
  readonly sanctionId: string;
  readonly kind: SanctionKind;
  readonly level: number | null;
  readonly obligation: string;
  readonly article: string;
  readonly termDays: number | null;
  readonly amountRupiah: number | null;
  readonly fprNote: string | null;
  readonly letterId: string;
  readonly number: string;
  readonly isTrial: boolean;
  readonly imposedBy: string | null;
  readonly imposedAt: Date;
  readonly servedOn: string | null;
  readonly servedHow: ServedHow | null;
  /** The photo that shows it. */
  readonly servedPhotoId: string | null;
  readonly dueOn: string | null;
  readonly objectDays: number | null;
  readonly objectUntil: string | null;
  readonly fulfilledOn: string | null;
  readonly fulfilledWhy: string | null;
  readonly isCancelled: boolean;
}

/** Sanctions of a case, the oldest first. */
export async function sanctionsOf(sql: Queryable, caseId: string): Promise<SanctionRow[]> {
  return await sql<SanctionRow[]>`
    select s.sanction_id as "sanctionId", s.kind, s.level, s.obligation, s.article, s.term_days as "termDays",
           s.amount_rupiah::float8 as "amountRupiah", s.fpr_note as "fprNote", s.letter_id as "letterId", l.number, l.is_trial as "isTrial",
           (select name from account where id = s.imposed_by) as "imposedBy", s.imposed_at as "imposedAt",
           s.served_on::text as "servedOn", s.served_how as "servedHow", s.served_photo as "servedPhotoId",
           s.due_on::text as "dueOn", s.object_days as "objectDays", s.object_until::text as "objectUntil",
           s.fulfilled_on::text as "fulfilledOn",
           s.fulfilled_why as "fulfilledWhy", s.cancelled_at is not null as "isCancelled"
    from case_sanction s join case_letter l using (letter_id)
    where s.case_id = ${caseId} order by s.sanction_no`;
}

/** Sanctions of a case that stand, as its clock sees them; their days are those of the city. */
export async function standingSanctions(
  sql: Queryable,
  caseId: string,
): Promise<(Omit<StandingSanction, 'imposedOn'> & { readonly imposedAt: Date })[]> {
  return await sql<(Omit<StandingSanction, 'imposedOn'> & { readonly imposedAt: Date })[]>`
    select imposed_at as "imposedAt", served_on::text as "servedOn", due_on::text as "dueOn",
           fulfilled_on::text as "fulfilledOn"
    from case_sanction where case_id = ${caseId} and cancelled_at is null order by sanction_no`;
}

/** Warnings of a case that stand. */
export async function warningsOf(sql: Queryable, caseId: string): Promise<EarlierWarning[]> {
  return await sql<EarlierWarning[]>`
    select level, served_on::text as "servedOn", due_on::text as "dueOn" from case_sanction
    where case_id = ${caseId} and level is not null and cancelled_at is null order by level`;
}

export interface SanctionToInsert extends SanctionEntry {
  readonly sanctionId: string;
  readonly caseId: string;
  readonly level: number | null;
  readonly article: string;
  /** As its letter says. */
  readonly objectDays: number;
  readonly letterId: string;
  readonly accountId: string;
  readonly now: Date;
}

export async function insertSanction(tx: Queryable, given: SanctionToInsert): Promise<void> {
  await tx`
    insert into case_sanction (sanction_id, case_id, kind, level, obligation, article, term_days, amount_rupiah, fpr_note,
                               object_days, letter_id, imposed_by, imposed_at)
    values (${given.sanctionId}, ${given.caseId}, ${given.kind}, ${given.level}, ${given.obligation}, ${given.article},
            ${given.termDays}, ${given.amountRupiah}, ${given.fprNote ?? null},
            ${given.objectDays}, ${given.letterId}, ${given.accountId}, ${given.now})`;
}

/** @returns false when it was served before, or does not stand any more */
export async function setServed(
  tx: Queryable,
  sanctionId: string,
  served: {
    readonly on: string;
    readonly how: ServedHow;
    readonly photoId: string;
    readonly dueOn: string | null;
    readonly objectUntil: string | null;
  },
): Promise<boolean> {
  const rows = await tx`
    update case_sanction set served_on = ${served.on}, served_how = ${served.how}, served_photo = ${served.photoId},
           due_on = ${served.dueOn}, object_until = ${served.objectUntil}
    where sanction_id = ${sanctionId} and served_on is null and cancelled_at is null returning 1`;
  return rows.length === 1;
}

/** @returns false when it was fulfilled before, or does not stand any more */
export async function setFulfilled(
  tx: Queryable,
  sanctionId: string,
  { on, why }: { readonly on: string; readonly why: string },
): Promise<boolean> {
  const rows = await tx`
    update case_sanction set fulfilled_on = ${on}, fulfilled_why = ${why}
    where sanction_id = ${sanctionId} and fulfilled_on is null and cancelled_at is null returning 1`;
  return rows.length === 1;
}

/** An objection that was granted takes what was given out of force; the letters stay in their register. */
export async function cancelSanctions(tx: Queryable, caseId: string, now: Date): Promise<void> {
  await tx`update case_sanction set cancelled_at = ${now} where case_id = ${caseId} and cancelled_at is null`;
}

/** Nothing about the case itself: only that somebody has looked at it as it was. */
export async function bumpCase(tx: Queryable, caseId: string): Promise<void> {
  await tx`update violation_case set revision = revision + 1 where case_id = ${caseId}`;
}
