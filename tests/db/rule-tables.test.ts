import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccess } from '../../server/features/accounts/index.ts';
import { checkBody } from '../../server/features/rule-tables/check-body.ts';
import { openCheckDesk } from '../../server/features/rule-tables/check-desk.ts';
import type { CheckRequest } from '../../server/features/rule-tables/check-job.ts';
import { ruleTableRoutes } from '../../server/features/rule-tables/index.ts';
import { prepareDraft } from '../../server/features/rule-tables/prepare-draft.ts';
import { importRules, readRulesDirectory, selectRules } from '../../server/features/rules/index.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { tileDeps } from '../support/tile-deps.ts';

type Tables = Record<string, { columns: string[]; rows: string[][] }>;

const LAYER = 'rules-uji';
let database: TemporaryDatabase;
let folder: TemporaryFolder;
let app: Hono;
let walidata: Person;
let base: string;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('rule-tables');
  const keys = openKeys(join(folder.path, 'keys'));
  const access = createAccess({ ...tileDeps(database.sql, folder.path), keys });
  const routes = ruleTableRoutes(
    { sql: database.sql, layerThing: async (id) => (id === LAYER ? { producerId: 'dppr' } : undefined) },
    access,
  );
  app = new Hono().route('/', routes);
  walidata = await aPerson(database.sql, keys, { roles: ['walidata'] });
  const source = await readRulesDirectory(join(import.meta.dirname, '../fixtures/rules/yogyakarta'));
  const outcome = await importRules(database.sql, {
    layerId: LAYER,
    title: 'Aturan uji',
    label: 'uji',
    sourceName: 'uji',
    source,
    emptyMeans: null,
    isDemo: true,
    plan: null,
  });
  if (outcome.kind !== 'imported') throw new Error(JSON.stringify(outcome));
  base = outcome.versionId;
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

const ask = (path: string, init: RequestInit = {}, person: Person | null = walidata) =>
  app.request(`http://localhost/api/v1/staff/rules${path}`, {
    ...init,
    headers: { ...(person?.headers ?? {}), ...init.headers },
  });
const post = (path: string, body: unknown, person?: Person | null) =>
  ask(
    path,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify(body),
    },
    person,
  );
const tablesOf = async (versionId: string): Promise<Tables> =>
  (await (await ask(`/versions/${versionId}`)).json()).tables;

/** The tables with one cell changed. */
function changed(tables: Tables, table: string, row: number, column: string, cell: string): Tables {
  const copy = structuredClone(tables);
  const found = copy[table]!;
  found.rows[row]![found.columns.indexOf(column)] = cell;
  return copy;
}

