import { expect, test } from 'vitest';
import { anActivity, anEffect, aRuleSet } from '../../../tests/support/a-rule-set.ts';
import { aVersion } from '../../../tests/support/some-facts.ts';
import { decideWhere } from './decide-where.ts';
import type { GroundShare, GroundSource } from './ground.ts';

const plan = aVersion({ special_fields: ['KSMPDN'] });
const flood = aVersion({ kind: 'overlay', theme: 'banjir', version_id: 'f00d', layer_id: 'banjir' });
const law = aVersion({ kind: 'rules', version_id: 'aaaaaaaaaaaaaaaa', layer_id: 'rules-uji' });
const floodHigh: GroundSource = {
  mark: 'overlay f00d tinggi',
  versionId: 'f00d',
  from: 'overlay',
  levels: ['tinggi'],
};
const aShare = (given: Partial<GroundShare> = {}): GroundShare => ({
  areaNo: 1,
  versionId: plan.version_id,
  code: 'R-3',
  kodunk: null,
  special: {},
  marks: [],
  areaM2: 1_000,
  ...given,
});

/** Whether the code of these pieces is mixed, where the shore of KSMPDN and high flood forbid everything. */
function isMixed(shares: readonly GroundShare[]): boolean | undefined {
  const rules = aRuleSet({
    activities: [anActivity()],
    cells: { bengkel: { 'R-3': ['I'] } },
    effects: [
      anEffect({ theme: 'sempadan-pantai', effect: 'prohibition' }),
      anEffect({ theme: 'banjir', levelCode: 'tinggi', effect: 'prohibition' }),
    ],
  });
  const answer = decideWhere(
    {
      cityId: 'uji',
      asOf: '2026-11-22',
      askedFor: 'bengkel',
      findActivities: ({ activities }) => [...activities.values()],
    },
    {
      versions: [plan, flood, law],
      ruleSets: [rules],
      sources: [floodHigh],
      ground: { areas: [], shares, outlines: [] },
      codes: [{ versionId: plan.version_id, code: 'R-3', polygonCount: shares.length, areaM2: 3_000 }],
    },
  );
  const outcomes = answer?.zones[0]?.outcomes.map(({ itbx, areaM2 }) => [itbx, areaM2]);
  expect(outcomes).toEqual(
    expect.arrayContaining([
      ['I', 1_000],
      ['X', 1_000],
    ]),
  );
  return answer?.zones[0]?.isMixed;
}

test('a code of which some polygons are forbidden by a field of their own row is mixed', () => {
  expect(isMixed([aShare(), aShare({ special: { KSMPDN: 'Sempadan pantai' } })])).toBe(true);
});

test('a polygon with a column of its own in the matrix is decided by that, the rest of its code by the code', () => {
  const rules = aRuleSet({
    activities: [anActivity()],
    cells: { bengkel: { 'R-3': ['I'], 'R-3.7': ['X'] } },
  });
  const shares = [aShare(), aShare({ kodunk: 'R-3.7' })];
  const answer = decideWhere(
    {
      cityId: 'uji',
      asOf: '2026-11-22',
      askedFor: 'bengkel',
      findActivities: ({ activities }) => [...activities.values()],
    },
    {
      versions: [plan, law],
      ruleSets: [rules],
      sources: [],
      ground: { areas: [], shares, outlines: [] },
      codes: [{ versionId: plan.version_id, code: 'R-3', polygonCount: 2, areaM2: 2_000 }],
    },
  );
  expect(answer?.zones).toMatchObject([
    {
      isMixed: true,
      outcomes: [
        { itbx: 'I', areaM2: 1_000 },
        { itbx: 'T', areaM2: 0 },
        { itbx: 'B', areaM2: 0 },
        { itbx: 'X', areaM2: 1_000 },
        { itbx: 'unknown', areaM2: 0 },
      ],
    },
  ]);
});

test('a code that only a painted overlay makes stricter is not: the overlay is seen above it', () => {
  expect(isMixed([aShare(), aShare({ marks: [floodHigh.mark] })])).toBe(false);
});
