import * as z from 'zod/mini';
import { patternFault } from '../krk/numbering.ts';
import { casePolicySchema, DEFAULT_POLICY } from './policy.ts';

const line = (most: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(most), z.regex(/^[^\p{Cc}]*$/u));

/** What the office decides about cases. What is null refuses the step that needs it, by its name. */
export const caseSettingsSchema = z.strictObject({
  policy: casePolicySchema,
  /** Of letters that give a sanction or hand a case over. */
  letterPattern: z.nullable(
    line(100).check(z.refine((pattern) => patternFault(pattern) === null, { error: '{nomor:4} … {tahun}' })),
  ),
  /** What the terms of objections rest on, as letters print it. */
  objectionBasis: line(200),
  /** Where an objection is brought: an address, a desk, an e-mail address; null: the office on the letter. */
  objectionDesk: z.nullable(line(300)),
  /** Office and official as they stand below a letter. */
  signer: z.nullable(z.strictObject({ office: line(200), title: line(200) })),
});
export type CaseSettings = z.infer<typeof caseSettingsSchema>;

export const EMPTY_CASE_SETTINGS: CaseSettings = {
  policy: DEFAULT_POLICY,
  letterPattern: null,
  objectionBasis: 'UU 30/2014 Pasal 75–78 (menunggu konfirmasi Bagian Hukum)',
  objectionDesk: null,
  signer: null,
};

/** DATA CONTOH: how the demo city numbers its letters while nobody has set anything; each of them is a trial. */
const DEMO_LETTERS = {
  letterPattern: 'UJI/{nomor:4}/PTR/{bulanRomawi}/{tahun}',
  signer: { office: 'CONTOH – Kota Contoh', title: 'CONTOH – Pejabat penandatangan' },
} as const;

/** The settings that hold for a case: those of the demonstration for a trial where the office has set none. */
export const caseSettingsFor = (set: CaseSettings, isTrial: boolean): CaseSettings =>
  isTrial && set.letterPattern === null ? { ...set, ...DEMO_LETTERS } : set;
