import type { OverlayEffect, RuleSet } from '../rules/rule-set.ts';
import type { Facts } from './facts.ts';
import { effectsOf, type OverlayHere, overlaysOfRow } from './overlay-on-part.ts';

/** Where an overlay lies that does not hold for all of the ground around a point. */
interface Nearby {
  readonly theme: string;
  readonly levelCode: string;
  readonly name: string;
  /** Metres from the point, within the tolerance of borders; 0 where it lies on the point, null where it is farther. */
  readonly distanceM: number | null;
  /** Of the one parcel at the point; null where it does not lie on it, or no one parcel is known. */
  readonly parcelM2: number | null;
}

/** An overlay that lies within the tolerance of borders, or on a part of the parcel. */
export interface OverlayNearby extends Nearby {
  /** Share of the parcel, 0–100. */
  readonly parcelPct: number | null;
  /** Everything in force that it says. */
  readonly effects: readonly OverlayEffect[];
  /** Of it: limits, changes and prohibitions that do not hold everywhere around the point; never empty. */
  readonly changes: readonly OverlayEffect[];
}

/**
 * The overlays around a point that would change the answer, nearest first, each level of a theme once: those that begin within
 * the tolerance of borders, because a map is no more exact than that, and those on a part of the one parcel at the point.
 *
 * @param here overlays at the point itself
 */
export function overlaysNearby(
  facts: Facts,
  here: readonly OverlayHere[],
  ruleSets: readonly RuleSet[],
  day: string,
): OverlayNearby[] {
  const keysHere = new Set(here.map(keyOf));
  const holding = new Set(effectsOf(here, ruleSets, day));
  const levels = new Map<string, Nearby>();
  for (const found of [...beside(facts), ...onParcel(facts)]) {
    const isHere = keysHere.has(keyOf(found));
    if (isHere && found.parcelM2 === null) continue;
    const known = levels.get(keyOf(found));
    const nearby = isHere ? { ...found, distanceM: 0 } : found;
    levels.set(keyOf(found), known === undefined ? nearby : join(known, nearby));
  }
  const groundM2 = facts.parcels[0]?.area_m2 ?? 0;
  const pctOf = ({ parcelM2 }: Nearby): number | null =>
    parcelM2 === null || groundM2 === 0 ? null : Math.min(100, (parcelM2 / groundM2) * 100);
  return [...levels.values()].sort(byDistance).flatMap((overlay) => {
    const effects = effectsOf([overlay], ruleSets, day);
    const changes = effects.filter(
      (effect) => effect.effect !== 'text' && (overlay.distanceM === 0 || !holding.has(effect)),
    );
    return changes.length === 0 ? [] : [{ ...overlay, parcelPct: pctOf(overlay), effects, changes }];
  });
}

const keyOf = ({ theme, levelCode }: Pick<Nearby, 'theme' | 'levelCode'>): string =>
  JSON.stringify([theme, levelCode]);

const beside = (facts: Facts): Nearby[] => [
  ...facts.nearOverlays.map(({ theme, level_code: levelCode, name, distance_m: distanceM }) => ({
    theme,
    levelCode,
    name,
    distanceM,
    parcelM2: null,
  })),
  ...facts.nearZones.flatMap(({ special, distance_m: distanceM }) =>
    overlaysOfRow(special).map((overlay) => ({ ...overlay, distanceM, parcelM2: null })),
  ),
];

const onParcel = (facts: Facts): Nearby[] => [
  ...facts.parcelOverlays.map(({ theme, level_code: levelCode, name, part_m2: parcelM2 }) => ({
    theme,
    levelCode,
    name,
    distanceM: null,
    parcelM2,
  })),
  ...facts.parcelZones.flatMap(({ special, part_m2: parcelM2 }) =>
    overlaysOfRow(special).map((overlay) => ({ ...overlay, distanceM: null, parcelM2 })),
  ),
];

/** Two areas of one level: the nearer one's distance, and the ground of both. */
function join(a: Nearby, b: Nearby): Nearby {
  const distances = [a.distanceM, b.distanceM].filter((metres) => metres !== null);
  const grounds = [a.parcelM2, b.parcelM2].filter((m2) => m2 !== null);
  return {
    ...a,
    distanceM: distances.length === 0 ? null : Math.min(...distances),
    parcelM2: grounds.length === 0 ? null : grounds.reduce((total, m2) => total + m2, 0),
  };
}

const byDistance = (a: Nearby, b: Nearby): number =>
  (a.distanceM ?? Infinity) - (b.distanceM ?? Infinity) ||
  a.theme.localeCompare(b.theme) ||
  a.levelCode.localeCompare(b.levelCode);
