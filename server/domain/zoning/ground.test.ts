import { describe, expect, test } from 'vitest';
import { anEffect, aRuleSet } from '../../../tests/support/a-rule-set.ts';
import { aVersion } from '../../../tests/support/some-facts.ts';
import { factsOnGround, sourcesOfGround } from './ground.ts';

const flood = aVersion({ kind: 'overlay', theme: 'banjir', version_id: 'f00d', layer_id: 'banjir' });
const noLimits = [{ versionId: 'f00d', hasCoverage: false, hasSetAside: false }];
const allLimits = [{ versionId: 'f00d', hasCoverage: true, hasSetAside: true }];

describe('what the ground is cut along', () => {
  test('an overlay that only limits figures or adds words cuts nothing', () => {
    const rules = aRuleSet({
      effects: [anEffect({ effect: 'text' }), anEffect({ effect: 'cap', measure: 'kdb' })],
    });
    expect(sourcesOfGround([flood], [rules], allLimits)).toEqual([]);
  });
  test('each level that a rule names is a source of its own, the level of all is the whole layer', () => {
    const rules = aRuleSet({
      effects: [
        anEffect({ effect: 'prohibition', levelCode: 'tinggi' }),
        anEffect({ effect: 'override', itbxCodes: ['B1'], activityId: 'bengkel' }),
      ],
    });
    expect(sourcesOfGround([flood], [rules], noLimits).map((source) => source.levels)).toEqual([
      null,
      ['tinggi'],
    ]);
  });
  test('where it does not speak and what was set aside are cut out only for such an overlay', () => {
    const rules = aRuleSet({ effects: [anEffect({ effect: 'prohibition' })] });
    expect(sourcesOfGround([flood], [rules], allLimits).map((source) => source.from)).toEqual([
      'overlay',
      'coverage',
      'set_aside',
    ]);
  });
});

test('the facts of a piece say what lies on it, and that an overlay is silent outside its coverage', () => {
  const rules = aRuleSet({ effects: [anEffect({ effect: 'prohibition', levelCode: 'tinggi' })] });
  const versions = [aVersion(), flood];
  const sources = sourcesOfGround(versions, [rules], allLimits);
  const share = {
    areaNo: 1,
    versionId: 'bbbbbbbbbbbbbbbb',
    code: 'R-3',
    kodunk: null,
    special: {},
    areaM2: 1,
  };
  const silent = factsOnGround({ ...share, marks: [] }, versions, sources);
  expect(silent.versions.map((version) => version.covers)).toEqual([true, false]);
  expect(silent.overlays).toEqual([]);
  const all = factsOnGround({ ...share, marks: sources.map((source) => source.mark) }, versions, sources);
  expect(all.versions.map((version) => version.covers)).toEqual([true, true]);
  expect(all.overlays).toMatchObject([{ theme: 'banjir', level_code: 'tinggi' }]);
  expect(all.setAside).toHaveLength(1);
});
