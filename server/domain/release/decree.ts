import type { LayerKind } from './layer-record.ts';
import type { ReleaseKind } from './release.ts';

/** A decree in its parts, as law cites it. */
export interface Decree {
  /** `Peraturan Daerah`, `Peraturan Wali Kota` … */
  readonly type: string;
  readonly number: string;
  /** Four digits. */
  readonly year: string;
  /** What stands after “tentang”. */
  readonly about: string;
}

/** What puts a plan in force; a form offers them. `CONTOH` is for demonstration data. */
export const DECREE_TYPES = [
  'Peraturan Daerah',
  'Peraturan Wali Kota',
  'Keputusan Wali Kota',
  'Peraturan Gubernur',
  'Peraturan Menteri',
  'Peraturan Pemerintah',
  'Peraturan Presiden',
  'CONTOH',
] as const;

/** One line, as it is cited and stored. */
export const writeDecree = ({ type, number, year, about }: Decree): string =>
  `${type} Nomor ${number} Tahun ${year} tentang ${about}`;

/** The parts of a decree that is written in full; null: one of them is missing. */
export function readDecree(text: string): Decree | null {
  const found = /^(\S.*?)\s+Nomor\s+(\S+)\s+Tahun\s+(\d{4})\s+tentang\s+(\S.{2,})$/i.exec(text.trim());
  const [, type = '', number = '', year = '', about = ''] = found ?? [];
  return found === null ? null : { type, number, year, about };
}

/** Layers that the plan itself is made of: what they say is law. */
const OF_THE_PLAN: ReadonlySet<LayerKind> = new Set(['zones', 'rtrw', 'rules']);

/**
 * Whether a release changes the plan, so that its decree must be named in full with its date. Who goes back or opens a
 * layer brings no new law: their reason is on record.
 */
export const needsFullDecree = (kind: ReleaseKind, items: readonly { readonly kind: LayerKind }[]): boolean =>
  kind === 'change' && items.some((item) => OF_THE_PLAN.has(item.kind));

/** Why a decree does not do for the plan; null: it does. */
export function findDecreeFault(
  decree: string,
  decreeOn: string | undefined,
): 'decreeIncomplete' | 'decreeYearDiffers' | null {
  const read = readDecree(decree);
  if (read === null || decreeOn === undefined) return 'decreeIncomplete';
  return decreeOn.startsWith(read.year) ? null : 'decreeYearDiffers';
}
