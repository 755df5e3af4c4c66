import { readTileRows } from '../../server/features/publish/queries.ts';
import { buildArchive } from '../../tiles/build-archive.ts';
import { checkArchive } from '../../tiles/check-archive.ts';
import { tileLayerOf } from '../../tiles/layers/index.ts';
import { atMost, type BenchRow, median } from './row.ts';
import type { Stage } from './stage.ts';
import { listTiles } from './tile-list.ts';

const ROUNDS = 5;

/** Seconds of one core from the rows in the database to the bytes of the archive; bytes of its tiles. */
export async function measurePyramid(stage: Stage): Promise<BenchRow[]> {
  const spec = tileLayerOf('zones');
  const seconds: number[] = [];
  const withCheck: number[] = [];
  let features = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    const rows = await readTileRows(stage.deps.sql, 'zones', stage.versionId);
    const subject = { layerId: stage.layerId, versionId: stage.versionId, title: 'Chicago', isDemo: true };
    const { bytes } = buildArchive(spec, rows, subject);
    seconds.push(secondsSince(before));
    checkArchive(bytes, spec, new Set(rows.map((row) => row.id)));
    withCheck.push(secondsSince(before));
    features = rows.length;
  }
  const tiles = listTiles(stage);
  const sizeAt = (from: number, to: number): number[] =>
    tiles.filter(({ zoom }) => zoom >= from && zoom <= to).map(({ bytes }) => bytes.length);
  const middle = sizeAt(12, 14);
  const note = `${features} polygons of the Chicago fabric, ${tiles.length} tiles of zoom ${spec.minZoom}–${spec.maxZoom}; with the check of every tile ${median(withCheck).toFixed(2)} s`;
  return [
    atMost(3, {
      id: 'pyramid',
      what: 'zone pyramid, database to archive, processor time',
      figure: median(seconds),
      unit: 's',
      note,
    }),
    atMost(8, {
      id: 'tile-mean',
      what: 'zone tile of the Chicago fabric z12–14, mean, gzip',
      figure: middle.reduce((sum, size) => sum + size, 0) / middle.length / 1000,
      unit: 'kB',
    }),
    atMost(50, {
      id: 'tile-largest',
      what: 'zone tile from z14, largest, gzip',
      figure: Math.max(...sizeAt(14, 22)) / 1000,
      unit: 'kB',
    }),
    atMost(100, {
      id: 'tile-largest-low',
      what: 'zone tile below z14, largest, gzip',
      figure: Math.max(...sizeAt(0, 13)) / 1000,
      unit: 'kB',
    }),
  ];
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
