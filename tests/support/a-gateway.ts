import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A gateway for WhatsApp or SMS that takes nothing whose signature is not true. */
export interface Gateway {
  readonly url: string;
  readonly secret: string;
  readonly taken: Record<string, unknown>[];
  /** The status of the next answers. */
  answer: number;
  close(): Promise<void>;
}

export async function aGateway(): Promise<Gateway> {
  const key = Buffer.from('0123456789abcdef0123456789abcdef');
  const taken: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => {
      const body = Buffer.concat(chunks).toString();
      const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = request.headers;
      const expected = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
      if (signature !== `v1,${expected}`) return response.writeHead(401).end();
      if (gateway.answer < 300) taken.push(JSON.parse(body));
      const redirect = { location: `${gateway.url}elsewhere` };
      response.writeHead(gateway.answer, gateway.answer === 307 ? redirect : {});
      return response.end(JSON.stringify({ id: `wa-${id}` }));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const gateway: Gateway = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    secret: `whsec_${key.toString('base64')}`,
    taken,
    answer: 200,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return gateway;
}
