import type { Measure } from '../zoning/figure.ts';
import type { BuildingPart, RuleCheck } from './building.ts';
import { NOISE_M2 } from './check-place.ts';
import {
  type Counted,
  entered,
  isForbidden,
  isStated,
  type KnownLimit,
  limitFields,
  NO_PLAN_NOISE_M2,
  unlessBound,
} from './counted.ts';
import { figureOf } from './envelope.ts';
import type { Drawn, Proposal } from './proposal.ts';
import { cannotSay, compare, type Entry } from './rule-outcome.ts';

/** What a figure allows on its part in m²; a bound where nothing governs, null when not even that is known. */
function areaLimit(part: BuildingPart, measure: Measure, operator: 'max' | 'min'): KnownLimit | null {
  // Where all building is forbidden nothing may be covered; how much must stay green there is no rule about a building.
  if (isForbidden(part)) return { value: 0, sourceId: null, isBound: operator === 'min' };
  const figure = figureOf(part.figures, measure, operator);
  if (figure?.status === 'set' && figure.computedM2 !== null && figure.governing !== null)
    return { value: figure.computedM2, sourceId: figure.governing.sourceId };
  const bound = figure?.bound ?? null;
  return bound === null || bound.computedM2 === null
    ? null
    : { value: bound.computedM2, sourceId: bound.sourceId, isBound: true };
}

const sumOf = (limits: readonly KnownLimit[]): KnownLimit => ({
  value: limits.reduce((total, limit) => total + limit.value, 0),
  sourceId: limits.find(({ sourceId }) => sourceId !== null)?.sourceId ?? null,
  isBound: limits.some((limit) => limit.isBound),
});

/**
 * Whether forbidden ground counts in a share of the ground beside it no plan says: what keeps the share without it is kept in
 * any case, what breaks it with it is broken in any case.
 */
const unlessCounted = (rule: RuleCheck, forbiddenM2: number, share: number): RuleCheck =>
  rule.outcome === 'fail' && rule.margin !== null && -rule.margin <= forbiddenM2 * share
    ? { ...rule, outcome: 'cannotSay', reason: 'uncertain' }
    : rule;

const forbiddenAround = (counted: Counted): number =>
  counted.reduce((total, { part }) => total + (isForbidden(part) ? part.areaM2 : 0), 0);

/** A drawn building is compared part by part; one that is only a number with all parts together. */
export function footprintRules(counted: Counted, drawn: Drawn | null, entry: Entry | null): RuleCheck[] {
  if (drawn === null) return sumRules(counted, 'kdb', entry);
  return counted.flatMap(({ part, index }) => {
    const here: Entry = { value: drawn.parts[index]?.insideM2 ?? 0, basis: 'drawn' };
    if (here.value <= NOISE_M2) return [];
    const limit = areaLimit(part, 'kdb', 'max');
    if (limit === null) return [cannotSay('kdb', 'noLimit', index)];
    const judged = unlessBound(compare('kdb', here, limit, 'max', 'm2', index), limit);
    return [unlessCounted(judged, forbiddenAround(counted), limit.value / part.areaM2)];
  });
}

/** A sum over all parts against what they allow together: fails beyond it, passes where each part alone would allow it. */
export function sumRules(counted: Counted, measure: 'kdb' | 'klb' | 'ktb', entry: Entry | null): RuleCheck[] {
  if (counted.length === 0) return [];
  const [only, other] = counted;
  const limits = counted.map(({ part }) => areaLimit(part, measure, 'max'));
  const known = limits.filter((limit) => limit !== null);
  const index = other === undefined && only !== undefined ? only.index : null;
  if (known.length < limits.length) return [cannotSay(measure, 'noLimit', index)];
  if (entry === null) {
    const limit = other === undefined ? known[0] : undefined;
    return [{ ...cannotSay(measure, 'notEntered', index), ...limitFields(limit) }];
  }
  const all = sumOf(known);
  const least = Math.min(...known.map((limit) => limit.value));
  const share = Math.max(...counted.map(({ part }, at) => (known[at]?.value ?? 0) / part.areaM2));
  const judged = unlessCounted(
    unlessBound(compare(measure, entry, all, 'max', 'm2', index), all),
    forbiddenAround(counted),
    share,
  );
  return judged.outcome === 'pass' && entry.value > least
    ? [{ ...judged, outcome: 'cannotSay', reason: 'severalZones' }]
    : [judged];
}

