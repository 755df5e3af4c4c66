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
import { aCity, anOverlay, aRoad, aVersion, aZone, someFacts } from '../../../tests/support/some-facts.ts';
import { cityProfileSchema } from '../city/profile.ts';
import type { IntensityRule, OverlayEffect, RegulationRules } from '../rules/rule-set.ts';
import { type Answer, answerSchema } from './answer.ts';
import { decide, type Question } from './decide.ts';
import type { Facts } from './facts.ts';
import { rulesHere } from './rules-here.ts';
import { THEMES } from './theme.ts';

const balikpapan = cityProfileSchema.parse(
  JSON.parse(readFileSync('data/cities/balikpapan/profile.json', 'utf8')),
);

const question = (given: Partial<Question> = {}): Question => ({
  city: aCity(),
  asOf: '2026-11-22',
  point: [116.83, -1.27],
  askedFor: null,
  findActivities: null,
  ...given,
});
const byId = (id: string) => (rules: RegulationRules) => {
  const activity = rules.activities.get(id);
  return activity === undefined ? [] : [activity];
};

function ask(facts: Facts, rules = aRuleSet(), given: Partial<Question> = {}): Answer {
  return answerSchema.parse(decide(question(given), facts, [rules]));
}
const floodVersion = aVersion({
  layer_id: 'overlay-banjir',
  kind: 'overlay',
  theme: 'banjir',
  version_id: 'cccccccccccccccc',
});
const withFlood = [...someFacts().versions, floodVersion];
const themeState = (answer: Answer, code: string) =>
  (['concerned', 'notConcerned', 'noData'] as const).filter((state) =>
    answer.themes[state].some((row) => row.code === code),
  );

describe('themes', () => {
  const overlayVersion = aVersion({
    layer_id: 'overlay-banjir',
    kind: 'overlay',
    theme: 'banjir',
    version_id: 'cccccccccccccccc',
  });
  const withBanjir = (given: Partial<Facts> = {}) =>
    someFacts({ versions: [...someFacts().versions, overlayVersion], ...given });

  test('every theme lands in exactly one of three lists', () => {
    for (const facts of [
      someFacts(),
      withBanjir(),
      withBanjir({ overlays: [anOverlay()] }),
      someFacts({ zones: [] }),
    ]) {
      const answer = ask(facts);
      for (const theme of THEMES) expect(themeState(answer, theme.code), theme.code).toHaveLength(1);
    }
  });
  test('a theme without a published layer is no data, not no restriction', () => {
    const answer = ask(someFacts());
    expect(themeState(answer, 'banjir')).toEqual(['noData']);
    expect(answer.themes.noData.find((row) => row.code === 'banjir')?.reason).toBe('notMapped');
  });
  test('a published layer that speaks here and has nothing is not concerned', () => {
    expect(themeState(ask(withBanjir()), 'banjir')).toEqual(['notConcerned']);
  });
  test('a layer that does not cover the ground is no data', () => {
    const answer = ask(
      someFacts({ versions: [...someFacts().versions, { ...overlayVersion, covers: false }] }),
    );
    expect(answer.themes.noData.find((row) => row.code === 'banjir')?.reason).toBe('outsideCoverage');
  });
  test('ground of a set-aside overlay polygon is no data', () => {
    const answer = ask(
      withBanjir({
        setAside: [{ version_id: 'cccccccccccccccc', feature_no: 7, reason: 'selfIntersection' }],
      }),
    );
    expect(answer.themes.noData.find((row) => row.code === 'banjir')?.reason).toBe('invalidGeometry');
  });
  test('an official field in the zone row speaks for its theme, for yes and for no', () => {
    const versions = [aVersion({ special_fields: ['KKOP_1', 'LP2B_2'] })];
    const answer = ask(someFacts({ versions, zones: [aZone({ special: { KKOP_1: 'K01G' } })] }));
    expect(themeState(answer, 'kkop')).toEqual(['concerned']);
    expect(themeState(answer, 'lp2b')).toEqual(['notConcerned']);
  });
  test('a technique (TPZ_00) of a row is named, once, and its note is for rows that carry it', () => {
    const versions = [aVersion({ special_fields: ['TPZ_00'] })];
    const aNote = (code: string | null, body: string) =>
      ({
        kind: 'tpz',
        zoneCode: null,
        kodswp: null,
        kodblk: null,
        code,
        body,
        sourceId: 'rules-uji/s1',
      }) as const;
    const rules = aRuleSet({ notes: [aNote('k2', 'Pertumbuhan'), aNote('b', 'Bonus'), aNote(null, 'Umum')] });
    const technique = (TPZ_00: string | null, fields = versions) => {
      const special: Record<string, string> = TPZ_00 === null ? {} : { TPZ_00 };
      const zones = [aZone({ special }), aZone({ feature_no: 2, special })];
      const answer = ask(someFacts({ versions: fields, zones }), rules);
      const named = answer.themes.concerned.filter(({ code }) => code === 'tpz');
      return [named.map(({ title }) => title), answer.parts[0]!.notes.map(({ body }) => body)];
    };
    expect(technique('Pengendalian Pertumbuhan (K2)')).toEqual([
      ['TPZ Pengendalian Pertumbuhan (K2)'],
      ['Pertumbuhan', 'Umum'],
    ]);
    expect(technique('h9')).toEqual([['TPZ h9'], ['Umum']]);
    expect(technique(null)).toEqual([[], ['Umum']]);
    expect(technique(null, [aVersion()])).toEqual([[], ['Pertumbuhan', 'Bonus', 'Umum']]);
  });
  test('one field for several hazards is sorted by its words, and an unreadable code is listed under each', () => {
    const versions = [aVersion({ special_fields: ['KRB_03'] })];
    const flood = ask(
      someFacts({ versions, zones: [aZone({ special: { KRB_03: 'Kawasan Rawan Banjir - Tinggi' } })] }),
    );
    expect(themeState(flood, 'banjir')).toEqual(['concerned']);
    expect(themeState(flood, 'longsor')).toEqual(['notConcerned']);
    const unread = ask(someFacts({ versions, zones: [aZone({ special: { KRB_03: '0301' } })] }));
    expect(themeState(unread, 'banjir')).toEqual(['concerned']);
    expect(themeState(unread, 'longsor')).toEqual(['concerned']);
  });
});

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

