import * as z from 'zod/mini';
import { addDays, type Day } from '../work-days/working-days.ts';

/** Days that an office has for corrective action, as it is told; to be checked against each report, which says it itself. */
const USUAL_DAYS = 30;
/** The day that is offered for a report of the Ombudsman that came in on a day. It is never set without somebody. */
export const usualLahpDay = (receivedOn: Day): Day => addDays(receivedOn, USUAL_DAYS);

const day = z.iso.date();
const line = (most: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(most), z.regex(/^[^\p{Cc}]*$/u));
const text = z.string().check(z.trim(), z.minLength(5), z.maxLength(4_000));

/** A laporan akhir hasil pemeriksaan of the Ombudsman as the office keeps it: what it asks for, and what was done. */
export const lahpBodySchema = z
  .strictObject({
    /** As the Ombudsman numbers it. */
    number: line(100),
    datedOn: day,
    receivedOn: day,
    /** The corrective action that is asked for. */
    action: text,
    dueOn: day,
    /** The case that it is about, by its ticket; null where it is about none. */
    caseTicket: z.nullable(line(40)),
    /** What was done, and where the proof of it is; null until something was. */
    evidence: z.nullable(text),
    /** The day on which it was done and told to the Ombudsman; null while it is owed. */
    doneOn: z.nullable(day),
  })
  .check(
    z.refine(({ datedOn, receivedOn, dueOn }) => datedOn <= receivedOn && receivedOn <= dueOn, {
      error: 'datedOn ≤ receivedOn ≤ dueOn',
      path: ['dueOn'],
    }),
    z.refine(({ evidence, doneOn }) => doneOn === null || evidence !== null, {
      error: 'what is done has evidence',
      path: ['evidence'],
    }),
    z.refine(({ receivedOn, doneOn }) => doneOn === null || receivedOn <= doneOn, {
      error: 'receivedOn ≤ doneOn',
      path: ['doneOn'],
    }),
  );
export type LahpBody = z.infer<typeof lahpBodySchema>;

export type LahpStanding = 'done' | 'doneLate' | 'overdue' | 'owed';
/** Where the duty stands on a day; the last day counts. */
export function lahpStanding(
  { dueOn, doneOn }: Pick<LahpBody, 'dueOn' | 'doneOn'>,
  today: Day,
): LahpStanding {
  if (doneOn !== null) return doneOn <= dueOn ? 'done' : 'doneLate';
  return dueOn < today ? 'overdue' : 'owed';
}

/** `GET /api/v1/staff/lahp`: what is owed first, by its day. */
export const lahpListSchema = z.object({
  reports: z.array(
    z.object({
      lahpId: z.uuid(),
      number: z.string(),
      datedOn: day,
      receivedOn: day,
      action: z.string(),
      dueOn: day,
      /** Null: about no case, or about one that who asks does not see. */
      about: z.nullable(z.object({ caseId: z.uuid(), ticket: z.string() })),
      evidence: z.nullable(z.string()),
      doneOn: z.nullable(day),
      revision: z.int(),
    }),
  ),
});
export type LahpList = z.infer<typeof lahpListSchema>;
export type Lahp = LahpList['reports'][number];
