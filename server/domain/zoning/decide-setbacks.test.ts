import { describe, expect, test } from 'vitest';
import { aSetback } from '../../../tests/support/a-rule-set.ts';
import { aRoad } from '../../../tests/support/some-facts.ts';
import type { SetbackRule } from '../rules/rule-set.ts';
import { decideSetbacks, roadsOfPart } from './decide-setbacks.ts';
import type { RoadFact } from './facts.ts';

/** Sources are called after their regulation: `rdtr/s1`. */
const decide = (rules: readonly SetbackRule[], roads: readonly RoadFact[] = [aRoad()]) =>
  decideSetbacks(rules, roads, { known: [], open: [] }, (sourceId) => sourceId.split('/')[0] ?? '');
const told = (rules: readonly SetbackRule[], roads?: readonly RoadFact[], kind = 'gsb') =>
  decide(rules, roads)
    .filter((setback) => setback.kind === kind)
    .map(({ sourceId, isStrictest }) => [sourceId, isStrictest]);

const ofZone = aSetback({
  zoneCode: 'R-1',
  roadClass: 'lokal',
  valueM: 3,
  referenceLine: 'rumija',
  sourceId: 'rdtr/zona',
});
const general = aSetback({ roadClass: 'lokal', valueM: 6, sourceId: 'sempadan/umum' });

describe('a zone with a GSB of its own', () => {
  test('keeps the general one of another regulation; the line furthest inside is the strictest', () => {
    // 3 m from the reserve of a road 8 m wide are 7 m from its axis.
    expect(told([ofZone, general])).toEqual([
      ['rdtr/zona', true],
      ['sempadan/umum', false],
    ]);
    expect(told([ofZone, { ...general, valueM: 9 }])).toEqual([
      ['rdtr/zona', false],
      ['sempadan/umum', true],
    ]);
  });

  test('of which the reserve is not known cannot be compared: both stand, neither is called the strictest', () => {
    expect(told([ofZone, general], [aRoad({ row_width_m: null })])).toEqual([
      ['rdtr/zona', null],
      ['sempadan/umum', null],
    ]);
    expect(told([ofZone, { ...general, referenceLine: 'batas persil' }])).toEqual([
      ['rdtr/zona', null],
      ['sempadan/umum', null],
    ]);
    expect(told([ofZone, { ...general, valueM: null, text: 'Mengikuti yang ada.' }])).toEqual([
      ['rdtr/zona', null],
      ['sempadan/umum', null],
    ]);
  });

  test('replaces the general row of its own regulation, and only for the roads it speaks of', () => {
    const ownGeneral = { ...general, sourceId: 'rdtr/umum' };
    expect(told([ofZone, ownGeneral])).toEqual([['rdtr/zona', null]]);
    const arteri = aRoad({ road_class: 'arteri' });
    expect(told([ofZone, { ...ownGeneral, roadClass: 'arteri' }], [arteri])).toEqual([['rdtr/umum', null]]);
    expect(told([{ ...ofZone, roadClass: null }, ownGeneral])).toEqual([['rdtr/zona', null]]);
  });

  test('without a road both are told', () => {
    expect(told([ofZone, general], [])).toEqual([
      ['rdtr/zona', null],
      ['sempadan/umum', null],
    ]);
  });

  test('has JBS and JBB of both regulations, the larger one the strictest', () => {
    const jbs = { ...ofZone, kind: 'jbs' as const, roadClass: null, referenceLine: 'batas persil' };
    expect(told([jbs, { ...jbs, zoneCode: null, valueM: 1.5, sourceId: 'gedung/umum' }], [], 'jbs')).toEqual([
      ['rdtr/zona', true],
      ['gedung/umum', false],
    ]);
  });
});

describe('the roads of a part', () => {
  const [own, behind] = [aRoad(), aRoad({ name: 'Jalan di belakang', distance_m: 20, is_behind: true })];
  test('are none behind a neighbour', () => {
    expect(roadsOfPart([own, behind], 'R')).toEqual([own]);
    expect(roadsOfPart([behind], 'R')).toEqual([]);
  });

  test('are on road ground the road itself, not one a block away', () => {
    const [road, gang] = [
      aRoad({ from: 'point', distance_m: 2 }),
      aRoad({ name: 'Gang Contoh', road_class: 'lingkungan', from: 'point', distance_m: 54.6 }),
    ];
    expect(roadsOfPart([road, gang], 'BJ')).toEqual([road]);
    expect(roadsOfPart([road, gang], 'R')).toEqual([road, gang]);
  });
});
