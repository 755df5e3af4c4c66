import { join } from 'node:path';
import { pino } from 'pino';
import type { Sql } from 'postgres';
import type { Deps } from '../../server/platform/deps.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { aCity } from './some-facts.ts';

/** Dependencies for a test of tiles: a real database, an own tiles directory, a clock that stands still. */
export function tileDeps(sql: Sql, tilesDirectory: string, now = '2026-11-21T04:00:00Z'): Deps {
  return {
    sql,
    tilesDirectory,
    keys: openKeys(join(tilesDirectory, 'keys')),
    clock: { now: () => new Date(now) },
    log: pino({ level: 'silent' }),
    city: aCity(),
  };
}
