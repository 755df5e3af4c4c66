import { describe, expect, it } from 'vitest';
import { weighVertices } from './generalise.ts';
import type { GridPath } from './read-geometry.ts';

const path = (...xy: number[]): GridPath => ({ xy: Int32Array.from(xy), isHole: false });

/** The points of a ring that weigh more than a tolerance. */
const kept = ({ xy, weights }: { xy: Int32Array; weights: Float64Array }, tolerance: number): string[] =>
  [...weights.keys()].filter((i) => weights[i]! > tolerance).map((i) => `${xy[2 * i]} ${xy[2 * i + 1]}`);

/** A wavy border from north to south, walked by two neighbours in opposite directions. */
const border = [100, 0, 103, 20, 98, 40, 102, 60, 97, 80, 100, 100];
const backwards = Array.from({ length: border.length / 2 }, (_, i) =>
  border.slice(-2 * (i + 1)).slice(0, 2),
).flat();
const west = path(0, 0, ...border, 0, 100);
const east = path(...backwards, 200, 0, 200, 100).xy;

describe('weighVertices', () => {
  it('gives a border the same weights from both sides, wherever a ring begins', () => {
    // The eastern ring begins in the middle of the border.
    const turned = path(...east.slice(4), ...east.slice(0, 4));
    const [[left], [right]] = weighVertices([[west], [turned]], true) as [[never], [never]];
    const onBorder = (points: string[]): string[] =>
      points.filter((point) => Number(point.split(' ')[0]) > 50 && Number(point.split(' ')[0]) < 150).sort();
    for (const tolerance of [0, 1, 2, 3, 4, 5, 10]) {
      expect(onBorder(kept(left, tolerance)), `tolerance ${tolerance}`).toEqual(
        onBorder(kept(right, tolerance)),
      );
    }
    expect(onBorder(kept(left, 0))).toHaveLength(6);
    expect(onBorder(kept(left, 10))).toEqual(['100 0', '100 100']);
  });

  it('keeps the point where three neighbours meet', () => {
    const upper = path(0, 0, 100, 0, 100, 50, 0, 50);
    const lower = path(0, 50, 100, 50, 100, 100, 0, 100);
    const beside = path(100, 0, 200, 0, 200, 100, 100, 100, 100, 50);
    const weighted = weighVertices([[upper], [lower], [beside]], true);
    expect(kept(weighted[2]![0]!, 1e9)).toContain('100 50');
  });

  it('gives a hole and the polygon that fills it the same corners', () => {
    const circle = Array.from({ length: 40 }, (_, i) => [
      Math.round(500 + 300 * Math.cos((i * Math.PI) / 20)),
      Math.round(500 + 300 * Math.sin((i * Math.PI) / 20)),
    ]);
    const shell = path(0, 0, 1000, 0, 1000, 1000, 0, 1000);
    const hole = path(...circle.flat());
    const filling = path(...[...circle.slice(17), ...circle.slice(0, 17)].reverse().flat());
    const [around, inside] = weighVertices([[shell, { ...hole, isHole: true }], [filling]], true);
    for (const tolerance of [1, 5, 20, 50]) {
      expect(kept(around![1]!, tolerance).sort()).toEqual(kept(inside![0]!, tolerance).sort());
    }
    expect(kept(around![1]!, 20).length).toBeLessThan(40);
  });

  it('keeps both ends of a line and weighs what lies between', () => {
    const [[line]] = weighVertices([[path(0, 0, 50, 17, 100, 30, 150, 0)]], false) as [[never]];
    expect(kept(line, 10)).toEqual(['0 0', '100 30', '150 0']);
    expect(kept(line, 100)).toEqual(['0 0', '150 0']);
  });

  it('weighs a point on a straight line with nothing', () => {
    const [[ring]] = weighVertices([[path(0, 0, 50, 0, 100, 0, 100, 100, 0, 100)]], true) as [[never]];
    expect(kept(ring, 0)).toEqual(['0 0', '100 0', '100 100', '0 100']);
  });
});
