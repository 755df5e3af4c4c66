import { describe, expect, it } from 'vitest';
import { checkSmallRules } from '../../../tests/support/rule-tables.ts';
import { rowsOfTables } from './build-rule-set.ts';
import { describePlace, describeProblem } from './describe-problem.ts';
import { errorAt, hasErrors, warningAt } from './problem.ts';
import { findRuleGaps } from './rule-gaps.ts';
import { MAX_REPORTED, reportRules } from './rules-report.ts';

const rowsWith = (changes: Readonly<Record<string, string | null>> = {}) =>
  rowsOfTables(checkSmallRules(changes).tables);

describe('the report of an import', () => {
  it('counts rows per table and cells per letter', () => {
    const report = reportRules(rowsWith(), checkSmallRules().problems);
    expect(report.rowCounts).toMatchObject({
      regulations: 2,
      intensity: 3,
      'itbx-cells': 4,
      'overlay-effects': 3,
    });
    expect(report.matrices).toEqual([
      {
        regulationId: 'rdtr',
        emptyMeans: 'tidak diatur',
        activities: 2,
        zones: 2,
        cells: { I: 1, T: 0, B: 1, X: 1, empty: 1 },
      },
    ]);
    expect(report.errorCount).toBe(0);
    expect(report.warningCount).toBe(1);
  });

  it('lists no more than it can hold but counts all', () => {
    const many = Array.from({ length: MAX_REPORTED + 5 }, (_, row) =>
      warningAt('classGap', { file: 'x', row }),
    );
    const report = reportRules(rowsWith(), many);
    expect(report.problems).toHaveLength(MAX_REPORTED);
    expect(report.warningCount).toBe(MAX_REPORTED + 5);
  });

  it('puts errors before warnings, each in the order found', () => {
    const found = [
      warningAt('classGap', { file: 'a' }),
      errorAt('required', { file: 'b' }),
      warningAt('classGap', { file: 'c' }),
      errorAt('required', { file: 'd' }),
    ];
    expect(reportRules(rowsWith(), found).problems.map((entry) => entry.file)).toEqual(['b', 'd', 'a', 'c']);
  });
});

describe('the gaps of a rule set', () => {
  it('are empty lists where every code has intensity, a column and an explained condition', () => {
    expect(findRuleGaps(rowsWith())).toEqual([
      {
        regulationId: 'rdtr',
        codesWithoutIntensity: [],
        codesNotInMatrix: [],
        codesWithoutRules: [],
        itbxCodesWithoutText: [],
        codesWithoutSource: ['K-1'],
        provisionalCodes: [],
      },
    ]);
  });

  it('name codes without rules, conditions without text, and provisional codes', () => {
    const [gaps] = findRuleGaps(
      rowsWith({
        'zone-codes':
          'regulation_id,code,zone_name,category,provisional\nrdtr,R-3,a,budi daya,\nrdtr,K-1,b,budi daya,\nrdtr,PL-6,c,budi daya,ya\n',
        'itbx-matrix-rdtr': 'kelompok,kegiatan,R-3,K-1\nHunian,Rumah Kos,T,B\n',
        intensity:
          'regulation_id,zone_code,measure,operator,value,source_id\nrdtr,R-3,kdb,max,0,lampiran-17\n',
      }),
    );
    expect(gaps).toMatchObject({
      codesWithoutIntensity: ['K-1', 'PL-6'],
      codesNotInMatrix: ['PL-6'],
      codesWithoutRules: ['PL-6'],
      itbxCodesWithoutText: ['B', 'T'],
      provisionalCodes: ['PL-6'],
    });
  });
});

describe('a problem in words', () => {
  const problem = errorAt(
    'notAnItbxCode',
    { file: 'itbx-matrix-rdtr', row: 7, column: 'R-3' },
    { text: 'Q' },
  );

  it('says where and what, in the language asked for', () => {
    expect(describePlace(problem, 'id')).toBe('itbx-matrix-rdtr, baris 7, kolom R-3');
    expect(describePlace(problem, 'en')).toBe('itbx-matrix-rdtr, row 7, column R-3');
    expect(describeProblem(problem, 'id')).toMatch(/^“Q” bukan kode ITBX/);
    expect(describeProblem(problem, 'en')).toMatch(/^“Q” is not an ITBX code/);
  });

  it('leaves out what is not known', () => {
    expect(describePlace(errorAt('missingTable', { file: 'regulations' }), 'en')).toBe('regulations');
  });

  it('leaves no place unfilled in the problems of a broken set', () => {
    const { problems } = checkSmallRules({
      intensity:
        'regulation_id,zone_code,measure,operator,value,source_id\nx,Z,kdb,max,160,s\nrdtr,R-3,kdb,max,1.200,s\n',
      matrices: null,
      'overlay-effects': null,
      conditions: null,
    });
    expect(problems.length).toBeGreaterThan(5);
    for (const entry of problems)
      for (const language of ['id', 'en'] as const)
        expect(describeProblem(entry, language)).not.toMatch(/[{}]|undefined|“”/);
  });

  it('tells errors from warnings', () => {
    expect(hasErrors([warningAt('classGap', { file: 'x' })])).toBe(false);
    expect(hasErrors([warningAt('classGap', { file: 'x' }), problem])).toBe(true);
  });
});
