import { groupBy } from '../group-by.ts';
import type { OverlayEffect, SetbackRule } from '../rules/rule-set.ts';
import type { OverlayEffects } from './decide-activity.ts';
import type { RoadFact } from './facts.ts';
import type { Setback } from './figure.ts';
import { readReferenceLine } from './reference-line.ts';
import { fitOfRoadClass } from './road-class-fit.ts';
import { isForRoadOf } from './rules-of-polygon.ts';

/**
 * Free distances for one part: one GSB for each road that the ground lies on, with the line it is measured from,
 * then JBS and JBB. Around a point the GSB of each road holds only if the plot lies on that road (`ifAdjacent`). A kind without a rule is listed as `notSet`; a road class without a rule too. No rule of thumb.
 *
 * Within one regulation a row that names the zone stands instead of its general row; the rows of different regulations hold
 * together, and the strictest of them is marked where they can be compared.
 *
 * @param rules rows of this polygon and general rows
 * @param roads roads next to the ground, nearest first
 * @param regulationOf the regulation that a source belongs to
 * @source precedence between regulations: DECISIONS.md, to be confirmed by the planning office
 */
export function decideSetbacks(
  rules: readonly SetbackRule[],
  roads: readonly RoadFact[],
  effects: Pick<OverlayEffects, 'known' | 'open' | 'isUnread'>,
  regulationOf: (sourceId: string) => string,
): Setback[] {
  const known = effects.known.filter(widensGsb);
  const isOpen = effects.isUnread === true || effects.open.some(widensGsb);
  const own = zoneFirst(rules, regulationOf);
  const gsb = gsbPerRoad(
    own.filter((rule) => rule.kind === 'gsb'),
    roads,
    regulationOf,
  );
  return [
    ...gsb.flatMap(({ setbacks, halfReserveM }) =>
      markStrictest(
        setbacks.map((setback) => widened(setback, known, isOpen)),
        halfReserveM,
      ),
    ),
    ...markStrictest(free('jbs', own), null),
    ...markStrictest(free('jbb', own), null),
  ];
}

const widensGsb = (effect: OverlayEffect): boolean =>
  (effect.effect === 'cap' || effect.effect === 'override') &&
  effect.measure === 'gsb_m' &&
  effect.value !== null;

/** An overlay may ask for more distance, never for less: the largest governs. */
function widened(setback: Setback, effects: readonly OverlayEffect[], isOpen: boolean): Setback {
  const caps = effects.map((effect) => ({
    theme: effect.theme,
    levelCode: effect.levelCode,
    effect: effect.effect === 'override' ? ('override' as const) : ('cap' as const),
    operator: effect.operator ?? ('min' as const),
    value: effect.value ?? 0,
    unitAsPrinted: effect.unitAsPrinted,
    comparable: true,
    body: effect.body,
    sourceId: effect.sourceId,
  }));
  const isNumber = setback.valueM !== null;
  return {
    ...setback,
    caps,
    governingM:
      isNumber && !isOpen && setback.governingM !== null
        ? Math.max(setback.valueM ?? 0, ...caps.map((cap) => cap.value))
        : null,
    status: isOpen && setback.status === 'set' ? 'overlayUnknown' : setback.status,
  };
}

/** Only a parcel or a drawn polygon can lie on a road; a point merely has roads around it. */
export const liesOnRoad = (road: RoadFact): boolean => road.from !== 'point' && road.is_behind !== true;

/** The code of road ground itself in every plan of Permen ATR 14/2021 (badan jalan). */
const ROAD_GROUND = 'BJ';

/**
 * The roads that a part's setbacks are measured from: none that lies behind a neighbour; on road ground no other than the
 * nearest, which it is a part of.
 */
export function roadsOfPart(roads: readonly RoadFact[], zoneCode: string | null): readonly RoadFact[] {
  const open = roads.filter((road) => road.is_behind !== true);
  return zoneCode === ROAD_GROUND && open[0]?.from === 'point' ? open.slice(0, 1) : open;
}

/** The distances from one road, and half the width of its reserve (metres) where that is known. */
interface FromRoad {
  readonly setbacks: readonly Setback[];
  readonly halfReserveM: number | null;
}

function gsbPerRoad(
  rules: readonly SetbackRule[],
  roads: readonly RoadFact[],
  regulationOf: (sourceId: string) => string,
): FromRoad[] {
  if (roads.length === 0) {
    if (rules.length === 0) return [{ setbacks: [notSet('gsb', null)], halfReserveM: null }];
    const setbacks = rules.map((rule) => ({
      ...fromRule(rule, null),
      status: rule.roadClass === null ? statusOf(rule) : ('needsRoad' as const),
    }));
    return setbacks.map((setback) => ({ setbacks: [setback], halfReserveM: null }));
  }
  return nearestPerRoad(roads).map((road) => {
    const fits = (fit: 'yes' | 'maybe') =>
      rules.filter((rule) => fitOfRoadClass(rule.roadClass, road.road_class) === fit);
    const chosen = perRegulation(fits('yes'), regulationOf).flatMap((own) =>
      classFirst(own, road.road_class),
    );
    const possible = fits('maybe');
    return {
      setbacks:
        chosen.length === 0
          ? ofUnknownClass(possible, road)
          : chosen.map((rule) => asFarAsKnown(fromRule(rule, road), possible)),
      halfReserveM: road.row_width_m === null ? null : road.row_width_m / 2,
    };
  });
}

