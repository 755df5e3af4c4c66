import { describe, expect, test } from 'vitest';
import { aCity, aVersion } from '../../../tests/support/some-facts.ts';
import { factsFromPack, placeLayers } from './facts-from-pack.ts';
import type { PackManifest } from './manifest.ts';
import type { PackLayer } from './pack-facts.ts';
import { type ShapePath, UNITS_PER_DEGREE } from './shapes.ts';

const HERE: [number, number] = [116.8, -1.2];
/** Metres of a degree near the equator, roughly. */
const DEGREE_M = 111_000;
const at = (eastM: number, northM: number): number[] => [
  Math.round((HERE[0] + eastM / DEGREE_M) * UNITS_PER_DEGREE),
  Math.round((HERE[1] + northM / DEGREE_M) * UNITS_PER_DEGREE),
];
/** A line from west to east, that far to the north. */
const road = (northM: number): ShapePath[] => [
  { kind: 'line', xy: Int32Array.from([...at(-100, northM), ...at(100, northM)]) },
];
/** A strip of two metres, as a line that did not go in is kept. */
const strip = (northM: number): ShapePath[] => [
  {
    kind: 'shell',
    xy: Int32Array.from([
      ...at(-100, northM - 1),
      ...at(100, northM - 1),
      ...at(100, northM + 1),
      ...at(-100, northM + 1),
    ]),
  },
];

function factsAt(layers: PackLayer[], shapes: ShapePath[][]) {
  const manifest = {
    versions: [
      aVersion({ layer_id: 'jalan', kind: 'road', version_id: 'j' }),
      aVersion({ layer_id: 'rdtr', kind: 'zones', version_id: 'z' }),
      aVersion({ layer_id: 'banjir', kind: 'overlay', theme: 'banjir', version_id: 'o' }),
    ],
  } as Partial<PackManifest> as PackManifest;
  const facts = { city: aCity() } as never;
  return factsFromPack({ manifest, facts, layers: placeLayers(layers, shapes) }, HERE);
}

const roadLayer = (rows: { name: string | null; road_class: string; row_width_m?: number }[]): PackLayer => ({
  kind: 'road',
  versionId: 'j',
  drawn: null,
  rows: rows.map((row, index) => ({ version_id: 'j', feature_no: index + 1, row_width_m: null, ...row })),
});

describe('what a pack holds at a place, as the server finds it', () => {
  test('a road that could not go in is known in reach of it, an overlay close by, other ground only where it lies', () => {
    const setAside = (versionId: string): PackLayer => ({
      kind: 'setAside',
      versionId,
      drawn: null,
      rows: [{ version_id: versionId, feature_no: 1, reason: 'invalid' as never }],
    });
    const told = (versionId: string, northM: number) =>
      factsAt([setAside(versionId)], [strip(northM)]).setAside.map(({ version_id: id }) => id);
    expect([0, 20, 70].map((metres) => told('j', metres))).toEqual([['j'], ['j'], []]);
    expect([0, 5, 20].map((metres) => told('o', metres))).toEqual([['o'], ['o'], []]);
    expect([0, 5].map((metres) => told('z', metres))).toEqual([['z'], []]);
  });

  test('many pieces of small roads do not hide the main road, and none is told more than four times', () => {
    const small = Array.from({ length: 48 }, (_, n) => ({
      name: `Gang ${n % 12}`,
      road_class: 'lingkungan',
    }));
    const rows = [...small, { name: 'Jalan Raya', road_class: 'arteri' }];
    const shapes = [...small.map((_, n) => road(5 + n / 2)), road(50)];
    const { roads } = factsAt([roadLayer(rows)], shapes);
    expect(roads).toHaveLength(40);
    expect(roads.at(-1)).toMatchObject({ name: 'Jalan Raya', road_class: 'arteri' });
    const five = Array.from({ length: 5 }, () => ({ name: 'Gang Satu', road_class: 'lingkungan' }));
    const told = factsAt([roadLayer(five)], [9, 1, 2, 3, 4].map(road)).roads;
    expect(told.map(({ distance_m: metres }) => Math.round(metres))).toEqual([1, 2, 3, 4]);
  });

  test('a road whose reserve reaches further than sixty metres is found as far as it reaches', () => {
    const wide = { name: 'Jalan Tol', road_class: 'tol', row_width_m: 150 };
    const found = (northM: number) => factsAt([roadLayer([wide])], [road(northM)]).roads.length;
    expect([70, 77, 80].map(found)).toEqual([1, 1, 0]);
  });
});
