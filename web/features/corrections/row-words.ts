import type { CaseRow } from '#domain/correction/correction';
import type { Reader } from '../../locale/reader.tsx';
import { saidInWords, subjectInWords } from '../history/index.ts';

/** Parts of an answer, in its order. */
export const PARTS = ['zona', 'angka', 'kegiatan', 'tambahan'] as const;
type RowPart = (typeof PARTS)[number];

const PART_OF: Readonly<Record<CaseRow['kind'], RowPart>> = {
  zone: 'zona',
  figure: 'angka',
  setback: 'angka',
  note: 'angka',
  activity: 'kegiatan',
  condition: 'kegiatan',
  overlay: 'tambahan',
  effect: 'tambahan',
  rtrw: 'tambahan',
};

/** Under which part of the answer a row stands. */
export const partOf = ({ kind }: Pick<CaseRow, 'kind'>): RowPart => PART_OF[kind];

type Told = Pick<CaseRow, 'kind' | 'code' | 'name' | 'zoneCode' | 'says'>;

/** What a row is about: `Tapak bangunan (KDB), R-3`. */
export function rowTitle({ kind, code, name, zoneCode }: Told, reader: Reader): string {
  const title = subjectInWords({ kind, part: null, code, name }, reader);
  // The class of a figure stands behind its measure.
  const rowClass = kind === 'figure' ? code.split(' ').slice(1).join(' ') : '';
  return [title, rowClass, kind === 'zone' ? '' : (zoneCode ?? '')].filter(Boolean).join(', ');
}

/** What a row says: `paling banyak 60 %`. */
export const rowSaid = ({ kind, code, name, says }: Told, reader: Reader): string =>
  saidInWords({ kind, part: null, code, name }, says, reader);
