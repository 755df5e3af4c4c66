import { findProjectRoot } from '../server/platform/project-root.ts';
import { addTallies, reportTally, runTests } from './setup/run-step.ts';
import { runStaticChecks } from './setup/static-checks.ts';

/** npm run check: everything that needs no browser and no database. */
const root = findProjectRoot(import.meta.dirname);
const tallies = [
  ...(await runStaticChecks()),
  await runTests(root, ['architecture', 'unit', 'unit-isolated']),
];
reportTally(addTallies(tallies), 0);
