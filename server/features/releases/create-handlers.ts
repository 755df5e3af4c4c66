import type { JobHandlers } from '../jobs/index.ts';
import { checkRelease } from './check-release.ts';
import { publishRelease } from './publish-release.ts';
import type { ReleaseDeps } from './release-deps.ts';

/** What the jobs of releases do. */
export const createHandlers = (deps: ReleaseDeps): JobHandlers => ({
  check: checkRelease(deps),
  publish: publishRelease(deps),
});
