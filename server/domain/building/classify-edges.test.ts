import { describe, expect, it } from 'vitest';
import { classifyEdges, type EdgeRole } from './classify-edges.ts';
import type { RoadShape } from './ground.ts';
import { groupRoads } from './group-roads.ts';
import type { Line } from './plane.ts';

const road = (axis: Line, given: Partial<RoadShape> = {}): RoadShape => ({
  version_id: 'v',
  feature_no: 1,
  name: 'Jalan Uji',
  road_class: 'lokal',
  row_width_m: 8,
  axis: [axis.map(([x, y]) => [x, y])],
  ...given,
});
/** 20 m wide along the south, 30 m deep. */
const ground: Line = [
  [0, 0],
  [20, 0],
  [20, 30],
  [0, 30],
  [0, 0],
];
const south = road([
  [-50, -4],
  [70, -4],
]);
const east = road(
  [
    [24, -50],
    [24, 80],
  ],
  { name: 'Jalan Timur', feature_no: 2 },
);
const rolesOf = (rings: readonly Line[], roads: readonly RoadShape[]): EdgeRole[] =>
  classifyEdges([rings], roads).map(({ role }) => role);

describe('front, side and rear', () => {
  it('one road: one front, two sides, one rear', () => {
    const edges = classifyEdges([[ground]], [south]);
    expect(edges.map(({ role }) => role)).toEqual(['front', 'side', 'rear', 'side']);
    expect(edges[0]?.facing).toEqual([{ road: 0, distanceM: 4, alongM: 20 }]);
    expect(edges.map(({ lengthM }) => lengthM)).toEqual([20, 30, 20, 30]);
  });

  it('a corner has two fronts, and what lies behind one lies beside the other', () => {
    const edges = classifyEdges([[ground]], [south, east]);
    expect(edges.map(({ role }) => role)).toEqual(['front', 'front', 'sideOrRear', 'sideOrRear']);
    expect(edges.map(({ facing }) => facing.map((seen) => seen.road))).toEqual([[0], [1], [], []]);
  });

  it('between two roads there are two fronts and no rear', () => {
    const north = road(
      [
        [-50, 34],
        [70, 34],
      ],
      { name: 'Jalan Utara', feature_no: 3 },
    );
    expect(rolesOf([ground], [south, north])).toEqual(['front', 'side', 'front', 'side']);
  });

  it('without a road nobody can tell the side from the rear', () => {
    expect(rolesOf([ground], [])).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  });

  it('a road behind the neighbour is not faced, however wide the search', () => {
    const far = road([
      [-50, -7.1],
      [70, -7.1],
    ]);
    expect(rolesOf([ground], [far])).not.toContain('front');
    // 4 m of reserve and 3 m of slack reach 7 m, no more.
    const near = road([
      [-50, -6.9],
      [70, -6.9],
    ]);
    expect(rolesOf([ground], [near])).toContain('front');
  });

  it('a road whose width nobody knows is faced from as far as the lookup calls it the ground’s own', () => {
    const at = (y: number) =>
      road(
        [
          [-50, y],
          [70, y],
        ],
        { row_width_m: null },
      );
    expect(rolesOf([ground], [at(-24)])).toContain('front');
    expect(rolesOf([ground], [at(-26)])).not.toContain('front');
  });

  it('a road is not seen through the ground itself', () => {
    // A U open to the north; the road runs along the south, 3 m from the floor of the U on its far side.
    const arms: Line = [
      [0, 0],
      [30, 0],
      [30, 20],
      [20, 20],
      [20, 1],
      [10, 1],
      [10, 20],
      [0, 20],
      [0, 0],
    ];
    const edges = classifyEdges([[arms]], [south]);
    const fronts = edges.filter(({ role }) => role === 'front');
    expect(fronts).toHaveLength(1);
    expect(fronts[0]?.line).toEqual([
      [0, 0],
      [30, 0],
    ]);
  });

  it('a road that ends at the ground makes a front', () => {
    const ending = (x: number) =>
      road([
        [x, -60],
        [x, -2],
      ]);
    expect(rolesOf([ground], [ending(10)])[0]).toBe('front');
  });

  it('an edge that shows a road less than half of itself stays a side, and faces the road all the same', () => {
    const ending = road(
      [
        [24, -60],
        [24, 5],
      ],
      { name: 'Gang', feature_no: 2 },
    );
    const edges = classifyEdges([[ground]], [south, ending]);
    expect(edges.map(({ role }) => role)).toEqual(['front', 'side', 'rear', 'side']);
    expect(edges[1]?.facing).toMatchObject([{ road: 1, distanceM: 4 }]);
  });

  it('a front that bends a little is one edge, wherever the ring starts', () => {
    const bent: Line = [
      [10, -1],
      [20, 0],
      [20, 30],
      [0, 30],
      [0, 0],
      [10, -1],
    ];
    const fronts = classifyEdges([[bent]], [south]).filter(({ role }) => role === 'front');
    expect(fronts).toHaveLength(1);
    expect(fronts[0]?.line).toHaveLength(3);
  });

  it('a courtyard that belongs to somebody else is a border like any other', () => {
    const hole: Line = [
      [8, 10],
      [8, 20],
      [12, 20],
      [12, 10],
      [8, 10],
    ];
    expect(rolesOf([ground, hole], [south])).toHaveLength(8);
  });
});

describe('pieces of a road', () => {
  it('of one name are one road; pieces without a name stay apart', () => {
    const piece = (feature_no: number, name: string | null) =>
      road([[feature_no, 0] as const, [feature_no, 9] as const], { feature_no, name });
    const grouped = groupRoads([piece(1, 'A'), piece(2, 'A'), piece(3, null), piece(4, null)]);
    expect(grouped.map(({ axis }) => axis.length)).toEqual([2, 1, 1]);
  });
});
