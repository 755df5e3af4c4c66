import { publishVersion } from '../../../server/features/publish/index.ts';
import type { ProductProcess } from '../product-process.ts';
import { atMost, type BenchRow, median } from '../row.ts';
import type { Stage } from '../stage.ts';
import { type Edit, insertEdit } from './revision.ts';

const ROUNDS = 5;
const PATIENCE_MS = 20_000;

/**
 * One polygon gets another code, and the release is published while the product runs: until the tiles are made, and until
 * a reader who comes for the first time receives the new tile and the new answer.
 */
export async function publishRows(stage: Stage, product: ProductProcess): Promise<BenchRow[]> {
  const whole: number[] = [];
  const partial: number[] = [];
  const live: number[] = [];
  let note = '';
  let from = stage.versionId;
  for (let round = 0; round < ROUNDS; round++) {
    const edit = await insertEdit(stage.deps.sql, stage.layerId, from, 500 + 97 * round);
    const start = performance.now();
    const published = await publish(stage, edit, round);
    partial.push((performance.now() - start) / 1000);
    await arrives(product.origin, stage.layerId, edit);
    live.push((performance.now() - start) / 1000);
    note = `${published.madeCount} of ${published.tileCount} tiles made`;
    // The same again from nothing, as if there were no version before it.
    await stage.deps.sql`delete from tile_archive`;
    const other = await insertEdit(stage.deps.sql, stage.layerId, edit.versionId, 500 + 97 * round);
    const begun = performance.now();
    await publish(stage, other, round + 0.5);
    whole.push((performance.now() - begun) / 1000);
    from = other.versionId;
  }
  return [
    atMost(2, {
      id: 'edit-to-live',
      what: 'one polygon edited: from the order to publish to a first-time reader with the new tile and answer',
      figure: median(live),
      unit: 's',
      note: `${note}; ${ROUNDS} rounds, ${Math.min(...live).toFixed(2)}–${Math.max(...live).toFixed(2)} s`,
    }),
    atMost(0.75, {
      id: 'publish-edit',
      what: 'publishing it with the tiles of the version before, against making all of them',
      figure: median(partial) / median(whole),
      unit: '× whole',
      note: `${median(partial).toFixed(2)} s against ${median(whole).toFixed(2)} s, checks included`,
    }),
  ];
}

async function publish({ deps, layerId }: Stage, { versionId }: Edit, round: number) {
  const day = new Date(Date.UTC(2026, 6, 1 + round * 2)).toISOString().slice(0, 10);
  const outcome = await publishVersion(deps, { layerId, versionId, validFrom: day, decree: 'CONTOH bench' });
  if (!outcome.ok || outcome.value.archive === undefined)
    throw new Error(`the edit was not published: ${JSON.stringify(outcome)}`);
  return outcome.value.archive;
}

/** Asks like somebody who has never been here: nothing is kept between two questions. */
async function arrives(origin: string, layerId: string, edit: Edit): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const pointer = await (await fetch(`${origin}/tiles/${layerId}/current.json`)).json();
    if (pointer.versionId === edit.versionId) {
      const path = pointer.tiles.replace('{z}', '16').replace('{x}', edit.column).replace('{y}', edit.row);
      const tile = Buffer.from(await (await fetch(`${origin}${path}`)).arrayBuffer());
      const answer = await (await fetch(`${origin}/api/v1/lookup?lon=${edit.lon}&lat=${edit.lat}`)).text();
      if (tile.includes(edit.code) && answer.includes(edit.code)) return;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('the edit did not reach the reader');
}
