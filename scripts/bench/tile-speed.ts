import { startBareNode } from './bare-node-process.ts';
import { missingTool } from './find-tool.ts';
import { startNginx } from './nginx-process.ts';
import type { ProductProcess } from './product-process.ts';
import { atLeast, type BenchRow, median, unmeasured } from './row.ts';
import type { Stage } from './stage.ts';
import { listTiles } from './tile-list.ts';
import { requestsPerSecond } from './wrk.ts';

const CONNECTIONS = 32;
const ROUNDS = 7;
const SECONDS = 2;
const GOAL = 0.45;
/** Zoom of the tiles that are sent: 87 of them, 6 kB in the mean. */
const ZOOM = 14;

const what = `cached tile at ${CONNECTIONS} connections, whole chain, against nginx gzip_static with one worker`;
const whatUnchanged = 'unchanged tile (304) against the same tile sent whole';

/**
 * The note says what a server on Node's own HTTP reaches that does nothing but send the same answers: no program on it
 * can be quicker.
 * Rounds A-B-C-D one after the other, so that what else the machine does meets all of them; ratios of each round.
 */
export async function measureTileSpeed(stage: Stage, product: ProductProcess): Promise<BenchRow[]> {
  const lacking = missingTool('nginx', 'nginx-light') ?? missingTool('wrk', 'wrk');
  if (lacking !== undefined) {
    return [
      unmeasured('tile-cached', what, `≥ ${GOAL}`, lacking),
      unmeasured('tile-304', whatUnchanged, '≥ 1', lacking),
    ];
  }
  const tiles = listTiles(stage).filter((tile) => tile.zoom === ZOOM);
  const paths = tiles.map((tile) => tile.path);
  const load = { paths, connections: CONNECTIONS, seconds: SECONDS };
  const nginx = await startNginx(tiles);
  const bare = await startBareNode(tiles, await headersOf(product.origin + paths[0]));
  const ratios: number[] = [];
  const bareRatios: number[] = [];
  const unchanged: number[] = [];
  const speeds: number[] = [];
  try {
    await requestsPerSecond({ ...load, origin: product.origin });
    for (let round = 0; round < ROUNDS; round++) {
      const ceiling = await requestsPerSecond({ ...load, origin: nginx.origin });
      const bareSpeed = await requestsPerSecond({ ...load, origin: bare.origin });
      const ours = await requestsPerSecond({ ...load, origin: product.origin });
      const headers = { 'If-None-Match': `W/"${stage.versionId}"` };
      const known = await requestsPerSecond({ ...load, origin: product.origin, headers });
      ratios.push(ours / ceiling);
      bareRatios.push(bareSpeed / ceiling);
      unchanged.push(known / ours);
      speeds.push(ours);
    }
  } finally {
    await Promise.all([nginx.stop(), bare.stop()]);
  }
  const spread = `${ROUNDS} rounds, ${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}; ${Math.round(median(speeds))} tiles/s; bare node:http with the same headers ${median(bareRatios).toFixed(2)}`;
  return [
    atLeast(GOAL, { id: 'tile-cached', what, figure: median(ratios), unit: '× nginx', note: spread }),
    atLeast(1, { id: 'tile-304', what: whatUnchanged, figure: median(unchanged), unit: '× the tile' }),
  ];
}

/** Node adds these itself, or each answer has its own. */
const NOT_SHARED = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding']);

/** The headers of one tile, names and values in turn. */
async function headersOf(url: string): Promise<string[]> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
  await response.arrayBuffer();
  return [...response.headers].filter(([name]) => !NOT_SHARED.has(name)).flat();
}
