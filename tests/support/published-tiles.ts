import { publishVersion } from '../../server/features/publish/index.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { createTemporaryDatabase } from './temporary-database.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { tileDeps } from './tile-deps.ts';
import { insertZoneVersion, squareAt } from './tile-versions.ts';

export interface PublishedTiles {
  readonly deps: Deps;
  readonly databaseUrl: string;
  readonly layerId: string;
  readonly versionId: string;
  /** Path of a tile that holds a zone, and of one inside the layer's box that holds none. */
  readonly fullTile: string;
  readonly emptyTile: string;
  remove(): Promise<void>;
}

/** Two zones in opposite corners of a small box, in force since 2026-01-01, in an own database and directory. */
export async function publishTwoZones(): Promise<PublishedTiles> {
  const database = await createTemporaryDatabase();
  const folder = makeTemporaryFolder('tiles');
  const deps = tileDeps(database.sql, folder.path);
  const layerId = 'rdtr-uji';
  const versionId = await insertZoneVersion(database.sql, {
    layerId,
    zones: [
      ['R-3', squareAt(116.82, -1.28, 0.004)],
      ['K-2', squareAt(116.92, -1.2, 0.004)],
    ],
  });
  const outcome = await publishVersion(deps, {
    layerId,
    versionId,
    validFrom: '2026-01-01',
    decree: 'CONTOH Nomor 1 Tahun 2026',
  });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const root = `/tiles/${layerId}/${versionId}`;
  return {
    deps,
    databaseUrl: database.url,
    layerId,
    versionId,
    fullTile: `${root}/14/13508/8250.mvt`,
    emptyTile: `${root}/14/13511/8248.mvt`,
    async remove() {
      await database.drop();
      folder.remove();
    },
  };
}
