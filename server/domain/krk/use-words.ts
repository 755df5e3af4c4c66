import type { Language, Text } from '../language.ts';
import type { Citation } from '../zoning/citation.ts';
import type { Itbx, Verdict } from '../zoning/itbx.ts';
import { themeTitle } from '../zoning/theme-title.ts';

/** A verdict as the office and its papers write it: the letter of the matrix and the word. */
export const VERDICT_WORDS: Readonly<Record<Itbx, Text>> = {
  I: { id: 'I – Diizinkan', en: 'I – Permitted' },
  T: { id: 'T – Diizinkan terbatas', en: 'T – Permitted with limits' },
  B: { id: 'B – Diizinkan bersyarat', en: 'B – Permitted with conditions' },
  X: { id: 'X – Tidak diizinkan', en: 'X – Not permitted' },
  unknown: { id: 'Tidak dapat diputuskan dari data', en: 'Not decided by the data' },
};

const REASON_WORDS: Readonly<Record<NonNullable<Verdict['reason']>, Text>> = {
  emptyCell: { id: 'Kotaknya kosong di matriks.', en: 'Its cell is empty in the matrix.' },
  notInMatrix: {
    id: 'Matriks tidak menyebut kegiatan ini.',
    en: 'The matrix names no such activity.',
  },
  zoneNotInMatrix: { id: 'Zona ini tidak ada di matriks.', en: 'This zone is not in the matrix.' },
  noPlan: { id: 'Tidak ada rencana di sini.', en: 'There is no plan here.' },
  noMatrix: { id: 'Matriksnya belum ada di data.', en: 'The matrix is not in the data yet.' },
  invalidGeometry: {
    id: 'Batas atau kode zona di sini salah di berkas rencana.',
    en: 'The border or code of the zone here is wrong in the plan file.',
  },
  sourceFailed: { id: 'Sumber data gagal dibaca.', en: 'A data source could not be read.' },
  overlayUnknown: {
    id: 'Data tentang aturan tambahan yang mungkin melarangnya tidak cukup di sini.',
    en: 'There is not enough data here about an additional rule that might forbid it.',
  },
};

/** One sentence about a verdict, and where it stands in the law. */
export interface VerdictLine {
  readonly text: string;
  readonly basis: string | null;
}

/** What follows a verdict: why nothing could be decided, what an overlay makes of it, and every limit and condition in full. */
export function verdictLines(
  { governing, reason, overriddenBy, conditions }: Verdict,
  sources: readonly Citation[],
  language: Language,
): VerdictLine[] {
  const basis = (sourceId: string): string | null => citeIn(sources, sourceId);
  const line = ({ code, body, sourceId }: Verdict['conditions'][number]): VerdictLine => ({
    text: `${code}: ${body}`,
    basis: basis(sourceId),
  });
  return [
    ...(governing === 'unknown' && reason !== null
      ? [{ text: REASON_WORDS[reason][language], basis: null }]
      : []),
    ...overriddenBy.flatMap(({ theme, itbx, body, sourceId, conditions: own }) => [
      {
        text: `${themeTitle(theme, theme, language)}, ${VERDICT_WORDS[itbx][language]}: ${body}`,
        basis: basis(sourceId),
      },
      ...own.map(line),
    ]),
    // What an overlay forbids is not allowed again by a condition of the matrix.
    ...(governing === 'X' ? [] : conditions.map(line)),
  ];
}

/** The regulation that every one of the sources stands in; null where there are several, or none. */
export function oneRegulation(sources: readonly Citation[]): string | null {
  const [first, ...others] = new Set(sources.map(({ regulationTitle }) => regulationTitle));
  return others.length === 0 ? (first ?? null) : null;
}

/** Article of a source, with its regulation where there are several; null for one that is not among them. */
export function citeIn(sources: readonly Citation[], sourceId: string | null): string | null {
  const found = sources.find((one) => one.sourceId === sourceId);
  if (found === undefined) return null;
  return oneRegulation(sources) === null ? `${found.article}, ${found.regulationTitle}` : found.article;
}
