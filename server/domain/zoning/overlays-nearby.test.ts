import { describe, expect, test } from 'vitest';
import { anActivity, anEffect, anIntensity, aRuleSet } from '../../../tests/support/a-rule-set.ts';
import { aCity, anOverlay, aVersion, aZone, someFacts } from '../../../tests/support/some-facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { type Answer, answerSchema } from './answer.ts';
import { decide } from './decide.ts';
import type { Facts } from './facts.ts';

const near = (given: Partial<Facts['nearOverlays'][number]> = {}): Facts['nearOverlays'][number] => ({
  ...anOverlay({ theme: 'longsor', level_code: 'tinggi', name: 'Rawan longsor tinggi' }),
  distance_m: 2.4,
  ...given,
});
const ban = anEffect({ theme: 'longsor', levelCode: 'tinggi', effect: 'prohibition', body: 'Dilarang.' });
const rules = (effects = [ban]) =>
  aRuleSet({ activities: [anActivity()], cells: { bengkel: { 'R-3': ['I'] } }, effects });

function ask(facts: Partial<Facts>, here: readonly RuleSet[] = [rules()], around = here): Answer {
  const question = {
    city: aCity(),
    asOf: '2026-11-22',
    point: [116.83, -1.27] as const,
    askedFor: 'bengkel',
    findActivities: () => [anActivity()],
  };
  const layer = aVersion({
    layer_id: 'longsor-uji',
    kind: 'overlay',
    theme: 'longsor',
    version_id: 'cccccccccccccccc',
  });
  const all = someFacts({ versions: [...someFacts().versions, layer], ...facts });
  return answerSchema.parse(decide(question, all, here, around));
}
const verdictOf = (answer: Answer) => answer.parts[0]?.verdict;

describe('an overlay that begins within the tolerance of borders', () => {
  test('is told with its distance and what it would change, and no yes is told without it', () => {
    const answer = ask({ nearOverlays: [near()] });
    expect(answer.nearOverlays).toMatchObject([
      { code: 'longsor', name: 'Rawan longsor tinggi', distanceM: 2.4, effects: [{ effect: 'prohibition' }] },
    ]);
    expect(verdictOf(answer)).toMatchObject({
      governing: 'I',
      overriddenBy: [],
      nearby: [{ theme: 'longsor', itbx: 'X', distanceM: 2.4, body: 'Dilarang.' }],
    });
    expect(answer.sources.map(({ sourceId }) => sourceId)).toContain(ban.sourceId);
  });

  test('changes nothing at the point itself', () => {
    const answer = ask({ nearOverlays: [near()] });
    expect(answer.parts[0]?.warnings).not.toContain('prohibited');
    expect(answer.themes.concerned.map(({ code }) => code)).not.toContain('longsor');
  });

  test('is left out where it says nothing but words, or nothing that does not hold already', () => {
    const text = anEffect({ theme: 'longsor', levelCode: 'tinggi', effect: 'text' });
    expect(ask({ nearOverlays: [near()] }, [rules([text])]).nearOverlays).toEqual([]);
    const { version_id, theme, level_code, name, is_demo } = near();
    const here = { version_id, theme, level_code, name, is_demo };
    const answer = ask({ nearOverlays: [near()], overlays: [here] });
    expect(answer.nearOverlays).toEqual([]);
    expect(verdictOf(answer)).toMatchObject({ governing: 'X', nearby: [] });
  });

  test('of another level of the same theme is told; one level is told once, by its nearest area', () => {
    const other = anEffect({
      theme: 'longsor',
      levelCode: 'sedang',
      effect: 'cap',
      measure: 'kdb',
      value: 40,
    });
    const answer = ask(
      {
        overlays: [anOverlay({ theme: 'longsor', level_code: 'sedang' })],
        nearOverlays: [near({ distance_m: 4 }), near({ distance_m: 1 })],
      },
      [rules([ban, other])],
    );
    expect(answer.nearOverlays.map(({ levelCode, distanceM }) => [levelCode, distanceM])).toEqual([
      ['tinggi', 1],
    ]);
  });

  test('that allows the activity by name is no warning about it', () => {
    const named = anEffect({
      theme: 'longsor',
      effect: 'override',
      activityId: 'bengkel',
      itbxCodes: ['I'],
    });
    const answer = ask({ nearOverlays: [near()] }, [rules([ban, named])]);
    expect(verdictOf(answer)?.nearby).toEqual([]);
    expect(answer.nearOverlays).toHaveLength(1);
  });

  test('is told of the code in the row of a zone close by', () => {
    const cap = anEffect({ theme: 'kkop', levelCode: 'K01G', effect: 'cap', measure: 'height_m', value: 45 });
    const answer = ask(
      {
        zones: [aZone()],
        nearZones: [
          { version_id: 'bbbbbbbbbbbbbbbb', code: 'K-1', special: { KKOP_1: 'K01G' }, distance_m: 3 },
        ],
      },
      [rules([cap])],
    );
    expect(answer.nearOverlays).toMatchObject([{ code: 'kkop', levelCode: 'K01G', distanceM: 3 }]);
  });

  test('that another rule set speaks of is told by it, and that rule set says nothing else here', () => {
    const own = rules([]);
    const foreign = rules([ban, anEffect({ theme: 'banjir', effect: 'prohibition' })]);
    const answer = ask({ nearOverlays: [near()], overlays: [anOverlay()] }, [own], [own, foreign]);
    expect(answer.nearOverlays).toHaveLength(1);
    expect(answer.parts[0]?.warnings).not.toContain('prohibited');
  });
});

