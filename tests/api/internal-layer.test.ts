import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccessClass } from '#domain/release/access-class';
import { publishVersion } from '../../server/features/publish/index.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { square, writePlanFile } from '../support/a-plan-file.ts';
import { askPlace, sentPhoto, sentReport } from '../support/a-report.ts';
import { insertSmallCity, SMALL_CITY } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { imported } from '../support/import-fixture.ts';
import { READING_ADDRESSES } from '../support/reading-addresses.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { tileDeps } from '../support/tile-deps.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('internal');
  await insertSmallCity(database.sql);
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

/** Words that stand in the internal layers and nowhere else. */
const SECRET = /rahasia|QZ-7|7777000000001/i;
const [lon, lat] = SMALL_CITY.inZone1;
const point = `lon=${lon}&lat=${lat}`;
const place = '116.80400,-1.19300';

/** Every public door at least once, as a pattern of its route and addresses that open it. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  '/health': ['/health'],
  '/ready': ['/ready'],
  '/api/v1/lookup': [
    `/api/v1/lookup?${point}`,
    `/api/v1/lookup?${point}&on=2026-02-15&activity=bengkel`,
    '/api/v1/lookup?lon=116.9&lat=-1.1',
  ],
  '/api/v1/where': ['/api/v1/where?activity=bengkel', '/api/v1/where?activity=rahasia'],
  '/api/v1/activities': ['/api/v1/activities?q=bengkel', '/api/v1/activities?q=rahasia'],
  '/api/v1/history': [`/api/v1/history?${point}`],
  '/api/v1/compare': [`/api/v1/compare?${point}&from=2026-01-15&to=2026-11-20`],
  '/api/v1/legend': ['/api/v1/legend', '/api/v1/legend?layer=banjir-rahasia'],
  '/api/v1/search': [
    '/api/v1/search?q=pasar+rahasia',
    '/api/v1/search?q=7777000000001',
    '/api/v1/search?q=jalan',
  ],
  '/api': ['/api'],
  '/api/v1/openapi.json': ['/api/v1/openapi.json'],
  '/api/reference.css': ['/api/reference.css'],
  '/api/problems/:code': ['/api/problems/notFound'],
  '/tiles/current.json': ['/tiles/current.json', '/tiles/current.json?on=2026-02-15'],
  '/tiles/:layer/current.json': [
    '/tiles/rdtr-uji/current.json',
    '/tiles/banjir-rahasia/current.json',
    '/tiles/rdtr-rahasia/current.json?on=2026-02-15',
  ],
  '/robots.txt': ['/robots.txt'],
  '/sitemap.xml': ['/sitemap.xml'],
  '/kartu/kota.png': ['/kartu/kota.png'],
  '/kartu/lokasi/:place': [`/kartu/lokasi/${place}.png`],
  '/kartu/kelurahan/:slug': ['/kartu/kelurahan/barat.png'],
  '/kartu/blok/:code': ['/kartu/blok/CONTOH-A.1.png', '/kartu/blok/RAHASIA.1.png'],
  '/kartu/peraturan/:layer/:regulation': ['/kartu/peraturan/rules-uji/rdtr.png'],
  '/bangun': ['/bangun?nib=9999000000001', '/bangun?nib=7777000000001'],
  '/peraturan': ['/peraturan'],
  '/peraturan/:layer/:regulation': ['/peraturan/rules-uji/rdtr', '/peraturan/rules-rahasia/rdtr'],
  '/istilah': ['/istilah'],
  '/istilah/:term': ['/istilah/kdb'],
  '/di-mana': ['/di-mana', '/di-mana?kegiatan=bengkel'],
  '/lokasi/:place/riwayat': [`/lokasi/${place}/riwayat`],
  '/lokasi/:place/keliru': [`/lokasi/${place}/keliru`],
  '/keliru/:ticket': ['/keliru/DK-2026-00001'],
  '/api/v1/corrections/rows': [`/api/v1/corrections/rows?${point}`],
  '/api/v1/corrections/:ticket': ['/api/v1/corrections/DK-2026-00001'],
  '/api/v1/itr.json': [`/api/v1/itr.json?${point}`, '/api/v1/itr.json?parcel=7777000000001'],
  '/api/v1/itr.pdf': ['/api/v1/itr.pdf?parcel=7777000000001'],
  '/api/v1/documents/keys': ['/api/v1/documents/keys'],
  '/api/v1/documents/:document': [`/api/v1/documents/${'x'.repeat(22)}`],
  '/api/v1/documents/:document/pdf': [`/api/v1/documents/${'x'.repeat(22)}/pdf`],
  '/api/v1/documents/:document/proof': [`/api/v1/documents/${'x'.repeat(22)}/proof`],
  '/api/v1/applications/:ticket': ['/api/v1/applications/KRK-AAAAA-AAAAA'],
  '/krk/verifikasi': ['/krk/verifikasi'],
  '/krk/verifikasi/:document': [`/krk/verifikasi/${'x'.repeat(22)}`],
  '/krk/ajukan': ['/krk/ajukan', `/krk/ajukan?${point}`],
  '/krk/permohonan': ['/krk/permohonan'],
  '/krk/permohonan/:ticket': ['/krk/permohonan/KRK-AAAAA-AAAAA'],
  '/krk/permohonan/:ticket/data': ['/krk/permohonan/KRK-AAAAA-AAAAA/data'],
  '/krk/permohonan/:ticket/dokumen.pdf': ['/krk/permohonan/KRK-AAAAA-AAAAA/dokumen.pdf'],
  '/krk/permohonan/:ticket/:secret': ['/krk/permohonan/KRK-AAAAA-AAAAA/x'],
  '/lapor': ['/lapor', `/lapor?${point}`],
  '/laporan': ['/laporan'],
  '/laporan/:ticket': ['/laporan/LAP-AAAAA-AAAAA'],
  '/laporan/:ticket/data': ['/laporan/LAP-AAAAA-AAAAA/data'],
  '/laporan/:ticket/tanda-terima': ['/laporan/LAP-AAAAA-AAAAA/tanda-terima'],
  '/laporan/:ticket/foto/:photo': ['/laporan/LAP-AAAAA-AAAAA/foto/x'],
  '/api/v1/reports/:ticket': ['/api/v1/reports/LAP-AAAAA-AAAAA'],
  '/api/v1/reports/:ticket/data': ['/api/v1/reports/LAP-AAAAA-AAAAA/data'],
  '/api/v1/reports/:ticket/receipt': ['/api/v1/reports/LAP-AAAAA-AAAAA/receipt'],
  '/api/v1/reports/:ticket/photos/:photoId': [
    `/api/v1/reports/LAP-AAAAA-AAAAA/photos/${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`,
  ],
  '/kelurahan': ['/kelurahan'],
  '/kelurahan/:slug': ['/kelurahan/barat', '/kelurahan/rahasia'],
  '/blok/:code': ['/blok/CONTOH-A.1', '/blok/RAHASIA.1'],
  '/basemap.json': ['/basemap.json'],
  '/api/v1/packs': ['/api/v1/packs'],
  '/api/v1/packs/:pack': ['/api/v1/packs/kota', '/api/v1/packs/barat'],
  '/api/v1/revision-notices': ['/api/v1/revision-notices'],
  '/konsol': ['/konsol'],
  '/konsol/*': ['/konsol/layers'],
  '/luring': ['/luring'],
  '/': ['/', '/?lapisan=banjir-rahasia'],
  '/lokasi': ['/lokasi', '/lokasi?q=pasar+rahasia'],
  '/lokasi/:place': [`/lokasi/${place}`, `/lokasi/${place}?on=2026-02-15`],
};

/**
 * Doors that are not compared: figures of this process, files of the build, and the log, which says of every entry that
 * there is one, and never what it says.
 */
