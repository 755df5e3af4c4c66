import type { RoadShape } from './ground.ts';
import {
  between,
  dot,
  type Line,
  lengthOf,
  minus,
  nearestOnPiece,
  type Point,
  type Polygon,
  piecesMeet,
  unit,
} from './plane.ts';

/**
 * How an edge of the ground lies. `front` faces a road · `side`, `rear` beside and behind the one front ·
 * `sideOrRear` lies behind one front and beside another, or askew, so that the larger of both distances holds ·
 * `unknown` no road is known, so nobody can tell side from rear.
 */
export type EdgeRole = 'front' | 'side' | 'rear' | 'sideOrRear' | 'unknown';

export interface Facing {
  /** Index into the roads that were given. */
  readonly road: number;
  /** Least distance from this edge to the road's axis, metres. */
  readonly distanceM: number;
  /** Metres of the edge from which the road is seen. */
  readonly alongM: number;
}

export interface GroundEdge {
  readonly role: EdgeRole;
  readonly line: Line;
  readonly lengthM: number;
  /** A side may face a road too, along less than half of itself: then both distances hold. */
  readonly facing: readonly Facing[];
}

/** Metres beyond the road reserve within which a border still lies on the road: sidewalk, ditch, error of the survey. */
export const ROAD_SLACK_M = 3;
/** Metres from the axis of a road whose reserve nobody knows: as far as the lookup calls a road the ground's own. */
export const UNKNOWN_RESERVE_REACH_M = 25;
/** An edge faces a road along at least so many metres, or along half of itself. */
const LEAST_FACING_M = 3;
/** A road is seen from an edge within 60° of straight out. */
const LEAST_OUTWARD = 0.5;
/** Behind a front: within 45° of its opposite. From 45° to 70° nobody can say whether an edge is beside or behind. */
const BEHIND = -0.7;
const ASKEW = -0.35;
/** Edges of one role that turn less than this at their corner are shown as one. */
const ONE_EDGE = Math.cos((30 * Math.PI) / 180);

interface Piece {
  readonly from: Point;
  readonly to: Point;
  readonly outward: Point;
  readonly lengthM: number;
  readonly facing: readonly Facing[];
}

/**
 * Front, side and rear edges of a piece of ground, each front with the roads that it faces. A corner has two fronts;
 * ground that no known road touches has none, and then no edge is called side or rear.
 *
 * @param outline in metres, exterior rings counter-clockwise
 */
export function classifyEdges(outline: readonly Polygon[], roads: readonly RoadShape[]): GroundEdge[] {
  const rings = outline.flat();
  const borders = rings.flatMap(piecesOf);
  const around = rings.map((ring) => piecesOf(ring).map((piece) => look(piece, roads, borders)));
  const share = leastShare(around.flat());
  const fronts: Fronts = { share, directions: frontDirections(around.flat(), share) };
  return around.flatMap((pieces) => joinPieces(pieces, fronts));
}

function piecesOf(ring: Line): [Point, Point][] {
  return ring.slice(1).flatMap((to, index): [Point, Point][] => {
    const from = ring[index] as Point;
    return lengthOf(minus(to, from)) < 0.001 ? [] : [[from, to]];
  });
}

function look(
  [from, to]: [Point, Point],
  roads: readonly RoadShape[],
  borders: readonly [Point, Point][],
): Piece {
  const along = unit(minus(to, from));
  const outward: Point = [along[1], -along[0]];
  const lengthM = lengthOf(minus(to, from));
  const count = Math.min(64, Math.max(4, Math.ceil(lengthM)));
  const samples = Array.from({ length: count }, (_, index) => between(from, to, (index + 0.5) / count));
  const facing = roads.flatMap((road, index): Facing[] => {
    const reachM = road.row_width_m === null ? UNKNOWN_RESERVE_REACH_M : road.row_width_m / 2 + ROAD_SLACK_M;
    const near = road.axis.flatMap(piecesOf).filter((piece) => isWithin(piece, from, to, reachM));
    if (near.length === 0) return [];
    const seen = samples.flatMap((sample) => seenFrom(sample, outward, near, reachM, borders));
    const facingM = (seen.length / count) * lengthM;
    return seen.length > 0 && facingM >= Math.min(LEAST_FACING_M, lengthM / 2)
      ? [{ road: index, distanceM: Math.min(...seen), alongM: facingM }]
      : [];
  });
  return { from, to, outward, lengthM, facing };
}

/** Whether the boxes of two pieces come within a distance of each other. */
function isWithin([a, b]: [Point, Point], from: Point, to: Point, reachM: number): boolean {
  const apart = (axis: 0 | 1) =>
    Math.max(
      Math.min(a[axis], b[axis]) - Math.max(from[axis], to[axis]),
      Math.min(from[axis], to[axis]) - Math.max(a[axis], b[axis]),
    );
  return apart(0) <= reachM && apart(1) <= reachM;
}

