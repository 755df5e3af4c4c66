import { expect, it } from 'vitest';
import type { MapLabel } from '../sheet/sheet.ts';
import { spaceLabels } from './space-labels.ts';

const label = (kind: 'zone' | 'road', text: string, x: number, y: number): MapLabel => ({ kind, text, x, y });
const road = label('road', 'Gang Contoh Bakau 53', 40, 60);

it('a code gives way to the name of a road where it is read elsewhere, and stays where it is the only one', () => {
  const [inName, beside] = [label('zone', 'R-2', 50, 60), label('zone', 'R-2', 80, 60)];
  expect(spaceLabels([inName, beside, road])).toEqual([beside, road]);
  expect(spaceLabels([inName, road])).toEqual([inName, road]);
  // Two in names of roads: one of them stays.
  expect(spaceLabels([inName, label('zone', 'R-2', 30, 61), road])).toHaveLength(2);
});

it('what does not touch, and two of one kind, stay', () => {
  const all = [
    label('zone', 'R-2', 40, 64),
    label('zone', 'K-1', 40, 64),
    label('road', 'Jalan Uji', 40, 60),
    road,
  ];
  expect(spaceLabels(all)).toEqual(all);
});
