import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LngLat } from '#domain/geo/lng-lat';
import { answerFromPack } from '#domain/pack/answer-from-pack';
import { answerSchema } from '#domain/zoning/answer';
import { demoStateOf, loadDemo } from '../../server/features/demo/index.ts';
import { readCityProfile } from '../../server/platform/city.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { CITY_PACK_BYTES, KELURAHAN_PACK_BYTES } from '../perf/pack-budgets.ts';
import { anApp } from '../support/an-app.ts';
import { disagreements, zonesNamed } from '../support/compare-answers.ts';
import { readmeQuestion, runReadmeCommands } from '../support/readme-commands.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { seededChance, unpack } from '../support/unpack.ts';

const folder = makeTemporaryFolder('demo-tiles');
const city = readCityProfile('balikpapan');
let database: TemporaryDatabase;
let loaded: Awaited<ReturnType<typeof loadDemo>>;
const steps: string[] = [];
const deps = () => ({ sql: database.sql, clock: systemClock, city, tilesDirectory: folder.path });

beforeAll(async () => {
  database = await createTemporaryDatabase();
  expect(await demoStateOf(database.sql)).toBe('absent');
  loaded = await loadDemo({ deps: deps(), onProgress: (step) => steps.push(step) });
}, 400_000);

afterAll(async () => {
  await database.drop();
  folder.remove();
});