describe('activities', () => {
  const rules = (parts = {}) =>
    aRuleSet({
      activities: [anActivity(), anActivity({ activityId: 'gudang', name: 'Gudang', kbli: [] })],
      cells: { bengkel: { 'R-3': ['T1', 'B2'] }, gudang: { 'R-3': [] } },
      conditions: { T1: 'Jam 07.00–17.00', B2: 'Menyediakan parkir' },
      ...parts,
    });
  const verdict = (answer: Answer) => answer.parts[0]!.verdict!;

  test('a combined cell shows both condition texts and the stricter letter', () => {
    const found = verdict(ask(someFacts(), rules(), { findActivities: byId('bengkel') }));
    expect(found).toMatchObject({ base: 'B', governing: 'B', codes: ['T1', 'B2'], reason: null });
    expect(found.conditions.map((row) => row.body)).toEqual(['Jam 07.00–17.00', 'Menyediakan parkir']);
  });
  test('an empty cell is unknown, never allowed', () => {
    expect(verdict(ask(someFacts(), rules(), { findActivities: byId('gudang') }))).toMatchObject({
      governing: 'unknown',
      reason: 'emptyCell',
    });
  });
  test('an empty cell that the operator declared a prohibition is X', () => {
    expect(
      verdict(ask(someFacts(), rules({ emptyMeans: 'X' }), { findActivities: byId('gudang') })).governing,
    ).toBe('X');
  });
  test('a zone that is no column of the matrix is unknown', () => {
    const answer = ask(someFacts({ zones: [aZone({ code: 'KT' })] }), rules(), {
      findActivities: byId('bengkel'),
    });
    expect(verdict(answer)).toMatchObject({ governing: 'unknown', reason: 'zoneNotInMatrix' });
  });
  test('words that name no activity are unknown with the words kept', () => {
    const found = verdict(ask(someFacts(), rules(), { findActivities: () => [], askedFor: 'menara' }));
    expect(found).toMatchObject({ activityName: 'menara', governing: 'unknown', reason: 'notInMatrix' });
  });
  test('words that name no activity are followed by the nearest activities', () => {
    const part = ask(someFacts(), rules(), {
      findActivities: () => [],
      nearActivities: byId('bengkel'),
      askedFor: 'menara',
    }).parts[0]!;
    expect(part.verdict).toMatchObject({ activityId: null, governing: 'unknown' });
    expect(part.otherVerdicts.map((one) => one.activityId)).toEqual(['bengkel']);
  });
  test('a prohibition of an overlay turns an allowed activity into X and cites it', () => {
    const set = rules({
      cells: { bengkel: { 'R-3': ['I'] } },
      effects: [anEffect({ effect: 'prohibition' })],
    });
    const answer = ask(someFacts({ overlays: [anOverlay()] }), set, { findActivities: byId('bengkel') });
    expect(verdict(answer)).toMatchObject({ base: 'I', governing: 'X' });
    expect(answer.parts[0]!.itbx.map((group) => group.itbx)).toEqual(['X']);
    expect(answer.sources.map((source) => source.sourceId)).toContain('rules-uji/s1');
  });
  test('an overlay on one part of a polygon leaves the other part alone', () => {
    const sum = {
      lon: 116.83,
      lat: -1.27,
      area_m2: 200,
      perimeter_m: 60,
      zoned_m2: 200,
      invalid_m2: 0,
      city_m2: 200,
    };
    const zones = [aZone({ part_m2: 120 }), aZone({ feature_no: 2, part_m2: 80 })];
    const overlay = anOverlay({ part_m2: 80 });
    const zonePieces = [
      { version_id: 'bbbbbbbbbbbbbbbb', feature_no: 2, marks: ['cccccccccccccccc tinggi'], part_m2: 80 },
    ];
    const set = rules({
      cells: { bengkel: { 'R-3': ['I'] } },
      effects: [anEffect({ effect: 'prohibition' })],
    });
    const answer = ask(someFacts({ versions: withFlood, sum, zones, zonePieces, overlays: [overlay] }), set, {
      findActivities: byId('bengkel'),
    });
    expect(answer.parts.map((part) => part.verdict?.governing)).toEqual(['I', 'X']);
  });
});

