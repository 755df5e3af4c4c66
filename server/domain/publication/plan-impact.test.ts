import { describe, expect, it } from 'vitest';
import {
  aCitation,
  anActivity,
  anIntensity,
  aRule,
  aRuleSet,
  type RuleSetParts,
} from '../../../tests/support/a-rule-set.ts';
import type { PlaceUnderRules, PlanPlace } from './compare-place.ts';
import { composeImpact, type GroundClass, isDecidedOtherwise } from './plan-impact.ts';

const DAY = '2026-06-01';

function side(parts: RuleSetParts, place: Partial<PlanPlace> | null = {}): PlaceUnderRules {
  const ruleSet = aRuleSet(parts);
  return {
    place: place === null ? null : { code: 'R-3', kodswp: null, kodblk: null, kodunk: null, ...place },
    bound: { ruleSet, rules: ruleSet.byRegulation.get('rdtr')! },
  };
}

const parcels = (...sizes: number[]) => sizes.map((areaM2, i) => ({ parcelId: `p${i + 1}`, areaM2 }));
const ground = (before: PlaceUnderRules, after: PlaceUnderRules, sizes: number[] = [200]): GroundClass => ({
  before,
  after,
  areaM2: 1000,
  parcels: parcels(...sizes),
});

const matrix = (cells: Record<string, Record<string, readonly string[]>>, rest: RuleSetParts = {}) => ({
  activities: [anActivity()],
  cells,
  conditions: { T1: 'Jam kerja 07.00–17.00' },
  ...rest,
});

describe('activities', () => {
  it('flip with the zone of the ground, in area and in parcels', () => {
    const rules = matrix({ bengkel: { 'R-3': ['I'], 'K-1': ['X'] } });
    const { activities, zoneChange } = composeImpact(
      [ground(side(rules), side(rules, { code: 'K-1' }), [200, 300])],
      DAY,
      true,
    );
    expect(zoneChange).toEqual({ parcels: 2, areaM2: 1000 });
    expect(activities).toMatchObject([
      { activityId: 'bengkel', flips: [{ from: 'I', to: 'X', parcels: 2, areaM2: 1000 }] },
    ]);
  });

  it('flip with the rules alone, and a condition that is worded anew is a change too', () => {
    const conditional = matrix({ bengkel: { 'R-3': ['T1'] } });
    const toCondition = composeImpact(
      [ground(side(matrix({ bengkel: { 'R-3': ['I'] } })), side(conditional))],
      DAY,
      true,
    );
    expect(toCondition.zoneChange.parcels).toBe(0);
    expect(toCondition.activities[0]?.flips).toEqual([{ from: 'I', to: 'T', parcels: 1, areaM2: 1000 }]);
    const reworded = { ...conditional, conditions: { T1: 'Jam kerja 09.00–15.00' } };
    expect(
      composeImpact([ground(side(conditional), side(reworded))], DAY, true).activities[0]?.flips,
    ).toEqual([{ from: 'T', to: 'T', parcels: 1, areaM2: 1000 }]);
    expect(isDecidedOtherwise(side(conditional), side(conditional), DAY)).toBe(false);
  });

  it('are unknown, never permitted, where a plan is taken away or a matrix no longer holds', () => {
    const rules = matrix({ bengkel: { 'R-3': ['I'] } });
    const gone = composeImpact([ground(side(rules), { place: null, bound: null })], DAY, true);
    expect(gone.activities[0]?.flips).toMatchObject([{ from: 'I', to: 'unknown' }]);
    const repealed = composeImpact(
      [ground(side(rules), side({ ...rules, citations: [aCitation({ status: 'dicabut' })] }))],
      DAY,
      true,
    );
    expect(repealed.activities[0]?.flips).toMatchObject([{ from: 'I', to: 'unknown' }]);
  });

  it('count a parcel once, however many pieces of it change alike', () => {
    const rules = matrix({ bengkel: { 'R-3': ['I'], 'K-1': ['X'] } });
    const piece = ground(side(rules), side(rules, { code: 'K-1' }));
    const { activities } = composeImpact([piece, piece], DAY, true);
    expect(activities[0]?.flips).toEqual([{ from: 'I', to: 'X', parcels: 1, areaM2: 2000 }]);
  });

  it('have no number of parcels when no parcels are in force', () => {
    const rules = matrix({ bengkel: { 'R-3': ['I'], 'K-1': ['X'] } });
    const found = composeImpact([ground(side(rules), side(rules, { code: 'K-1' }), [])], DAY, false);
    expect(found.zoneChange).toEqual({ parcels: null, areaM2: 1000 });
  });
});

