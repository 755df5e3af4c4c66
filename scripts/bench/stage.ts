import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { type Environment, readEnvironment } from '../../server/env.ts';
import { type Published, publishVersion } from '../../server/features/publish/index.ts';
import { openDatabase, withDatabaseName } from '../../server/platform/db.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { openDeps } from '../../server/platform/open-deps.ts';
import { attachDatabase } from '../setup/attach-database.ts';
import { insertChicagoFabric } from './chicago-fabric.ts';
import { databasePrefix, dataFolderPrefix, sweepDatabases, sweepFolders } from './sweep-leftovers.ts';

/** What every measurement works on: an own database with the load case in force, and its own data directory. */
export interface Stage {
  readonly databaseUrl: string;
  readonly dataDirectory: string;
  readonly deps: Deps;
  readonly layerId: string;
  readonly versionId: string;
  readonly published: Published;
}

const LAYER = 'bench-zones';

/** Clears away what broken-off measurements left, puts up the stage, runs `act` on it and takes everything down again, whatever happens. */
export async function withStage<T>(act: (stage: Stage) => Promise<T>): Promise<T> {
  const environment = requireEnvironment();
  const server = await attachDatabase(environment);
  const name = `${databasePrefix()}${randomBytes(3).toString('hex')}`;
  const administration = openDatabase(server.url, { maxConnections: 1 });
  sweepFolders();
  await sweepDatabases(administration);
  const dataDirectory = mkdtempSync(dataFolderPrefix());
  await administration`create database ${administration(name)}`;
  const databaseUrl = withDatabaseName(server.url, name);
  const { deps, close } = openDeps({ ...environment, DATA_DIRECTORY: dataDirectory }, databaseUrl);
  try {
    await migrate(deps.sql);
    const versionId = await insertChicagoFabric(deps.sql, LAYER);
    await deps.sql`analyze`;
    const outcome = await publishVersion(deps, {
      layerId: LAYER,
      versionId,
      validFrom: '2026-01-01',
      decree: 'CONTOH bench',
    });
    if (!outcome.ok) throw new Error(`the load case was not published: ${outcome.problem.code}`);
    return await act({
      databaseUrl,
      dataDirectory,
      deps,
      layerId: LAYER,
      versionId,
      published: outcome.value,
    });
  } finally {
    await close();
    await administration`drop database if exists ${administration(name)} with (force)`;
    await administration.end();
    await server.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

function requireEnvironment(): Environment {
  const environment = readEnvironment();
  if (!environment.ok) throw new Error(environment.problem.join('; '));
  return environment.value;
}
