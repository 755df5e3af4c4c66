import { type ActivityFinder, MIN_VERDICT_SCORE } from './activity-finder.ts';
import type { Activity, RegulationRules } from './rule-set.ts';
import { queryTokens } from './spelling.ts';

/** As many suggestions as one reads. */
const MAX_NEAR = 4;

export interface ActivitySearch {
  /** What the words could mean, best first; empty when nothing is near enough for an answer. */
  readonly find: (rules: RegulationRules, words: string) => readonly Activity[];
  /** What the reader may have meant when nothing was found: the whole question first, then each of its words. */
  readonly near: (rules: RegulationRules, words: string) => readonly Activity[];
}

/**
 * The search for activities by id, words or KBLI code, the same for the server and for an offline pack. A finder is made once
 * per regulation and kept as long as its rules.
 */
export function searchActivities(makeFinder: (rules: RegulationRules) => ActivityFinder): ActivitySearch {
  const finders = new WeakMap<RegulationRules, ActivityFinder>();
  const finderFor = (rules: RegulationRules): ActivityFinder => {
    const finder = finders.get(rules) ?? makeFinder(rules);
    finders.set(rules, finder);
    return finder;
  };
  return {
    find: (rules, words) => {
      const byId = rules.activities.get(words);
      if (byId !== undefined) return [byId];
      return finderFor(rules)(words)
        .activities.filter((hit) => hit.score >= MIN_VERDICT_SCORE)
        .map((hit) => hit.activity);
    },
    near: (rules, words) => {
      const finder = finderFor(rules);
      const hits = [words, ...queryTokens(words)].flatMap((asked) => finder(asked, MAX_NEAR).activities);
      return [...new Set(hits.map((hit) => hit.activity))].slice(0, MAX_NEAR);
    },
  };
}
