import type { OverlayEffect, RuleSet } from '../rules/rule-set.ts';
import type { Answer } from './answer.ts';
import { rulesOf, zoneRefOf } from './decide-part.ts';
import { tellEffect, titleOf } from './decide-themes.ts';
import type { Facts, VersionFact } from './facts.ts';
import type { OverlayNearby } from './overlays-nearby.ts';

/** An overlay close by as answers tell it. */
export const tellNearby = (
  { theme, levelCode, name, distanceM, parcelM2, parcelPct, changes }: OverlayNearby,
  sliverThresholdM2: number,
  activityName: (effect: OverlayEffect) => string | null,
): Answer['nearOverlays'][number] => ({
  code: theme,
  title: titleOf(theme, name),
  levelCode,
  name,
  distanceM,
  parcelM2,
  parcelPct,
  isSliver: parcelM2 !== null && parcelM2 < sliverThresholdM2,
  effects: changes.map((effect) => tellEffect(effect, activityName)),
});

/** Zones of the one parcel at the point that do not hold the point, largest first. */
export function zonesOnParcel(
  facts: Facts,
  ruleSets: readonly RuleSet[],
  sliverThresholdM2: number,
): Answer['parcelZones'] {
  const parcelM2 = facts.parcels[0]?.area_m2 ?? 0;
  const keyOf = (zone: { version_id: string; code: string }) => `${zone.version_id} ${zone.code}`;
  const here = new Set(facts.zones.map(keyOf));
  const areas = new Map<string, { zone: (typeof facts.parcelZones)[number]; areaM2: number }>();
  for (const zone of facts.parcelZones) {
    if (here.has(keyOf(zone))) continue;
    areas.set(keyOf(zone), { zone, areaM2: (areas.get(keyOf(zone))?.areaM2 ?? 0) + zone.part_m2 });
  }
  return [...areas.values()]
    .sort((a, b) => b.areaM2 - a.areaM2)
    .map(({ zone, areaM2 }) => ({
      zone: zoneRefOf(zone, rulesOf(versionOf(facts, zone.version_id), ruleSets)?.rules ?? null),
      areaM2,
      sharePct: Math.min(100, (areaM2 / parcelM2) * 100),
      isSliver: areaM2 < sliverThresholdM2,
    }));
}

/** The version that a fact is of. */
export const versionOf = (facts: Facts, versionId: string): VersionFact | undefined =>
  facts.versions.find((version) => version.version_id === versionId);
