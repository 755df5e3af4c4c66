import { spawn } from 'node:child_process';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { childEnvironment } from '../../server/env.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import { askAtPace, asksOver } from './paced-load.ts';
import type { ProductProcess } from './product-process.ts';
import { atMost, type BenchRow, median, percentile } from './row.ts';
import type { Stage } from './stage.ts';
import { listTiles } from './tile-list.ts';

const ROUNDS = 5;
const PER_SECOND = 1000;
const SECONDS = 4;

/** Tiles at a fixed pace, with the machine to themselves and while `npm run publish` builds, in turn. */
export async function measureDuringBuild(stage: Stage, product: ProductProcess): Promise<BenchRow[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const urls = listTiles(stage).flatMap(({ zoom, path }) => (zoom === 14 ? [product.origin + path] : []));
  const load = { asks: asksOver(agent, urls), perSecond: PER_SECOND, seconds: SECONDS };
  await askAtPace({ ...load, seconds: 2 });
  const ratios: number[] = [];
  const busyTimes: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const idle = percentile(await askAtPace(load), 0.99);
    const builder = keepBuilding(stage);
    const busy = percentile(await askAtPace(load), 0.99);
    await builder.stop();
    ratios.push(busy / idle);
    busyTimes.push(busy);
  }
  agent.destroy();
  return [
    atMost(2, {
      id: 'tile-during-build',
      what: `p99 at ${PER_SECOND} tiles a second while a version is published, against idle`,
      figure: median(ratios),
      unit: '× idle',
      note: `p99 during the build ${median(busyTimes).toFixed(1)} ms; ${ROUNDS} rounds, ${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`,
    }),
  ];
}

/** Publishes one version after the other with the operator's own command; its tiles are forgotten before each turn. */
function keepBuilding(stage: Stage): { stop(): Promise<void> } {
  let isWanted = true;
  const root = findProjectRoot(import.meta.dirname);
  const environment = childEnvironment({
    DATABASE_URL: stage.databaseUrl,
    DATA_DIRECTORY: join(stage.dataDirectory, 'building'),
  });
  const turn = async (): Promise<void> => {
    while (isWanted) {
      await stage.deps.sql`delete from tile_archive`;
      // The fabric comes without rules: its gaps are accepted, as for any demonstration data.
      const order = [
        '--layer',
        stage.layerId,
        '--version',
        stage.versionId,
        '--decree',
        'CONTOH bench',
        '--accept-gaps',
      ];
      const from = nextDay();
      const child = spawn('npm', ['run', '--silent', 'publish', '--', ...order, '--from', from], {
        cwd: root,
        env: environment,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const code = await new Promise((resolve) => child.once('exit', resolve));
      if (code !== 0) throw new Error(`npm run publish ended with code ${code}: nothing was built`);
    }
  };
  const running = turn().then(
    () => undefined,
    (error: unknown) => error,
  );
  return {
    async stop() {
      isWanted = false;
      const failure = await running;
      if (failure !== undefined) throw failure;
    },
  };
}

let daysTaken = 0;

/** A day of its own for each turn of all rounds: publications stay, and the same day twice is refused. */
function nextDay(): string {
  daysTaken += 1;
  return new Date(Date.UTC(2026, 1, 1 + daysTaken)).toISOString().slice(0, 10);
}
