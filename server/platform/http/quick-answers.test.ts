import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { createServerWithQuickAnswers } from './quick-answers.ts';

it('hands a request whose quick way throws to the application, and the process lives on', async () => {
  const createServer = createServerWithQuickAnswers(() => {
    throw new RangeError('a damaged archive');
  });
  const server = createServer({}, (_, outgoing) => void outgoing.writeHead(500).end('by the application'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/tiles/a/b`);
  expect([response.status, await response.text()]).toEqual([500, 'by the application']);
  server.close();
});

it('refuses a request with more headers than any browser sends', async () => {
  const createServer = createServerWithQuickAnswers(() => false);
  const server = createServer({}, (_, outgoing) => void outgoing.end('ok'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = async (headers: number): Promise<string> => {
    const socket = connect(port, '127.0.0.1');
    const lines = Array.from({ length: headers }, (_, n) => `x${n}: 1\r\n`).join('');
    socket.end(`GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${lines}\r\n`);
    let answer = '';
    for await (const chunk of socket) answer += chunk;
    return answer.slice(0, 12);
  };
  expect([await ask(50), await ask(1_000)]).toEqual(['HTTP/1.1 200', 'HTTP/1.1 431']);
  server.close();
});

afterEach(() => void vi.useRealTimers());

/** What is answered to a body that begins, comes at a speed and does not end, once `seconds` have passed. */
async function answered(
  mayTakeLong: boolean,
  bytesPerSecond: number,
  seconds: number,
): Promise<'still waiting' | string> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  let arrived = 0;
  const createServer = createServerWithQuickAnswers(
    () => false,
    () => mayTakeLong,
  );
  const server = createServer({}, (incoming) => {
    incoming.on('data', (chunk: Buffer) => {
      arrived += chunk.byteLength;
    });
    incoming.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  const ended = once(socket, 'close');
  socket.write('PUT /foto HTTP/1.1\r\nHost: a\r\nContent-Length: 10000000\r\n\r\n');
  for (let second = 0; second < seconds && !socket.closed; second += 5) {
    const due = arrived + bytesPerSecond * 5;
    socket.write(Buffer.alloc(bytesPerSecond * 5));
    // The bytes are real, only the time is not.
    while (arrived < due && !socket.closed) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(5_000);
  }
  if (seconds > 600 || bytesPerSecond < 1_000 || !mayTakeLong) await ended;
  socket.destroy();
  server.close();
  return answer.slice(0, 12) || 'still waiting';
}

it('a photo of 400 kB arrives at 20 kbit/s, and at half of it beside another', async () => {
  expect(await answered(true, 2_500, 160)).toBe('still waiting');
  expect(await answered(true, 1_250, 320)).toBe('still waiting');
});

it.each<[string, boolean, number, number]>([
  ['by whoever sends a byte now and then', true, 1, 60],
  ['at any speed where nothing large is expected', false, 20_000, 60],
  ['for ever', true, 1_250, 700],
])('a place is not held %s', async (_, mayTakeLong, bytesPerSecond, seconds) => {
  expect(await answered(mayTakeLong, bytesPerSecond, seconds)).toBe('HTTP/1.1 408');
});
