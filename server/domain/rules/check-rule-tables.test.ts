import { describe, expect, it } from 'vitest';
import { checkSmallRules, listProblems, SMALL_RULE_TABLES } from '../../../tests/support/rule-tables.ts';
import { describeProblem } from './describe-problem.ts';

const withRow = (table: string, row: string): Record<string, string> => ({
  [table]: `${SMALL_RULE_TABLES[table]}${row}\n`,
});
const errorsWith = (table: string, row: string): string[] =>
  listProblems(checkSmallRules(withRow(table, row)));

describe('a small complete rule set', () => {
  it('has no error', () => {
    expect(listProblems(checkSmallRules())).toEqual([]);
  });

  it('warns of what it leaves open', () => {
    expect(listProblems(checkSmallRules(), 'warning')).toEqual(['emptyCells matrices:2/empty_means']);
  });

  it('takes an activity of the matrix that table activities lacks, and keeps the id of one that it has', () => {
    const { tables } = checkSmallRules();
    expect(tables.activities.map(({ row }) => row.activity_id)).toEqual(['kos', 'jasa.bengkel']);
    expect(new Set(tables['itbx-cells'].map(({ row }) => row.activity_id))).toEqual(
      new Set(['kos', 'jasa.bengkel']),
    );
  });
});

describe('what one table says about another', () => {
  it.each([
    ['intensity', 'lain,R-3,ktb,max,10,,,lampiran-17', 'unknownRegulation intensity:5/regulation_id'],
    ['intensity', 'rdtr,R-3,ktb,max,10,,,lampiran-99', 'unknownSource intensity:5/source_id'],
    ['intensity', 'rdtr,R-9,ktb,max,10,,,lampiran-17', 'unknownZoneCode intensity:5/zone_code'],
    ['setbacks', 'rdtr,jbb,Z,,2,,batas persil,lampiran-17', 'unknownZoneCode setbacks:4/zone_code'],
    ['notes', 'rdtr,parkir,Z,,,teks,lampiran-17', 'unknownZoneCode notes:4/zone_code'],
    ['legal-sources', 'pasal-1,lain,Pasal 1,', 'unknownRegulation legal-sources:5/regulation_id'],
    ['rtrw-matches', 'rdtr,Badan Air,BA', 'unknownZoneCode rtrw-matches:4/zone_code'],
    [
      'overlay-effects',
      'rdtr,banjir,,prohibition,,,,,tambak,,teks,pasal-45',
      'unknownActivity overlay-effects:5/activity_id',
    ],
    [
      'overlay-effects',
      'rdtr,banjir,,override,,,,,,B9,teks,pasal-45',
      'unknownCondition overlay-effects:5/itbx_codes',
    ],
  ])('%s: %s is an error', (table, row, problem) => {
    expect(errorsWith(table, row)).toContain(problem);
  });

  it('takes a polygon key (KODUNK) of a known zone code for a place of a rule', () => {
    expect(errorsWith('intensity', 'rdtr,R-3.41948,kdb,max,70,,%,lampiran-17')).toEqual([]);
    expect(errorsWith('intensity', 'rdtr,Z-1.41948,kdb,max,70,,%,lampiran-17')).toEqual([
      'unknownZoneCode intensity:5/zone_code',
    ]);
  });

  it('warns when a rule is cited from another regulation, and of an activity in no matrix', () => {
    expect(
      listProblems(checkSmallRules(withRow('setbacks', 'rdtr,jbb,R-3,,2,,batas persil,garis')), 'warning'),
    ).toContain('sourceOfOtherRegulation setbacks:4/source_id');
    expect(listProblems(checkSmallRules(withRow('activities', 'rdtr,,Jasa,Laundry,,')), 'warning')).toContain(
      'activityWithoutCells activities:3/name',
    );
  });

  it('warns of a KBLI code outside the list, and does not check without a list', () => {
    const known = new Set(['2020:45201']);
    expect(listProblems(checkSmallRules({}, { knownKbli: known }), 'warning')).toContain(
      'unknownKbli activities:2/kbli',
    );
    expect(
      listProblems(checkSmallRules({}, { knownKbli: new Set(['2020:55900']) }), 'warning').join(),
    ).not.toContain('unknownKbli');
  });
});

