import { expect, it } from 'vitest';
import { isSource, isTest, listFiles, readText } from '../support/source-files.ts';
import { readModule } from './read-module.ts';

/** Exported functions without a doc block. A budget may fall and never rises; at zero it is a rule. */
const BUDGETS = {
  'server/domain': 0,
  'server/platform': 0,
  tiles: 0,
};

it.each(Object.entries(BUDGETS))(
  'every exported function of %s says what it is for (budget %i)',
  (folder, budget) => {
    const paths = listFiles().filter(
      (path) => path.startsWith(`${folder}/`) && isSource(path) && !isTest(path),
    );
    const functions = paths.flatMap((path) =>
      readModule(path, readText(path)).exportedFunctions.map((found) => ({ path, ...found })),
    );
    const bare = functions
      .filter(({ hasDocBlock }) => !hasDocBlock)
      .map(({ path, name }) => `${path}: ${name}`);
    expect(functions.length).toBeGreaterThan(20);
    expect(bare.length, bare.join('\n')).toBeLessThanOrEqual(budget);
  },
);
