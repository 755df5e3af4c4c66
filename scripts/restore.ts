import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../server/env.ts';
import { type RestoreProblem, restoreBackup, verifyBackup } from '../server/features/backup/index.ts';
import { openKeys } from '../server/platform/keys.ts';
import { openDeps } from '../server/platform/open-deps.ts';
import { OperatorProblem } from '../server/platform/operator-problem.ts';
import { endWithFailure } from './setup/explain-failure.ts';
import { findPostgresTools } from './setup/find-postgres-tools.ts';
import { openProductDatabase } from './setup/open-database.ts';
import { takeStartLock } from './setup/start-lock.ts';

const USAGE = `npm run restore -- DIRECTORY [--keys FILE] [--checkpoint FILE]

  DIRECTORY           a backup; the database must be empty, and the keys back in DATA_DIRECTORY/keys
  --keys FILE         public keys of the log that you kept elsewhere (/.well-known/tlog-keys), when DATA_DIRECTORY/keys is lost
  --checkpoint FILE   the newest checkpoint that was kept elsewhere: says which entries are missing
`;

function describeProblem(problem: RestoreProblem): string {
  switch (problem.code) {
    case 'manifestUnreadable':
      return 'There is no manifest.json that can be read: this is no backup, or not a whole one. Nothing was changed.';
    case 'noTrustedKeys':
      return 'A backup cannot vouch for itself: put the keys back into DATA_DIRECTORY/keys, or give the public keys of the log that you kept elsewhere with --keys FILE. Nothing was changed.';
    case 'backupUnsigned':
      return `No key of yours has signed this backup (${problem.reason}): it is of another installation, or somebody changed it. Nothing was changed.`;
    case 'backupBroken':
      return `The backup is not as it was written (changed, missing, a link, or not listed): ${problem.files.join(', ')}. Nothing was changed.`;
    case 'databaseNotEmpty':
      return 'The database is not empty: give DATABASE_URL of an empty one, or move DATA_DIRECTORY away.';
    case 'checkpointUnreadable':
      return `The checkpoint is none of this log: ${problem.reason}. Nothing was changed.`;
    case 'logDamaged':
      return `The restored log is damaged: ${JSON.stringify(problem.damage)}. Do not start the product on it: what was restored was taken away again. Restore another backup into a new database.`;
  }
}

/** @returns the exit code: 0 complete, 1 refused, 2 wrong usage, 3 restored but entries are known to be missing */
async function restore(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { checkpoint: { type: 'string' }, keys: { type: 'string' } },
  });
  const [directory] = positionals;
  const environment = readEnvironment();
  if (directory === undefined || !environment.ok) {
    console.error(environment.ok ? USAGE : environment.problem.join('\n'));
    return 2;
  }
  const newerCheckpoint =
    values.checkpoint === undefined ? undefined : await readFile(values.checkpoint, 'utf8');
  const trustedKeys = values.keys === undefined ? undefined : await readFile(values.keys, 'utf8');
  const keys = openKeys(join(resolve(environment.value.DATA_DIRECTORY), 'keys'));
  const verified = await verifyBackup({ keys }, resolve(directory), trustedKeys);
  if (!verified.ok) {
    console.error(describeProblem(verified.problem));
    return 1;
  }
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
        trustedKeys,
      });
      if (!restored.ok) {
        console.error(describeProblem(restored.problem));
        return 1;
      }
      const { origin, logSize, provenBy, archives, missing } = restored.value;
      const who = provenBy === 'given' ? 'the keys that you gave' : 'the keys of this installation';
      console.log(
        `Restored: the backup was signed with ${who} for the log ${origin}; all ${logSize} entries are as they were signed for, ${archives} tile archives built. What was recorded later is not proven${values.checkpoint === undefined ? ': give --checkpoint to know what is missing' : ' beyond your checkpoint'}.`,
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
