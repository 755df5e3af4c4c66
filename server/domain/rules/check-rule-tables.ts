import { checkDuplicates } from './check-duplicates.ts';
import { checkMatrices, settleEmptyMeaning } from './check-matrix.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkReferences } from './check-references.ts';
import type { RulesProblem } from './problem.ts';
import { type RuleTables, readRuleTables } from './read-rule-tables.ts';
import type { EMPTY_MEANINGS } from './tables.ts';

export type CheckedRules = { readonly tables: RuleTables; readonly problems: readonly RulesProblem[] };

/**
 * Reads and checks a whole rule set.
 *
 * @param texts table name → text.
 * @param options.emptyMeans what the operator says an empty matrix cell means; null = not said.
 * @param options.knownKbli `<edition>:<code>`; null = not checked.
 * @returns rows in the order of the files and all problems; import only when none is an error.
 */
export const checkRuleTables = (
  texts: ReadonlyMap<string, string>,
  options: {
    readonly emptyMeans: (typeof EMPTY_MEANINGS)[number] | null;
    readonly knownKbli: ReadonlySet<string> | null;
  },
): CheckedRules => {
  const read = readRuleTables(texts);
  const settled = settleEmptyMeaning(read.tables, options.emptyMeans);
  const problems = [
    ...read.problems,
    ...settled.problems,
    ...checkDuplicates(settled.tables),
    ...checkReferences(settled.tables, options.knownKbli),
    ...checkNumbers(settled.tables),
    ...checkMatrices(settled.tables),
  ];
  return { tables: settled.tables, problems };
};
