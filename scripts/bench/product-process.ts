import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { childEnvironment } from '../../server/env.ts';
import type { Database } from '../../server/platform/db.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import type { Stage } from './stage.ts';

export interface ProductProcess {
  readonly origin: string;
  readonly pid: number;
  /** Resident memory in megabytes (10^6 bytes). */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts the built server, as `npm start` does, on a free port over the stage. */
export async function startProduct({ databaseUrl, dataDirectory }: Stage): Promise<ProductProcess> {
  const child = fork(join(findProjectRoot(import.meta.dirname), 'dist', 'server', 'main.js'), {
    env: childEnvironment({
      DATABASE_URL: databaseUrl,
      DATA_DIRECTORY: dataDirectory,
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
      PORT: '0',
      HOST: '127.0.0.1',
    }),
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await listeningPort(child);
  const pid = child.pid ?? 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    pid,
    memory: () => {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      return (Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024) / 1e6;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/**
 * Waits until a product that has just started has done what it does for itself: the cutting of a new city's ground is
 * no part of what its readers wait for later.
 * @throws when it is still at work after two minutes
 */
export async function settled(sql: Database): Promise<void> {
  for (let quietSeconds = 0, seconds = 0; quietSeconds < 4; seconds += 1) {
    if (seconds > 120) throw new Error('the product did not come to rest');
    await wait(1_000);
    const busy = await sql`
      select from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state = 'active'`;
    quietSeconds = busy.length === 0 ? quietSeconds + 1 : 0;
  }
}

function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      const isPort = typeof message === 'object' && message !== null && 'port' in message;
      if (isPort && typeof message.port === 'number') resolve(message.port);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code} before it listened`)));
  });
}
