import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import pino from 'pino';
import { createApp } from '../../server/app.ts';
import { readCityProfile } from '../../server/platform/city.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { createDatabaseOn } from './create-database.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** The product on a socket with nobody and nothing in it yet, for screens of staff. Pages come from `npm run build`. */
export async function startStaffServer(databaseServerUrl: string) {
  const database = await createDatabaseOn(databaseServerUrl);
  const folder = makeTemporaryFolder('staff');
  const deps: Deps = {
    sql: database.sql,
    clock: { now: () => new Date() },
    log: pino({ level: 'silent' }),
    city: readCityProfile('balikpapan'),
    tilesDirectory: folder.path,
    keys: openKeys(join(folder.path, 'keys')),
    dataDirectory: folder.path,
  };
  const server = createAdaptorServer({ fetch: createApp(deps).fetch });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    deps,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop(): Promise<void> {
      await new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await database.drop();
      folder.remove();
    },
  };
}
