import { describe, expect, test } from 'vitest';
import { anActivity, anEffect, aRuleSet } from '../../../tests/support/a-rule-set.ts';
import { ask, byId, withFlood } from '../../../tests/support/ask-decide.ts';
import { anOverlay, aZone, someFacts } from '../../../tests/support/some-facts.ts';
import type { OverlayEffect } from '../rules/rule-set.ts';
import type { Answer } from './answer.ts';
import type { Facts } from './facts.ts';

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
