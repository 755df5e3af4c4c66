import type { Sql } from 'postgres';
import { createDatabaseOn } from './create-database.ts';
import { openRecordingDatabase } from './record-statements.ts';
import { runEveryQuery } from './run-every-query.ts';
import { listFiles, readText } from './source-files.ts';
import { evenSpace, listQueryFiles, readTemplates } from './sql-templates.ts';

export interface SqlSnapshots {
  /** File name below tests/db/snapshots → its text. */
  readonly files: ReadonlyMap<string, string>;
  /** Templates that nothing ran, as `path: function`. */
  readonly uncovered: readonly string[];
  /** Plans depend on it. */
  readonly serverMajor: number;
}

/** Runs every query of the product on a small city and writes down each statement with the shape of its plan. */
export async function takeSqlSnapshots(serverUrl: string): Promise<SqlSnapshots> {
  const database = await createDatabaseOn(serverUrl);
  const recording = openRecordingDatabase(database.url);
  try {
    const [server] = await database.sql<{ major: number }[]>`
      select current_setting('server_version_num')::int / 10000 as major`;
    await keepStatistics(database.sql);
    await runEveryQuery(database.sql, recording.sql);
    const serverMajor = server?.major ?? 0;
    const runs = [...recording.texts].map((text) => ({
      even: evenSpace(text),
      text: tidy(text),
      plan: recording.plans.get(text),
    }));
    const files = new Map<string, string>();
    const uncovered: string[] = [];
    for (const path of listQueryFiles()) {
      const sections: string[] = [];
      const written = new Set<string>();
      for (const { functionName, text, isIn } of readTemplates(path)) {
        const found = runs.filter(({ even }) => isIn(even));
        if (found.length === 0) uncovered.push(`${path}: ${functionName}: ${text.slice(0, 60)}`);
        for (const run of found) {
          if (written.has(run.text)) continue;
          written.add(run.text);
          sections.push(section(functionName, run));
        }
      }
      files.set(fileNameOf(path), sections.join('\n'));
    }
    for (const path of listFiles().filter((file) => /^data\/functions\/.*\.sql$/.test(file))) {
      // PL/pgSQL takes the target variables out of a statement before it runs it.
      const body = evenSpace(readText(path)).replace(/ into [a-z_, ]+? from /g, ' from ');
      const found = runs
        .map((run) => ({ run, at: body.indexOf(run.even) }))
        .filter(({ run, at }) => at >= 0 && run.plan !== undefined)
        .sort((a, b) => a.at - b.at);
      // A function that the planner writes into its callers has no plan of its own.
      if (found.length === 0) continue;
      files.set(
        fileNameOf(path),
        found.map(({ run }, index) => section(`statement ${index + 1}`, run)).join('\n'),
      );
    }
    return { files, uncovered, serverMajor };
  } finally {
    await recording.sql.end({ timeout: 5 });
    await database.drop();
  }
}

/** On a slow machine the server would meanwhile count the rows anew by itself, and the planner choose by that. */
async function keepStatistics(sql: Sql): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;
  for (const { name } of tables) await sql`alter table ${sql(name)} set (autovacuum_enabled = false)`;
}

/** `server/features/imports/staging/queries.ts` → `imports-staging.sql`. */
function fileNameOf(path: string): string {
  const name = path
    .replace(/^server\/features\/(.*)\/queries\.ts$/, '$1')
    .replace(/^data\/functions\/(.*)\.sql$/, 'function-$1');
  return `${name.replaceAll('/', '-')}.sql`;
}

function section(title: string, run: { text: string; plan: string | undefined }): string {
  const plan = run.plan === undefined ? '' : `\n${run.plan.replace(/^/gm, '--   ')}`;
  return `-- ${title}\n${run.text};${plan}\n`;
}

/** The statement without the indentation that it has in its source. */
function tidy(text: string): string {
  const lines = text
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const common = Math.min(...(indents.length > 1 && indents[0] === 0 ? indents.slice(1) : indents));
  return lines
    .map((line, index) => (index === 0 ? line.trimStart() : line.slice(common).trimEnd()))
    .join('\n')
    .trim();
}

/** Only the statements of a snapshot, for a server whose planner is another one. */
export const withoutPlans = (snapshot: string): string => snapshot.replace(/^-- {3}.*\n/gm, '');
