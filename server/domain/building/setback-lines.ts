import type { Part } from '../zoning/answer.ts';
import type { Setback } from '../zoning/figure.ts';
import { type MeasuredFrom, readReferenceLine } from '../zoning/reference-line.ts';
import type { EdgeRole, GroundEdge } from './classify-edges.ts';
import type { RoadShape } from './ground.ts';
import type { Line } from './plane.ts';

/**
 * Why a setback cannot be drawn with certainty. `notSet` and `text` the plan gives no number · `overlayUnknown` an
 * overlay without data may ask for more · `noRoad` no known road touches the ground · `lineUnknown` the line it is
 * measured from is not in the data · `reserveUnknown` the road's width is not · `roleUnknown` side and rear cannot be
 * told apart.
 */
export const SETBACK_DOUBTS = [
  'notSet',
  'text',
  'overlayUnknown',
  'noRoad',
  'lineUnknown',
  'reserveUnknown',
  'roleUnknown',
] as const;
export type SetbackDoubt = (typeof SETBACK_DOUBTS)[number];

/** One setback of one part of the ground: the line, the distance from it that stays free, and what is not known. */
export interface SetbackLine {
  readonly setback: Setback;
  /** Indices of the edges that it holds for. */
  readonly edges: readonly number[];
  readonly from: MeasuredFrom | null;
  /** Empty when it cannot be located. */
  readonly lines: readonly Line[];
  /** Metres from `lines` that certainly stay free; zero when nothing is certain. */
  readonly distanceM: number;
  /** Metres that suffice whatever is doubtful; null when nobody knows. */
  readonly enoughM: number | null;
  readonly doubt: SetbackDoubt | null;
}

/**
 * The lines that keep a part of the ground free of buildings: for each front the GSB of the road that it faces, measured
 * from where the rule says; JBS along the sides, JBB along the rear. Where a number or a line is not known the distance
 * is the least that certainly holds, and the doubt is named: it is never taken for zero.
 *
 * @param roads those that the edges were classified by, same order
 */
export function layOutSetbacks(
  part: Part,
  edges: readonly GroundEdge[],
  roads: readonly RoadShape[],
): SetbackLine[] {
  return part.setbacks.flatMap((setback): SetbackLine[] =>
    setback.kind === 'gsb'
      ? roadSetback(setback, edges, roads).map((line) => ({
          ...line,
          enoughM: line.doubt === null ? line.distanceM : null,
        }))
      : borderSetback(setback, edges, part.setbacks),
  );
}

type LocatedLine = Omit<SetbackLine, 'enoughM'>;

const numberDoubt = (setback: Setback): SetbackDoubt | null => {
  switch (setback.status) {
    case 'set':
      return setback.governingM === null ? 'notSet' : null;
    case 'text':
    case 'notSet':
    case 'overlayUnknown':
      return setback.status;
    case 'needsRoad':
    case 'ifAdjacent':
      return 'noRoad';
  }
};

/**
 * Overlays only ever widen a setback, so the number of the plan and the caps that are known hold in any case; and the number
 * for any road holds on a road whose class may ask for more.
 */
const certainM = (setback: Setback): number =>
  setback.status === 'set' ||
  setback.status === 'overlayUnknown' ||
  (setback.status === 'needsRoad' && setback.roadDistanceM !== null)
    ? Math.max(0, setback.valueM ?? 0, ...setback.caps.map((cap) => cap.value))
    : 0;

