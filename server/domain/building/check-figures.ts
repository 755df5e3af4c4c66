import type { Measure } from '../zoning/figure.ts';
import type { RuleCheck } from './building.ts';
import {
  boundOf,
  type Counted,
  isForbidden,
  isStated,
  type KnownLimit,
  limitFields,
  limitOf,
  stands,
  unlessBound,
} from './counted.ts';
import { figureOf } from './envelope.ts';
import type { Drawn } from './proposal.ts';
import { cannotSay, compare, type Entry } from './rule-outcome.ts';

/** The unit that a rule about a measure is compared in. */
const UNITS: Readonly<Record<Measure, RuleCheck['unit']>> = {
  kdb: 'm2',
  klb: 'm2',
  kdh: 'm2',
  ktb: 'm2',
  height_m: 'm',
  floors: 'lantai',
  basement_floors: 'lantai',
  min_parcel_m2: 'm2',
  building_gap_m: 'm',
};

/** Limits that hold wherever the building stands: it keeps them all, or it must be known where it stands. */
export function everywhere(
  counted: Counted,
  drawn: Drawn | null,
  measure: 'floors' | 'height_m' | 'basement_floors',
  entry: Entry | null,
  operator: 'max' | 'min',
): RuleCheck[] {
  const unit = UNITS[measure];
  const here = counted.filter(({ index }) => stands(drawn, index));
  // Every plan is asked for its most; a least is a rule only where there is one.
  const asked = operator === 'max' ? here : here.filter(({ part }) => isStated(part, measure, operator));
  const judged = asked.map(({ part, index }): RuleCheck => {
    const figure = figureOf(part.figures, measure, operator);
    const limit: KnownLimit | null = limitOf(figure) ?? boundOf(figure);
    if (limit === null) return { ...cannotSay(measure, 'noLimit', index), operator, unit };
    if (entry === null)
      return { ...cannotSay(measure, 'notEntered', index), operator, unit, ...limitFields(limit) };
    const rule = compare(measure, entry, limit, operator, unit, index);
    const isOpen = rule.outcome === 'pass' && figure?.status === 'capNotComparable';
    const reason = operator === 'max' ? 'aboveSea' : 'uncertain';
    return isOpen ? { ...rule, outcome: 'cannotSay', reason } : unlessBound(rule, limit);
  });
  if (measure === 'basement_floors' && entry === null && judged.every((rule) => rule.reason === 'noLimit'))
    return [];
  const isOpen =
    drawn === null &&
    judged.some((rule) => rule.outcome === 'fail') &&
    !(asked.length === here.length && judged.every((rule) => rule.outcome === 'fail'));
  return isOpen
    ? judged.map((rule) =>
        rule.outcome === 'fail' ? { ...rule, outcome: 'cannotSay', reason: 'severalZones' } : rule,
      )
    : judged;
}

/** The size of the ground against the least, or the most, of a parcel, where the plan has one. */
export const parcelRules = (counted: Counted, groundM2: number): RuleCheck[] =>
  counted.flatMap(({ part, index }) =>
    (['min', 'max'] as const).flatMap((operator) => {
      const figure = figureOf(part.figures, 'min_parcel_m2', operator);
      const limit: KnownLimit | null = limitOf(figure) ?? boundOf(figure);
      if (limit === null) return [];
      const ground: Entry = { value: groundM2, basis: 'ground' };
      return [unlessBound(compare('min_parcel_m2', ground, limit, operator, 'm2', index), limit)];
    }),
  );

/** The figures of ground on which the building stands, or might, that no rule has judged: none of them is kept in silence. */
export function unjudged(
  counted: Counted,
  drawn: Drawn | null,
  judged: readonly RuleCheck[],
): readonly RuleCheck[] {
  const isJudged = (measure: Measure, operator: 'max' | 'min', index: number) =>
    judged.some(
      ({ rule, operator: side, part }) =>
        rule === measure && side === operator && (part === null || part === index),
    );
  return counted.flatMap(({ part, index }) =>
    isForbidden(part) || !stands(drawn, index)
      ? []
      : part.figures.flatMap((figure): RuleCheck[] => {
          const { measure, operator, status } = figure;
          if (status === 'notSet' || isJudged(measure, operator, index)) return [];
          // No data says where the buildings beside it stand.
          const reason = measure === 'building_gap_m' ? 'neighboursUnknown' : 'noLimit';
          const limit = limitOf(figure) ?? undefined;
          return [
            { ...cannotSay(measure, reason, index), operator, unit: UNITS[measure], ...limitFields(limit) },
          ];
        }),
  );
}
