import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAnswer, aPart } from '../../../tests/support/an-answer.ts';
import { projectRoot } from '../../../tests/support/source-files.ts';
import { compareExtracts } from './compare-extracts.ts';
import { type AskedGround, composeExtract, extractText } from './compose-extract.ts';
import { type Extract, extractSchema } from './extract.ts';

const SQUARE: AskedGround = {
  kind: 'parcel',
  nib: 'CONTOH-0000017',
  outline: [
    [
      [
        [116.83, -1.27],
        [116.8301, -1.27],
        [116.8301, -1.2701],
        [116.83, -1.2701],
        [116.83, -1.27],
      ],
    ],
  ],
};
const POINT: AskedGround = { kind: 'point' };

function extractOf(answer = anAnswer(), asked: AskedGround = POINT): Extract {
  const composed = composeExtract(answer, asked, 'Balikpapan');
  if (!composed.ok) throw new Error(composed.problem);
  return composed.value;
}
const noMatrix = () => null;

describe('an extract', () => {
  const sampleOf = (schema: number): string =>
    readFileSync(join(projectRoot, 'tests', 'golden', `extract-${schema}.json`), 'utf8').trimEnd();

  test('is written as the sample of its schema is, byte for byte', () => {
    expect(extractSchema.parse(JSON.parse(sampleOf(2))).schema).toBe('omod-extract/2');
    expect(extractText(extractOf())).toBe(sampleOf(2));
  });

  test('of an earlier schema is still read, and compared with one of today', () => {
    const earlier = extractSchema.parse(JSON.parse(sampleOf(1)));
    expect(earlier.schema).toBe('omod-extract/1');
    expect(earlier.parts[0]).toMatchObject({ zoneSourceId: null, matrixSourceId: null });
    expect(compareExtracts(earlier, extractOf(), noMatrix, noMatrix).changes).toEqual([]);
  });

  test('has the same bytes on every day and in every order of its fields and versions', () => {
    const bytes = createHash('sha256').update(extractText(extractOf())).digest('hex');
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1_000 }), (asOf, seed) => {
        const answer = anAnswer({ asOf: asOf.toISOString().slice(0, 10) });
        const mixed = JSON.parse(JSON.stringify(answer), (_name, value: unknown) =>
          typeof value === 'object' && value !== null && !Array.isArray(value)
            ? Object.fromEntries(
                Object.entries(value).sort(
                  ([a], [b]) => ((a.charCodeAt(0) * seed) % 13) - ((b.charCodeAt(0) * seed) % 13),
                ),
              )
            : value,
        );
        mixed.versions.reverse();
        const text = extractText(extractOf(mixed));
        expect(createHash('sha256').update(text).digest('hex')).toBe(bytes);
      }),
    );
  });

  test('is not made with a hole in it, and not for ground of another city', () => {
    expect(composeExtract(anAnswer({ isComplete: false }), POINT, 'Balikpapan')).toEqual({
      ok: false,
      problem: 'sourceFailed',
    });
    expect(composeExtract(anAnswer({ coverage: 'unknown' }), POINT, 'Balikpapan').ok).toBe(false);
    expect(composeExtract(anAnswer({ coverage: 'outsideCity' }), POINT, 'Balikpapan')).toEqual({
      ok: false,
      problem: 'outsideCity',
    });
  });

  test('numbers every corner once, longitude as longitude, and names its denominator', () => {
    const answer = anAnswer({
      place: {
        kind: 'polygon',
        point: [116.83005, -1.27005],
        areaM2: 123.5,
        perimeterM: 44.4,
        areaMethod: 'geodesic-wgs84',
      },
      parts: [aPart({ areaM2: 123.5, sharePct: 100 })],
      remainder: { areaM2: 0, sharePct: 0, invalidGeometryM2: null, overlapM2: 0 },
    });
    const { ground, shares } = extractOf(answer, SQUARE);
    expect(ground.corners).toEqual([
      { number: 1, lng: 116.83, lat: -1.27 },
      { number: 2, lng: 116.8301, lat: -1.27 },
      { number: 3, lng: 116.8301, lat: -1.2701 },
      { number: 4, lng: 116.83, lat: -1.2701 },
    ]);
    expect(ground.registeredAreaM2).toBe(212.4);
    expect(shares).toMatchObject({ denominator: 'geodesicArea', denominatorM2: 123.5, partsM2: 123.5 });
  });

  test('two extracts of one plan have no changes; a changed figure is one change with both values', () => {
    const before = extractOf();
    expect(compareExtracts(before, extractOf(), noMatrix, noMatrix).changes).toEqual([]);
    const part = aPart();
    const figures = part.figures.map((figure) =>
      figure.measure === 'kdh' && figure.governing !== null
        ? { ...figure, governing: { ...figure.governing, value: 25 } }
        : figure,
    );
    const { changes } = compareExtracts(
      before,
      extractOf(anAnswer({ parts: [aPart({ figures })] })),
      noMatrix,
      noMatrix,
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      change: 'changed',
      subject: { kind: 'figure', code: 'kdh' },
      before: { says: { value: 20 } },
      after: { says: { value: 25 } },
    });
  });
});
