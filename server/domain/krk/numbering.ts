import type { Day } from '../work-days/working-days.ts';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;
const TOKEN = /\{(nomor(?::(\d))?|bulan|bulanRomawi|tahun)\}/g;

/** Why a pattern numbers nothing; null when it does. */
export function patternFault(pattern: string): 'unknownToken' | 'numberMissing' | 'yearMissing' | null {
  if (/[{}]/.test(pattern.replace(TOKEN, ''))) return 'unknownToken';
  if (!/\{nomor(:\d)?\}/.test(pattern)) return 'numberMissing';
  return pattern.includes('{tahun}') ? null : 'yearMissing';
}

/**
 * The number of a document, once, at its signing; it is stored and never made again.
 * @param pattern `{nomor:4}/…/{bulanRomawi}/{tahun}` as the office has set it
 */
export function writeNumber(pattern: string, sequence: number, signedOn: Day): string {
  const month = Number(signedOn.slice(5, 7));
  return pattern.replace(TOKEN, (_, token: string, width?: string) => {
    if (token === 'tahun') return signedOn.slice(0, 4);
    if (token === 'bulan') return signedOn.slice(5, 7);
    if (token === 'bulanRomawi') return ROMAN[month - 1] ?? '';
    return String(sequence).padStart(Number(width ?? 1), '0');
  });
}
