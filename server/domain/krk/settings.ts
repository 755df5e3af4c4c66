import * as z from 'zod/mini';
import { patternFault } from './numbering.ts';

const line = (most: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(most), z.regex(/^[^\p{Cc}]*$/u));
const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(4_000));
const days = z.int().check(z.gte(1), z.lte(365));

/**
 * What the office decides about its service. Everything is null until it has: a step that needs what is null is refused
 * by its name, and nothing is put in its place.
 */
export const serviceSettingsSchema = z.strictObject({
  /** Papers that an application brings. `isPersonal`: only who may read about people opens it. */
  papers: z.nullable(
    z
      .array(
        z.strictObject({
          id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
          name: line(200),
          isRequired: z.boolean(),
          isPersonal: z.boolean(),
        }),
      )
      .check(z.maxLength(40)),
  ),
  /** Working days from a complete file to a signed document, and for an objection. */
  serviceDays: z.nullable(days),
  objectionDays: z.nullable(days),
  /** As the citizen reads it: "gratis", or by which regulation. */
  fee: z.nullable(line(300)),
  /** Days that a document holds. `untilPlanChanges`: no end of its own. */
  validity: z.nullable(
    z.union([
      z.strictObject({ kind: z.literal('days'), days: z.int().check(z.gte(1), z.lte(36_500)) }),
      z.strictObject({ kind: z.literal('untilPlanChanges') }),
    ]),
  ),
  numberPattern: z.nullable(
    line(100).check(z.refine((pattern) => patternFault(pattern) === null, { error: '{nomor:4} … {tahun}' })),
  ),
  /** Office and official as they stand below the document. */
  signer: z.nullable(z.strictObject({ office: line(200), title: line(200) })),
  closingText: z.nullable(text),
  /** Days after its end for which the personal data of an application are kept; null: until somebody sets it. */
  retentionDays: z.nullable(z.int().check(z.gte(1), z.lte(36_500))),
  /** Days for which a draft is kept that nobody submits; null or left out: until somebody sets it. */
  draftRetentionDays: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(36_500)))),
});
export type ServiceSettings = z.infer<typeof serviceSettingsSchema>;
export type SettingName = keyof ServiceSettings;

export const EMPTY_SETTINGS: ServiceSettings = {
  papers: null,
  serviceDays: null,
  objectionDays: null,
  fee: null,
  validity: null,
  numberPattern: null,
  signer: null,
  closingText: null,
  retentionDays: null,
};

/** DATA CONTOH: what the demo city works with while nobody has set anything; every document of it is a trial. */
export const DEMO_SETTINGS: ServiceSettings = {
  papers: [
    { id: 'ktp', name: 'CONTOH – KTP pemohon', isRequired: false, isPersonal: true },
    { id: 'bukti-tanah', name: 'CONTOH – Bukti penguasaan tanah', isRequired: false, isPersonal: true },
    { id: 'rencana-tapak', name: 'CONTOH – Rencana tapak', isRequired: false, isPersonal: false },
  ],
  serviceDays: 5,
  objectionDays: 5,
  fee: 'CONTOH – belum ditetapkan',
  validity: { kind: 'untilPlanChanges' },
  numberPattern: 'UJI/{nomor:4}/KRK/{bulanRomawi}/{tahun}',
  signer: { office: 'CONTOH – Kota Contoh', title: 'CONTOH – Pejabat penandatangan' },
  closingText: 'UJI COBA – BUKAN DOKUMEN RESMI',
  retentionDays: null,
};

/** The settings that hold now, and whose they are. */
export interface HeldSettings {
  readonly settings: ServiceSettings;
  readonly isDemo: boolean;
}

/** What the office has set; in a demo city where it has set nothing at all, those of the demonstration. */
export function settingsInForce(set: ServiceSettings, isDemoCity: boolean): HeldSettings {
  const isEmpty = Object.values(set).every((value) => value === null);
  return isEmpty && isDemoCity ? { settings: DEMO_SETTINGS, isDemo: true } : { settings: set, isDemo: false };
}

/** Settings that a step cannot do without. What is missing is named. */
const NEEDED: Readonly<Partial<Record<string, readonly SettingName[]>>> = {
  submit: ['papers'],
  sign: ['numberPattern', 'signer', 'validity'],
};

/** The settings that a step needs and nobody has set. */
export const missingSettings = (step: string, settings: ServiceSettings): readonly SettingName[] =>
  (NEEDED[step] ?? []).filter((name) => settings[name] === null);
