import { expect, test } from 'vitest';
import { countCells, fillCells, type Piece, type Pixel } from './fill-cells.ts';
import { sharesOfPieces } from './ground-shares.ts';
import { innerPoints } from './inner-points.ts';

const WINDOW = { left: 0, top: 0, width: 100, height: 100 };
const box = (x1: number, y1: number, x2: number, y2: number): Pixel[] => [
  [x1, y1],
  [x2, y1],
  [x2, y2],
  [x1, y2],
];
const HALVES: readonly Piece[] = [
  { key: 'west', rings: [box(0, 0, 60, 100)] },
  { key: 'east', rings: [box(60, 0, 100, 100)] },
];

test('an area fills its share of the window, and its inner point lies in its middle', () => {
  const grid = fillCells(HALVES, WINDOW, 5);
  const all = grid.owners.length;
  expect(all).toBe(400);
  expect(countCells(grid)).toEqual(
    new Map([
      ['west', 0.6 * all],
      ['east', 0.4 * all],
    ]),
  );
  const [x, y] = innerPoints(grid).get('west') ?? [0, 0];
  expect(x).toBeGreaterThan(20);
  expect(x).toBeLessThan(40);
  expect(y).toBeGreaterThan(20);
  expect(y).toBeLessThan(80);
});

test('pieces of neighbouring tiles overlap and count once; of two areas the first keeps the ground', () => {
  const pieces = [
    { key: 'a', rings: [box(0, 0, 55, 100)] },
    { key: 'a', rings: [box(45, 0, 80, 100)] },
    { key: 'b', rings: [box(40, 0, 100, 100)] },
  ];
  const shares = sharesOfPieces(pieces, WINDOW, 5);
  expect(shares.get('a')).toBeCloseTo(0.8, 5);
  expect(shares.get('b')).toBeCloseTo(0.2, 5);
});

test('the inner point of a ring lies on the ring, not in its hole', () => {
  const grid = fillCells([{ key: 'ring', rings: [box(0, 0, 100, 100), box(20, 10, 90, 90)] }], WINDOW, 5);
  const [x, y] = innerPoints(grid).get('ring') ?? [50, 50];
  expect(x > 20 && x < 90 && y > 10 && y < 90).toBe(false);
  expect(countCells(grid).get('ring')).toBe(Math.round((1 - 0.7 * 0.8) * grid.owners.length));
});

test('what lies outside the window, or between the middles of cells, has no cell', () => {
  const counts = countCells(
    fillCells(
      [
        { key: 'outside', rings: [box(-50, -50, -10, -10)] },
        { key: 'tiny', rings: [box(10.5, 10.5, 11.5, 11.5)] },
        { key: 'across', rings: [box(-50, 40, 10, 60)] },
      ],
      WINDOW,
      5,
    ),
  );
  expect(counts).toEqual(new Map([['across', 8]]));
});
