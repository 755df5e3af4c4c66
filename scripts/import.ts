import { readEnvironment } from '../server/env.ts';
import { migrate } from '../server/platform/migrate.ts';
import { openDeps } from '../server/platform/open-deps.ts';
import { runImportKbli } from './import-kbli.ts';
import { PLAN_USAGE, runImportPlan } from './import-plan.ts';
import { runImportRules } from './import-rules.ts';
import { attachDatabase } from './setup/attach-database.ts';
import { endWithFailure } from './setup/explain-failure.ts';

/**
 * npm run import: a plan file, or (first word `rules`) a directory of rule tables, becomes a draft version;
 * first word `kbli`: the reference list of business activities is replaced.
 */
async function runImport(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args.includes('--help')) {
    console.log(PLAN_USAGE);
    return args.length === 0 ? 64 : 0;
  }
  const environment = readEnvironment();
  if (!environment.ok) {
    console.error(environment.problem.join('\n'));
    return 78;
  }
  const database = await attachDatabase(environment.value);
  const { deps, close } = openDeps(environment.value, database.url);
  try {
    await migrate(deps.sql);
    if (args[0] === 'rules') return await runImportRules(deps.sql, args.slice(1));
    if (args[0] === 'kbli') return await runImportKbli(deps.sql, args.slice(1));
    return await runImportPlan(deps, args);
  } finally {
    await close();
    await database.close();
  }
}

runImport(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
}, endWithFailure);
