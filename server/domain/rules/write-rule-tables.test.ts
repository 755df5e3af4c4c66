import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { guardCell, unguardCell } from '../spreadsheet-cell.ts';
import { rowsOfTables } from './build-rule-set.ts';
import { checkRuleTables } from './check-rule-tables.ts';
import { parseCsv } from './csv.ts';
import { csvOfTable, TABLE_NAMES, textOfTable, writeRuleTables } from './write-rule-tables.ts';

const fixture = join(import.meta.dirname, '../../../tests/fixtures/rules/yogyakarta');
const texts = new Map(
  readdirSync(fixture)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => [name.slice(0, -4), readFileSync(join(fixture, name), 'utf8')]),
);
const check = (given: ReadonlyMap<string, string>) =>
  checkRuleTables(given, { emptyMeans: null, knownKbli: null });

describe('tables of a rule set', () => {
  const first = rowsOfTables(check(texts).tables);

  it('are read again as they were written, as text and as CSV for a spreadsheet', () => {
    const tables = writeRuleTables(first);
    for (const write of [
      (name: (typeof TABLE_NAMES)[number]) => textOfTable(tables[name]).text,
      (name: (typeof TABLE_NAMES)[number]) => csvOfTable(tables[name]),
    ]) {
      const again = check(new Map(TABLE_NAMES.map((name) => [name, write(name)])));
      expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(rowsOfTables(again.tables)).toEqual(first);
    }
  });

  it('write numbers that nobody can read in two ways', () => {
    const row = { ...first.intensity[0]!, value: 1.234, parcel_min_m2: 1e-7 };
    const cells = writeRuleTables({ ...first, intensity: [row] }).intensity.rows[0]!;
    expect(cells).toContain('1.2340');
    expect(cells).toContain('0.0000001');
  });

  it('find the row of a problem although cells have lines of their own', () => {
    const table = {
      columns: ['a', 'b'],
      rows: [
        ['satu\ndua', 'x'],
        ['tiga\r\nempat', 'y'],
        ['lima', 'z'],
      ],
    };
    const { text, rowAtLine } = textOfTable(table);
    const lines = parseCsv(text).records.map(({ line }) => line);
    expect(lines.slice(1).map((line) => rowAtLine.get(line))).toEqual([0, 1, 2]);
  });
});

describe('a cell that a spreadsheet would run', () => {
  it('is a text there and the same text here', () => {
    for (const text of [
      '=1+1',
      '+62',
      '@SUM(A1)',
      '-Parkir',
      '\t=1',
      '＝1+1',
      "'=1",
      '=HYPERLINK("http://x","y")',
    ]) {
      expect(guardCell(text)).toBe(`'${text}`);
      expect(unguardCell(guardCell(text))).toBe(text);
    }
    for (const text of ['-5', '-0,5', 'R-3', "'kutip'", '', 'a=1']) expect(guardCell(text)).toBe(text);
  });

  it('whatever it says', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', '=', '+', '-', '@', "'", "''=", '\t'), (rest, start) => {
        const text = start + rest;
        expect(unguardCell(guardCell(text))).toBe(text.replaceAll('\0', ''));
        expect(/^[=+@\t\r＝＋－＠]/.test(guardCell(text))).toBe(false);
      }),
    );
  });
});
