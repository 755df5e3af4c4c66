import type { BuildingPart, RuleCheck } from '#domain/building/building';
import type { Language } from '#domain/language';
import { formatArea, formatMetres, formatNumber } from '../../lib/format.ts';
import { checkTexts } from './check-texts.ts';
import { texts } from './texts.ts';

const words = { id: { ...texts.id, ...checkTexts.id }, en: { ...texts.en, ...checkTexts.en } };
type Words = (typeof words)['id'];

/** All texts of the result in the reader's language. */
export const wordsOf = (language: Language): Words => words[language] as Words;

/** Whether the outline of the volume is known; its height may still be open. */
export const isShapeCertain = ({ envelope }: BuildingPart): boolean =>
  envelope.doubts.every((doubt) => doubt === 'heightUnknown' || doubt === 'heightAboveSea');

/** The admissible volume in one sentence. */
export function envelopeSentence(part: BuildingPart, language: Language): string {
  const t = wordsOf(language);
  const { status, areaM2, heightM, heightFrom } = part.envelope;
  if (status === 'nothing' || status === 'prohibited') return t[`envelope.${status}`];
  const height =
    heightM === null
      ? t.noHeight
      : (heightFrom === 'floors' ? t.upToAssumed : t.upTo)(formatMetres(heightM, language));
  const area = roundArea(areaM2, language);
  if (status === 'outerBound' && isShapeCertain(part)) return t['envelope.shapeOnly'](area, height);
  return t[`envelope.${status}`](area, height);
}

/** Square metres as people say them: whole ones from a hundred on. */
export const roundArea = (m2: number, language: Language): string =>
  formatArea(m2 >= 100 ? Math.round(m2) : Math.round(m2 * 10) / 10, language);

/** A value of a rule with its unit. */
export function amountWords(value: number, unit: RuleCheck['unit'], language: Language): string {
  if (unit === 'm2') return roundArea(value, language);
  if (unit === 'm') return `${formatNumber(value, language, 2)} m`;
  return wordsOf(language).floors(formatNumber(value, language, 1));
}

/** What was compared and how much is left or missing. */
export function marginWords(rule: RuleCheck, language: Language): string {
  const t = wordsOf(language);
  const { value, limit, margin, operator, unit } = rule;
  const amount = (number: number) => amountWords(number, unit, language);
  if (limit === null) return '';
  if (value === null) return (operator === 'max' ? t.limitMax : t.limitMin)(amount(limit));
  const compared = (operator === 'max' ? t.compareMax : t.compareMin)(amount(value), amount(limit));
  if (margin === null || rule.outcome === 'cannotSay') return compared;
  return `${compared} – ${margin < 0 ? t.over(amount(-margin)) : t.spare(amount(margin))}`;
}
