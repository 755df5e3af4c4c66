import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';
import { intensityRowSchema, regulationRowSchema, zoneCodeRowSchema } from './tables.ts';

const codesOf = (problems: readonly { code: string; row: number | null; column: string | null }[]) =>
  problems.map(({ code, row, column }) => [code, row, column]);

describe('reading a table', () => {
  it('reads typed rows with the line they came from', () => {
    const { rows, problems } = readTable(
      'zone-codes',
      'regulation_id;code;zone_name;category;color;provisional\nrdtr;R-3;Perumahan;budi daya;255,240,5;ya\n',
      zoneCodeRowSchema,
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        file: 'zone-codes',
        line: 2,
        extra: {},
        row: {
          regulation_id: 'rdtr',
          code: 'R-3',
          zone_code: null,
          zone_name: 'Perumahan',
          subzone_name: null,
          category: 'budi daya',
          color: '#fff005',
          provisional: true,
          description: null,
          source_id: null,
        },
      },
    ]);
  });

  it('keeps zero and missing apart', () => {
    const { rows } = readTable(
      'intensity',
      'regulation_id,zone_code,measure,operator,value,text_value,source_id\nr,RTH-1,kdb,max,0,,s\nr,R-1,kdb,max,,lihat RTBL,s\n',
      intensityRowSchema,
    );
    expect(rows.map(({ row }) => row.value)).toEqual([0, null]);
  });

  it('refuses an unknown column and names the known ones', () => {
    const { rows, problems } = readTable(
      'regulations',
      'regulation_id,kind,title,tahun\nr,perda,x,2024\n',
      regulationRowSchema,
    );
    expect(rows).toEqual([]);
    expect(codesOf(problems)).toEqual([['unknownColumn', 1, 'tahun']]);
    expect(problems[0]?.params.known).toContain('valid_from');
  });

  it('says which required columns are missing and lets optional ones be', () => {
    const { problems } = readTable('regulations', 'regulation_id,url\nr,x\n', regulationRowSchema);
    expect(codesOf(problems)).toEqual([
      ['missingColumn', 1, 'kind'],
      ['missingColumn', 1, 'title'],
    ]);
  });

  it('refuses a column that stands twice and one without a name', () => {
    const { problems } = readTable(
      'regulations',
      'regulation_id,kind,title,title,,url\n',
      regulationRowSchema,
    );
    expect(codesOf(problems)).toEqual([
      ['duplicateColumn', 1, 'title'],
      ['unnamedColumn', 1, '5'],
    ]);
  });

  it('reports every faulty cell with row, column and text, and gives the sound rows', () => {
    const { rows, problems } = readTable(
      'regulations',
      'regulation_id,kind,title,set_on,status\nr,perda,A,2024-11-14,berlaku\nb c,perda,,14/11/2024,aktif\n',
      regulationRowSchema,
    );
    expect(rows).toHaveLength(1);
    expect(codesOf(problems)).toEqual([
      ['notAnIdentifier', 3, 'regulation_id'],
      ['required', 3, 'title'],
      ['notADate', 3, 'set_on'],
      ['notInList', 3, 'status'],
    ]);
    expect(problems[2]?.params.text).toBe('14/11/2024');
  });

  it('refuses cells beyond the last titled column', () => {
    const { problems } = readTable(
      'regulations',
      'regulation_id,kind,title\nr,perda,A,B\n',
      regulationRowSchema,
    );
    expect(codesOf(problems)).toEqual([['cellBeyondHeader', 2, '4']]);
  });

  it('lets empty cells beyond the header pass, as workbooks write them', () => {
    const { rows, problems } = readTable(
      'regulations',
      'regulation_id,kind,title,,\nr,perda,A,,\n',
      regulationRowSchema,
    );
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(1);
  });

  it('refuses an empty file and an open quote', () => {
    expect(codesOf(readTable('x', '', regulationRowSchema).problems)).toEqual([['noHeader', null, null]]);
    expect(codesOf(readTable('x', 'regulation_id\n"a\n', regulationRowSchema).problems)).toEqual([
      ['openQuote', 2, null],
    ]);
  });

  it('warns of a letter that the source has already lost', () => {
    const { rows, problems } = readTable(
      'regulations',
      'regulation_id,kind,title\nr,perda,Caf\uFFFD\n',
      regulationRowSchema,
    );
    expect(rows).toHaveLength(1);
    expect(problems).toMatchObject([{ severity: 'warning', code: 'lostCharacter', row: 2, column: 'title' }]);
  });
});
