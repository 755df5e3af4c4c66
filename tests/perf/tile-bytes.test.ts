import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertChicagoFabric } from '../../scripts/bench/chicago-fabric.ts';
import { readTileRows } from '../../server/features/publish/queries.ts';
import { buildPyramid, type PyramidTile } from '../../tiles/build-pyramid.ts';
import { tileLayerOf } from '../../tiles/layers/index.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

/**
 * Budgets of the Chicago fabric moved into the city's window: 14,578 polygons, twice as many as the demo city's zones.
 * Measured 2026-11-29 (mean 7,660) with 4 % to spare; a change that needs more is decided on, not slipped in.
 */
const BUDGET = {
  meanMiddle: 8_000,
  largestFrom14: 50_000,
  largestBelow14: 100_000,
  all: 3_400_000,
  omitted: 100,
};

let database: TemporaryDatabase;
let tiles: PyramidTile[];

beforeAll(async () => {
  database = await createTemporaryDatabase();
  const versionId = await insertChicagoFabric(database.sql, 'zona-uji');
  tiles = [...buildPyramid(tileLayerOf('zones'), await readTileRows(database.sql, 'zones', versionId))];
});
afterAll(() => database.drop());

const sizes = (from: number, to: number): number[] =>
  tiles.filter(({ zoom }) => zoom >= from && zoom <= to).map(({ bytes }) => bytes.length);

describe('bytes of zone tiles, gzip', () => {
  it('stay within the budget in the middle zooms, in the mean', () => {
    const middle = sizes(12, 14);
    expect(middle.length).toBeGreaterThan(100);
    expect(middle.reduce((sum, size) => sum + size, 0) / middle.length).toBeLessThanOrEqual(
      BUDGET.meanMiddle,
    );
  });

  it('stay within the budget of the largest', () => {
    expect(Math.max(...sizes(14, 22))).toBeLessThanOrEqual(BUDGET.largestFrom14);
    expect(Math.max(...sizes(0, 13))).toBeLessThanOrEqual(BUDGET.largestBelow14);
  });

  it('stay within the budget of the whole pyramid, and few features are left out for it', () => {
    expect(sizes(0, 22).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET.all);
    expect(tiles.reduce((sum, { omitted }) => sum + omitted, 0)).toBeLessThanOrEqual(BUDGET.omitted);
  });

  it('are those of a pyramid of some 1,500 tiles, none of them empty', () => {
    expect(tiles.length).toBeGreaterThan(1_300);
    expect(tiles.length).toBeLessThan(1_700);
    expect(tiles.every(({ bytes }) => bytes.length > 40)).toBe(true);
  });
});