/**
 * The side of a sum that few plans have: at least so much building, at most so much green. A part that says nothing asks for
 * nothing; over several parts only what is too little for each of them is certainly too little.
 */
export function otherSideRules(
  counted: Counted,
  measure: 'kdb' | 'klb' | 'ktb' | 'kdh',
  entry: Entry | null,
): RuleCheck[] {
  const operator = measure === 'kdh' ? 'max' : 'min';
  const stating = counted.filter(({ part }) => !isForbidden(part) && isStated(part, measure, operator));
  const [only, other] = stating;
  if (only === undefined) return [];
  const index = other === undefined ? only.index : null;
  const limits = stating.map(({ part }) => areaLimit(part, measure, operator));
  const known = limits.filter((limit) => limit !== null);
  const open = { ...cannotSay(measure, 'noLimit', index), operator } as const;
  if (known.length < limits.length) return [open];
  const all = sumOf(known);
  if (entry === null) return [{ ...open, reason: 'notEntered', ...limitFields(all) }];
  const judged = unlessBound(compare(measure, entry, all, operator, 'm2', index), all);
  const isCertain = operator === 'min' && entry.value < Math.min(...known.map(({ value }) => value));
  return counted.length === 1 || (isCertain && stating.length === counted.length)
    ? [judged]
    : [{ ...judged, outcome: 'cannotSay', reason: 'severalZones' }];
}

/** No entry can pass that contradicts another: all floors together are no less than the ground that they cover. */
export function floorAreaRules(counted: Counted, proposal: Proposal, footprint: Entry | null): RuleCheck[] {
  const entry = floorAreaEntry(proposal, footprint);
  const isTorn = entry !== null && footprint !== null && entry.value < footprint.value - NO_PLAN_NOISE_M2;
  return [
    ...sumRules(counted, 'klb', entry).map((rule) => unlessTorn(rule, isTorn)),
    ...otherSideRules(counted, 'klb', entry),
  ];
}

const unlessTorn = (rule: RuleCheck, isTorn: boolean): RuleCheck =>
  isTorn && rule.outcome === 'pass' ? { ...rule, outcome: 'cannotSay', reason: 'entriesDisagree' } : rule;

/** Green of every part adds up; without an entry the uncovered ground is the most that there can be. */
export function greenRules(
  counted: Counted,
  groundM2: number,
  proposal: Proposal,
  footprint: Entry | null,
): RuleCheck[] {
  if (counted.length === 0) return [];
  const limits = counted.map(({ part }) => areaLimit(part, 'kdh', 'min'));
  const known = limits.filter((limit) => limit !== null);
  const index = counted.length === 1 ? (counted[0]?.index ?? null) : null;
  if (known.length < limits.length) return [{ ...cannotSay('kdh', 'noLimit', index), operator: 'min' }];
  const need = sumOf(known);
  const entry = entered(proposal.greenM2);
  if (entry !== null) {
    const isTorn = entry.value + (footprint?.value ?? 0) > groundM2 + NO_PLAN_NOISE_M2;
    const judged = unlessTorn(unlessBound(compare('kdh', entry, need, 'min', 'm2', index), need), isTorn);
    return judged.outcome === 'pass' && counted.length > 1
      ? [{ ...judged, outcome: 'cannotSay', reason: 'severalZones' }]
      : [judged];
  }
  if (footprint === null)
    return [{ ...cannotSay('kdh', 'notEntered', index), operator: 'min', ...limitFields(need) }];
  const left: Entry = { value: Math.max(0, groundM2 - footprint.value), basis: 'derived' };
  const judged = compare('kdh', left, need, 'min', 'm2', index);
  return [judged.outcome === 'pass' ? { ...judged, outcome: 'cannotSay', reason: 'notEntered' } : judged];
}

function floorAreaEntry(proposal: Proposal, footprint: Entry | null): Entry | null {
  if (proposal.floorAreaM2 !== undefined) return entered(proposal.floorAreaM2);
  if (footprint === null || proposal.floors === undefined) return null;
  return { value: footprint.value * proposal.floors, basis: 'derived' };
}
