import type { RuleSet } from '../rules/rule-set.ts';
import type { Part } from './answer.ts';
import type { Citation } from './citation.ts';

/** The citations of every rule that the answer prints, in order of first use. */
export function sourcesUsed(
  parts: readonly Part[],
  effects: readonly { readonly sourceId: string }[],
  ruleSets: readonly RuleSet[],
): Citation[] {
  const ids = new Set<string>();
  const add = (sourceId: string | null | undefined) => {
    if (sourceId != null) ids.add(sourceId);
  };
  for (const part of parts) {
    for (const figure of part.figures) {
      add(figure.base?.sourceId);
      for (const rule of [...figure.alternatives, ...figure.caps]) add(rule.sourceId);
    }
    for (const rule of [
      ...part.setbacks,
      ...part.setbacks.flatMap((setback) => setback.caps),
      ...part.notes,
      ...part.conditions,
    ])
      add(rule.sourceId);
    add(part.zoneSourceId);
    add(part.matrixSourceId);
    const verdicts = part.verdict === null ? [] : [part.verdict, ...part.otherVerdicts];
    for (const verdict of verdicts) {
      add(verdict.sourceId);
      for (const rule of [
        ...verdict.conditions,
        ...verdict.overriddenBy,
        ...verdict.overriddenBy.flatMap((override) => override.conditions),
        ...verdict.nearby,
      ])
        add(rule.sourceId);
    }
  }
  for (const effect of effects) add(effect.sourceId);
  return [...ids].flatMap((id) => {
    const citation = ruleSets
      .map((ruleSet) => ruleSet.citations.get(id))
      .find((found) => found !== undefined);
    return citation === undefined ? [] : [citation];
  });
}
