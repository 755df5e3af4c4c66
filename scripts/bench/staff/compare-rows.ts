import { compareRelease } from '../../../server/features/compare/index.ts';
import { createRuleSetLoader } from '../../../server/features/rules/index.ts';
import { atMost, type BenchRow, median } from '../row.ts';
import type { Stage } from '../stage.ts';
import { insertReexport, insertRevision } from './revision.ts';

const ROUNDS = 3;
/** The fabric of the stage is in force from 2026-01-01 on. */
const ON = '2026-01-15';
const REVISION = { recoded: 10, reshaped: 20, removed: 5 };

/** A release of the whole fabric against its next revision, as staff ask for it: each time for the first time. */
export async function compareRows({ deps, layerId, versionId }: Stage): Promise<BenchRow[]> {
  const { sql } = deps;
  const asked = { sql, loadRuleSet: createRuleSetLoader(sql) };
  const seconds: number[] = [];
  const again: number[] = [];
  let note = '';
  for (let round = 0; round < ROUNDS; round++) {
    const draft = await insertRevision(sql, layerId, versionId, `revision ${round}`, REVISION);
    await sql`analyze zone`;
    const timed = async (times: number[]) => {
      const start = performance.now();
      const { layers } = await compareRelease(asked, [draft], ON);
      times.push((performance.now() - start) / 1000);
      return layers[0];
    };
    const found = await timed(seconds);
    await timed(again);
    if (found === undefined) throw new Error('the revision was not compared');
    const { changes, beforeCount, movedM2 } = found;
    note = `${beforeCount} polygons; ${changes.reshaped} reshaped, ${changes.attributes} recoded, ${changes.removed} gone; ${Math.round(movedM2)} m² moved`;
  }
  const rounded = await insertReexport(sql, layerId, versionId);
  await sql`analyze zone`;
  const start = performance.now();
  const { layers } = await compareRelease(asked, [rounded], ON);
  const reexport = (performance.now() - start) / 1000;
  const [same] = layers;
  if (same === undefined) throw new Error('the re-export was not compared');
  return [
    atMost(10, {
      id: 'compare-re-export',
      what: 'the whole plan written out again with seven decimals, compared for the first time',
      figure: reexport,
      unit: 's',
      note: `${same.beforeCount} polygons, ${same.sameCount} the same, ${same.changes.reshaped} reshaped, ${Math.round(same.movedM2)} m² moved`,
    }),
    atMost(10, {
      id: 'compare-revision',
      what: 'a release against its next revision, compared for the first time',
      figure: median(seconds),
      unit: 's',
      note,
    }),
    atMost(0.5, {
      id: 'compare-again',
      what: 'the same comparison asked again',
      figure: median(again),
      unit: 's',
    }),
  ];
}
