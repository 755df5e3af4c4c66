import { expect, it } from 'vitest';
import { guardCell, unguardCell } from './spreadsheet-cell.ts';

it.each([
  '=HYPERLINK("http://evil.example","klik")',
  '+62811',
  "-1+cmd|'/C calc'!A0",
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '\0=1',
  '＝1+1',
  '|calc',
  '%APPDATA%',
  "'=1",
])('XSS05: %j is shown as text', (value) => {
  expect(guardCell(value)).toBe(`'${value.replaceAll('\0', '')}`);
  expect(unguardCell(guardCell(value))).toBe(value.replaceAll('\0', ''));
});

it.each(['Perumahan', '-1.25', '-1,25', '-3', '12', '', '2026-11-22', 'a=b', 'x@example.go.id'])(
  '%j stays',
  (value) => {
    expect(guardCell(value)).toBe(value);
  },
);
