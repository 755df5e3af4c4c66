import { describe, expect, test } from 'vitest';
import { anActivity, anEffect, anIntensity, aRuleSet, aSetback } from '../../../tests/support/a-rule-set.ts';
import { ask, byId, floodVersion, withFlood } from '../../../tests/support/ask-decide.ts';
import { anOverlay, aVersion, aZone, someFacts } from '../../../tests/support/some-facts.ts';
import type { Answer } from './answer.ts';
import type { Facts } from './facts.ts';
import { rulesHere } from './rules-here.ts';

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
