import type { BlockSummary, ZoneShare } from './area-summary.ts';

/** The zones of all that goes by the code of a block, each code once, largest first. */
export function zonesOfParts({ parts }: Pick<BlockSummary, 'parts'>): ZoneShare[] {
  const zones = new Map<string, ZoneShare>();
  for (const zone of parts.flatMap((part) => part.zones)) {
    const key = `${zone.layerId} ${zone.code}`;
    const found = zones.get(key);
    zones.set(key, found === undefined ? zone : { ...found, areaM2: found.areaM2 + zone.areaM2 });
  }
  return [...zones.values()].sort((a, b) => b.areaM2 - a.areaM2);
}
