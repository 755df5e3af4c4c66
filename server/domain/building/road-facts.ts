import type { RuleSet } from '../rules/rule-set.ts';
import type { Facts, RoadFact } from '../zoning/facts.ts';
import { forbidsBuilding } from '../zoning/forbids-building.ts';
import { openEffectsOn } from '../zoning/open-themes.ts';
import { hasRoadAside } from '../zoning/road-aside.ts';
import type { Building } from './building.ts';
import type { GroundEdge } from './classify-edges.ts';
import type { RoadShape } from './ground.ts';

/**
 * The facts of a piece of ground with the roads that its edges face in place of all roads nearby: a road behind the
 * neighbour's house gives no GSB here, and no figure of its class.
 */
export function withFacedRoads(
  facts: Facts,
  edges: readonly GroundEdge[],
  roads: readonly RoadShape[],
): Facts {
  if (facts.failed.has('road')) return facts;
  const faced = roads.flatMap((road, index): RoadFact[] => {
    const distances = edges.flatMap(({ facing }) => facing.filter((seen) => seen.road === index));
    if (distances.length === 0) return [];
    const { version_id, name, road_class, row_width_m } = road;
    const distance_m = Math.min(...distances.map(({ distanceM }) => distanceM));
    return [{ version_id, name, road_class, row_width_m, distance_m, from: 'polygon' }];
  });
  return { ...facts, roads: faced.sort((a, b) => a.distance_m - b.distance_m) };
}

/** Whether the data knows every road beside the ground: only then is an edge without a road a side or the rear. */
export function roadKnowledge(facts: Facts): Building['ground']['roads'] {
  if (facts.failed.has('road')) return 'failed';
  const layers = facts.versions.filter((version) => version.kind === 'road');
  if (layers.length === 0) return 'noLayer';
  if (facts.failed.has('set_aside') || hasRoadAside(facts)) return 'incomplete';
  return layers.some((layer) => layer.covers) ? 'known' : 'incomplete';
}

/** Whether an overlay of which nobody knows whether it lies here would forbid all building. */
export const mayBeForbidden = (facts: Facts, ruleSets: readonly RuleSet[], day: string): boolean =>
  facts.zones.some((zone) => openEffectsOn(zone, facts, ruleSets, day).some(forbidsBuilding));
