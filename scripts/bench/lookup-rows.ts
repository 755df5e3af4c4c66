import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BBox, LngLat } from '../../server/domain/geo/lng-lat.ts';
import { type Database, openDatabase } from '../../server/platform/db.ts';
import { missingTool } from './find-tool.ts';
import { askAtPace, asksOver, mostPerSecond } from './paced-load.ts';
import { atMost, type BenchRow, median, percentile, unmeasured } from './row.ts';
import { medianLatency } from './wrk.ts';

const run = promisify(execFile);

/** What a lookup is measured on: a database with a city in force and the built server over it. */
export interface LookupStage {
  readonly sql: Database;
  readonly databaseUrl: string;
  readonly origin: string;
  readonly bbox: BBox;
  /** Calendar day that has the city in force. */
  readonly on: string;
}

const POINTS = 400;
const ROUNDS = 7;
const SECONDS = 3;

/**
 * Two rows: the median answer over HTTP at one connection beside its own SQL as a prepared pgbench script over the same
 * points, in turn; and p99 of an open loop at 80 % of the rate that a closed loop reached.
 */
export async function lookupRows(stage: LookupStage): Promise<BenchRow[]> {
  const points = await pointsInTheCity(stage);
  const rows: BenchRow[] = [];
  rows.push(await ratioToSql(stage, points));
  rows.push(await tailUnderLoad(stage, points));
  return rows;
}

/** A grid of points with a zone below them, the same in every run. */
async function pointsInTheCity({ sql, bbox, on }: LookupStage): Promise<LngLat[]> {
  const side = 60;
  const rows = await sql<{ lon: number; lat: number }[]>`
    with grid as (
      select ${bbox[0]}::float8 + (${bbox[2]}::float8 - ${bbox[0]}::float8) * (x + 0.5) / ${side} as lon,
             ${bbox[1]}::float8 + (${bbox[3]}::float8 - ${bbox[1]}::float8) * (y + 0.5) / ${side} as lat
      from generate_series(0, ${side - 1}) x, generate_series(0, ${side - 1}) y)
    select lon, lat
    from grid
    where exists (select from zone
                  where version_id in (select version_id from version_in_force(${on}::date) where kind = 'zones')
                    and st_intersects(geom, st_setsrid(st_makepoint(lon, lat), 4326)))
    order by md5(lon::text || lat::text)
    limit ${POINTS}`;
  return rows.map(({ lon, lat }): LngLat => [lon, lat]);
}

const pathOf = ([lng, lat]: LngLat, on: string): string =>
  `/api/v1/lookup?lon=${lng.toFixed(7)}&lat=${lat.toFixed(7)}&on=${on}`;