function roadSetback(
  setback: Setback,
  edges: readonly GroundEdge[],
  roads: readonly RoadShape[],
): LocatedLine[] {
  const isRoad = (road: RoadShape | undefined): road is RoadShape =>
    road !== undefined &&
    (setback.roadClass === null || road.road_class === setback.roadClass) &&
    (setback.roadDistanceM === null || road.name === setback.roadName);
  const faced = [...new Set(edges.flatMap((edge) => edge.facing.map(({ road }) => road)))].filter((index) =>
    isRoad(roads[index]),
  );
  const fronts = edges.flatMap((edge, index) =>
    edge.facing.some(({ road }) => faced.includes(road)) ? [index] : [],
  );
  const doubt = numberDoubt(setback);
  const unlocated = (why: SetbackDoubt): LocatedLine => ({
    setback,
    edges: fronts,
    from: null,
    lines: [],
    distanceM: 0,
    doubt: doubt ?? why,
  });
  if (faced.length === 0) return [unlocated('noRoad')];
  const from = readReferenceLine(setback.referenceLine);
  if (from === null) return [unlocated('lineUnknown')];
  return faced.map((index): LocatedLine => {
    const road = roads[index] as RoadShape;
    const own = edges.flatMap((edge, at) => (edge.facing.some((seen) => seen.road === index) ? [at] : []));
    if (from === 'border') {
      const lines = own.map((at) => (edges[at] as GroundEdge).line);
      return { setback, edges: own, from, lines, distanceM: certainM(setback), doubt };
    }
    const certain = certainM(setback);
    if (from === 'reserve' && road.row_width_m === null) {
      // The reserve lies at or beyond the axis, so the distance from the axis holds in any case.
      return {
        setback,
        edges: own,
        from,
        lines: road.axis,
        distanceM: certain,
        doubt: doubt ?? 'reserveUnknown',
      };
    }
    const halfM = from === 'reserve' ? (road.row_width_m ?? 0) / 2 : 0;
    // Without a number nothing is certain, not even the road reserve.
    const distanceM = doubt === null || doubt === 'overlayUnknown' || certain > 0 ? certain + halfM : 0;
    return { setback, edges: own, from, lines: road.axis, distanceM, doubt };
  });
}

function borderSetback(
  setback: Setback,
  edges: readonly GroundEdge[],
  all: readonly Setback[],
): SetbackLine[] {
  const wanted = setback.kind === 'jbs' ? 'side' : 'rear';
  const isLocated = readReferenceLine(setback.referenceLine) === 'border';
  const from = isLocated ? ('border' as const) : null;
  if (edges.some(({ role }) => role === 'unknown'))
    return [{ setback, edges: [], from, lines: [], distanceM: 0, enoughM: null, doubt: 'roleUnknown' }];
  const numberUnknown = numberDoubt(setback) ?? (isLocated ? null : 'lineUnknown');
  const fullM = isLocated ? certainM(setback) : 0;
  const groups = new Map<string, SetbackLine>();
  for (const [index, edge] of edges.entries()) {
    const possible = new Set([...rolesOf(edge.role), ...rolesOf(edge.otherwise)]);
    if (!possible.has(wanted)) continue;
    // Where an edge is a side or the rear, the lesser of both distances holds in any case; where it may be a front, none.
    const least =
      possible.size === 1 ? fullM : possible.has('front') ? 0 : Math.min(fullM, otherM(setback, all));
    const isOpen = possible.size > 1 && least < fullM;
    const roleDoubt = edge.role === edge.otherwise ? 'roleUnknown' : 'reserveUnknown';
    const doubt = numberUnknown ?? (isOpen ? roleDoubt : null);
    const key = `${doubt} ${least}`;
    const known = groups.get(key);
    groups.set(key, {
      setback,
      edges: [...(known?.edges ?? []), index],
      from,
      lines: isLocated ? [...(known?.lines ?? []), edge.line] : [],
      distanceM: least,
      enoughM: numberUnknown === null ? fullM : null,
      doubt,
    });
  }
  return [...groups.values()];
}

const rolesOf = (role: EdgeRole): readonly ('front' | 'side' | 'rear')[] =>
  role === 'unknown' ? ['front', 'side', 'rear'] : role === 'sideOrRear' ? ['side', 'rear'] : [role];

/** What the other of JBS and JBB keeps free for certain. */
const otherM = (setback: Setback, all: readonly Setback[]): number =>
  Math.max(
    0,
    ...all
      .filter(
        ({ kind, referenceLine }) =>
          kind !== 'gsb' && kind !== setback.kind && readReferenceLine(referenceLine) === 'border',
      )
      .map(certainM),
  );
