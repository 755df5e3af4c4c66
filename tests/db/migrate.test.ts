import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../server/platform/migrate.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let data: string;

beforeEach(async () => {
  database = await createTemporaryDatabase({ migrated: false });
  data = mkdtempSync(join(tmpdir(), 'omod-migrate-'));
  cpSync('data/migrations', join(data, 'migrations'), { recursive: true });
  cpSync('data/functions', join(data, 'functions'), { recursive: true });
});

afterEach(async () => {
  await database.drop();
  rmSync(data, { recursive: true, force: true });
});

const addMigration = (name: string, text: string) => writeFileSync(join(data, 'migrations', name), text);
async function countMigrations(): Promise<string> {
  const outcome = await migrate(database.sql, data);
  return String(outcome.migrations.length + 1).padStart(4, '0');
}

describe('migrate', () => {
  it('fills an empty database and then has nothing left to do', async () => {
    const first = await migrate(database.sql, data);
    expect(first.migrations[0]).toBe('0001_base.sql');
    expect(await database.sql`select 1 from layer`).toHaveLength(0);
    expect(await migrate(database.sql, data)).toEqual({ migrations: [], functions: [] });
  });

  it('lets two starters take turns', async () => {
    const outcomes = await Promise.all([migrate(database.sql, data), migrate(database.sql, data)]);
    expect(outcomes.filter(({ migrations }) => migrations.length > 0)).toHaveLength(1);
  });

  it('leaves nothing behind when a migration fails', async () => {
    const next = await countMigrations();
    addMigration(`${next}_broken.sql`, 'create table half (id int); select 1/0;');
    await expect(migrate(database.sql, data)).rejects.toThrow('division by zero');
    const [row] = await database.sql`select to_regclass('half') as half`;
    expect(row?.half).toBeNull();
  });

  it('refuses a migration that was edited after it was applied', async () => {
    await migrate(database.sql, data);
    addMigration('0001_base.sql', 'select 1;');
    await expect(migrate(database.sql, data)).rejects.toMatchObject({ code: 'migration-changed' });
  });

  it('refuses a database that is ahead of the program', async () => {
    const next = await countMigrations();
    addMigration(`${next}_future.sql`, 'select 1;');
    await migrate(database.sql, data);
    rmSync(join(data, 'migrations', `${next}_future.sql`));
    await expect(migrate(database.sql, data)).rejects.toMatchObject({ code: 'database-newer' });
  });

  it('refuses numbers with a gap', async () => {
    addMigration('0999_gap.sql', 'select 1;');
    await expect(migrate(database.sql, data)).rejects.toMatchObject({ code: 'migration-misnumbered' });
  });

  it('applies a function again only when its text changed', async () => {
    await migrate(database.sql, data);
    const body = "create or replace function greeting() returns text language sql as $$ select 'one' $$;";
    writeFileSync(join(data, 'functions', 'greeting.sql'), body);
    expect((await migrate(database.sql, data)).functions).toEqual(['greeting.sql']);
    writeFileSync(join(data, 'functions', 'greeting.sql'), body.replace('one', 'two'));
    expect((await migrate(database.sql, data)).functions).toEqual(['greeting.sql']);
    expect(await database.sql`select greeting() as text`).toEqual([{ text: 'two' }]);
  });
});
