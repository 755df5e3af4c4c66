import { expect, test } from 'vitest';
import { changedGroundSchema, shapesOfGround } from './changed-ground.ts';

const square = [
  [116.8, -1.2],
  [116.81, -1.2],
  [116.81, -1.19],
  [116.8, -1.2],
];
const read = changedGroundSchema.parse({
  rdtr: {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { from: 'R-3', to: 'K-1', area_m2: 10 },
        geometry: { type: 'MultiPolygon', coordinates: [[square], [square]] },
      },
      {
        type: 'Feature',
        properties: { from: 'R-3', to: null, area_m2: 5 },
        geometry: { type: 'Polygon', coordinates: [square] },
      },
    ],
  },
  banjir: null,
});

test('changed ground says what it was on one side and what it will be on the other', () => {
  expect(shapesOfGround(read.rdtr, 'before').map(({ label, look }) => [label, look])).toEqual([
    ['R-3', 'changed'],
    ['R-3', 'changed'],
    ['R-3', 'removed'],
  ]);
  const after = shapesOfGround(read.rdtr, 'after', (code) => (code === 'K-1' ? '#ff0000' : undefined));
  expect(after.map(({ label, cover, look }) => [label, cover, look])).toEqual([
    ['K-1', '#ff0000', 'changed'],
    ['K-1', '#ff0000', 'changed'],
    [undefined, undefined, 'unknown'],
  ]);
  expect(shapesOfGround(read.banjir, 'both')).toEqual([]);
});
