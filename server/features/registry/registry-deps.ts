import type { Deps } from '../../platform/deps.ts';

/** What the register stands on. */
export type RegistryDeps = Pick<Deps, 'sql' | 'clock' | 'city' | 'tilesDirectory'> & {
  /** Open archives of these versions are closed and nothing is remembered of them: they are no longer for everybody. */
  readonly forgetTiles: (versionIds: readonly string[]) => void;
};
