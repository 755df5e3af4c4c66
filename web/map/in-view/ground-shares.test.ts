import { expect, test } from 'vitest';
import type { Piece, Pixel } from './fill-cells.ts';
import { sharesOfPieces } from './ground-shares.ts';

const WINDOW = { left: 8, top: 60, width: 400, height: 300 };
const square = (x: number, y: number, side: number): Pixel[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const piece = (key: string, x: number, y: number, side: number): Piece => ({
  key,
  rings: [square(x, y, side)],
});
const shares = (pieces: readonly Piece[]) => sharesOfPieces(pieces, WINDOW, 3);

test('ground counts by its area, not by the number of its polygons, and bare map counts for nothing', () => {
  const small = [0, 1, 2, 3].map((i) => piece('K-1', 20 + i * 45, 90, 30));
  const found = shares([...small, piece('R-3', 200, 120, 180)]);
  expect(found.get('R-3')).toBeCloseTo(0.9, 2);
  expect(found.get('K-1')).toBeCloseTo(0.1, 2);
});

test('only ground inside the window counts, and holes do not', () => {
  const holed: Piece = { key: 'RTH-2', rings: [square(200, 100, 120), square(230, 130, 60)] };
  // The window cuts the first square in half.
  const found = shares([piece('R-3', 8 - 60, 100, 120), holed]);
  const [housing, green] = [60 * 120, 120 ** 2 - 60 ** 2];
  expect(found.get('R-3')).toBeCloseTo(housing / (housing + green), 2);
});

test('a zone too small for a cell is in the legend all the same, the last of all', () => {
  const found = shares([piece('R-3', 100, 100, 200), piece('SPU-1', 20.1, 70.1, 0.5)]);
  expect([...found]).toEqual([
    ['R-3', 1],
    ['SPU-1', 0],
  ]);
});

test('a window without ground has no shares', () => {
  expect(shares([]).size).toBe(0);
  expect([...shares([piece('R-3', 900, 900, 50)]).values()]).toEqual([0]);
});
