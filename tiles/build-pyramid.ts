import { clipLine, clipRing, rangeOf, type UnitPath } from './clip.ts';
import { compressTile } from './compress-tile.ts';
import { TileEncoder, type TilePath, twiceArea } from './encode-tile.ts';
import type { WeightedPath } from './generalise.ts';
import { GroundGrain } from './ground-grain.ts';
import type { TileLayerSpec } from './layers/index.ts';
import { TILE_BUFFER, TILE_EXTENT, tileIndex } from './tile-grid.ts';
import { boxOf, type GridBox, type TouchedTiles } from './touched-tiles.ts';
import { gridPathsOf, weighRows } from './weighed-rows.ts';

/** One row as the database gives it. */
export interface TileRow {
  /** Number of the feature within its version; becomes the feature id in the tile. */
  readonly id: number;
  /** Tag values in the order of the layer's fields; null leaves the tag out. */
  readonly values: readonly (string | null)[];
  /** Little-endian WKB, longitude and latitude in WGS 84. */
  readonly wkb: Buffer;
}

export interface PyramidTile {
  readonly zoom: number;
  readonly column: number;
  readonly row: number;
  /** Gzip bytes, ready to be sent. */
  readonly bytes: Buffer;
  /** Features left out because the tile would have been over its byte budget. */
  readonly omitted: number;
}

interface Feature {
  readonly id: number;
  readonly values: readonly (string | null)[];
  readonly paths: readonly WeightedPath[];
  /** On the grid of the deepest zoom; undefined when nothing is left on it. */
  readonly box: GridBox | undefined;
}

/**
 * Cuts all features of a version into gzipped vector tiles, zoom by zoom. Nothing here waits or draws lots:
 * the same rows in the same order give the same bytes.
 *
 * Why the cutter is our own: DECISIONS.md, "Tiles are cut in process".
 *
 * @param within a second layer that lies in the same tiles, wherever the first has one
 * @param wanted the tiles that are made; all of them when left out. A tile is the same whichever others are made
 */
export function* buildPyramid(
  spec: TileLayerSpec,
  rows: readonly TileRow[],
  within?: LayerWithin,
  wanted?: TouchedTiles,
): Generator<PyramidTile> {
  const features = featuresOf(spec, rows);
  // On the grid of the tiles that it lies in.
  const inner = within && { ...within.spec, maxZoom: spec.maxZoom };
  const innerFeatures = inner === undefined ? [] : featuresOf(inner, within?.rows ?? []);
  const keys = spec.fields.map((field) => field.name);
  for (let zoom = spec.minZoom; zoom <= spec.maxZoom; zoom++) {
    const columns = 2 ** zoom;
    const beside =
      inner !== undefined && zoom >= inner.minZoom
        ? encodeZoom(inner, innerFeatures, zoom, wanted)
        : undefined;
    for (const [address, encoder] of encodeZoom(spec, features, zoom, wanted)) {
      if (encoder.featureCount === 0) continue;
      const innerBytes = inner && beside?.get(address)?.finish(inner.name, namesOf(inner));
      const { bytes, omitted } = compressTile(encoder, spec.name, keys, spec.byteBudget(zoom), innerBytes);
      yield { zoom, column: address % columns, row: Math.floor(address / columns), bytes, omitted };
    }
  }
}

/** A second layer in the tiles of a first. */
export interface LayerWithin {
  readonly spec: TileLayerSpec;
  readonly rows: readonly TileRow[];
}

const namesOf = (spec: TileLayerSpec): string[] => spec.fields.map((field) => field.name);

function featuresOf(spec: TileLayerSpec, rows: readonly TileRow[]): Feature[] {
  const weighted =
    spec.geometry === 'point'
      ? rows.map((row) =>
          gridPathsOf(row, spec.maxZoom).map((path) => ({ ...path, weights: new Float64Array(1) })),
        )
      : weighRows(rows, spec.maxZoom, spec.geometry === 'polygon');
  return rows.map((row, i) => {
    const paths = weighted[i] ?? [];
    return { id: row.id, values: row.values, paths, box: boxOf(paths) };
  });
}

/** All tiles of a zoom by their address: row by row, from the north-west. */
function encodeZoom(
  spec: TileLayerSpec,
  features: readonly Feature[],
  zoom: number,
  wanted: TouchedTiles | undefined,
): Map<number, TileEncoder> {
  const encoders = new Map<number, TileEncoder>();
  const columns = 2 ** zoom;
  const isWanted = (column: number, row: number): boolean =>
    wanted === undefined || wanted.has(zoom, row * columns + column);
  const encoderAt = (column: number, row: number): TileEncoder => {
    const address = row * columns + column;
    let encoder = encoders.get(address);
    if (encoder === undefined) {
      encoder = new TileEncoder(column, row, zoom < spec.apartFrom);
      encoders.set(address, encoder);
    }
    return encoder;
  };
  const grain = spec.fillsTheGround && spec.smallestArea(zoom) > 0 ? new GroundGrain() : undefined;
  for (const feature of features) {
    if (spec.firstZoom !== undefined && spec.firstZoom(feature.values) > zoom) continue;
    if (feature.box === undefined || wanted?.meets(feature.box, zoom) === false) continue;
    const tags = tagsAt(spec, feature.values, zoom);
    if (spec.geometry === 'point') {
      for (const { xy } of feature.paths) {
        const point = [
          (xy[0] as number) >> (spec.maxZoom - zoom),
          (xy[1] as number) >> (spec.maxZoom - zoom),
        ] as const;
        const [column, row] = [tileIndex(point[0]), tileIndex(point[1])];
        if (isWanted(column, row)) encoderAt(column, row).addPoint(feature.id, tags, point);
      }
      continue;
    }
    const paths = generalise(spec, feature.paths, zoom, (shell) =>
      grain?.add(tags, shell, spec.maxZoom - zoom),
    );
    for (const [column, row, cut] of cutIntoTiles(paths, spec.geometry === 'polygon', isWanted)) {
      if (column < 0 || row < 0 || column >= columns || row >= columns) continue;
      const encoder = encoderAt(column, row);
      if (spec.geometry === 'polygon') encoder.addPolygon(feature.id, tags, cut);
      else encoder.addLines(feature.id, tags, cut);
    }
  }
  grain?.drawInto((column, row) => (isWanted(column, row) ? encoderAt(column, row) : undefined));
  return encoders;
}

