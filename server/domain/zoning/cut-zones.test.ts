import { describe, expect, test } from 'vitest';
import { aZone, someFacts } from '../../../tests/support/some-facts.ts';
import { cutZones } from './cut-zones.ts';
import type { Facts } from './facts.ts';

const piece = (marks: string[], part_m2: number, feature_no = 1): Facts['zonePieces'][number] => ({
  version_id: 'bbbbbbbbbbbbbbbb',
  feature_no,
  marks,
  part_m2,
});
const cut = (zonePieces: Facts['zonePieces'], zones = [aZone({ part_m2: 100 })]) =>
  cutZones(someFacts({ zones, zonePieces })).map(({ feature_no, marks, part_m2 }) => [
    feature_no,
    marks?.join('+'),
    part_m2,
  ]);

describe('the pieces of a zone', () => {
  test('are one for each combination of overlays, and the ground without any', () => {
    expect(cut([piece(['a', 'b'], 10), piece(['a'], 30)])).toEqual([
      [1, 'a', 30],
      [1, 'a+b', 10],
      [1, '', 60],
    ]);
  });

  test('add up to the zone: a remainder of noise goes to the largest, a sliver is not lost', () => {
    expect(cut([piece(['a'], 70), piece(['b'], 29.995)])).toEqual([
      [1, 'a', 70 + (100 - 99.995)],
      [1, 'b', 29.995],
    ]);
    expect(cut([piece(['a'], 99.9)])).toEqual([
      [1, 'a', 99.9],
      [1, '', expect.closeTo(0.1, 6)],
    ]);
    expect(cut([piece(['a'], 100.004)])).toEqual([[1, 'a', expect.closeTo(100, 6)]]);
  });

  test('are the zone itself where no overlay lies, zone by zone', () => {
    const zones = [aZone({ part_m2: 100 }), aZone({ feature_no: 2, part_m2: 50 })];
    expect(cut([piece(['a'], 20, 2)], zones)).toEqual([
      [1, '', 100],
      [2, 'a', 20],
      [2, '', 30],
    ]);
  });
});
