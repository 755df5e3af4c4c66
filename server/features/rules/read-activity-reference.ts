import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActivityFinder, createActivityFinder, MIN_VERDICT_SCORE } from '#domain/rules/activity-finder';
import { fiveDigitEntries, readKbliList, readPlainWords } from '#domain/rules/read-code-lists';
import type { Activity, RegulationRules } from '#domain/rules/rule-set';
import { queryTokens } from '#domain/rules/spelling';

/** As many suggestions as one reads. */
const MAX_NEAR = 4;

type ActivitySearch = {
  /** What the words could mean, best first; empty when nothing is near enough for an answer. */
  readonly find: (rules: RegulationRules, words: string) => readonly Activity[];
  /** What the reader may have meant when nothing was found: the whole question first, then each of its words. */
  readonly near: (rules: RegulationRules, words: string) => readonly Activity[];
};

/**
 * Activities of a regulation that words, an activity id or a KBLI code could mean. The KBLI list and the plain words are read on first use (about 1,800 and 250 entries), the index of a
 * rule set is kept as long as the rule set.
 *
 * @param codeLists the directory `data/code-lists`.
 */
export const createActivitySearch = (codeLists: string): ActivitySearch => {
  let reference: ReturnType<typeof readActivityReference> | null = null;
  const finders = new WeakMap<RegulationRules, ActivityFinder>();
  const finderFor = (rules: RegulationRules): ActivityFinder => {
    reference ??= readActivityReference(codeLists);
    const finder = finders.get(rules) ?? finderOf(rules, reference);
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
};

/** Only activities are asked for here, so only the KBLI entries that one of them is linked to are indexed. */
const finderOf = (
  rules: RegulationRules,
  reference: ReturnType<typeof readActivityReference>,
): ActivityFinder => {
  const activities = [...rules.activities.values()];
  const linked = new Set(activities.flatMap((activity) => activity.kbli.map((link) => link.code)));
  const kbli = reference.kbli.filter((entry) => linked.has(entry.code));
  return createActivityFinder(activities, kbli, reference.words);
};

/** The committed code lists; their soundness is a test, so a problem here is a damaged installation. */
export const readActivityReference = (codeLists: string) => {
  const read = (name: string): string => readFileSync(join(codeLists, `${name}.csv`), 'utf8');
  const kbli = readKbliList('kbli-2020', read('kbli-2020'));
  const words = readPlainWords('activity-words', read('activity-words'));
  if (kbli.problems.length + words.problems.length > 0) throw new Error(`damaged code list in ${codeLists}`);
  return { kbli: fiveDigitEntries(kbli.rows), words: words.rows };
};
