import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  aCitation,
  anActivity,
  anEffect,
  anIntensity,
  aRuleSet,
  aSetback,
} from '../../../tests/support/a-rule-set.ts';
import { ask, byId, withFlood } from '../../../tests/support/ask-decide.ts';
import { aCity, anOverlay, aRoad, aVersion, aZone, someFacts } from '../../../tests/support/some-facts.ts';
import { cityProfileSchema } from '../city/profile.ts';
import type { Facts } from './facts.ts';

const balikpapan = cityProfileSchema.parse(
  JSON.parse(readFileSync('data/cities/balikpapan/profile.json', 'utf8')),
);

describe('plan and coverage', () => {
  test('outside every kelurahan is outside the city, with a swap offered when it fits', () => {
    const answer = ask(someFacts({ admin: [], zones: [] }), aRuleSet(), { point: [-1.27, 116.83] });
    expect(answer).toMatchObject({
      coverage: 'outsideCity',
      plan: 'outsideCity',
      swapOffer: [116.83, -1.27],
    });
  });
  test('the box of the city is asked only where no outline can be', () => {
    const narrow = { city: aCity({ bbox: [116.84, -1.29, 117.03, -1.01] }) };
    const coverage = (facts: Facts) => ask(facts, aRuleSet(), narrow).coverage;
    expect(coverage(someFacts())).toBe('inside');
    expect(coverage(someFacts({ admin: [] }))).toBe('partlyOutside');
    expect(coverage(someFacts({ admin: [], failed: new Set(['admin']) }))).toBe('outsideCity');
    expect(coverage(someFacts({ admin: [], versions: [aVersion()] }))).toBe('outsideCity');
  });
  test('a place outside that fits no way round gets no offer but a neighbour', () => {
    const answer = ask(someFacts({ admin: [], zones: [] }), aRuleSet(), { point: [116.6, -1.2] });
    expect(answer).toMatchObject({ swapOffer: null, neighbour: 'Kabupaten Penajam Paser Utara' });
  });
  test.each([
    [[116.9, -1.3], 'laut (Selat Makassar)'],
    [[117.2, -1.1], null],
  ] as const)('%j on the sea is never called a kabupaten', (point, neighbour) => {
    const city = { ...aCity(), neighbours: balikpapan.neighbours };
    const answer = ask(someFacts({ admin: [], zones: [] }), aRuleSet(), { point: [...point], city });
    expect(answer).toMatchObject({ coverage: 'outsideCity', neighbour });
  });
  test('inside the city without a zone is no plan, and every number is absent', () => {
    const answer = ask(someFacts({ zones: [] }));
    expect(answer).toMatchObject({ coverage: 'inside', plan: 'none', parts: [] });
  });
  test('the ground of an invalid zone polygon answers so', () => {
    const answer = ask(
      someFacts({
        zones: [],
        setAside: [{ version_id: 'bbbbbbbbbbbbbbbb', feature_no: 3, reason: 'selfIntersection' }],
      }),
    );
    expect(answer.plan).toBe('invalidGeometry');
  });
  test('two zones that both hold the point are an overlap, and both are shown', () => {
    const answer = ask(someFacts({ zones: [aZone(), aZone({ feature_no: 2, code: 'K-1' })] }));
    expect(answer.plan).toBe('overlapping');
    expect(answer.parts.map((part) => part.zone.code)).toEqual(['K-1', 'R-3']);
  });
  test('a point on a shared border belongs to both zones without being an overlap', () => {
    const answer = ask(
      someFacts({
        zones: [aZone({ interior: false }), aZone({ feature_no: 2, code: 'K-1', interior: false })],
      }),
    );
    expect(answer.plan).toBe('found');
    expect(answer.parts).toHaveLength(2);
  });
  test('parts, remainder and overlap add up to the asked area', () => {
    const sum = {
      lon: 116.83,
      lat: -1.27,
      area_m2: 1000,
      perimeter_m: 130,
      zoned_m2: 900,
      invalid_m2: 40,
      city_m2: 1000,
    };
    const answer = ask(
      someFacts({
        sum,
        zones: [aZone({ part_m2: 600 }), aZone({ feature_no: 2, code: 'K-1', part_m2: 300.5 })],
      }),
    );
    const parts = answer.parts.reduce((total, part) => total + (part.areaM2 ?? 0), 0);
    const { areaM2, overlapM2, invalidGeometryM2 } = answer.remainder!;
    expect(parts + areaM2 - overlapM2).toBeCloseTo(1000, 9);
    expect(invalidGeometryM2).toBe(40);
    expect(answer.plan).toBe('partial');
    expect(answer.parts[0]?.sharePct).toBeCloseTo(60, 9);
  });
  test('a sliver is flagged and kept', () => {
    const sum = {
      lon: 116.83,
      lat: -1.27,
      area_m2: 100,
      perimeter_m: 40,
      zoned_m2: 100,
      invalid_m2: 0,
      city_m2: 100,
    };
    const answer = ask(
      someFacts({
        sum,
        zones: [aZone({ part_m2: 99.6 }), aZone({ feature_no: 2, code: 'K-1', part_m2: 0.4 })],
      }),
    );
    expect(answer.parts.map((part) => part.isSliver)).toEqual([false, true]);
  });
});