describe('keys that occur twice', () => {
  it.each([
    ['regulations', 'rdtr,contoh,Lagi,,,ya', 'duplicate regulations:4/regulation_id'],
    ['legal-sources', 'pasal-45,rdtr,Pasal 45,', 'duplicate legal-sources:5/source_id'],
    ['zone-codes', 'rdtr,R-3,R,Perumahan,budi daya,,', 'duplicate zone-codes:4/code'],
    ['activities', 'rdtr,kos,Hunian,Kos Putri,,', 'duplicate activities:3/activity_id'],
    ['conditions', 'rdtr,T1,lagi,pasal-45', 'duplicate conditions:4/code'],
    ['setbacks', 'sempadan,gsb,,arteri,15,,as jalan,garis', 'duplicate setbacks:4/kind'],
    ['rtrw-matches', 'rdtr,Kawasan Permukiman,R', 'duplicate rtrw-matches:4/zone_code'],
    ['matrices', 'rdtr,X,pasal-45', 'duplicate matrices:3/regulation_id'],
    ['itbx-matrix-rdtr', 'Jasa,Bengkel,I,I', 'duplicate itbx-matrix-rdtr:4/-'],
  ])('%s: %s is an error', (table, row, problem) => {
    expect(errorsWith(table, row)).toContain(problem);
  });

  it('two numbers for one measure at one size are an error that names the first', () => {
    const { problems } = checkSmallRules(withRow('intensity', 'rdtr,R-3,kdb,max,70,,%,lampiran-17'));
    expect(problems.find((entry) => entry.code === 'overlappingClasses')).toMatchObject({
      row: 5,
      params: { firstRow: 2, firstFile: 'intensity' },
    });
  });

  it('the same code in another regulation is another code', () => {
    expect(errorsWith('zone-codes', 'sempadan,R-3,,Arti lain,lainnya,,')).toEqual([]);
  });
});

describe('parcel-size classes', () => {
  const header = 'regulation_id,zone_code,measure,operator,value,parcel_min_m2,parcel_max_m2,source_id\n';
  const classes = (...rows: string[]) =>
    checkSmallRules({
      intensity: header + rows.map((row) => `rdtr,R-3,kdb,max,${row},lampiran-17\n`).join(''),
    });

  it('that overlap are an error', () => {
    expect(listProblems(classes('80,40,100', '70,99,200'))).toEqual([
      'overlappingClasses intensity:3/parcel_min_m2',
    ]);
    expect(listProblems(classes('80,,100', '70,50,'))).toEqual([
      'overlappingClasses intensity:3/parcel_min_m2',
    ]);
  });

  it('that leave gaps are a warning with the gaps in words', () => {
    const { problems } = classes('80,40,100', '70,101,200');
    expect(problems.find((entry) => entry.code === 'classGap')?.params).toEqual({
      text: 'R-3 kdb',
      gaps: '< 40; 100–101; > 200',
    });
  });

  it('that touch leave no gap and say which row has the bound too', () => {
    const whole = classes('80,,100', '70,100,');
    expect(listProblems(whole)).toEqual([]);
    expect(listProblems(whole, 'warning')).toContain('touchingClasses intensity:3/parcel_min_m2');
    expect(listProblems(whole, 'warning').join()).not.toContain('classGap');
  });

  it('that hold one and the same size twice are an error', () => {
    expect(listProblems(classes('80,100,100', '70,100,100'))).toEqual([
      'overlappingClasses intensity:3/parcel_min_m2',
    ]);
  });

  it('with bounds the wrong way round are an error', () => {
    expect(listProblems(classes('80,100,40'))).toContain('classBounds intensity:2/parcel_max_m2');
  });
});

