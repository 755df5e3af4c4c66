import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findPostgresTools } from '../../scripts/setup/find-postgres-tools.ts';
import { readEnvironment } from '../../server/env.ts';
import { audit, inspectLog } from '../../server/features/log/index.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { runPostgresTool } from '../../server/platform/postgres-tool.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import { insertSmallCity, SMALL_CITY } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const directory = join(findProjectRoot(), 'tests/fixtures/upgrade');
const dumps = readdirSync(directory).filter((name) => name.endsWith('.dump'));

/** Everything that the city is asked, at each of its places. */
async function askAll({ sql }: TemporaryDatabase): Promise<unknown[]> {
  const app = anApp(sql);
  const places = Object.values(SMALL_CITY).map(
    ([lng, lat]) => `/api/v1/lookup?lon=${lng}&lat=${lat}&on=2026-03-01&activity=bengkel`,
  );
  const addresses = [...places, '/api/v1/search?q=jalan+uji', '/api/v1/legend?on=2026-03-01'];
  const texts = await Promise.all(addresses.map(async (address) => (await app.request(address)).text()));
  // When a row was imported is the one thing in which two cities of the same content differ.
  return texts.map((text) => JSON.parse(text.replace(/"importedAt":"[^"]*"/g, '"importedAt":"…"')));
}

it.each(dumps)(
  '%s is brought up to the schema of today and answers as a city of today does',
  async (name) => {
    expect(statSync(join(directory, name)).size).toBeLessThan(300_000);
    const [old, fresh] = await Promise.all([
      createTemporaryDatabase({ migrated: false }),
      createTemporaryDatabase(),
    ]);
    const folder = makeTemporaryFolder('upgrade');
    try {
      const environment = readEnvironment();
      if (!environment.ok) throw new Error(environment.problem.join('; '));
      const tools = await findPostgresTools(environment.value, old.sql);
      await runPostgresTool(tools, 'pg_restore', old.url, [
        '--no-owner',
        '--exit-on-error',
        join(directory, name),
      ]);
      const { migrations } = await migrate(old.sql);
      expect(migrations[0]?.slice(0, 4)).toBe(String(Number(name.slice(0, 4)) + 1).padStart(4, '0'));
      expect(await migrate(old.sql)).toEqual({ migrations: [], functions: [] });
      await insertSmallCity(fresh.sql);
      // The small city is published before its roads are there; names are filled anew when the function that folds them changes.
      for (const { sql } of [old, fresh])
        await sql`select fill_search_entries(version_id) from (select distinct version_id from publication) p`;
      const answers = await askAll(old);
      expect(answers).toEqual(await askAll(fresh));
      expect(JSON.stringify(answers)).toContain('Bengkel kendaraan');

      // What came with later releases works on it too, and what was published stays locked.
      const facts = { layerId: 'rdtr-uji', publicationId: '1', validFrom: '2026-01-01', decree: 'CONTOH' };
      await audit(old.sql, { kind: 'layer.withdrawn', actor: 'operator', facts });
      const deps = { sql: old.sql, keys: openKeys(join(folder.path, 'keys')) };
      expect(await inspectLog(deps)).toMatchObject({ size: 1, damage: null });
      await expect(old.sql`delete from zone`).rejects.toThrow('has been published');
    } finally {
      folder.remove();
      await Promise.all([old.drop(), fresh.drop()]);
    }
  },
);
