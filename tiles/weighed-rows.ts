import { type WeightedPath, weighVertices } from './generalise.ts';
import { type GridPath, readGridPaths } from './read-geometry.ts';

interface Shaped {
  readonly wkb: Buffer;
}

const grids = new WeakMap<Buffer, { readonly zoom: number; readonly paths: readonly GridPath[] }>();
const layers = new WeakMap<
  readonly Shaped[],
  { readonly zoom: number; readonly paths: readonly (readonly WeightedPath[])[] }
>();

/** The paths of a row on the grid of a zoom, read once as long as the row lives. */
export function gridPathsOf({ wkb }: Shaped, zoom: number): readonly GridPath[] {
  const kept = grids.get(wkb);
  if (kept?.zoom === zoom) return kept.paths;
  const paths = readGridPaths(wkb, zoom);
  grids.set(wkb, { zoom, paths });
  return paths;
}

/**
 * The paths of all rows of a layer with the weights of their vertices, made once as long as the list of rows lives: which
 * tiles are touched and what is in them are asked one after the other.
 * @param isRing polygons; otherwise lines
 */
export function weighRows(
  rows: readonly Shaped[],
  zoom: number,
  isRing: boolean,
): readonly (readonly WeightedPath[])[] {
  const kept = layers.get(rows);
  if (kept?.zoom === zoom) return kept.paths;
  const paths = weighVertices(
    rows.map((row) => gridPathsOf(row, zoom)),
    isRing,
  );
  layers.set(rows, { zoom, paths });
  return paths;
}
