import type { Figure, Measure } from '../zoning/figure.ts';
import type { BuildingPart, Outcome, RuleCheck } from './building.ts';
import { checkPlace, NOISE_M2 } from './check-place.ts';
import { figureOf, type GroundDoubt } from './envelope.ts';
import type { Drawn, Proposal } from './proposal.ts';
import { cannotSay, compare, type Entry, type Limit } from './rule-outcome.ts';

export interface Checked {
  readonly outcome: Outcome;
  readonly rules: RuleCheck[];
}

/**
 * Every rule against a building that somebody has in mind. A sum (footprint, floor area, green, basement) over ground of
 * several zones fails when it breaks what all of them allow together and passes when each of them alone would allow it;
 * between the two nobody can say without the building's place. Fail stands before cannot say, that before pass.
 *
 * @param ground geodesic area of the whole, and of what no zone covers (null = not known); a building that is only a
 * number might stand there, where nothing is known to be allowed; the doubts of the whole ground
 * @param drawn what SQL measured of the drawn outline; null when none was drawn
 */
export function checkProposal(
  parts: readonly BuildingPart[],
  ground: {
    readonly areaM2: number;
    readonly withoutPlanM2: number | null;
    readonly doubts: readonly GroundDoubt[];
  },
  proposal: Proposal,
  drawn: Drawn | null,
): Checked {
  const counted = parts.flatMap((part, index) => (part.isSliver ? [] : [{ part, index }]));
  const footprint = footprintEntry(proposal, drawn);
  const groundM2 = ground.areaM2;
  const rules: RuleCheck[] = [
    ...prohibitions(counted, drawn),
    ...unplanned(ground.withoutPlanM2, drawn),
    ...checkPlace(parts, drawn, footprint),
    ...(drawn === null ? [] : boundOnly(ground.doubts)),
    ...footprintRules(counted, drawn, footprint),
    ...floorAreaRules(counted, proposal, footprint),
    ...greenRules(counted, groundM2, proposal, footprint),
    ...sumRules(counted, 'ktb', entered(proposal.basementM2)),
    ...everywhere(counted, drawn, 'floors', entered(proposal.floors), 'lantai'),
    ...everywhere(counted, drawn, 'height_m', heightEntry(proposal), 'm'),
    ...everywhere(counted, drawn, 'basement_floors', entered(proposal.basementFloors), 'lantai'),
    ...leastParcel(counted, groundM2),
  ];
  const outcome: Outcome = rules.some((rule) => rule.outcome === 'fail')
    ? 'fail'
    : rules.length === 0 || rules.some((rule) => rule.outcome === 'cannotSay')
      ? 'cannotSay'
      : 'pass';
  return { outcome, rules };
}

type Counted = readonly { readonly part: BuildingPart; readonly index: number }[];

/** Less is the noise of borders drawn apart, m². */
const NO_PLAN_NOISE_M2 = 1;

function prohibitions(counted: Counted, drawn: Drawn | null): RuleCheck[] {
  const forbidden = counted.filter(({ part }) => isForbidden(part));
  // Where the building stands is not said, and some of the ground is free of the prohibition.
  const isOpen = drawn === null && forbidden.length < counted.length;
  return [
    ...forbidden.map(({ index }): RuleCheck => {
      const isClear = !stands(drawn, index);
      return {
        ...cannotSay('prohibition', isClear ? null : 'prohibited', index),
        outcome: isClear ? 'pass' : isOpen ? 'cannotSay' : 'fail',
      };
    }),
    ...counted.flatMap(({ part, index }) =>
      part.envelope.doubts.includes('overlayMayForbid') && stands(drawn, index)
        ? [cannotSay('prohibition', 'uncertain', index)]
        : [],
    ),
  ];
}

const isForbidden = ({ envelope }: BuildingPart): boolean => envelope.status === 'prohibited';

/**
 * A drawn building within an outer bound may still break what the data does not know. `overlayMayForbid` is a rule of its
 * own.
 */
const boundOnly = (doubts: readonly GroundDoubt[]): RuleCheck[] =>
  doubts.flatMap((doubt) =>
    doubt === 'overlayMayForbid' ? [] : [cannotSay('buildableGround', doubt, null)],
  );

/** Ground without a plan allows nothing that is known: a building that stands there, or might, cannot be judged. */
function unplanned(withoutPlanM2: number | null, drawn: Drawn | null): RuleCheck[] {
  const coveredM2 = drawn === null ? (withoutPlanM2 ?? Number.POSITIVE_INFINITY) : drawn.withoutPlanM2;
  return coveredM2 > NO_PLAN_NOISE_M2 ? [cannotSay('withoutPlan', 'noLimit', null)] : [];
}

const stands = (drawn: Drawn | null, index: number): boolean =>
  drawn === null || (drawn.parts[index]?.insideM2 ?? 0) > NOISE_M2;

const entered = (value: number | undefined): Entry | null =>
  value === undefined ? null : { value, basis: 'entered' };

const footprintEntry = (proposal: Proposal, drawn: Drawn | null): Entry | null =>
  drawn === null ? entered(proposal.footprintM2) : { value: drawn.areaM2, basis: 'drawn' };

