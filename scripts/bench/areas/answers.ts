import { measureCityTiles } from '../city-tiles.ts';
import { type LookupStage, lookupRows } from '../lookup-rows.ts';
import { settled, startProduct } from '../product-process.ts';
import type { BenchRow } from '../row.ts';
import { searchRows } from '../search-rows.ts';
import { measureStart } from '../server-start.ts';
import { withStage } from '../stage.ts';
import { measureDuringBuild } from '../tile-during-build.ts';
import { measurePyramid } from '../tile-pyramid.ts';
import { measureTileSpeed } from '../tile-speed.ts';

/** The demo city alone is in force on this day; the fabric of the load case comes later. */
const BEFORE_THE_LOAD_CASE = '2025-06-01';

/** Answers, search, tiles, and the server's start: what everybody who opens the map waits for. */
export function measureAnswers(): Promise<BenchRow[]> {
  return withStage(async (stage) => {
    const pyramid = await measurePyramid(stage);
    const start = await measureStart(stage);
    const product = await startProduct(stage);
    try {
      await settled(stage.deps.sql);
      const speed = await measureTileSpeed(stage, product);
      const duringBuild = await measureDuringBuild(stage, product);
      const cityTiles = await measureCityTiles(stage);
      const lookup: LookupStage = {
        sql: stage.deps.sql,
        databaseUrl: stage.databaseUrl,
        origin: product.origin,
        bbox: stage.deps.city.bbox,
        on: BEFORE_THE_LOAD_CASE,
      };
      const answers = [...(await lookupRows(lookup)), ...(await searchRows(lookup))];
      return [...answers, ...speed, ...duringBuild, ...pyramid, ...cityTiles, ...start];
    } finally {
      await product.stop();
    }
  });
}
