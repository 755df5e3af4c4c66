import { expect, test } from 'vitest';
import { anActivity, anEffect, anIntensity, aRuleSet } from '../../../tests/support/a-rule-set.ts';
import { fc } from '../../../tests/support/properties.ts';
import { aCity, anOverlay, aRoad, aVersion, aZone, someFacts } from '../../../tests/support/some-facts.ts';
import { UNKNOWN_ROAD_CLASS } from '../publication/road-class.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Answer, Part } from './answer.ts';
import { decide } from './decide.ts';
import { SEVERITY } from './decide-activity.ts';
import type { Facts, OverlayFact, Source, VersionFact } from './facts.ts';
import { rulesHere } from './rules-here.ts';

const THEMES = ['banjir', 'longsor', 'lp2b'] as const;
const LEVELS = ['', 'tinggi', 'rendah', 'Tinggi ', '3'] as const;
const SWP = 'I.A';
const FIELDS = ['KRB_03', 'LP2B_2'] as const;
const SOURCES: readonly Source[] = ['overlay', 'set_aside', 'road', 'parcel', 'admin', 'rules'];

const theme = fc.constantFrom(...THEMES);
const level = fc.constantFrom(...LEVELS);
const codes = fc.constantFrom(['I'], ['T1'], ['B1'], ['X'], []);
const effect = fc
  .record({
    theme,
    levelCode: level,
    regulationId: fc.constantFrom('rdtr', 'sempadan'),
    activityId: fc.constantFrom(null, 'bengkel', 'gudang'),
    kind: fc.constantFrom('prohibition', 'override', 'cap', 'text'),
    itbxCodes: codes,
    value: fc.integer({ min: 0, max: 90 }),
    unitAsPrinted: fc.constantFrom(null, '%', 'm2'),
  })
  .map(({ kind, itbxCodes, value, unitAsPrinted, activityId, ...given }) =>
    kind === 'cap'
      ? anEffect({ ...given, effect: 'cap', measure: 'kdb', value, unitAsPrinted })
      : anEffect({ ...given, activityId, effect: kind, itbxCodes: kind === 'override' ? itbxCodes : [] }),
  );
const kdb = fc
  .record({
    value: fc.integer({ min: 0, max: 90 }),
    roadClass: fc.constantFrom(null, 'lokal', 'arteri', 'arteri primer'),
    parcelMaxM2: fc.constantFrom(null, 200),
    kodswp: fc.constantFrom(null, SWP, 'I.B'),
  })
  .map(({ kodswp, ...rule }) => anIntensity('kdb', rule, { kodswp }));

/** Two rule sets: the plan's own, and one that overlay layers may be bound to. */
const ruleSets = fc
  .record({
    own: fc.array(effect, { maxLength: 5 }),
    other: fc.array(effect, { maxLength: 3 }),
    cell: codes,
    rows: fc.array(kdb, { maxLength: 3 }),
  })
  .map(({ own, other, cell, rows }): RuleSet[] => [
    {
      ...aRuleSet({
        activities: [anActivity(), anActivity({ activityId: 'gudang' })],
        cells: { bengkel: { 'R-3': cell }, gudang: { 'R-3': ['I'] } },
        intensity: { 'R-3': rows },
        effects: own,
      }),
      versionId: 'rules-uji@1',
    },
    {
      ...aRuleSet({ effects: other.map((one) => ({ ...one, rulesLayerId: 'rules-air' })) }),
      layerId: 'rules-air',
      versionId: 'rules-air@1',
    },
  ]);

const rulesVersion = (layerId: string): VersionFact =>
  aVersion({ kind: 'rules', layer_id: layerId, version_id: `${layerId}@1`, rules_layer_id: null });
const overlayLayer = fc
  .record({ theme, covers: fc.boolean(), rules: fc.constantFrom(null, 'rules-uji', 'rules-air') })
  .map(
    ({ theme: of, covers, rules }) =>
      (no: number) =>
        aVersion({
          kind: 'overlay',
          layer_id: `overlay-${no}`,
          version_id: `overlay-${no}@1`,
          theme: of,
          covers,
          rules_layer_id: rules,
          regulation_id: null,
        }),
  );