function free(kind: 'jbs' | 'jbb', rules: readonly SetbackRule[]): Setback[] {
  const fitting = rules.filter((rule) => rule.kind === kind);
  return fitting.length === 0 ? [notSet(kind, null)] : fitting.map((rule) => fromRule(rule, null));
}

const perRegulation = (
  rules: readonly SetbackRule[],
  regulationOf: (sourceId: string) => string,
): SetbackRule[][] => [...groupBy(rules, (rule) => regulationOf(rule.sourceId)).values()];

/** Of each regulation and kind the rows that name the zone, else the general ones. */
const zoneFirst = (
  rules: readonly SetbackRule[],
  regulationOf: (sourceId: string) => string,
): SetbackRule[] =>
  perRegulation(rules, regulationOf).flatMap((own) =>
    own.filter(
      (rule) =>
        rule.zoneCode !== null ||
        !own.some((other) => other.zoneCode !== null && other.kind === rule.kind && isForRoadOf(other, rule)),
    ),
  );

/** Of one regulation the rows for the road's own class, else those for one that takes it in, else those for any road. */
function classFirst(rules: readonly SetbackRule[], roadClass: string): readonly SetbackRule[] {
  const exact = rules.filter((rule) => rule.roadClass === roadClass);
  const wider = rules.filter((rule) => rule.roadClass !== null);
  return [exact, wider, rules].find((found) => found.length > 0) ?? [];
}

/** Nothing is told of a road whose class nobody knows but the rules that may be meant, each by its own class. */
const ofUnknownClass = (possible: readonly SetbackRule[], road: RoadFact): Setback[] =>
  possible.length === 0
    ? [notSet('gsb', road)]
    : possible.map((rule) => ({ ...fromRule(rule, null), status: 'needsRoad' as const }));

/** A distance that a rule for the road's true class may exceed is the least that holds, and no more. */
const asFarAsKnown = (setback: Setback, possible: readonly SetbackRule[]): Setback =>
  setback.status === 'set' && possible.some(({ valueM }) => valueM === null || valueM > (setback.valueM ?? 0))
    ? { ...setback, governingM: null, status: 'needsRoad' }
    : setback;

/** Marks which of several distances keeps most ground free, where all of them can be told from one line. */
function markStrictest(setbacks: readonly Setback[], halfReserveM: number | null): readonly Setback[] {
  if (setbacks.length < 2) return setbacks;
  const lines = new Set(setbacks.map(({ referenceLine }) => readReferenceLine(referenceLine)));
  const inward = setbacks.map(({ governingM, referenceLine }): number | null => {
    const from = readReferenceLine(referenceLine);
    if (governingM === null || from === null) return null;
    if (lines.size === 1 || from === 'axis') return governingM;
    return from === 'reserve' && halfReserveM !== null && !lines.has('border')
      ? governingM + halfReserveM
      : null;
  });
  const known = inward.filter((metres) => metres !== null);
  // From the border of the parcel to the road nobody has measured.
  if (known.length < setbacks.length || (lines.size > 1 && lines.has('border'))) return setbacks;
  const most = Math.max(...known);
  return setbacks.map((setback, index) => ({ ...setback, isStrictest: inward[index] === most }));
}

/** Two pieces of one road are one road: name and class decide, the nearer piece is kept. */
export function nearestPerRoad(roads: readonly RoadFact[]): RoadFact[] {
  const kept = new Map<string, RoadFact>();
  for (const road of roads) {
    const key = `${road.road_class}|${road.name ?? ''}`;
    const known = kept.get(key);
    if (known === undefined || road.distance_m < known.distance_m) kept.set(key, road);
  }
  return [...kept.values()];
}

const statusOf = (rule: SetbackRule): Setback['status'] => (rule.valueM === null ? 'text' : 'set');

function fromRule(rule: SetbackRule, road: RoadFact | null): Setback {
  return {
    kind: rule.kind,
    roadClass: road?.road_class ?? rule.roadClass,
    roadName: road?.name ?? null,
    roadDistanceM: road?.distance_m ?? null,
    valueM: rule.valueM,
    caps: [],
    governingM: rule.valueM,
    text: rule.text,
    referenceLine: rule.referenceLine,
    status: road !== null && !liesOnRoad(road) && rule.roadClass !== null ? 'ifAdjacent' : statusOf(rule),
    isStrictest: null,
    sourceId: rule.sourceId,
  };
}

function notSet(kind: Setback['kind'], road: RoadFact | null): Setback {
  return {
    kind,
    roadClass: road?.road_class ?? null,
    roadName: road?.name ?? null,
    roadDistanceM: road?.distance_m ?? null,
    valueM: null,
    caps: [],
    governingM: null,
    text: null,
    referenceLine: null,
    status: 'notSet',
    isStrictest: null,
    sourceId: null,
  };
}
