import type { Sql } from 'postgres';
import { describeRegulation, type RegulationOnDay, type RegulationSet } from '#domain/rules/regulation-text';
import type { LoadRuleSet } from '../rules/index.ts';
import { type BoundRuleSet, rulesInForce } from './queries.ts';

export interface RegulationDeps {
  readonly sql: Sql;
  readonly loadRuleSet: LoadRuleSet;
}

const plansOf = (rules: BoundRuleSet, regulationId: string): string[] =>
  rules.plans.filter((plan) => plan.regulationId === regulationId).map(({ title }) => title);

/**
 * Every regulation of every rule set in force on a day.
 *
 * @param on calendar day in law, `YYYY-MM-DD`
 */
export async function listRegulations(
  { sql, loadRuleSet }: RegulationDeps,
  on: string,
): Promise<RegulationSet[]> {
  const sets = await rulesInForce(sql, on);
  return Promise.all(
    sets.map(async (rules) => {
      const { plans: _plans, ...set } = rules;
      const ruleSet = await loadRuleSet(rules.versionId);
      const citations = [...(ruleSet?.citations.values() ?? [])];
      return {
        ...set,
        regulations: [...(ruleSet?.byRegulation.values() ?? [])].map(({ regulation }) => ({
          regulation,
          articleCount: citations.filter(({ regulationId }) => regulationId === regulation.regulationId)
            .length,
          plans: plansOf(rules, regulation.regulationId),
        })),
      };
    }),
  );
}

/**
 * One regulation of a rule set in force on a day, with every article; null when the day knows none of that name.
 *
 * @param layerId the layer of the rule set
 */
export async function readRegulation(
  { sql, loadRuleSet }: RegulationDeps,
  layerId: string,
  regulationId: string,
  on: string,
): Promise<RegulationOnDay | null> {
  const rules = (await rulesInForce(sql, on)).find((candidate) => candidate.layerId === layerId);
  const ruleSet = rules === undefined ? null : await loadRuleSet(rules.versionId);
  const text = ruleSet === null ? null : describeRegulation(ruleSet, regulationId);
  if (rules === undefined || text === null) return null;
  const { plans: _plans, ...set } = rules;
  return { text, set, plans: plansOf(rules, regulationId) };
}
