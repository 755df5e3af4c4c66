import { brotliDecompressSync, gunzipSync } from 'node:zlib';
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

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
] as const)(
  'for a reader of %s a public answer comes as %s, its meaning and tag the same',
  async (accepted, encoding, open) => {
    const answer = await ask('/public', accepted);
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(answer.headers.get('etag')).toBe('W/"a"');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.length).toBeLessThan(500);
    expect(JSON.parse(open(bytes).toString())).toEqual(long);
  },
);

test('what is about one person, short, or for a reader of plain text stays as it is', async () => {
  for (const [path, accepted] of [
    ['/person', 'br'],
    ['/short', 'br'],
    ['/public', 'identity'],
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
