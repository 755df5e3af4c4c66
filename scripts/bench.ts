import { cpus, loadavg } from 'node:os';
import { findProjectRoot } from '../server/platform/project-root.ts';
import { areas } from './bench/areas/index.ts';
import type { BenchRow } from './bench/row.ts';
import { ensureBuild } from './setup/ensure-build.ts';
import { endWithFailure } from './setup/explain-failure.ts';

/** npm run bench -- AREA [--json]: measures here and now and says for each promise whether it holds. */
async function bench(): Promise<number> {
  const words = process.argv.slice(2);
  const isJson = words.includes('--json');
  const names = words.filter((word) => !word.startsWith('--'));
  const unknown = names.find((name) => !Object.hasOwn(areas, name));
  if (names.length === 0 || unknown !== undefined) {
    console.error(`npm run bench -- AREA [--json]\n\n  AREA   ${Object.keys(areas).join(', ')}\n`);
    return 2;
  }
  await ensureBuild(findProjectRoot(import.meta.dirname));
  const rows: BenchRow[] = [];
  for (const name of names) rows.push(...((await areas[name]?.()) ?? []));
  if (isJson) console.log(JSON.stringify(rows, undefined, 2));
  else printTable(rows);
  return rows.some((row) => row.holds === false) ? 1 : 0;
}

function printTable(rows: readonly BenchRow[]): void {
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
  console.log(`\n${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, load ${load}\n`);
  for (const row of rows) {
    const sign = row.holds === null ? '–' : row.holds ? 'holds' : 'FALLS SHORT';
    const figure = row.figure === null ? 'not measured' : `${row.figure} ${row.unit}`;
    console.log(`${row.id.padEnd(18)} ${figure.padEnd(16)} goal ${row.goal.padEnd(16)} ${sign}`);
    console.log(`${' '.repeat(18)} ${row.what}${row.note === undefined ? '' : `; ${row.note}`}`);
  }
}

bench().then((code) => {
  process.exitCode = code;
}, endWithFailure);
