import type { Figure, Measure } from '../zoning/figure.ts';
import type { BuildingPart, RuleCheck } from './building.ts';
import { NOISE_M2 } from './check-place.ts';
import { figureOf } from './envelope.ts';
import type { Drawn } from './proposal.ts';
import type { Entry, Limit } from './rule-outcome.ts';

/** The parts whose figures are compared, and where they stand among all. */
export type Counted = readonly { readonly part: BuildingPart; readonly index: number }[];

/** Whether all building is forbidden on a part. */
export const isForbidden = ({ envelope }: BuildingPart): boolean => envelope.status === 'prohibited';

/** Less is the noise of borders drawn apart, m². */
export const NO_PLAN_NOISE_M2 = 1;

/** Whether the building stands on a part, or might. */
export const stands = (drawn: Drawn | null, index: number): boolean =>
  drawn === null || (drawn.parts[index]?.insideM2 ?? 0) > NOISE_M2;

/** What the reader entered; null where nothing was. */
export const entered = (value: number | undefined): Entry | null =>
  value === undefined ? null : { value, basis: 'entered' };

/** A limit that may be stricter than it is known: what breaks it breaks the rule, what keeps it proves nothing. */
export interface KnownLimit extends Limit {
  readonly isBound?: boolean;
}

/** The number that governs; null where none does. */
export const limitOf = (figure: Figure | undefined): Limit | null =>
  figure?.status === 'set' && figure.governing !== null
    ? { value: figure.governing.value, sourceId: figure.governing.sourceId }
    : null;

/** The outermost limit; one above sea level can only be stricter than the one above the ground. */
export const boundOf = (figure: Figure | undefined): KnownLimit | null =>
  figure?.bound == null
    ? null
    : { value: figure.bound.value, sourceId: figure.bound.sourceId, isBound: true };

/** Whoever keeps a bound has not kept the rule yet. */
export const unlessBound = (rule: RuleCheck, { isBound }: KnownLimit): RuleCheck =>
  isBound && rule.outcome === 'pass' ? { ...rule, outcome: 'cannotSay', reason: 'onlyBound' } : rule;

/** A limit and its source as a rule tells them that could not be judged. */
export const limitFields = (limit: Limit | undefined) =>
  limit === undefined ? {} : { limit: limit.value, sourceId: limit.sourceId };

/** Whether the plan, or an overlay, says anything about the measure on this side. */
export const isStated = ({ figures }: BuildingPart, measure: Measure, operator: 'max' | 'min'): boolean =>
  (figureOf(figures, measure, operator)?.status ?? 'notSet') !== 'notSet';
