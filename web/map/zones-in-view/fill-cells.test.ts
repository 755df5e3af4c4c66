import { expect, test } from 'vitest';
import { fillCells, type Pixel } from './fill-cells.ts';

const WINDOW = { left: 0, top: 0, width: 100, height: 100 };
const box = (x1: number, y1: number, x2: number, y2: number): Pixel[] => [
  [x1, y1],
  [x2, y1],
  [x2, y2],
  [x1, y2],
];

test('an area fills its share, and its inner point lies in its middle', () => {
  const seen = fillCells(
    [
      { key: 'west', rings: [box(0, 0, 60, 100)] },
      { key: 'east', rings: [box(60, 0, 100, 100)] },
    ],
    WINDOW,
    5,
  );
  expect(seen.get('west')?.share).toBeCloseTo(0.6, 5);
  expect(seen.get('east')?.share).toBeCloseTo(0.4, 5);
  const [x, y] = seen.get('west')?.inner ?? [0, 0];
  expect(x).toBeGreaterThan(20);
  expect(x).toBeLessThan(40);
  expect(y).toBeGreaterThan(20);
  expect(y).toBeLessThan(80);
});

test('pieces of neighbouring tiles overlap and count once', () => {
  const seen = fillCells(
    [
      { key: 'a', rings: [box(0, 0, 55, 100)] },
      { key: 'a', rings: [box(45, 0, 100, 100)] },
    ],
    WINDOW,
    5,
  );
  expect(seen.get('a')?.share).toBe(1);
});

test('the inner point of a ring lies on the ring, not in its hole', () => {
  const seen = fillCells([{ key: 'ring', rings: [box(0, 0, 100, 100), box(20, 10, 90, 90)] }], WINDOW, 5);
  const [x, y] = seen.get('ring')?.inner ?? [50, 50];
  expect(x > 20 && x < 90 && y > 10 && y < 90).toBe(false);
  expect(seen.get('ring')?.share).toBeCloseTo(1 - 0.7 * 0.8, 5);
});

test('what lies outside the window, or between the middles of cells, is not seen', () => {
  const seen = fillCells(
    [
      { key: 'outside', rings: [box(-50, -50, -10, -10)] },
      { key: 'tiny', rings: [box(10.5, 10.5, 11.5, 11.5)] },
      { key: 'across', rings: [box(-50, 40, 10, 60)] },
    ],
    WINDOW,
    5,
  );
  expect([...seen.keys()]).toEqual(['across']);
  expect(seen.get('across')?.share).toBeCloseTo(0.02, 5);
});