describe('figures', () => {
  const kdb = (value: number | null, rule = {}) => ({
    intensity: {
      'R-3': [anIntensity('kdb', { value, text: value === null ? 'sesuai kajian' : null, ...rule })],
    },
  });
  const figuresOf = (before: RuleSetParts, after: RuleSetParts, sizes = [200]) =>
    composeImpact([ground(side(before), side(after), sizes)], DAY, true).figures;

  it('rise and fall, and say whether less is left', () => {
    expect(figuresOf(kdb(60), kdb(50))).toEqual([
      { measure: 'kdb', operator: 'max', direction: 'falls', isStricter: true, parcels: 1, areaM2: 1000 },
    ]);
    expect(figuresOf(kdb(60), kdb(70))).toMatchObject([{ direction: 'rises', isStricter: false }]);
    expect(figuresOf(kdb(60), kdb(60))).toEqual([]);
    const kdh = (value: number) => ({ intensity: { 'R-3': [anIntensity('kdh', { value })] } });
    expect(figuresOf(kdh(20), kdh(30))).toMatchObject([{ direction: 'rises', isStricter: true }]);
  });

  it('come, go, and turn into words without being called up or down', () => {
    expect(figuresOf({}, kdb(60))).toMatchObject([{ direction: 'set', isStricter: null }]);
    expect(figuresOf(kdb(60), {})).toMatchObject([{ direction: 'unset', isStricter: null }]);
    expect(figuresOf(kdb(60), kdb(null))).toMatchObject([{ direction: 'reworded' }]);
    expect(figuresOf(kdb(60), kdb(2, { unitAsPrinted: 'lantai' }))).toMatchObject([
      { direction: 'reworded' },
    ]);
  });

  it('change for the parcels of the size class that changes, and for no other', () => {
    const classes = (small: number, large: number) => ({
      intensity: {
        'R-3': [
          { ...anIntensity('kdb'), rule: aRule({ value: small, parcelMaxM2: 100 }) },
          { ...anIntensity('kdb'), rule: aRule({ value: large, parcelMinM2: 101 }) },
        ],
      },
    });
    const found = figuresOf(classes(60, 50), classes(60, 40), [80, 100, 500, 700]);
    expect(found).toEqual([
      { measure: 'kdb', operator: 'max', direction: 'falls', isStricter: true, parcels: 2, areaM2: 1000 },
    ]);
    expect(figuresOf(classes(60, 50), classes(70, 40), [80])).toMatchObject([
      { direction: 'reworded', parcels: 0, areaM2: 1000 },
      { direction: 'rises', parcels: 1, areaM2: 0 },
    ]);
    expect(isDecidedOtherwise(side(classes(60, 50)), side(classes(60, 40)), DAY)).toBe(true);
  });

  it('follow the row of the block, and the row of the polygon itself before that of its code', () => {
    const rows = (block: number, own: number) => ({
      intensity: {
        'R-3': [anIntensity('kdb', { value: 60 }), anIntensity('kdb', { value: block }, { kodblk: 'A.1' })],
        'U-7': [anIntensity('kdb', { value: own })],
      },
    });
    const at = (place: Partial<PlanPlace>) =>
      composeImpact([ground(side(rows(50, 40), place), side(rows(45, 40), place))], DAY, true).figures;
    expect(at({ kodblk: 'B.2' })).toEqual([]);
    // Ground of a block that nobody knows may lie in that one.
    expect(at({})).toMatchObject([{ direction: 'reworded' }]);
    expect(at({ kodblk: 'A.1' })).toMatchObject([{ direction: 'falls' }]);
    expect(at({ kodblk: 'A.1', kodunk: 'U-7' })).toEqual([]);
  });
});
