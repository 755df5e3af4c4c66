import { describe, expect, it } from 'vitest';
import {
  parseClassHeader,
  readIntensityClasses,
  readIntensityWide,
  readPrintedValue,
} from './read-intensity.ts';

describe('a printed intensity', () => {
  it.each([
    ['60', 60, null],
    ['60 %', 60, '%'],
    ['60%', 60, '%'],
    ['2,4', 2.4, null],
    ['240 %', 240, '%'],
    ['4 lantai', 4, 'lantai'],
    ['12 m', 12, 'm'],
    ['0', 0, null],
    ['1.000,5 m2', 1000.5, 'm2'],
  ])('%j is %d with unit %j, the number as printed', (raw, value, unit) => {
    expect(readPrintedValue(raw)).toEqual({ value, text_value: null, unit_as_printed: unit });
  });

  it.each(['sesuai RTBL', '- Luas LP kurang dari 60 m2 : 100', 'Alternatif 1 : 1.2', 'maks. 60'])(
    '%j stays text',
    (raw) => {
      expect(readPrintedValue(raw)).toEqual({ value: null, text_value: raw, unit_as_printed: null });
    },
  );

  it.each(['6O', '60-80', '60–80 %', '1.200', '2,4,1', '-5', '60/80'])(
    '%j is neither a number nor words',
    (raw) => {
      expect(readPrintedValue(raw)).toBeNull();
    },
  );
});

describe('a parcel-size class in a column title', () => {
  it.each([
    ['40-100', 40, 100],
    ['101–200 m2', 101, 200],
    ['<=60', null, 60],
    ['≤ 60 m²', null, 60],
    ['>=1001', 1001, null],
    ['≥ 1.001', 1001, null],
    ['60 s/d 120', 60, 120],
    ['0,5-1,5', 0.5, 1.5],
  ])('%s is %s to %s, both included', (header, min, max) => {
    expect(parseClassHeader(header)).toEqual({ min, max });
  });

  it.each(['kelas 1', '100-40', '>1000', '<60', '40', '40-', '-100', ''])('%j is none', (header) => {
    expect(parseClassHeader(header)).toBeNull();
  });
});

describe('the wide layout', () => {
  it('makes one row per filled measure column, per zone, road class and block', () => {
    const { rows, problems } = readIntensityWide(
      'intensity-wide',
      'regulation_id;zone_code;road_class;kodblk;kdb_max;klb_max;kdh_min;floors_max;source_id\n' +
        'r;K-1;arteri;;80;4,5;10;6 lantai;s\nr;K-1;lokal;I.A.1;60;;20;;s\n',
    );
    expect(problems).toEqual([]);
    expect(
      rows.map(({ row, line }) => [
        line,
        row.road_class,
        row.kodblk,
        row.measure,
        row.operator,
        row.value,
        row.unit_as_printed,
      ]),
    ).toEqual([
      [2, 'arteri', null, 'kdb', 'max', 80, null],
      [2, 'arteri', null, 'klb', 'max', 4.5, null],
      [2, 'arteri', null, 'kdh', 'min', 10, null],
      [2, 'arteri', null, 'floors', 'max', 6, 'lantai'],
      [3, 'lokal', 'I.A.1', 'kdb', 'max', 60, null],
      [3, 'lokal', 'I.A.1', 'kdh', 'min', 20, null],
    ]);
  });

  it('keeps a KLB of 240 % at 240 with its unit: nothing is divided in silence', () => {
    const { rows } = readIntensityWide('w', 'regulation_id,zone_code,klb_max,source_id\nr,R-1,240 %,s\n');
    expect(rows[0]?.row).toMatchObject({ value: 240, unit_as_printed: '%' });
  });

  it('keeps words as text, says so, and refuses what only begins like a number', () => {
    const { rows, problems } = readIntensityWide(
      'w',
      'regulation_id,zone_code,kdb_max,kdh_min,source_id\nr,R-1,sesuai RTBL,60-80,s\n',
    );
    expect(rows).toMatchObject([{ row: { measure: 'kdb', value: null, text_value: 'sesuai RTBL' } }]);
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'readAsText', row: 2, column: 'kdb_max' },
      { severity: 'error', code: 'notANumber', row: 2, column: 'kdh_min' },
    ]);
  });

  it('refuses a measure that it does not know', () => {
    const { problems } = readIntensityWide('w', 'regulation_id,zone_code,kdbmax,source_id\nr,R-1,60,s\n');
    expect(problems).toMatchObject([{ code: 'unknownColumn', column: 'kdbmax' }]);
  });
});

describe('the layout with a column per class', () => {
  const text =
    'regulation_id,zone_code,measure,operator,unit_as_printed,source_id,40-100,101-200,>=201\n' +
    'r,R-1,kdb,max,%,s,80,75,\nr,RTH-1,kdb,max,%,s,0,0,0\n';

  it('gives bounds to every number and none to an empty class', () => {
    const { rows, problems } = readIntensityClasses('c', text);
    expect(problems).toEqual([]);
    expect(
      rows.map(({ row }) => [
        row.zone_code,
        row.value,
        row.parcel_min_m2,
        row.parcel_max_m2,
        row.unit_as_printed,
      ]),
    ).toEqual([
      ['R-1', 80, 40, 100, '%'],
      ['R-1', 75, 101, 200, '%'],
      ['RTH-1', 0, 40, 100, '%'],
      ['RTH-1', 0, 101, 200, '%'],
      ['RTH-1', 0, 201, null, '%'],
    ]);
  });

  it('refuses a class title that does not say which bound is included', () => {
    const { problems } = readIntensityClasses('c', text.replace('>=201', '>200'));
    expect(problems).toMatchObject([{ severity: 'error', code: 'badClassHeader', column: '>200' }]);
  });
});
