import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { createApp } from '../../server/app.ts';
import { createQuickAnswers, openParts } from '../../server/app-parts.ts';
import type { Database } from '../../server/platform/db.ts';
import { createServerWithQuickAnswers } from '../../server/platform/http/quick-answers.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { aCity } from './some-facts.ts';

export interface ListeningServer {
  /** Sends the bytes as they are and gives back everything that comes until the server closes or falls silent. */
  readonly send: (bytes: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** The server as main.ts puts it together, on a free port of this machine: for bytes that no client would send. */
export async function aListeningServer(sql: Database): Promise<ListeningServer> {
  const deps = {
    sql,
    clock: { now: () => new Date('2026-11-22T04:00:00Z') },
    log: pino({ level: 'silent' }),
    city: aCity(),
    tilesDirectory: '/nonexistent',
    keys: openKeys('/proc/nonexistent'),
  };
  const parts = openParts(deps);
  const app = createApp(deps, parts);
  const createServer = createServerWithQuickAnswers(createQuickAnswers(deps, parts));
  const server = await new Promise<Server>((resolve) => {
    const opened = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1', createServer }, () =>
      resolve(opened as Server),
    );
  });
  const { port } = server.address() as AddressInfo;
  return {
    send: (bytes) => talk(port, bytes),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Longest silence before the conversation counts as over, in milliseconds. */
const SILENCE = 1_500;

function talk(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let received = '';
    const end = (): void => {
      socket.destroy();
      resolve(received);
    };
    socket.setTimeout(SILENCE, end);
    socket.on('data', (part) => {
      received += part.toString('latin1');
    });
    socket.on('end', end);
    // A server that refuses closes while bytes are still on their way.
    socket.on('error', end);
    socket.write(bytes, 'latin1');
  });
}

/** Status of each response in a conversation. */
export const statusesOf = (conversation: string): number[] =>
  [...conversation.matchAll(/(?:^|\r\n|[^\r\n])HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
