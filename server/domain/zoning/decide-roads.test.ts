import { describe, expect, test } from 'vitest';
import { anEffect, anIntensity, aRuleSet, aSetback } from '../../../tests/support/a-rule-set.ts';
import { ask, themeState, withFlood } from '../../../tests/support/ask-decide.ts';
import { anOverlay, aRoad, aVersion, aZone, someFacts } from '../../../tests/support/some-facts.ts';
import type { IntensityRule } from '../rules/rule-set.ts';
import type { Facts } from './facts.ts';

describe('free distances', () => {
  const setbacks = [
    aSetback({ roadClass: 'arteri', valueM: 15 }),
    aSetback({ roadClass: 'lokal', valueM: 6 }),
    aSetback({ kind: 'jbs', valueM: 2, referenceLine: 'batas persil' }),
  ];
  test('a corner on two roads has two GSB, each with its reference line', () => {
    const roads = [aRoad(), aRoad({ name: 'Jalan Besar', road_class: 'arteri', distance_m: 20 })];
    const gsb = ask(someFacts({ roads }), aRuleSet({ setbacks })).parts[0]!.setbacks.filter(
      (row) => row.kind === 'gsb',
    );
    expect(gsb.map((row) => [row.roadClass, row.valueM, row.referenceLine])).toEqual([
      ['lokal', 6, 'as jalan'],
      ['arteri', 15, 'as jalan'],
    ]);
  });
  test('without a road nearby no GSB is chosen', () => {
    const gsb = ask(someFacts(), aRuleSet({ setbacks })).parts[0]!.setbacks.filter(
      (row) => row.kind === 'gsb',
    );
    expect(gsb.every((row) => row.status === 'needsRoad')).toBe(true);
  });
  test('a road class without a rule and a kind without a rule are not set', () => {
    const found = ask(someFacts({ roads: [aRoad({ road_class: 'kolektor' })] }), aRuleSet({ setbacks }))
      .parts[0]!.setbacks;
    expect(found.find((row) => row.kind === 'gsb')).toMatchObject({ status: 'notSet', valueM: null });
    expect(found.find((row) => row.kind === 'jbb')).toMatchObject({ status: 'notSet', valueM: null });
  });
});

describe('the area that decides the size class', () => {
  const classes = aRuleSet({
    intensity: {
      'R-3': [
        anIntensity('kdb', { value: 65, parcelMaxM2: 250 }),
        anIntensity('kdb', { value: 50, parcelMinM2: 600 }),
      ],
    },
  });
  const sum = {
    lon: 116.83,
    lat: -1.27,
    area_m2: 123,
    perimeter_m: 45,
    zoned_m2: 123,
    invalid_m2: 0,
    city_m2: 123,
  };
  const parcel = { version_id: 'p', nib: '9', area_m2: 913, is_demo: true };
  const kdb = (parcels: Facts['parcels']) =>
    ask(someFacts({ sum, zones: [aZone({ part_m2: 123 })], parcels }), classes).parts[0]!.figures.find(
      (row) => row.measure === 'kdb',
    )!;
  test('is that of the registered parcel, not of a drawing inside it', () => {
    expect(kdb([{ ...parcel, part_m2: 122.9 }]).governing?.value).toBe(50);
  });
  test('is that of the drawing only where no parcel is registered', () => {
    expect(kdb([]).governing?.value).toBe(65);
  });
  test('does not exist for a drawing across parcels', () => {
    expect(
      kdb([
        { ...parcel, part_m2: 60 },
        { ...parcel, nib: '8', part_m2: 60 },
      ]),
    ).toMatchObject({ status: 'needsParcel', governing: null });
  });
});

test('roads around a point give their GSB only if the plot lies on them, and choose no rule', () => {
  const set = aRuleSet({
    setbacks: [aSetback({ roadClass: 'lokal', valueM: 6 })],
    intensity: { 'R-3': [anIntensity('kdb', { value: 80, roadClass: 'lokal' })] },
  });
  const part = ask(someFacts({ roads: [aRoad({ from: 'point' })] }), set).parts[0]!;
  expect(part.setbacks.find((row) => row.kind === 'gsb')).toMatchObject({ status: 'ifAdjacent', valueM: 6 });
  expect(part.figures.find((row) => row.measure === 'kdb')?.status).toBe('needsParcel');
});

