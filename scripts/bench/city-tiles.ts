import { loadDemo } from '../../server/features/demo/index.ts';
import { readTileRows } from '../../server/features/publish/queries.ts';
import { openArchive } from '../../tiles/archive/read.ts';
import { buildArchive } from '../../tiles/build-archive.ts';
import { type DrawnKind, tileLayerOf } from '../../tiles/layers/index.ts';
import { atMost, type BenchRow, median } from './row.ts';
import type { Stage } from './stage.ts';

const ROUNDS = 3;

/** The demo city: processor time of its zones and parcels, from the database to the archives, and bytes of its zones. */
export async function measureCityTiles(stage: Stage): Promise<BenchRow[]> {
  const { zoneCount, parcelCount } = await loadDemo({ deps: stage.deps });
  const layers = await stage.deps.sql<{ layerId: string; kind: DrawnKind; versionId: string }[]>`
    select l.layer_id as "layerId", l.kind, v.version_id as "versionId"
    from layer l join layer_version v using (layer_id)
    where l.kind in ('zones', 'parcel') and l.layer_id <> ${stage.layerId}`;
  const seconds: number[] = [];
  let zones: Buffer = Buffer.alloc(0);
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    for (const { layerId, kind, versionId } of layers) {
      const rows = await readTileRows(stage.deps.sql, kind, versionId);
      const { bytes } = buildArchive(tileLayerOf(kind), rows, {
        layerId,
        versionId,
        title: kind,
        isDemo: true,
      });
      if (kind === 'zones') zones = bytes;
    }
    const { user, system } = process.cpuUsage(before);
    seconds.push((user + system) / 1e6);
  }
  const { middleMean, largestFrom14, largestBelow14 } = sizesOf(zones);
  const kilobytes = { unit: 'kB' };
  return [
    atMost(5, {
      id: 'city-pyramids',
      what: 'demo city, zones and parcels, database to archives, processor time',
      figure: median(seconds),
      unit: 's',
      note: `${zoneCount} zones, ${parcelCount} parcels`,
    }),
    atMost(8, {
      id: 'city-tile-mean',
      what: 'demo city, zone tile z12–14, mean, gzip',
      figure: middleMean,
      ...kilobytes,
    }),
    atMost(50, {
      id: 'city-tile-largest',
      what: 'demo city, zone tile from z14, largest, gzip',
      figure: largestFrom14,
      ...kilobytes,
    }),
    atMost(100, {
      id: 'city-tile-low',
      what: 'demo city, zone tile below z14, largest, gzip',
      figure: largestBelow14,
      ...kilobytes,
    }),
  ];
}

/** Kilobytes; each addressed tile counts, equal ones as often as they are shown. */
function sizesOf(bytes: Buffer): { middleMean: number; largestFrom14: number; largestBelow14: number } {
  const archive = openArchive({
    size: bytes.length,
    slice: (offset, length) => bytes.subarray(offset, offset + length),
  });
  const firstIdOf = (zoom: number): number => (4 ** zoom - 1) / 3;
  const sizes = [...archive.runs()].flatMap((run) =>
    Array.from({ length: run.runLength }, (_, i) => ({ id: run.tileId + i, kilobytes: run.length / 1000 })),
  );
  const between = (from: number, to: number): number[] =>
    sizes.filter(({ id }) => id >= firstIdOf(from) && id < firstIdOf(to + 1)).map((size) => size.kilobytes);
  const middle = between(12, 14);
  return {
    middleMean: middle.reduce((sum, size) => sum + size, 0) / middle.length,
    largestFrom14: Math.max(...between(14, 18)),
    largestBelow14: Math.max(...between(0, 13)),
  };
}
