import type { Deps } from '../../platform/deps.ts';

/** What releases stand on. */
export type ReleaseDeps = Pick<Deps, 'sql' | 'clock' | 'city' | 'log' | 'tilesDirectory' | 'jobs'> & {
  readonly dataDirectory: string;
};
