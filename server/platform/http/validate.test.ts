import { Hono } from 'hono';
import pino from 'pino';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { cachePolicy } from './cache-policy.ts';
import { methodNotAllowed, respondNotFound, respondToError } from './problem-json.ts';
import { validateJson, validateParams, validateQuery } from './validate.ts';

const querySchema = z.object({
  lon: z.coerce.number().check(z.gte(-180), z.lte(180)),
  on: z.optional(z.iso.date()),
});
const bodySchema = z.strictObject({ name: z.string(), inner: z.optional(z.strictObject({ a: z.number() })) });

const app = new Hono()
  .get('/place', cachePolicy('publicShort'), validateQuery(querySchema), (c) => c.json(c.req.valid('query')))
  .get('/place/:id', validateParams(z.object({ id: z.string().check(z.regex(/^\d+$/)) })), (c) =>
    c.json(c.req.valid('param')),
  )
  .post('/place', validateJson(bodySchema, { limitBytes: 100 }), (c) => c.json(c.req.valid('json')))
  .get('/broken', () => {
    throw Object.assign(new Error('secret of the inside'), { code: 'XX000' });
  })
  .get('/down', () => {
    throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  });
app.all('/place', methodNotAllowed('GET', 'POST'));
app.onError(respondToError(pino({ level: 'silent' })));
app.notFound(respondNotFound);

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await app.request(path, { headers });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
};
const post = async (
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) => {
  const response = await app.request('/place', { method: 'POST', body, headers });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

test('a valid query reaches the handler as typed values under its cache policy', async () => {
  const { status, body, headers } = await get('/place?lon=116.8&on=2026-11-21&lang=en');
  expect([status, body]).toEqual([200, { lon: 116.8, on: '2026-11-21' }]);
  expect(headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=300');
});

test('an unknown query parameter is named in Indonesian, or in English when asked', async () => {
  const indonesian = await get('/place?lon=1&longitude=2');
  expect(indonesian.status).toBe(400);
  expect(indonesian.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(indonesian.headers.get('cache-control')).toBe('no-store');
  expect(indonesian.body).toMatchObject({
    type: '/api/problems/unknownParameter',
    title: 'Parameter tidak dikenal',
    status: 400,
    detail: 'Parameter “longitude” tidak dikenal di alamat ini. Yang dikenal: lon, on, lang.',
  });
  expect((await get('/place?x=1', { 'accept-language': 'en-GB' })).body.title).toBe('Unknown parameter');
  expect((await get('/place?x=1&lang=en', { 'accept-language': 'id' })).body.title).toBe('Unknown parameter');
});

test.each([
  ['/place?lon=1&lon=2', 'duplicateParameter'],
  ['/place', 'missingParameter'],
  ['/place?lon=200', 'invalidParameter'],
  ['/place?lon=abc', 'invalidParameter'],
  ['/place?lon=1&on=2026-02-30', 'invalidParameter'],
  ['/place?lon=1&on=%00', 'invalidParameter'],
  ['/place?__proto__=1', 'unknownParameter'],
  ['/place/abc', 'invalidParameter'],
])('GET %s is 400 %s', async (path, code) => {
  const { status, body } = await get(path);
  expect([status, body.code]).toEqual([400, code]);
});

test('several wrong parameters are all listed', async () => {
  const { body } = await get('/place?on=x');
  expect((body.errors as { name: string }[]).map((e) => e.name)).toEqual(['lon', 'on']);
});

test.each([
  ['{"name":"a","role":"admin"}', 400, 'unknownField', 'role'],
  ['{"name":"a","inner":{"a":1,"isVerified":true}}', 400, 'unknownField', 'inner.isVerified'],
  ['{"inner":{"a":1}}', 400, 'missingField', 'name'],
  ['{"name":7}', 400, 'invalidField', 'name'],
])('POST %s is %d %s of %s', async (sent, status, code, name) => {
  const answer = await post(sent);
  expect([answer.status, answer.body.code, (answer.body.params as { name: string }).name]).toEqual([
    status,
    code,
    name,
  ]);
});

test.each<[Record<string, string>]>([
  [{}],
  [{ 'content-type': 'text/plain' }],
  [{ 'content-type': 'application/json; charset=utf-16' }],
  [{ 'content-type': 'application/jsonp' }],
  [{ 'content-type': 'application/json', 'content-encoding': 'gzip' }],
])('POST with %j is 415', async (headers) => {
  expect((await post(new TextEncoder().encode('{"name":"a"}'), headers)).status).toBe(415);
});

test('a body of exactly the limit passes and one byte more is 413, also when it streams without a length', async () => {
  const body = (size: number) => `{"name":"${'a'.repeat(size - 11)}"}`;
  expect((await post(body(100))).status).toBe(200);
  expect((await post(body(101))).status).toBe(413);
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let i = 0; i < 11; i++) controller.enqueue(new Uint8Array(10));
      controller.close();
    },
  });
  const init = {
    method: 'POST',
    body: stream,
    headers: { 'content-type': 'application/json', 'content-length': '5' },
    duplex: 'half',
  };
  expect((await app.request('/place', init as RequestInit)).status).toBe(413);
});

test('a fault of ours is 500 without its detail and a database that is away is 503', async () => {
  const broken = await get('/broken');
  expect([broken.status, broken.body.code]).toEqual([500, 'internal']);
  expect(JSON.stringify(broken.body)).not.toContain('secret');
  const down = await get('/down');
  expect([down.status, down.body.code, down.headers.get('retry-after')]).toEqual([
    503,
    'sourceUnavailable',
    '5',
  ]);
});

test('an unknown address is 404 and a method that an address lacks is 405 with Allow', async () => {
  expect((await get('/nowhere')).body.code).toBe('notFound');
  const response = await app.request('/place', { method: 'DELETE' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
});

test('of a union the branch whose field names fit tells what is wrong', async () => {
  const point = z.strictObject({ at: z.tuple([z.number(), z.number()]) });
  const named = z.strictObject({ name: z.string() });
  const either = new Hono().post('/', validateJson(z.union([point, named]), { limitBytes: 100 }), (c) =>
    c.text('ok'),
  );
  const codeOf = async (body: string) => {
    const response = await either.request('/', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    const { code, params } = (await response.json()) as { code: string; params: { name: string } };
    return [code, params.name];
  };
  expect(await codeOf('{"at":[null,"x"]}')).toEqual(['invalidField', 'at.0']);
  expect(await codeOf('{"at":[1,2],"role":1}')).toEqual(['unknownField', 'role']);
  expect(await codeOf('{"name":7}')).toEqual(['invalidField', 'name']);
});
