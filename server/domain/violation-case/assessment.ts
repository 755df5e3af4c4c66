import * as z from 'zod/mini';
import type { Text } from '../language.ts';
import { RECOMMENDABLE } from './outcomes.ts';
import { SANCTION_KINDS } from './sanctions.ts';

/** Duties whose breach is a violation: what the law asks, and what the rules at a place say in figures. */
export const RULES_BROKEN = [
  'pemanfaatan',
  'kkpr',
  'kdb',
  'klb',
  'kdh',
  'ketinggian',
  'gsb',
  'sempadan',
  'pbg',
  'akses',
  'lain',
] as const;
export type RuleBroken = (typeof RULES_BROKEN)[number];

export const RULE_BROKEN_WORDS: Readonly<Record<RuleBroken, Text>> = {
  pemanfaatan: { id: 'Kegiatan di zona ini', en: 'The use in this zone' },
  kkpr: { id: 'KKPR dan syaratnya', en: 'The KKPR and its conditions' },
  kdb: { id: 'KDB', en: 'Building coverage (KDB)' },
  klb: { id: 'KLB', en: 'Floor area ratio (KLB)' },
  kdh: { id: 'KDH', en: 'Green share (KDH)' },
  ketinggian: { id: 'Ketinggian bangunan', en: 'Height of the building' },
  gsb: { id: 'Garis sempadan bangunan (GSB)', en: 'Building line (GSB)' },
  sempadan: { id: 'Sempadan pantai, sungai, atau lainnya', en: 'Shore, river or other buffer' },
  pbg: { id: 'PBG/SLF', en: 'Building permit (PBG/SLF)' },
  akses: { id: 'Akses ke kawasan milik umum', en: 'Access to public areas' },
  lain: { id: 'Ketentuan lain', en: 'Another rule' },
};

const line = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const text = z.string().check(z.trim(), z.minLength(5), z.maxLength(4_000));

/** What the rule says, what was found, and by which article: one row for each rule that was looked at. */
const findingSchema = z.strictObject({
  rule: z.enum(RULES_BROKEN),
  stated: line(500),
  found: line(500),
  article: line(500),
  isBroken: z.boolean(),
});

/** An assessment as an analyst writes it. */
export const assessmentEntrySchema = z.strictObject({
  outcome: z.enum(RECOMMENDABLE),
  summary: text,
  findings: z.array(findingSchema).check(z.maxLength(30)),
  /** Sanctions that are recommended; whoever gives one decides. */
  sanctions: z.array(z.enum(SANCTION_KINDS)).check(z.maxLength(SANCTION_KINDS.length)),
  /** Where another authority decides: its name and how it is reached. */
  forwardTo: z.nullable(line(300)),
});
export type AssessmentEntry = z.infer<typeof assessmentEntrySchema>;

/** What an assessment lacks before it can be looked at, by name. */
export function assessmentGaps(
  { outcome, findings, forwardTo }: AssessmentEntry,
  hasInspection: boolean,
): string[] {
  const gaps: string[] = [];
  if (outcome === 'terbukti' && !findings.some(({ isBroken }) => isBroken)) gaps.push('findings');
  if (outcome !== 'terbukti' && findings.some(({ isBroken }) => isBroken)) gaps.push('findings');
  // Nobody is found to have broken a rule by somebody who has not been there.
  if (outcome === 'terbukti' && !hasInspection) gaps.push('inspection');
  if (outcome === 'bukanKewenangan' && forwardTo === null) gaps.push('forwardTo');
  return gaps;
}
