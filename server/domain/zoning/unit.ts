import type { Measure } from './figure.ts';

const DEFAULT_UNIT: Record<Measure, string> = {
  kdb: '%',
  klb: 'ratio',
  kdh: '%',
  ktb: '%',
  height_m: 'm',
  floors: 'lantai',
  basement_floors: 'lantai',
  min_parcel_m2: 'm2',
  building_gap_m: 'm',
};

const ABOVE_SEA = 'm amsl';

const SPELLINGS: Readonly<Record<string, string>> = {
  '%': '%',
  persen: '%',
  m: 'm',
  meter: 'm',
  lantai: 'lantai',
  lt: 'lantai',
  lapis: 'lantai',
  'm²': 'm2',
  m2: 'm2',
  x: 'ratio',
  kali: 'ratio',
  ratio: 'ratio',
  rasio: 'ratio',
  'm amsl': ABOVE_SEA,
  mamsl: ABOVE_SEA,
  mdpl: ABOVE_SEA,
  'm dpl': ABOVE_SEA,
};

/**
 * The unit that a printed one stands for: spellings are folded, a missing one is the measure's own. A unit that is not
 * known (such as metres above sea level) stays as it is and equals only itself.
 */
export function unitOfMeasure(measure: Measure, printed: string | null): string {
  const text = printed?.trim().toLowerCase() ?? '';
  return text === '' ? DEFAULT_UNIT[measure] : (SPELLINGS[text] ?? text);
}

/**
 * The units in which a number says something about the measure: 12 metres are no 12 floors, and 0.1 ha no 0.1 m². KLB may be
 * printed in percent; a height above the sea is one, though it is never compared with one above the ground.
 */
export const unitsOf = (measure: Measure): readonly string[] => [
  DEFAULT_UNIT[measure],
  ...(measure === 'klb' ? ['%'] : measure === 'height_m' ? [ABOVE_SEA] : []),
];
