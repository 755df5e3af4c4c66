import { expect, test } from 'vitest';
import { THEMES } from '#domain/zoning/theme';
import { overlayColor, scaleLight } from './palette.ts';

test('a darker zone keeps its hue', () => {
  expect(scaleLight('#fff005', 0.5)).toBe('#807803');
  expect(scaleLight('#69b437', 1)).toBe('#69b437');
});

test('no two overlay themes share a colour', () => {
  const colours = THEMES.filter((theme) => theme.field !== null).map((theme) => overlayColor(theme.code));
  expect(new Set(colours).size).toBe(colours.length);
});
