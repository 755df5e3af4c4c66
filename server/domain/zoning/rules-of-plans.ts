import type { RuleSet } from '../rules/rule-set.ts';
import type { VersionFact } from './facts.ts';

/**
 * The rule sets as they speak about ground of these plans. What a regulation says of overlays and of free distances in
 * general holds on all ground, unless it is itself the plan of other ground: a rule set may hold several of those. One that no
 * plan in force is bound to keeps its word: taking a layer away must not turn a no into a yes.
 *
 * @param plans the zone versions that the ground is of; where none is bound to rules, nothing is left out
 * @param versions all in force
 */
export function rulesOfPlans(
  plans: readonly (VersionFact | undefined)[],
  ruleSets: readonly RuleSet[],
  versions: readonly VersionFact[],
): readonly RuleSet[] {
  if (plans.every((plan) => plan?.regulation_id == null)) return ruleSets;
  const general = versions.filter(({ kind }) => kind === 'rtrw');
  const details = versions.filter(({ kind }) => kind === 'zones');
  return ruleSets.map((ruleSet) => {
    const isBound = (version: VersionFact | undefined, regulationId: string) =>
      version?.rules_layer_id === ruleSet.layerId && version.regulation_id === regulationId;
    const foreign = [...ruleSet.byRegulation]
      .filter(
        ([id, rules]) =>
          rules.zoneCodes.size > 0 &&
          details.some((one) => isBound(one, id)) &&
          ![...plans, ...general].some((one) => isBound(one, id)),
      )
      .map(([id]) => id);
    return foreign.length === 0 ? ruleSet : without(ruleSet, foreign);
  });
}

/** A rule set never changes, so neither does what is left of it. */
const kept = new WeakMap<RuleSet, Map<string, RuleSet>>();

function without(ruleSet: RuleSet, regulationIds: readonly string[]): RuleSet {
  const ofSet = kept.get(ruleSet) ?? new Map<string, RuleSet>();
  kept.set(ruleSet, ofSet);
  const key = JSON.stringify(regulationIds);
  const found = ofSet.get(key);
  if (found !== undefined) return found;
  const isHere = ({ regulationId }: { readonly regulationId: string }) =>
    !regulationIds.includes(regulationId);
  const made: RuleSet = {
    ...ruleSet,
    overlayEffects: new Map(
      [...ruleSet.overlayEffects].map(([theme, effects]) => [theme, effects.filter(isHere)]),
    ),
    generalSetbacks: ruleSet.generalSetbacks.filter(isHere),
  };
  ofSet.set(key, made);
  return made;
}
