import { describe, expect, it } from 'vitest';
import { aPart } from '../../../tests/support/an-answer.ts';
import type { Setback } from '../zoning/figure.ts';
import { readReferenceLine } from '../zoning/reference-line.ts';
import { classifyEdges } from './classify-edges.ts';
import type { RoadShape } from './ground.ts';
import type { Line } from './plane.ts';
import { layOutSetbacks } from './setback-lines.ts';

const ground: Line = [
  [0, 0],
  [20, 0],
  [20, 30],
  [0, 30],
  [0, 0],
];
const south: RoadShape = {
  version_id: 'v',
  feature_no: 1,
  name: 'Jalan Uji',
  road_class: 'lokal',
  row_width_m: 8,
  axis: [
    [
      [-50, -4],
      [70, -4],
    ],
  ],
};
const aSetback = (given: Partial<Setback> = {}): Setback => ({
  kind: 'gsb',
  roadClass: 'lokal',
  roadName: 'Jalan Uji',
  roadDistanceM: 4,
  valueM: 9,
  caps: [],
  governingM: 9,
  text: null,
  referenceLine: 'as jalan',
  status: 'set',
  isStrictest: null,
  sourceId: 's',
  ...given,
});
const layOut = (setback: Setback, roads: readonly RoadShape[] = [south]) =>
  layOutSetbacks(aPart({ setbacks: [setback] }), classifyEdges([[ground]], roads), roads);

describe('where a setback is measured from', () => {
  it('from the axis: so many metres from the axis', () => {
    expect(layOut(aSetback())).toMatchObject([
      { from: 'axis', distanceM: 9, edges: [0], lines: south.axis, doubt: null },
    ]);
  });

  it('of a road whose class nobody knows: the number for any road is the least that stays free', () => {
    const setback = aSetback({ status: 'needsRoad', governingM: null });
    expect(layOut(setback)).toMatchObject([
      { distanceM: 9, enoughM: null, doubt: 'noRoad', lines: south.axis },
    ]);
  });

  it('from the road reserve: half its width more', () => {
    expect(layOut(aSetback({ referenceLine: 'rumija', valueM: 3, governingM: 3 }))).toMatchObject([
      { from: 'reserve', distanceM: 7, doubt: null },
    ]);
  });

  it('from a reserve whose width nobody knows: not certain, but never less than from the axis', () => {
    const roads = [{ ...south, row_width_m: null }];
    expect(layOut(aSetback({ referenceLine: 'rumija', valueM: 3, governingM: 3 }), roads)).toMatchObject([
      { distanceM: 3, doubt: 'reserveUnknown' },
    ]);
  });

  it('from a gutter, a fence or a bank: not in the data, so not certain and nothing near is taken', () => {
    for (const referenceLine of ['riol', 'as pagar', 'tepi sungai', null])
      expect(layOut(aSetback({ referenceLine }))).toMatchObject([
        { from: null, lines: [], distanceM: 0, doubt: 'lineUnknown' },
      ]);
  });

  it('reads the words of the law, not words that merely resemble them', () => {
    expect(readReferenceLine(' As  Jalan ')).toBe('axis');
    expect(readReferenceLine('ruang milik jalan')).toBe('reserve');
    expect(readReferenceLine('batas persil')).toBe('border');
    expect(readReferenceLine('as jalan kereta api')).toBeNull();
  });
});

describe('what is not known', () => {
  it.each([
    [{ status: 'text', valueM: null, governingM: null, text: 'menyesuaikan' }, 'text'],
    [{ status: 'notSet', valueM: null, governingM: null, referenceLine: null }, 'notSet'],
    [{ status: 'needsRoad', roadDistanceM: null }, 'noRoad'],
  ] as const)('%o keeps nothing free for certain and says so', (given, doubt) => {
    expect(layOut(aSetback(given))).toMatchObject([{ distanceM: 0, doubt }]);
  });

  it('an overlay without data may ask for more: the number of the plan holds in any case', () => {
    expect(layOut(aSetback({ status: 'overlayUnknown', governingM: null }))).toMatchObject([
      { distanceM: 9, doubt: 'overlayUnknown' },
    ]);
  });

  it('without a road the GSB is unknown and side and rear cannot be told', () => {
    const side = aSetback({
      kind: 'jbs',
      roadClass: null,
      referenceLine: 'batas persil',
      valueM: 2,
      governingM: 2,
    });
    expect(layOut(aSetback(), [])).toMatchObject([{ doubt: 'noRoad', distanceM: 0 }]);
    expect(layOut(side, [])).toMatchObject([{ doubt: 'roleUnknown', lines: [] }]);
  });

  it('the rule of another road does not reach this one', () => {
    expect(layOut(aSetback({ roadClass: 'arteri', roadName: 'Jalan Raya' }))).toMatchObject([
      { doubt: 'noRoad', lines: [] },
    ]);
  });
});

describe('beside and behind', () => {
  const free = (kind: 'jbs' | 'jbb') =>
    aSetback({
      kind,
      roadClass: null,
      roadName: null,
      roadDistanceM: null,
      referenceLine: 'batas persil',
      valueM: 2,
      governingM: 2,
    });

  it('JBS lies along the sides, JBB along the rear', () => {
    expect(layOut(free('jbs'))).toMatchObject([{ edges: [1, 3], distanceM: 2, from: 'border' }]);
    expect(layOut(free('jbb'))).toMatchObject([{ edges: [2], distanceM: 2, from: 'border' }]);
  });

  const east = {
    ...south,
    feature_no: 2,
    name: 'Jalan Timur',
    axis: [
      [
        [24, -50],
        [24, 80],
      ],
    ],
  } as RoadShape;

  it('at a corner the lesser of both holds for both other edges, and more is a doubt', () => {
    const [jbs, jbb] = [free('jbs'), { ...free('jbb'), valueM: 6, governingM: 6 }];
    const roads = [south, east];
    const lines = layOutSetbacks(aPart({ setbacks: [jbs, jbb] }), classifyEdges([[ground]], roads), roads);
    expect(lines).toMatchObject([
      { edges: [2, 3], distanceM: 2, enoughM: 2, doubt: null },
      { edges: [2, 3], distanceM: 2, enoughM: 6, doubt: 'roleUnknown' },
    ]);
  });

  it('an edge that may face a road of unknown width keeps its own distance too, with the doubt', () => {
    // 15 m behind the rear border, beyond a neighbour: nobody knows how wide that road is.
    const behind = {
      ...south,
      feature_no: 3,
      name: 'Jalan Belakang',
      row_width_m: null,
      axis: [
        [
          [-50, 45],
          [70, 45],
        ],
      ],
    } as RoadShape;
    expect(layOut(free('jbb'), [south, behind])).toMatchObject([
      { edges: [2], distanceM: 0, enoughM: 2, doubt: 'reserveUnknown', from: 'border' },
    ]);
    expect(layOut(free('jbs'), [south, behind])).toMatchObject([
      { edges: [1, 3], distanceM: 2, doubt: null },
    ]);
  });

  it('at a corner the distance of one kind reaches both other edges', () => {
    for (const kind of ['jbs', 'jbb'] as const)
      expect(layOut(free(kind), [south, east])).toMatchObject([{ edges: [2, 3] }]);
  });
});
