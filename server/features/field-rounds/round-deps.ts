import type { Deps } from '../../platform/deps.ts';
import type { PhotoDesk } from '../photos/index.ts';

/** What rounds stand on. */
export type RoundDeps = Pick<Deps, 'sql' | 'clock'> & {
  readonly dataDirectory: string;
  readonly photos: PhotoDesk;
};
