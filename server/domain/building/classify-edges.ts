import type { RoadShape } from './ground.ts';
import { gridOf } from './piece-grid.ts';
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
 * `sideOrRear` lies behind one front and beside another, or askew, so that only the lesser of both distances is certain ·
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
  /** The role if the ground does not reach the roads whose reserve nobody knows; the same where that changes nothing. */
  readonly otherwise: EdgeRole;
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
  const surroundings = surroundingsOf(rings, roads);
  const around = rings.map((ring) => piecesOf(ring).map((piece) => look(piece, surroundings)));
  const share = leastShare(around.flat());
  const fronts: Fronts = { share, directions: frontDirections(around.flat(), share) };
  const sure = around.flat().map((piece) => surely(piece, roads));
  const sureShare = leastShare(sure);
  const sureFronts: Fronts = { share: sureShare, directions: frontDirections(sure, sureShare) };
  return around.flatMap((pieces) =>
    joinPieces(
      pieces.map((piece) => ({
        ...piece,
        role: roleOf(piece, fronts),
        otherwise: roleOf(surely(piece, roads), sureFronts),
      })),
    ),
  );
}

/** A piece with those roads only that it faces for certain: a reserve of no known width may end before the border. */
const surely = (piece: Piece, roads: readonly RoadShape[]): Piece => ({
  ...piece,
  facing: piece.facing.filter(
    ({ road, distanceM }) => roads[road]?.row_width_m != null || distanceM <= ROAD_SLACK_M,
  ),
});

function piecesOf(ring: Line): [Point, Point][] {
  return ring.slice(1).flatMap((to, index): [Point, Point][] => {
    const from = ring[index] as Point;
    return lengthOf(minus(to, from)) < 0.001 ? [] : [[from, to]];
  });
}

/** What edges are looked at from: every piece of road and of border, each found by its place. */
interface Surroundings {
  readonly reachesM: readonly number[];
  readonly axes: readonly { readonly road: number; readonly piece: [Point, Point] }[];
  readonly axesNear: ReturnType<typeof gridOf>;
  readonly borders: readonly [Point, Point][];
  readonly bordersNear: ReturnType<typeof gridOf>;
}

function surroundingsOf(rings: Polygon, roads: readonly RoadShape[]): Surroundings {
  const axes = roads.flatMap((way, road) => way.axis.flatMap(piecesOf).map((piece) => ({ road, piece })));
  const borders = rings.flatMap(piecesOf);
  return {
    reachesM: roads.map((road) =>
      road.row_width_m === null ? UNKNOWN_RESERVE_REACH_M : road.row_width_m / 2 + ROAD_SLACK_M,
    ),
    axes,
    axesNear: gridOf(axes.map(({ piece }) => piece)),
    borders,
    bordersNear: gridOf(borders),
  };
}

function look([from, to]: [Point, Point], surroundings: Surroundings): Piece {
  const along = unit(minus(to, from));
  const outward: Point = [along[1], -along[0]];
  const lengthM = lengthOf(minus(to, from));
  const count = Math.min(64, Math.max(4, Math.ceil(lengthM)));
  const seen = new Map<number, number[]>();
  for (let index = 0; index < count; index += 1) {
    const sample = between(from, to, (index + 0.5) / count);
    for (const [road, distanceM] of seenFrom(sample, outward, surroundings))
      seen.set(road, [...(seen.get(road) ?? []), distanceM]);
  }
  const facing = [...seen].flatMap(([road, distances]): Facing[] => {
    const alongM = (distances.length / count) * lengthM;
    return alongM >= Math.min(LEAST_FACING_M, lengthM / 2)
      ? [{ road, distanceM: Math.min(...distances), alongM }]
      : [];
  });
  return { from, to, outward, lengthM, facing: facing.sort((a, b) => a.road - b.road) };
}

/** The roads whose axis is seen straight ahead from a point of the border, each with its distance. */
function seenFrom(sample: Point, outward: Point, surroundings: Surroundings): [number, number][] {
  const { axes, axesNear, reachesM } = surroundings;
  const [least, most] = boxAround([sample], Math.max(0, ...reachesM));
  const nearest = new Map<number, { place: Point; distanceM: number }>();
  for (const index of axesNear(least, most)) {
    const { road, piece } = axes[index] as Surroundings['axes'][number];
    const place = nearestOnPiece(sample, ...piece);
    const distanceM = lengthOf(minus(place, sample));
    if (
      distanceM <= (reachesM[road] ?? 0) &&
      distanceM < (nearest.get(road)?.distanceM ?? Number.POSITIVE_INFINITY)
    )
      nearest.set(road, { place, distanceM });
  }
  return [...nearest].flatMap(([road, { place, distanceM }]): [number, number][] =>
    isSeen(sample, outward, place, surroundings) ? [[road, distanceM]] : [],
  );
}

/** Whether a place on a road's axis lies ahead of a point of the border, with no other border between. */
function isSeen(
  sample: Point,
  outward: Point,
  place: Point,
  { borders, bordersNear }: Surroundings,
): boolean {
  const way = minus(place, sample);
  // The axis on the border itself, or within the ground beside it: no direction to judge by.
  if (lengthOf(way) < 0.5) return true;
  if (dot(unit(way), outward) < LEAST_OUTWARD) return false;
  const start: Point = [sample[0] + outward[0] * 0.01, sample[1] + outward[1] * 0.01];
  const [least, most] = boxAround([start, place], 0);
  return !bordersNear(least, most).some((index) => {
    const [a, b] = borders[index] as [Point, Point];
    return piecesMeet(start, place, a, b);
  });
}

function boxAround(points: readonly Point[], reachM: number): [least: Point, most: Point] {
  const [east, north] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [
    [Math.min(...east) - reachM, Math.min(...north) - reachM],
    [Math.max(...east) + reachM, Math.max(...north) + reachM],
  ];
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

type RoledPiece = Piece & Pick<GroundEdge, 'role' | 'otherwise'>;

const roadsOf = (piece: Piece) => piece.facing.map(({ road }) => road).join();

/** Neighbouring pieces with the same role and roads that hardly turn are one edge. */
function joinPieces(pieces: readonly RoledPiece[]): GroundEdge[] {
  const edges: { role: EdgeRole; otherwise: EdgeRole; pieces: RoledPiece[] }[] = [];
  const continues = (last: RoledPiece | undefined, piece: RoledPiece): boolean =>
    last !== undefined &&
    last.role === piece.role &&
    last.otherwise === piece.otherwise &&
    roadsOf(last) === roadsOf(piece) &&
    dot(last.outward, piece.outward) >= ONE_EDGE;
  for (const piece of pieces) {
    const open = edges.at(-1);
    if (open !== undefined && continues(open.pieces.at(-1), piece)) open.pieces.push(piece);
    else edges.push({ role: piece.role, otherwise: piece.otherwise, pieces: [piece] });
  }
  const [first] = edges;
  const last = edges.at(-1);
  // The ring starts anywhere: its last edge may go on in its first.
  if (
    first !== undefined &&
    last !== undefined &&
    first !== last &&
    continues(last.pieces.at(-1), first.pieces[0] as RoledPiece)
  ) {
    edges.pop();
    first.pieces.unshift(...last.pieces);
  }
  return edges.map(({ role, otherwise, pieces: own }) => ({
    role,
    otherwise,
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
