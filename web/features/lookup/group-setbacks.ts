import type { Setback } from '#domain/zoning/figure';

/** One rule of distance and every road here for which it holds, nearest first. */
export interface SetbackGroup {
  readonly setback: Setback;
  readonly roads: readonly { readonly name: string | null; readonly distanceM: number }[];
}

/** Setbacks that say the same become one row with all their roads; a road of the same name is named once. */
export function groupSetbacks(setbacks: readonly Setback[]): SetbackGroup[] {
  const groups = new Map<string, { setback: Setback; roads: { name: string | null; distanceM: number }[] }>();
  for (const setback of setbacks) {
    const { kind, roadClass, valueM, governingM, text, referenceLine, status, sourceId } = setback;
    const key = JSON.stringify([
      kind,
      roadClass,
      valueM,
      governingM,
      text,
      referenceLine,
      status,
      sourceId,
      setback.isStrictest,
      setback.caps,
    ]);
    const group = groups.get(key) ?? { setback, roads: [] };
    groups.set(key, group);
    const { roadName: name, roadDistanceM: distanceM } = setback;
    if (distanceM !== null && !(name !== null && group.roads.some((road) => road.name === name))) {
      group.roads.push({ name, distanceM });
    }
  }
  return [...groups.values()];
}
