import { readFileSync } from 'node:fs';
import { atMost, type BenchRow } from '../row.ts';
import { untilMark, watchedDesktop } from './slow-phone.ts';
import type { PageStage } from './stage.ts';

/** Memory of the tab: the resident memory of its renderer process, garbage collected, after 50 pans and after 5. */
export async function memoryRows(stage: PageStage): Promise<BenchRow[]> {
  const { page, context } = await watchedDesktop(stage.browser);
  try {
    await page.goto(`${stage.productUrl}/?p=${stage.place}&z=15`);
    await untilMark(page, 'mapIdle');
    const cdp = await context.newCDPSession(page);
    const pan = async (count: number): Promise<void> => {
      for (let n = 0; n < count; n++) {
        // A walk around a square: new ground all the time, and home again in the end.
        const [dx, dy] = [
          [160, 0],
          [0, 160],
          [-160, 0],
          [0, -160],
        ][Math.floor(n / 5) % 4] ?? [0, 0];
        await page.mouse.move(900, 450);
        await page.mouse.down();
        await page.mouse.move(900 - (dx ?? 0), 450 - (dy ?? 0), { steps: 4 });
        await page.mouse.up();
        await page.waitForTimeout(300);
      }
      await page.waitForTimeout(1500);
    };
    const weigh = async (): Promise<number> => {
      await cdp.send('HeapProfiler.collectGarbage');
      await page.waitForTimeout(500);
      return rendererMemory(await rendererOf(stage));
    };
    await pan(5);
    const few = await weigh();
    await pan(45);
    const many = await weigh();
    return [
      atMost(1.3, {
        id: 'tab-memory',
        what: 'resident memory of the tab after 50 pans, as a multiple of after 5',
        figure: many / few,
        unit: '×',
        note: `${Math.round(few)} MB → ${Math.round(many)} MB`,
      }),
    ];
  } finally {
    await context.close();
  }
}

/** Process numbers of the browser's renderers, largest first: the tab under test is by far the largest. */
async function rendererOf({ browser }: PageStage): Promise<number[]> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  return processInfo.filter((process) => process.type === 'renderer').map((process) => process.id);
}

function rendererMemory(pids: readonly number[]): number {
  const sizes = pids.map((pid) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return (Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024) / 1e6;
  });
  return Math.max(...sizes);
}
