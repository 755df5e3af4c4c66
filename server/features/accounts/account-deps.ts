import type { Deps } from '../../platform/deps.ts';
import type { Libraries } from './library/libraries.ts';

/** What the use cases of accounts work with. */
export type AccountDeps = Pick<Deps, 'sql' | 'keys' | 'clock' | 'http' | 'log' | 'city' | 'singleSignOn'> & {
  readonly libraries: Libraries;
  /** The address that people use, for links in messages. */
  readonly origin: string;
};