test('a number for all roads does not govern where the road is not known and its class may be stricter', () => {
  const kdbOf = (rows: readonly IntensityRule[], facts: Partial<Facts>) =>
    ask(someFacts(facts), aRuleSet({ intensity: { 'R-3': rows } })).parts[0]!.figures.find(
      (row) => row.measure === 'kdb',
    )!;
  const stricter = [anIntensity('kdb', { value: 70 }), anIntensity('kdb', { value: 40, roadClass: 'lokal' })];
  const laxer = [anIntensity('kdb', { value: 70 }), anIntensity('kdb', { value: 80, roadClass: 'lokal' })];
  const roads = aVersion({ kind: 'road', layer_id: 'jalan', version_id: 'dddddddddddddddd' });
  const parcels = [{ version_id: 'p', nib: '9', area_m2: 913, is_demo: true }];
  const known = { versions: [...someFacts().versions, roads], parcels };
  for (const facts of [
    { roads: [aRoad({ from: 'point' as const })] },
    { parcels },
    { ...known, parcels: [], roads: [aRoad({ from: 'point' as const })] },
    { ...known, failed: new Set(['road'] as const) },
    { ...known, versions: [...someFacts().versions, { ...roads, covers: false }] },
    { ...known, setAside: [{ version_id: roads.version_id, feature_no: 7, reason: 'tooFewPoints' }] },
    { ...known, failed: new Set(['set_aside'] as const) },
  ]) {
    expect(kdbOf(stricter, facts)).toMatchObject({ status: 'needsParcel', governing: null });
    expect(kdbOf(stricter, facts).alternatives).toHaveLength(2);
    expect(kdbOf(laxer, facts).governing?.value).toBe(70);
  }
  expect(kdbOf(stricter, { ...known, roads: [aRoad()] }).governing?.value).toBe(40);
  // No known road leads to it: nobody knows which one does.
  expect(kdbOf(stricter, known)).toMatchObject({ status: 'needsParcel', governing: null });
});

test('where a road could not go in, the roads of the place are no data, whatever others lie there', () => {
  const version = aVersion({ kind: 'road', layer_id: 'jalan', version_id: 'dddddddddddddddd' });
  const facts = someFacts({ versions: [...someFacts().versions, version], roads: [aRoad()] });
  expect(themeState(ask(facts), 'jaringan-jalan')).toEqual(['concerned']);
  const setAside = [{ version_id: version.version_id, feature_no: 7, reason: 'tooFewPoints' }];
  const answer = ask({ ...facts, setAside });
  expect(themeState(answer, 'jaringan-jalan')).toEqual(['noData']);
  expect(answer.themes.noData.find((row) => row.code === 'jaringan-jalan')?.reason).toBe('invalidGeometry');
});

test('on a road of unknown class the number for any road governs only if no class asks for more', () => {
  const gsbOf = (rows: readonly (readonly [string | null, number])[]) =>
    ask(
      someFacts({ roads: [aRoad({ road_class: 'tidak diketahui' })] }),
      aRuleSet({ setbacks: rows.map(([roadClass, valueM]) => aSetback({ roadClass, valueM })) }),
    )
      .parts[0]!.setbacks.filter((row) => row.kind === 'gsb')
      .map(({ status, valueM, governingM }) => [status, valueM, governingM]);
  expect(
    gsbOf([
      [null, 5],
      ['arteri primer', 15],
    ]),
  ).toEqual([['needsRoad', 5, null]]);
  expect(
    gsbOf([
      [null, 5],
      ['lingkungan', 3],
    ]),
  ).toEqual([['set', 5, 5]]);
  expect(
    gsbOf([
      ['arteri primer', 15],
      ['lokal', 6],
    ]),
  ).toEqual([
    ['needsRoad', 15, 15],
    ['needsRoad', 6, 6],
  ]);
});

test('an X for every activity in place of the matrix forbids building as a prohibition does', () => {
  const set = aRuleSet({ effects: [anEffect({ effect: 'override', activityId: null, itbxCodes: ['X'] })] });
  const part = ask(someFacts({ versions: withFlood, overlays: [anOverlay()] }), set).parts[0]!;
  expect(part.warnings).toContain('prohibited');
});

test('an overlay that widens the GSB governs it', () => {
  const set = aRuleSet({
    setbacks: [aSetback({ roadClass: 'lokal', valueM: 6 })],
    effects: [anEffect({ effect: 'cap', measure: 'gsb_m', operator: 'min', value: 20 })],
  });
  const facts = someFacts({ versions: withFlood, roads: [aRoad()], overlays: [anOverlay()] });
  const gsb = ask(facts, set).parts[0]!.setbacks.find((row) => row.kind === 'gsb');
  expect(gsb).toMatchObject({ valueM: 6, governingM: 20, status: 'set' });
});
