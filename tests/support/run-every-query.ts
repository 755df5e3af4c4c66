import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Sql } from 'postgres';
import { emptyMapping } from '#domain/publication/mapping-file';
import {
  createAccess,
  inTheNameOf,
  invite,
  inviteToNewPassword,
  makeDemoAccounts,
  sweepAccounts,
} from '../../server/features/accounts/index.ts';
import { endHalfwaySessions, touchSession } from '../../server/features/accounts/queries.ts';
import * as backup from '../../server/features/backup/queries.ts';
import { compareRelease, groundOfComparison, measureLoss } from '../../server/features/compare/index.ts';
import * as demo from '../../server/features/demo/queries.ts';
import { sweepDocuments } from '../../server/features/documents/index.ts';
import { erasePersonal, inspectLog, proveLeafToHolder } from '../../server/features/log/index.ts';
import { listErasedIndexes } from '../../server/features/log/queries.ts';
import { drainOutbox, listUnsent, queueMessage, requeueFailed } from '../../server/features/outbox/index.ts';
import {
  findNewestVersion,
  publishVersion,
  restoreArchives,
  withdrawDemoCity,
} from '../../server/features/publish/index.ts';
import { findCoverageChange } from '../../server/features/releases/queries.ts';
import { ruleTableRoutes } from '../../server/features/rule-tables/index.ts';
import {
  createRuleSetLoader,
  importKbli,
  importRules,
  readRulesDirectory,
} from '../../server/features/rules/index.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import { aBrowser, type Browser } from './a-browser.ts';
import { aPerson } from './a-person.ts';
import { insertSmallCity, SMALL_CITY } from './a-small-city.ts';
import { anApp } from './an-app.ts';
import { answerCorrections } from './answer-corrections.ts';
import { workOnApplications } from './applications-at-work.ts';
import { fillCases, workOnCases } from './cases-at-work.ts';
import { imported } from './import-fixture.ts';
import { keepLayers } from './keep-layers.ts';
import { lookAtDocuments } from './look-at-documents.ts';
import { oneTimeCode } from './one-time-code.ts';
import { READING_ADDRESSES } from './reading-addresses.ts';
import { workOnReports } from './reports-at-work.ts';
import { aCity } from './some-facts.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { tileDeps } from './tile-deps.ts';

/**
 * Lives through the product once, by its own doors: rules and files of every kind go in, are published and asked.
 * @param quiet fills the small city; what it sends is not of interest
 * @param sql what the product runs on
 */
export async function runEveryQuery(quiet: Sql, sql: Sql): Promise<void> {
  await insertSmallCity(quiet);
  await crowd(quiet);
  await settleStatistics(quiet);
  const folder = makeTemporaryFolder('sql-snapshots');
  try {
    await loadNothing(sql);
    await importEverything(sql, folder.path);
    await settleStatistics(quiet);
    await publishEverything(sql, folder.path);
    await askEverything(sql, folder.path);
    await readTheLog(sql, folder.path);
    await compareDrafts(sql);
    await sendMessages(sql, folder.path);
    await actAsPeople(quiet, sql, folder.path);
    await editRules(quiet, sql, folder.path);
    await keepLayers(quiet, sql, folder.path);
    await answerCorrections(quiet, sql, folder.path);
    await workOnApplications(quiet, sql, folder.path);
    await fillCases(quiet);
    await workOnReports(quiet, sql, folder.path);
    await workOnCases(quiet, sql, folder.path);
    await lookAtDocuments(quiet, sql);
    await lookBeforeBackup(sql);
  } finally {
    folder.remove();
  }
}

