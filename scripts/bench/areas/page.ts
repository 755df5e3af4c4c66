import { byteRows } from '../page/byte-rows.ts';
import { firstViewRows } from '../page/first-view-rows.ts';
import { interactionRows } from '../page/interaction-rows.ts';
import { lighthouseRows } from '../page/lighthouse-rows.ts';
import { memoryRows } from '../page/memory-rows.ts';
import { type PageStage, withPageStage } from '../page/stage.ts';
import { say } from '../progress.ts';
import type { BenchRow } from '../row.ts';
import { untilQuiet } from '../until-quiet.ts';

const PARTS: Readonly<Record<string, (stage: PageStage) => Promise<BenchRow[]>>> = {
  bytes: byteRows,
  view: firstViewRows,
  inp: interactionRows,
  memory: memoryRows,
  lighthouse: lighthouseRows,
};
export const PAGE_PARTS = Object.keys(PARTS);

/**
 * The citizen's page on a phone, beside a bare MapLibre page that is built and measured in the same run.
 *
 * @param wanted parts by name; none: all
 */
export function measurePage(wanted: readonly string[]): Promise<BenchRow[]> {
  return withPageStage(async (stage) => {
    const rows: BenchRow[] = [];
    for (const [name, measure] of Object.entries(PARTS)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      await untilQuiet();
      say(`page: ${name}`);
      const measured = await measure(stage);
      for (const { id, figure, unit, note } of measured) say(`  ${id} ${figure} ${unit} ${note ?? ''}`);
      rows.push(...measured);
    }
    return rows;
  });
}
