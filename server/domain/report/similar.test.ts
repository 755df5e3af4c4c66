import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { placeAt } from '../geo/measure.ts';
import { type Comparable, cellOf, cellsOfBlock, isSimilar, RECENT_DAYS } from './similar.ts';

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

describe('the blocks that the public is told by', () => {
  it('do not overlap: whatever square of a block is asked from, it is the same block', () => {
    fc.assert(
      fc.property(
        places,
        fc.double({ min: 0, max: 360, noNaN: true }),
        fc.double({ min: 0, max: 700, noNaN: true }),
        (place, bearing, metres) => {
          const other = placeAt(place, bearing, metres);
          const [here, there] = [cellsOfBlock(place), cellsOfBlock(other)];
          expect(here).toContain(cellOf(place));
          if (here.includes(cellOf(other))) expect(there).toEqual(here);
          else expect(there.filter((cell) => here.includes(cell))).toEqual([]);
        },
      ),
    );
  });

  it('are some 500 m wide: asking from a thousand places finds no border within one', () => {
    const blocks = new Map<string, Set<string>>();
    for (let step = 0; step < 40; step += 1)
      for (let row = 0; row < 40; row += 1) {
        const place = [116.85 + step * 0.0004, -1.24 - row * 0.0004] as const;
        const block = cellsOfBlock(place).join();
        blocks.set(block, (blocks.get(block) ?? new Set()).add(cellOf(place)));
      }
    // About 1,750 m by 1,750 m of ground: three and a half blocks on each side.
    expect(blocks.size).toBeGreaterThanOrEqual(16);
    expect(blocks.size).toBeLessThanOrEqual(25);
    expect(Math.max(...[...blocks.values()].map(({ size }) => size))).toBeGreaterThanOrEqual(20);
  });

  it('hold about twenty-five squares', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(cellsOfBlock(place).length).toBeGreaterThanOrEqual(20);
        expect(cellsOfBlock(place).length).toBeLessThanOrEqual(30);
      }),
    );
  });
});
