import type { Measure } from '#domain/field-round/item';
import { MEASURE_WORDS } from '#domain/field-round/words';
import { readNumber } from '#domain/krk/read-number';
import type { Language } from '#domain/language';
import { formatNumber } from '../../lib/format.ts';

/** More than anything that stands in a city; what is larger was typed wrong. */
const MOST = 1_000_000;

/** What was measured, as people write numbers here; floors are whole. Null: no such number. */
export function readMeasure(what: Measure, text: string): number | null {
  const value = readNumber(text.trim());
  if (value === null || !(value >= 0 && value <= MOST)) return null;
  return what === 'floors' && !Number.isInteger(value) ? null : value;
}

/** A measure with its unit. */
export const measureWords = (what: Measure, value: number, language: Language): string =>
  `${formatNumber(value, language)} ${MEASURE_WORDS[what].unit[language]}`;
