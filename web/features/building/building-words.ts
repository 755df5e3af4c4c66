import type { BuildingPart, RuleCheck } from '#domain/building/building';
import { roundCompared, roundLimit } from '#domain/building/printed-limit';
import type { Language } from '#domain/language';
import { formatArea, formatNumber } from '../../lib/format.ts';
import { checkTexts } from './check-texts.ts';
import { PROPOSAL_FIELDS, type ProposalFieldName } from './proposal-fields.ts';
import { texts } from './texts.ts';

const words = { id: { ...texts.id, ...checkTexts.id }, en: { ...texts.en, ...checkTexts.en } };
type Words = (typeof words)['id'];

/** All texts of the result in the reader's language. */
export const wordsOf = (language: Language): Words => words[language] as Words;

/** Says which entries were left out because they are no such numbers, by what the form calls them. */
export function unreadWords(names: readonly ProposalFieldName[], language: Language): string {
  const t = wordsOf(language);
  const fields = PROPOSAL_FIELDS.filter(({ name }) => names.includes(name));
  return t.unread(fields.map(({ key }) => t[`field.${key}`]).join('; '));
}

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
      : (heightFrom === 'floors' ? t.upToAssumed : t.upTo)(limitMetres(heightM, language));
  const area = limitArea(areaM2, 'max', language);
  if (status === 'outerBound' && isShapeCertain(part)) return t['envelope.shapeOnly'](area, height);
  return t[`envelope.${status}`](area, height);
}

/** The greatest height, in metres. */
export const limitMetres = (m: number, language: Language): string =>
  `${formatNumber(roundLimit(m, 'max', 2), language)} m`;

/** Square metres of ground as people say them: whole ones from a hundred on. A limit is never rounded so. */
export const roundArea = (m2: number, language: Language): string =>
  formatArea(m2 >= 100 ? Math.round(m2) : Math.round(m2 * 10) / 10, language);

/** The most or the least of an area as people say it: never more, or less, than the rule allows. */
export const limitArea = (m2: number, operator: 'max' | 'min', language: Language): string =>
  formatArea(roundLimit(m2, operator, 1), language);

/** A value of a rule with its unit. */
function amountWords(value: number, unit: RuleCheck['unit'], language: Language): string {
  if (unit === 'm2') return formatArea(value, language);
  if (unit === 'm') return `${formatNumber(value, language)} m`;
  return wordsOf(language).floors(formatNumber(value, language));
}

/** What was compared and how much is left or missing: three numbers of which each follows from the others. */
export function marginWords(rule: RuleCheck, language: Language): string {
  const t = wordsOf(language);
  const { value, limit, margin, operator, unit } = rule;
  const decimals = unit === 'lantai' ? 1 : 2;
  const amount = (number: number) => amountWords(number, unit, language);
  if (limit === null) return '';
  const edge = roundLimit(limit, operator, decimals);
  if (value === null) return (operator === 'max' ? t.limitMax : t.limitMin)(amount(edge));
  const isBroken = margin !== null && margin < 0;
  const compared = roundCompared(value, limit, operator, isBroken, decimals);
  const words = (operator === 'max' ? t.compareMax : t.compareMin)(amount(compared), amount(edge));
  if (margin === null || rule.outcome === 'cannotSay') return words;
  return `${words} – ${(isBroken ? t.over : t.spare)(amount(Math.abs(compared - edge)))}`;
}
