import { constants, setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../server/env.ts';
import {
  describePublishProblem,
  describePublishWarning,
  type PublishOrder,
  publishVersion,
} from '../server/features/publish/index.ts';
import { openDeps } from '../server/platform/open-deps.ts';
import { attachDatabase } from './setup/attach-database.ts';
import { endWithFailure } from './setup/explain-failure.ts';

const USAGE = `npm run publish -- --layer ID --version ID --from DATE --decree TEXT [options]

  --layer ID           layer whose version is put in force
  --version ID         version, as npm run import printed it; an older one goes back to it
  --from DATE          first day in force, YYYY-MM-DD
  --decree TEXT        the regulation that says so
  --decree-on DATE     day of that regulation
  --note TEXT          remark for the register
`;

/** Reads the command line; undefined when it is not complete. */
function readOrder(): PublishOrder | undefined {
  const { values } = parseArgs({
    options: {
      layer: { type: 'string' },
      version: { type: 'string' },
      from: { type: 'string' },
      decree: { type: 'string' },
      'decree-on': { type: 'string' },
      note: { type: 'string' },
    },
  });
  const { layer, version, from, decree, 'decree-on': decreeOn, note } = values;
  if (layer === undefined || version === undefined || from === undefined || decree === undefined)
    return undefined;
  return { layerId: layer, versionId: version, validFrom: from, decree, decreeOn, note };
}

/** @returns the exit code: 0 done, 1 refused, 2 wrong usage */
async function publish(): Promise<number> {
  let order: PublishOrder | undefined;
  try {
    order = readOrder();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
  if (order === undefined) {
    console.error(USAGE);
    return 2;
  }
  const environment = readEnvironment();
  if (!environment.ok) {
    console.error(environment.problem.join('\n'));
    return 1;
  }
  // People who look at the map come first: this process takes what they leave.
  setPriority(constants.priority.PRIORITY_LOW);
  const database = await attachDatabase(environment.value);
  const { deps, close } = openDeps(environment.value, database.url);
  try {
    const began = performance.now();
    const outcome = await publishVersion(deps, order);
    if (!outcome.ok) {
      console.error(describePublishProblem(outcome.problem));
      return 1;
    }
    const { archive, warnings } = outcome.value;
    if (archive !== undefined) {
      const kilobytes = Math.round(archive.byteCount / 1000);
      console.log(
        archive.isReused
          ? `Tiles: ${archive.tileCount}, ${kilobytes} kB, used as they are`
          : `Tiles: ${archive.tileCount}, ${kilobytes} kB, SHA-256 ${archive.sha256}`,
      );
    }
    for (const warning of warnings) console.log(`Note: ${describePublishWarning(warning)}`);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `Version ${order.versionId} of ${order.layerId} is in force from ${order.validFrom} (${seconds} s).`,
    );
    return 0;
  } finally {
    await close();
    await database.close();
  }
}

publish().then((code) => {
  process.exitCode = code;
}, endWithFailure);
