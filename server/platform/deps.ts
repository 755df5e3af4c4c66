import type { Logger } from 'pino';
import type { Sql } from 'postgres';
import type { CityProfile } from '#domain/city/profile';
import type { Clock } from './clock.ts';

/** What every feature is given. Nothing in here is global; tests pass their own. */
export interface Deps {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly log: Logger;
  readonly city: CityProfile;
  /** Directory with one PMTiles archive per published version. */
  readonly tilesDirectory: string;
}
