import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Encryption, openDatabaseSocket } from './database-socket.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** Opens a socket to a server that answers the wish for encryption so, then repeats what it is sent. */
async function openTo(answer: string, encryption: Encryption) {
  server = createServer((peer) => {
    peer.once('data', () => {
      peer.write(answer);
      peer.on('data', (bytes) => peer.write(bytes));
    });
    peer.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return openDatabaseSocket({ path: false, host: ['127.0.0.1'], port: [port] }, encryption, () => {});
}

/** What the driver is told of a socket that is none. */
async function refusalOf(socket: Awaited<ReturnType<typeof openTo>>): Promise<string> {
  const codes: string[] = [];
  socket.on('error', (error: NodeJS.ErrnoException) => codes.push(String(error.code)));
  await new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return codes[0] ?? 'none';
}

describe('openDatabaseSocket', () => {
  it.each<Encryption>(['required', 'verified'])(
    'sends nothing in clear where encryption is %s',
    async (wish) => {
      expect(await refusalOf(await openTo('N', wish))).toBe('08001');
    },
  );

  it('takes a plain connection where encryption is only preferred', async () => {
    const socket = await openTo('N', 'preferred');
    socket.write('hello');
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    expect(bytes.toString()).toBe('hello');
    socket.destroy();
  });

  it.each<Encryption>(['preferred', 'required'])(
    'refuses what was put in before the encryption began (%s)',
    async (wish) => {
      expect(await refusalOf(await openTo('Sand more', wish))).toBe('08001');
    },
  );
});
