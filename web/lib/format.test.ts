import { expect, test } from 'vitest';
import { formatArea, formatDay, formatPercent, formatPosition, placeInAddress } from './format.ts';

test('areas follow the reader’s language', () => {
  expect(formatArea(1234.56, 'id')).toBe('1.234,56 m²');
  expect(formatArea(1234.56, 'en')).toBe('1,234.56 m²');
});

test('a day is the same day in every time zone', () => {
  expect(formatDay('2026-11-21', 'id')).toBe('21 November 2026');
  expect(formatDay('2026-11-21', 'en')).toBe('21 November 2026');
});

test('a position reads latitude first, an address longitude first', () => {
  expect(formatPosition([116.8312, -1.2745], 'id')).toBe('-1,27450; 116,83120');
  expect(placeInAddress([116.8312, -1.2745])).toBe('116.83120,-1.27450');
});

test('never writes as nothing what is there', () => {
  expect([0, 0.004, 0.005, 12].map((value) => formatPercent(value, 'id'))).toEqual([
    '0 %',
    '< 0,01 %',
    '0,01 %',
    '12 %',
  ]);
  expect(formatArea(0.0001, 'en')).toBe('< 0.01 m²');
});
