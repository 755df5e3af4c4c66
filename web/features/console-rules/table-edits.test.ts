import { expect, test } from 'vitest';
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
