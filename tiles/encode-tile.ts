import { ByteWriter, MOVE_TO_ONE, type Point, varintLength, zigzag } from './byte-writer.ts';
import { TILE_BUFFER, TILE_EXTENT } from './tile-grid.ts';

/** A path of one feature inside one tile, in whole units from the tile's north-western corner of the world grid. */
export interface TilePath {
  readonly xy: readonly number[];
  readonly isHole: boolean;
}

/**
 * A feature before it is written, so that several can be put one behind the other. Its bytes lie in the encoder's store:
 * its tags, then its geometry commands behind the first point, whose steps are relative. A tile has thousands of
 * features, and an array for each of them is what a build would spend its time on.
 */
interface Piece {
  readonly id: number;
  readonly tagsAt: number;
  readonly restAt: number;
  readonly end: number;
  readonly type: number;
  /** Area in square units doubled, or the number of coordinates of lines. */
  readonly size: number;
  readonly first: Point;
  readonly last: Point;
  /** Drawn over all that is not on top. */
  readonly isOnTop: boolean;
}

const POLYGON_TYPE = 3;
const POINT_TYPE = 1;
const LINE_TYPE = 2;

/**
 * Writes the one layer of one tile as the Mapbox Vector Tile format 2.1 asks: rings wound by role, zero-area rings left
 * out, keys and values once. Features stay apart until `finish`, so that the smallest can be left out whole.
 * @source https://github.com/mapbox/vector-tile-spec/tree/master/2.1
 */
export class TileEncoder {
  readonly #originX: number;
  readonly #originY: number;
  readonly #values = new Map<string, number>();
  readonly #pieces: Piece[] = [];
  readonly #store = new ByteWriter(1024);
  readonly #merges: boolean;

  /**
   * @param merges features with the same tags become one without an id: the same rings with less around them, a quarter
   *   of the bytes in the middle zooms (measured 2026-11-29)
   */
  constructor(column: number, row: number, merges = false) {
    this.#originX = column * TILE_EXTENT;
    this.#originY = row * TILE_EXTENT;
    this.#merges = merges;
  }

  /** Features added, each counted by itself. */
  get featureCount(): number {
    return this.#pieces.length;
  }

  /**
   * Adds a polygon with its holes; a shell that has no area left is skipped with its holes.
   * @param tags pairs of key number and value
   * @param isOnTop written behind all others, which a map draws over them
   */
  addPolygon(
    id: number,
    tags: readonly (readonly [key: number, value: string])[],
    rings: readonly TilePath[],
    isOnTop = false,
  ): void {
    scratch.reset();
    let area = 0;
    let hasShell = false;
    for (const { xy: given, isHole } of rings) {
      if (isHole && !hasShell) continue;
      const xy = straighten(given);
      const twice = twiceArea(xy);
      if (!isHole) hasShell = twice !== 0;
      if (twice === 0) continue;
      area += isHole ? 0 : Math.abs(twice);
      this.#writePath(xy, twice > 0 !== isHole, true);
    }
    this.#close(id, tags, POLYGON_TYPE, area, isOnTop);
  }

  addLines(
    id: number,
    tags: readonly (readonly [key: number, value: string])[],
    lines: readonly TilePath[],
  ): void {
    scratch.reset();
    let length = 0;
    for (const { xy } of lines) {
      length += xy.length;
      this.#writePath(xy, true, false);
    }
    this.#close(id, tags, LINE_TYPE, length);
  }