function floorAreaEntry(proposal: Proposal, footprint: Entry | null): Entry | null {
  if (proposal.floorAreaM2 !== undefined) return entered(proposal.floorAreaM2);
  if (footprint === null || proposal.floors === undefined) return null;
  return { value: footprint.value * proposal.floors, basis: 'derived' };
}

function heightEntry(proposal: Proposal): Entry | null {
  if (proposal.heightM !== undefined) return entered(proposal.heightM);
  if (proposal.floors === undefined || proposal.storeyHeightM === undefined) return null;
  return { value: proposal.floors * proposal.storeyHeightM, basis: 'derived' };
}

/** A limit that may be stricter than it is known: what breaks it breaks the rule, what keeps it proves nothing. */
interface KnownLimit extends Limit {
  readonly isBound?: boolean;
}

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
  sourceId: limits[0]?.sourceId ?? null,
  isBound: limits.some((limit) => limit.isBound),
});

/** Whoever keeps a bound has not kept the rule yet. */
const unlessBound = (rule: RuleCheck, { isBound }: KnownLimit): RuleCheck =>
  isBound && rule.outcome === 'pass' ? { ...rule, outcome: 'cannotSay', reason: 'onlyBound' } : rule;

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
function footprintRules(counted: Counted, drawn: Drawn | null, entry: Entry | null): RuleCheck[] {
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

function sumRules(counted: Counted, measure: 'kdb' | 'klb' | 'ktb', entry: Entry | null): RuleCheck[] {
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

const limitFields = (limit: Limit | undefined) =>
  limit === undefined ? {} : { limit: limit.value, sourceId: limit.sourceId };

/** No entry can pass that contradicts another: all floors together are no less than the ground that they cover. */
function floorAreaRules(counted: Counted, proposal: Proposal, footprint: Entry | null): RuleCheck[] {
  const entry = floorAreaEntry(proposal, footprint);
  const isTorn = entry !== null && footprint !== null && entry.value < footprint.value - NO_PLAN_NOISE_M2;
  return sumRules(counted, 'klb', entry).map((rule) => unlessTorn(rule, isTorn));
}

const unlessTorn = (rule: RuleCheck, isTorn: boolean): RuleCheck =>
  isTorn && rule.outcome === 'pass' ? { ...rule, outcome: 'cannotSay', reason: 'entriesDisagree' } : rule;

/** Green of every part adds up; without an entry the uncovered ground is the most that there can be. */
function greenRules(
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

/** Limits that hold wherever the building stands: it keeps them all, or it must be known where it stands. */
function everywhere(
  counted: Counted,
  drawn: Drawn | null,
  measure: 'floors' | 'height_m' | 'basement_floors',
  entry: Entry | null,
  unit: RuleCheck['unit'],
): RuleCheck[] {
  const here = counted.filter(({ index }) => stands(drawn, index));
  const judged = here.map(({ part, index }): RuleCheck => {
    const figure = figureOf(part.figures, measure, 'max');
    const limit: KnownLimit | null = limitOf(figure) ?? boundOf(figure);
    if (limit === null) return { ...cannotSay(measure, 'noLimit', index), unit };
    if (entry === null) return { ...cannotSay(measure, 'notEntered', index), unit, ...limitFields(limit) };
    const rule = compare(measure, entry, limit, 'max', unit, index);
    const isOpen = rule.outcome === 'pass' && figure?.status === 'capNotComparable';
    return isOpen ? { ...rule, outcome: 'cannotSay', reason: 'aboveSea' } : unlessBound(rule, limit);
  });
  if (measure === 'basement_floors' && entry === null && judged.every((rule) => rule.reason === 'noLimit'))
    return [];
  const isOpen =
    drawn === null &&
    judged.some((rule) => rule.outcome === 'fail') &&
    !judged.every((rule) => rule.outcome === 'fail');
  return isOpen
    ? judged.map((rule) =>
        rule.outcome === 'fail' ? { ...rule, outcome: 'cannotSay', reason: 'severalZones' } : rule,
      )
    : judged;
}

const limitOf = (figure: Figure | undefined): Limit | null =>
  figure?.status === 'set' && figure.governing !== null
    ? { value: figure.governing.value, sourceId: figure.governing.sourceId }
    : null;

/** The outermost limit; one above sea level can only be stricter than the one above the ground. */
const boundOf = (figure: Figure | undefined): KnownLimit | null =>
  figure?.bound == null
    ? null
    : { value: figure.bound.value, sourceId: figure.bound.sourceId, isBound: true };

/** The least area of a parcel, where the plan has one. */
const leastParcel = (counted: Counted, groundM2: number): RuleCheck[] =>
  counted.flatMap(({ part, index }) => {
    const figure = figureOf(part.figures, 'min_parcel_m2', 'min');
    const limit: KnownLimit | null = limitOf(figure) ?? boundOf(figure);
    if (limit === null) return [];
    const ground: Entry = { value: groundM2, basis: 'ground' };
    return [unlessBound(compare('min_parcel_m2', ground, limit, 'min', 'm2', index), limit)];
  });