test('every source that a part or theme names is in the list of sources', () => {
  const set = aRuleSet({
    intensity: { 'R-3': [anIntensity('kdb'), anIntensity('klb', { sourceId: 'rules-uji/s2' })] },
    setbacks: [aSetback({ kind: 'jbb', sourceId: 'rules-uji/s3' })],
    citations: ['s1', 's2', 's3'].map((id) => aCitation({ sourceId: `rules-uji/${id}` })),
  });
  expect(ask(someFacts(), set).sources.map((source) => source.sourceId)).toEqual([
    'rules-uji/s1',
    'rules-uji/s2',
    'rules-uji/s3',
  ]);
});

test('demo versions mark the whole answer', () => {
  expect(ask(someFacts()).isDemo).toBe(true);
});

test('polygons that the plan treats alike are one part of a drawn area', () => {
  const sum = {
    lon: 116.83,
    lat: -1.27,
    area_m2: 300,
    perimeter_m: 80,
    zoned_m2: 300,
    invalid_m2: 0,
    city_m2: 300,
  };
  const zones = [1, 2, 3].map((no) => aZone({ feature_no: no, kodblk: `I.A.${no}`, part_m2: 100 }));
  const answer = ask(someFacts({ sum, zones }));
  expect(answer.parts).toHaveLength(1);
  expect(answer.parts[0]).toMatchObject({ polygonCount: 3, areaM2: 300, kodblk: null });
});

test('what the plan of other ground says in general is not said here', () => {
  const own = aRuleSet({
    activities: [anActivity()],
    cells: { bengkel: { 'R-3': ['I'] } },
    setbacks: [
      aSetback({ roadClass: 'lokal', valueM: 6 }),
      aSetback({ regulationId: 'rdtr2', roadClass: 'lokal', valueM: 12 }),
      aSetback({ regulationId: 'sempadan', roadClass: 'lokal', valueM: 8 }),
    ],
    effects: [anEffect({ effect: 'prohibition', regulationId: 'rdtr2' }), anEffect({ effect: 'text' })],
  });
  const rdtr = own.byRegulation.get('rdtr')!;
  const set = {
    ...own,
    byRegulation: new Map([
      ['rdtr', rdtr],
      ['rdtr2', rdtr],
      ['sempadan', { ...rdtr, zoneCodes: new Map() }],
    ]),
  };
  const otherPlan = aVersion({
    layer_id: 'rdtr-lain',
    version_id: '9999999999999999',
    regulation_id: 'rdtr2',
  });
  const facts = { versions: [...withFlood, otherPlan], roads: [aRoad()], overlays: [anOverlay()] };
  const answer = ask(someFacts(facts), set, { findActivities: byId('bengkel') });
  const [part] = answer.parts;
  const gsb = part?.setbacks.filter(({ kind }) => kind === 'gsb').map(({ valueM }) => valueM);
  expect(gsb).toEqual([6, 8]);
  expect(part?.verdict?.governing).toBe('I');
  expect(part?.warnings).not.toContain('prohibited');
  expect(answer.themes.concerned.find(({ code }) => code === 'banjir')?.effects).toHaveLength(1);
  const unmapped = someFacts({ versions: [...someFacts().versions, otherPlan], roads: [aRoad()] });
  const never = ask(unmapped, set, { findActivities: byId('bengkel') });
  expect(never.parts[0]?.verdict?.governing).toBe('I');
  // No plan in force is bound to it: a layer that was taken away turns no “no” into a “yes”.
  const withdrawn = ask(someFacts({ ...facts, versions: withFlood }), set, {
    findActivities: byId('bengkel'),
  });
  expect(withdrawn.parts[0]?.verdict?.governing).toBe('X');
  const other = aVersion({ regulation_id: 'rdtr2' });
  const there = ask(someFacts({ ...facts, versions: [other, ...withFlood.slice(1)] }), set, {
    findActivities: byId('bengkel'),
  });
  expect(there.parts[0]?.verdict?.governing).toBe('X');
});
