import { standing } from '#domain/field-round/item';
import type { Round } from '#domain/field-round/round';
import { type OverridableNumber, overridableNumbers, writeWithUnit } from '#domain/krk/overridable';
import type { RuleBroken } from '#domain/violation-case/assessment';
import type { Answer } from '#domain/zoning/answer';
import { measureWords } from '../console-field/index.ts';

/** What the plan says about a rule at the place, as it can be put into an assessment. */
export interface Stated {
  readonly stated: string;
  readonly article: string;
}

/** Which numbers of an answer speak about a rule, by the beginning of their names; of the others no number speaks. */
const NUMBERS: Readonly<Partial<Record<RuleBroken, readonly string[]>>> = {
  kdb: ['kdb'],
  klb: ['klb'],
  kdh: ['kdh'],
  ketinggian: ['height_m', 'floors'],
  gsb: ['gsb-'],
};
/** What is measured on site about a rule. */
const MEASURED: Readonly<Partial<Record<RuleBroken, readonly string[]>>> = {
  kdb: ['area'],
  klb: ['area', 'floors'],
  kdh: ['area'],
  ketinggian: ['height', 'floors'],
  gsb: ['offset'],
  sempadan: ['offset'],
};

/**
 * Numbers that govern at the place, each with its article, in Indonesian: a letter prints them. What is not known, or may be
 * limited by something that is not, is not proposed.
 */
export function statedByPlan(answer: Answer, rule: RuleBroken): Stated[] {
  const names = NUMBERS[rule] ?? [];
  return overridableNumbers(answer).flatMap((one) => {
    const name = one.field.slice(one.field.indexOf('.') + 1);
    const basis = names.some((begin) => name.startsWith(begin)) ? basisOf(answer, one, name) : null;
    const source = answer.sources.find(({ sourceId }) => sourceId === basis?.sourceId);
    if (basis === null || one.original === null || source === undefined) return [];
    const zone = answer.parts.length > 1 ? `${one.zone}: ` : '';
    return [
      {
        stated: `${zone}${one.words.id} ${writeWithUnit(one.original, one.unit, 'id')}${basis.means}`,
        article: [source.regulationTitle, source.numberText, source.article].filter(Boolean).join(', '),
      },
    ];
  });
}

/** Where a number stands in the law, and what belongs to it; null where it does not govern. */
function basisOf(
  answer: Answer,
  { part }: OverridableNumber,
  name: string,
): { readonly sourceId: string | null; readonly means: string } | null {
  const at = answer.parts[part - 1];
  const setback = at?.setbacks.find(({ kind }, place) => name === `${kind}-${place + 1}`);
  if (setback !== undefined) {
    const { status, referenceLine, sourceId } = setback;
    if (status !== 'set' && status !== 'ifAdjacent') return null;
    const line = referenceLine === null ? '' : `, dari ${referenceLine}`;
    return { sourceId, means: status === 'set' ? line : `${line}, bila tanah berbatasan dengan jalan itu` };
  }
  const governing = at?.figures.find(({ measure }) => measure === name)?.governing;
  return governing == null ? null : { sourceId: governing.sourceId, means: '' };
}

/** What rounds on site have measured about a rule, in Indonesian, as it can be put into an assessment. */
export const foundOnSite = (rounds: readonly Pick<Round, 'items'>[], rule: RuleBroken): string[] =>
  rounds.flatMap(({ items }) =>
    standing(items).flatMap(({ content }) =>
      content.kind === 'measurement' && (MEASURED[rule] ?? []).includes(content.what)
        ? [
            `${measureWords(content.what, content.value, 'id')}${content.label === null ? '' : ` (${content.label})`}`,
          ]
        : [],
    ),
  );
