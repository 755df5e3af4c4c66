import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../server/env.ts';
import { type RestoreProblem, restoreBackup } from '../server/features/backup/index.ts';
import { openDeps } from '../server/platform/open-deps.ts';
import { OperatorProblem } from '../server/platform/operator-problem.ts';
import { endWithFailure } from './setup/explain-failure.ts';
import { findPostgresTools } from './setup/find-postgres-tools.ts';
import { openProductDatabase } from './setup/open-database.ts';
import { takeStartLock } from './setup/start-lock.ts';

const USAGE = `npm run restore -- DIRECTORY [--checkpoint FILE]

  DIRECTORY           a backup; the database must be empty, and the keys back in DATA_DIRECTORY/keys
  --checkpoint FILE   the newest checkpoint that was kept elsewhere: says which entries are missing
`;

function describeProblem(problem: RestoreProblem): string {
  switch (problem.code) {
    case 'backupBroken':
      return `The backup is not as it was written: ${problem.files.join(', ')}. Nothing was changed.`;
    case 'databaseNotEmpty':
      return 'The database is not empty: give DATABASE_URL of an empty one, or move DATA_DIRECTORY away.';
    case 'checkpointUnreadable':
      return `The checkpoint is none of this log: ${problem.reason}. Nothing was changed.`;
    case 'logDamaged':
      return `The restored log is damaged: ${JSON.stringify(problem.damage)}.`;
  }
}

/** @returns the exit code: 0 complete, 1 refused, 2 wrong usage, 3 restored but entries are known to be missing */
async function restore(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { checkpoint: { type: 'string' } },
  });
  const [directory] = positionals;
  const environment = readEnvironment();
  if (directory === undefined || !environment.ok) {
    console.error(environment.ok ? USAGE : environment.problem.join('\n'));
    return 2;
  }
  const newerCheckpoint =
    values.checkpoint === undefined ? undefined : await readFile(values.checkpoint, 'utf8');
  const lock = takeStartLock(environment.value.DATA_DIRECTORY);
  if (!lock.isHeld)
    throw new OperatorProblem(
      'already-running',
      `The product runs (process ${lock.holder.pid}): stop it first.`,
    );
  try {
    const database = await openProductDatabase(environment.value);
    const { deps, close } = openDeps(environment.value, database.url);
    try {
      const restored = await restoreBackup(deps, {
        databaseUrl: database.url,
        binDirectory: await findPostgresTools(environment.value, deps.sql),
        dataDirectory: resolve(environment.value.DATA_DIRECTORY),
        directory: resolve(directory),
        newerCheckpoint,
      });
      if (!restored.ok) {
        console.error(describeProblem(restored.problem));
        return 1;
      }
      const { logSize, archives, missing } = restored.value;
      console.log(
        `Restored: ${logSize} entries of the log, all as they were signed for; ${archives} tile archives built.`,
      );
      if (missing === null) return 0;
      const count = missing.to - missing.from;
      console.error(
        `Entries ${missing.from} to ${missing.to - 1} (${count}) are missing: they were recorded after this backup.`,
      );
      return 3;
    } finally {
      await close();
      await database.close();
    }
  } finally {
    lock.release();
  }
}

restore().then((code) => {
  process.exitCode = code;
}, endWithFailure);