describe('validity', () => {
  test('a rule whose source has ended no longer speaks: the number is not set', () => {
    const set = aRuleSet({
      intensity: { 'R-3': [anIntensity('kdb')] },
      citations: [aCitation({ validTo: '2026-11-22' })],
    });
    const kdb = (asOf: string) =>
      ask(someFacts(), set, { asOf }).parts[0]!.figures.find((row) => row.measure === 'kdb')!;
    expect(kdb('2026-11-21').status).toBe('set');
    expect(kdb('2026-11-22').status).toBe('notSet');
  });
  test('an activity of a matrix that has ended is unknown, no longer allowed', () => {
    const set = aRuleSet({
      activities: [anActivity()],
      cells: { bengkel: { 'R-3': ['I'] } },
      citations: [aCitation({ validTo: '2026-11-22' })],
    });
    const ended = ask(someFacts(), set, { findActivities: byId('bengkel') }).parts[0]!;
    expect(ended.verdict).toMatchObject({ governing: 'unknown', reason: 'noMatrix' });
    expect(ended.itbx).toEqual([]);
  });
  test('a plan under revision is announced', () => {
    expect(ask(someFacts(), aRuleSet({ status: 'dalam revisi' })).revisions).toHaveLength(1);
  });
  test('a polygon with rules of its own keeps them before those of its zone code', () => {
    const set = aRuleSet({
      intensity: {
        'R-3': [anIntensity('kdb', { value: 60 }), anIntensity('klb', { value: 2 })],
        'U-1': [anIntensity('kdb', { value: 30 })],
      },
    });
    const part = ask(someFacts({ zones: [aZone({ kodunk: 'U-1' })] }), set).parts[0]!;
    expect(part.figures.find((row) => row.measure === 'kdb')?.governing?.value).toBe(30);
    expect(part.figures.find((row) => row.measure === 'klb')?.governing?.value).toBe(2);
  });
  describe('what is keyed by the polygon itself stands before what its zone code says', () => {
    const here = (kodunk: string | null) => someFacts({ zones: [aZone({ kodunk })], roads: [aRoad()] });
    test('in the matrix: its column, or that of the code where it has no cell', () => {
      const set = aRuleSet({
        activities: [anActivity(), anActivity({ activityId: 'warung', name: 'Warung' })],
        cells: { bengkel: { 'R-3': ['I'], 'R-3.7': ['X'] }, warung: { 'R-3': ['I'] } },
      });
      const verdictOn = (kodunk: string | null, id: string) =>
        ask(here(kodunk), set, { findActivities: byId(id) }).parts[0]!.verdict;
      expect(verdictOn('R-3.7', 'bengkel')).toMatchObject({ base: 'X', governing: 'X' });
      expect(verdictOn('R-3.7', 'warung')).toMatchObject({ base: 'I', governing: 'I' });
      expect(verdictOn('R-3.8', 'bengkel')).toMatchObject({ base: 'I', governing: 'I' });
      const listed = (kodunk: string) =>
        ask(here(kodunk), set).parts[0]!.itbx.map(({ itbx, activities }) => [
          itbx,
          ...activities.map(({ activityId }) => activityId),
        ]);
      expect(listed('R-3.8')).toEqual([['I', 'bengkel', 'warung']]);
      expect(listed('R-3.7')).toEqual([
        ['I', 'warung'],
        ['X', 'bengkel'],
      ]);
    });
    test('an empty cell of its own is what the operator says an empty cell is, not the cell of its code', () => {
      const set = aRuleSet({ activities: [anActivity()], cells: { bengkel: { 'R-3': ['I'], 'R-3.7': [] } } });
      const { verdict } = ask(here('R-3.7'), set, { findActivities: byId('bengkel') }).parts[0]!;
      expect(verdict).toMatchObject({ governing: 'unknown', reason: 'emptyCell' });
    });
    test('a matrix that speaks of the polygon alone is not one without its zone', () => {
      const set = aRuleSet({ activities: [anActivity()], cells: { bengkel: { 'R-3.7': ['I'] } } });
      const verdictOn = (kodunk: string | null) =>
        ask(here(kodunk), set, { findActivities: byId('bengkel') }).parts[0]!.verdict;
      expect(verdictOn('R-3.7')).toMatchObject({ governing: 'I' });
      expect(verdictOn(null)).toMatchObject({ governing: 'unknown', reason: 'zoneNotInMatrix' });
    });
    test('among free distances: its row for a road class, and beside it what the code says of other kinds', () => {
      const set = aRuleSet({
        setbacks: [
          aSetback({ zoneCode: 'R-3', roadClass: 'lokal', valueM: 6 }),
          aSetback({ zoneCode: 'R-3', kind: 'jbs', valueM: 2 }),
          aSetback({ zoneCode: 'R-3.7', roadClass: 'lokal', valueM: 30 }),
        ],
      });
      const metresOn = (kodunk: string | null) =>
        ask(here(kodunk), set).parts[0]!.setbacks.map(({ kind, valueM }) => [kind, valueM]);
      expect(metresOn('R-3.7')).toEqual([
        ['gsb', 30],
        ['jbs', 2],
        ['jbb', null],
      ]);
      expect(metresOn('R-3.8')).toEqual([
        ['gsb', 6],
        ['jbs', 2],
        ['jbb', null],
      ]);
    });
    test('a least value of its own leaves the greatest value of the code', () => {
      const set = aRuleSet({
        intensity: {
          'R-3': [anIntensity('kdb', { value: 60 })],
          'R-3.7': [anIntensity('kdb', { value: 20 }, { operator: 'min' })],
        },
      });
      const kdb = ask(here('R-3.7'), set).parts[0]!.figures.filter(({ measure }) => measure === 'kdb');
      expect(kdb.map(({ operator, governing }) => [operator, governing?.value]).sort()).toEqual([
        ['max', 60],
        ['min', 20],
      ]);
    });
    test('a row of its own that holds no longer does not hide that of the code', () => {
      const set = aRuleSet({
        intensity: {
          'R-3': [anIntensity('kdb', { value: 60 })],
          'R-3.7': [anIntensity('kdb', { value: 30, sourceId: 'rules-uji/old' })],
        },
        citations: [aCitation(), aCitation({ sourceId: 'rules-uji/old', validTo: '2026-01-01' })],
      });
      const kdb = ask(here('R-3.7'), set).parts[0]!.figures.find(({ measure }) => measure === 'kdb');
      expect(kdb?.governing?.value).toBe(60);
    });
  });
});

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

