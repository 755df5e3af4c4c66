import { startProduct } from '../product-process.ts';
import type { BenchRow } from '../row.ts';
import { compareRows } from '../staff/compare-rows.ts';
import { publishRows } from '../staff/publish-rows.ts';
import { withStage } from '../stage.ts';
import { measureDuringBuild } from '../tile-during-build.ts';

/** What staff wait for, and what the public notices of it: a comparison, a publication, tiles meanwhile. */
export function measureStaff(): Promise<BenchRow[]> {
  return withStage(async (stage) => {
    const compared = await compareRows(stage);
    const product = await startProduct(stage);
    try {
      const during = await measureDuringBuild(stage, product);
      return [...compared, ...(await publishRows(stage, product)), ...during];
    } finally {
      await product.stop();
    }
  });
}
