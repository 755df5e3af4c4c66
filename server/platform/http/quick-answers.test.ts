import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
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
