import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import pino from 'pino';
import { inject } from 'vitest';
import { createApp } from '../../server/app.ts';
import { publishVersion } from '../../server/features/publish/index.ts';
import { readCityProfile } from '../../server/platform/city.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { insertSmallCity } from './a-small-city.ts';
import { createDatabaseOn } from './create-database.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

type Answering = (request: Request) => Promise<Response>;

export interface RunningCity {
  /** Address without a slash at the end. */
  readonly url: string;
  /** What the product stands on: its database, its clock, its secrets, its folder. */
  readonly deps: Deps & { readonly dataDirectory: string };
  /** Of its database: for processes of its own. */
  readonly databaseUrl: string;
  /** The same city by a product that starts only now and has read nothing yet; its address. */
  openAgain(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * The product on a socket, on a real PostGIS, with the small city published: its tiles are built and served. What
 * every place of it answers can be computed by hand, see a-small-city.ts. Pages come from `npm run build`.
 *
 * @param given settings that differ from the usual
 * @param around stands between the socket and the application: to be out of order, or to be a newer build
 */
export async function startSmallCity(
  around: (application: Answering) => Answering = (application) => application,
  given: Partial<Deps> = {},
): Promise<RunningCity> {
  const database = await createDatabaseOn(inject('databaseServerUrl'));
  const folder = makeTemporaryFolder('small-city');
  await insertSmallCity(database.sql);
  const deps = {
    sql: database.sql,
    clock: { now: () => new Date('2026-11-21T04:00:00Z') },
    log: pino({ level: 'silent' }),
    city: readCityProfile('balikpapan'),
    tilesDirectory: join(folder.path, 'tiles'),
    keys: openKeys(join(folder.path, 'keys')),
    dataDirectory: folder.path,
    ...given,
  };
  const versions = await database.sql<{ layerId: string; versionId: string }[]>`
    select layer_id as "layerId", version_id as "versionId" from layer_version order by layer_id`;
  for (const version of versions) {
    const published = await publishVersion(deps, {
      ...version,
      validFrom: '2026-01-02',
      decree: 'CONTOH Nomor 1',
    });
    if (!published.ok) throw new Error(`${version.layerId}: ${JSON.stringify(published.problem)}`);
  }
  const servers: ReturnType<typeof createAdaptorServer>[] = [];
  const open = async (): Promise<string> => {
    const app = createApp(deps);
    const server = createAdaptorServer({
      fetch: (request, socket) => around(async (asked) => app.fetch(asked, socket))(request),
    });
    servers.push(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  return {
    url: await open(),
    deps,
    databaseUrl: database.url,
    openAgain: open,
    async stop() {
      for (const server of servers)
        await new Promise((resolve) => {
          server.close(resolve);
          if ('closeAllConnections' in server) server.closeAllConnections();
        });
      await database.drop();
      folder.remove();
    },
  };
}
