import { startProduct } from '../product-process.ts';
import type { BenchRow } from '../row.ts';
import { clickRows } from '../staff/click-rows.ts';
import { compareRows } from '../staff/compare-rows.ts';
import { publishRows } from '../staff/publish-rows.ts';
import { withStage } from '../stage.ts';
import { measureDuringBuild } from '../tile-during-build.ts';

const PARTS: Readonly<Record<string, () => Promise<BenchRow[]>>> = { stage: onStage, click: clickRows };
export const STAFF_PARTS = Object.keys(PARTS);

/**
 * What staff wait for, and what the public notices of it: a comparison, a publication, tiles meanwhile; and from a click to
 * a reader in the demo city.
 *
 * @param wanted parts by name; none: all
 */
export async function measureStaff(wanted: readonly string[]): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [name, measure] of Object.entries(PARTS))
    if (wanted.length === 0 || wanted.includes(name)) rows.push(...(await measure()));
  return rows;
}

function onStage(): Promise<BenchRow[]> {
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
