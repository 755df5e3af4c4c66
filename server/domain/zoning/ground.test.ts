import { describe, expect, test } from 'vitest';
import { anEffect, aRuleSet } from '../../../tests/support/a-rule-set.ts';
import { aVersion } from '../../../tests/support/some-facts.ts';
import { factsOnGround, sourcesOfGround } from './ground.ts';

const flood = aVersion({ kind: 'overlay', theme: 'banjir', version_id: 'f00d', layer_id: 'banjir' });
const levels = ['rendah', 'tinggi'];
const noLimits = [{ versionId: 'f00d', hasCoverage: false, hasSetAside: false, levels }];
const allLimits = [{ versionId: 'f00d', hasCoverage: true, hasSetAside: true, levels }];

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
    expect(sourcesOfGround([flood], [rules], noLimits).map(({ from, levels: of }) => [from, of])).toEqual([
      ['overlay', null],
      ['overlay', ['tinggi']],
      // Nobody knows what it is: the rules tell levels apart and do not name this one.
      ['unnamed', ['rendah']],
    ]);
  });
  test('a level that a rule of words names is left to the rules for every level', () => {
    const rules = aRuleSet({
      effects: [
        anEffect({ effect: 'prohibition', levelCode: 'Tinggi' }),
        anEffect({ effect: 'override', itbxCodes: ['B1'] }),
        anEffect({ levelCode: 'rendah' }),
      ],
    });
    const sources = sourcesOfGround([flood], [rules], noLimits);
    expect(sources.map(({ levels: of, rest }) => [of, rest])).toEqual([
      [null, 'rendah'],
      [['tinggi'], undefined],
    ]);
    const share = { areaNo: 1, versionId: 'x', code: 'R-3', kodunk: null, special: {}, areaM2: 1 };
    const on = (...marks: (string | undefined)[]) =>
      factsOnGround(
        { ...share, marks: marks.filter((mark) => mark !== undefined) },
        [flood],
        sources,
      ).overlays.map((overlay) => overlay.level_code);
    expect(on(sources[0]?.mark)).toEqual(['rendah']);
    expect(on(sources[0]?.mark, sources[1]?.mark)).toEqual(['tinggi']);
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
  const rules = aRuleSet({
    effects: [anEffect({ effect: 'prohibition', levelCode: 'tinggi' }), anEffect({ levelCode: 'rendah' })],
  });
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
