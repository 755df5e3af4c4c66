import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openDatabase, withDatabaseName } from '../../server/platform/db.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';

export interface TemporaryDatabase {
  readonly url: string;
  readonly sql: Database;
  /** Closes the pool and removes the database. Call it in afterAll. */
  drop(): Promise<void>;
}

export interface TemporaryDatabaseOptions {
  /** False: without the schema and without PostGIS. */
  readonly migrated?: boolean;
}

/** An own, migrated, empty database on this server, copied from a template that is made once per schema. */
export async function createDatabaseOn(
  serverUrl: string,
  options: TemporaryDatabaseOptions = {},
): Promise<TemporaryDatabase> {
  const name = `omod_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const administration = openDatabase(withDatabaseName(serverUrl, 'postgres'), { maxConnections: 1 });
  try {
    const template =
      options.migrated === false ? 'template1' : await ensureTemplate(administration, serverUrl);
    await administration`create database ${administration(name)} template ${administration(template)}`;
  } finally {
    await administration.end();
  }
  const url = withDatabaseName(serverUrl, name);
  const sql = openDatabase(url, { maxConnections: 4 });
  return {
    url,
    sql,
    async drop() {
      await sql.end({ timeout: 5 });
      const closing = openDatabase(withDatabaseName(serverUrl, 'postgres'), { maxConnections: 1 });
      await closing`drop database if exists ${closing(name)} with (force)`;
      await closing.end();
    },
  };
}

/** Makes the migrated template under a lock, so that parallel test files build it once. */
async function ensureTemplate(administration: Database, serverUrl: string): Promise<string> {
  const name = `omod_template_${hashSchema()}`;
  await administration`select pg_advisory_lock(hashtext(${name}))`;
  try {
    const [existing] = await administration`select 1 from pg_database where datname = ${name}`;
    if (existing) return name;
    const unfinished = `${name}_unfinished`;
    await administration`drop database if exists ${administration(unfinished)} with (force)`;
    await administration`create database ${administration(unfinished)}`;
    const sql = openDatabase(withDatabaseName(serverUrl, unfinished), { maxConnections: 1 });
    await migrate(sql).finally(() => sql.end());
    await administration`alter database ${administration(unfinished)} rename to ${administration(name)}`;
    return name;
  } finally {
    await administration`select pg_advisory_unlock(hashtext(${name}))`;
  }
}

function hashSchema(): string {
  const hash = createHash('sha256');
  for (const folder of ['migrations', 'functions']) {
    const path = join(findProjectRoot(), 'data', folder);
    for (const name of readdirSync(path).sort()) hash.update(name).update(readFileSync(join(path, name)));
  }
  return hash.digest('hex').slice(0, 12);
}
