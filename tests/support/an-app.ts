import { pino } from 'pino';
import { createApp } from '../../server/app.ts';
import type { Database } from '../../server/platform/db.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { refusingSecondConnections } from './one-connection.ts';
import { aCity } from './some-facts.ts';

/** The whole application over a database, at noon WITA of 22 November 2026, without a socket and without a log. */
export function anApp(sql: Database, given: Partial<Deps> = {}) {
  return createApp({
    sql: refusingSecondConnections(sql),
    clock: { now: () => new Date('2026-11-22T04:00:00Z') },
    log: pino({ level: 'silent' }),
    city: aCity(),
    tilesDirectory: '/nonexistent',
    keys: openKeys('/proc/nonexistent'),
    ...given,
  });
}
