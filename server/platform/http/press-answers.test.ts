import { brotliDecompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { pressAnswers } from './press-answers.ts';

const long = { words: 'boleh bangun apa di sini '.repeat(200) };
const app = new Hono()
  .use(pressAnswers())
  .get('/public', (c) => c.json(long, 200, { 'cache-control': 'public, max-age=60', etag: '"a"' }))
  .get('/person', (c) => c.json(long, 200, { 'cache-control': 'no-store' }))
  .get('/short', (c) => c.json({}, 200, { 'cache-control': 'public, no-cache' }));
const ask = (path: string, accepted: string) =>
  app.request(path, { headers: { 'accept-encoding': accepted } });

test('for a browser a public answer comes as brotli, its meaning and tag the same', async () => {
  const answer = await ask('/public', 'gzip, deflate, br');
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(answer.headers.get('vary')).toBe('Accept-Encoding');
  expect(answer.headers.get('etag')).toBe('W/"a"');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.length).toBeLessThan(500);
  expect(JSON.parse(brotliDecompressSync(bytes).toString())).toEqual(long);
});

test('what is about one person, short, or for a reader who takes no brotli stays as it is', async () => {
  for (const [path, accepted] of [
    ['/person', 'br'],
    ['/short', 'br'],
    ['/public', 'identity'],
    ['/public', 'gzip'],
  ] as const) {
    const answer = await ask(path, accepted);
    expect(answer.headers.has('content-encoding')).toBe(false);
    expect(await answer.json()).toEqual(path === '/short' ? {} : long);
  }
});

test('caches are told that the encoding matters, also by the plain answer', async () => {
  expect((await ask('/public', 'identity')).headers.get('vary')).toBe('Accept-Encoding');
  expect((await ask('/person', 'br')).headers.has('vary')).toBe(false);
});
