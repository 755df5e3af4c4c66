import type { GridPath } from './read-geometry.ts';

/** Weight of a vertex that must never go: an end, or a point where neighbours part. */
const KEEP = Number.POSITIVE_INFINITY;
const UNSEEN = -1;

/** Paths of a whole layer with, for each vertex, the distance in grid units that its removal would move the line. */
export interface WeightedPath extends GridPath {
  readonly weights: Float64Array;
}

/**
 * Weighs every vertex once for all zooms (Douglas–Peucker, Ramer 1972), over the arcs that neighbours share:
 * a ring is cut where its course and that of a neighbour part, and an arc is weighed once, whoever runs along it.
 * Dropping vertices by weight therefore moves both sides of a shared border alike and opens no sliver.
 * @param layer all features of the layer, each a list of paths on one grid
 * @param isRing polygons' rings are closed; lines are kept at both ends
 */
export function weighVertices(
  layer: readonly (readonly GridPath[])[],
  isRing: boolean,
): readonly (readonly WeightedPath[])[] {
  const index = new VertexIndex(
    layer.reduce((n, paths) => n + paths.reduce((m, p) => m + p.xy.length / 2, 0), 0),
  );
  for (const paths of layer) for (const path of paths) index.add(path.xy, isRing);
  return layer.map((paths) =>
    paths.map(({ xy, isHole }) => ({ xy, isHole, weights: index.weighNext(xy.length / 2, isRing) })),
  );
}

/** Every distinct point of a layer: who its two neighbours are, whether courses part there, and its weight. */
class VertexIndex {
  readonly #mask: number;
  readonly #slots: Int32Array;
  readonly #x: Int32Array;
  readonly #y: Int32Array;
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  readonly #weight: Float64Array;
  /** The points of all paths one behind the other, by number, and their weights in the same order. */
  readonly #ids: Int32Array;
  readonly #weights: Float64Array;
  #size = 0;
  #added = 0;
  #weighed = 0;

  constructor(vertices: number) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(vertices, 8) * 2));
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(capacity).fill(UNSEEN);
    this.#x = new Int32Array(vertices);
    this.#y = new Int32Array(vertices);
    this.#before = new Int32Array(vertices).fill(UNSEEN);
    this.#after = new Int32Array(vertices).fill(UNSEEN);
    this.#weight = new Float64Array(vertices).fill(UNSEEN);
    this.#ids = new Int32Array(vertices);
    this.#weights = new Float64Array(vertices);
  }

  add(xy: Int32Array, isRing: boolean): void {
    const first = this.#added;
    const ids = this.#ids;
    for (let i = 0; i < xy.length; i += 2)
      ids[this.#added++] = this.#idOf(xy[i] as number, xy[i + 1] as number);
    const last = this.#added - 1;
    for (let i = first; i <= last; i++) {
      const id = ids[i] as number;
      const isEnd = !isRing && (i === first || i === last);
      if (isEnd) this.#weight[id] = KEEP;
      else
        this.#meet(id, ids[i === first ? last : i - 1] as number, ids[i === last ? first : i + 1] as number);
    }
  }

  /** Notes the neighbours of a vertex; another pair than the first one makes it a junction. */
  #meet(id: number, one: number, other: number): void {
    const before = Math.min(one, other);
    const after = Math.max(one, other);
    if (this.#before[id] === UNSEEN) {
      this.#before[id] = before;
      this.#after[id] = after;
    } else if (this.#before[id] !== before || this.#after[id] !== after) this.#weight[id] = KEEP;
  }

  /** Weights of the path that was added after the one weighed last; all are added before the first is weighed. */
  weighNext(count: number, isRing: boolean): Float64Array {
    const from = this.#weighed;
    this.#weighed += count;
    const ids = this.#ids.subarray(from, this.#weighed);
    let first = ids.findIndex((id) => this.#weight[id] === KEEP);
    if (first < 0) first = this.#anchorLoop(ids);
    // Walk from junction to junction; a ring comes back to where it began.
    for (let start = first; start < first + count; ) {
      if (!isRing && start >= count - 1) break;
      let end = start + 1;
      while (end < first + count && this.#weight[ids[end % count] as number] !== KEEP) end++;
      this.#weighArc(ids, start, end);
      start = end;
    }
    for (let i = from; i < this.#weighed; i++)
      this.#weights[i] = this.#weight[this.#ids[i] as number] as number;
    return this.#weights.subarray(from, this.#weighed);
  }

  /** A loop without junctions is held by its westernmost point and the point farthest from that one. */
  #anchorLoop(ids: Int32Array): number {
    let west = 0;
    for (let i = 1; i < ids.length; i++) {
      const a = ids[i] as number;
      const b = ids[west] as number;
      const byX = (this.#x[a] as number) - (this.#x[b] as number);
      if (byX < 0 || (byX === 0 && (this.#y[a] as number) < (this.#y[b] as number))) west = i;
    }
    const anchor = ids[west] as number;
    let far = anchor;
    let farthest = -1;
    for (const id of ids) {
      const dx = (this.#x[id] as number) - (this.#x[anchor] as number);
      const dy = (this.#y[id] as number) - (this.#y[anchor] as number);
      const distance = dx * dx + dy * dy;
      if (distance > farthest || (distance === farthest && id < far)) {
        farthest = distance;
        far = id;
      }
    }
    this.#weight[anchor] = KEEP;
    this.#weight[far] = KEEP;
    return west;
  }

  /** Weighs the inner vertices of one arc; positions run on past the end of a ring. */
  #weighArc(ids: Int32Array, from: number, to: number): void {
    const count = ids.length;
    if (to - from < 2) return;
    if (this.#weight[ids[(from + 1) % count] as number] !== UNSEEN) return;
    const stack = [from, to, KEEP];
    while (stack.length > 0) {
      const limit = stack.pop() as number;
      const last = stack.pop() as number;
      const first = stack.pop() as number;
      if (last - first < 2) continue;
      const a = ids[first % count] as number;
      const b = ids[last % count] as number;
      let widest = -1;
      let at = -1;
      for (let i = first + 1; i < last; i++) {
        const distance = this.#squaredDistance(ids[i % count] as number, a, b);
        // Equal distances: the smaller vertex number wins, so the direction of travel does not matter.
        if (
          distance > widest ||
          (distance === widest && (ids[i % count] as number) < (ids[at % count] as number))
        ) {
          widest = distance;
          at = i;
        }
      }
      const weight = Math.min(Math.sqrt(widest), limit);
      this.#weight[ids[at % count] as number] = weight;
      stack.push(first, at, weight, at, last, weight);
    }
  }

  /** Squared distance of vertex `p` from the segment `a`–`b`, in grid units. */
  #squaredDistance(p: number, a: number, b: number): number {
    const ax = this.#x[a] as number;
    const ay = this.#y[a] as number;
    const dx = (this.#x[b] as number) - ax;
    const dy = (this.#y[b] as number) - ay;
    const px = (this.#x[p] as number) - ax;
    const py = (this.#y[p] as number) - ay;
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.min(Math.max((px * dx + py * dy) / length, 0), 1);
    return (px - along * dx) ** 2 + (py - along * dy) ** 2;
  }

  #idOf(x: number, y: number): number {
    let slot = (Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.#mask;
    for (let id = this.#slots[slot] as number; id !== UNSEEN; id = this.#slots[slot] as number) {
      if (this.#x[id] === x && this.#y[id] === y) return id;
      slot = (slot + 1) & this.#mask;
    }
    const id = this.#size++;
    this.#slots[slot] = id;
    this.#x[id] = x;
    this.#y[id] = y;
    return id;
  }
}
