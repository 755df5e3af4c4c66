import type { LngLat } from '../geo/lng-lat.ts';
import { createActivityFinder } from '../rules/activity-finder.ts';
import { buildRuleSet } from '../rules/build-rule-set.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { type ActivitySearch, searchActivities } from '../rules/search-activities.ts';
import type { Answer } from '../zoning/answer.ts';
import { decide } from '../zoning/decide.ts';
import type { VersionFact } from '../zoning/facts.ts';
import { rulesAround, rulesHere } from '../zoning/rules-here.ts';
import { factsFromPack, type PlacedPack, placeLayers } from './facts-from-pack.ts';
import type { PackManifest } from './manifest.ts';
import type { PackFacts, PackRules } from './pack-facts.ts';
import type { ShapePath } from './shapes.ts';

/** An opened pack, ready to answer. */
export interface Pack extends PlacedPack {
  readonly ruleSets: readonly RuleSet[];
  readonly activities: ActivitySearch;
}

/** Puts the parts of a pack together; hashes and signature are checked before. */
export function openPack(
  manifest: PackManifest,
  facts: PackFacts,
  shapes: readonly (readonly ShapePath[])[],
  rules: PackRules,
): Pack {
  return {
    manifest,
    facts,
    layers: placeLayers(facts.layers, shapes),
    ruleSets: rules.ruleSets.map(({ rows, ...owner }) => buildRuleSet(rows, owner)),
    activities: searchActivities((regulation) =>
      createActivityFinder([...regulation.activities.values()], rules.kbli, rules.words),
    ),
  };
}

/** The last day on which the pack can answer as of a day: what comes into force later is not in it. */
export function dayOfPack({ validUntil, inForceFrom }: PackManifest, today: string): string {
  const day = today < inForceFrom ? inForceFrom : today;
  if (validUntil === null || day < validUntil) return day;
  return new Date(Date.parse(`${validUntil}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/**
 * The answer at a place (WGS 84, longitude first) from a pack alone, by the very function that the server decides with.
 * Parcels and utility lines are not in it: what depends on them is "no data", never "not concerned", and a verdict says that
 * it holds for the point alone.
 *
 * @param on calendar day of the question, see {@link dayOfPack}
 * @returns null when the pack is of another kelurahan
 */
export function answerFromPack(
  pack: Pack,
  point: LngLat,
  on: string,
  activity: string | null,
): Answer | null {
  const facts = factsFromPack(pack, point);
  const { onlyIn } = pack.facts;
  const isHere = facts.admin.some(({ level, name }) => level === 'kelurahan' && name === onlyIn);
  if (onlyIn !== null && !isHere) return null;
  const boundBy = (versions: readonly VersionFact[]): RuleSet[] =>
    pack.ruleSets.filter((set) => versions.some((version) => version.version_id === set.versionId));
  return decide(
    {
      city: pack.facts.city,
      asOf: on,
      point,
      askedFor: activity,
      findActivities: activity === null ? null : (rules) => pack.activities.find(rules, activity),
      nearActivities: (rules) => pack.activities.near(rules, activity ?? ''),
    },
    facts,
    boundBy(rulesHere(facts)),
    boundBy(rulesAround(facts)),
  );
}
