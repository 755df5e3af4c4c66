import { readEnvironment } from '../server/env.ts';
import { findProjectRoot } from '../server/platform/project-root.ts';
import { startDemoProduct } from '../tests/support/running-product.ts';
import { ensureBuild } from './setup/ensure-build.ts';
import { ensureTools } from './setup/ensure-tools.ts';
import { endWithFailure } from './setup/explain-failure.ts';
import { addTallies, reportTally, runTests, type Tally } from './setup/run-step.ts';
import { runStaticChecks } from './setup/static-checks.ts';

/** npm test: everything, in the order in which a failure is cheapest to find. `--long`: what takes longer. */
async function test(isLong: boolean): Promise<void> {
  const environment = readEnvironment();
  if (!environment.ok) throw new Error(environment.problem.join('; '));
  const root = findProjectRoot(import.meta.dirname);
  ensureTools(root, {
    cluster: environment.value.DATABASE_URL === undefined,
    browser: true,
    postgresqlDirectory: environment.value.POSTGRESQL_DIRECTORY,
    mayInstall: true,
  });
  // Beside the checks, which leave a core idle most of the time.
  const building = ensureBuild(root);
  building.catch(() => {});
  const tallies: Tally[] = isLong ? [] : await runStaticChecks();
  await building;
  if (isLong) {
    tallies.push(await runTests(root, ['long']));
  } else {
    // Nothing here waits for another process: every core works, however many there are.
    tallies.push(await runTests(root, ['architecture', 'unit', 'unit-isolated'], ['--maxWorkers=100%']));
    tallies.push(await runTests(root, ['golden', 'db', 'sql-snapshots', 'api', 'abuse', 'perf', 'setup']));
    tallies.push(await runBrowserTests(root, environment.value.DATABASE_URL));
  }
  reportTally(addTallies(tallies), 0);
}

/** One product for all of them: loading the demo city is most of its start. */
async function runBrowserTests(root: string, databaseUrl: string | undefined): Promise<Tally> {
  const product = await startDemoProduct(databaseUrl);
  try {
    return await runTests(root, ['a11y', 'e2e'], [], { PRODUCT_URL: product.address });
  } finally {
    await product.stop();
  }
}

test(process.argv.includes('--long')).catch(endWithFailure);
