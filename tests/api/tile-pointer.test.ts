import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createApp } from '../../server/app.ts';
import { openParts } from '../../server/app-parts.ts';
import { publishVersion, withdrawLayer } from '../../server/features/publish/index.ts';
import { openPointerBook, tileOperations } from '../../server/features/tiles/index.ts';
import { openDatabase } from '../../server/platform/db.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { until } from '../support/a-visitor.ts';
import { type PublishedTiles, publishTwoZones } from '../support/published-tiles.ts';
import { insertZoneVersion, squareAt } from '../support/tile-versions.ts';

let tiles: PublishedTiles;
let later: string;

beforeAll(async () => {
  tiles = await publishTwoZones();
  const { deps, layerId } = tiles;
  later = await insertZoneVersion(deps.sql, {
    layerId,
    zones: [['RTH', squareAt(116.82, -1.28, 0.01)]],
    isDemo: false,
  });
  await publishVersion(deps, {
    layerId,
    versionId: later,
    validFrom: '2027-01-01',
    decree: 'CONTOH Nomor 2',
  });
});
afterAll(() => tiles.remove());

const ask = async (path: string, deps: Deps = tiles.deps, headers: Record<string, string> = {}) =>
  await createApp(deps).request(path, { headers });

describe('the pointer to the version in force', () => {
  it('names the version of today, and of the day asked for', async () => {
    const root = `/tiles/${tiles.layerId}/current.json`;
    expect(await (await ask(root)).json()).toMatchObject({
      on: '2026-11-21',
      isStale: false,
      layerId: tiles.layerId,
      versionId: tiles.versionId,
      kind: 'zones',
      sourceLayer: 'zone',
      isDemo: true,
      validFrom: '2026-01-01',
      tileJson: `/tiles/${tiles.layerId}/${tiles.versionId}/tile.json`,
    });
    expect(await (await ask(`${root}?on=2026-12-31`)).json()).toMatchObject({ versionId: tiles.versionId });
    expect(await (await ask(`${root}?on=2027-01-01`)).json()).toMatchObject({ versionId: later });
    expect((await ask(`${root}?on=2025-12-31`)).status).toBe(404);
  });

  it('counts days where the city lies: WITA is eight hours ahead', async () => {
    const evening = { ...tiles.deps, clock: { now: () => new Date('2026-12-31T16:00:00Z') } };
    expect(await (await ask(`/tiles/${tiles.layerId}/current.json`, evening)).json()).toMatchObject({
      on: '2027-01-01',
      versionId: later,
    });
  });

  it('may be a minute old, not a year, and has a tag of its own', async () => {
    const first = await ask(`/tiles/${tiles.layerId}/current.json`);
    expect(first.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=300');
    const tag = String(first.headers.get('etag'));
    const again = await ask(`/tiles/${tiles.layerId}/current.json`, tiles.deps, { 'if-none-match': tag });
    expect(again.status).toBe(304);
    const next = await ask(`/tiles/${tiles.layerId}/current.json?on=2027-01-01`, tiles.deps, {
      'if-none-match': tag,
    });
    expect(next.status).toBe(200);
    const rename = (title: string) =>
      tiles.deps.sql`update layer set title = ${title} where layer_id = ${tiles.layerId}`;
    const [layer] = await tiles.deps.sql<{ title: string }[]>`
      select title from layer where layer_id = ${tiles.layerId}`;
    await rename('Nama baru');
    try {
      const renamed = await ask(`/tiles/${tiles.layerId}/current.json`, tiles.deps, { 'if-none-match': tag });
      expect([renamed.status, ((await renamed.json()) as { title: string }).title]).toEqual([
        200,
        'Nama baru',
      ]);
    } finally {
      await rename(layer?.title ?? '');
    }
  });

  it.each([
    '?on=2026-02-30',
    '?on=21-11-2026',
    '?on=',
    '?on=2026-11-21&on=2026-11-22',
    '?at=2026-11-21',
    "?on=2026-11-21'",
  ])('refuses %s', async (query) => {
    const response = await ask(`/tiles/${tiles.layerId}/current.json${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('lists every drawn layer at once', async () => {
    const { layers } = await (await ask('/tiles/current.json')).json();
    expect(layers.map((layer: { layerId: string }) => layer.layerId)).toEqual([tiles.layerId]);
  });

  it('is answered from memory when the database has gone, and tiles are served on', async () => {
    const sql = openDatabase(tiles.databaseUrl, { maxConnections: 1 });
    let nowMs = 0;
    const deps = { ...tiles.deps, sql };
    const app = createApp(deps, { ...openParts(deps), pointers: openPointerBook(sql, () => nowMs) });
    expect((await app.request(`/tiles/${tiles.layerId}/current.json`)).status).toBe(200);
    await sql.end();
    nowMs = 3_600_000;
    const pointer = await app.request(`/tiles/${tiles.layerId}/current.json`);
    expect(pointer.status).toBe(200);
    expect(await pointer.json()).toMatchObject({ versionId: tiles.versionId, isStale: true });
    const tile = await app.request(tiles.fullTile, { headers: { 'accept-encoding': 'gzip' } });
    expect(tile.status).toBe(200);
    // A day that was never asked for is not known: that is said, not guessed.
    const unknown = await app.request(`/tiles/${tiles.layerId}/current.json?on=2026-05-05`);
    expect(unknown.status).toBe(503);
    expect(unknown.headers.get('retry-after')).toBe('5');
  });
});

describe('TileJSON', () => {
  it('describes the one layer of a version', async () => {
    const response = await ask(`/tiles/${tiles.layerId}/${tiles.versionId}/tile.json`);
    expect(await response.json()).toMatchObject({
      tilejson: '3.0.0',
      tiles: [`http://localhost/tiles/${tiles.layerId}/${tiles.versionId}/{z}/{x}/{y}.mvt`],
      minzoom: 8,
      maxzoom: 16,
      is_demo: true,
      vector_layers: [{ id: 'zone', fields: { code: 'String' }, minzoom: 8, maxzoom: 16 }],
    });
  });

  it('names the configured address, whatever the Host header says, and may then be cached', async () => {
    const deps: Deps = {
      ...tiles.deps,
      http: {
        isHttps: true,
        isDevelopment: false,
        trustedProxies: [],
        isStopping: () => false,
        publicUrl: 'https://peta.example/',
      },
    };
    const path = `/tiles/${tiles.layerId}/${tiles.versionId}/tile.json`;
    const response = await createApp(deps).request(`http://evil.example${path}`);
    expect(response.headers.get('cache-control')).toContain('public');
    expect((await response.json()).tiles).toEqual([
      `https://peta.example/tiles/${tiles.layerId}/${tiles.versionId}/{z}/{x}/{y}.mvt`,
    ]);
  });

  it('is kept by no cache when its address comes from the Host header', async () => {
    const path = `/tiles/${tiles.layerId}/${tiles.versionId}/tile.json`;
    const response = await createApp(tiles.deps).request(`http://evil.example${path}`);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('is what the API description promises', async () => {
    const described = tileOperations.find(({ id }) => id === 'tileJson')?.answers[0]?.schema;
    const given = await (await ask(`/tiles/${tiles.layerId}/${tiles.versionId}/tile.json`)).json();
    expect(described && z.safeParse(described, given).error).toBeUndefined();
    expect(Object.keys(given).sort()).toEqual(Object.keys((described as z.ZodMiniObject).shape).sort());
  });

  it('keeps old versions readable', async () => {
    expect((await ask(`/tiles/${tiles.layerId}/${later}/tile.json`)).status).toBe(200);
    expect((await ask(`/tiles/${tiles.layerId}/${tiles.versionId}/tile.json`)).status).toBe(200);
  });
});

// The last: it takes the layer out of force.
describe('a layer that is closed while it is read', () => {
  it('CON05: is answered as before or as after, never half', async () => {
    const app = createApp({ ...tiles.deps, clock: { now: () => new Date('2026-11-22T02:00:00Z') } });
    const at = '/api/v1/lookup?lon=116.822&lat=-1.278';
    const seen: string[] = [];
    let isClosed = false;
    const read = async (): Promise<void> => {
      while (!isClosed) {
        const answer = await (await app.request(at)).json();
        seen.push(
          `${answer.plan} ${answer.versions.length} ${answer.parts.map((part: { zone: { code: string } }) => part.zone.code)}`,
        );
        expect((await app.request(tiles.fullTile)).status).toBe(200);
      }
    };
    const reading = Array.from({ length: 6 }, read);
    await until(async () => seen.length > 12, 'it is read');
    const closed = await withdrawLayer(tiles.deps, {
      layerId: tiles.layerId,
      validFrom: '2026-11-22',
      decree: 'CONTOH Nomor 3',
    });
    expect(closed.ok).toBe(true);
    const before = seen.length;
    await until(async () => seen.length > before + 24, 'it is read after it');
    isClosed = true;
    await Promise.all(reading);
    expect([...new Set(seen)]).toEqual(['found 1 R-3', 'none 0 ']);
  });
});
