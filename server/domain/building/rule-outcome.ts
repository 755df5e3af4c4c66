import type { RuleCheck } from './building.ts';

export interface Entry {
  readonly value: number;
  readonly basis: NonNullable<RuleCheck['basis']>;
}
export interface Limit {
  readonly value: number;
  readonly sourceId: string | null;
}

/** Areas and distances are measured to about a millimetre; less than this is not a breach. */
export const TOLERANCE = 1e-3;

/** A rule whose limit and entry are both known: pass or fail, with the margin. */
export function compare(
  rule: RuleCheck['rule'],
  entry: Entry,
  limit: Limit,
  operator: 'max' | 'min',
  unit: RuleCheck['unit'],
  part: number | null,
): RuleCheck {
  const margin = operator === 'max' ? limit.value - entry.value : entry.value - limit.value;
  return {
    ...cannotSay(rule, null, part),
    outcome: margin >= -TOLERANCE ? 'pass' : 'fail',
    value: entry.value,
    limit: limit.value,
    operator,
    margin: Math.abs(margin) < TOLERANCE ? 0 : margin,
    unit,
    basis: entry.basis,
    sourceId: limit.sourceId,
  };
}

/** A rule that nobody can judge, and why. */
export const cannotSay = (
  rule: RuleCheck['rule'],
  reason: RuleCheck['reason'],
  part: number | null,
): RuleCheck => ({
  rule,
  part,
  outcome: 'cannotSay',
  value: null,
  limit: null,
  operator: 'max',
  margin: null,
  unit: 'm2',
  basis: null,
  roadName: null,
  roadClass: null,
  reason,
  sourceId: null,
});
