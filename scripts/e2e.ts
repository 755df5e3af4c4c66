import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../server/platform/project-root.ts';
import { ensureBuild } from './setup/ensure-build.ts';
import { endWithFailure } from './setup/explain-failure.ts';
import { reportTally, runTests } from './setup/run-step.ts';

/** npm run e2e -- <area>: the journeys of one area in a real browser; without an area, all of them. */
async function runJourneys(area: string | undefined): Promise<void> {
  const root = findProjectRoot(import.meta.dirname);
  const journeys = join(root, 'tests', 'e2e');
  const areas = existsSync(journeys) ? readdirSync(journeys) : [];
  if (area !== undefined && !areas.includes(area)) {
    console.error(`There is no area "${area}"; there are: ${areas.join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  await ensureBuild(root);
  const tally = await runTests(root, ['e2e'], area === undefined ? [] : [`tests/e2e/${area}/`]);
  reportTally(tally, 0);
}

runJourneys(process.argv[2]).catch(endWithFailure);
