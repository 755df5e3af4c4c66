import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { placeAt } from '../geo/measure.ts';
import { type Comparable, cellOf, cellsAround, isSimilar, NEAR_M, RECENT_DAYS } from './similar.ts';

const aReport = (change: Partial<Comparable> = {}): Comparable => ({
  place: [116.8531, -1.2456],
  category: 'alihFungsi',
  receivedAt: new Date('2026-11-30T01:00:00Z'),
  ...change,
});
const daysLater = (days: number): Date => new Date(aReport().receivedAt.getTime() + days * 86_400_000);

describe('two reports are similar', () => {
  it.each([
    ['at one place, on one day', {}, true],
    ['49 m away', { place: placeAt([116.8531, -1.2456], 70, 49) }, true],
    ['51 m away', { place: placeAt([116.8531, -1.2456], 70, 51) }, false],
    ['30 days later', { receivedAt: daysLater(RECENT_DAYS) }, true],
    ['31 days later', { receivedAt: daysLater(31) }, false],
    ['of another category of the same track', { category: 'pengupasanLahan' as const }, true],
    ['of the other track', { category: 'tanpaIzin' as const }, false],
  ])('%s: %s', (_, change, expected) => {
    expect(isSimilar(aReport(), aReport(change))).toBe(expected);
    expect(isSimilar(aReport(change), aReport())).toBe(expected);
  });
});

const places = fc
  .tuple(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -75, max: 75, noNaN: true }))
  .map(([lng, lat]) => [lng, lat] as const);

describe('the squares that the public is told by', () => {
  it('hold everything that lies near', () => {
    fc.assert(
      fc.property(
        places,
        fc.double({ min: 0, max: 360, noNaN: true }),
        fc.double({ min: 0, max: NEAR_M, noNaN: true }),
        (place, bearing, metres) => {
          expect(cellsAround(place)).toContain(cellOf(placeAt(place, bearing, metres)));
        },
      ),
    );
  });

  it('are the same from everywhere in a square: asking from a thousand places finds no border within it', () => {
    const around = new Map<string, string>();
    for (let step = 0; step < 40; step += 1)
      for (let row = 0; row < 40; row += 1) {
        const place = [116.85 + step * 0.0001, -1.24 - row * 0.0001] as const;
        const told = cellsAround(place).join();
        expect(around.get(cellOf(place)) ?? told).toBe(told);
        around.set(cellOf(place), told);
      }
    // About 440 m by 440 m of ground in squares of 100 m.
    expect(around.size).toBeGreaterThan(16);
    expect(around.size).toBeLessThan(40);
  });

  it('are few: a square and its neighbours', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(cellsAround(place).length).toBeGreaterThanOrEqual(9);
        expect(cellsAround(place).length).toBeLessThanOrEqual(12);
      }),
    );
  });
});
