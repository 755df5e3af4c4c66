import { setTimeout as wait } from 'node:timers/promises';
import { startProduct } from './product-process.ts';
import { atMost, type BenchRow, median } from './row.ts';
import type { Stage } from './stage.ts';
import { listTiles } from './tile-list.ts';

const ROUNDS = 5;

/** From the start of the server's process to the first tile in hand; memory once it has gone quiet. */
export async function measureStart(stage: Stage): Promise<BenchRow[]> {
  const [tile] = listTiles(stage).filter(({ zoom }) => zoom === 14);
  const times: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    const product = await startProduct(stage);
    const response = await fetch(product.origin + tile?.path);
    await response.arrayBuffer();
    times.push(performance.now() - began);
    if (response.status !== 200) throw new Error(`the first tile was answered ${response.status}`);
    await wait(2000);
    memory.push(product.memory());
    await product.stop();
  }
  return [
    atMost(500, {
      id: 'start',
      what: 'server process to first tile, loaded database',
      figure: median(times),
      unit: 'ms',
      note: `${ROUNDS} starts, ${Math.round(Math.min(...times))}–${Math.round(Math.max(...times))} ms`,
    }),
    atMost(200, {
      id: 'idle-memory',
      what: 'resident memory of the server, idle after its first tile',
      figure: median(memory),
      unit: 'MB',
    }),
  ];
}
