import type { Environment } from '../../server/env.ts';
import { describePublishProblem, restoreArchives } from '../../server/features/publish/index.ts';
import { openDeps } from '../../server/platform/open-deps.ts';
import type { OpenedDatabase } from './open-database.ts';

/**
 * Makes sure that every recorded archive of tiles is there before the server listens. One that cannot be built does not
 * stop the start: everything but that layer of the map works.
 * @returns what was done, in words
 */
export async function ensureArchives(environment: Environment, database: OpenedDatabase): Promise<string> {
  const { deps, close } = openDeps({ ...environment, DATABASE_POOL_SIZE: 2 }, database.url);
  try {
    const { recorded, restored, failed } = await restoreArchives(deps);
    const parts = [
      restored.length > 0 ? `built again: ${restored.join(', ')}` : `${recorded} archives there`,
      ...failed.map(
        ({ versionId, problem }) => `${versionId} is missing: ${describePublishProblem(problem)}`,
      ),
    ];
    return parts.join('; ');
  } finally {
    await close();
  }
}
