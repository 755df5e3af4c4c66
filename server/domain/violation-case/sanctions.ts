import * as z from 'zod/mini';
import type { Text } from '../language.ts';
import { type Problem, problem } from '../problem.ts';
import type { Day } from '../work-days/working-days.ts';

/** The nine administrative sanctions, in the order of PP 21/2021. They can be combined, and are no ladder. */
export const SANCTION_KINDS = [
  'peringatanTertulis',
  'dendaAdministratif',
  'penghentianKegiatan',
  'penghentianPelayanan',
  'penutupanLokasi',
  'pencabutanKkpr',
  'pembatalanKkpr',
  'pembongkaran',
  'pemulihanFungsi',
] as const;
export type SanctionKind = (typeof SANCTION_KINDS)[number];

export const SANCTION_WORDS: Readonly<Record<SanctionKind, Text>> = {
  peringatanTertulis: { id: 'Peringatan tertulis', en: 'Written warning' },
  dendaAdministratif: { id: 'Denda administratif', en: 'Administrative fine' },
  penghentianKegiatan: { id: 'Penghentian sementara kegiatan', en: 'Temporary stop of the activity' },
  penghentianPelayanan: {
    id: 'Penghentian sementara pelayanan umum',
    en: 'Temporary stop of public services',
  },
  penutupanLokasi: { id: 'Penutupan lokasi', en: 'Closure of the place' },
  pencabutanKkpr: { id: 'Pencabutan KKPR', en: 'Withdrawal of the KKPR' },
  pembatalanKkpr: { id: 'Pembatalan KKPR', en: 'Annulment of the KKPR' },
  pembongkaran: { id: 'Pembongkaran bangunan', en: 'Demolition of the building' },
  pemulihanFungsi: { id: 'Pemulihan fungsi ruang', en: 'Restoration of the use' },
};

/** Written warnings that a case can have. */
export const MOST_WARNINGS = 3;
const WARNING_RULE = 'PP 21/2021: peringatan tertulis paling banyak tiga kali';

/** How a letter reached whom it is for. */
export const SERVED_HOW = ['diserahkan', 'pos', 'ditempel', 'ditolak'] as const;
export type ServedHow = (typeof SERVED_HOW)[number];
export const SERVED_WORDS: Readonly<Record<ServedHow, Text>> = {
  diserahkan: { id: 'Diserahkan langsung', en: 'Handed over in person' },
  pos: { id: 'Melalui pos tercatat', en: 'By registered post' },
  ditempel: { id: 'Ditempel di lokasi', en: 'Put up at the place' },
  ditolak: { id: 'Ditolak penerima, dengan berita acara', en: 'Refused, with a record of it' },
};

const text = (most: number) => z.string().check(z.trim(), z.minLength(5), z.maxLength(most));

/** A sanction as it is given; the terms are the office's, never the product's. */
export const sanctionEntrySchema = z.strictObject({
  kind: z.enum(SANCTION_KINDS),
  /** What has to be done. */
  obligation: text(2_000),
  /** Working days from the day on which the letter was served; null: the sanction has no term. */
  termDays: z.nullable(z.int().check(z.gte(1), z.lte(365))),
  /** Of a fine, in rupiah. */
  amountRupiah: z.nullable(z.int().check(z.gte(1), z.lte(1_000_000_000_000))),
  /** What the forum of spatial planning (FPR) has considered, where it was asked: number and day of its record, and what it says. */
  fprNote: z.optional(z.nullable(text(2_000))),
});
export type SanctionEntry = z.infer<typeof sanctionEntrySchema>;

/** A warning that stands already, as the next one looks at it. */
export interface EarlierWarning {
  readonly level: number;
  readonly servedOn: Day | null;
  readonly dueOn: Day | null;
}

/** The level of the next warning: SP-1, SP-2, SP-3. */
export const nextWarningLevel = (earlier: readonly EarlierWarning[]): number =>
  Math.max(0, ...earlier.map(({ level }) => level)) + 1;

/**
 * Why a sanction cannot be given now; null when it can.
 * @param earlier warnings of the case that stand
 */
export function refuseSanction(
  { kind, termDays, amountRupiah }: SanctionEntry,
  earlier: readonly EarlierWarning[],
  today: Day,
): Problem | null {
  if (kind === 'dendaAdministratif' && amountRupiah === null)
    return problem('stepIncomplete', { names: ['amountRupiah'] });
  if (kind !== 'dendaAdministratif' && amountRupiah !== null)
    return problem('stepIncomplete', { names: ['amountRupiah'] });
  if (kind !== 'peringatanTertulis') return null;
  // Without a term there is no day after which the next one could follow.
  if (termDays === null) return problem('stepIncomplete', { names: ['termDays'] });
  const level = nextWarningLevel(earlier);
  if (level > MOST_WARNINGS) return problem('warningsSpent', { most: MOST_WARNINGS, rule: WARNING_RULE });
  const last = earlier.find((one) => one.level === level - 1);
  if (last === undefined) return null;
  if (last.dueOn === null) return problem('warningNotServed', { level: last.level, rule: WARNING_RULE });
  return today <= last.dueOn
    ? problem('warningTooEarly', { level, earlier: last.level, dueOn: last.dueOn, rule: WARNING_RULE })
    : null;
}

/** How a sanction is called in a letter: a warning with its level. */
export const sanctionTitle = (kind: SanctionKind, level: number | null): string =>
  level === null ? SANCTION_WORDS[kind].id : `Surat Peringatan ${level} (SP-${level})`;
