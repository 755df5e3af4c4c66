import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from '../../server/env.ts';
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
    execArgv: ['--enable-source-maps'],
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

function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      const isPort = typeof message === 'object' && message !== null && 'port' in message;
      if (isPort && typeof message.port === 'number') resolve(message.port);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code} before it listened`)));
  });
}
