import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActivityFinder, createActivityFinder } from '#domain/rules/activity-finder';
import { fiveDigitEntries, readKbliList, readPlainWords } from '#domain/rules/read-code-lists';
import type { RegulationRules } from '#domain/rules/rule-set';
import { type ActivitySearch, searchActivities } from '#domain/rules/search-activities';

/**
 * Activities of a regulation that words, an activity id or a KBLI code could mean. The KBLI list and the plain words are read on first use (about 1,800 and 250 entries), the index of a
 * rule set is kept as long as the rule set.
 *
 * @param codeLists the directory `data/code-lists`.
 */
export const createActivitySearch = (codeLists: string): ActivitySearch => {
  let reference: ReturnType<typeof readActivityReference> | null = null;
  return searchActivities((rules) => {
    reference ??= readActivityReference(codeLists);
    return finderOf(rules, reference);
  });
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
