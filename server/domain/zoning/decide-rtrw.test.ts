import { describe, expect, test } from 'vitest';
import { aRuleSet } from '../../../tests/support/a-rule-set.ts';
import { ask } from '../../../tests/support/ask-decide.ts';
import { aVersion, aZone, someFacts } from '../../../tests/support/some-facts.ts';

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
