import { cpus, loadavg } from 'node:os';
import { findProjectRoot } from '../server/platform/project-root.ts';
import { areas } from './bench/areas/index.ts';
import { say } from './bench/progress.ts';
import type { BenchRow } from './bench/row.ts';
import { ensureBuild } from './setup/ensure-build.ts';
import { endWithFailure } from './setup/explain-failure.ts';

/** npm run bench -- AREA [PART …] [--json]: measures here and now and says for each promise whether it holds. */
async function bench(): Promise<number> {
  const words = process.argv.slice(2);
  const isJson = words.includes('--json');
  const names = words.filter((word) => !word.startsWith('--'));
  const chosen = names.filter((name) => Object.hasOwn(areas, name));
  const parts = names.filter((name) => !chosen.includes(name));
  const known = chosen.flatMap((name) => areas[name]?.parts ?? []);
  if (chosen.length === 0 || parts.some((part) => !known.includes(part))) {
    const lines = Object.entries(areas).map(([name, area]) => `  ${name.padEnd(8)} ${area.parts.join(', ')}`);
    console.error(`npm run bench -- AREA [PART …] [--json]\n\n${lines.join('\n')}\n`);
    return 2;
  }
  say('building, where something changed');
  await ensureBuild(findProjectRoot(import.meta.dirname));
  const rows: BenchRow[] = [];
  for (const name of chosen) {
    say(name);
    rows.push(...((await areas[name]?.measure(parts)) ?? []));
  }
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