async function ratioToSql(stage: LookupStage, points: readonly LngLat[]): Promise<BenchRow> {
  const what = 'full answer p50 at 1 connection ÷ its own SQL in pgbench, same points';
  const folder = mkdtempSync(join(tmpdir(), 'omod-pgbench-'));
  try {
    await run('pgbench', ['--version']).catch(() => {
      throw new Error('pgbench is not installed (Debian: postgresql-contrib)');
    });
    const lacking = missingTool('wrk', 'wrk');
    if (lacking !== undefined) throw new Error(lacking);
    await httpMedian(stage, points);
    const ratios: number[] = [];
    const httpTimes: number[] = [];
    const register = await registerState(stage);
    for (let round = 0; round < ROUNDS; round += 1) {
      const sqlMs = await pgbenchMedian(stage, points, folder, register);
      const httpMs = await httpMedian(stage, points);
      ratios.push(httpMs / sqlMs);
      httpTimes.push(httpMs);
    }
    const note = `HTTP ${median(httpTimes).toFixed(2)} ms; ratios ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}`;
    return atMost(2.5, { id: 'L1', what, figure: median(ratios), unit: '×', note });
  } catch (error) {
    return unmeasured('L1', what, '≤ 2.5 ×', error instanceof Error ? error.message : String(error));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Median at one kept connection. Both sides have a client in C, so that neither pays for its own. */
const httpMedian = ({ origin, on }: LookupStage, points: readonly LngLat[]): Promise<number> =>
  medianLatency({
    origin,
    paths: points.map((point) => pathOf(point, on)),
    connections: 1,
    seconds: SECONDS,
  });

/** What the product knows of the register after its first answer, and asks with. */
async function registerState({ sql, bbox: [west, south], on }: LookupStage): Promise<string> {
  const [row] = await sql<{ state: string }[]>`
    select fact->>'state' as state
    from facts_at_point(${west}, ${south}, ${on}::date, null, 5, 60, 25, 100)
    where kind = 'register'`;
  if (row === undefined) throw new Error('facts_at_point told no register');
  return row.state;
}

/** Median latency of the facts function as pgbench sees it, prepared, one client, milliseconds. */
async function pgbenchMedian(
  { databaseUrl, on }: LookupStage,
  points: readonly LngLat[],
  folder: string,
  register: string,
): Promise<number> {
  const script = join(folder, 'lookup.sql');
  const values = points.map(([lng, lat], index) => `(${index}, ${lng}, ${lat})`);
  writeFileSync(
    join(folder, 'points.sql'),
    `drop table if exists bench_point; create unlogged table bench_point (i int primary key, lon float8, lat float8); insert into bench_point values ${values.join(', ')}; analyze bench_point;`,
  );
  await run('psql', ['-q', '-v', 'ON_ERROR_STOP=1', '-d', databaseUrl, '-f', join(folder, 'points.sql')]);
  writeFileSync(
    script,
    `\\set i random(0, ${points.length - 1})\nselect f.kind, f.fact::text from bench_point p, lateral facts_at_point(p.lon, p.lat, '${on}'::date, null, 5, 60, 25, 100, '${register}') f where p.i = :i;\n`,
  );
  const log = join(folder, 'log');
  await run(
    'pgbench',
    [
      '-n',
      '-M',
      'prepared',
      '-c',
      '1',
      '-T',
      String(SECONDS),
      '-f',
      script,
      '-l',
      `--log-prefix=${log}`,
      databaseUrl,
    ],
    { cwd: folder },
  );
  const { stdout } = await run('sh', ['-c', `cat ${log}.*; rm ${log}.*`], { maxBuffer: 1 << 27 });
  const times = stdout
    .trim()
    .split('\n')
    .map((line) => Number(line.split(' ')[2]) / 1000);
  return median(times);
}

/**
 * The pace is even, and each answer counts from the moment its request was due. autocannon's `overallRate` is no such
 * load: it sends each second's requests as fast as they are answered and then waits, so it measures saturation. The
 * maximum is found by the same client: it shares the machine, and four fifths of what a lighter one reached is too much for it.
 * What the answer's own SQL does under the same load, with nothing of the product around it, stands in the note.
 */
async function tailUnderLoad(stage: LookupStage, points: readonly LngLat[]): Promise<BenchRow> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const { origin, on } = stage;
  const answers = asksOver(
    agent,
    points.map((point) => origin + pathOf(point, on)),
  );
  // As many sessions as the product answers points on.
  const sessions = openDatabase(stage.databaseUrl, { maxConnections: availableParallelism() });
  const register = await registerState(stage);
  const statements = points.map(([lng, lat]) => async (): Promise<void> => {
    await sessions`
      select kind, fact::text
      from facts_at_point(${lng}, ${lat}, ${on}::date, null, 5, 60, 25, 100, ${register})`;
  });
  try {
    const tails: Tail[] = [];
    const bare: Tail[] = [];
    for (let round = 0; round < 3; round += 1) {
      tails.push(await tailOf(answers));
      bare.push(await tailOf(statements));
    }
    return atMost(15, {
      id: 'L3',
      what: 'full answer p99 at 80 % of the closed-loop maximum, evenly paced',
      figure: median(tails.map(({ p99 }) => p99)),
      unit: 'ms',
      note: `${inWords(tails)}; its SQL alone in the same way ${inWords(bare)}; client, server and database share the machine`,
    });
  } finally {
    agent.destroy();
    await sessions.end();
  }
}

interface Tail {
  readonly p99: number;
  readonly perSecond: number;
}

const inWords = (tails: readonly Tail[]): string =>
  tails.map(({ p99, perSecond }) => `${p99.toFixed(1)} ms at ${perSecond}/s`).join(', ');

async function tailOf(asks: readonly (() => Promise<void>)[]): Promise<Tail> {
  const most = await mostPerSecond({ asks, askers: 8, seconds: SECONDS });
  const perSecond = Math.max(1, Math.floor(most * 0.8));
  return { p99: percentile(await askAtPace({ asks, perSecond, seconds: SECONDS * 2 }), 0.99), perSecond };
}
