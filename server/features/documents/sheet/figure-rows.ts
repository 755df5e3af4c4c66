import { roundLimit } from '#domain/building/printed-limit';
import type { ExtractPart } from '#domain/extract/extract';
import type { Cap, Figure, Measure, RuleValue } from '#domain/zoning/figure';
import { areaWords, metreWords, numberWords, percentWords } from './number-words.ts';
import type { RuleRow } from './sheet.ts';
import type { Writer } from './words-of.ts';

/** A value with its unit. A unit that the plan prints itself (a KLB in percent) is kept, and nothing is converted. */
export function measureWords(
  measure: Measure,
  value: number,
  printed: string | null,
  writer: Writer,
): string {
  const { language, t } = writer;
  const unit = printed?.trim() ?? '';
  switch (measure) {
    case 'kdb':
    case 'kdh':
    case 'ktb':
      return percentWords(value, language);
    case 'klb':
      return unit === '%' ? percentWords(value, language) : t['unit.times'](numberWords(value, language));
    case 'floors':
    case 'basement_floors':
      return t['unit.floors'](numberWords(value, language));
    case 'min_parcel_m2':
      return areaWords(value, language);
    case 'height_m':
    case 'building_gap_m':
      return metreWords(value, language);
  }
}

/** What an overlay sets, in its own unit: metres above sea level stay metres above sea level. */
export function capWords(measure: Measure, cap: Cap, writer: Writer): string {
  if (cap.comparable) return measureWords(measure, cap.value, cap.unitAsPrinted, writer);
  const unit = (cap.unitAsPrinted ?? '').replace(/^m AMSL$/i, writer.t['unit.amsl']);
  return `${numberWords(cap.value, writer.language)} ${unit}`.trim();
}

/** The row of one measure. It is there whatever is known: a row that is missing could be read as no limit. */
export function figureRow(part: ExtractPart, measure: Measure, writer: Writer): RuleRow {
  const { t } = writer;
  const label = t[`rule.${measure}`];
  const figure = part.figures.find((one) => one.measure === measure);
  if (figure === undefined) return { label, value: t['rule.notSet'], detail: '', basis: '', isFigure: false };
  return {
    label,
    value: valueWords(figure, writer),
    isFigure: figure.governing !== null || figure.status === 'capNotComparable',
    detail: detailOf(figure, part, writer).join('; '),
    basis: writer.citeAll([
      figure.governing?.sourceId ?? null,
      figure.base?.sourceId ?? null,
      ...figure.caps.map((cap) => cap.sourceId),
      ...figure.alternatives.map((rule) => rule.sourceId),
    ]),
  };
}

function valueWords(figure: Figure, writer: Writer): string {
  const { t } = writer;
  const { measure, base, governing } = figure;
  const printed = base?.unitAsPrinted ?? null;
  if (governing !== null) return measureWords(measure, governing.value, printed, writer);
  const baseWords = base?.value == null ? null : measureWords(measure, base.value, printed, writer);
  switch (figure.status) {
    case 'text':
      return base?.text ?? t['rule.notSet'];
    case 'outsideClasses':
      return t['rule.outsideClasses'];
    case 'needsParcel':
      return t['rule.needsParcel'];
    case 'overlayUnknown':
      return t['rule.overlayUnknown'](baseWords ?? '?');
    case 'capNotComparable':
      return [
        baseWords,
        ...figure.caps.filter((cap) => !cap.comparable).map((cap) => capWords(measure, cap, writer)),
      ]
        .filter((words) => words !== null)
        .join('; ');
    default:
      return t['rule.notSet'];
  }
}

function detailOf(figure: Figure, part: ExtractPart, writer: Writer): string[] {
  const { t, language } = writer;
  const { measure, base, bound } = figure;
  const printed = base?.unitAsPrinted ?? null;
  const said: string[] = [];
  if (figure.computedM2 !== null) {
    const computed = areaWords(roundLimit(figure.computedM2, figure.operator, 2), language);
    if (measure === 'klb') said.push(t['rule.floorArea'](computed));
    else
      said.push(
        part.areaM2 === null ? computed : t['rule.ofArea'](computed, areaWords(part.areaM2, language)),
      );
  }
  if (figure.caps.length > 0 && base?.value != null)
    said.push(t['rule.base'](measureWords(measure, base.value, printed, writer)));
  for (const cap of figure.caps) {
    const theme = t['themes.name'](cap.theme, cap.theme);
    said.push(t[`rule.${cap.effect}`](capWords(measure, cap, writer), theme));
    if (!cap.comparable) said.push(t['rule.notComparable']);
  }
  if (bound !== null && bound.from !== 'base')
    said.push(t['rule.bound'](measureWords(measure, bound.value, printed, writer)));
  for (const rule of figure.alternatives) said.push(classWords(rule, measure, writer));
  if (base !== null && figure.alternatives.length === 0) {
    const words = whichClass(base, writer);
    if (words !== '') said.push(words);
  }
  if (measure === 'height_m' && base?.value != null) said.push(t['rule.heightFrom']);
  return said;
}

/** A row of the table that holds for some parcels or roads: `bidang sampai 200 m²: 60 %`. */
function classWords(rule: RuleValue, measure: Measure, writer: Writer): string {
  const value =
    rule.value === null ? (rule.text ?? '') : measureWords(measure, rule.value, rule.unitAsPrinted, writer);
  const words = whichClass(rule, writer);
  return words === '' ? value : `${words}: ${value}`;
}

function whichClass({ parcelMinM2, parcelMaxM2, roadClass }: RuleValue, { t, language }: Writer): string {
  const from = parcelMinM2 === null ? null : areaWords(parcelMinM2, language);
  const to = parcelMaxM2 === null ? null : areaWords(parcelMaxM2, language);
  const said: string[] = [];
  if (from !== null && to !== null) said.push(t['rule.class'](from, to));
  else if (from !== null) said.push(t['rule.classFrom'](from));
  else if (to !== null) said.push(t['rule.classTo'](to));
  if (roadClass !== null) said.push(t['rule.road'](roadClass));
  return said.join(', ');
}
