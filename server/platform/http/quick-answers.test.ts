import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { expect, it } from 'vitest';
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
  expect(server.requestTimeout).toBeLessThanOrEqual(30_000);
  server.close();
});