describe('an overlay on a part of the one parcel at the point', () => {
  const parcels = [{ version_id: 'dddddddddddddddd', nib: '9971', area_m2: 500, is_demo: true }];
  const onParcel = (part_m2: number, level_code = 'tinggi') => {
    const { distance_m: _, ...overlay } = near({ level_code });
    return { ...overlay, part_m2 };
  };

  test('is told with its share, and no yes is told without it', () => {
    const answer = ask({ parcels, parcelOverlays: [onParcel(456)] });
    expect(answer.nearOverlays).toMatchObject([
      { code: 'longsor', distanceM: null, parcelM2: 456, isSliver: false },
    ]);
    expect(answer.nearOverlays[0]?.parcelPct).toBeCloseTo(91.2, 6);
    expect(verdictOf(answer)).toMatchObject({ governing: 'I', nearby: [{ itbx: 'X', distanceM: null }] });
    expect(verdictOf(answer)?.nearby[0]?.parcelPct).toBeCloseTo(91.2, 6);
  });

  test('is not known where parcels are left out: a verdict holds for the point alone, a no is a no', () => {
    const layer = aVersion({ layer_id: 'persil-uji', kind: 'parcel', version_id: 'dddddddddddddddd' });
    const notCarried = new Set(['parcel'] as const);
    const versions = [...someFacts().versions, layer];
    expect(verdictOf(ask({ versions, notCarried }))?.onlyPoint).toBe(true);
    expect(verdictOf(ask({ versions }))?.onlyPoint).toBeUndefined();
    // Nobody knows parcels here, neither the server nor the pack.
    expect(verdictOf(ask({ notCarried }))?.onlyPoint).toBeUndefined();
    const { distance_m: _, ...here } = near();
    const longsor = aVersion({ layer_id: 'longsor-uji', kind: 'overlay', theme: 'longsor' });
    const banned = ask({ versions: [...versions, longsor], notCarried, overlays: [here] });
    expect(verdictOf(banned)).toMatchObject({ governing: 'X' });
    expect(verdictOf(banned)?.onlyPoint).toBeUndefined();
  });

  test('that begins close by too is one row with distance and share', () => {
    const answer = ask({ parcels, nearOverlays: [near()], parcelOverlays: [onParcel(100)] });
    expect(answer.nearOverlays).toMatchObject([{ distanceM: 2.4, parcelM2: 100, parcelPct: 20 }]);
  });

  test('that lies on the point is told with the share of the parcel, at no distance', () => {
    const { part_m2: _, ...here } = onParcel(0);
    const answer = ask({ parcels, overlays: [here], parcelOverlays: [onParcel(150)] });
    expect(answer.nearOverlays).toMatchObject([{ distanceM: 0, parcelPct: 30 }]);
    expect(verdictOf(answer)).toMatchObject({ governing: 'X', nearby: [] });
  });

  test('below the threshold of noise is flagged, not dropped', () => {
    expect(ask({ parcels, parcelOverlays: [onParcel(0.4)] }).nearOverlays).toMatchObject([
      { isSliver: true, parcelM2: 0.4 },
    ]);
  });

  test('other zones of the parcel are told with their shares, the zone of the point is not', () => {
    const zone = (code: string, part_m2: number) => ({
      version_id: 'bbbbbbbbbbbbbbbb',
      code,
      kodunk: null,
      kodswp: null,
      kodblk: null,
      special: {},
      part_m2,
    });
    const answer = ask({
      parcels,
      parcelZones: [zone('R-3', 300), zone('BJ', 0.5), zone('RTH-2', 100), zone('RTH-2', 99.5)],
    });
    expect(answer.parcelZones).toMatchObject([
      { zone: { code: 'RTH-2' }, areaM2: 199.5, sharePct: expect.closeTo(39.9, 6), isSliver: false },
      { zone: { code: 'BJ' }, areaM2: 0.5, isSliver: true },
    ]);
  });

  test('the same zone is told where rules name the block or the polygon of the rest, and not where none does', () => {
    const rest = (given: Partial<Facts['parcelZones'][number]>): Facts['parcelZones'][number] => ({
      version_id: 'bbbbbbbbbbbbbbbb',
      code: 'R-3',
      kodunk: null,
      kodswp: null,
      kodblk: null,
      special: {},
      part_m2: 150,
      ...given,
    });
    const told = (parcelZones: Facts['parcelZones'], set: RuleSet): unknown[] =>
      ask({ parcels, zones: [aZone({ kodblk: 'A.1' })], parcelZones }, [set]).parcelZones.map(
        ({ zone, areaM2, hasOtherRules }) => [zone.code, areaM2, hasOtherRules],
      );
    const here = rest({ kodblk: 'A.1', part_m2: 350 });
    const ofBlock = aRuleSet({
      intensity: { 'R-3': [anIntensity('kdb'), anIntensity('kdb', {}, { kodblk: 'A.2' })] },
    });
    const ofPolygon = aRuleSet({
      intensity: { 'R-3': [anIntensity('kdb')], 'R-3.7': [anIntensity('kdb')] },
    });
    expect(told([here, rest({ kodblk: 'A.2' })], ofBlock)).toEqual([['R-3', 150, true]]);
    expect(told([here, rest({ kodblk: 'A.3' })], ofBlock)).toEqual([]);
    expect(told([here, rest({ kodblk: 'A.1', kodunk: 'R-3.7' })], ofPolygon)).toEqual([['R-3', 150, true]]);
    expect(told([here, rest({ kodblk: 'A.1', kodunk: 'R-3.8' })], ofPolygon)).toEqual([]);
  });

  test('a map that ends on the parcel says how much of it it leaves out; a hair of two borders is none', () => {
    const gap = (part_m2: number) => ({ version_id: 'cccccccccccccccc', part_m2 });
    expect(ask({ parcels, parcelGaps: [gap(125)] }).parcelGaps).toEqual([
      { layerId: 'longsor-uji', title: expect.any(String), areaM2: 125, sharePct: 25 },
    ]);
    expect(ask({ parcels, parcelGaps: [gap(0.2)] }).parcelGaps).toBeUndefined();
  });
});
