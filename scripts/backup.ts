import { resolve } from 'node:path';
import { makeBackup } from '../server/features/backup/index.ts';
import { findPostgresTools } from './setup/find-postgres-tools.ts';
import { runWithDeps } from './setup/run-with-deps.ts';

await runWithDeps(async (deps, environment, databaseUrl) => {
  const [directory] = process.argv.slice(2);
  if (directory === undefined) {
    console.error('npm run backup -- DIRECTORY   writes a backup into a new or empty directory\n');
    return 2;
  }
  const made = await makeBackup(deps, {
    databaseUrl,
    binDirectory: await findPostgresTools(environment, deps.sql),
    dataDirectory: resolve(environment.DATA_DIRECTORY),
    directory: resolve(directory),
  });
  if (!made.ok) {
    console.error(
      made.problem === 'directoryNotEmpty'
        ? `${directory} is not empty: a backup gets a directory of its own.`
        : `${directory} can be read by others, or is a link: chmod go= ${directory}, or name one that is not there yet.`,
    );
    return 1;
  }
  const { files, logSize } = made.value;
  const megabytes = (files.reduce((sum, { byteCount }) => sum + byteCount, 0) / 1e6).toFixed(1);
  console.log(`${directory}: ${files.length} files, ${megabytes} MB, the log up to entry ${logSize - 1}.`);
  console.log(
    'The keys are not in it: keep DATA_DIRECTORY/keys in another place. Without them, or the public keys of the log, it is not restored.',
  );
  return 0;
});
