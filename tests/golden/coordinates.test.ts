import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCoordinate } from '#domain/geo/parse-coordinate';
import { PROBLEM_TEXT } from '#domain/problem-text';

/** Balikpapan, as in its profile. */
const city = { bbox: [116.7289, -1.2823, 117.0227, -1.0133], utmZone: 50, utmHemisphere: 'S' } as const;

const rows = readFileSync(new URL('coordinates.tsv', import.meta.url), 'utf8')
  .replace(/\n$/, '')
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [string, string, string]);

const typed = (escaped: string): string =>
  escaped.replace(/\\t/g, '\t').replace(/\\n/g, '\n').replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

test('the table has at least 150 inputs, and more that fail than that are read', () => {
  const failing = rows.filter(([, expected]) => expected in PROBLEM_TEXT).length;
  expect(rows.length).toBeGreaterThanOrEqual(150);
  expect(failing).toBeGreaterThan(rows.length - failing);
});

test.each(rows)('“%s” gives %s %s', (input, expected, note) => {
  const result = parseCoordinate(typed(input), city);
  if (result.ok) {
    expect([result.value.lngLat.join(' '), result.value.readAs]).toEqual([expected, note]);
  } else {
    const swap = result.problem.params.swapOffer;
    expect([result.problem.code, Array.isArray(swap) ? `swap ${swap.join(' ')}` : '']).toEqual([expected, note]);
  }
});
