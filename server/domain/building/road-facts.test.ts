import { expect, test } from 'vitest';
import { anEffect, aRuleSet } from '../../../tests/support/a-rule-set.ts';
import { aVersion, aZone, someFacts } from '../../../tests/support/some-facts.ts';
import { mayBeForbidden, roadKnowledge } from './road-facts.ts';

const roads = aVersion({ kind: 'road', layer_id: 'jalan', version_id: 'dddddddddddddddd' });
const known = someFacts({ versions: [...someFacts().versions, roads] });

test('a road that was set aside, or that nobody could look for, leaves the roads of the ground incomplete', () => {
  const setAside = [{ version_id: roads.version_id, feature_no: 7, reason: 'tooFewPoints' }];
  expect(roadKnowledge(known)).toBe('known');
  expect(roadKnowledge({ ...known, setAside })).toBe('incomplete');
  expect(roadKnowledge({ ...known, failed: new Set(['set_aside']) })).toBe('incomplete');
});

test.each([
  ['a prohibition of all building', anEffect({ effect: 'prohibition' }), true],
  ['an X for every activity', anEffect({ effect: 'override', activityId: null, itbxCodes: ['X'] }), true],
  ['an X for one activity', anEffect({ effect: 'override', activityId: 'bengkel', itbxCodes: ['X'] }), false],
  [
    'a condition for every activity',
    anEffect({ effect: 'override', activityId: null, itbxCodes: ['B1'] }),
    false,
  ],
])('%s of an overlay that may lie here: %#', (_, effect, expected) => {
  const facts = someFacts({ zones: [aZone()] });
  expect(mayBeForbidden(facts, [aRuleSet({ effects: [effect] })], '2026-11-22')).toBe(expected);
});