describe('rules as tables', () => {
  it('are closed to whoever has not signed in, and to a version that is no rules', async () => {
    expect((await ask(`/versions/${base}`, {}, null)).status).toBe(401);
    expect((await ask('/versions/ffffffffffffffff')).status).toBe(404);
    expect((await post('/check', { tables: {} }, null)).status).toBe(401);
  });

  it('that were not changed are the same version again', async () => {
    const tables = await tablesOf(base);
    const response = await post(`/layers/${LAYER}/drafts`, { base, label: 'sama', tables });
    expect(await response.json()).toMatchObject({ kind: 'unchanged', versionId: base });
  });

  it('are checked row by row, in words', async () => {
    const tables = changed(await tablesOf(base), 'intensity', 3, 'value', '1.200');
    const { findings } = await (await post('/check', { tables })).json();
    expect(findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([
      expect.objectContaining({ table: 'intensity', row: 3, column: 'value', code: 'ambiguousNumber' }),
    ]);
    expect(findings[0].text).toContain('1.200');
  });

  it('become a draft that only their change tells from the version before; style too', async () => {
    const before = await tablesOf(base);
    const tables = changed(before, 'zone-codes', 0, 'color', '#123456');
    const response = await post(`/layers/${LAYER}/drafts`, { base, label: 'warna baru', tables });
    expect(response.status).toBe(201);
    const { versionId } = await response.json();
    expect(versionId).not.toBe(base);
    expect(await tablesOf(versionId)).toEqual(tables);
    const published = await database.sql`select from publication where version_id = ${versionId}`;
    expect(published).toHaveLength(0);
    // Somebody who still edits the older version is told, and nothing is lost.
    const late = changed(before, 'zone-codes', 1, 'color', '#654321');
    const conflict = await post(`/layers/${LAYER}/drafts`, { base, label: 'terlambat', tables: late });
    expect(conflict.status).toBe(409);
    expect(await conflict.json()).toEqual({ kind: 'conflict', newest: versionId });
    const events = await database.sql`
      select from log_event
      where kind = 'layer.drafted' and actor = ${`account:${walidata.accountId}`} and facts ->> 'versionId' = ${versionId}`;
    expect(events).toHaveLength(1);
  });

  it('of what the office went back to are edited without what it took back', async () => {
    const { sql } = database;
    const [taken] = await sql<{ id: string }[]>`
      select version_id as id from layer_version where layer_id = ${LAYER} order by imported_at desc limit 1`;
    expect(taken?.id).not.toBe(base);
    for (const versionId of [taken?.id ?? '', base])
      await sql`
        insert into publication (layer_id, version_id, valid_from, decree)
        values (${LAYER}, ${versionId}, '2026-01-01', 'CONTOH')`;
    const tables = changed(await tablesOf(base), 'zone-codes', 1, 'color', '#abcdef');
    const response = await post(`/layers/${LAYER}/drafts`, { base, label: 'sesudah kembali', tables });
    expect(response.status).toBe(201);
    // That draft stands now, and whoever still edits what it was made of is told.
    const { versionId } = await response.json();
    const late = changed(await tablesOf(base), 'zone-codes', 0, 'color', '#abcdef');
    const conflict = await post(`/layers/${LAYER}/drafts`, { base, label: 'terlambat', tables: late });
    expect([conflict.status, await conflict.json()]).toEqual([409, { kind: 'conflict', newest: versionId }]);
  });

  it('with an error are refused as a whole: no version, no half of one', async () => {
    const [{ count: before } = { count: -1 }] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from layer_version`;
    const tables = await tablesOf(base);
    delete tables['legal-sources'];
    const response = await post(`/layers/${LAYER}/drafts`, { base, label: 'salah', tables });
    expect(response.status).toBe(422);
    expect((await response.json()).findings[0]).toMatchObject({ severity: 'error', code: 'missingTable' });
    const [{ count: after } = { count: -2 }] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from layer_version`;
    expect(after).toBe(before);
  });
});

describe('files of rule tables', () => {
  it('a workbook that was exported is read back by GDAL as the same tables', async () => {
    const tables = await tablesOf(base);
    const exported = await ask(`/versions/${base}/tables.xlsx`);
    expect(exported.headers.get('content-disposition')).toContain('.xlsx');
    const type = exported.headers.get('content-type') ?? '';
    const response = await ask('/read', {
      method: 'POST',
      headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
      body: await exported.arrayBuffer(),
    });
    const read = (await response.json()).tables as Tables;
    for (const [name, { columns, rows }] of Object.entries(tables)) {
      if (rows.length === 0) continue;
      expect(read[name]?.columns, name).toEqual(columns);
      expect(
        read[name]?.rows.map((row) => columns.map((_, i) => row[i] ?? '')),
        name,
      ).toEqual(rows);
    }
  });

  it('carry no formula out, and give the text back', async () => {
    const text = '=HYPERLINK("http://contoh.example";"klik")';
    const newest = (
      await database.sql<{ id: string }[]>`
      select version_id as id from layer_version where layer_id = ${LAYER} order by imported_at desc limit 1`
    )[0]!.id;
    const tables = changed(await tablesOf(newest), 'legal-sources', 0, 'article', text);
    const drafted = await (
      await post(`/layers/${LAYER}/drafts`, { base: newest, label: 'rumus', tables })
    ).json();
    expect((await selectRules(database.sql, drafted.versionId))?.rows['legal-sources'][0]?.article).toBe(
      text,
    );
    const csv = await (await ask(`/versions/${drafted.versionId}/legal-sources.csv`)).text();
    expect(csv).toContain(`"'=HYPERLINK(""http`);
    expect(csv).not.toMatch(/(^|,|")=HYPERLINK/m);
    const back = await ask('/read?table=legal-sources', {
      method: 'POST',
      headers: { 'content-type': 'text/csv', 'sec-fetch-site': 'same-origin' },
      body: csv,
    });
    expect((await back.json()).tables['legal-sources'].rows[0]).toContain(text);
  });
});

it('a check whose process ends is told to come again, and the next one has another process', async () => {
  const desk = openCheckDesk();
  const asked = {
    what: 'check',
    bytes: new TextEncoder().encode('{"tables":{}}'),
    knownKbli: null,
    language: 'id',
  } as const;
  const cut = desk.ask<CheckRequest>(asked);
  desk.close();
  expect(await cut).toEqual({ ok: true, value: null });
  const next = await desk.ask<CheckRequest>(asked);
  expect(next).toMatchObject({ ok: true, value: { kind: 'checked' } });
  desk.close();
});

const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' };

/** Seconds of the processor that this process, and not its children, spends on something. */
async function processorOf<T>(work: () => Promise<T>): Promise<[seconds: number, outcome: T]> {
  const before = process.cpuUsage();
  const outcome = await work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1e6, outcome];
}

it('a matrix of 40,000 cells is taken as it is typed, and what is beyond a screen is refused', async () => {
  const tables = await tablesOf(base);
  const cells = tables['itbx-cells']!;
  const first = cells.rows[0]!;
  const at = cells.columns.indexOf('activity_id');
  const wide = (rows: number): Tables => ({
    ...tables,
    'itbx-cells': {
      ...cells,
      rows: Array.from({ length: rows }, (_, no) => first.with(at, `uji-${no}`)),
    },
  });
  const checked = await post('/check', { tables: wide(40_000) });
  expect(checked.status).toBe(200);
  expect((await checked.json()).findings.length).toBeGreaterThan(0);
  expect((await post('/check', { tables: wide(120_000) })).status).toBe(400);
  expect((await ask('/check', { method: 'POST', headers: SAME_ORIGIN, body: '{}' })).status).toBe(415);
  expect((await (await post('/check', { tables: wide(1), other: 1 })).json()).code).toBe('unknownField');

  // While somebody types, this process answers citizens: the work is done in another one.
  const body = JSON.stringify({ tables: wide(40_000) });
  const headers = { ...SAME_ORIGIN, 'content-type': 'application/json' };
  const [beside] = await processorOf(async () => await ask('/check', { method: 'POST', headers, body }));
  const bytes = new TextEncoder().encode(body);
  const [here, made] = await processorOf(async () => checkBody({ bytes, knownKbli: null, language: 'id' }));
  expect(made.kind).toBe('checked');
  expect(beside).toBeLessThan(0.4 * here);
});

it('a draft of a whole matrix is read, checked and hashed beside this process; what is no draft is refused with its field', async () => {
  const newest = (
    await database.sql<{ id: string }[]>`
    select version_id as id from layer_version where layer_id = ${LAYER} order by imported_at desc, version_id limit 1`
  )[0]!.id;
  const before = await tablesOf(newest);
  // Each activity, and each of its cells, four times over.
  const fourTimes = ({ columns, rows }: Tables[string], named: readonly string[]) => {
    const places = named.map((column) => columns.indexOf(column));
    const copy = (row: string[], no: number) =>
      row.map((cell, place) => (no > 0 && places.includes(place) ? `${cell}-${no}` : cell));
    return { columns, rows: [0, 1, 2, 3].flatMap((no) => rows.map((row) => copy(row, no))) };
  };
  const cells = fourTimes(before['itbx-cells']!, ['activity_id']);
  expect(cells.rows.length).toBeGreaterThan(8_000);
  const activities = fourTimes(before['activities']!, ['activity_id', 'name']);
  const tables = { ...before, activities, 'itbx-cells': cells };
  const path = `/layers/${LAYER}/drafts`;
  const draft = { base: newest, label: 'matriks besar', tables };
  const stored = (await selectRules(database.sql, newest))!;
  const asked = {
    knownKbli: null,
    language: 'id',
    layerId: LAYER,
    isDemo: true,
    newest: stored.rows,
  } as const;
  const bytes = new TextEncoder().encode(JSON.stringify(draft));
  await post('/check', { tables: {} }); // The process is there.
  const headers = { ...SAME_ORIGIN, 'content-type': 'application/json' };
  const [beside, response] = await processorOf(
    async () => await ask(path, { method: 'POST', headers, body: bytes }),
  );
  expect(response.status).toBe(201);
  const { versionId } = await response.json();
  const [here, made] = await processorOf(async () => prepareDraft({ ...asked, bytes }));
  expect(made).toMatchObject({ kind: 'prepared', base: newest, rules: { versionId } });
  expect(beside).toBeLessThan(0.5 * here);
  expect((await selectRules(database.sql, versionId))?.rows['itbx-cells'].length).toBe(cells.rows.length);

  // Pressed again: it is there, and nothing is drafted twice.
  const again = await post(path, draft);
  expect(again.status).toBe(200);
  expect(await again.json()).toMatchObject({ kind: 'unchanged', versionId });
  for (const [wrong, status] of [
    [{ ...draft, base: 'ffffffffffffffff' }, 404],
    [{ ...draft, base: 'x' }, 400],
    [{ ...draft, label: ' ' }, 400],
    [{ ...draft, other: 1 }, 400],
  ] as const)
    expect((await post(path, wrong)).status, JSON.stringify(Object.keys(wrong))).toBe(status);
  expect((await ask(path, { method: 'POST', headers: SAME_ORIGIN, body: bytes })).status).toBe(415);
});
