import { expect, test } from 'vitest';
import { overlayColor, scaleLight } from './palette.ts';

test('a darker zone keeps its hue', () => {
  expect(scaleLight('#fff005', 0.5)).toBe('#807803');
  expect(scaleLight('#69b437', 1)).toBe('#69b437');
});

test('a theme has one colour everywhere', () => {
  expect(overlayColor('banjir')).toBe(overlayColor('banjir'));
  expect(overlayColor('banjir')).not.toBe(overlayColor('kkop'));
});
