import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DARK, LIGHT, type Palette, scaleLight } from './palette.ts';
import { FAMILIES, familyOf, SAFE_COLORS } from './zone-families.ts';
import { SAFE_OPACITY } from './zone-layers.ts';

type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

/**
 * What a colour becomes for somebody without one kind of cone, on linear RGB.
 * @source Machado, Oliveira, Fernandes 2009, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
 * severity 1.0
 */
const DEFICIENCIES: Readonly<Record<string, Matrix>> = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const dot = (a: Rgb, b: Rgb): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const times = (m: Matrix, v: Rgb): Rgb => [dot(m[0], v), dot(m[1], v), dot(m[2], v)];
const each = (v: Rgb, change: (x: number) => number): Rgb => [change(v[0]), change(v[1]), change(v[2])];
const channelsOf = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb;
const linear = (v: Rgb): Rgb => each(v, (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));

/** @source Björn Ottosson 2020, "A perceptual color space for image processing" (Oklab) */
function oklab(rgb: Rgb): Rgb {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    each(cones, Math.cbrt),
  );
}

/** What arrives at the eye: the colour over the map's land, seen with a deficiency. */
function seen(hex: string, palette: Palette, deficiency: Matrix): Rgb {
  const land = channelsOf(palette.land);
  const fill = channelsOf(scaleLight(hex, palette.safeLight));
  const mixed = fill.map(
    (c, i) => c * SAFE_OPACITY + (land[i] as number) * (1 - SAFE_OPACITY),
  ) as unknown as Rgb;
  return oklab(each(times(deficiency, linear(mixed)), (c) => Math.max(0, Math.min(1, c))));
}

/** Difference of two colours in Oklab, in hundredths; two is about what one just notices side by side. */
const difference = (a: Rgb, b: Rgb): number => 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

function closestPair(colors: Readonly<Record<string, string>>, palette: Palette, deficiency: Matrix) {
  const all = Object.entries(colors).map(([name, hex]) => ({ name, color: seen(hex, palette, deficiency) }));
  const pairs = all.flatMap((a, i) =>
    all.slice(0, i).map((b) => ({ pair: `${a.name} and ${b.name}`, apart: difference(a.color, b.color) })),
  );
  return pairs.reduce((least, one) => (one.apart < least.apart ? one : least));
}

describe('the colour-blind-safe colours', () => {
  describe.each([
    ['light', LIGHT, 10],
    ['dark', DARK, 8.5],
  ] as const)('on the %s map', (_name, palette, least) => {
    it.each(Object.entries(DEFICIENCIES))('tell every two families apart: %s', (_deficiency, matrix) => {
      const { pair, apart } = closestPair(SAFE_COLORS, palette, matrix);
      expect(apart, pair).toBeGreaterThanOrEqual(least);
    });
  });

  it('are needed: of the prescribed colours, housing and its neighbours flow into each other', () => {
    const prescribed = { 'R-3': '#fff005', 'R-4': '#fffa4b', 'C-1': '#f05500', TR: '#d73700' };
    const { apart } = closestPair(prescribed, LIGHT, DEFICIENCIES.deuteranopia as Matrix);
    expect(apart).toBeLessThan(5);
  });
});

describe('families of zones', () => {
  const rows = readFileSync('data/code-lists/zone-codes-permen-14-2021.csv', 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  const zones = new Map(
    rows.map((row) => row.split(',')).map(([code = '', , group = '', name = '']) => [code, { group, name }]),
  );
  it.each([
    ['R-3', 'housing'],
    ['K-1', 'trade'],
    ['KT', 'trade'],
    ['C-2', 'mixed'],
    ['KPI', 'industry'],
    ['SIKM', 'industry'],
    ['PP', 'industry'],
    ['SPU-2', 'public'],
    ['RTNH', 'public'],
    ['RTH-4', 'green'],
    ['HL', 'green'],
    ['EM', 'green'],
    ['P-1', 'farm'],
    ['KR', 'farm'],
    ['BA', 'water'],
    ['PS', 'water'],
    ['IK-2', 'water'],
    ['BJ', 'transport'],
    ['TR', 'transport'],
    ['HK', 'special'],
    ['CB', 'special'],
  ])('%s is %s', (code, family) => {
    expect(familyOf(zones.get(code) ?? { group: null, name: '' })).toBe(family);
  });

  it('hold every zone of the national list, and each family holds one', () => {
    const families = [...zones.values()].map(familyOf);
    expect(zones.size).toBeGreaterThan(55);
    expect(new Set(families)).toEqual(new Set(FAMILIES));
    expect(families.filter((family) => family === 'special').length).toBeLessThanOrEqual(10);
  });
});
