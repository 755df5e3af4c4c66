import { join } from 'node:path';
import type { Sql } from 'postgres';
import { describePlace, describeProblem } from '#domain/rules/describe-problem';
import { importKbli } from '../server/features/rules/index.ts';
import { findProjectRoot } from '../server/platform/project-root.ts';

/**
 * `import kbli [LIST [WORDS]]`: replaces the reference list of business activities; without arguments the committed
 * lists of `data/code-lists`.
 *
 * @returns the exit code: 0 done, 1 refused.
 */
export async function runImportKbli(sql: Sql, args: readonly string[]): Promise<number> {
  const lists = join(findProjectRoot(), 'data', 'code-lists');
  const [list = join(lists, 'kbli-2020.csv'), words = join(lists, 'activity-words.csv')] = args;
  const outcome = await importKbli(sql, list, words);
  if (outcome.ok) {
    console.log(`${outcome.value} KBLI codes with their plain words.`);
    return 0;
  }
  for (const problem of outcome.problem)
    console.error(`  ERROR ${describePlace(problem, 'en')}: ${describeProblem(problem, 'en')}`);
  console.error('Nothing was changed.');
  return 1;
}
