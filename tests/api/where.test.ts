import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerSchema } from '#domain/zoning/answer';
import type { Itbx } from '#domain/zoning/itbx';
import {
  activitiesSchema,
  type CountedGround,
  type WhereAllowed,
  whereAllowedSchema,
} from '#domain/zoning/where-allowed';
import { insertSmallCity, publishVersion } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

const RULES = '1000000000000001';
const FLOOD = '1000000000000005';

let database: TemporaryDatabase;
let app: ReturnType<typeof anApp>;

/**
 * The small city, where high flood forbids all building but gardens, which need a condition there. The flood layer
 * speaks about BARAT only, and a polygon of it was set aside in a corner of BARAT.
 */
beforeAll(async () => {
  database = await createTemporaryDatabase();
  const { sql } = database;
  await insertSmallCity(sql);
  await addFloodRules(sql);
  app = anApp(sql);
});
afterAll(() => database.drop());

async function addFloodRules(sql: Sql): Promise<void> {
  await sql`
    insert into overlay_effect (version_id, regulation_id, theme, level_code, effect, activity_id, itbx_codes, body, source_id)
    values (${RULES}, 'rdtr', 'banjir', 'tinggi', 'prohibition', null, null, 'Tidak untuk bangunan baru', 's2'),
           (${RULES}, 'rdtr', 'banjir', 'tinggi', 'override', 'kebun', '{B2}', 'Kebun hanya dengan parkir sendiri', 's2')`;
  await sql`
    insert into activity (version_id, regulation_id, activity_id, group_name, name)
    values (${RULES}, 'rdtr', 'kebun', 'Pertanian', 'Kebun sayur')`;
  await sql`
    insert into itbx_cell (version_id, regulation_id, activity_id, zone_code, raw, codes)
    values (${RULES}, 'rdtr', 'kebun', 'R-3', 'I', '{I}'), (${RULES}, 'rdtr', 'kebun', 'K-1', 'T1', '{T1}')`;
  // Zone 3 has a column of its own.
  await sql`
    insert into activity (version_id, regulation_id, activity_id, group_name, name)
    values (${RULES}, 'rdtr', 'warung', 'Perdagangan', 'Warung kelontong')`;
  await sql`
    insert into itbx_cell (version_id, regulation_id, activity_id, zone_code, raw, codes)
    values (${RULES}, 'rdtr', 'warung', 'R-3', 'B1', '{B1}'), (${RULES}, 'rdtr', 'warung', 'R-3.7', 'X', '{X}'),
           (${RULES}, 'rdtr', 'warung', 'K-1', 'I', '{I}')`;
  await sql`
    insert into set_aside (version_id, feature_no, reason, footprint)
    values (${FLOOD}, 9, 'selfIntersection', st_geomfromtext('MULTIPOLYGON(((116.808 -1.192,116.81 -1.192,116.81 -1.19,116.808 -1.19,116.808 -1.192)))', 4326))`;
}

async function where(activity: string, more = ''): Promise<WhereAllowed> {
  const response = await app.request(`/api/v1/where?activity=${encodeURIComponent(activity)}${more}`);
  expect(response.status).toBe(200);
  return whereAllowedSchema.parse(await response.json());
}
const area = (ground: CountedGround, itbx: Itbx): number =>
  ground.outcomes.find((outcome) => outcome.itbx === itbx)?.areaM2 ?? Number.NaN;
const total = (ground: CountedGround): number =>
  ground.outcomes.reduce((sum, outcome) => sum + outcome.areaM2, 0);

test('words are turned into activities while one types; none is no failure', async () => {
  const ask = async (q: string) =>
    activitiesSchema.parse(await (await app.request(`/api/v1/activities?q=${q}`)).json()).activities;
  expect((await ask('bengkl')).map(({ activityId }) => activityId)).toEqual(['bengkel']);
  expect(await ask('kapal%20selam')).toEqual([]);
  expect((await app.request('/api/v1/activities')).status).toBe(400);
});

