import { byteRows } from '../page/byte-rows.ts';
import { firstViewRows } from '../page/first-view-rows.ts';
import { interactionRows } from '../page/interaction-rows.ts';
import { lighthouseRows } from '../page/lighthouse-rows.ts';
import { memoryRows } from '../page/memory-rows.ts';
import { withPageStage } from '../page/stage.ts';
import type { BenchRow } from '../row.ts';

/** The citizen's page on a phone, beside a bare MapLibre page that is built and measured in the same run. */
export function measurePage(): Promise<BenchRow[]> {
  return withPageStage(async (stage) => [
    ...(await byteRows(stage)),
    ...(await firstViewRows(stage)),
    ...(await interactionRows(stage)),
    ...(await memoryRows(stage)),
    ...(await lighthouseRows(stage)),
  ]);
}
