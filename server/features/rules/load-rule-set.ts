import type { Sql } from 'postgres';
import { buildRuleSet } from '#domain/rules/build-rule-set';
import type { RuleSet } from '#domain/rules/rule-set';
import { selectRules } from './queries.ts';

/** Rule sets in memory at once: the one in force, a draft under review, a few asked as of another date. */
const MAX_KEPT = 8;

/** Gives the rule set of a version, or null when there is no such version of kind rules. */
export type LoadRuleSet = (versionId: string) => Promise<RuleSet | null>;

/**
 * Makes a loader that keeps the {@link MAX_KEPT} rule sets used last. Versions never change, so nothing is ever
 * invalidated; a failed load and an unknown version are not kept.
 */
export const createRuleSetLoader = (sql: Sql, maxKept: number = MAX_KEPT): LoadRuleSet => {
  const kept = new Map<string, Promise<RuleSet | null>>();
  const load = async (versionId: string): Promise<RuleSet | null> => {
    const stored = await selectRules(sql, versionId);
    if (stored === null) return null;
    return buildRuleSet(stored.rows, { layerId: stored.layerId, versionId, isDemo: stored.isDemo });
  };
  return (versionId) => {
    const found = kept.get(versionId);
    kept.delete(versionId);
    const pending = found ?? load(versionId);
    kept.set(versionId, pending);
    for (const oldest of kept.keys()) {
      if (kept.size <= maxKept) break;
      kept.delete(oldest);
    }
    const forget = (): void => {
      if (kept.get(versionId) === pending) kept.delete(versionId);
    };
    pending.then((ruleSet) => ruleSet ?? forget(), forget);
    return pending;
  };
};