const special = fc.dictionary(fc.constantFrom(...FIELDS), fc.constantFrom('banjir tinggi', 'tinggi', '3'), {
  maxKeys: 2,
});

/** What is found at a point with one or two plans, up to three overlay layers, and perhaps a parcel on a road. */
const place = fc
  .record({
    layers: fc.array(overlayLayer, { maxLength: 3 }),
    hasFields: fc.boolean(),
    special,
    hasSecondPlan: fc.boolean(),
    levels: fc.array(fc.tuple(fc.nat({ max: 2 }), level), { maxLength: 3 }),
    hasParcel: fc.boolean(),
    roads: fc.constantFrom([], ['lokal'], ['lokal', 'arteri'], ['arteri primer']),
  })
  .map((given): Facts => {
    const layers = given.layers.map((make, no) => make(no));
    const plan = aVersion({ special_fields: given.hasFields ? [...FIELDS] : [] });
    const second = aVersion({ layer_id: 'rdtr-lain', version_id: '9999999999999999' });
    return someFacts({
      versions: [
        plan,
        ...(given.hasSecondPlan ? [second] : []),
        ...someFacts().versions.slice(1),
        ...layers,
        aVersion({ kind: 'road', layer_id: 'jalan', version_id: 'jalan@1', rules_layer_id: null }),
        aVersion({ kind: 'parcel', layer_id: 'bidang', version_id: 'bidang@1', rules_layer_id: null }),
        rulesVersion('rules-uji'),
        rulesVersion('rules-air'),
      ],
      zones: [
        aZone({ special: given.hasFields ? given.special : {}, kodswp: SWP }),
        ...(given.hasSecondPlan ? [aZone({ version_id: '9999999999999999', kodswp: SWP })] : []),
      ],
      overlays: given.levels.flatMap(([no, code]) => overlaysOf(layers[no], code)),
      parcels: given.hasParcel ? [{ version_id: 'bidang@1', nib: '1', area_m2: 150, is_demo: true }] : [],
      roads: given.roads.map((road_class) =>
        aRoad({ road_class, name: road_class, from: given.hasParcel ? 'parcel' : 'point' }),
      ),
    });
  });

const overlaysOf = (layer: VersionFact | undefined, code: string): OverlayFact[] =>
  layer === undefined
    ? []
    : [anOverlay({ version_id: layer.version_id, theme: layer.theme ?? '', level_code: code })];

/** As a door asks: only the rule sets that speak here. */
function ask(facts: Facts, sets: readonly RuleSet[]): Answer {
  const here = rulesHere(facts).map((version) => version.version_id);
  return decide(
    {
      city: aCity(),
      asOf: '2026-11-22',
      point: [116.83, -1.27],
      askedFor: 'bengkel',
      findActivities: (rules) => [...rules.activities.values()],
    },
    facts,
    sets.filter((set) => here.includes(set.versionId)),
  );
}

const partOf = (answer: Answer, { versionId, featureNo }: Part) =>
  answer.parts.find((part) => part.versionId === versionId && part.featureNo === featureNo);

/** Every verdict of a part and of its groups, by activity. */
const verdictsOf = (part: Part): Map<string, keyof typeof SEVERITY> =>
  new Map([
    ...part.itbx.flatMap(({ itbx, activities }) =>
      activities.map(({ activityId }) => [`group ${activityId}`, itbx] as const),
    ),
    ...[part.verdict, ...part.otherVerdicts].flatMap((verdict) =>
      verdict === null ? [] : [[`verdict ${verdict.activityId}`, verdict.governing] as const],
    ),
  ]);

/** Nobody knew before: whatever turns out, it is no plain yes. */
const fromUnknown = SEVERITY.T;

