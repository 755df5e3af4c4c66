import type { TileRow } from './build-pyramid.ts';
import type { WeightedPath } from './generalise.ts';
import type { TileLayerSpec } from './layers/index.ts';
import { boundsOf } from './read-geometry.ts';
import { boxOf, boxOfPositions, type TouchedTiles } from './touched-tiles.ts';
import { gridPathsOf, weighRows } from './weighed-rows.ts';

/** Below it small parts are left out by their area, and an arc that changes may make a whole ring come or go. */
const LEFT_OUT_BELOW = 14;

/**
 * Adds the tiles in which a layer may look otherwise than it did: those of every feature that came, went or changed,
 * and those where a neighbour's border is generalised otherwise because of it.
 * @param grid zoom on whose grid the layer is cut
 */
export function touchChanges(
  touched: TouchedTiles,
  spec: TileLayerSpec,
  before: readonly TileRow[],
  after: readonly TileRow[],
  grid: number,
): void {
  const old = new Map(before.map((row) => [row.id, row]));
  const young = new Map(after.map((row) => [row.id, row]));
  const same = new Set<number>();
  for (const row of after) if (isSameRow(old.get(row.id), row)) same.add(row.id);
  const isOther = (row: TileRow): boolean => !same.has(row.id);
  const changed = [...before.filter(isOther), ...after.filter(isOther)];
  for (const row of changed) {
    const box = boxOf(gridPathsOf(row, grid));
    if (box !== undefined) touched.add(box, spec.minZoom, grid);
  }
  if (spec.geometry === 'point' || changed.length === 0) return;
  const beside = rowsBeside(
    changed,
    after.filter(({ id }) => same.has(id)),
  );
  const kept = new Set(beside.map(({ id }) => id));
  // Rows that stayed are the same objects in both lists, so that they are read once.
  const oldPaths = weighed(
    spec,
    before.flatMap((row) => (isOther(row) ? [row] : kept.has(row.id) ? [young.get(row.id) ?? row] : [])),
    grid,
  );
  const youngPaths = weighed(
    spec,
    after.filter((row) => isOther(row) || kept.has(row.id)),
    grid,
  );
  for (const id of kept)
    touchNeighbour(touched, spec, oldPaths.get(id) ?? [], youngPaths.get(id) ?? [], grid);
}

/** With more changes than this, whom each lies beside takes longer to find than to weigh everybody. */
const MANY_CHANGES = 400;
/** Farther apart than this no two features meet on the grid of any zoom, degrees. */
const APART_DEGREES = 1e-5;

/**
 * The rows that may share a border with a changed one. A vertex changes its weight only on an arc that such a border is part
 * of, and whether courses part at one of its vertices is told by who meets there: all of them are beside the change, too. What
 * lies farther away is weighed with neither list; an arc that would end at such a feature only runs on, and more is touched.
 */
function rowsBeside(changed: readonly TileRow[], rows: readonly TileRow[]): readonly TileRow[] {
  if (changed.length > MANY_CHANGES) return rows;
  const boxes = changed.map(({ wkb }) => boundsOf([wkb]));
  return rows.filter(({ wkb }) => {
    const [west, south, east, north] = boundsOf([wkb]);
    return boxes.some(
      (box) =>
        west <= box[2] + APART_DEGREES &&
        east >= box[0] - APART_DEGREES &&
        south <= box[3] + APART_DEGREES &&
        north >= box[1] - APART_DEGREES,
    );
  });
}

/** Whether a row says and shows the same; the order of features in a tile is that of their ids. */
function isSameRow(before: TileRow | undefined, after: TileRow): boolean {
  return (
    before !== undefined &&
    before.values.length === after.values.length &&
    before.values.every((value, i) => value === after.values[i]) &&
    before.wkb.equals(after.wkb)
  );
}

function weighed(
  spec: TileLayerSpec,
  rows: readonly TileRow[],
  grid: number,
): Map<number, readonly WeightedPath[]> {
  const paths = weighRows(rows, grid, spec.geometry === 'polygon');
  return new Map(rows.map((row, i) => [row.id, paths[i] ?? []]));
}

function touchNeighbour(
  touched: TouchedTiles,
  spec: TileLayerSpec,
  before: readonly WeightedPath[],
  after: readonly WeightedPath[],
  grid: number,
): void {
  let isOther = false;
  for (const [i, path] of after.entries()) {
    const old = (before[i] as WeightedPath).weights;
    for (const arc of otherArcs(old, path.weights)) {
      isOther = true;
      const box = boxOfPositions(path.xy, ...arc, undefined);
      if (box !== undefined) touched.add(box, Math.max(spec.minZoom, LEFT_OUT_BELOW), grid);
    }
  }
  const whole = isOther ? boxOf(after) : undefined;
  if (whole !== undefined) touched.add(whole, spec.minZoom, Math.min(LEFT_OUT_BELOW - 1, grid));
}

/**
 * Stretches of a path between two vertices that always stay, in which some vertex weighs otherwise; as positions, which
 * run on past the end of a ring.
 */
function* otherArcs(before: Float64Array, after: Float64Array): Generator<[first: number, last: number]> {
  const count = after.length;
  const isFixed = (i: number) =>
    before[i % count] === Number.POSITIVE_INFINITY && after[i % count] === Number.POSITIVE_INFINITY;
  let start = 0;
  while (start < count && !isFixed(start)) start++;
  if (start === count) {
    if (before.some((weight, i) => weight !== after[i])) yield [0, count];
    return;
  }
  let isOther = false;
  let first = start;
  for (let i = start + 1; i <= start + count; i++) {
    if (isFixed(i)) {
      if (isOther) yield [first, i];
      first = i;
      isOther = false;
    } else if (before[i % count] !== after[i % count]) isOther = true;
  }
}
