import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { PROBLEM_CODES } from '#domain/problem';
import { anApp } from '../support/an-app.ts';

/** Nothing here asks the database: the address leads nowhere. */
const sql = postgres('postgres://nobody@127.0.0.1:1/none', { max: 1 });
const app = anApp(sql);
afterAll(() => sql.end());

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  properties?: Record<string, { enum?: string[] }>;
}
interface Described {
  operationId: string;
  security?: unknown;
  parameters: {
    name: string;
    in: string;
    required: boolean;
    description: string;
    schema: Record<string, unknown>;
  }[];
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> };
}
const read = async (path = '/api/v1/openapi.json'): Promise<Document> =>
  (await (await app.request(path)).json()) as Document;

describe('the OpenAPI document', () => {
  test('describes every public address under /api/v1 and nothing else there', async () => {
    const { openapi, paths } = await read();
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    const served = app.routes
      .filter(
        ({ path, method }) =>
          path.startsWith('/api/v1/') &&
          !path.startsWith('/api/v1/staff/') &&
          !path.startsWith('/api/v1/accounts/') &&
          method !== 'ALL' &&
          path !== '/api/v1/openapi.json',
      )
      .map(({ path, method }) => `${method} ${path}`);
    expect(openapi).toBe('3.1.0');
    expect(
      described.filter((name) => name.includes('/api/v1/') && !name.includes('/api/v1/staff/')).sort(),
    ).toEqual([...new Set(served)].sort());
  });

  test('describes the life of a layer as staff lead it, behind a session, with the revision that was seen', async () => {
    const { paths, components } = await read();
    // With a directory to keep files in, as every server has.
    const { routes } = anApp(sql, { dataDirectory: '/nonexistent' });
    const served = new Set(routes.map(({ path, method }) => `${method} ${path}`));
    const staff = Object.entries(paths).flatMap(([path, methods]) =>
      path.startsWith('/api/v1/staff/')
        ? Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
        : [],
    );
    for (const { path, method, operation } of staff) {
      const route = path.replace(/\{(\w+)\}/g, ':$1');
      expect(served, route).toContain(`${method.toUpperCase()} ${route}`);
      expect(operation.security, route).toEqual([{ session: [] }]);
      expect(operation.responses, route).toMatchObject({ 401: {}, 403: {} });
    }
    expect(components.securitySchemes).toHaveProperty('session');
    expect(staff.map(({ operation }) => operation.operationId)).toEqual(
      expect.arrayContaining([
        'announceUpload',
        'sendUpload',
        'makeRelease',
        'readFindings',
        'compareRelease',
        'submitRelease',
        'weighRelease',
        'approveRelease',
        'layerTimeline',
        'rollBackLayer',
      ]),
    );
    const approve = paths['/api/v1/staff/releases/{id}/approve']!.post!;
    expect(approve.parameters).toContainEqual(
      expect.objectContaining({ name: 'If-Match', in: 'header', required: true }),
    );
    expect(components.schemas).toMatchObject({
      ApproveReleaseBody: { required: expect.any(Array) },
      ReasonBody: {},
    });
    const { security } = paths['/api/v1/lookup']!.get!;
    expect(security).toBeUndefined();
  });

  test('every parameter has a meaning in both languages, and every reference leads to a component', async () => {
    for (const path of ['/api/v1/openapi.json?lang=id', '/api/v1/openapi.json?lang=en']) {
      const document = await read(path);
      for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods))) {
        for (const parameter of operation.parameters) {
          expect(parameter.description, `${operation.operationId} ${parameter.name}`).not.toBe('');
        }
      }
      for (const [, name = ''] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
        expect(Object.keys(document.components.schemas)).toContain(name);
      }
    }
  });

  test('a query number is a number with its bounds, and a required one is required', async () => {
    const { paths } = await read();
    const parameters = Object.fromEntries(paths['/api/v1/search']!.get!.parameters.map((p) => [p.name, p]));
    expect(parameters.limit).toMatchObject({
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 20 },
    });
    expect(parameters.q).toMatchObject({ required: true, schema: { type: 'string', maxLength: 2000 } });
    expect(parameters.lang?.schema).toEqual({ type: 'string', enum: ['id', 'en'] });
  });

  test('describes every file of a version: tile, TileJSON and archive with its parts', async () => {
    const { paths } = await read();
    const root = '/tiles/{layer}/{version}';
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([`${root}/{z}/{x}/{y}.mvt`, `${root}/tile.json`, `${root}/archive.pmtiles`]),
    );
    const { responses } = paths[`${root}/archive.pmtiles`]!.get!;
    expect(Object.keys(responses).sort()).toEqual(['200', '206', '304', '404', '416', '500']);
    expect(responses[206]?.content).toHaveProperty('application/vnd.pmtiles');
    expect(responses[416]?.content).toBeUndefined();
  });

  test('a POST takes the language too, and says that it refuses what it does not know', async () => {
    const { post } = (await read()).paths['/api/v1/lookup']!;
    expect(post!.parameters.map((parameter) => parameter.name)).toEqual(['lang']);
    expect(JSON.stringify(post!.responses[400])).toContain('unknownParameter');
    const send = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    const refused = await app.request('/api/v1/lookup?lang=en', send);
    expect(refused.headers.get('content-language')).toBe('en');
    expect(await (await app.request('/api/v1/lookup?x=1', send)).json()).toMatchObject({
      code: 'unknownParameter',
    });
  });

  test('every documented error is problem+json with a closed list of known codes', async () => {
    const { paths } = await read();
    for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
      for (const [status, { content }] of Object.entries(operation.responses)) {
        // The part of a file that is not there: 416 has no body.
        if (Number(status) < 400 || (operation.operationId === 'tileArchive' && status === '416')) continue;
        const codes = content?.['application/problem+json']?.schema?.allOf?.[1]?.properties?.code?.enum ?? [];
        expect(codes.length, `${operation.operationId} ${status}`).toBeGreaterThan(0);
        for (const code of codes) expect(PROBLEM_CODES).toContain(code);
      }
    }
  });

  test('speaks the language asked for', async () => {
    const titles = await Promise.all(
      ['id', 'en'].map(async (lang) => JSON.stringify(await read(`/api/v1/openapi.json?lang=${lang}`))),
    );
    expect(titles[0]).toContain('Aturan di satu titik');
    expect(titles[1]).toContain('The rule at a point');
  });
});

describe('the readable page', () => {
  test('needs no script and nothing from elsewhere, and names every request and every problem', async () => {
    const response = await app.request('/api');
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('<html lang="id">');
    expect(page).not.toMatch(/<script|style="|src=|href="https?:|@import/);
    for (const path of Object.keys((await read()).paths)) expect(page).toContain(`<code>${path}</code>`);
    for (const code of PROBLEM_CODES) expect(page).toContain(`/api/problems/${code}`);
    expect((await app.request('/api/reference.css')).headers.get('content-type')).toContain('text/css');
  });

  test('is there in English, and refuses what it does not know', async () => {
    expect(await (await app.request('/api?lang=en')).text()).toContain('<html lang="en">');
    expect((await app.request('/api?lang=xx')).status).toBe(400);
    expect((await app.request('/api?x=1')).status).toBe(400);
    expect((await app.request('/api', { method: 'POST' })).status).toBe(405);
  });

  test('the type of a problem leads to a page about it', async () => {
    const refused = (await (await app.request('/api/v1/search?x=1')).json()) as { type: string };
    const page = await app.request(refused.type);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Parameter tidak dikenal');
    expect((await app.request('/api/problems/toString')).status).toBe(404);
  });
});
