import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readEnvironment } from '../../server/env.ts';
import {
  chooseInstallation,
  findClusterAccount,
  findInstallations,
  startCluster,
} from '../../server/platform/cluster/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server on which tests may create databases. */
    databaseServerUrl: string;
  }
}

/** Gives the tests a real PostGIS: the server of DATABASE_URL, or a throw-away private cluster. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const environment = readEnvironment();
  if (!environment.ok) throw new Error(environment.problem.join('; '));
  const { DATABASE_URL: givenUrl, POSTGRESQL_DIRECTORY: directory } = environment.value;
  if (givenUrl !== undefined) {
    project.provide('databaseServerUrl', givenUrl);
    return undefined;
  }
  const root = mkdtempSync(join(tmpdir(), 'omod-test-'));
  const cluster = await startCluster({
    root,
    installation: chooseInstallation(findInstallations(directory), null),
    account: findClusterAccount(),
    // What these tests hold may be lost with the machine.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  project.provide('databaseServerUrl', cluster.url);
  return async () => {
    await cluster.stop();
    rmSync(root, { recursive: true, force: true });
  };
}
