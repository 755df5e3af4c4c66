import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../geo/lng-lat.ts';
import { areaM2, circleAround, distanceM, placeAt } from '../geo/measure.ts';
import { averagePlace } from './average-place.ts';
import { compareGround } from './compare-ground.ts';
import { type ItemContent, newestOf, sentItemSchema, standing } from './item.ts';
import { type Ground, groundAreaM2, largestDistanceM, outlineFault, ringOf } from './outline.ts';
import { closingFault } from './round.ts';

const home: LngLat = [116.8531, -1.2456];
/** A rectangle of so many metres east and north of a corner. */
const rectangle = (eastM: number, northM: number, corner: LngLat = home): LngLat[] => {
  const east = placeAt(corner, 90, eastM);
  return [corner, east, placeAt(east, 0, northM), placeAt(corner, 0, northM)];
};
const asGround = (...outlines: LngLat[][]): Ground => outlines.map((outline) => [ringOf(outline)]);
const outline = (corners: LngLat[], accuracyM: number | null = null) =>
  ({
    kind: 'outline',
    corners: corners.map(([lng, lat]): [number, number] => [lng, lat]),
    accuracyM,
  }) as const;

describe('measured beside applied', () => {
  it('is the same ground when nothing differs, wherever the outline begins and whichever way it goes', () => {
    const plot = rectangle(20, 30);
    for (const same of [plot, [...plot].reverse(), [...plot.slice(2), ...plot.slice(0, 2)]])
      expect(compareGround(asGround(plot), outline(same))).toMatchObject({
        differenceM2: 0,
        differencePct: 0,
        largestDistanceM: 0,
        isWithinAccuracy: null,
      });
  });

  it('counts area and the largest distance of the outlines', () => {
    const seen = compareGround(asGround(rectangle(20, 30)), outline(rectangle(20, 33), 2));
    expect(seen.appliedAreaM2).toBeCloseTo(600, 1);
    expect(seen.measuredAreaM2).toBeCloseTo(660, 1);
    expect(seen.differencePct).toBeCloseTo(10, 1);
    expect(seen.largestDistanceM).toBeCloseTo(3, 1);
    expect(seen.isWithinAccuracy).toBe(false);
    expect(compareGround(asGround(rectangle(20, 30)), outline(rectangle(20, 33), 5)).isWithinAccuracy).toBe(
      true,
    );
  });

  it('sees a notch between the corners, and a hole', () => {
    // The corners of the notch lie on no corner of the plot: only distances in between show it.
    const plot = rectangle(40, 40);
    const [south, east] = [placeAt(home, 0, 20), placeAt(home, 90, 8)];
    const notched = [
      ...plot,
      placeAt(home, 0, 25),
      placeAt(placeAt(home, 0, 25), 90, 8),
      placeAt(east, 0, 20),
      south,
    ];
    expect(compareGround(asGround(plot), outline(notched)).largestDistanceM).toBeCloseTo(8, 0);
    const holed: Ground = [[ringOf(plot), ringOf(rectangle(10, 10, placeAt(placeAt(home, 90, 5), 0, 5)))]];
    expect(groundAreaM2(holed)).toBeCloseTo(1_500, 0);
  });

  it('is a distance: the same both ways, never negative, and at most what was moved', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 60 }),
        fc.integer({ min: 4, max: 12 }),
        fc.integer({ min: 0, max: 359 }),
        fc.integer({ min: 0, max: 25 }),
        (radius, corners, bearing, moved) => {
          const here = circleAround(home, radius, corners);
          const there = circleAround(placeAt(home, bearing, moved), radius, corners);
          const [one, other] = [[[here]], [[there]]] as const;
          const distance = largestDistanceM(one, other);
          expect(distance).toBeCloseTo(largestDistanceM(other, one), 4);
          expect(distance).toBeLessThanOrEqual(moved + 0.01);
          // A shape that is moved as a whole has its furthest corner moved by at least half of it.
          expect(distance).toBeGreaterThanOrEqual(moved === 0 ? 0 : moved / 4);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('an outline', () => {
  it('goes around one piece of ground', () => {
    const [a, b, c, d] = rectangle(20, 30) as [LngLat, LngLat, LngLat, LngLat];
    expect(outlineFault([a, b, c, d])).toBeNull();
    expect(outlineFault([a, b, c])).toBeNull();
    expect(outlineFault([a, b])).toBe('tooFewCorners');
    expect(outlineFault([a, b, a, b])).toBe('tooFewCorners');
    expect(outlineFault([a, c, b, d])).toBe('crossesItself');
    expect(outlineFault([home, [home[0] + 0.001, home[1]], [home[0] + 0.002, home[1]]])).not.toBeNull();
    expect(outlineFault([a, b, b, c, d])).not.toBeNull();
    // A corner on the middle of another edge.
    expect(
      outlineFault([
        [0, 0],
        [4, 0],
        [4, 4],
        [2, 0],
        [0, 4],
      ]),
    ).toBe('crossesItself');
  });

  it('of every regular shape is one, until two of its corners are exchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 40 }), fc.integer({ min: 2, max: 200 }), (corners, radius) => {
        const shape = circleAround(home, radius, corners).slice(0, -1);
        expect(outlineFault(shape)).toBeNull();
        expect(areaM2(shape)).toBeGreaterThan(0);
        const [first, second, ...rest] = shape as [LngLat, LngLat, ...LngLat[]];
        expect(outlineFault([second, first, ...rest])).toBe('crossesItself');
      }),
      { numRuns: 50 },
    );
  });
});

