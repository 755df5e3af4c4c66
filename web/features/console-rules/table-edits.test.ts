import { describe, expect, test } from 'vitest';
import { mergeTables } from './merge-tables.ts';
import { edit, findRows, startEditing, undo } from './table-edits.ts';

const start = startEditing({
  intensity: {
    columns: ['zone_code', 'value'],
    rows: [
      ['R-3', '60'],
      ['K-1', '80'],
    ],
  },
});
const rowsOf = (state: typeof start) => state.tables.intensity?.rows;

test('a cell is written, a row comes and goes, and each step is taken back in turn', () => {
  const written = edit(start, { do: 'write', table: 'intensity', row: 0, column: 1, text: '55' });
  const added = edit(written, { do: 'add', table: 'intensity', after: 0 });
  const removed = edit(added, { do: 'remove', table: 'intensity', row: 2 });
  expect(rowsOf(removed)).toEqual([
    ['R-3', '55'],
    ['', ''],
  ]);
  expect(rowsOf(undo(removed))).toEqual([
    ['R-3', '55'],
    ['', ''],
    ['K-1', '80'],
  ]);
  expect(undo(undo(undo(removed))).tables).toBe(start.tables);
  expect(undo(start)).toBe(start);
});

test('what changes nothing is no step', () => {
  expect(edit(start, { do: 'write', table: 'intensity', row: 0, column: 1, text: '60' })).toBe(start);
  expect(edit(start, { do: 'write', table: 'unknown', row: 0, column: 0, text: 'x' })).toBe(start);
  expect(edit(start, { do: 'write', table: 'intensity', row: 9, column: 0, text: 'x' })).toBe(start);
});

test('rows are found by words in any cell', () => {
  const table = start.tables.intensity;
  expect(table === undefined ? null : findRows(table, 'k-1 8')).toEqual([1]);
  expect(table === undefined ? null : findRows(table, '')).toEqual([0, 1]);
});

describe('two people who edit one version', () => {
  const base = {
    intensity: {
      columns: ['zone', 'value'],
      rows: [
        ['R-3', '60'],
        ['K-1', '80'],
        ['K-2', '70'],
      ],
    },
  };
  const rows = (...values: string[]) => ({
    intensity: { columns: ['zone', 'value'], rows: values.map((text) => text.split(' ')) },
  });
  test('keep both their rows, wherever they stand', () => {
    const merged = mergeTables(
      base,
      rows('R-3 55', 'K-1 80', 'K-2 70'),
      rows('R-3 60', 'K-1 80', 'K-2 65', 'K-3 50'),
    );
    expect(merged).toEqual({ ...merged, contested: [], apart: [] });
    expect(merged.tables).toEqual(rows('R-3 55', 'K-1 80', 'K-2 65', 'K-3 50'));
    const crossed = mergeTables(base, rows('R-3 55', 'K-1 80', 'K-2 71'), rows('R-3 60', 'K-1 79', 'K-2 70'));
    expect(crossed.tables).toEqual(rows('R-3 55', 'K-1 79', 'K-2 71'));
  });
  test('are told the row that both changed, and the saved one stands', () => {
    const merged = mergeTables(base, rows('R-3 55', 'K-1 80', 'K-2 70'), rows('R-3 50', 'K-1 80', 'K-2 70'));
    expect(merged.contested).toEqual([{ table: 'intensity', mine: ['R-3', '55'], theirs: ['R-3', '50'] }]);
    expect(merged.tables).toEqual(rows('R-3 50', 'K-1 80', 'K-2 70'));
    expect(
      mergeTables(base, rows('R-3 60', 'K-2 70'), rows('R-3 60', 'K-1 81', 'K-1 82', 'K-2 70')).apart,
    ).toEqual(['intensity']);
  });
});