const NOT_COMPARED =
  /^\/(metrics$|assets\/|icons\/|sw\.js$|manifest\.webmanifest$|api\/v1\/log\/|\.well-known\/|basemap\/)/;
/** Asked with the version that was published, below. */
const BY_VERSION = /^\/(tiles\/:layer\/:version\/|packs\/\*$)/;
const OF_STAFF = /^\/api\/v1\/(staff|accounts)\//;

/** What is kept between requests must not hide a difference; documents that were issued are no cache and stay. */
function aDataDirectory(): string {
  const { path } = makeTemporaryFolder('internal-data');
  mkdirSync(join(folder.path, 'files'), { recursive: true });
  symlinkSync(join(folder.path, 'files'), join(path, 'files'));
  return path;
}

const newApp = () =>
  anApp(database.sql, {
    tilesDirectory: folder.path,
    dataDirectory: aDataDirectory(),
    keys: openKeys(`${folder.path}/keys`),
    clock: { now: () => new Date('2026-11-22T04:00:00Z') },
  });

interface Output {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

async function ask(app: ReturnType<typeof anApp>, address: string, init?: RequestInit): Promise<Output> {
  const response = await app.request(address, init);
  const headers = Object.fromEntries(response.headers);
  delete headers['x-request-id'];
  delete headers['request-id'];
  const bytes = Buffer.from(await response.arrayBuffer());
  const isText = /json|html|text|xml/.test(headers['content-type'] ?? '');
  const body = isText
    ? bytes
        .toString('utf8')
        .replace(/"requestId":"[^"]*"/, '')
        .replace(/req-[\w-]+/g, '')
        // Each form of a report has a key of its own.
        .replace(/name="kunci" value="[\w-]+"/, '')
    : createHash('sha256').update(bytes).digest('hex');
  return { status: response.status, headers, body };
}

async function askEverything(): Promise<Map<string, Output>> {
  const app = newApp();
  const outputs = new Map<string, Output>();
  const addresses = [...Object.values(DOORS).flat(), ...READING_ADDRESSES.map(([address]) => address)];
  for (const address of addresses)
    for (const language of ['', 'en']) {
      const asked = language === '' ? address : `${address}${address.includes('?') ? '&' : '?'}lang=en`;
      outputs.set(asked, await ask(app, asked));
    }
  const ring = [
    [116.804, -1.196],
    [116.806, -1.196],
    [116.806, -1.194],
    [116.804, -1.194],
    [116.804, -1.196],
  ];
  for (const [path, body] of [
    ['/api/v1/lookup', { geometry: { type: 'Polygon', coordinates: [ring] } }],
    ['/api/v1/lookup', { parcel: { nib: '7777000000001' } }],
    ['/api/v1/building', { parcel: { nib: '9999000000001' } }],
    ['/api/v1/building', { parcel: { nib: '7777000000001' } }],
    ['/api/v1/reports/place', { lon: 116.805, lat: -1.195 }],
  ] as const)
    outputs.set(
      `POST ${path} ${JSON.stringify(body)}`,
      await ask(app, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  return outputs;
}

/** One layer of every kind that a public door shows, over the whole small city, in force from 1 February. */
async function publishSecrets(accessClass: AccessClass): Promise<{ layerId: string; versionId: string }[]> {
  const whole = [square(-200, -200, 3000)];
  const kinds = [
    { kind: 'zones', properties: { KODSZN: 'QZ-7', NAMOBJ: 'Rahasia', KODBLK: 'RAHASIA.1' } },
    { kind: 'rtrw', properties: { NAMOBJ: 'Kawasan Rahasia' } },
    { kind: 'overlay', theme: 'longsor', properties: { NAMOBJ: 'Longsor rahasia' } },
    { kind: 'parcel', properties: { NIB: '7777000000001' } },
    { kind: 'admin', properties: { WADMKD: 'RAHASIA', KDEPUM: '64.71.77.7' } },
  ] as const;
  const published: { layerId: string; versionId: string }[] = [];
  for (const { kind, properties, ...rest } of kinds) {
    const theme = 'theme' in rest ? rest.theme : null;
    const layerId =
      kind === 'overlay' ? 'banjir-rahasia' : kind === 'zones' ? 'rdtr-rahasia' : `${kind}-rahasia`;
    await database.sql`
      insert into layer (layer_id, kind, theme, title, is_demo, access_class)
      values (${layerId}, ${kind}, ${theme}, ${`${kind} rahasia`}, true, ${accessClass})
      on conflict (layer_id) do update set access_class = excluded.access_class`;
    const path = writePlanFile(folder.path, `${layerId}.geojsonl`, [{ rings: whole, properties }]);
    const { versionId } = await imported(database.sql, path, {
      coverage: { from: 'wholeCity' },
      layer: { layerId, kind, theme, isDemo: true, title: `${kind} rahasia` },
    });
    published.push({ layerId, versionId });
  }
  return published;
}

test('every public route is one of the doors that are compared', () => {
  const routes = [
    ...new Set(
      newApp()
        .routes.filter(({ method }) => method === 'GET')
        .map(({ path }) => path),
    ),
  ];
  const unknown = routes.filter(
    (path) => !(path in DOORS) && !NOT_COMPARED.test(path) && !BY_VERSION.test(path) && !OF_STAFF.test(path),
  );
  expect(unknown).toEqual([]);
});

/** Words that stand in one report and nowhere else. */
const OF_REPORT = /Rahasia Pelapor|rahasia@example|0899777|kolam tersembunyi|116\.81765|-1\.19876/i;

test('TIL05: a confidential report changes no byte of any public answer, header or log line', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const app = anApp(database.sql, {
    tilesDirectory: folder.path,
    dataDirectory: aDataDirectory(),
    keys: openKeys(`${folder.path}/keys`),
    clock: { now: () => new Date('2026-11-22T04:00:00Z') },
    log,
  });
  const before = await askEverything();
  const photoId = await sentPhoto(app);
  const { ticket, secret } = await sentReport(app, {
    category: 'pesisir',
    description: 'Ada kolam tersembunyi di belakang rumah.',
    about: 'Rahasia Pelapor menduga tetangganya',
    place: { kind: 'pin', lon: 116.81765, lat: -1.19876, from: 'map' },
    photos: [{ photoId }],
    identity: {
      kind: 'confidential',
      name: 'Rahasia Pelapor',
      email: 'rahasia@example.id',
      phone: '0899777000',
    },
  });
  const after = await askEverything();
  for (const [address, output] of before) expect(after.get(address), address).toEqual(output);
  // Its own public doors say states and days, and the door of its place nothing: it is a single one.
  for (const address of [`/laporan/${ticket}`, `/api/v1/reports/${ticket}`, `/laporan/${ticket}?lang=en`]) {
    const { status, body } = await ask(app, address);
    expect([status, OF_REPORT.test(body), body.includes(photoId), body.includes(secret)], address).toEqual([
      200,
      false,
      false,
      false,
    ]);
  }
  const [openPlace, other] = [await (await askPlace(app, 116.818, -1.199)).text(), ticket];
  expect(JSON.parse(openPlace).similar.map((one: { category: string }) => one.category)).toEqual([]);
  expect(openPlace).not.toContain(other);
  // A photo has no address of its own that anybody could guess.
  for (const address of [`/files/${photoId}`, `/laporan/${ticket}/foto/${photoId}`, `/assets/${photoId}.jpg`])
    expect((await ask(app, address)).status, address).toBe(address.startsWith('/laporan') ? 200 : 404);
  expect((await ask(app, `/laporan/${ticket}/foto/${photoId}`)).headers['content-type']).toMatch(
    /text\/html/,
  );
  for (const address of [
    '/api/v1/log/checkpoint',
    '/api/v1/log/proof?index=0',
    '/api/v1/log/consistency?from=1',
    '/metrics',
  ])
    expect((await ask(app, address)).body).not.toMatch(OF_REPORT);
  expect(lines.length).toBeGreaterThan(5);
  const written = lines.join('');
  for (const hidden of [ticket, secret, photoId, '127.0.0.1']) expect(written).not.toContain(hidden);
  expect(written).not.toMatch(OF_REPORT);
  // What the database keeps in the clear names nobody.
  const [row] = await database.sql`
    select to_jsonb(r)::text || (select string_agg(to_jsonb(e)::text, '') from log_event e)
           || (select string_agg(to_jsonb(o)::text, '') from outbox_message o)
           || (select to_jsonb(p)::text from report_person p where p.report_id = r.report_id) as kept
    from report r where r.ticket = ${ticket}`;
  expect(row?.kept).not.toMatch(/rahasia@example|0899777/);
}, 120_000);

test('an internal layer in force changes no byte of any public answer', async () => {
  const before = await askEverything();
  expect([...before.values()].filter(({ status }) => status === 200).length).toBeGreaterThan(60);
  expect([...before.values()].filter(({ status }) => status >= 500)).toEqual([]);
  const secrets = await publishSecrets('internal');
  const files = readdirSync(folder.path).filter((name) => name.endsWith('.pmtiles'));
  const publish = async () => {
    for (const { layerId, versionId } of secrets) {
      const outcome = await publishVersion(tileDeps(database.sql, folder.path), {
        layerId,
        versionId,
        validFrom: '2026-02-01',
        decree: 'CONTOH rahasia',
      });
      expect(outcome.ok, JSON.stringify(outcome)).toBe(true);
    }
  };
  await publish();
  const after = await askEverything();
  for (const [address, output] of before) expect(after.get(address), address).toEqual(output);
  // No tiles were made, and the addresses of its versions answer as those of versions that never were.
  expect(readdirSync(folder.path).filter((name) => name.endsWith('.pmtiles'))).toEqual(files);
  const app = newApp();
  for (const { layerId, versionId } of secrets)
    for (const rest of ['tile.json', 'archive.pmtiles', '14/13508/8245.mvt', '13/6754/4122.mvt']) {
      const real = await ask(app, `/tiles/${layerId}/${versionId}/${rest}`);
      const invented = await ask(app, `/tiles/tidak-ada/0123456789abcdef/${rest}`);
      expect(real, `${layerId} ${rest}`).toEqual(invented);
      expect(real.status).toBe(404);
    }
  // The log says that there are more entries, and nothing of them.
  for (const address of [
    '/api/v1/log/checkpoint',
    '/api/v1/log/proof?index=1',
    '/api/v1/log/consistency?from=1',
  ])
    expect((await ask(app, address)).body).not.toMatch(SECRET);
  expect((await ask(app, '/metrics')).body).not.toMatch(SECRET);
}, 120_000);

test('the comparison can fail: the same layers, open, are seen', async () => {
  const before = await askEverything();
  await database.sql`update layer set access_class = 'terbuka' where layer_id like '%-rahasia'`;
  // What was published while it was closed stays closed.
  const opened = await askEverything();
  for (const [address, output] of before) expect(opened.get(address), address).toEqual(output);
  const versions = await database.sql<{ layerId: string; versionId: string }[]>`
    select layer_id as "layerId", version_id as "versionId" from layer_version where layer_id like '%-rahasia'`;
  for (const { layerId, versionId } of versions) {
    const outcome = await publishVersion(tileDeps(database.sql, folder.path), {
      layerId,
      versionId,
      validFrom: '2026-02-02',
      decree: 'CONTOH dibuka',
    });
    expect(outcome.ok, JSON.stringify(outcome)).toBe(true);
  }
  const after = await askEverything();
  const changed = [...before].filter(([address, output]) => after.get(address)?.body !== output.body);
  for (const door of [
    '/api/v1/lookup?',
    '/tiles/current.json',
    '/api/v1/legend',
    '/api/v1/history',
    '/api/v1/packs',
  ])
    expect(
      changed.some(([address]) => address.startsWith(door)),
      door,
    ).toBe(true);
  expect(after.get('/api/v1/search?q=7777000000001')?.body).toMatch(SECRET);
}, 120_000);
