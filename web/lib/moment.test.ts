import { expect, test } from 'vitest';
import { dayIn, formatBytes, formatMoment } from './moment.ts';

test('a moment is read on the city’s clock, also past midnight', () => {
  const at = '2026-11-29T16:05:00Z';
  expect(formatMoment(at, 'id', 'Asia/Makassar', 'WITA')).toBe('30 Nov 2026, 00.05 WITA');
  expect(formatMoment(at, 'en', 'Asia/Makassar', 'WITA')).toBe('30 Nov 2026, 00:05 WITA');
  expect(dayIn(new Date(at), 'Asia/Makassar')).toBe('2026-11-30');
});

test('bytes are said in units of a thousand', () => {
  expect(formatBytes(12_400_000, 'id')).toBe('12,4 MB');
  expect(formatBytes(950, 'en')).toBe('950 B');
});
