import { expect, test } from 'vitest';
import { dayParameter, decimalParameter, integerParameter, isDay } from './parameters.ts';

test.each(['', ' ', '0x10', '1e3', 'Infinity', 'NaN', '1,5', '--1', '181', '-180.1', '1.'])(
  '“%s” is no longitude',
  (text) => {
    expect(decimalParameter(-180, 180).safeParse(text).success).toBe(false);
  },
);

test.each([
  ['116.8531', 116.8531],
  ['-180', -180],
  ['+0.5', 0.5],
])('“%s” is %d', (text, value) => {
  expect(decimalParameter(-180, 180).parse(text)).toBe(value);
});

test('a whole number keeps its bounds', () => {
  expect(integerParameter(1, 20).parse('20')).toBe(20);
  for (const text of ['0', '21', '1.5', '1e1', ''])
    expect(integerParameter(1, 20).safeParse(text).success).toBe(false);
});

test.each([
  '0000-01-01',
  '1899-12-31',
  '2200-13-01',
  '2201-01-01',
  '2026-02-30',
  '9999-12-31',
  '2026-1-1',
  '',
])('“%s” is no day to ask about', (text) => {
  expect(dayParameter.safeParse(text).success).toBe(false);
  expect(isDay(text)).toBe(false);
});

test('a day of a plan is', () => {
  for (const text of ['1900-01-01', '2024-02-29', '2200-12-31']) expect(dayParameter.parse(text)).toBe(text);
});
