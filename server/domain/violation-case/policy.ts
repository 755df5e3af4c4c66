import * as z from 'zod/mini';
import type { Text } from '../language.ts';

/** How SP4N-LAPOR! sorts what is reported: by it goes how long the follow-up may take. */
export const SERVICE_CLASSES = ['ringan', 'normatif', 'tanpaPengawasan', 'pengawasan'] as const;
export type ServiceClass = (typeof SERVICE_CLASSES)[number];

export const SERVICE_CLASS_WORDS: Readonly<Record<ServiceClass, Text>> = {
  ringan: { id: 'Ringan', en: 'Light' },
  normatif: { id: 'Normatif atau permintaan informasi', en: 'About a rule, or asking for information' },
  tanpaPengawasan: { id: 'Tidak berkadar pengawasan', en: 'Without supervision' },
  pengawasan: { id: 'Berkadar pengawasan', en: 'With supervision' },
};

const days = z.int().check(z.gte(1), z.lte(365));

/** Working days that each stage may take, and how long who reported is known. They are rows that the office edits; see {@link DEFAULT_POLICY}. */
export const casePolicySchema = z.strictObject({
  verifyDays: days,
  followUpDays: days,
  replyDays: days,
  /** In which the office acts: on what was confirmed or handed over, on a letter that is to be served, on what was fulfilled. */
  enforceDays: days,
  classDays: z.strictObject({ ringan: days, normatif: days, tanpaPengawasan: days, pengawasan: days }),
  /** In which a reporter can say that it is not done. */
  disputeDays: days,
  /** In which whom a sanction is for can object to it, from the day on which its letter was served. */
  objectWithinDays: days,
  /** In which the office decides on an objection. */
  objectionDays: days,
  /** In which whoever objected can go to the superior of who decided. */
  appealWithinDays: days,
  /** After the end of a case, in days of the calendar: then nobody knows any more who reported it. */
  keepReporterDays: z.int().check(z.gte(30), z.lte(3_650)),
});
export type CasePolicy = z.infer<typeof casePolicySchema>;

/**
 * What SP4N-LAPOR! shows to the public (verification 3, follow-up 5, reply 10) and its classes (2, 5, 14, 60), in working
 * days: Permenpan RB 62/2018 as its guides quote it. Ten days to act on what was confirmed, and to say that it is not done, are ours. Terms of a sanction
 * are the city's to set: there is no default. Those of an objection (21 to object, 10 to decide, 10 to go on) are UU 30/2014
 * arts. 75–78 as we know them, not held against its text yet: what they rest on is a setting beside them, printed with
 * them, and the legal bureau confirms both. That names and contacts of reporters go a year after the end is ours, too:
 * UU 27/2022 wants an end and says no number.
 */
export const DEFAULT_POLICY: CasePolicy = {
  verifyDays: 3,
  followUpDays: 5,
  replyDays: 10,
  enforceDays: 10,
  classDays: { ringan: 2, normatif: 5, tanpaPengawasan: 14, pengawasan: 60 },
  disputeDays: 10,
  objectWithinDays: 21,
  objectionDays: 10,
  appealWithinDays: 10,
  keepReporterDays: 365,
};
