import { expect, test } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { roundCompared, roundLimit } from './printed-limit.ts';
import { compare } from './rule-outcome.ts';

const operator = fc.constantFrom('max' as const, 'min' as const);
const decimals = fc.constantFrom(0, 1, 2);
const amount = fc.double({ min: 0, max: 1_000_000, noNaN: true });
const outcomeOf = (value: number, limit: number, by: 'max' | 'min') =>
  compare('kdb', { value, basis: 'entered' }, { value: limit, sourceId: null }, by, 'm2', null);

test('what is printed as a limit passes its own check, and is no further from it than the last decimal', () => {
  fc.assert(
    fc.property(amount, operator, decimals, (limit, by, places) => {
      const printed = roundLimit(limit, by, places);
      expect(outcomeOf(printed, limit, by).outcome).toBe('pass');
      expect(Math.abs(printed - limit)).toBeLessThan(10 ** -places + 0.001);
    }),
    { numRuns: 2_000 },
  );
});

test('a maximum of 149.58 is not 150, a minimum of 100.49 is not 100, and 60 % of 250 is 150', () => {
  expect(roundLimit(249.3 * 0.6, 'max', 1)).toBe(149.5);
  expect(roundLimit(100.49, 'min', 0)).toBe(101);
  expect(roundLimit(0.57 * 100, 'max', 1)).toBe(57);
  expect(Object.is(roundLimit(0, 'min', 1), 0)).toBe(true);
});

test('the printed pair says what the outcome says: beyond the limit where it is broken, within it where it is kept', () => {
  const near = fc.double({ min: -0.02, max: 0.02, noNaN: true });
  fc.assert(
    fc.property(amount, near, operator, decimals, (limit, off, by, places) => {
      const value = Math.max(0, limit + off);
      const { outcome } = outcomeOf(value, limit, by);
      const written = roundCompared(value, limit, by, outcome === 'fail', places);
      const edge = roundLimit(limit, by, places);
      const isBeyond = by === 'max' ? written > edge : written < edge;
      expect(isBeyond).toBe(outcome === 'fail');
    }),
    { numRuns: 2_000 },
  );
});

test('what was entered with as many decimals is printed as it was entered', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), amount, operator, (cents, limit, by) => {
      const value = cents / 100;
      const { outcome } = outcomeOf(value, limit, by);
      fc.pre(Math.abs(value - limit) > 0.01);
      expect(roundCompared(value, limit, by, outcome === 'fail', 2)).toBe(value);
    }),
  );
});