describe('RTRW beside the detail plan', () => {
  const rtrwVersion = aVersion({ layer_id: 'rtrw', kind: 'rtrw', version_id: 'ffffffffffffffff' });
  const facts = (namobj: string) =>
    someFacts({
      versions: [...someFacts().versions, rtrwVersion],
      rtrw: [aZone({ version_id: 'ffffffffffffffff', code: namobj, namobj })],
    });
  test.each([
    ['Kawasan Permukiman', 'agrees'],
    ['Hutan Produksi', 'check'],
    ['Kawasan Pariwisata', 'notJudged'],
  ])('%s is %s', (namobj, agreement) => {
    const set = aRuleSet({ rtrw: { 'Kawasan Permukiman': ['R'], 'Hutan Produksi': ['HP'] } });
    expect(ask(facts(namobj), set).rtrw[0]?.agreement).toBe(agreement);
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

describe('overlays of which nobody knows whether they lie here', () => {
  const versions = withFlood;
  const set = aRuleSet({
    intensity: { 'R-3': [anIntensity('floors', { value: 4 })] },
    activities: [anActivity()],
    cells: { bengkel: { 'R-3': ['I'] } },
    effects: [
      anEffect({ effect: 'prohibition', levelCode: 'tinggi' }),
      anEffect({ effect: 'cap', levelCode: 'tinggi', measure: 'floors', value: 2 }),
      anEffect({ levelCode: 'rendah' }),
      anEffect({ levelCode: 'banjir rendah' }),
    ],
  });
  const floorsOf = (answer: Answer) => answer.parts[0]!.figures.find((row) => row.measure === 'floors')!;
  const OPEN: [string, Partial<Facts>][] = [
    ['its source failed', { versions, failed: new Set(['overlay']) }],
    ['its set-aside polygons could not be read', { versions, failed: new Set(['set_aside']) }],
    [
      'its polygon was set aside',
      { versions, setAside: [{ version_id: 'cccccccccccccccc', feature_no: 7, reason: 'selfIntersection' }] },
    ],
    [
      'it does not speak about this ground',
      { versions: [...someFacts().versions, { ...floodVersion, covers: false }] },
    ],
    ['it was never mapped', {}],
    ['its level is none that the rules name', { versions, overlays: [anOverlay({ level_code: '3' })] }],
    [
      'it has no level, and the rules tell levels apart',
      { versions, overlays: [anOverlay({ level_code: '' })] },
    ],
    [
      'the zone row names it by words that no rule has',
      {
        versions: [aVersion({ special_fields: ['KRB_03'] }), ...someFacts().versions.slice(1)],
        zones: [aZone({ special: { KRB_03: 'Kawasan Rawan Banjir - Tinggi' } })],
      },
    ],
    [
      'a polygon of it was set aside beside one that lies here',
      {
        versions,
        overlays: [anOverlay({ level_code: 'rendah' })],
        setAside: [{ version_id: 'cccccccccccccccc', feature_no: 7, reason: 'selfIntersection' }],
      },
    ],
    [
      'the zone row names a level and the source of its layer failed',
      {
        versions: [aVersion({ special_fields: ['KRB_03'] }), ...versions.slice(1)],
        zones: [aZone({ special: { KRB_03: 'banjir rendah' } })],
        failed: new Set(['overlay']),
      },
    ],
    [
      'the zone row names a level and another zone of the plan was set aside here',
      {
        versions: [aVersion({ special_fields: ['KRB_03'] }), ...versions.slice(1)],
        zones: [aZone({ special: { KRB_03: 'banjir rendah' } })],
        setAside: [{ version_id: 'bbbbbbbbbbbbbbbb', feature_no: 7, reason: 'selfIntersection' }],
      },
    ],
  ];
  test.each(OPEN)('%s: no verdict is a yes and no number governs', (_case, facts) => {
    const answer = ask(someFacts(facts), set, { findActivities: byId('bengkel') });
    expect(answer.parts[0]!.verdict).toMatchObject({
      base: 'I',
      governing: 'unknown',
      reason: 'overlayUnknown',
    });
    expect(answer.parts[0]!.itbx.map((group) => group.itbx)).toEqual(['unknown']);
    expect(floorsOf(answer)).toMatchObject({ status: 'overlayUnknown', governing: null });
  });
  test('capitals and spaces make no other level', () => {
    const overlays = [anOverlay({ level_code: ' Tinggi' })];
    const part = ask(someFacts({ versions, overlays }), set, { findActivities: byId('bengkel') }).parts[0]!;
    expect(part.verdict).toMatchObject({ governing: 'X', reason: null });
  });
  test('rules that could not be read may forbid or limit anything', () => {
    const failed = new Set(['rules'] as const);
    const setbacks = [aSetback()];
    const plain = aRuleSet({
      intensity: { 'R-3': [anIntensity('floors', { value: 4 })] },
      setbacks,
      activities: [anActivity(), anActivity({ activityId: 'gudang' })],
      cells: { bengkel: { 'R-3': ['I'] }, gudang: { 'R-3': ['X'] } },
    });
    const answer = ask(someFacts({ versions, failed }), plain, { findActivities: byId('bengkel') });
    const [part] = answer.parts;
    expect(part?.verdict).toMatchObject({ base: 'I', governing: 'unknown', reason: 'sourceFailed' });
    expect(part?.itbx.map(({ itbx, activities }) => [itbx, activities.length])).toEqual([
      ['X', 1],
      ['unknown', 1],
    ]);
    expect(floorsOf(answer)).toMatchObject({ governing: null, bound: null });
    expect(part?.setbacks.map(({ governingM }) => governingM)).toEqual([null, null, null]);
  });
  test('the rules of an overlay are asked also where nobody knows whether it lies', () => {
    const water = aVersion({ kind: 'rules', layer_id: 'rules-air', version_id: 'a1' });
    const own = aVersion({ kind: 'rules', layer_id: 'rules-uji', version_id: 'a2' });
    const far = aVersion({ kind: 'rules', layer_id: 'rules-lain', version_id: 'a3' });
    const flood = { ...floodVersion, rules_layer_id: 'rules-air' };
    const slope = { ...floodVersion, theme: 'longsor', version_id: 'dd', rules_layer_id: 'rules-lain' };
    const named = (given: Partial<Facts>) =>
      rulesHere(
        someFacts({ versions: [...someFacts().versions, flood, slope, own, water, far], ...given }),
      ).map((version) => version.layer_id);
    expect(named({})).toEqual(['rules-uji']);
    expect(
      named({ setAside: [{ version_id: 'cccccccccccccccc', feature_no: 1, reason: 'selfIntersection' }] }),
    ).toEqual(['rules-uji', 'rules-air']);
    expect(named({ failed: new Set(['overlay']) })).toEqual(['rules-uji', 'rules-air', 'rules-lain']);
  });
  test('a column of one plan tells nothing about the part of another beside it', () => {
    const other = aVersion({ layer_id: 'rdtr-lain', version_id: '9999999999999999' });
    const plan = aVersion({ special_fields: ['KRB_03'] });
    const facts = someFacts({
      versions: [plan, other],
      zones: [
        aZone({ special: { KRB_03: 'banjir rendah' } }),
        aZone({ version_id: '9999999999999999', feature_no: 2, interior: false }),
      ],
    });
    const { parts } = ask(facts, set, { findActivities: byId('bengkel') });
    expect(parts.map(({ versionId, verdict }) => [versionId, verdict?.governing])).toEqual([
      ['bbbbbbbbbbbbbbbb', 'I'],
      ['9999999999999999', 'unknown'],
    ]);
  });
  test('once the layer speaks and has nothing here, the same ground is answered', () => {
    const answer = ask(someFacts({ versions }), set, { findActivities: byId('bengkel') });
    expect(answer.parts[0]!.verdict?.governing).toBe('I');
    expect(floorsOf(answer).governing?.value).toBe(4);
  });
  test('a verdict that is X anyway stays X', () => {
    const forbidding = aRuleSet({
      activities: [anActivity()],
      cells: { bengkel: { 'R-3': ['X'] } },
      effects: [anEffect({ effect: 'prohibition' })],
    });
    expect(
      ask(someFacts(), forbidding, { findActivities: byId('bengkel') }).parts[0]!.verdict?.governing,
    ).toBe('X');
  });
  test('a prohibition of all building is announced and no area is computed', () => {
    const answer = ask(someFacts({ versions, overlays: [anOverlay()] }), set);
    expect(answer.parts[0]!.warnings).toContain('prohibited');
  });
});

describe('ground that nothing speaks about', () => {
  test('outside the city no theme is "not concerned"', () => {
    const overlayVersion = aVersion({
      layer_id: 'o',
      kind: 'overlay',
      theme: 'banjir',
      version_id: 'cccccccccccccccc',
    });
    const answer = ask(
      someFacts({ versions: [...someFacts().versions, overlayVersion], admin: [], zones: [] }),
    );
    expect(answer.themes.notConcerned).toEqual([]);
    expect(answer.themes.noData.find((row) => row.code === 'banjir')?.reason).toBe('outsideCity');
  });
  test('on a day without any version every theme says that none was in force', () => {
    const answer = ask(someFacts({ versions: [], zones: [], admin: [] }));
    expect(new Set(answer.themes.noData.map((row) => row.reason))).toEqual(new Set(['notInForce']));
  });
  test('borders that cannot be read leave coverage open and never say "no plan"', () => {
    const answer = ask(someFacts({ zones: [], admin: [], failed: new Set(['admin']) }));
    expect(answer).toMatchObject({ coverage: 'unknown', plan: 'sourceFailed', isComplete: false });
  });
  describe('the ground of what could not go in is not silent', () => {
    const parcels = aVersion({ layer_id: 'bidang', kind: 'parcel', version_id: 'ffffffffffffffff' });
    const versions = [...someFacts().versions, parcels];
    const aside = (version_id: string, part_m2?: number) => [
      {
        version_id,
        feature_no: 7,
        reason: 'selfIntersection',
        ...(part_m2 === undefined ? {} : { part_m2 }),
      },
    ];
    const border = 'eeeeeeeeeeeeeeee';
    const sum = { lon: 116.83, lat: -1.27, area_m2: 1000, perimeter_m: 130, zoned_m2: 1000, invalid_m2: 0 };
    test('of a zone: below a valid one they claim the same ground, at a point as in a polygon', () => {
      const zones = [aZone({ part_m2: 1000 })];
      const drawn = { sum: { ...sum, city_m2: 1000 }, zones };
      const plan = (given: Partial<Facts>) => ask(someFacts({ versions, ...given })).plan;
      expect(plan({ setAside: aside('bbbbbbbbbbbbbbbb') })).toBe('overlapping');
      expect(plan({ ...drawn, setAside: aside('bbbbbbbbbbbbbbbb', 300) })).toBe('overlapping');
      expect(plan({ ...drawn, setAside: aside('bbbbbbbbbbbbbbbb', 0.5) })).toBe('found');
      const beside = { sum: { ...sum, zoned_m2: 700, invalid_m2: 300, city_m2: 1000 } };
      const only = [aZone({ part_m2: 700 })];
      expect(plan({ ...beside, zones: only, setAside: aside('bbbbbbbbbbbbbbbb', 300) })).toBe('partial');
    });
    test('of a kelurahan: neither in the city nor outside it', () => {
      const at = (given: Partial<Facts>) => ask(someFacts({ versions, setAside: aside(border), ...given }));
      expect(at({ admin: [] })).toMatchObject({ coverage: 'unknown', plan: 'found' });
      expect(at({ admin: [], zones: [] })).toMatchObject({ coverage: 'unknown', plan: 'none' });
      expect(at({}).coverage).toBe('inside');
      const drawn = { sum: { ...sum, city_m2: 400 }, zones: [aZone({ part_m2: 1000 })] };
      expect(at(drawn).coverage).toBe('unknown');
      expect(at({ ...drawn, setAside: [] }).coverage).toBe('partlyOutside');
      expect(at({ admin: [], setAside: [], failed: new Set(['set_aside']) }).coverage).toBe('unknown');
    });
    test('of a parcel: no data, and no size that decides the class', () => {
      const intensity = {
        'R-3': [
          anIntensity('kdb', { value: 80, parcelMaxM2: 500 }),
          anIntensity('kdb', { value: 50, parcelMinM2: 501 }),
        ],
      };
      const drawn = { versions, sum: { ...sum, city_m2: 1000 }, zones: [aZone({ part_m2: 1000 })] };
      const kdbAt = (given: Partial<Facts>) => {
        const answer = ask(someFacts({ ...drawn, ...given }), aRuleSet({ intensity }));
        const theme = answer.themes.noData.find(({ code }) => code === 'bidang-tanah');
        const kdb = answer.parts[0]!.figures.find(({ measure }) => measure === 'kdb');
        return [theme?.reason ?? null, kdb?.governing?.value ?? null];
      };
      expect(kdbAt({})).toEqual([null, 50]);
      expect(kdbAt({ setAside: aside('ffffffffffffffff', 1000) })).toEqual(['invalidGeometry', null]);
      expect(kdbAt({ setAside: aside('ffffffffffffffff', 2) })).toEqual(['invalidGeometry', 50]);
      expect(kdbAt({ failed: new Set(['set_aside']) })).toEqual(['sourceFailed', null]);
    });
    test('a second layer of parcels that speaks here is asked, whichever stands first', () => {
      const elsewhere = {
        ...parcels,
        layer_id: 'bidang-lain',
        version_id: '9999999999999999',
        covers: false,
      };
      const answer = ask(someFacts({ versions: [elsewhere, ...versions] }));
      expect(themeState(answer, 'bidang-tanah')).toEqual(['notConcerned']);
    });
  });
  test('a field of the plan speaks only where its zones cover the whole polygon', () => {
    const versions = [aVersion({ special_fields: ['KKARST'] })];
    const sum = {
      lon: 116.83,
      lat: -1.27,
      area_m2: 1000,
      perimeter_m: 130,
      zoned_m2: 420,
      invalid_m2: 0,
      city_m2: 1000,
    };
    const part = ask(someFacts({ versions, sum, zones: [aZone({ part_m2: 420 })] }));
    expect(part.themes.noData.map((row) => row.code)).toContain('karst');
    const whole = ask(
      someFacts({ versions, sum: { ...sum, zoned_m2: 1000 }, zones: [aZone({ part_m2: 1000 })] }),
    );
    expect(whole.themes.notConcerned.map((row) => row.code)).toContain('karst');
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
  expect(kdbOf(stricter, known).governing?.value).toBe(70);
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

test('an overlay that widens the GSB governs it', () => {
  const set = aRuleSet({
    setbacks: [aSetback({ roadClass: 'lokal', valueM: 6 })],
    effects: [anEffect({ effect: 'cap', measure: 'gsb_m', operator: 'min', value: 20 })],
  });
  const facts = someFacts({ versions: withFlood, roads: [aRoad()], overlays: [anOverlay()] });
  const gsb = ask(facts, set).parts[0]!.setbacks.find((row) => row.kind === 'gsb');
  expect(gsb).toMatchObject({ valueM: 6, governingM: 20, status: 'set' });
});

test('the condition of an overriding overlay is printed with the text of its own regulation', () => {
  const river = { code: 'B1', body: 'Rekomendasi teknis balai sungai', sourceId: 'rules-uji/s1' };
  const set = aRuleSet({
    activities: [anActivity()],
    cells: { bengkel: { 'R-3': ['B1'] } },
    conditions: { B1: 'Persetujuan warga' },
    effects: [
      anEffect({ effect: 'override', regulationId: 'sempadan', itbxCodes: ['B1'], conditions: [river] }),
    ],
  });
  const facts = someFacts({ versions: withFlood, overlays: [anOverlay()] });
  const part = ask(facts, set, { findActivities: byId('bengkel') }).parts[0]!;
  expect(part.verdict?.conditions.map((row) => row.body)).toEqual(['Persetujuan warga']);
  expect(part.verdict?.overriddenBy).toMatchObject([{ itbx: 'B', codes: ['B1'], conditions: [river] }]);
  expect(part.conditions.map((row) => row.body)).toEqual(['Persetujuan warga', river.body]);
});

test('an exception that the overlay names for one activity stands instead of its prohibition of all building', () => {
  const set = aRuleSet({
    activities: [anActivity(), anActivity({ activityId: 'sawah', name: 'Sawah' })],
    cells: { bengkel: { 'R-3': ['I'] }, sawah: { 'R-3': ['I'] } },
    effects: [
      anEffect({ theme: 'lp2b', effect: 'prohibition' }),
      anEffect({ theme: 'lp2b', effect: 'override', activityId: 'sawah', itbxCodes: ['I'] }),
    ],
  });
  const facts = someFacts({ overlays: [anOverlay({ theme: 'lp2b', level_code: '' })] });
  const outcome = (id: string) => ask(facts, set, { findActivities: byId(id) }).parts[0]!.verdict?.governing;
  expect([outcome('bengkel'), outcome('sawah')]).toEqual(['X', 'I']);
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

describe('an exception from a prohibition', () => {
  const forbidden = anEffect({ effect: 'prohibition', levelCode: 'tinggi' });
  const exception = anEffect({ effect: 'override', activityId: 'bengkel', itbxCodes: ['I'] });
  const outcome = (effects: readonly OverlayEffect[], facts: Partial<Facts>) =>
    ask(
      someFacts(facts),
      aRuleSet({ activities: [anActivity()], cells: { bengkel: { 'R-3': ['I'] } }, effects }),
      { findActivities: byId('bengkel') },
    ).parts[0]!.verdict?.governing;
  const overlays = [anOverlay({ level_code: 'rendah' }), anOverlay()];

  test.each([
    ['of its own level', { levelCode: 'tinggi' }, 'I'],
    ['of every level', {}, 'I'],
    ['of another level', { levelCode: 'rendah' }, 'X'],
    ['of another regulation', { regulationId: 'sempadan' }, 'X'],
    ['of another rule set', { rulesLayerId: 'rules-lain' }, 'X'],
  ])('%s', (_case, given, governing) => {
    const effects = [forbidden, { ...exception, ...given }];
    expect(outcome(effects, { versions: withFlood, overlays })).toBe(governing);
    expect(outcome(effects, {})).toBe(governing === 'X' ? 'unknown' : 'I');
  });
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
  const facts = { versions: withFlood, roads: [aRoad()], overlays: [anOverlay()] };
  const answer = ask(someFacts(facts), set, { findActivities: byId('bengkel') });
  const [part] = answer.parts;
  const gsb = part?.setbacks.filter(({ kind }) => kind === 'gsb').map(({ valueM }) => valueM);
  expect(gsb).toEqual([6, 8]);
  expect(part?.verdict?.governing).toBe('I');
  expect(part?.warnings).not.toContain('prohibited');
  expect(answer.themes.concerned.find(({ code }) => code === 'banjir')?.effects).toHaveLength(1);
  const never = ask(someFacts({ roads: [aRoad()] }), set, { findActivities: byId('bengkel') });
  expect(never.parts[0]?.verdict?.governing).toBe('I');
  const other = aVersion({ regulation_id: 'rdtr2' });
  const there = ask(someFacts({ ...facts, versions: [other, ...withFlood.slice(1)] }), set, {
    findActivities: byId('bengkel'),
  });
  expect(there.parts[0]?.verdict?.governing).toBe('X');
});

describe('RTRW of a drawn area', () => {
  const rtrwVersion = aVersion({ layer_id: 'rtrw', kind: 'rtrw', version_id: 'ffffffffffffffff' });
  const sum = {
    lon: 116.83,
    lat: -1.27,
    area_m2: 200,
    perimeter_m: 60,
    zoned_m2: 200,
    invalid_m2: 0,
    city_m2: 200,
  };
  const agreements = (meets: readonly (readonly string[])[]) =>
    ask(
      someFacts({
        sum,
        versions: [...someFacts().versions, rtrwVersion],
        zones: [aZone({ part_m2: 100 }), aZone({ feature_no: 2, code: 'KPI', kodzon: 'KPI', part_m2: 100 })],
        rtrw: ['Kawasan Permukiman', 'Kawasan Industri'].map((namobj, index) =>
          aZone({
            version_id: 'ffffffffffffffff',
            feature_no: index,
            code: namobj,
            namobj,
            part_m2: 100,
            ...(meets[index] !== undefined && { meets: [...meets[index]] }),
          }),
        ),
      }),
      aRuleSet({ rtrw: { 'Kawasan Permukiman': ['R'], 'Kawasan Industri': ['KPI'] } }),
    ).rtrw.map(({ agreement }) => agreement);

  test('a class is judged by the zones that it shares ground with', () => {
    expect(agreements([['bbbbbbbbbbbbbbbb 1'], ['bbbbbbbbbbbbbbbb 2']])).toEqual(['agrees', 'agrees']);
    expect(agreements([['bbbbbbbbbbbbbbbb 1', 'bbbbbbbbbbbbbbbb 2'], ['bbbbbbbbbbbbbbbb 2']])).toEqual([
      'check',
      'agrees',
    ]);
    expect(agreements([['bbbbbbbbbbbbbbbb 1'], []])).toEqual(['agrees', 'notJudged']);
  });
  test('where that was not cut, every zone counts', () => {
    expect(agreements([])).toEqual(['check', 'check']);
  });
});
