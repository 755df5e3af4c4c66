import type { OverlayEffect, SetbackRule } from '../rules/rule-set.ts';
import type { RoadFact } from './facts.ts';
import type { Setback } from './figure.ts';

/**
 * Free distances for one part: one GSB for each road that the ground lies on, with the line it is measured from,
 * then JBS and JBB. Around a point the GSB of each road holds only if the plot lies on that road (`ifAdjacent`). A kind without a rule is listed as `notSet`; a road class without a rule too. No rule of thumb.
 *
 * @param rules rows of this zone code and general rows; a row that names the zone wins over a general one
 * @param roads roads next to the ground, nearest first
 */
export function decideSetbacks(
  rules: readonly SetbackRule[],
  roads: readonly RoadFact[],
  effects: { readonly known: readonly OverlayEffect[]; readonly open: readonly OverlayEffect[] },
): Setback[] {
  const known = effects.known.filter(widensGsb);
  const isOpen = effects.open.some(widensGsb);
  return [
    ...gsbPerRoad(
      rules.filter((rule) => rule.kind === 'gsb'),
      roads,
    ).map((setback) => widened(setback, known, isOpen)),
    ...free('jbs', rules),
    ...free('jbb', rules),
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
    governingM: isNumber && !isOpen ? Math.max(setback.valueM ?? 0, ...caps.map((cap) => cap.value)) : null,
    status: isOpen && setback.status === 'set' ? 'overlayUnknown' : setback.status,
  };
}

/** Only a parcel or a drawn polygon can lie on a road; a point merely has roads around it. */
export const liesOnRoad = (road: RoadFact): boolean => road.from !== 'point';

function gsbPerRoad(rules: readonly SetbackRule[], roads: readonly RoadFact[]): Setback[] {
  if (roads.length === 0) {
    if (rules.length === 0) return [notSet('gsb', null)];
    const tied = zoneFirst(rules);
    return tied.map((rule) => ({
      ...fromRule(rule, null),
      status: rule.roadClass === null ? statusOf(rule) : 'needsRoad',
    }));
  }
  return nearestPerRoad(roads).flatMap((road) => {
    const fitting = zoneFirst(
      rules.filter((rule) => rule.roadClass === null || rule.roadClass === road.road_class),
    );
    const exact = fitting.filter((rule) => rule.roadClass !== null);
    const chosen = exact.length > 0 ? exact : fitting;
    return chosen.length === 0 ? [notSet('gsb', road)] : chosen.map((rule) => fromRule(rule, road));
  });
}

function free(kind: 'jbs' | 'jbb', rules: readonly SetbackRule[]): Setback[] {
  const fitting = zoneFirst(rules.filter((rule) => rule.kind === kind));
  return fitting.length === 0 ? [notSet(kind, null)] : fitting.map((rule) => fromRule(rule, null));
}

const zoneFirst = (rules: readonly SetbackRule[]): readonly SetbackRule[] =>
  rules.some((rule) => rule.zoneCode !== null) ? rules.filter((rule) => rule.zoneCode !== null) : rules;

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
    sourceId: null,
  };
}
