import type { Language } from '#domain/language';
import type { Cap, Figure, Measure, RuleValue } from '#domain/zoning/figure';
import { formatArea, formatNumber, formatPercent } from '../../lib/format.ts';
import type { Reader } from '../../locale/reader.tsx';

/** A value of a measure with its unit: `60 %`, `1,8 ×`, `4 lantai`, `12 m`. */
export function measureWords(measure: Measure, value: number, { language, t }: Reader): string {
  switch (measure) {
    case 'kdb':
    case 'kdh':
    case 'ktb':
      return formatPercent(value, language);
    case 'klb':
      return t['unit.times'](formatNumber(value, language));
    case 'floors':
    case 'basement_floors':
      return t['unit.floors'](formatNumber(value, language));
    case 'min_parcel_m2':
      return formatArea(value, language);
    case 'height_m':
    case 'building_gap_m':
      return lawMetres(value, language);
  }
}

/** Metres that a rule sets, as it sets them: 3.72 m that stay free are not said as 3.7. */
export const lawMetres = (m: number, language: Language): string => `${formatNumber(m, language)} m`;

/** What the governing value means, as a sentence. */
export function figureSentence(figure: Figure, value: number, reader: Reader): string {
  const { measure, operator } = figure;
  const isBasement = measure === 'basement_floors' || measure === 'ktb';
  if (isBasement && operator === 'max' && value === 0) return reader.t['sentence.noBasement'];
  const bare = measure === 'klb' || measure === 'floors' || measure === 'basement_floors';
  const words = bare ? formatNumber(value, reader.language) : measureWords(measure, value, reader);
  return reader.t[`sentence.${measure}`](words, operator);
}

/** What a cap sets, in its own unit: metres above sea level stay metres above sea level. */
export function capWords(measure: Measure, cap: Cap, reader: Reader): string {
  if (cap.comparable) return measureWords(measure, cap.value, reader);
  const unit = (cap.unitAsPrinted ?? '').replace(/^m AMSL$/i, reader.t['unit.amsl']);
  return `${formatNumber(cap.value, reader.language)} ${unit}`.trim();
}

/** A base value and caps that cannot be compared with it: all of them hold, and who can tell what it comes to. */
export function tornSentence({ measure, caps }: Figure, base: number, reader: Reader): string {
  const torn = caps.filter((cap) => !cap.comparable);
  const sentence = reader.t['figures.torn'](
    measureWords(measure, base, reader),
    torn.map((cap) => capWords(measure, cap, reader)).join(', '),
  );
  return torn.some((cap) => cap.theme === 'kkop')
    ? `${sentence} ${reader.t['figures.askAirport']}`
    : `${sentence} ${reader.t['figures.askOffice']}`;
}

/** For which parcels and roads a row of the table holds: `bidang 101 m² sampai 200 m², jalan lokal`. */
export function classWords(rule: RuleValue, { language, t }: Reader): string {
  const min = rule.parcelMinM2 === null ? null : formatArea(rule.parcelMinM2, language);
  const max = rule.parcelMaxM2 === null ? null : formatArea(rule.parcelMaxM2, language);
  const words: string[] = [];
  if (min !== null && max !== null) words.push(t['figures.parcelBetween'](min, max));
  else if (min !== null) words.push(t['figures.parcelFrom'](min));
  else if (max !== null) words.push(t['figures.parcelTo'](max));
  if (rule.roadClass !== null) words.push(t['figures.road'](rule.roadClass));
  return words.join(', ');
}

/** A row of the table: its number with unit, or its own words. */
export function ruleWords(measure: Measure, rule: RuleValue, reader: Reader): string {
  return rule.value === null ? (rule.text ?? '') : measureWords(measure, rule.value, reader);
}
