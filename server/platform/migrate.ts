import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database, Queryable } from './db.ts';
import { OperatorProblem } from './operator-problem.ts';
import { findProjectRoot } from './project-root.ts';

interface SqlFile {
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
}

export interface MigrationOutcome {
  readonly migrations: readonly string[];
  readonly functions: readonly string[];
}

/**
 * Brings the schema up to date: numbered migrations, forward only, each once; then the functions whose text changed.
 * All in one transaction under an advisory lock: a failure leaves the database as it was, and two starters take turns.
 * @throws OperatorProblem when an applied migration was edited, numbers clash, or the database is ahead of this code
 */
export async function migrate(
  sql: Database,
  dataFolder: string = join(findProjectRoot(), 'data'),
): Promise<MigrationOutcome> {
  const migrations = await readSqlFiles(join(dataFolder, 'migrations'));
  const functions = await readSqlFiles(join(dataFolder, 'functions'));
  checkNumbers(migrations);
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('one-map-one-data migrate'))`;
    await tx`
      create table if not exists schema_file (
        kind text not null check (kind in ('migration', 'function')),
        name text not null,
        sha256 text not null,
        applied_at timestamptz not null default now(),
        primary key (kind, name)
      )`;
    const outcome = {
      migrations: await applyMigrations(tx, migrations),
      functions: await applyFunctions(tx, functions),
    };
    await prepareSecondLock(tx);
    return outcome;
  });
}

/** Opens tables that have become known to the role under which staff act. An old copy of the schema has none. */
async function prepareSecondLock(tx: Queryable): Promise<void> {
  const [found] = await tx<{ isThere: boolean }[]>`
    select to_regprocedure('prepare_second_lock()') is not null as "isThere"`;
  if (found?.isThere === true) await tx`select prepare_second_lock()`;
}

/** True when staff act under a database role of their own, so that row-level security stands behind their rights. */
export async function hasSecondLock(sql: Queryable): Promise<boolean> {
  const [row] = await sql<{ isLocked: boolean }[]>`
    select exists (select from pg_roles where rolname = 'omod_staff' and pg_has_role(oid, 'member')) as "isLocked"`;
  return row?.isLocked === true;
}

async function applyMigrations(tx: Queryable, files: readonly SqlFile[]): Promise<string[]> {
  const applied = await readApplied(tx, 'migration');
  for (const name of applied.keys()) {
    if (files.some((file) => file.name === name)) continue;
    throw new OperatorProblem(
      'database-newer',
      `The database has the migration ${name}, which this copy of the program does not know: update the program.`,
    );
  }
  const done: string[] = [];
  for (const file of files) {
    const before = applied.get(file.name);
    if (before === file.sha256) continue;
    if (before !== undefined) {
      throw new OperatorProblem(
        'migration-changed',
        `The migration ${file.name} was edited after it was applied: restore it and write the change as a new one.`,
      );
    }
    await tx.file(file.path);
    await tx`insert into schema_file (kind, name, sha256) values ('migration', ${file.name}, ${file.sha256})`;
    done.push(file.name);
  }
  return done;
}

async function applyFunctions(tx: Queryable, files: readonly SqlFile[]): Promise<string[]> {
  const applied = await readApplied(tx, 'function');
  const changed = files.filter((file) => applied.get(file.name) !== file.sha256);
  for (const file of changed) {
    await tx.file(file.path);
    await tx`
      insert into schema_file (kind, name, sha256) values ('function', ${file.name}, ${file.sha256})
      on conflict (kind, name) do update set sha256 = excluded.sha256, applied_at = now()`;
  }
  return changed.map((file) => file.name);
}

async function readApplied(tx: Queryable, kind: 'migration' | 'function'): Promise<Map<string, string>> {
  const rows = await tx<{ name: string; sha256: string }[]>`
    select name, sha256 from schema_file where kind = ${kind} order by name`;
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

async function readSqlFiles(folder: string): Promise<SqlFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return {
        name,
        path,
        sha256: createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      };
    }),
  );
}

function checkNumbers(files: readonly SqlFile[]): void {
  files.forEach((file, index) => {
    if (Number(/^(\d{4})_/.exec(file.name)?.[1]) === index + 1) return;
    throw new OperatorProblem(
      'migration-misnumbered',
      `The migration ${file.name} should be number ${String(index + 1).padStart(4, '0')}: numbers run without gap or double.`,
    );
  });
}
