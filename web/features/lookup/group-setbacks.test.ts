import { expect, test } from 'vitest';
import type { Setback } from '#domain/zoning/figure';
import { groupSetbacks } from './group-setbacks.ts';

const gsb = (roadName: string | null, roadDistanceM: number, change: Partial<Setback> = {}): Setback => ({
  kind: 'gsb',
  roadClass: 'lingkungan',
  roadName,
  roadDistanceM,
  valueM: 3,
  caps: [],
  governingM: 3,
  isStrictest: null,
  text: null,
  referenceLine: 'rumija',
  status: 'ifAdjacent',
  sourceId: 'a',
  ...change,
});

test('roads with the same rule stand in one row, each name once', () => {
  const groups = groupSetbacks([gsb('Gang 1', 9), gsb('Gang 2', 12), gsb('Gang 1', 30), gsb(null, 40)]);
  expect(groups.map(({ roads }) => roads)).toEqual([
    [
      { name: 'Gang 1', distanceM: 9 },
      { name: 'Gang 2', distanceM: 12 },
      { name: null, distanceM: 40 },
    ],
  ]);
});

test('another value, line or certainty is another row', () => {
  const groups = groupSetbacks([
    gsb('Gang 1', 9),
    gsb('Gang 2', 9, { valueM: 4, governingM: 4 }),
    gsb('Gang 3', 9, { referenceLine: 'as jalan' }),
    gsb('Gang 4', 9, { status: 'set' }),
  ]);
  expect(groups).toHaveLength(4);
});
