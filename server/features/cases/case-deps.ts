import type { Deps } from '../../platform/deps.ts';

/** What a case that is opened, read or moved stands on. */
export type CaseDeps = Pick<Deps, 'sql' | 'clock' | 'city'>;
