import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveFileName } from '../../tiles/archive/archive-file.ts';
import { openArchive } from '../../tiles/archive/read.ts';
import { gridX, gridY, tileIndex, worldUnits } from '../../tiles/tile-grid.ts';
import type { Stage } from './stage.ts';

export interface ListedTile {
  readonly zoom: number;
  readonly path: string;
  /** Gzip bytes. */
  readonly bytes: Buffer;
}

/** Every tile of the stage's archive, found as a client finds them: by walking the box of the layer. */
export function listTiles(stage: Stage): ListedTile[] {
  const file = readFileSync(join(stage.deps.tilesDirectory, archiveFileName(stage.versionId)));
  const archive = openArchive({
    size: file.length,
    slice: (offset, length) => file.subarray(offset, offset + length),
  });
  const { minZoom, maxZoom, bounds } = archive.header;
  const [west, south, east, north] = bounds;
  const tiles: ListedTile[] = [];
  for (let zoom = minZoom; zoom <= maxZoom; zoom++) {
    const world = worldUnits(zoom);
    for (let column = tileIndex(gridX(west, world)); column <= tileIndex(gridX(east, world)); column++) {
      for (let row = tileIndex(gridY(north, world)); row <= tileIndex(gridY(south, world)); row++) {
        const bytes = archive.tile(zoom, column, row);
        const path = `/tiles/${stage.layerId}/${stage.versionId}/${zoom}/${column}/${row}.mvt`;
        if (bytes !== undefined) tiles.push({ zoom, path, bytes });
      }
    }
  }
  return tiles;
}
