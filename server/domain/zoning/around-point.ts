import type { OverlayEffect, RuleSet } from '../rules/rule-set.ts';
import type { Answer } from './answer.ts';
import { rulesOf, zoneRefOf } from './decide-part.ts';
import { tellEffect, titleOf } from './decide-themes.ts';
import type { Facts, VersionFact } from './facts.ts';
import type { OverlayNearby } from './overlays-nearby.ts';
import { haveOtherRules } from './rules-of-polygon.ts';

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

/** Zones of the one parcel at the point that do not hold the point, or hold other rules there, largest first. */
export function zonesOnParcel(
  facts: Facts,
  ruleSets: readonly RuleSet[],
  sliverThresholdM2: number,
): Answer['parcelZones'] {
  const parcelM2 = facts.parcels[0]?.area_m2 ?? 0;
  const keyOf = (zone: { version_id: string; code: string }) => `${zone.version_id} ${zone.code}`;
  const rulesFor = (zone: { version_id: string }) =>
    rulesOf(versionOf(facts, zone.version_id), ruleSets)?.rules ?? null;
  const areas = new Map<
    string,
    { zone: (typeof facts.parcelZones)[number]; isSame: boolean; areaM2: number }
  >();
  for (const zone of facts.parcelZones) {
    const same = facts.zones.filter((one) => keyOf(one) === keyOf(zone));
    const rules = rulesFor(zone);
    // Where every polygon at the point has its rules, nothing has to be said.
    if (same.some((one) => rules === null || !haveOtherRules(rules, one, zone))) continue;
    areas.set(keyOf(zone), {
      zone,
      isSame: same.length > 0,
      areaM2: (areas.get(keyOf(zone))?.areaM2 ?? 0) + zone.part_m2,
    });
  }
  return [...areas.values()]
    .sort((a, b) => b.areaM2 - a.areaM2)
    .map(({ zone, isSame, areaM2 }) => ({
      zone: zoneRefOf(zone, rulesFor(zone)),
      areaM2,
      sharePct: Math.min(100, (areaM2 / parcelM2) * 100),
      isSliver: areaM2 < sliverThresholdM2,
      ...(isSame ? { hasOtherRules: true as const } : {}),
    }));
}

/** Layers that end on the one parcel at the point: what they would say about the rest of it, nobody knows. */
export function gapsOnParcel(facts: Facts, sliverThresholdM2: number): Pick<Answer, 'parcelGaps'> {
  const parcelM2 = facts.parcels[0]?.area_m2 ?? 0;
  const gaps = facts.parcelGaps
    .filter((gap) => gap.part_m2 >= sliverThresholdM2)
    .flatMap(({ version_id, part_m2: areaM2 }) => {
      const version = versionOf(facts, version_id);
      const sharePct = Math.min(100, (areaM2 / parcelM2) * 100);
      return version === undefined
        ? []
        : [{ layerId: version.layer_id, title: version.title, areaM2, sharePct }];
    });
  return gaps.length === 0 ? {} : { parcelGaps: gaps };
}

/** The version that a fact is of. */
export const versionOf = (facts: Facts, versionId: string): VersionFact | undefined =>
  facts.versions.find((version) => version.version_id === versionId);
