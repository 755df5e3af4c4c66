import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildRuleSet, rowsOfTables } from '#domain/rules/build-rule-set';
import { type CheckedRules, checkRuleTables } from '#domain/rules/check-rule-tables';
import type { RuleSet } from '#domain/rules/rule-set';
import { reportRules } from '#domain/rules/rules-report';
import { decideFigures } from '#domain/zoning/decide-figures';
import { readRulesDirectory } from '../../server/features/rules/index.ts';

const DIRECTORY = join(import.meta.dirname, '../fixtures/rules/yogyakarta');
const REGULATION = 'yogyakarta-2015';

describe('the rules of Kota Yogyakarta (2015; not Balikpapan)', () => {
  let checked: CheckedRules;
  let ruleSet: RuleSet;

  beforeAll(async () => {
    const source = await readRulesDirectory(DIRECTORY);
    checked = checkRuleTables(source.texts, { emptyMeans: null, knownKbli: null });
    ruleSet = buildRuleSet(rowsOfTables(checked.tables), {
      layerId: 'rules-yogyakarta',
      versionId: '0123456789abcdef',
      isDemo: true,
    });
  });

  it('go in without an error', () => {
    expect(checked.problems.filter((entry) => entry.severity === 'error')).toEqual([]);
  });

  it('have 147 activities in 15 zones with the counted letters, five cells empty', () => {
    const report = reportRules(rowsOfTables(checked.tables), checked.problems);
    expect(report.matrices).toEqual([
      {
        regulationId: REGULATION,
        emptyMeans: 'tidak diatur',
        activities: 147,
        zones: 15,
        cells: { I: 853, T: 140, B: 295, X: 912, empty: 5 },
      },
    ]);
  });

  it('have the twelve groups of the published matrix in their sizes', () => {
    const sizes = new Map<string, number>();
    for (const { row } of checked.tables.activities)
      sizes.set(row.group_name, (sizes.get(row.group_name) ?? 0) + 1);
    expect([...sizes.values()].toSorted((a, b) => b - a)).toEqual([32, 21, 18, 14, 13, 11, 9, 8, 7, 7, 6, 1]);
  });

  it('warn once for plain T and once for plain B, whose texts the source does not have', () => {
    const warned = checked.problems.filter((entry) => entry.code === 'conditionWithoutText');
    expect(warned.map((entry) => entry.params.text).toSorted()).toEqual(['B', 'T']);
  });

  it('have 4 measures for 15 zones in 5 parcel-size classes', () => {
    const rows = checked.tables.intensity.map(({ row }) => row);
    expect(rows).toHaveLength(300);
    expect(new Set(rows.map((row) => `${row.parcel_min_m2}-${row.parcel_max_m2}`))).toEqual(
      new Set(['40-100', '101-200', '201-400', '401-1000', '1001-null']),
    );
  });

  it('keep the gaps between the classes: neither 20 m² nor 100.4 m² has a value', () => {
    const rules = ruleSet.byRegulation.get(REGULATION)?.intensity.get('R-1') ?? [];
    const at = (classAreaM2: number) =>
      decideFigures(rules, [], [], {
        classAreaM2,
        partAreaM2: classAreaM2,
        roadClasses: [],
        kodswp: null,
        kodblk: null,
      }).find((figure) => figure.measure === 'kdb');
    expect(at(100)).toMatchObject({ status: 'set', governing: { value: 80 } });
    expect(at(101)).toMatchObject({ status: 'set', governing: { value: 80 } });
    expect(at(20)).toMatchObject({ status: 'outsideClasses', governing: null });
    expect(at(100.4)).toMatchObject({ status: 'outsideClasses', governing: null });
  });

  it('say for each zone and measure which parcels no class covers', () => {
    const gaps = checked.problems.filter((entry) => entry.code === 'classGap');
    expect(gaps).toHaveLength(60);
    expect(gaps[0]?.params.gaps).toBe('< 40; 100–101; 200–201; 400–401; 1000–1001');
  });

  it('name the activity whose letter was already lost in the source', () => {
    const lost = checked.problems.filter((entry) => entry.code === 'lostCharacter');
    expect(lost.map((entry) => [entry.row, entry.params.text])).toEqual([[84, 'Caf\uFFFD dan Cofee shop']]);
  });

  it('leave no zone without rules, and no article for the meaning of its codes', () => {
    const [gaps] = reportRules(rowsOfTables(checked.tables), checked.problems).gaps;
    expect(gaps).toMatchObject({
      codesWithoutIntensity: [],
      codesNotInMatrix: [],
      codesWithoutRules: [],
      itbxCodesWithoutText: ['B', 'T'],
    });
    expect(gaps?.codesWithoutSource).toHaveLength(15);
  });

  it('keep KDB 0 of RTH-1 as the number zero, beside the 30 of the largest class', () => {
    const rules = ruleSet.byRegulation.get(REGULATION)?.intensity.get('RTH-1') ?? [];
    expect(rules.filter((row) => row.measure === 'kdb').map((row) => row.rule.value)).toEqual([0, 0, 0, 0, 30]);
  });
});