describe('a place of many readings', () => {
  it('is nearer to the certain ones, and promises no more than the best of them', () => {
    const seen = averagePlace([
      { at: placeAt(home, 90, 8), accuracyM: 20 },
      { at: home, accuracyM: 4 },
      { at: placeAt(home, 270, 1), accuracyM: 5 },
    ]);
    expect(distanceM(seen!.at, home)).toBeLessThan(1);
    expect(seen!.accuracyM).toBe(4);
    expect(averagePlace([])).toBeNull();
    expect(averagePlace([{ at: home, accuracyM: 0 }])).toBeNull();
  });
});

describe('items', () => {
  const item = (itemId: string, content: ItemContent) => ({ itemId, content });
  const ids = Array.from({ length: 4 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`);
  it('stand until they are taken back, and nothing is forgotten', () => {
    const items = [
      item(ids[0]!, { kind: 'note', text: 'satu' }),
      item(ids[1]!, outline(rectangle(1, 1))),
      item(ids[2]!, outline(rectangle(2, 2))),
      item(ids[3]!, { kind: 'withdrawal', itemId: ids[2]!, reason: 'salah sudut' }),
    ];
    expect(standing(items).map(({ itemId }) => itemId)).toEqual([ids[0], ids[1]]);
    expect(newestOf(items, 'outline')?.itemId).toBe(ids[1]);
    expect(newestOf(items, 'photo')).toBeUndefined();
  });

  it('say no more than they should', () => {
    const sent = (content: unknown) =>
      sentItemSchema.safeParse({ schema: 'field-item/1', recordedAt: '2026-11-30T09:00:00+08:00', content });
    const photo = { kind: 'photo', caption: null, at: null, accuracyM: null, bearing: null, takenAt: null };
    expect(sent(photo).success).toBe(true);
    expect(sent({ ...photo, bearing: 360 }).success).toBe(false);
    expect(sent({ ...photo, exif: {} }).success).toBe(false);
    expect(sent({ ...photo, at: [91, 181] }).success).toBe(false);
    expect(sent({ kind: 'note', text: ' ' }).success).toBe(false);
    expect(sent({ kind: 'outline', corners: [home, home], accuracyM: null }).success).toBe(false);
    expect(sent({ kind: 'note', text: 'x'.repeat(4_001) }).success).toBe(false);
  });

  it('are decided on as they were seen', () => {
    const said = {
      decision: 'takeMeasured',
      outlineItemId: ids[0]!,
      reason: 'Batas di lapangan jelas.',
    } as const;
    expect(closingFault(said, ids[0]!)).toBeNull();
    expect(closingFault(said, ids[1]!)).toBe('outlineChanged');
    expect(closingFault({ ...said, outlineItemId: null }, null)).toBe('outlineMissing');
  });
});
