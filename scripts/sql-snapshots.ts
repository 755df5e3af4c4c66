import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../server/env.ts';
import { findProjectRoot } from '../server/platform/project-root.ts';
import { takeSqlSnapshots } from '../tests/support/sql-snapshots.ts';
import { attachDatabase } from './setup/attach-database.ts';
import { endWithFailure } from './setup/explain-failure.ts';

/** npm run sql-snapshots: writes every statement and its plan shape to tests/db/snapshots, for review with the code. */
async function writeSnapshots(): Promise<void> {
  const environment = readEnvironment();
  if (!environment.ok) throw new Error(environment.problem.join('\n'));
  const database = await attachDatabase(environment.value);
  try {
    const { files, uncovered, serverMajor } = await takeSqlSnapshots(database.url);
    const folder = join(findProjectRoot(), 'tests', 'db', 'snapshots');
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(join(folder, name));
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    console.log(`${files.size} files written, plans of PostgreSQL ${serverMajor}.`);
    for (const template of uncovered) console.error(`Not run by anything: ${template}`);
    if (uncovered.length > 0) process.exitCode = 1;
  } finally {
    await database.close();
  }
}

writeSnapshots().catch(endWithFailure);
