import { TOLERANCE } from './rule-outcome.ts';

/** A limit is printed by its last hair: a whole one that arithmetic left a hair short stays whole. */
const HAIR = TOLERANCE * 0.999;

/**
 * A limit with so many decimals, rounded toward what the rule allows: whoever builds exactly what is printed keeps it.
 * Rounded to the nearest, a maximum of 149.58 would be printed as 150, and 150 breaks it.
 */
export function roundLimit(limit: number, operator: 'max' | 'min', decimals: number): number {
  const factor = 10 ** decimals;
  const rounded =
    operator === 'max' ? Math.floor((limit + HAIR) * factor) : Math.ceil((limit - HAIR) * factor);
  // A minimum of nothing is not printed as less than nothing.
  return Math.max(0, rounded) / factor;
}

/**
 * What was compared with a limit, so rounded that a reader sees the outcome: what breaks the limit is printed beyond it,
 * what keeps it is not.
 */
export function roundCompared(
  value: number,
  limit: number,
  operator: 'max' | 'min',
  isBroken: boolean,
  decimals: number,
): number {
  const factor = 10 ** decimals;
  const isUpward = (operator === 'max') === isBroken;
  const rounded =
    (isUpward ? Math.ceil((value - 1e-6) * factor) : Math.floor((value + 1e-6) * factor)) / factor;
  if (isBroken) return rounded;
  const printed = roundLimit(limit, operator, decimals);
  return operator === 'max' ? Math.min(rounded, printed) : Math.max(rounded, printed);
}