/** Statistics and page maps that are the same on every run; PostgreSQL's own vacuum comes when it likes. */
async function settleStatistics(sql: Sql): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'spatial_ref_sys'`;
  for (const { name } of tables) await sql`alter table ${sql(name)} set (autovacuum_enabled = false)`;
  await sql`vacuum analyze`;
}

/** How many more rows each big table gets, far from where anybody asks: enough for an index to be worth its while. */
const CROWD = 4000;

async function crowd(sql: Sql): Promise<void> {
  const grid = sql`
    select 1000 + i as no, 117 + (i % 100) * 0.001 as lng, -1.1 + (i / 100) * 0.001 as lat
    from generate_series(1, ${CROWD}) i`;
  const square = sql`st_multi(st_makeenvelope(lng, lat, lng + 0.0009, lat + 0.0009, 4326))`;
  const line = sql`st_multi(st_makeline(st_makepoint(lng, lat), st_makepoint(lng + 0.0009, lat)))`;
  const id = (layerId: string) => sql`(select version_id from layer_version where layer_id = ${layerId})`;
  await sql`
    insert into zone (version_id, feature_no, code, area_m2, is_demo, geom)
    select ${id('rdtr-uji')}, no, 'R-3', 9900, true, ${square} from (${grid}) g`;
  await sql`
    insert into parcel (version_id, feature_no, nib, area_m2, is_demo, geom)
    select ${id('parcel-uji')}, no, (8888000000000 + no)::text, 9900, true, ${square} from (${grid}) g`;
  await sql`
    insert into road (version_id, feature_no, name, road_class, row_width_m, is_demo, geom)
    select ${id('jalan-uji')}, no, 'Jalan ' || no, 'lokal', 8, true, st_setsrid(${line}, 4326) from (${grid}) g`;
  await sql`
    with inserted as (
      insert into overlay_area (version_id, feature_no, theme, level_code, name, is_demo, geom)
      select ${id('banjir-uji')}, no, 'banjir', 'tinggi', 'Rawan banjir', true, ${square} from (${grid}) g
      returning overlay_id, version_id, geom)
    insert into overlay_piece (overlay_id, version_id, geom) select overlay_id, version_id, st_geometryn(geom, 1) from inserted`;
}

/** The statements that load the demo city, without its 60,000 parcels. */
async function loadNothing(sql: Sql): Promise<void> {
  await demo.isRegisterEmpty(sql);
  await demo.knownVersions(sql, ['2000000000000001']);
  await demo.publishedVersions(sql, ['2000000000000001']);
  await demo.knownLayers(sql, ['rdtr-kosong']);
  const layer = {
    layerId: 'rdtr-kosong',
    kind: 'zones' as const,
    theme: null,
    title: 'RDTR tanpa baris (uji)',
    producer: 'uji',
    regulationId: null,
    planScale: 5000,
    notice: 'CONTOH',
    isDemo: true,
    versionId: '2000000000000001',
    featureCount: 0,
    isEarlier: false,
  };
  const source = { name: 'uji', sha256: '20'.repeat(32), crs: 'EPSG:4326', report: {} };
  await sql.begin(async (tx) => {
    await demo.saveDemoLayer(tx, layer, 'rules-uji', source);
    await demo.limitCoverage(tx, layer.versionId, '1000000000000002', ['64.71.99.1']);
    await demo.copyZones(tx, []);
    await demo.copyParcels(tx, []);
    await demo.copyRoads(tx, []);
    await demo.copyUtilities(tx, []);
    await demo.copyOverlays(tx, [], layer.versionId);
    await demo.copyAdminAreas(tx, []);
    await demo.copyPlaces(tx, []);
  });
  await demo.analyzeAll(sql);
}

type Feature = readonly [properties: Record<string, unknown>, type: string, coordinates: unknown];

const ring = (w: number, s: number, e: number, n: number) => [
  [w, s],
  [e, s],
  [e, n],
  [w, n],
  [w, s],
];
const bowTie = [
  [116.806, -1.196],
  [116.808, -1.194],
  [116.808, -1.196],
  [116.806, -1.194],
  [116.806, -1.196],
];

/** One small file per kind of layer; the zones overlap, repeat each other, leave a gap and cross themselves. */
const FILES: readonly { kind: string; theme?: string; features: readonly Feature[] }[] = [
  {
    kind: 'zones',
    features: [
      [{ KODSZN: 'R-3', NAMOBJ: 'Perumahan' }, 'Polygon', [ring(116.8, -1.2, 116.804, -1.196)]],
      [{ KODSZN: 'K-1', NAMOBJ: 'Perdagangan' }, 'Polygon', [ring(116.803, -1.2, 116.806, -1.196)]],
      [{ KODSZN: 'K-1', NAMOBJ: 'Perdagangan' }, 'Polygon', [ring(116.803, -1.2, 116.806, -1.196)]],
      [{ KODSZN: 'R-3', NAMOBJ: 'Perumahan' }, 'Polygon', [ring(116.8061, -1.2, 116.808, -1.196)]],
      [{ KODSZN: 'R-3', NAMOBJ: 'Perumahan' }, 'Polygon', [bowTie]],
    ],
  },
  {
    kind: 'rtrw',
    features: [[{ NAMOBJ: 'Kawasan Permukiman' }, 'Polygon', [ring(116.8, -1.2, 116.81, -1.19)]]],
  },
  {
    kind: 'overlay',
    theme: 'longsor',
    features: [[{ NAMOBJ: 'Rawan longsor' }, 'Polygon', [ring(116.8, -1.2, 116.81, -1.19)]]],
  },
  {
    kind: 'road',
    features: [
      [
        { NAMRJL: 'Jalan Uji', KLSJLN: 'lokal' },
        'LineString',
        [
          [116.8, -1.2],
          [116.81, -1.19],
        ],
      ],
    ],
  },
  {
    kind: 'parcel',
    features: [[{ NIB: '9999000000002' }, 'Polygon', [ring(116.805, -1.1948, 116.8051, -1.1947)]]],
  },
  {
    kind: 'utility',
    features: [
      [
        { network: 'air minum', NAMOBJ: 'Pipa uji' },
        'LineString',
        [
          [116.8, -1.2],
          [116.81, -1.19],
        ],
      ],
    ],
  },
  {
    kind: 'admin',
    features: [[{ WADMKD: 'BARAT', KDEPUM: '64.71.99.1' }, 'Polygon', [ring(116.8, -1.2, 116.81, -1.19)]]],
  },
  { kind: 'place', features: [[{ name: 'Pasar Uji', category: 'pasar' }, 'Point', [116.805, -1.195]]] },
];

async function importEverything(sql: Sql, folder: string): Promise<void> {
  const root = findProjectRoot();
  const rules = await readRulesDirectory(join(root, 'tests', 'fixtures', 'rules', 'yogyakarta'));
  await importKbli(
    sql,
    join(root, 'data/code-lists/kbli-2020.csv'),
    join(root, 'data/code-lists/activity-words.csv'),
  );
  const order = {
    layerId: 'rules-baru',
    title: null,
    label: 'uji',
    sourceName: 'uji',
    source: rules,
    emptyMeans: null,
    isDemo: true,
    plan: null,
  };
  const outcome = await importRules(sql, order);
  if (outcome.kind !== 'imported') throw new Error(JSON.stringify(outcome));
  // The polygons of the small city hold no rules, so this one is refused once they have been read.
  await importRules(sql, { ...order, plan: { versionId: '1000000000000003', sourceId: 's1' } });
  for (const { kind, theme, features } of FILES) {
    const path = join(folder, `${kind}.geojson`);
    await writeFile(
      path,
      JSON.stringify({
        type: 'FeatureCollection',
        features: features.map(([properties, type, coordinates]) => ({
          type: 'Feature',
          properties,
          geometry: { type, coordinates },
        })),
      }),
    );
    const isPlan = kind === 'zones' || kind === 'rtrw' || kind === 'overlay';
    const wishes = {
      coverage:
        kind === 'road'
          ? ({ from: 'kelurahan', names: ['BARAT'] } as const)
          : kind === 'overlay'
            ? ({ from: 'file', path, crs: null, sourceLayer: null } as const)
            : ({ from: 'wholeCity' } as const),
      layer: {
        layerId: `${kind}-baru`,
        kind: kind as 'zones',
        theme: theme ?? null,
        rulesLayerId: isPlan ? 'rules-uji' : null,
        regulationId: isPlan ? 'rdtr' : null,
        isDemo: true,
      },
      mapping: emptyMapping,
    };
    await imported(sql, path, wishes);
    // The same content again is found; with repair it is another version.
    await imported(sql, path, wishes);
    if (kind === 'zones') await imported(sql, path, { ...wishes, isRepairing: true });
  }
}

async function publishEverything(sql: Sql, folder: string): Promise<void> {
  // An archive that a killed process left behind.
  await writeFile(join(folder, '0000000000000000.pmtiles.pending'), '');
  await findNewestVersion(sql, 'zones-baru');
  await withdrawDemoCity(tileDeps(sql, folder), { validFrom: '2026-02-01', decree: 'CONTOH' });
  const drafts = await sql<{ layerId: string; versionId: string }[]>`
    select layer_id as "layerId", version_id as "versionId" from layer_version
    where layer_id like '%-baru' order by layer_id, imported_at`;
  for (const { layerId, versionId } of drafts) {
    const outcome = await publishVersion(tileDeps(sql, folder), {
      layerId,
      versionId,
      validFrom: '2026-02-01',
      decree: 'CONTOH Nomor 1 Tahun 2026',
    });
    if (!outcome.ok && layerId.endsWith('-baru'))
      throw new Error(`${layerId}: ${JSON.stringify(outcome.problem)}`);
  }
  await restoreArchives(tileDeps(sql, folder));
}

async function askEverything(sql: Sql, folder: string): Promise<void> {
  const keys = openKeys(join(folder, 'keys'));
  const app = anApp(sql, { tilesDirectory: folder, dataDirectory: folder, keys });
  const [lon, lat] = SMALL_CITY.inParcel;
  const post = (body: unknown) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const questions: readonly (readonly [string, RequestInit?])[] = [
    ['/ready'],
    ['/'],
    ['/tiles/current.json'],
    [`/api/v1/lookup?lon=${lon}&lat=${lat}&on=2026-01-15&activity=bengkel`],
    [`/api/v1/lookup?lon=${lon}&lat=${lat}&on=2026-01-15`, { headers: { 'if-none-match': '"older"' } }],
    [
      '/api/v1/lookup',
      post({ geometry: { type: 'Polygon', coordinates: [ring(116.804, -1.196, 116.806, -1.194)] } }),
    ],
    ['/api/v1/lookup', post({ parcel: { nib: '9999000000001' }, on: '2026-01-15' })],
    [
      '/api/v1/building',
      post({
        parcel: { nib: '9999000000001' },
        on: '2026-01-15',
        building: { type: 'Polygon', coordinates: [ring(116.80502, -1.19478, 116.80506, -1.19474)] },
      }),
    ],
    ['/api/v1/where?activity=bengkel&on=2026-01-15'],
    [`/api/v1/history?lon=${lon}&lat=${lat}`],
    [`/api/v1/compare?lon=${lon}&lat=${lat}&from=2026-01-15&to=2026-02-15`],
    ['/api/v1/legend'],
    ['/api/v1/log/checkpoint'],
    ['/api/v1/log/proof?index=1'],
    ['/api/v1/log/consistency?from=1'],
    ['/.well-known/tlog-keys'],
    ['/api/v1/search?q=jalan+uji'],
    ['/api/v1/search?q=9999000000002'],
    ['/api/v1/packs'],
    ['/api/v1/packs/kota'],
    [`/api/v1/itr.pdf?lon=${lon}&lat=${lat}`],
    ['/api/v1/itr.json?parcel=9999000000001'],
    ['/api/v1/documents/keys'],
  ];
  for (const [address, init] of questions) {
    const response = await app.request(address, init);
    if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
  }
  const issued = await app.request(`/api/v1/itr.pdf?lon=${lon}&lat=${lat}`);
  const documentId = issued.headers.get('x-document-id');
  const page = await app.request(`/krk/verifikasi/${documentId}?banding=ya`);
  if (!page.ok) throw new Error(`the page of a document: ${page.status}`);
  for (const part of ['', '/pdf', '/proof']) {
    const response = await app.request(`/api/v1/documents/${documentId}${part}`);
    if (!response.ok) throw new Error(`${part} of a document: ${response.status}`);
  }
  await sweepDocuments({
    sql,
    clock: systemClock,
    keepItr: { days: 365, bytes: 1e9 },
    dataDirectory: folder,
  });
  for (const [address, status] of READING_ADDRESSES) {
    const response = await app.request(`${address}?on=2026-01-15`);
    if (response.status !== status) throw new Error(`${address}: ${response.status}`);
  }
}

/** A release of other zones, and one of other rules, against what was in force before anything was published. */
async function compareDrafts(sql: Sql): Promise<void> {
  const on = '2026-01-15';
  const zones = '3000000000000003';
  await sql`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count,
                               report, rules_layer_id, regulation_id, is_demo)
    select ${zones}, layer_id, label, 'ubah', source_sha256, source_format, feature_count, report, rules_layer_id,
           regulation_id, is_demo
    from layer_version where version_id = '1000000000000003'`;
  await sql`
    insert into zone (version_id, feature_no, code, kodswp, kodblk, area_m2, is_demo, geom)
    select ${zones}, feature_no, 'K-1', kodswp, kodblk, area_m2, is_demo, geom
    from zone where version_id = '1000000000000003' and feature_no < 3`;
  const deps = { sql, loadRuleSet: createRuleSetLoader(sql) };
  const comparison = await compareRelease(deps, [zones], on);
  await groundOfComparison(deps, comparison);
  await measureLoss(sql, '1000000000000003', { versionId: zones, isPlan: true }, on);
  await findCoverageChange(sql, '1000000000000003', zones);
  const rules = '3000000000000001';
  await sql`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report, is_demo)
    select ${rules}, layer_id, label, 'kosong', source_sha256, source_format, 0, report, is_demo
    from layer_version where version_id = '1000000000000001'`;
  await compareRelease(deps, [rules], on);
}

/** What only a command asks. */
async function readTheLog(sql: Sql, folder: string): Promise<void> {
  const deps = { sql, keys: openKeys(join(folder, 'keys')) };
  await proveLeafToHolder(deps, 0);
  await erasePersonal(sql, { actor: 'operator', indexes: [0], reason: 'uji' });
  const { damage } = await inspectLog(deps);
  await listErasedIndexes(sql);
  if (damage !== null) throw new Error(JSON.stringify(damage));
}

/** One message that is sent, one that is sent later, one that never will be. */
async function sendMessages(sql: Sql, folder: string): Promise<void> {
  const deps = { ...tileDeps(sql, folder), keys: openKeys(join(folder, 'keys')) };
  const channels = {
    email: {
      send: async ({ recipient }: { recipient: string }) =>
        recipient.startsWith('nanti')
          ? ({ kind: 'later', reason: 'uji' } as const)
          : ({ kind: 'sent', providerId: 'uji' } as const),
    },
  };
  for (const [channel, recipient] of [
    ['email', 'warga@example.go.id'],
    ['email', 'nanti@example.go.id'],
    ['whatsapp', '+628110000000'],
  ] as const)
    await queueMessage(deps, sql, {
      dedupeKey: recipient,
      channel,
      recipient,
      language: 'id',
      template: 'operator.test',
      parameters: { origin: 'uji' },
    });
  await drainOutbox({ ...deps, channels });
  await listUnsent(sql);
  await requeueFailed(sql, deps.clock.now());
}

/** From an invitation to a session, what administrators and auditors do, and the second lock. */
async function actAsPeople(quiet: Sql, sql: Sql, folder: string): Promise<void> {
  const keys = openKeys(join(folder, 'keys'));
  const clock = { now: () => new Date() };
  const app = anApp(sql, { keys, clock });
  const given = { sql, keys, clock, city: aCity(), origin: 'http://uji.example' };
  const A = '/api/v1/accounts';
  const password = 'tujuh kapal biru pelan';
  const wish = {
    roles: ['auditor'] as const,
    producerId: null,
    kelurahanCode: null,
    language: 'id' as const,
  };
  const email = 'uji@example.go.id';
  const done = async (wanted: number, asked: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await asked;
    if (status !== wanted) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return body as Record<string, unknown>;
  };
  const acceptWith = async (browser: Browser, made: Awaited<ReturnType<typeof invite>>) => {
    const token = made.ok ? made.value.link.split('#')[1] : '';
    await done(200, browser.send(`${A}/invitations/accept`, { token, name: 'CONTOH Uji', password }));
  };
  const person = aBrowser(app);
  await acceptWith(person, await invite(given, 'operator', { ...wish, email }));
  const { secret } = await done(200, person.send(`${A}/second-factor/set-up`, { password }));
  await done(200, person.send(`${A}/second-factor/set-up`, { password }));
  const { secret: newer } = await done(200, person.send(`${A}/second-factor/set-up`, { password }));
  if (secret === newer) throw new Error('the secret stayed');
  await done(200, person.send(`${A}/second-factor`, { code: oneTimeCode(String(newer), -1) }));
  await done(200, person.get(`${A}/me`));
  await done(200, person.get(`${A}/sessions`));
  const { backupCodes } = await done(200, person.send(`${A}/second-factor/backup-codes`, { password }));
  await done(200, person.send(`${A}/password`, { current: password, wanted: `${password} x` }));
  await done(200, person.send(`${A}/password`, { current: `${password} x`, wanted: password }));
  await done(200, person.get('/api/v1/staff/audit'));
  await done(200, person.get('/api/v1/staff/audit.csv'));
  await done(204, person.send(`${A}/sign-out`));
  for (const code of ['000000', oneTimeCode(String(newer))]) {
    await done(200, person.send(`${A}/sign-in`, { email, password }));
    await done(code === '000000' ? 422 : 200, person.send(`${A}/second-factor`, { code }));
  }
  await done(200, person.send(`${A}/sign-in`, { email, password }));
  const [backupCode] = backupCodes as string[];
  await done(200, person.send(`${A}/second-factor`, { backupCode }));
  for (let no = 0; no < 6; no += 1) await person.send(`${A}/sign-in`, { email: 'x@example.go.id', password });
  await acceptWith(aBrowser(app), await inviteToNewPassword(given, 'operator', { email }));
  await makeDemoAccounts({ ...anAccountDeps(sql, keys), clock }, folder);

  const administrator = await aPerson(quiet, keys, { roles: ['administrator'] });
  const chief = aBrowser(app);
  chief.cookies.set('one-map.session_token', administrator.headers.cookie.split('=').slice(1).join('='));
  const { people } = await done(200, chief.get('/api/v1/staff/people'));
  await done(200, chief.get('/api/v1/staff/people/kelurahan'));
  const { accountId } = (people as { accountId: string; email: string }[]).find(
    (one) => one.email === email,
  ) ?? {
    accountId: '',
  };
  const at = `/api/v1/staff/people/${accountId}`;
  const custodian = aBrowser(app);
  const walidata = await aPerson(quiet, keys, { roles: ['walidata'] });
  custodian.cookies.set('one-map.session_token', walidata.headers.cookie.split('=').slice(1).join('='));
  const agency = { producerId: 'dinas-uji', name: 'CONTOH Dinas Uji' };
  await done(201, custodian.send('/api/v1/staff/producers', agency));
  await done(200, custodian.get('/api/v1/staff/producers'));
  const { status } = await app.request(`/api/v1/staff/producers/${agency.producerId}`, {
    method: 'PATCH',
    headers: { ...walidata.headers, 'content-type': 'application/json', 'if-match': '"r1"' },
    body: JSON.stringify({ name: 'CONTOH Uji' }),
  });
  if (status !== 200) throw new Error(`the agency was not renamed: ${status}`);
  const office = { producerId: agency.producerId, kelurahanCode: null, roles: ['produsenData'] };
  const colleague = await aPerson(quiet, keys, { roles: ['petugasLayanan'] });
  await done(200, chief.send(`/api/v1/staff/people/${colleague.accountId}/standing`, office, 'PUT'));
  const sent = { ...wish, email: 'lain@example.go.id' };
  const { invitationId } = await done(201, chief.send('/api/v1/staff/people/invitations', sent));
  await done(204, chief.send(`/api/v1/staff/people/invitations/${invitationId}`, {}, 'DELETE'));
  const standing = { roles: ['lurah'], producerId: null, kelurahanCode: '64.71.99.1' };
  await done(200, chief.send(`${at}/standing`, standing, 'PUT'));
  await done(200, chief.send(`${at}/sessions`, {}, 'DELETE'));
  await done(200, chief.send(`${at}/close`));
  await done(200, chief.send(`${at}/open`));
  await done(200, chief.send(`${at}/second-factor`, {}, 'DELETE'));
  await done(
    403,
    chief.send(
      `/api/v1/staff/people/${administrator.accountId}/standing`,
      { ...standing, roles: ['lurah', 'administrator'] },
      'PUT',
    ),
  );
  await done(403, chief.send(`/api/v1/staff/people/${administrator.accountId}/close`));
  await touchSession(sql, '00000000-0000-0000-0000-000000000000', clock.now());
  await endHalfwaySessions(sql, '00000000-0000-0000-0000-000000000000');
  await sweepAccounts(sql, clock.now());
  await inTheNameOf(sql, administrator, async () => {});
}

const anAccountDeps = (sql: Sql, keys: ReturnType<typeof openKeys>) => ({
  sql,
  keys,
  log: pino({ level: 'silent' }),
});

/** A legal source is quoted anew: read as a table, drafted. */
async function editRules(quiet: Sql, sql: Sql, folder: string): Promise<void> {
  const keys = openKeys(join(folder, 'keys'));
  const { headers } = await aPerson(quiet, keys, { roles: ['walidata'] });
  const access = createAccess({ sql, keys, clock: { now: () => new Date('2026-11-22T04:00:00Z') } });
  const routes = ruleTableRoutes({ sql, layerThing: async () => ({}) }, access);
  const path = '/api/v1/staff/rules';
  const read = await routes.request(`${path}/versions/1000000000000001`, { headers });
  const { tables } = await read.json();
  tables['legal-sources'].rows[0][2] = 'Pasal 1 ayat (2)';
  const response = await routes.request(`${path}/layers/rules-uji/drafts`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ base: '3000000000000001', label: 'uji', tables }),
  });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
}

/** The statements of a backup, without the programs around them. */
async function lookBeforeBackup(sql: Sql): Promise<void> {
  await sql.begin((tx) => backup.exportSnapshot(tx));
  await backup.listMigrations(sql);
  await backup.listArchives(sql);
  await backup.isDatabaseEmpty(sql);
}
