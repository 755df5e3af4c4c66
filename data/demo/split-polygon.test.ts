import { describe, expect, it } from 'vitest';
import { type Ring, ringArea, splitByLine, turnedBox } from './split-polygon.ts';

const square: Ring = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];
const horseshoe: Ring = [
  [0, 0],
  [30, 0],
  [30, 20],
  [20, 20],
  [20, 10],
  [10, 10],
  [10, 20],
  [0, 20],
];
const total = (rings: Ring[]) => rings.reduce((sum, ring) => sum + ringArea(ring), 0);

describe('cutting a polygon along a line', () => {
  it('makes two pieces of a square and keeps its area', () => {
    const pieces = splitByLine(square, [4, 5], [0, 1]);
    expect(pieces.map(ringArea).sort((a, b) => a - b)).toEqual([40, 60]);
  });

  it('makes three pieces of a horseshoe cut through its arms', () => {
    const pieces = splitByLine(horseshoe, [0, 15], [1, 0]);
    expect(pieces).toHaveLength(3);
    expect(pieces.map(ringArea).sort((a, b) => a - b)).toEqual([50, 50, 400]);
  });

  it('gives neighbours the very same new vertices', () => {
    const [left, right] = splitByLine(
      [
        [0, 0],
        [7, 1],
        [9, 8],
        [1, 9],
      ],
      [4, 4],
      [0.3, 0.9],
    );
    const shared = left!.filter(([x, y]) => right!.some(([u, v]) => u === x && v === y));
    expect(shared).toHaveLength(2);
  });

  it('leaves a polygon alone that the line does not meet', () => {
    expect(splitByLine(square, [50, 0], [0, 1])).toEqual([square]);
  });

  it('keeps the area also when the line runs through corners', () => {
    expect(total(splitByLine(square, [0, 0], [1, 1]))).toBeCloseTo(100, 3);
  });
});

describe('the smallest turned box', () => {
  it('follows a tilted rectangle', () => {
    const box = turnedBox([
      [0, 0],
      [8, 6],
      [5, 10],
      [-3, 4],
    ]);
    expect(box.long).toBeCloseTo(10);
    expect(box.short).toBeCloseTo(5);
    expect(Math.abs(box.axis[0] * 0.8 + box.axis[1] * 0.6)).toBeCloseTo(1);
    expect(box.centre[0]).toBeCloseTo(2.5);
    expect(box.centre[1]).toBeCloseTo(5);
  });
});