describe('GET /api/v1/where', () => {
  test('counts ground by outcome in each kelurahan: overlays forbid, missing data is unknown, no plan is no yes', async () => {
    const answer = await where('rumah');
    const [west, east] = answer.kelurahan;
    expect([west?.name, east?.name]).toEqual(['BARAT', 'TIMUR']);
    if (west === undefined || east === undefined) throw new Error('a kelurahan is missing');
    const degree = area(west, 'X') / 3;
    // BARAT: ten strips of zone R-3, three of them under water, the last two with a corner that was set aside.
    expect(area(west, 'unknown')).toBeCloseTo((degree * 2) / 5, -2);
    expect(area(west, 'I')).toBeCloseTo(degree * 7 - (degree * 2) / 5, -2);
    expect(west.noPlanM2).toBeCloseTo(degree, -2);
    // TIMUR: what R-3 allows nobody knows where the flood layer does not speak; what K-1 forbids stays forbidden.
    expect(area(east, 'I')).toBe(0);
    expect(area(east, 'X')).toBeGreaterThan(0);
    expect(area(east, 'unknown')).toBeCloseTo(east.overlapM2 ?? 0, -1);
    expect(answer.openThemes).toEqual(['banjir']);
    expect(answer.openGround.length).toBe(2);
  });

  test('every square metre is counted: outcomes and no plan, less what two polygons claim, are the land', async () => {
    for (const activity of ['rumah', 'bengkel', 'gudang']) {
      const answer = await where(activity);
      for (const ground of [answer.city, ...answer.kelurahan]) {
        const counted = total(ground) + (ground.noPlanM2 ?? 0) - (ground.overlapM2 ?? 0);
        expect(counted).toBeCloseTo(ground.areaM2 ?? Number.NaN, 0);
      }
      const sum = answer.kelurahan.reduce((all, ground) => all + (ground.areaM2 ?? 0), 0);
      expect(answer.city.areaM2).toBeCloseTo(sum, 3);
    }
  });

  test('an exception for the activity itself stands instead of the prohibition, with its condition and its source', async () => {
    const answer = await where('kebun');
    expect(answer.overlays).toMatchObject([
      { layerId: 'banjir-uji', theme: 'banjir', levelCode: 'tinggi', itbx: 'B', codes: ['B2'] },
    ]);
    expect(answer.overlayConditions).toMatchObject([{ code: 'B2' }]);
    expect(answer.sources.map((source) => source.sourceId)).toContain('rules-uji/s2');
    const k1 = answer.zones.find((row) => row.zone.code === 'K-1');
    expect(k1?.verdict).toMatchObject({ base: 'T', governing: 'unknown', reason: 'overlayUnknown' });
    expect(answer.zones.map((row) => [row.zone.code, row.polygonCount])).toEqual([
      ['K-1', 1],
      ['R-3', 2],
    ]);
  });

  test('the same ground has the same verdict here and at a point on it', async () => {
    // The edges of the small city lie on a grid of a thousandth of a degree: a point in each cell knows the shares.
    const seen: { kelurahan: string; verdicts: Map<string, string> }[] = [];
    for (let column = 0; column < 20; column += 1) {
      for (let row = 0; row < 11; row += 1) {
        const [lon, lat] = [116.8005 + column * 0.001, -1.1995 + row * 0.001];
        const response = await app.request(`/api/v1/lookup?lon=${lon.toFixed(4)}&lat=${lat.toFixed(4)}`);
        const there = answerSchema.parse(await response.json());
        const kelurahan = there.admin.find((one) => one.level === 'kelurahan')?.name ?? '';
        for (const part of there.parts) {
          const groups = part.itbx.flatMap(({ itbx, activities }) =>
            activities.map((activity) => [activity.activityId, itbx] as const),
          );
          seen.push({ kelurahan, verdicts: new Map(groups) });
        }
      }
    }
    const outcomes = new Set<string>();
    for (const activity of ['rumah', 'bengkel', 'gudang', 'kebun', 'warung']) {
      for (const ground of (await where(activity)).kelurahan) {
        for (const { itbx, sharePct } of ground.outcomes) {
          const met = seen.filter(
            (one) => one.kelurahan === ground.name && one.verdicts.get(activity) === itbx,
          ).length;
          // The overlap's edge lies on half a cell, which is 2.3 % of a kelurahan.
          const differencePct = Math.abs((met / 110) * 100 - (sharePct ?? 0));
          expect(differencePct, `${activity} ${ground.name} ${itbx}`).toBeLessThan(2.4);
          if (met > 0) outcomes.add(itbx);
        }
      }
    }
    expect([...outcomes].sort()).toEqual(['B', 'I', 'X', 'unknown']);
  });

  test('words that name nothing are a 422, not an empty yes; the reader who has the answer gets a 304', async () => {
    expect((await app.request('/api/v1/where?activity=kapal%20selam')).status).toBe(422);
    const first = await app.request('/api/v1/where?activity=gudang');
    const again = await app.request('/api/v1/where?activity=gudang', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect((await app.request('/api/v1/where?activity=gudang&wrong=1')).status).toBe(400);
  });

  test('the ground is cut once for the same versions, and again when another version is in force', async () => {
    const { sql } = database;
    const grounds = async () =>
      (await sql<{ id: string }[]>`select ground_id as id from ground order by 1`).map(({ id }) => id);
    const before = await grounds();
    await Promise.all([where('gudang'), where('rumah'), where('bengkel')]);
    expect(await grounds()).toEqual(before);
    await sql`insert into publication (layer_id, valid_from, decree) values ('banjir-uji', '2026-06-01', 'CONTOH ditarik')`;
    // Without a flood layer in force its prohibition may hold anywhere: nothing is allowed for certain.
    const without = await where('rumah');
    expect(area(without.city, 'I')).toBe(0);
    expect(await grounds()).toHaveLength(before.length + 1);
    await publishVersion(sql, 'banjir-uji', FLOOD, '2026-06-01');
    expect(area((await where('rumah')).city, 'I')).toBeGreaterThan(0);
    expect(await grounds()).toHaveLength(before.length + 1);
  });

  test('ground of a level that the rules do not name is unknown, here and in a drawn area', async () => {
    const other = await createTemporaryDatabase();
    try {
      await insertSmallCity(other.sql);
      await addFloodRules(other.sql);
      const ground = 'POLYGON((116.806 -1.2,116.807 -1.2,116.807 -1.19,116.806 -1.19,116.806 -1.2))';
      await other.sql`
        with inserted as (
          insert into overlay_area (version_id, feature_no, theme, level_code, name, is_demo, geom)
          values (${FLOOD}, 2, 'banjir', 'Kelas 3', 'Rawan banjir', true, st_multi(st_geomfromtext(${ground}, 4326)))
          returning overlay_id, version_id, geom)
        insert into overlay_piece (overlay_id, version_id, geom) select overlay_id, version_id, (st_dump(geom)).geom from inserted`;
      const otherApp = anApp(other.sql);
      const answer = whereAllowedSchema.parse(
        await (await otherApp.request('/api/v1/where?activity=rumah')).json(),
      );
      const [west] = answer.kelurahan;
      if (west === undefined) throw new Error('no kelurahan');
      // A strip of the ten, and the two fifths that were set aside.
      expect(area(west, 'unknown')).toBeCloseTo((area(west, 'X') / 3) * 1.4, -2);
      expect(answer.overlays.map(({ levelCode }) => levelCode)).toEqual(['tinggi']);
      expect(answer.openGround.length).toBe(3);
      const ring = [
        [116.8055, -1.1935],
        [116.8065, -1.1935],
        [116.8065, -1.1925],
        [116.8055, -1.1925],
        [116.8055, -1.1935],
      ];
      const response = await otherApp.request('/api/v1/lookup', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ geometry: { type: 'Polygon', coordinates: [ring] }, activity: 'rumah' }),
      });
      const verdicts = answerSchema
        .parse(await response.json())
        .parts.map(({ overlays, verdict }) => [overlays[0]?.levelCode, verdict?.governing, verdict?.reason]);
      expect(verdicts).toHaveLength(2);
      expect(verdicts).toEqual(
        expect.arrayContaining([
          [undefined, 'I', null],
          ['Kelas 3', 'unknown', 'overlayUnknown'],
        ]),
      );
    } finally {
      await other.drop();
    }
  });

  test('a city without borders is counted as one area without a land total', async () => {
    const plain = await createTemporaryDatabase();
    try {
      await insertSmallCity(plain.sql);
      await plain.sql`insert into publication (layer_id, valid_from, decree) values ('admin-uji', '2026-02-01', 'CONTOH ditarik')`;
      const response = await anApp(plain.sql).request('/api/v1/where?activity=rumah');
      const answer = whereAllowedSchema.parse(await response.json());
      expect(answer.kelurahan).toEqual([]);
      expect(answer.city.areaM2).toBeNull();
      expect(area(answer.city, 'X')).toBeGreaterThan(0);
    } finally {
      await plain.drop();
    }
  });
});

