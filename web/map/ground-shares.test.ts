import { expect, test } from 'vitest';
import { type Piece, sharesOfPieces } from './ground-shares.ts';

const square = (code: string, west: number, south: number, side: number): Piece => ({
  code,
  rings: [ringOf(west, south, side)],
});
const ringOf = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

test('ground counts by its area, not by the number of its polygons', () => {
  const small = [0, 1, 2, 3].map((i) => square('K-1', 116.8 + i * 0.001, -1.25, 0.0005));
  const shares = sharesOfPieces(
    [...small, square('R-3', 116.81, -1.25, 0.003)],
    [116.79, -1.26, 116.83, -1.24],
    8,
  );
  expect(shares.get('R-3')).toBeCloseTo(0.9, 6);
  expect(shares.get('K-1')).toBeCloseTo(0.1, 6);
});

test('only ground inside the view counts, and holes do not', () => {
  const holed: Piece = {
    code: 'RTH-2',
    rings: [ringOf(116.82, -1.25, 0.004), ringOf(116.821, -1.249, 0.002)],
  };
  // The view cuts the first square in half.
  const shares = sharesOfPieces(
    [square('R-3', 116.808, -1.25, 0.004), holed],
    [116.81, -1.26, 116.83, -1.24],
    8,
  );
  const [housing, green] = [0.002 * 0.004, 0.004 ** 2 - 0.002 ** 2];
  expect(shares.get('R-3')).toBeCloseTo(housing / (housing + green), 6);
});

test('a piece that runs over the edge of its tile does not count there twice', () => {
  // At zoom 14 a tile is 360 / 16384 degrees wide; both tiles hold a strip of the other beyond their common edge.
  const width = 360 / 2 ** 14;
  const edge = Math.ceil(116.8 / width) * width;
  const strip = width * 0.02;
  const box = (code: string, west: number, east: number): Piece => ({
    code,
    rings: [
      [
        [west, -1.245],
        [east, -1.245],
        [east, -1.244],
        [west, -1.244],
      ],
    ],
  });
  const view = [edge - width, -1.25, edge + width, -1.24] as const;
  const shares = sharesOfPieces(
    [
      box('R-3', edge - 0.01, edge + strip),
      box('R-3', edge - strip, edge + 0.01),
      box('K-1', edge + 0.01, edge + 0.02),
    ],
    view,
    14,
  );
  expect(shares.get('R-3')).toBeCloseTo(2 / 3, 4);
});

test('a view without ground has no shares', () => {
  expect(sharesOfPieces([square('R-3', 116.8, -1.25, 0.01)], [117, -1.26, 117.1, -1.24], 8).size).toBe(0);
});
