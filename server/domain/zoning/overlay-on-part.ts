import type { OverlayEffect, RuleSet } from '../rules/rule-set.ts';
import type { Facts, OverlayFact, ZoneFact } from './facts.ts';
import { isThemeCode, THEMES } from './theme.ts';
import { holdsOn } from './validity.ts';

/** One overlay as it lies on the place: from a layer of its own or from a code in the zone row. */
export interface OverlayHere {
  readonly theme: string;
  readonly levelCode: string;
  readonly name: string;
  readonly fact: OverlayFact | null;
  readonly zone: ZoneFact | null;
}

/** Every overlay at the place: those of overlay layers, then those that zone rows carry in an official field. */
export function overlaysHere(facts: Facts): OverlayHere[] {
  const ofLayers = facts.overlays.map((fact) => ({
    theme: fact.theme,
    levelCode: fact.level_code,
    name: fact.name,
    fact,
    zone: null,
  }));
  const ofRows = facts.zones.flatMap((zone) =>
    overlaysOfRow(zone.special).map((overlay) => ({ ...overlay, fact: null, zone })),
  );
  return [...ofLayers, ...ofRows];
}

/**
 * The official field of zoning techniques (TPZ). It is no theme of the registry: the code of a row is named as it stands, and
 * notes of the plan say what it means.
 */
export const TECHNIQUE_FIELD = 'TPZ_00';
const TECHNIQUE_THEME = 'tpz';

/** The overlays that a zone row carries in its official fields. */
export const overlaysOfRow = (
  special: ZoneFact['special'],
): Pick<OverlayHere, 'theme' | 'levelCode' | 'name'>[] =>
  Object.entries(special).flatMap(([field, code]) =>
    themesOfField(field, code).map((theme) => ({
      theme,
      levelCode: code,
      name: theme === TECHNIQUE_THEME ? `TPZ ${code}` : code,
    })),
  );

/**
 * KRB_03 and KSMPDN hold several hazards or setbacks in one field; the words in the code decide. A code that names
 * none of them is listed under each, because leaving it out would read as "no restriction".
 */
function themesOfField(field: string, code: string): string[] {
  if (field === TECHNIQUE_FIELD) return [TECHNIQUE_THEME];
  const candidates = THEMES.filter((theme) => theme.field === field).map((theme) => theme.code as string);
  if (candidates.length < 2) return candidates;
  const words = code.toLowerCase();
  const named = candidates.filter((candidate) => {
    if (candidate === 'banjir') return words.includes('banjir');
    if (candidate === 'longsor') return words.includes('longsor') || words.includes('gerakan tanah');
    if (candidate === 'sempadan-pantai') return words.includes('pantai');
    return /sungai|danau|waduk|situ/.test(words);
  });
  return named.length === 0 ? candidates : named;
}

/**
 * Whether the overlay lies on this part, as far as it is more than words. At a point everything lies on everything found there;
 * a piece of a drawn area names what it lies in.
 */
export function liesOn(overlay: OverlayHere, zone: ZoneFact): boolean {
  if (overlay.zone !== null) {
    const { version_id, feature_no } = overlay.zone;
    return zone.version_id === version_id && (zone.merged ?? [zone.feature_no]).includes(feature_no);
  }
  return overlay.fact === null || zone.marks === undefined || zone.marks.includes(markOf(overlay.fact));
}

/** How `ground_pieces.sql` names a level of an overlay. */
const markOf = ({ version_id, level_code }: OverlayFact): string => `${version_id} ${level_code}`;

/** Whether two codes name one level; how somebody typed capitals and spaces makes no other level of it. */
export const isSameLevel = (a: string, b: string): boolean => a === b || foldLevel(a) === foldLevel(b);

const foldLevel = (level: string): string => level.trim().replace(/\s+/g, ' ').toLowerCase();

/** The effects in force on a day of the overlays given, each once. */
export function effectsOf(
  overlays: readonly Pick<OverlayHere, 'theme' | 'levelCode'>[],
  ruleSets: readonly RuleSet[],
  day: string,
): OverlayEffect[] {
  const found = new Set<OverlayEffect>();
  for (const overlay of overlays) {
    for (const ruleSet of ruleSets) {
      for (const effect of ruleSet.overlayEffects.get(overlay.theme) ?? []) {
        const sameLevel = effect.levelCode === '' || isSameLevel(effect.levelCode, overlay.levelCode);
        if (sameLevel && holdsOn(ruleSet.citations.get(effect.sourceId), day)) found.add(effect);
      }
    }
  }
  return [...found];
}

/**
 * The effects in force on a day of themes that lie here with a level that a rule set does not name, though it names others:
 * which of them it is nobody knows. A rule of words is enough to say that nothing else holds for a level.
 */
export function effectsOfUnnamed(
  overlays: readonly Pick<OverlayHere, 'theme' | 'levelCode'>[],
  ruleSets: readonly RuleSet[],
  day: string,
): OverlayEffect[] {
  const themes = (ruleSet: RuleSet) =>
    overlays.filter((overlay) => !isNamed(overlay, ruleSet)).map(({ theme }) => theme);
  return ruleSets.flatMap((ruleSet) => effectsOfThemes(new Set(themes(ruleSet)), [ruleSet], day));
}

/** Whether a rule set that tells levels of the theme apart knows this one. */
export function isNamed(
  { theme, levelCode }: Pick<OverlayHere, 'theme' | 'levelCode'>,
  ruleSet: RuleSet,
): boolean {
  const levels = (ruleSet.overlayEffects.get(theme) ?? [])
    .map((effect) => effect.levelCode)
    .filter((level) => level !== '');
  return levels.length === 0 || levels.some((level) => isSameLevel(level, levelCode));
}

/** The effects in force on a day that themes may have here when nobody knows whether they lie here. */
export function effectsOfThemes(
  themes: ReadonlySet<string>,
  ruleSets: readonly RuleSet[],
  day: string,
): OverlayEffect[] {
  return ruleSets.flatMap((ruleSet) =>
    [...themes]
      .flatMap((theme) => ruleSet.overlayEffects.get(theme) ?? [])
      .filter((effect) => holdsOn(ruleSet.citations.get(effect.sourceId), day)),
  );
}

/** Overlays whose theme is not in the registry: shown under their own name, never swallowed. */
export const unregistered = (overlays: readonly OverlayHere[]): OverlayHere[] =>
  overlays.filter((overlay) => !isThemeCode(overlay.theme));
