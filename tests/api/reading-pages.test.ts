import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertSmallCity } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { READING_ADDRESSES } from '../support/reading-addresses.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let app: ReturnType<typeof anApp>;
beforeAll(async () => {
  database = await createTemporaryDatabase();
  await insertSmallCity(database.sql);
  app = anApp(database.sql);
});
afterAll(() => database.drop());

const get = (address: string, headers: Record<string, string> = {}) => app.request(address, { headers });
const text = async (address: string): Promise<string> => {
  const html = await (await get(address)).text();
  return html
    .replace(/<(script|style|head)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
};

describe('every page for reading', () => {
  test.each(READING_ADDRESSES)('%s answers %i, complete and in both languages', async (address, status) => {
    for (const language of ['id', 'en']) {
      const response = await get(`${address}?lang=${language}`);
      expect(response.status).toBe(status);
      const html = await response.text();
      expect(html).toContain(`<html lang="${language}">`);
      expect(html.match(/<h1[ >]/g)).toHaveLength(1);
      expect(html).toMatch(/<title>[^<]{10,}<\/title>/);
      expect(html).toContain(
        language === 'id'
          ? 'DATA CONTOH – BUKAN DATA RESMI'
          : '<span lang="id">DATA CONTOH</span> – SAMPLE DATA, NOT OFFICIAL',
      );
      expect(html).toContain('hreflang="en"');
      expect(html).toContain('property="og:description"');
      expect(html).not.toContain('page-data');
      expect(html).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  test('a reader who has it is told so, until the register changes', async () => {
    const first = await get('/kelurahan/barat');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    expect((await get('/kelurahan/barat', { 'if-none-match': tag })).status).toBe(304);
    expect((await get('/kelurahan/barat?lang=en', { 'if-none-match': tag })).status).toBe(200);
    expect((await get('/kelurahan/barat?on=2026-01-15', { 'if-none-match': tag })).status).toBe(200);
    await database.sql`
      insert into publication (layer_id, version_id, valid_from, decree)
      select layer_id, version_id, '2026-11-01', 'CONTOH Nomor 9' from layer_version where layer_id = 'rdtr-uji'`;
    const changed = await get('/kelurahan/barat', { 'if-none-match': tag });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('CONTOH Nomor 9');
  });

  test('what other sites hang onto an address leads to the page without it; a day that is none is explained', async () => {
    const strange = await get('/kelurahan/barat?fbclid=x&on=2026-01-15&utm_source=y');
    expect(strange.status).toBe(303);
    expect(strange.headers.get('location')).toBe('/kelurahan/barat?on=2026-01-15');
    const day = await get('/kelurahan/barat?on=kemarin');
    expect(day.status).toBe(400);
    expect(day.headers.get('etag')).toBeNull();
    expect(await day.text()).toContain('Tulis tanggal seperti');
  });

  test('fiction is kept from search engines; the glossary, which is none, is not', async () => {
    expect(await (await get('/kelurahan/barat')).text()).toContain('<meta name="robots" content="noindex">');
    expect(await (await get('/istilah/kdb')).text()).not.toContain('noindex');
    expect(await (await get('/peraturan/rules-uji/rdtr')).text()).not.toContain('"Legislation"');
  });
});

describe('an address that somebody made up', () => {
  test('a place with as many decimals as a program writes is that place; so is one whose order is clear', async () => {
    expect((await get('/?p=116.804000000000001,-1.193000000000001')).status).toBe(200);
    expect((await get('/lokasi/116.804000000000001,-1.193000000000001')).status).toBe(200);
    const spaced = await get('/?p=116.804,%20-1.193');
    expect([spaced.status, spaced.headers.get('location')]).toEqual([303, '/?p=116.80400,-1.19300']);
    const swapped = await get('/lokasi/-1.193,116.804');
    expect(swapped.status).toBe(400);
    expect(await swapped.text()).toContain('Mungkin urutannya terbalik');
    const day = await get('/lokasi/116.80400,-1.19300?on=kemarin');
    expect(day.status).toBe(400);
    expect(await day.text()).toContain('Tanggal itu tidak dapat dibaca');
  });

  test.each([
    ['/blok/%00', 404],
    ['/blok/a%00b', 404],
    ['/kelurahan/%00', 404],
    ['/peraturan/%00/%00', 404],
    ['/istilah/%00', 404],
    ['/di-mana?kegiatan=%00', 404],
    ['/bangun?nib=%00', 400],
    ['/bangun?nib=404404404', 404],
  ])('%s is a page of %i, not a failure of ours', async (address, status) => {
    const response = await get(address);
    expect(response.status).toBe(status);
    expect(response.headers.get('etag')).toBeNull();
    expect(await response.text()).toMatch(/<h1[ >]/);
  });

  test('“any tag” is not modified only where there is a page', async () => {
    const any = { 'if-none-match': '*' };
    expect((await get('/kelurahan/tidak-ada', any)).status).toBe(404);
    expect((await get('/blok/TIDAK-ADA', any)).status).toBe(404);
    expect((await get('/kelurahan/barat', any)).status).toBe(304);
  });

  test('a host that is none of ours stands in no page, and no cache keeps what it was told', async () => {
    const strange = 'http://jahat.example';
    const robots = await get(`${strange}/robots.txt`);
    expect(await robots.text()).not.toContain('jahat');
    expect(robots.headers.get('cache-control')).toBe('no-store');
    expect((await get(`${strange}/sitemap.xml`)).status).toBe(404);
    const [head = ''] = (await (await get(`${strange}/kelurahan/barat`)).text()).split('</head>');
    expect(head).not.toContain('jahat');
    expect(head).toContain('<link rel="canonical" href="/kelurahan/barat">');
  });

  test('a rush of pages that the database must work for ends in quick refusals', async () => {
    const locker = await database.sql.reserve();
    await locker`begin`;
    await locker`lock table zone in access exclusive mode`;
    const asked = Array.from({ length: 24 }, (_, index) => get(`/blok/CONTOH-${index}`));
    try {
      const refused = await Promise.any(
        asked.map(async (response) => {
          const { status, headers } = await response;
          return status === 503 ? headers : Promise.reject(new Error(String(status)));
        }),
      );
      expect(refused.get('retry-after')).not.toBeNull();
    } finally {
      await locker`rollback`;
      locker.release();
    }
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 503)).toHaveLength(24 - 18);
    expect(statuses.filter((status) => status === 404)).toHaveLength(18);
  });

  test('the page and the API keep one answer between them', async () => {
    const own = anApp(database.sql);
    await own.request('/api/v1/where?activity=bengkel&on=2026-03-01');
    const locker = await database.sql.reserve();
    await locker`begin`;
    await locker`lock table zone in access exclusive mode`;
    try {
      const page = await own.request('/di-mana?kegiatan=bengkel&on=2026-03-01');
      expect(page.status).toBe(200);
    } finally {
      await locker`rollback`;
      locker.release();
    }
  });
});

test('a search engine is told of the glossary, and of data only when it is no demonstration', async () => {
  const known = anApp(database.sql, {
    http: {
      isHttps: true,
      isDevelopment: false,
      trustedProxies: [],
      isStopping: () => false,
      publicUrl: 'https://peta.example/',
    },
  });
  expect(await (await known.request('/robots.txt')).text()).toMatch(
    /Disallow: \/lokasi\/\*\/riwayat\n.*Sitemap: https:\/\/peta\.example\/sitemap\.xml/s,
  );
  const addresses = async () =>
    [...(await (await known.request('/sitemap.xml')).text()).matchAll(/<loc>([^<]+)</g)].map(([, at]) => at);
  expect(await addresses()).toContain('https://peta.example/istilah/kdb');
  expect((await addresses()).filter((at) => at?.includes('kelurahan'))).toEqual([]);
  await database.sql`alter table layer_version disable trigger user`;
  await database.sql`update layer_version set is_demo = false`;
  await database.sql`update layer set is_demo = false`;
  expect(await addresses()).toContain('https://peta.example/kelurahan/barat');
  expect(await addresses()).toContain('https://peta.example/peraturan/rules-uji/rdtr');
  await database.sql`update layer_version set is_demo = true`;
  await database.sql`update layer set is_demo = true`;
});

describe('what they say', () => {
  test('a kelurahan: shares that add up, ground without a plan as “no data”, what lies on it', async () => {
    const page = await text('/kelurahan/timur?lang=id');
    expect(page).toContain('Kelurahan TIMUR');
    // Zone 2 covers the east but for a notch and the northern strip; zone 3 lies over its south-east.
    expect(page).toMatch(/K-1 Perdagangan dan Jasa – Skala Kota 90,0 %/);
    expect(page).toMatch(/R-3 Perumahan – Kepadatan Sedang 11,4 %/);
    expect(page).toMatch(/Tidak tercakup RDTR: tidak ada data 10,0 %/);
    const west = await text('/kelurahan/barat?lang=id');
    expect(west).toMatch(/Rawan banjir Rawan banjir tinggi [\d,]+ ha · 27,3 %/);
    // Outside its coverage the flood layer says nothing: never “not here”.
    expect(page).toMatch(/Tidak ada data Tidak ada data bukan berarti tidak ada aturan\.[^.]*Rawan banjir/);
  });

  test('a block: zones, basic figures with their article, and a way to the whole answer', async () => {
    const html = await (await get('/blok/CONTOH-A.1?lang=id')).text();
    expect(html).toMatch(/href="\/peraturan\/rules-uji\/rdtr#s1"/);
    expect(html).toMatch(/href="\/lokasi\/116\.\d+,-1\.\d+"/);
    expect(await text('/blok/CONTOH-A.1?lang=id')).toMatch(/Tapak bangunan \(KDB\) ≤ 60 % Pasal 1/);
    expect(await text('/blok/CONTOH-A.1?lang=id')).toContain('Belum tersedia');
  });

  test('a regulation: each article with its rules, the law in Indonesian', async () => {
    const html = await (await get('/peraturan/rules-uji/rdtr?lang=en')).text();
    expect(html).toMatch(/<li id="s2"/);
    expect(html).toMatch(/<span lang="id">Menyediakan parkir di dalam bidang<\/span>/);
    const page = await text('/peraturan/rules-uji/rdtr?lang=id');
    expect(page).toContain('Matriks 3 kegiatan × 2 zona');
    expect(page).toMatch(/Bengkel kendaraan I K-1 T1 B2 R-3/);
    expect(page).toContain('Kotak kosong berarti tidak diatur');
  });

  test('nothing of a day before the plan is shown as its rules', async () => {
    expect((await get('/kelurahan/barat?on=2020-01-01')).status).toBe(404);
    expect(await text('/peraturan?on=2020-01-01&lang=id')).toContain('Belum ada peraturan yang berlaku');
  });
});
