import type { RoadShape } from './ground.ts';

/** The pieces of one road, cut at its crossings, as one road; a road without a name is a road of its own. */
export function groupRoads(pieces: readonly RoadShape[]): RoadShape[] {
  const roads = new Map<string, RoadShape>();
  for (const piece of pieces) {
    const { version_id, feature_no, name, road_class, row_width_m } = piece;
    const key = JSON.stringify([version_id, name ?? feature_no, name === null, road_class, row_width_m]);
    const known = roads.get(key);
    roads.set(key, known === undefined ? piece : { ...known, axis: [...known.axis, ...piece.axis] });
  }
  return [...roads.values()];
}