describe('/di-mana without a script', () => {
  const text = async (address: string): Promise<string> =>
    (await (await app.request(address)).text())
      .replace(/<head>.*?<\/head>/s, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');

  test('lists outcomes, kelurahan and zones in both languages, and says that it is a demonstration', async () => {
    const indonesian = await text('/di-mana?kegiatan=rumah');
    for (const words of [
      'Di mana boleh: Rumah tunggal?',
      'BARAT',
      'TIMUR',
      'Tidak ada data rencana',
      'Pasal 2',
      'DATA CONTOH',
    ])
      expect(indonesian).toContain(words);
    expect(indonesian).toMatch(/Diizinkan 30 % 81,2 ha/);
    const english = await text('/di-mana?kegiatan=rumah&lang=en');
    for (const words of ['Where is it permitted: Rumah tunggal?', 'No plan data', 'DATA CONTOH'])
      expect(english).toContain(words);
  });

  test('words that name nothing say so and offer examples; another day keeps the question', async () => {
    expect(await text('/di-mana?kegiatan=kapal+selam')).toContain('Tidak ada kegiatan yang cocok dengan');
    const html = await (await app.request('/di-mana?kegiatan=rumah&on=2026-01-15')).text();
    expect(html).toContain('<input type="hidden" name="kegiatan" value="rumah"/>');
    expect(html).toContain('/di-mana?kegiatan=rumah&amp;on=2026-01-15');
  });
});