describe('the demo city in the register', () => {
  test('every layer is in force, and the state is complete', async () => {
    expect(await demoStateOf(database.sql)).toBe('complete');
    const rows = await database.sql<{ kind: string; count: number }[]>`
      select kind, count(*)::int as count from version_in_force('2026-01-01'::date) group by kind order by kind`;
    expect(Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))).toEqual({
      admin: 1,
      overlay: 11,
      parcel: 1,
      place: 1,
      road: 1,
      rtrw: 1,
      rules: 1,
      utility: 1,
      zones: 1,
    });
    expect(steps).toContain('copy persil-contoh');
    expect(steps).toContain('publish rdtr-contoh');
  });

  test('every invented row is marked as demo; outlines and place names are not', async () => {
    const [marks] = await database.sql`
      select (select bool_and(is_demo) from zone) as zones, (select bool_and(is_demo) from parcel) as parcels,
             (select bool_and(is_demo) from road) as roads, (select bool_and(is_demo) from overlay_area) as overlays,
             (select bool_and(is_demo) from regulation) as rules,
             (select bool_or(is_demo) from layer where kind in ('admin', 'place')) as real,
             (select bool_and(remark = ${city.demoNotice.id}) from zone) as notices`;
    expect(marks).toEqual({
      zones: true,
      parcels: true,
      roads: true,
      overlays: true,
      rules: true,
      real: false,
      notices: true,
    });
  });

  test('the stored area is the geodesic one', async () => {
    const [row] = await database.sql<{ worst: number; total: number }[]>`
      select max(abs(area_m2 - st_area(geom::geography)) / sqrt(area_m2)) as worst,
             sum(area_m2) / sum(st_area(geom::geography)) as total
      from zone`;
    expect(row!.worst).toBeLessThan(0.01);
    expect(row!.total).toBeCloseTo(1, 7);
  });

  test('one kelurahan has no flood data: the layer does not speak about it', async () => {
    const [row] = await database.sql<{ inside: boolean; outside: boolean }[]>`
      select st_covers(v.coverage, st_pointonsurface(own.geom)) as inside,
             st_covers(v.coverage, st_pointonsurface(other.geom)) as outside
      from layer_version v, admin_area own, admin_area other
      where v.layer_id = 'banjir-contoh' and own.code = '64.71.03.1006' and other.code = '64.71.06.1003'`;
    expect(row).toEqual({ inside: false, outside: true });
  });

  test('the RTRW disagrees with the detail plan in some places and agrees in most', async () => {
    const [row] = await database.sql<{ share: number }[]>`
      with place as (
        select z.kodzon, z.code, r.code as class
        from (select * from zone where version_id = (select version_id from layer_version where layer_id = 'rdtr-contoh')
              order by feature_no limit 800) z
        join zone r on r.version_id = (select version_id from layer_version where layer_id = 'rtrw-contoh')
                   and st_covers(r.geom, st_pointonsurface(z.geom)))
      select avg((exists (select from rtrw_match m where m.rtrw_class = class and m.zone_code in (kodzon, code)))::int)::float8
             as share from place`;
    expect(row!.share).toBeGreaterThan(0.6);
    expect(row!.share).toBeLessThan(1);
  });

  describe('as an offline pack', () => {
    let app: ReturnType<typeof anApp>;
    const save = async (packId: string): Promise<Uint8Array> => {
      const entry = (await (await app.request(`/api/v1/packs/${packId}`)).json()) as { href: string };
      return new Uint8Array(await (await app.request(entry.href)).arrayBuffer());
    };
    const installation = (path: string) => ({
      city,
      clock: systemClock,
      tilesDirectory: path,
      dataDirectory: path,
      keys: openKeys(join(path, 'keys')),
    });
    let kota: Uint8Array;
    beforeAll(async () => {
      app = anApp(database.sql, installation(folder.path));
      kota = await save('kota');
    }, 120_000);

    test('the city and its largest kelurahan stay within their budgets', async () => {
      expect(kota.length).toBeGreaterThan(1_000_000);
      expect(kota.length).toBeLessThanOrEqual(CITY_PACK_BYTES);
      const [largest] = await database.sql<{ code: string }[]>`
        select code from admin_area where level = 'kelurahan' order by area_m2 desc limit 1`;
      const kelurahan = await save(`kelurahan-${largest?.code}`);
      expect(kelurahan.length).toBeGreaterThan(20_000);
      expect(kelurahan.length).toBeLessThanOrEqual(KELURAHAN_PACK_BYTES);
    });

    test('it answers as the server does, at 120 places by chance and at 40 on a border', async () => {
      const pack = unpack(kota);
      const chance = seededChance(20_261_129);
      const [west, south, east, north] = city.bbox;
      const differences: string[] = [];
      const compare = async ([lng, lat]: LngLat, isOnBorder: boolean): Promise<boolean> => {
        const query = `lon=${lng}&lat=${lat}&activity=bengkel`;
        const response = await app.request(`/api/v1/lookup?${query}`);
        const server = answerSchema.parse(await response.json());
        const own = answerFromPack(pack, [lng, lat], server.asOf, 'bengkel');
        if (own === null) throw new Error('the pack of the city has an answer everywhere');
        const found = isOnBorder
          ? zonesNamed(server).join() === zonesNamed(own).join()
            ? []
            : [`${zonesNamed(server)} ≠ ${zonesNamed(own)}`]
          : disagreements(server, answerSchema.parse(own));
        differences.push(...found.map((text) => `${lng},${lat}: ${text}`));
        return server.coverage === 'inside';
      };
      for (let inside = 0; inside < 120; ) {
        const place = [west + chance() * (east - west), south + chance() * (north - south)] as const;
        const rounded = place.map((degrees) => Number(degrees.toFixed(5))) as [number, number];
        if (await compare(rounded, false)) inside += 1;
      }
      // Two metres off a corner of an overlay: beside it, on it, or at both.
      let warned = 0;
      const overlays = pack.layers.filter((layer) => layer.kind === 'overlay');
      for (let n = 0; n < 60; n++) {
        const shapes = overlays[n % overlays.length]?.shapes ?? [];
        const [outer] = shapes[Math.floor(chance() * shapes.length)] ?? [];
        const corner = 2 * Math.floor((chance() * (outer?.xy.length ?? 0)) / 2);
        const turn = chance() * 2 * Math.PI;
        const place = [
          (outer?.xy[corner] ?? 0) / 1e7 + 0.000018 * Math.cos(turn),
          (outer?.xy[corner + 1] ?? 0) / 1e7 + 0.000018 * Math.sin(turn),
        ] as const;
        await compare(place, false);
        const told = answerFromPack(pack, place, '2026-11-29', null);
        if ((told?.nearOverlays.length ?? 0) > 0) warned += 1;
      }
      expect(warned).toBeGreaterThan(10);
      // A prohibition on a part of a parcel, farther from the point than borders are looked for.
      const besideBans = await database.sql<{ lng: number; lat: number }[]>`
        select st_x(place) as lng, st_y(place) as lat
        from (select st_pointonsurface(st_difference(p.geom, st_buffer(o.geom::geography, 7)::geometry)) as place
              from parcel p join overlay_area o on o.geom && p.geom and st_overlaps(o.geom, p.geom)
              where o.theme in ('sempadan-sungai', 'lp2b') and p.area_m2 > 600
              order by p.feature_no, o.feature_no limit 40) found
        where not st_isempty(place)`;
      let warnedOfParcel = 0;
      for (const { lng, lat } of besideBans) {
        await compare([lng, lat], false);
        const response = await app.request(`/api/v1/lookup?lon=${lng}&lat=${lat}&activity=bengkel`);
        const { parts } = answerSchema.parse(await response.json());
        const isOfParcel = ({ distanceM }: { distanceM: number | null }): boolean => distanceM === null;
        if (parts.some(({ verdict }) => verdict?.nearby.some(isOfParcel) === true)) warnedOfParcel += 1;
      }
      expect(warnedOfParcel).toBeGreaterThan(5);
      const zones = pack.layers.find((layer) => layer.kind === 'zones');
      for (let n = 0; n < 40; n++) {
        const [outer] = zones?.shapes[Math.floor(chance() * zones.shapes.length)] ?? [];
        const corner = 2 * Math.floor((chance() * (outer?.xy.length ?? 0)) / 2);
        await compare([(outer?.xy[corner] ?? 0) / 1e7, (outer?.xy[corner + 1] ?? 0) / 1e7], true);
      }
      expect(differences).toEqual([]);
    }, 120_000);

    test('the same state gives the same bytes', async () => {
      const other = makeTemporaryFolder('packs');
      const again = anApp(database.sql, { ...installation(folder.path), dataDirectory: other.path });
      const entry = (await (await again.request('/api/v1/packs/kota')).json()) as { href: string };
      const bytes = new Uint8Array(await (await again.request(entry.href)).arrayBuffer());
      other.remove();
      expect(Buffer.from(bytes).equals(Buffer.from(kota))).toBe(true);
    });
  });

  test('loading again changes nothing', async () => {
    const count = async () => (await database.sql`select count(*)::int from publication`)[0];
    const before = await count();
    expect(await loadDemo({ deps: deps() })).toEqual(loaded);
    expect(await count()).toEqual(before);
  }, 300_000);

  test('the commands of the README put a plan in its place; earlier days keep the demo city', async () => {
    await runReadmeCommands(database.url, folder.path);
    const layers = await database.sql<{ layerId: string }[]>`
      select layer_id as "layerId" from version_in_force('2026-01-01'::date) order by 1`;
    expect(layers.map(({ layerId }) => layerId)).toEqual([
      'banjir',
      'kelurahan',
      'rdtr',
      'rules-rdtr',
      'tempat-osm',
    ]);
    const app = anApp(database.sql, { city, tilesDirectory: folder.path });
    const ask = async (address: string) => answerSchema.parse(await (await app.request(address)).json());
    const today = await ask(readmeQuestion());
    expect(today.coverage).toBe('inside');
    expect(today.parts.map(({ layerId, zone }) => [layerId, zone.code])).toEqual([['rdtr', 'R-1']]);
    expect(today.themes.noData.map(({ code }) => code)).toContain('longsor');
    const earlier = await ask(`${readmeQuestion()}&on=2025-12-31`);
    expect(earlier.parts.map(({ layerId }) => layerId)).toEqual(['rdtr-contoh']);
  }, 600_000);
});
