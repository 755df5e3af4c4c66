import type { TileAddress } from '#domain/geo/tile-address';
import type { ArchiveHeader } from '../../../tiles/archive/header.ts';
import { gridX, gridY, TILE_BUFFER, TILE_EXTENT, worldUnits } from '../../../tiles/tile-grid.ts';

/** True when a tile, with its buffer, touches the box of the archive at a zoom that the archive holds. */
export function isInside(
  { minZoom, maxZoom, bounds }: ArchiveHeader,
  { zoom, column, row }: TileAddress,
): boolean {
  if (zoom < minZoom || zoom > maxZoom) return false;
  const [west, south, east, north] = bounds;
  const world = worldUnits(zoom);
  const left = column * TILE_EXTENT - TILE_BUFFER;
  const top = row * TILE_EXTENT - TILE_BUFFER;
  const side = TILE_EXTENT + 2 * TILE_BUFFER;
  return (
    gridX(east, world) >= left &&
    gridX(west, world) <= left + side &&
    gridY(south, world) >= top &&
    gridY(north, world) <= top + side
  );
}