  addPoint(
    id: number,
    tags: readonly (readonly [key: number, value: string])[],
    [x, y]: readonly [x: number, y: number],
  ): void {
    scratch.reset();
    scratch.varint(MOVE_TO_ONE);
    scratch.moveTo(x - this.#originX, y - this.#originY);
    this.#close(id, tags, POINT_TYPE, 1);
  }

  /**
   * @param share part of the features to keep, by size, the largest first; 1 keeps all. Their order does not change.
   * @returns the tile's bytes, not yet compressed; empty when it holds no feature
   */
  finish(layerName: string, keys: readonly string[], share = 1): Uint8Array {
    const keep = Math.ceil(this.#pieces.length * share);
    if (keep === 0) return new Uint8Array(0);
    const chosen = share < 1 ? this.#largest(keep) : this.#pieces;
    const kept = [...chosen.filter((piece) => !piece.isOnTop), ...chosen.filter((piece) => piece.isOnTop)];
    const store = this.#store.buffer;
    const groups = this.#merges ? groupByTags(kept, store) : kept.map((piece) => [piece]);
    const body = new ByteWriter(1024);
    body.field(15, 2);
    body.text(1, layerName);
    for (const pieces of groups) writeFeature(body, pieces, store, this.#merges);
    for (const key of keys) body.text(3, key);
    for (const value of this.#values.keys()) {
      const text = utf8.encode(value);
      body.varint((4 << 3) | 2);
      body.varint(text.length + varintLength(text.length) + 1);
      body.bytes(1, text, text.length);
    }
    body.field(5, TILE_EXTENT);
    const tile = new ByteWriter(body.length + 8);
    tile.bytes(3, body.buffer, body.length);
    return tile.buffer.subarray(0, tile.length);
  }

  #largest(count: number): Piece[] {
    const bySize = this.#pieces
      .map((_, i) => i)
      .sort((a, b) => (this.#pieces[b] as Piece).size - (this.#pieces[a] as Piece).size);
    const chosen = bySize.slice(0, count).sort((a, b) => a - b);
    return chosen.map((i) => this.#pieces[i] as Piece);
  }

  #writePath(xy: readonly number[], forward: boolean, closes: boolean): void {
    const count = xy.length / 2;
    scratch.varint(MOVE_TO_ONE);
    for (let n = 0; n < count; n++) {
      // A ring that winds the wrong way is walked backwards.
      const i = forward ? 2 * n : 2 * (count - 1 - n);
      scratch.moveTo((xy[i] as number) - this.#originX, (xy[i + 1] as number) - this.#originY);
      if (n === 0) scratch.varint(((count - 1) << 3) | 2);
    }
    if (closes) scratch.varint((1 << 3) | 7);
  }

  #close(
    id: number,
    tags: readonly (readonly [key: number, value: string])[],
    type: number,
    size: number,
    isOnTop = false,
  ): void {
    if (scratch.length === 0) return;
    const store = this.#store;
    const tagsAt = store.length;
    for (const [key, value] of tags) {
      store.varint(key);
      store.varint(this.#valueNumber(value));
    }
    const { first, last, restAt: from } = scratch.path();
    const restAt = store.length;
    store.append(scratch.buffer, from, scratch.length);
    this.#pieces.push({ id, tagsAt, restAt, end: store.length, type, size, isOnTop, first, last });
  }

  #valueNumber(value: string): number {
    const known = this.#values.get(value);
    if (known !== undefined) return known;
    this.#values.set(value, this.#values.size);
    return this.#values.size - 1;
  }
}

/** Pieces with the same tags together, in the order in which the tags come first; within a group near ones side by side. */
function groupByTags(pieces: readonly Piece[], store: Uint8Array): Piece[][] {
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const key = `${piece.isOnTop} ${piece.type} ${store.subarray(piece.tagsAt, piece.restAt).join()}`;
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [piece]);
    else same.push(piece);
  }
  return [...groups.values()].map((group) =>
    group
      .map((piece) => ({ piece, place: alongTheCurve(piece.first) }))
      .sort((a, b) => a.place - b.place)
      .map(({ piece }) => piece),
  );
}

/** Number of a point on the Z-order curve: its bits taken in turn, so that near points have near numbers. */
function alongTheCurve([x, y]: Point): number {
  let place = 0;
  for (let bit = CURVE_BITS; bit >= 0; bit--)
    place = place * 4 + (((x + TILE_BUFFER) >> bit) & 1) * 2 + (((y + TILE_BUFFER) >> bit) & 1);
  return place;
}

/** Highest bit of a coordinate within a tile and its buffer. */
const CURVE_BITS = 12;

/** One feature message; the pieces have the same tags, each one's first step starts where the one before ended. */
function writeFeature(
  body: ByteWriter,
  pieces: readonly Piece[],
  store: Uint8Array,
  isMerged: boolean,
): void {
  const [piece] = pieces;
  if (piece === undefined) return;
  const { id, type, tagsAt, restAt } = piece;
  const tagLength = restAt - tagsAt;
  const geometryLength = lengthOfPaths(pieces);
  body.varint((2 << 3) | 2);
  body.varint(
    (isMerged ? 0 : 1 + varintLength(id)) +
      (tagLength === 0 ? 0 : 1 + varintLength(tagLength) + tagLength) +
      1 +
      varintLength(type) +
      1 +
      varintLength(geometryLength) +
      geometryLength,
  );
  if (!isMerged) body.field(1, id);
  if (tagLength > 0) {
    body.varint((2 << 3) | 2);
    body.varint(tagLength);
    body.append(store, tagsAt, restAt);
  }
  body.field(3, type);
  body.varint((4 << 3) | 2);
  body.varint(geometryLength);
  body.startAtCorner();
  for (const { first, last, restAt, end } of pieces) body.appendPath(first, last, store, restAt, end);
}

/** Bytes that `appendPath` will write for these, from the corner of the tile on. */
function lengthOfPaths(pieces: readonly Piece[]): number {
  let [x, y, length] = [0, 0, 0];
  for (const { first, last, restAt, end } of pieces) {
    length += 1 + varintLength(zigzag(first[0] - x)) + varintLength(zigzag(first[1] - y)) + end - restAt;
    [x, y] = last;
  }
  return length;
}

/** Takes out the points of a ring that lie on the straight line between their neighbours, and repeated points. */
function straighten(ring: readonly number[]): readonly number[] {
  const kept: number[] = [];
  const drop = (x: number, y: number): void => {
    for (let n = kept.length; n >= 4; n = kept.length) {
      const bx = kept[n - 2] as number;
      const by = kept[n - 1] as number;
      const ax = kept[n - 4] as number;
      const ay = kept[n - 3] as number;
      if ((bx - ax) * (y - by) !== (by - ay) * (x - bx)) return;
      kept.length = n - 2;
    }
  };
  for (let i = 0; i < ring.length; i += 2) {
    drop(ring[i] as number, ring[i + 1] as number);
    kept.push(ring[i] as number, ring[i + 1] as number);
  }
  if (kept.length < 6) return [];
  drop(kept[0] as number, kept[1] as number);
  return kept;
}

/** Twice the signed area; positive when the ring runs clockwise on a screen, whose y grows downwards. */
export function twiceArea(xy: ArrayLike<number>): number {
  const x0 = xy[0] as number;
  const y0 = xy[1] as number;
  let sum = 0;
  for (let i = 2; i + 3 < xy.length; i += 2) {
    sum +=
      ((xy[i] as number) - x0) * ((xy[i + 3] as number) - y0) -
      ((xy[i + 2] as number) - x0) * ((xy[i + 1] as number) - y0);
  }
  return sum;
}

const utf8 = new TextEncoder();

/** Geometry commands of the feature being written; one at a time, since encoding never waits. */
const scratch = new ByteWriter(1 << 16);
