import { describe, expect, test } from 'vitest';
import { aFigure, anAnswer, aPart } from '../../../tests/support/an-answer.ts';
import type { Answer, Part } from '../zoning/answer.ts';
import { compareExtracts } from './compare-extracts.ts';
import { composeExtract } from './compose-extract.ts';
import type { Extract } from './extract.ts';

const OUTLINE = [
  [
    [
      [116.83, -1.27],
      [116.8301, -1.27],
      [116.8301, -1.2701],
      [116.83, -1.27],
    ],
  ],
] as const;
const place: Answer['place'] = {
  kind: 'polygon',
  point: [116.83005, -1.27005],
  areaM2: 2_108.53,
  perimeterM: 183.5,
  areaMethod: 'geodesic-wgs84',
};

function extractOf(parts: readonly Part[]): Extract {
  const answer = anAnswer({
    place,
    parts: [...parts],
    remainder: { areaM2: 0, sharePct: 0, invalidGeometryM2: null, overlapM2: 0 },
  });
  const composed = composeExtract(answer, { kind: 'drawing', outline: OUTLINE }, 'Balikpapan');
  if (!composed.ok) throw new Error(composed.problem);
  return composed.value;
}
const compare = (before: readonly Part[], after: readonly Part[]) =>
  compareExtracts(
    extractOf(before),
    extractOf(after),
    () => null,
    () => null,
  );

const part = (areaM2: number, sharePct: number, given: Partial<Part> = {}): Part =>
  aPart({ areaM2, sharePct, ...given });
const noise = (areaM2: number): Part =>
  part(areaM2, areaM2 / 21, { isSliver: true, zone: { ...aPart().zone, code: 'BJ' } });

describe('what has changed since a document', () => {
  test('is nothing where only the decimals of its outline differ', () => {
    const [before, after] = [part(2_108.5296, 99.99998), part(2_108.5311, 100)];
    const same = compare([before], [before]);
    expect(same.changes).toEqual([]);
    expect(compare([before], [after])).toEqual(same);
    expect(compare([before, noise(0.0004)], [after]).changes).toEqual([]);
    expect(compare([after], [before, noise(0.0004)]).changes).toEqual([]);
  });

  test('is told where more of the ground, or a figure, is another', () => {
    const half = part(1_054.3, 50);
    expect(compare([part(2_108.53, 100)], [half]).changes).toMatchObject([
      { change: 'changed', before: { says: { sharePct: 100 } }, after: { says: { sharePct: 50 } } },
    ]);
    expect(compare([part(200, 100)], [part(300, 100)]).changes).toHaveLength(1);
    const figures = [aFigure({ measure: 'kdb' }, 59.995)];
    expect(compare([{ ...half, figures: [aFigure({ measure: 'kdb' }, 60)] }], [{ ...half, figures }]).changes)
      // A limit of the plan is compared as it stands, however close it is.
      .toHaveLength(1);
  });
});