function tagsAt(
  spec: TileLayerSpec,
  values: readonly (string | null)[],
  zoom: number,
): (readonly [key: number, value: string])[] {
  const tags: (readonly [number, string])[] = [];
  for (const [key, field] of spec.fields.entries()) {
    const value = values[key];
    if (zoom >= field.fromZoom && value !== null && value !== undefined) tags.push([key, value]);
  }
  return tags;
}

interface UnitRing {
  readonly xy: UnitPath;
  readonly isHole: boolean;
}

/**
 * Drops light vertices and small rings, and rounds to the units of the zoom.
 * @param onDropped told of each shell that is too small to be drawn
 */
function generalise(
  spec: TileLayerSpec,
  paths: readonly WeightedPath[],
  zoom: number,
  onDropped: (shell: WeightedPath) => void,
): UnitRing[] {
  const shift = spec.maxZoom - zoom;
  const half = shift === 0 ? 0 : 1 << (shift - 1);
  const limit = spec.tolerance(zoom) * 2 ** shift;
  const smallest = spec.smallestArea(zoom) * 2;
  const isRing = spec.geometry === 'polygon';
  const kept: UnitRing[] = [];
  let shellKept = true;
  for (const path of paths) {
    const { xy, weights, isHole } = path;
    if (isHole && !shellKept) continue;
    const units: UnitPath = [];
    for (let i = 0; i < weights.length; i++) {
      if ((weights[i] as number) <= limit) continue;
      const x = ((xy[2 * i] as number) + half) >> shift;
      const y = ((xy[2 * i + 1] as number) + half) >> shift;
      const last = units.length;
      if (last > 0 && units[last - 2] === x && units[last - 1] === y) continue;
      units.push(x, y);
    }
    if (!isRing) {
      if (units.length >= 4) kept.push({ xy: units, isHole });
      continue;
    }
    while (units.length > 2 && units[0] === units.at(-2) && units[1] === units.at(-1)) units.length -= 2;
    const area = units.length < 6 ? 0 : Math.abs(twiceArea(units));
    const isDrawn = area > 0 && area >= smallest;
    if (!isHole) shellKept = isDrawn;
    if (isDrawn) kept.push({ xy: units, isHole });
    else if (!isHole) onDropped(path);
  }
  return kept;
}

/** Cuts the paths of one feature by columns, then by rows; most small features fall into one tile and are not cut. */
function* cutIntoTiles(
  paths: readonly UnitRing[],
  isRing: boolean,
  isWanted: (column: number, row: number) => boolean,
): Generator<readonly [column: number, row: number, cut: readonly TilePath[]]> {
  if (paths.length === 0) return;
  const [west, east] = tileRange(paths, 0);
  for (let column = west; column <= east; column++) {
    const strip = west === east ? paths : cutStrip(paths, isRing, 0, column);
    if (strip.length === 0) continue;
    const [north, south] = tileRange(strip, 1);
    for (let row = north; row <= south; row++) {
      if (!isWanted(column, row)) continue;
      const cut = north === south ? strip : cutStrip(strip, isRing, 1, row);
      if (cut.length > 0) yield [column, row, cut];
    }
  }
}

/** First and last column (or row) whose tile, with its buffer, a set of paths touches. */
function tileRange(paths: readonly UnitRing[], axis: 0 | 1): [first: number, last: number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const { xy } of paths) {
    const [low, high] = rangeOf(xy, axis);
    if (low < least) least = low;
    if (high > most) most = high;
  }
  return [tileIndex(least - TILE_BUFFER), tileIndex(most + TILE_BUFFER)];
}

function cutStrip(paths: readonly UnitRing[], isRing: boolean, axis: 0 | 1, index: number): UnitRing[] {
  const low = index * TILE_EXTENT - TILE_BUFFER;
  const high = (index + 1) * TILE_EXTENT + TILE_BUFFER;
  const cut: UnitRing[] = [];
  let shellKept = true;
  for (const { xy, isHole } of paths) {
    if (!isRing) {
      for (const piece of clipLine(xy, axis, low, high)) cut.push({ xy: piece, isHole });
      continue;
    }
    if (isHole && !shellKept) continue;
    const ring = clipRing(xy, axis, low, high);
    const isLeft = ring.length >= 6;
    if (!isHole) shellKept = isLeft;
    if (isLeft) cut.push({ xy: ring, isHole });
  }
  return cut;
}