describe('numbers', () => {
  it.each([
    ['intensity', 'rdtr,K-1,kdb,max,160,,%,lampiran-17', 'percentOver100 intensity:5/value'],
    ['intensity', 'rdtr,K-1,kdb,max,"0,6",,,lampiran-17', 'percentBelow1 intensity:5/value'],
    ['intensity', 'rdtr,K-1,kdh,min,0.2,,%,lampiran-17', 'percentBelow1 intensity:5/value'],
    [
      'overlay-effects',
      'rdtr,kkop,,cap,kdb,max,"0,4",%,,,teks,pasal-45',
      'percentBelow1 overlay-effects:5/value',
    ],
    ['intensity', 'rdtr,K-1,floors,max,12,,m,lampiran-17', 'unitNotForMeasure intensity:5/unit_as_printed'],
    [
      'intensity',
      'rdtr,K-1,height_m,max,4,,lantai,lampiran-17',
      'unitNotForMeasure intensity:5/unit_as_printed',
    ],
    ['intensity', 'rdtr,K-1,kdb,max,60,,m2,lampiran-17', 'unitNotForMeasure intensity:5/unit_as_printed'],
    [
      'intensity',
      'rdtr,K-1,min_parcel_m2,min,"0,1",,ha,lampiran-17',
      'unitNotForMeasure intensity:5/unit_as_printed',
    ],
    [
      'overlay-effects',
      'rdtr,kkop,,cap,floors,max,12,m,,,teks,pasal-45',
      'unitNotForMeasure overlay-effects:5/unit_as_printed',
    ],
    [
      'overlay-effects',
      'rdtr,sempadan-sungai,,cap,gsb_m,min,2,lantai,,,teks,pasal-45',
      'unitNotForMeasure overlay-effects:5/unit_as_printed',
    ],
    ['intensity', 'rdtr,K-1,kdb,max,,,%,lampiran-17', 'valueOrText intensity:5/value'],
    ['intensity', 'rdtr,K-1,kdb,max,1.200,,%,lampiran-17', 'ambiguousNumber intensity:5/value'],
    ['intensity', 'rdtr,K-1,kdb,max,-1,,%,lampiran-17', 'negative intensity:5/value'],
    ['setbacks', 'rdtr,jbs,K-1,,,,batas persil,lampiran-17', 'valueOrText setbacks:4/value_m'],
    [
      'setbacks',
      'rdtr,jbs,K-1,arteri,2,,batas persil,lampiran-17',
      'roadClassNotForKind setbacks:4/road_class',
    ],
    [
      'overlay-effects',
      'rdtr,kkop,,cap,height_m,max,,m AMSL,,,teks,pasal-45',
      'effectIncomplete overlay-effects:5/measure',
    ],
    ['overlay-effects', 'rdtr,kkop,,cap,,,,,,,teks,pasal-45', 'effectIncomplete overlay-effects:5/measure'],
    ['overlay-effects', 'rdtr,kkop,,cap,,,,,,X,teks,pasal-45', 'effectIncomplete overlay-effects:5/measure'],
    [
      'overlay-effects',
      'rdtr,kkop,,text,height_m,max,45,m AMSL,,,teks,pasal-45',
      'effectNotForKind overlay-effects:5/effect',
    ],
    ['overlay-effects', 'rdtr,gempa,,text,,,,,,,teks,pasal-45', 'notInList overlay-effects:5/theme'],
  ])('%s: %s is an error', (table, row, problem) => {
    expect(errorsWith(table, row)).toContain(problem);
  });

  it('a KLB of 240 without a unit is kept and asked about; with "%" it is not asked about', () => {
    const asked = checkSmallRules(withRow('intensity', 'rdtr,R-3,klb,max,240,,,lampiran-17'));
    expect(listProblems(asked, 'warning')).toContain('klbLooksLikePercent intensity:5/value');
    expect(asked.tables.intensity.at(-1)?.row.value).toBe(240);
    const stated = checkSmallRules(withRow('intensity', 'rdtr,R-3,klb,max,240,,%,lampiran-17'));
    expect(listProblems(stated, 'warning').join()).not.toContain('klbLooksLikePercent');
  });

  it.each([
    ['klb', 'max', '240', '%'],
    ['klb', 'max', '"2,4"', 'kali'],
    ['kdb', 'max', '60', 'persen'],
    ['floors', 'max', '4', 'lapis'],
    ['min_parcel_m2', 'min', '60', 'm²'],
    ['height_m', 'max', '45', 'mdpl'],
    ['building_gap_m', 'min', '4', 'meter'],
    ['floors', 'max', '4', ''],
  ])('%s %s %s with the unit %j goes in', (measure, operator, value, unit) => {
    const row = `rdtr,R-3.1,${measure},${operator},${value},,${unit},lampiran-17`;
    expect(errorsWith('intensity', row)).toEqual([]);
  });

  it('a unit in a cell of the wide layout is looked at too, and the sentence names the place', () => {
    const { problems } = checkSmallRules({
      'intensity-wide': 'regulation_id,zone_code,floors_max,source_id\nrdtr,R-3,12 m,lampiran-17\n',
    });
    const found = problems.filter((entry) => entry.code === 'unitNotForMeasure');
    expect(found).toMatchObject([{ severity: 'error', file: 'intensity-wide', row: 2 }]);
    expect(found.map((entry) => describeProblem(entry, 'id')).join()).toMatch(
      /“12 m” bukan satuan floors \(lantai\)/,
    );
    expect(found.map((entry) => describeProblem(entry, 'en')).join()).toMatch(
      /“12 m” is not in a unit of floors/,
    );
  });

  it('KDB and KDH over 100 % and a KLB beyond KDB times floors are warnings', () => {
    const full = checkSmallRules({
      intensity:
        'regulation_id,zone_code,measure,operator,value,source_id\n' +
        'rdtr,R-3,kdb,max,80,lampiran-17\nrdtr,R-3,kdh,min,30,lampiran-17\n' +
        'rdtr,R-3,klb,max,3,lampiran-17\nrdtr,R-3,floors,max,2,lampiran-17\n',
    });
    expect(listProblems(full, 'warning')).toEqual(
      expect.arrayContaining([
        'kdbPlusKdhOver100 intensity:2/value',
        'klbOverKdbTimesFloors intensity:2/value',
      ]),
    );
    expect(listProblems(full)).toEqual([]);
  });

  it('a regulation cannot end before it begins', () => {
    const changed = {
      regulations:
        'regulation_id,kind,title,valid_from,valid_to\nrdtr,contoh,A,2026-01-01,2026-01-01\nsempadan,contoh,B,,\n',
    };
    expect(listProblems(checkSmallRules(changed))).toEqual(['validityOrder regulations:2/valid_to']);
  });
});