/** Distance to the road's axis where it is seen straight ahead from a point of the border; nothing otherwise. */
function seenFrom(
  sample: Point,
  outward: Point,
  axis: readonly [Point, Point][],
  reachM: number,
  borders: readonly [Point, Point][],
): number[] {
  let best: Point | null = null;
  for (const [a, b] of axis) {
    const candidate = nearestOnPiece(sample, a, b);
    if (best === null || lengthOf(minus(candidate, sample)) < lengthOf(minus(best, sample))) best = candidate;
  }
  if (best === null) return [];
  const way = minus(best, sample);
  const distanceM = lengthOf(way);
  if (distanceM > reachM) return [];
  // The axis on the border itself, or within the ground beside it: no direction to judge by.
  if (distanceM < 0.5) return [distanceM];
  if (dot(unit(way), outward) < LEAST_OUTWARD) return [];
  const start: Point = [sample[0] + outward[0] * 0.01, sample[1] + outward[1] * 0.01];
  return borders.some(([a, b]) => piecesMeet(start, best, a, b)) ? [] : [distanceM];
}

const facingM = (piece: Piece): number => Math.max(0, ...piece.facing.map(({ alongM }) => alongM));

/**
 * How much of itself a border piece must show to a road to be a front: half, or as much as the best one does where none
 * shows half.
 */
function leastShare(pieces: readonly Piece[]): number {
  const best = Math.max(0, ...pieces.map((piece) => facingM(piece) / piece.lengthM));
  return Math.min(best, 0.5);
}

const isFront = (piece: Piece, share: number): boolean =>
  share > 0 && facingM(piece) / piece.lengthM >= share;

/** Where the fronts look, one direction for those that look alike. */
function frontDirections(pieces: readonly Piece[], share: number): Point[] {
  const directions: Point[] = [];
  for (const piece of pieces) {
    if (!isFront(piece, share)) continue;
    const { outward, lengthM } = piece;
    const alike = directions.findIndex((direction) => dot(unit(direction), outward) > -BEHIND);
    const known = directions[alike] ?? ([0, 0] as const);
    const sum: Point = [known[0] + outward[0] * lengthM, known[1] + outward[1] * lengthM];
    if (alike < 0) directions.push(sum);
    else directions[alike] = sum;
  }
  return directions.map(unit);
}

interface Fronts {
  readonly share: number;
  readonly directions: readonly Point[];
}

function roleOf(piece: Piece, { share, directions }: Fronts): EdgeRole {
  if (isFront(piece, share)) return 'front';
  if (directions.length === 0) return 'unknown';
  const most = Math.min(...directions.map((front) => dot(front, piece.outward)));
  if (most <= BEHIND) return directions.length === 1 ? 'rear' : 'sideOrRear';
  return most <= ASKEW ? 'sideOrRear' : 'side';
}

const roadsOf = (piece: Piece) => piece.facing.map(({ road }) => road).join();

/** Neighbouring pieces with the same role and roads that hardly turn are one edge. */
function joinPieces(pieces: readonly Piece[], fronts: Fronts): GroundEdge[] {
  const edges: { role: EdgeRole; pieces: Piece[] }[] = [];
  const continues = (last: Piece | undefined, piece: Piece): boolean =>
    last !== undefined &&
    roleOf(last, fronts) === roleOf(piece, fronts) &&
    roadsOf(last) === roadsOf(piece) &&
    dot(last.outward, piece.outward) >= ONE_EDGE;
  for (const piece of pieces) {
    const open = edges.at(-1);
    if (open !== undefined && continues(open.pieces.at(-1), piece)) open.pieces.push(piece);
    else edges.push({ role: roleOf(piece, fronts), pieces: [piece] });
  }
  const [first] = edges;
  const last = edges.at(-1);
  // The ring starts anywhere: its last edge may go on in its first.
  if (
    first !== undefined &&
    last !== undefined &&
    first !== last &&
    continues(last.pieces.at(-1), first.pieces[0] as Piece)
  ) {
    edges.pop();
    first.pieces.unshift(...last.pieces);
  }
  return edges.map(({ role, pieces: own }) => ({
    role,
    line: [(own[0] as Piece).from, ...own.map(({ to }) => to)],
    lengthM: own.reduce((total, piece) => total + piece.lengthM, 0),
    facing: mergeFacing(own),
  }));
}

function mergeFacing(pieces: readonly Piece[]): Facing[] {
  const merged = new Map<number, Facing>();
  for (const seen of pieces.flatMap(({ facing }) => facing)) {
    const known = merged.get(seen.road);
    merged.set(seen.road, {
      road: seen.road,
      distanceM: Math.min(seen.distanceM, known?.distanceM ?? Number.POSITIVE_INFINITY),
      alongM: seen.alongM + (known?.alongM ?? 0),
    });
  }
  return [...merged.values()];
}
