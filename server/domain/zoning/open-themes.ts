import type { OverlayEffect, RuleSet } from '../rules/rule-set.ts';
import type { Facts, VersionFact, ZoneFact } from './facts.ts';
import { findOverlay, hasFailed, hasField, layersOf, silencedLayer, type Theme } from './find-overlay.ts';
import {
  effectsOfThemes,
  effectsOfUnnamed,
  liesOn,
  type OverlayHere,
  overlaysHere,
} from './overlay-on-part.ts';
import { rulesOfPlans } from './rules-of-plans.ts';
import { THEMES } from './theme.ts';

/**
 * The effects in force on a day that may hold on a part of the place, because nobody knows whether their overlay lies
 * there or with which level: what they would make stricter is not known.
 *
 * @param zone the part's own zone: a column of another plan's rows tells nothing about its ground
 */
export function openEffectsOn(
  zone: ZoneFact,
  facts: Facts,
  ruleSets: readonly RuleSet[],
  day: string,
): OverlayEffect[] {
  const overlays = overlaysHere(facts).filter((overlay) => liesOn(overlay, zone));
  const plan = facts.versions.find((version) => version.version_id === zone.version_id);
  const own = rulesOfPlans([plan], ruleSets, facts.versions);
  return [
    ...new Set([
      ...effectsOfThemes(openThemes(zone, facts), own, day),
      ...effectsOfUnnamed(overlays, own, day),
    ]),
  ];
}

/**
 * Overlay themes of which nobody knows whether, or with which level, they lie on the part: their source failed, a polygon
 * was set aside here, they do not speak about this ground, or they were never mapped. A theme that is known to lie here
 * can be open as well: what else of it lies here nobody knows.
 */
export function openThemes({ version_id: versionId }: ZoneFact, facts: Facts): ReadonlySet<string> {
  const ofFacts = kept.get(facts) ?? new Map<string, ReadonlySet<string>>();
  kept.set(facts, ofFacts);
  const known = ofFacts.get(versionId);
  if (known !== undefined) return known;
  const overlays = overlaysHere(facts);
  const plan = facts.versions.find((version) => version.version_id === versionId);
  const open = THEMES.filter((theme) => theme.field !== null && isOpen(theme, facts, overlays, plan));
  const made = new Set(open.map(({ code }): string => code));
  ofFacts.set(versionId, made);
  return made;
}

/** Facts never change; a drawn area has hundreds of parts of one plan. */
const kept = new WeakMap<Facts, Map<string, ReadonlySet<string>>>();

function isOpen(
  theme: Theme,
  facts: Facts,
  overlays: readonly OverlayHere[],
  plan: VersionFact | undefined,
): boolean {
  const { state } = findOverlay(theme, facts, overlays);
  if (state === 'noData') return true;
  if (hasFailed(facts) || silencedLayer(theme, facts) !== undefined) return true;
  const layers = layersOf(theme, facts);
  if (state === 'notConcerned' || layers.some((layer) => layer.covers)) return false;
  return layers.length > 0 || !hasField(theme, plan);
}
