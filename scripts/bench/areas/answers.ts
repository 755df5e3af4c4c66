import { measureCityTiles } from '../city-tiles.ts';
import { startProduct } from '../product-process.ts';
import type { BenchRow } from '../row.ts';
import { measureStart } from '../server-start.ts';
import { withStage } from '../stage.ts';
import { measureDuringBuild } from '../tile-during-build.ts';
import { measurePyramid } from '../tile-pyramid.ts';
import { measureTileSpeed } from '../tile-speed.ts';

/** Tiles, and the server's start: what everybody who opens the map waits for. */
export function measureAnswers(): Promise<BenchRow[]> {
  return withStage(async (stage) => {
    const pyramid = await measurePyramid(stage);
    const start = await measureStart(stage);
    const product = await startProduct(stage);
    try {
      const speed = await measureTileSpeed(stage, product);
      const duringBuild = await measureDuringBuild(stage, product);
      return [...speed, ...duringBuild, ...pyramid, ...(await measureCityTiles(stage)), ...start];
    } finally {
      await product.stop();
    }
  });
}