describe('the matrix', () => {
  it('with a numbered code that no condition explains is an error for every such cell', () => {
    const matrix = { 'itbx-matrix-rdtr': 'kelompok,kegiatan,R-3,K-1\nHunian,Rumah Kos,T2,"T1,B9"\n' };
    expect(listProblems(checkSmallRules(matrix))).toEqual([
      'unknownCondition itbx-matrix-rdtr:2/R-3',
      'unknownCondition itbx-matrix-rdtr:2/K-1',
    ]);
  });

  it('does not borrow the condition of another regulation', () => {
    const changed = {
      conditions: 'regulation_id,code,body,source_id\nsempadan,T1,x,garis\nrdtr,B2,y,pasal-45\n',
    };
    expect(listProblems(checkSmallRules(changed))).toEqual(['unknownCondition itbx-matrix-rdtr:2/R-3']);
  });

  it('with plain T and B warns once for each', () => {
    const matrix = {
      'itbx-matrix-rdtr': 'kelompok,kegiatan,R-3,K-1\nHunian,Rumah Kos,T,B\nJasa,Bengkel,T,I\n',
    };
    const checked = checkSmallRules(matrix);
    expect(listProblems(checked)).toEqual([]);
    expect(checked.problems.filter((entry) => entry.code === 'conditionWithoutText')).toHaveLength(2);
  });

  it.each([
    [null, null, 'tidak diatur'],
    ['X', null, 'X'],
    ['tidak diatur', null, 'tidak diatur'],
    ['X', 'X', 'X'],
    [null, 'X', 'X'],
  ] as const)('an empty cell: operator %s, table %s, stored %s', (emptyMeans, stated, stored) => {
    const matrices = `regulation_id,empty_means,source_id\nrdtr,${stated ?? ''},pasal-45\n`;
    const { tables, problems } = checkSmallRules({ matrices }, { emptyMeans });
    expect(tables.matrices[0]?.row.empty_means).toBe(stored);
    expect(problems.find((entry) => entry.code === 'emptyCells')?.params).toEqual({
      count: 1,
      meaning: stored,
    });
  });

  it('is refused when table and operator contradict each other', () => {
    const matrices = 'regulation_id,empty_means,source_id\nrdtr,X,pasal-45\n';
    expect(listProblems(checkSmallRules({ matrices }, { emptyMeans: 'tidak diatur' }))).toEqual([
      'emptyMeansConflict matrices:2/empty_means',
    ]);
  });

  it('needs its row in matrices, and that row needs cells', () => {
    expect(listProblems(checkSmallRules({ matrices: null }))).toEqual(['noMatrixRow itbx-matrix-rdtr:-/-']);
    expect(listProblems(checkSmallRules({ 'itbx-matrix-rdtr': null }))).toContain(
      'noMatrixFile matrices:2/-',
    );
  });

  it('may be called itbx-matrix when there is only one, and is ambiguous without a row', () => {
    const text = SMALL_RULE_TABLES['itbx-matrix-rdtr'] ?? '';
    const renamed = checkSmallRules({ 'itbx-matrix-rdtr': null, 'itbx-matrix': text });
    expect(listProblems(renamed)).toEqual([]);
    expect(renamed.tables['itbx-cells']).toHaveLength(4);
    const ownerless = checkSmallRules({ 'itbx-matrix-rdtr': null, 'itbx-matrix': text, matrices: null });
    expect(listProblems(ownerless)).toContain('noMatrixRow itbx-matrix:-/-');
  });

  it('may come as a long table whose cells are checked alike', () => {
    const long = checkSmallRules({
      'itbx-matrix-rdtr': null,
      'itbx-cells':
        'regulation_id,activity_id,zone_code,cell\nrdtr,kos,R-3,"T1,B2"\nrdtr,kos,K-1,Q\nrdtr,lain,K-1,I\n',
    });
    expect(listProblems(long)).toEqual(
      expect.arrayContaining(['notAnItbxCode itbx-cells:3/K-1', 'unknownActivity itbx-cells:4/activity_id']),
    );
  });
});

describe('the files', () => {
  it('of unknown name are an error, so that a misspelt table is not left out in silence', () => {
    expect(listProblems(checkSmallRules({ intensitas: 'a\n1\n' }))).toEqual(['unknownFile intensitas:-/-']);
  });

  it('without which nothing has a source or a meaning are required', () => {
    const errors = listProblems(
      checkSmallRules({ regulations: null, 'legal-sources': null, 'zone-codes': null }),
    );
    expect(errors).toEqual(
      expect.arrayContaining([
        'missingTable regulations:-/-',
        'missingTable legal-sources:-/-',
        'missingTable zone-codes:-/-',
      ]),
    );
  });
});