/** @param least what a no may become: `unknown` where its reason is lost, `X` where nothing is */
function expectNoMilder(before: Answer, after: Answer, least: 'unknown' | 'X'): void {
  for (const part of before.parts) {
    const other = partOf(after, part);
    if (other === undefined) throw new Error(`no part ${part.versionId} ${part.featureNo}`);
    const verdicts = verdictsOf(other);
    for (const [key, itbx] of verdictsOf(part)) {
      const now = verdicts.get(key);
      if (now === undefined) throw new Error(`no ${key}`);
      expect(SEVERITY[now], `${key}: ${itbx} → ${now}`).toBeGreaterThanOrEqual(
        itbx === 'unknown' && least === 'X' ? fromUnknown : Math.min(SEVERITY[itbx], SEVERITY[least]),
      );
    }
    const kdbOf = ({ figures }: Part) => figures.find(({ measure }) => measure === 'kdb')?.governing?.value;
    const [was, is] = [kdbOf(part), kdbOf(other)];
    if (was !== undefined && is !== undefined) expect(is, 'kdb').toBeLessThanOrEqual(was);
  }
}

test('a source that fails makes no verdict milder and no number laxer', () => {
  fc.assert(
    fc.property(place, ruleSets, fc.constantFrom(...SOURCES), (facts, sets, source) => {
      expectNoMilder(ask(facts, sets), ask(withFailed(facts, source), sets), 'unknown');
    }),
    { numRuns: 200 },
  );
});

/** As `collectFacts` leaves it: nothing of a failed source is used. */
function withFailed(facts: Facts, source: Source): Facts {
  const failed = new Set([...facts.failed, source]);
  if (source === 'overlay') return { ...facts, failed, overlays: [] };
  if (source === 'road') return { ...facts, failed, roads: [] };
  if (source === 'admin') return { ...facts, failed, admin: [] };
  // Without the parcel, roads are around a point.
  if (source === 'parcel')
    return { ...facts, failed, parcels: [], roads: facts.roads.map((road) => ({ ...road, from: 'point' })) };
  return { ...facts, failed };
}

test('a polygon that is set aside makes no verdict milder and no number laxer', () => {
  fc.assert(
    fc.property(place, ruleSets, fc.nat(), (facts, sets, at) => {
      const gone = facts.overlays[at % Math.max(1, facts.overlays.length)];
      fc.pre(gone !== undefined);
      const setAside = [{ version_id: gone?.version_id ?? '', feature_no: 9, reason: 'selfIntersection' }];
      const overlays = facts.overlays.filter((overlay) => overlay !== gone);
      expectNoMilder(ask(facts, sets), ask({ ...facts, overlays, setAside }, sets), 'unknown');
    }),
    { numRuns: 200 },
  );
});

/** What a place loses when exports leave a field empty, or a line cannot go in. */
const losses: Readonly<Record<string, (facts: Facts) => Facts>> = {
  'the class of its roads': (facts) => ({
    ...facts,
    roads: facts.roads.map((road) => ({ ...road, road_class: UNKNOWN_ROAD_CLASS })),
  }),
  'the closer class of its roads': (facts) => ({
    ...facts,
    roads: facts.roads.map((road) => ({ ...road, road_class: road.road_class.split(' ')[0] ?? '' })),
  }),
  'a road, which is set aside': (facts) => ({
    ...facts,
    roads: facts.roads.slice(1),
    setAside: [{ version_id: 'jalan@1', feature_no: 9, reason: 'tooFewPoints' }],
  }),
  'every road': (facts) => ({ ...facts, roads: [] }),
  'its SWP': (facts) => ({ ...facts, zones: facts.zones.map((zone) => ({ ...zone, kodswp: null })) }),
};

test.each(Object.entries(losses))(
  'a place that loses %s gets no milder verdict and no laxer number',
  (_, lose) => {
    fc.assert(
      fc.property(place, ruleSets, (facts, sets) => {
        expectNoMilder(ask(facts, sets), ask(lose(facts), sets), 'unknown');
      }),
      { numRuns: 200 },
    );
  },
);

test('an overlay more makes no verdict milder and no number laxer', () => {
  fc.assert(
    fc.property(place, ruleSets, fc.nat(), level, (facts, sets, at, code) => {
      const layers = facts.versions.filter(({ kind }) => kind === 'overlay');
      fc.pre(layers.length > 0);
      const more = overlaysOf(layers[at % layers.length], code);
      expectNoMilder(ask(facts, sets), ask({ ...facts, overlays: [...facts.overlays, ...more] }, sets), 'X');
    }),
    { numRuns: 200 },
  );
});
