import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { detectDelimiter, parseCsv, writeCsv, writeCsvCell } from './csv.ts';

const cellsOf = (text: string): readonly (readonly string[])[] =>
  parseCsv(text).records.map(({ cells }) => cells);

describe('delimited text', () => {
  it.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n1,5;2;3', ';'],
    ['a\tb\n1\t2', '\t'],
    ['"a;b",c,d', ','],
    ['satu', ','],
    ['', ','],
  ] as const)('of %j has the delimiter %j', (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it('keeps a decimal comma in a file separated by semicolons', () => {
    expect(cellsOf('klb;kdb\n2,4;60\n')).toEqual([
      ['klb', 'kdb'],
      ['2,4', '60'],
    ]);
  });

  it('leaves a byte order mark out', () => {
    expect(cellsOf('\uFEFFcode,zone\nR-1,R')[0]).toEqual(['code', 'zone']);
  });

  it.each(['a,b\r\n1,2\r\n', 'a,b\n1,2\n', 'a,b\r1,2\r', 'a,b\n1,2'])('reads the line ends of %j', (text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('reads quotes, doubled quotes, delimiters and line breaks inside quotes', () => {
    expect(cellsOf('a,b\n"kata ""satu"", dua","baris\nkedua"\n')[1]).toEqual([
      'kata "satu", dua',
      'baris\nkedua',
    ]);
  });

  it('keeps the line numbers of the file across empty rows and broken cells', () => {
    const text = 'a,b\n\n1,"x\ny"\n,,\n2,z\n';
    expect(parseCsv(text).records.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'a'],
      [3, '1'],
      [6, '2'],
    ]);
  });

  it('says on which line a quote was opened that nothing closes', () => {
    expect(parseCsv('a,b\n1,"tidak tutup\n2,3\n').openQuoteLine).toBe(2);
    expect(parseCsv('a,b\n1,"tutup"\n').openQuoteLine).toBeNull();
  });

  it('takes a quote in the middle of a cell as it stands', () => {
    expect(cellsOf('a,b\nlebar 2",x')[1]).toEqual(['lebar 2"', 'x']);
  });

  it('quotes only what has to be quoted', () => {
    expect(writeCsvCell('R-1')).toBe('R-1');
    expect(writeCsvCell('a,b')).toBe('"a,b"');
    expect(writeCsvCell('a;b')).toBe('"a;b"');
    expect(writeCsvCell('kata "x"')).toBe('"kata ""x"""');
    expect(writeCsvCell(' tepi')).toBe('" tepi"');
  });

  it('reads back what it writes', () => {
    const cell = fc
      .string({ maxLength: 12 })
      .filter((text) => !text.includes('\r') && !text.includes('\uFEFF'));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const table = [['kolom', 'dua', 'tiga'], ...rows];
        const filled = table.filter((row) => row.some((text) => text.trim() !== ''));
        expect(cellsOf(writeCsv(table))).toEqual(filled);
      }),
    );
  });
});
