import { expect, test } from 'vitest';
import { decimalParameter, integerParameter } from './parameters.ts';

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
