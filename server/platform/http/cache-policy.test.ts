import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { cachePolicy, entityTag, matchesEntityTag, withEntityTag } from './cache-policy.ts';

test.each([
  ['"a"', '"a"', true],
  ['W/"a"', '"a"', true],
  ['"a"', 'W/"a"', true],
  ['"b", W/"a" ,"c"', '"a"', true],
  ['*', '"a"', true],
  ['"b"', '"a"', false],
  ['a', '"a"', false],
  ['"a', '"a"', false],
  ['', '"a"', false],
  ['"x,y", "a"', '"x,y"', true],
])('If-None-Match %s against %s: %s', (header, tag, expected) => {
  expect(matchesEntityTag(header, tag)).toBe(expected);
});

test('no If-None-Match never matches', () => expect(matchesEntityTag(undefined, '"a"')).toBe(false));

test('a tag never holds a quote, a space or a control character', () => {
  expect(entityTag('a "b"\né', 'weak')).toBe('W/"a%20%22b%22%0A%C3%A9"');
});

test('a reader that has the body gets 304 with tag and policy, and the body is not made', async () => {
  let made = 0;
  const app = new Hono().get('/x', cachePolicy('revalidate'), (c) =>
    withEntityTag(c, entityTag('v1'), () => {
      made += 1;
      return c.text('body');
    }),
  );
  const first = await app.request('/x');
  expect([first.status, first.headers.get('etag'), made]).toEqual([200, '"v1"', 1]);
  const again = await app.request('/x', { headers: { 'if-none-match': 'W/"v1"' } });
  expect([again.status, again.headers.get('etag'), again.headers.get('cache-control'), made]).toEqual([
    304,
    '"v1"',
    'public, no-cache',
    1,
  ]);
});
