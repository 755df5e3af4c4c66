import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCertificate } from '#domain/document/certificate';
import { extractSchema } from '#domain/extract/extract';
import { canonicalJson } from '#domain/log/canonical-json';
import { openCheckpoint } from '#domain/log/checkpoint';
import { hashLeaf, readOpening } from '#domain/log/log-leaf';
import { readLogProof, verifyLogProof } from '#domain/log/log-proof';
import { type NoteKey, readNoteKey } from '#domain/log/signed-note';
import { forgetPassingTries, spendPublicTry } from '../../server/features/accounts/index.ts';
import {
  documentRoutes,
  keyListSchema,
  openDocuments,
  openKeyList,
  sweepDocuments,
  verifyFile,
  verifyIssueProof,
} from '../../server/features/documents/index.ts';
import { createRenderer } from '../../server/features/documents/render/renderer.ts';
import { createRuleSetLoader } from '../../server/features/rules/index.ts';
import { sha256 as digest, verifyEd25519 } from '../../server/platform/crypto.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { checkFile, type IssuedFile } from '../../web/features/verification/check-file.ts';
import { insertSmallCity, publishVersion, SMALL_CITY } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import {
  attachedTo,
  checkStructure,
  infoOf,
  layoutOf,
  signaturesOf,
  textOf,
} from '../support/read-document.ts';
import { aCity } from '../support/some-facts.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const PARCEL = 'parcel=9999000000001';
const RULES = '1000000000000001';
const folder = makeTemporaryFolder('documents');
const keys = openKeys(join(folder.path, 'keys'));
let database: TemporaryDatabase;
let moment = '2026-11-22T04:00:00Z';
let app: ReturnType<typeof anApp>;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  const { sql } = database;
  await insertSmallCity(sql);
  await giveEveryFieldItsOwnValue();
  app = anApp(sql, { keys, dataDirectory: folder.path, clock: { now: () => new Date(moment) } });
});
afterAll(async () => {
  await database.drop();
  folder.remove();
});

/** Changes what is published, which the product never does: the city of a test is made so. */
const makeSo = (change: (tx: TransactionSql) => Promise<unknown>) =>
  database.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await change(tx);
  });

/** Fields of zone R-3 with the article of each: no two have one value or one article. */
const FIELDS = {
  kdb: 11,
  klb: 12,
  kdh: 13,
  ktb: 14,
  floors: 15,
  height_m: 16,
  basement_floors: 17,
  min_parcel_m2: 18,
  building_gap_m: 19,
  jbs: 20,
  jbb: 21,
  gsb: 22,
  zone: 23,
  matrix: 24,
  parkir: 25,
  sarana: 26,
  kkop: 27,
} as const;
const articleOf = (field: keyof typeof FIELDS): string => `Pasal ${FIELDS[field]}`;
const sourceOf = (field: keyof typeof FIELDS): string => `a${FIELDS[field]}`;

/** No two fields of zone R-3 have one value, so that a value or an article beside the wrong label is seen. */
async function giveEveryFieldItsOwnValue(): Promise<void> {
  await makeSo(async (sql) => {
    for (const field of Object.keys(FIELDS) as (keyof typeof FIELDS)[])
      await sql`
        insert into legal_source (version_id, source_id, regulation_id, article)
        values (${RULES}, ${sourceOf(field)}, 'rdtr', ${articleOf(field)})`;
    await sql`delete from intensity_rule where version_id = ${RULES} and zone_code = 'R-3'`;
    const figures = [
      ['kdb', 'max', 61, '%'],
      ['klb', 'max', 1.7, ''],
      ['kdh', 'min', 23, '%'],
      ['ktb', 'max', 47, '%'],
      ['floors', 'max', 3, 'lantai'],
      ['height_m', 'max', 12.5, 'm'],
      ['basement_floors', 'max', 2, 'lantai'],
      ['min_parcel_m2', 'min', 90, 'm²'],
      ['building_gap_m', 'min', 4, 'm'],
    ] as const;
    for (const [measure, operator, value, unit] of figures)
      await sql`
        insert into intensity_rule (version_id, regulation_id, zone_code, measure, operator, value, unit_as_printed, source_id)
        values (${RULES}, 'rdtr', 'R-3', ${measure}, ${operator}, ${value}, ${unit}, ${sourceOf(measure)})`;
    await sql`
      insert into setback_rule (version_id, regulation_id, kind, road_class, value_m, reference_line, source_id)
      values (${RULES}, 'rdtr', 'jbs', null, 2.25, 'batas persil', ${sourceOf('jbs')}),
             (${RULES}, 'rdtr', 'jbb', null, 3.75, 'batas persil', ${sourceOf('jbb')})`;
    await sql`
      update setback_rule set source_id = ${sourceOf('gsb')}
      where version_id = ${RULES} and kind = 'gsb' and road_class = 'lokal'`;
    await sql`update zone_code set source_id = ${sourceOf('zone')} where version_id = ${RULES} and code = 'R-3'`;
    await sql`update itbx_matrix set source_id = ${sourceOf('matrix')} where version_id = ${RULES}`;
    await sql`
      insert into zoning_note (version_id, regulation_id, kind, zone_code, body, source_id)
      values (${RULES}, 'rdtr', 'parkir', 'R-3', 'Satu mobil tiap rumah (uji).', ${sourceOf('parkir')}),
             (${RULES}, 'rdtr', 'sarana', 'R-3', 'Satu sumur resapan tiap kavling (uji).', ${sourceOf('sarana')})`;
    await sql`
      insert into overlay_effect (version_id, regulation_id, theme, level_code, effect, body, source_id)
      values (${RULES}, 'rdtr', 'kkop', '', 'text', 'Lampu penanda di puncak (uji).', ${sourceOf('kkop')})`;
  });
  const { sql } = database;
  const layer = async (layerId: string, kind: string, theme: string | null, versionId: string) => {
    await sql`
      insert into layer (layer_id, kind, theme, title, plan_scale, is_demo)
      values (${layerId}, ${kind}, ${theme}, ${`${layerId} (uji)`}, 5000, true)`;
    await sql`
      insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, source_crs,
                                 feature_count, report, coverage, rules_layer_id, regulation_id, is_demo)
      values (${versionId}, ${layerId}, 'uji', 'uji.geojson', ${versionId.repeat(4)}, 'demo', 'EPSG:4326', 1, '{}',
              st_multi(st_geomfromtext(${BARAT}, 4326)), ${theme === null ? null : 'rules-uji'},
              ${theme === null ? null : 'rdtr'}, true)`;
    await publishVersion(sql, layerId, versionId, '2026-01-01');
  };
  await layer('kkop-uji', 'overlay', 'kkop', '1000000000000008');
  await sql`
    with inserted as (
      insert into overlay_area (version_id, feature_no, theme, level_code, name, is_demo, geom)
      values ('1000000000000008', 1, 'kkop', '', 'Kerucut (uji)', true, st_multi(st_geomfromtext(${BARAT}, 4326)))
      returning overlay_id, version_id, geom)
    insert into overlay_piece (overlay_id, version_id, geom) select overlay_id, version_id, (st_dump(geom)).geom from inserted`;
  await layer('air-uji', 'utility', null, '1000000000000009');
  await sql`
    insert into utility_line (version_id, feature_no, network, name, is_demo, geom)
    values ('1000000000000009', 1, 'air minum', 'Pipa Uji', true,
            st_geomfromtext('MULTILINESTRING((116.804 -1.1949,116.806 -1.1949))', 4326))`;
}
const BARAT = 'POLYGON((116.8 -1.2,116.81 -1.2,116.81 -1.189,116.8 -1.189,116.8 -1.2))';

const at = ([lon, lat]: readonly [number, number]): string => `lon=${lon}&lat=${lat}`;
async function download(query: string): Promise<{ pdf: Buffer; documentId: string }> {
  const response = await app.request(`/api/v1/itr.pdf?${query}`);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  return {
    pdf: Buffer.from(await response.arrayBuffer()),
    documentId: response.headers.get('x-document-id') ?? '',
  };
}
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const keyList = async () => keyListSchema.parse(await (await app.request('/api/v1/documents/keys')).json());
const count = async (): Promise<number> =>
  (await database.sql<{ n: number }[]>`select count(*)::int as n from document`)[0]?.n ?? -1;

describe('an ITR', () => {
  test('is a tagged, sealed PDF/A of which every byte is signed, and one that is changed is not', async () => {
    const { pdf } = await download(PARCEL);
    if (process.env.KEEP_DOCUMENTS !== undefined) writeFileSync(process.env.KEEP_DOCUMENTS, pdf);
    expect(infoOf(pdf)).toMatch(/Tagged:\s+yes/);
    const metadata = pdf.toString('latin1');
    expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(metadata).toContain('/DisplayDocTitle true');
    // Nothing of qpdf's known warnings either: the update behind the file is written as a reader expects it.
    expect(checkStructure(pdf)).toContain('No syntax or stream encoding errors found');
    expect(checkStructure(pdf)).not.toMatch(/WARNING/);
    const said = signaturesOf(pdf);
    expect(said).toContain('Signature Type: ETSI.CAdES.detached');
    expect(said).toContain('Total document signed');
    expect(said).toContain('Signature is Valid');
    const changed = Buffer.from(pdf);
    changed[1_000] = (changed[1_000] ?? 0) ^ 1;
    expect(signaturesOf(changed)).not.toContain('Signature is Valid');
  });

  test('peer defect, axes exchanged: coordinates are headed Bujur then Lintang, longitude first, every corner once', async () => {
    const page = layoutOf((await download(PARCEL)).pdf);
    expect(page).toMatch(/Titik\s+Bujur \(°\)\s+Lintang \(°\)/);
    const corners = [...page.matchAll(/^\s*(\d)\s+(116,80\d{5})\s+(-1,19\d{5})\s*$/gm)];
    expect(corners.map(([, number]) => number)).toEqual(['1', '2', '3', '4']);
    expect(corners[0]?.slice(2)).toEqual(['116,8050000', '-1,1948000']);
  });

  test('peer defects, two rows of one name and facts left over: no two rows are called alike, nothing of another place or day is in it', async () => {
    const { pdf } = await download(PARCEL);
    const rows = layoutOf(pdf).match(/^\s*[b-i]\. \S.*?(?=\s{2,})/gm) ?? [];
    expect(rows.length).toBeGreaterThan(9);
    expect(new Set(rows.map((row) => row.trim())).size).toBe(rows.length);
    const other = await download(at([116.817, -1.195]));
    expect(textOf(other.pdf)).toContain('TIMUR');
    expect(textOf(other.pdf)).not.toContain('BARAT');
    expect(textOf(pdf)).toContain('22 November 2026');
    expect(textOf(pdf)).not.toMatch(/\b(?:19|20)(?:0\d|1\d|2[0-5]|2[7-9])\b/);
  });

  test('carries its extract and a certificate over it, in both languages of the reader', async () => {
    for (const language of ['id', 'en']) {
      const { pdf, documentId } = await download(`${PARCEL}&lang=${language}`);
      const bytes = attachedTo(pdf, 'extract.json');
      expect(extractSchema.parse(JSON.parse(bytes.toString())).ground).toMatchObject({
        kind: 'parcel',
        nib: '9999000000001',
      });
      const jws = attachedTo(pdf, 'certificate.jws').toString();
      expect(openCertificate(verifyEd25519, jws, keys.signingKeys('document'))).toMatchObject({
        ok: true,
        value: { documentId, isTrial: true, extractSha256: sha256(bytes), kind: 'itr', number: null },
      });
      const words =
        language === 'id'
          ? 'Informasi ini bukan dasar perizinan.'
          : 'This information is no basis for a permit.';
      const pages = textOf(pdf).split('\f').slice(0, -1);
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages) {
        expect(page).toContain('UJI COBA – BUKAN DOKUMEN RESMI');
        expect(page).toContain(words);
      }
      const json = await (await app.request(`/api/v1/itr.json?${PARCEL}&lang=${language}`)).json();
      expect(json).toMatchObject({ mark: words, document: { documentId, isTrial: true } });
      expect(canonicalJson(json.extract)).toBe(bytes.toString());
    }
  });

  test('peer defect, a document that changes next January: asked for again it is the stored file, also next year', async () => {
    const first = await download(PARCEL);
    const before = await count();
    expect((await download(PARCEL)).pdf.equals(first.pdf)).toBe(true);
    expect(await count()).toBe(before);
    moment = '2027-01-05T04:00:00Z';
    const stored = await app.request(`/api/v1/documents/${first.documentId}/pdf`);
    expect(Buffer.from(await stored.arrayBuffer()).equals(first.pdf)).toBe(true);
    const later = await download(PARCEL);
    moment = '2026-11-22T04:00:00Z';
    expect(later.documentId).not.toBe(first.documentId);
    expect(attachedTo(later.pdf, 'extract.json').equals(attachedTo(first.pdf, 'extract.json'))).toBe(true);
  });

  test('asked for by many at once is made once', async () => {
    const before = await count();
    const all = await Promise.all(Array.from({ length: 5 }, () => download(at([116.8043, -1.1931]))));
    expect(new Set(all.map(({ documentId }) => documentId)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  test('that is new is counted for the place that it is asked from; one that is there is given to everybody', async () => {
    await download(PARCEL);
    const nobody = { req: { header: () => undefined }, env: {} } as never;
    const deps = { keys, clock: { now: () => new Date(moment) } };
    expect(spendPublicTry(deps, nobody, 'itr', 120, 1_200, 120)).toMatchObject({ ok: true });
    const before = await count();
    const refused = await app.request(`/api/v1/itr.json?${at([116.80613, -1.1941])}`);
    expect([refused.status, (await refused.json()).code]).toEqual([429, 'tooManyTries']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await count()).toBe(before);
    await download(PARCEL);
    forgetPassingTries(keys);
    expect((await app.request(`/api/v1/itr.json?${at([116.80613, -1.1941])}`)).status).toBe(200);
  });

  test('of a drawing says that it is no registered parcel', async () => {
    const ring = [
      [116.8049, -1.1949],
      [116.8053, -1.1949],
      [116.8053, -1.1946],
      [116.8049, -1.1946],
      [116.8049, -1.1949],
    ];
    const response = await app.request('/api/v1/itr', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ geometry: { type: 'Polygon', coordinates: [ring] } }),
    });
    expect(response.status).toBe(200);
    const issued = (await response.json()) as { pdf: string; extract: unknown };
    expect(extractSchema.parse(issued.extract).ground).toMatchObject({ kind: 'drawing', nib: null });
    const pdf = Buffer.from(await (await app.request(issued.pdf)).arrayBuffer());
    expect(textOf(pdf)).toContain('Gambar pemohon: bukan bidang terdaftar');
  });

  test('peer defect, zones made up when a source is silent: none is made then, nor outside the city, and nothing is left behind', async () => {
    const before = await count();
    const files = readdirSync(join(folder.path, 'files', 'documents')).length;
    const outside = await app.request(`/api/v1/itr.pdf?${at(SMALL_CITY.outside)}`);
    expect([outside.status, ((await outside.json()) as { code: string }).code]).toEqual([
      422,
      'groundOutsideCity',
    ]);
    await database.sql`alter table overlay_piece rename to overlay_piece_gone`;
    const failed = await app.request(`/api/v1/itr.pdf?${at([116.8041, -1.1932])}`);
    await database.sql`alter table overlay_piece_gone rename to overlay_piece`;
    expect([failed.status, ((await failed.json()) as { code: string }).code]).toEqual([
      503,
      'sourceUnavailable',
    ]);
    expect(failed.headers.get('retry-after')).not.toBeNull();
    const unasked = await app.request('/api/v1/itr.pdf');
    expect(unasked.status).toBe(400);
    expect(await count()).toBe(before);
    expect(readdirSync(join(folder.path, 'files', 'documents'))).toHaveLength(files);
  });
});

describe('the file of an ITR', () => {
  const filesOf = (): string[] => readdirSync(join(folder.path, 'files', 'documents')).sort();
  const stateOf = async (documentId: string) =>
    (await (await app.request(`/api/v1/documents/${documentId}`)).json()) as {
      document: { hasFile: boolean; state: string; pdfSha256: string };
    };

  test('that is lost or damaged is said to be gone, and the next who asks gets a new document', async () => {
    const place = at([116.8046, -1.1936]);
    const ids: string[] = [];
    for (const harm of [
      (path: string) => rmSync(path),
      (path: string) => writeFileSync(path, Buffer.alloc(readFileSync(path).length)),
      () => undefined,
    ]) {
      const { pdf, documentId } = await download(place);
      ids.push(documentId);
      harm(join(folder.path, 'files', 'documents', sha256(pdf)));
    }
    expect(new Set(ids).size).toBe(3);
    const [lost = '', damaged = ''] = ids;
    for (const documentId of [lost, damaged]) {
      const gone = await app.request(`/api/v1/documents/${documentId}/pdf`);
      expect([gone.status, ((await gone.json()) as { code: string }).code]).toEqual([
        410,
        'documentFileGone',
      ]);
      const page = await app.request(`/krk/verifikasi/${documentId}?banding=ya`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain(documentId);
    }
    expect((await download(place)).documentId).toBe(ids[2]);
  });

  test('goes when its time or its room is over, with what nobody names; row, hash and leaf stay and verify it', async () => {
    const earlier = moment;
    // Later than any other of these tests.
    moment = '2027-02-01T04:00:00Z';
    const { pdf, documentId } = await download(at([116.8047, -1.1937]));
    const left = join(folder.path, 'files', 'documents', `${randomUUID()}.part`);
    const unnamed = join(folder.path, 'files', 'documents', sha256(Buffer.from('a killed process left me')));
    const young = join(folder.path, 'files', 'documents', sha256(Buffer.from('this one is being written')));
    for (const path of [left, unnamed, young]) writeFileSync(path, 'x');
    const now = new Date('2026-11-22T04:00:00Z');
    utimesSync(left, now, new Date('2026-11-22T02:00:00Z'));
    utimesSync(unnamed, now, new Date('2026-10-01T00:00:00Z'));
    utimesSync(young, now, now);
    const sweep = (days: number, bytes: number, on = now) =>
      sweepDocuments({
        sql: database.sql,
        clock: { now: () => on },
        keepItr: { days, bytes },
        dataDirectory: folder.path,
      });
    const before = filesOf();
    await sweep(1, 1e12);
    expect(filesOf()).toEqual(before.filter((name) => !left.endsWith(name) && !unnamed.endsWith(name)));
    rmSync(young);
    // Room for the newest alone.
    await sweep(1, pdf.length + 1);
    expect(filesOf()).toEqual([sha256(pdf)]);
    await sweep(1, 1e12, new Date('2027-02-03T00:00:00Z'));
    expect(filesOf()).toEqual([]);
    expect((await stateOf(documentId)).document).toMatchObject({
      hasFile: false,
      state: 'berlaku',
      pdfSha256: sha256(pdf),
    });
    expect((await app.request(`/api/v1/documents/${documentId}/pdf`)).status).toBe(410);
    expect((await app.request(`/api/v1/documents/${documentId}/proof`)).status).toBe(200);
    expect(verifyFile(pdf, await keyList()).ok).toBe(true);
    const page = await (await app.request(`/krk/verifikasi/${documentId}`)).text();
    expect(page).not.toContain(`/api/v1/documents/${documentId}/pdf`);
    expect(page).toContain('tidak disimpan lagi');
    expect((await download(at([116.8047, -1.1937]))).documentId).not.toBe(documentId);
    moment = earlier;
  });

  test('has an id that tells nothing of the one before', async () => {
    const ids = await database.sql<{ id: string }[]>`select document_id as id from document`;
    expect(ids.length).toBeGreaterThan(8);
    // 128 bits: no two share a beginning, and every character comes from all of the alphabet.
    expect(new Set(ids.map(({ id }) => id.slice(0, 8))).size).toBe(ids.length);
    expect(ids.every(({ id }) => Buffer.from(id, 'base64url').length === 16)).toBe(true);
    expect(new Set(ids.flatMap(({ id }) => [...id])).size).toBeGreaterThan(40);
  });

  test('is refused with the time to come back where too many wait, and nothing of the refused is left', async () => {
    const deps = {
      sql: database.sql,
      city: aCity(),
      log: pino({ level: 'silent' }),
      clock: { now: () => new Date(moment) },
      tilesDirectory: folder.path,
      dataDirectory: folder.path,
      keys,
      loadRuleSet: createRuleSetLoader(database.sql),
      loadRemarks: async () => [],
      findActivities: () => [],
      nearActivities: () => [],
    };
    const documents = openDocuments(deps);
    if (documents === null) throw new Error('no directory');
    const renderer = createRenderer({ processes: 1, waiting: 3 });
    const small = documentRoutes(deps, { ...documents, renderer });
    const before = await count();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        small.request(`/api/v1/itr.pdf?${at([116.8042 + index * 1e-5, -1.1938])}`),
      ),
    );
    renderer.close();
    const made = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status === 503);
    expect([made.length, refused.length]).toEqual([2, 4]);
    for (const response of refused) {
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(((await response.json()) as { code: string }).code).toBe('busy');
    }
    expect(await count()).toBe(before + 2);
  });

  test('leaves half of the places to the papers of the office, however many ask', async () => {
    const renderer = createRenderer({ processes: 1, waiting: 3 });
    // What cannot be set takes its place all the same.
    const job = { sheet: '{', foot: '', map: '', code: '', extract: '', certificate: '', madeAt: 0 };
    const tryFor = (by: 'office' | 'public') =>
      renderer.render(job, by).then(
        (result) => (result.ok ? 'set' : result.problem),
        () => 'tried',
      );
    const outcomes = await Promise.all(
      (['public', 'public', 'public', 'office', 'office'] as const).map(tryFor),
    );
    renderer.close();
    expect(outcomes).toEqual(['tried', 'tried', 'busy', 'tried', 'tried']);
  });

  test.skipIf(process.getuid?.() !== 0)(
    'is not half there on a full disk (needs root, for a small file system)',
    async () => {
      const mounted = join(folder.path, 'small');
      mkdirSync(mounted);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', mounted]);
      try {
        const full = anApp(database.sql, {
          keys,
          dataDirectory: mounted,
          clock: { now: () => new Date(moment) },
        });
        const ask = () => full.request(`/api/v1/itr.pdf?${at([116.8048, -1.1939])}`);
        writeFileSync(join(mounted, 'filler'), Buffer.alloc(1_000_000));
        const before = await count();
        const refused = await ask();
        expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
          507,
          'documentNotStored',
        ]);
        expect(await count()).toBe(before);
        expect(readdirSync(join(mounted, 'files', 'documents'))).toEqual([]);
        rmSync(join(mounted, 'filler'));
        expect((await ask()).status).toBe(200);
        expect(await count()).toBe(before + 1);
      } finally {
        execFileSync('umount', [mounted]);
      }
    },
  );
});

describe('checking a document', () => {
  test('PDF09, PDF11: a file is believed with nothing but the keys, also those of before, and refused for what was done to it', async () => {
    const { pdf, documentId } = await download(PARCEL);
    expect(verifyFile(pdf, await keyList())).toMatchObject({
      ok: true,
      value: { certificate: { documentId } },
    });
    const problemOf = (file: Uint8Array, list: Awaited<ReturnType<typeof keyList>>): string => {
      const verified = verifyFile(file, list);
      return verified.ok ? 'believed' : verified.problem;
    };
    const list = await keyList();
    expect(problemOf(pdf, { ...list, seals: [] })).toBe('sealUnknown');
    expect(problemOf(pdf, { ...list, keys: [] })).toBe('keyUnknown');
    keys.rotate('document');
    keys.rotate('seal');
    const newer = await keyList();
    expect(newer.keys).toHaveLength(2);
    const later = await download(at([116.8044, -1.1933]));
    expect([problemOf(pdf, newer), problemOf(later.pdf, newer)]).toEqual(['believed', 'believed']);
    expect(problemOf(later.pdf, list)).toBe('sealUnknown');
  });

  test('PDF04: believed for its signature, not for the address that it names; the paper says to compare that one', async () => {
    const impostor = makeTemporaryFolder('impostor');
    try {
      const theirs = openKeys(join(impostor.path, 'keys'));
      const other = anApp(database.sql, { keys: theirs, dataDirectory: impostor.path });
      const made = await other.request(`/api/v1/itr.pdf?${at([116.8046, -1.1934])}`);
      const pdf = new Uint8Array(await made.arrayBuffer());
      const words = textOf(pdf).replace(/\s+/g, ' ');
      expect(words).toContain('Cocokkan alamat di layar dengan yang tercetak di sini.');
      const verified = verifyFile(pdf, await keyList());
      expect(verified).toEqual({ ok: false, problem: 'sealUnknown' });
    } finally {
      impostor.remove();
    }
  });

  test('PDF01: one changed bit anywhere is refused with its reason: in text, attachments, signature, its room, and the end', async () => {
    const { pdf } = await download(PARCEL);
    const list = await keyList();
    const signature = pdf.indexOf('/Contents <', pdf.indexOf('/ByteRange')) + '/Contents <'.length;
    const attached = [...pdf.toString('latin1').matchAll(/\/EmbeddedFile\b/g)].map(
      ({ index }) => index + 300,
    );
    // The structure of the signature begins with versions and names of algorithms; behind it lies room that is not used.
    const inSignature = [
      ...Array.from({ length: 24 }, (_, index) => index * 7),
      ...[2_000, 3_500, 5_000, 9_000, 16_383],
    ];
    const places = [
      ...Array.from({ length: 14 }, (_, index) => Math.floor((index * (pdf.length - 1)) / 13)),
      ...inSignature.map((offset) => signature + offset),
      ...[signature - 1, signature + 16_384],
      ...attached,
      ...[1, 5, 8].map((back) => pdf.length - 1 - back),
    ];
    expect(attached.length).toBe(2);
    // 0x20 turns small letters into capitals: the number that they write stays what it was.
    for (const place of places)
      for (const bit of place > signature && place < signature + 16_384 ? [0x01, 0x20] : [0x01]) {
        const changed = Buffer.from(pdf);
        changed[place] = (changed[place] ?? 0) ^ bit;
        const verified = verifyFile(changed, list);
        expect(verified.ok ? 'believed' : verified.problem, `byte ${place}, bit ${bit}`).toMatch(
          /^(?:notPdf|notSigned|bytesChanged|sealMalformed|sealUnknown|sealWrong)$/,
        );
      }
  }, 60_000);

  test('the page in the browser and the command without a network say the same of every file', async () => {
    const { pdf, documentId } = await download(PARCEL);
    const list = await keyList();
    const issued: IssuedFile = { documentId, sha256: sha256(pdf), bytes: pdf.length };
    const inRegister = async (id: string): Promise<IssuedFile | null> => {
      const response = await app.request(`/api/v1/documents/${id}`);
      if (response.status === 404) return null;
      const { document } = (await response.json()) as { document: { pdfSha256: string; pdfBytes: number } };
      return { documentId: id, sha256: document.pdfSha256, bytes: document.pdfBytes };
    };
    const changed = Buffer.from(pdf);
    changed[4_000] = (changed[4_000] ?? 0) ^ 1;
    const foreign = Buffer.from(
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
    );
    const overlay = `\n9 0 obj\n<< /Type /Sig /ByteRange [0 ${pdf.length} ${pdf.length + 8} 90] /Contents <00112233> >>\nendobj\nxref\n0 0\ntrailer\n<<>>\n%%EOF\n`;
    const files: readonly (readonly [name: string, file: Buffer, offline: string, browser: string])[] = [
      ['the file itself', pdf, 'believed', 'same'],
      ['one bit changed', changed, 'bytesChanged', 'different'],
      ['a line behind it', Buffer.concat([pdf, Buffer.from('\n')]), 'appended', 'appended'],
      [
        'an overlay with a signature of its own',
        Buffer.concat([pdf, Buffer.from(overlay)]),
        'appended',
        'appended',
      ],
      ['50 MB behind it', Buffer.concat([pdf, Buffer.alloc(50_000_000)]), 'appended', 'appended'],
      ['the last byte cut off', pdf.subarray(0, -1), 'notSigned', 'different'],
      ['cut in the middle', pdf.subarray(0, pdf.length >> 1), 'notSigned', 'foreign'],
      ['of another product', foreign, 'notSigned', 'foreign'],
      [
        'of another product, 50 MB',
        Buffer.concat([foreign, Buffer.alloc(50_000_000)]),
        'notSigned',
        'foreign',
      ],
      ['no PDF', Buffer.from('<!doctype html>'), 'notPdf', 'notPdf'],
      ['nothing', Buffer.alloc(0), 'notPdf', 'notPdf'],
    ];
    for (const [name, file, offline, browser] of files) {
      const verified = verifyFile(file, list);
      expect(verified.ok ? 'believed' : verified.problem, name).toBe(offline);
      const blob = new Blob([new Uint8Array(file)]);
      expect((await checkFile(blob, issued, inRegister)).outcome, name).toBe(browser);
      // Without a document on the page, what the register says of the id in the file decides.
      const alone = await checkFile(blob, null, inRegister);
      expect([browser, 'foreign'], name).toContain(alone.outcome);
      if (verified.ok) expect(alone).toEqual({ outcome: 'same', documentId });
    }
    expect((await checkFile(new Blob([new Uint8Array(pdf)]), null, async () => null)).outcome).toBe(
      'unknown',
    );
  }, 30_000);

  test('the list of keys is signed by the key of the log, changed in nothing, and is no checkpoint of it', async () => {
    const list = await keyList();
    const known = list.log.map((line) => readNoteKey(digest, line)).filter((key) => key !== undefined);
    const { note: _note, ...bare } = list;
    const problemOf = (one: typeof list, keys = known): string => {
      const opened = openKeyList(one, keys);
      return opened.ok ? 'believed' : opened.problem;
    };
    expect([problemOf(list), problemOf(bare), problemOf(list, [])]).toEqual([
      'believed',
      'listUnsigned',
      'signatureUnknown',
    ]);
    for (const changed of [
      { ...list, keys: [] },
      { ...list, seals: list.seals.slice(1) },
      { ...list, log: [...list.log, 'x'] },
    ])
      expect(problemOf(changed)).toBe('listChanged');
    const checkpoint = await (await app.request('/api/v1/log/checkpoint')).text();
    expect(problemOf({ ...list, note: checkpoint })).toBe('listChanged');
    expect(openCheckpoint({ sha256: digest, verifyEd25519 }, list.note ?? '', known).ok).toBe(false);
  });

  test('its issue is a leaf of the log, and the proof of it holds without the log', async () => {
    const { documentId } = await download(PARCEL);
    const text = await (await app.request(`/api/v1/documents/${documentId}/proof`)).text();
    const proof = readLogProof(text);
    const opening = proof?.extra === undefined ? undefined : readOpening(proof.extra);
    if (proof === undefined || opening === undefined) throw new Error('no proof');
    expect(opening).toMatchObject({ kind: 'document.issued', facts: { value: { facts: { documentId } } } });
    const known = (await keyList()).log
      .map((line) => readNoteKey(digest, line))
      .filter((key): key is NoteKey => key !== undefined);
    expect(
      verifyLogProof({ sha256: digest, verifyEd25519 }, proof, hashLeaf(digest, opening), known).ok,
    ).toBe(true);
  });

  test('with the proof of its issue every byte is vouched for without a network, whatever a signature covers', async () => {
    const list = await keyList();
    const [{ documentId, pdf }, other] = [await download(PARCEL), await download('lon=116.8025&lat=-1.1955')];
    const proof = async (id: string): Promise<string> =>
      (await app.request(`/api/v1/documents/${id}/proof`)).text();
    const own = await proof(documentId);
    expect(verifyIssueProof(pdf, documentId, own, list)).toEqual({ ok: true, value: null });
    for (const place of [0, 4_000, pdf.lastIndexOf('/Contents') + 4_000, pdf.length - 1]) {
      const changed = Buffer.from(pdf);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(verifyIssueProof(changed, documentId, own, list)).toEqual({
        ok: false,
        problem: 'bytesNotIssued',
      });
    }
    const problemOf = (text: string, keys = list) => verifyIssueProof(pdf, documentId, text, keys);
    expect(problemOf(await proof(other.documentId))).toEqual({ ok: false, problem: 'proofOfOther' });
    expect(problemOf(own.replace(/^index (\d+)/m, (_, leaf: string) => `index ${Number(leaf) + 1}`))).toEqual(
      { ok: false, problem: 'proofWrong' },
    );
    expect(problemOf(own, { ...list, log: [] })).toEqual({ ok: false, problem: 'proofWrong' });
    expect(problemOf('c2sp.org/tlog-proof@v1')).toEqual({ ok: false, problem: 'proofMalformed' });
  });

  test('the command without a network calls a file what was given out with the proof of the log alone; an official seals no ITR', async () => {
    const { documentId, pdf } = await download(PARCEL);
    const list = await keyList();
    // Under the same seal, were it one of an official: that is how data are copied into other pages.
    const ofOfficials = list.seals.map((seal) => ({ ...seal, of: 'official' as const }));
    expect(verifyFile(pdf, { ...list, seals: ofOfficials })).toEqual({ ok: false, problem: 'sealOfOther' });

    const [file, known, proof] = ['a.pdf', 'keys.json', 'a.tlog-proof'].map((name) =>
      join(folder.path, name),
    );
    writeFileSync(file!, pdf);
    writeFileSync(known!, JSON.stringify(list));
    writeFileSync(proof!, await (await app.request(`/api/v1/documents/${documentId}/proof`)).text());
    const say = (...more: string[]) =>
      spawnSync(
        process.execPath,
        ['--import', 'tsx', 'scripts/verify.ts', file!, '--keys', known!, ...more],
        { encoding: 'utf8' },
      );
    const alone = say();
    expect([alone.status, alone.stdout.includes('exactly')]).toEqual([3, false]);
    expect(alone.stdout).toContain('its data are genuine');
    // Whoever forges a document forges the list of keys with it: only the key of the log that was known before tells them apart.
    expect(alone.stdout).toContain(list.log[0]);
    const pinned = join(folder.path, 'log.txt');
    writeFileSync(pinned, `${list.log.join('\n')}\n`);
    const vouched = say('--log-keys', pinned);
    expect([vouched.status, vouched.stdout.includes('whose list')]).toEqual([3, false]);
    writeFileSync(known!, JSON.stringify({ ...list, seals: [...list.seals, ...list.seals.slice(0, 1)] }));
    expect([say('--log-keys', pinned).status, say('--log-keys', pinned).stderr]).toEqual([
      1,
      expect.stringContaining('It is not what was signed.'),
    ]);
    writeFileSync(known!, JSON.stringify(list));
    const proven = say('--proof', proof!);
    expect([proven.status, proven.stdout.includes('is exactly what was given out')]).toEqual([0, true]);
    writeFileSync(file!, (await download(at([116.8041, -1.1931]))).pdf);
    expect(say('--proof', proof!).status).toBe(1);
  }, 60_000);

  test('PDF03: its page says what it is worth and of which ground it is, names nobody, and knows an id that was never given', async () => {
    const { documentId, pdf } = await download(PARCEL);
    const page = await (await app.request(`/krk/verifikasi/${documentId}`)).text();
    for (const words of [
      'UJI COBA – BUKAN DOKUMEN RESMI',
      documentId,
      'BARAT',
      'R-3',
      sha256(pdf),
      'class="document-ground"',
      '123,',
      'm²',
    ])
      expect(page).toContain(words);
    const english = await (await app.request(`/krk/verifikasi/${documentId}?lang=en`)).text();
    expect(english).toContain('a trial, no official document');
    const unknown = await app.request('/krk/verifikasi/AAAAAAAAAAAAAAAAAAAAAA');
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain('TIDAK DIKENAL');
    const typed = await app.request(
      `/krk/verifikasi?kode=${encodeURIComponent(`https://x.id/krk/verifikasi/${documentId}`)}`,
    );
    expect([typed.status, typed.headers.get('location')]).toEqual([303, `/krk/verifikasi/${documentId}`]);
  });

  test('what has changed since is told rule by rule, and nothing when nothing has', async () => {
    const { documentId } = await download(PARCEL);
    const compare = async (): Promise<string> =>
      (await app.request(`/krk/verifikasi/${documentId}?banding=ya`)).text();
    expect(await compare()).toContain('Tidak ada yang berubah');
    await database.sql`
      insert into publication (layer_id, valid_from, decree, note) values ('banjir-uji', '2026-11-01', 'CONTOH Nomor 9', 'ditarik')`;
    const changed = await compare();
    await publishVersion(database.sql, 'banjir-uji', '1000000000000005', '2026-11-02');
    expect(changed).toContain('Rawan banjir');
    expect(changed).not.toContain('Tidak ada yang berubah');
    // The parcel is another one in the register by now: the document is about the ground that it shows.
    const widen = (metres: number) =>
      database.sql.begin(async (tx) => {
        await tx`set local session_replication_role = replica`;
        await tx`
          update parcel set geom = st_multi(st_envelope(st_collect(geom, st_translate(geom, ${metres / 111_320}::float8, 0))))
          where nib = '9999000000001'`;
      });
    const [{ geom }] = (await database.sql`
      select geom::text from parcel where nib = '9999000000001'`) as unknown as [{ geom: string }];
    await widen(5);
    const measured = await compare();
    await database.sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update parcel set geom = ${geom}::geometry where nib = '9999000000001'`;
    });
    expect(measured).toContain('Tidak ada yang berubah');
  });
});

/** Last, because it changes what the city is: nothing in it is a demonstration any more. */
describe('where no rule is a demonstration', () => {
  beforeAll(async () => {
    const tables = ['layer', 'layer_version', 'zone', 'overlay_area', 'road', 'parcel', 'regulation'];
    await makeSo(async (tx) => {
      for (const table of tables) await tx`update ${tx(table)} set is_demo = false`;
    });
    app = anApp(database.sql, { keys, dataDirectory: folder.path, clock: { now: () => new Date(moment) } });
  });

  test('the document is no trial and its page says BERLAKU', async () => {
    const { pdf, documentId } = await download(PARCEL);
    expect(textOf(pdf)).not.toContain('UJI COBA');
    expect(verifyFile(pdf, await keyList())).toMatchObject({
      ok: true,
      value: { certificate: { isTrial: false } },
    });
    const page = await (await app.request(`/krk/verifikasi/${documentId}`)).text();
    expect(page).toContain('BERLAKU');
    expect(page).not.toContain('UJI COBA');
  });

  test('peer defects, KLB beside KDB and a floor area as number of floors: every value stands in its own row, with its unit, what it means here, and its own article', async () => {
    const { pdf } = await download(PARCEL);
    // Without the mark of a trial, whose letters lie between the lines.
    const page = layoutOf(pdf);
    const { areaM2, utilities } = (() => {
      const { ground, ...rest } = extractSchema.parse(JSON.parse(attachedTo(pdf, 'extract.json').toString()));
      return { areaM2: ground.areaM2 ?? 0, ...rest };
    })();
    const words = (value: number): string =>
      new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 }).format(value);
    const articles = new Map(
      [...page.matchAll(/^\s*\[(\d+)\]\s+Peraturan Contoh\s+(Pasal \d+)\s/gm)].map(([, n, article]) => [
        n,
        article,
      ]),
    );
    type Field = keyof typeof FIELDS;
    const rows: readonly (readonly [label: string, value: string, ...by: Field[]])[] = [
      ['a\\. Fungsi bangunan gedung yang', 'R-3 Perumahan – Kepadatan', 'zone', 'matrix'],
      ['b\\. Ketinggian bangunan maksimum', '12,5 m', 'height_m'],
      ['b\\. Jumlah lantai maksimum', '3 lantai', 'floors'],
      ['c\\. Lantai di bawah permukaan', '2 lantai', 'basement_floors'],
      ['d\\. Garis sempadan bangunan \\(GSB\\)', '6 m', 'gsb'],
      ['d\\. Jarak bebas samping \\(JBS\\)', '2,25 m', 'jbs'],
      ['d\\. Jarak bebas belakang \\(JBB\\)', '3,75 m', 'jbb'],
      ['d\\. Jarak antarbangunan minimum', '4 m', 'building_gap_m'],
      ['e\\. Koefisien dasar bangunan \\(KDB\\)', '61 %', 'kdb'],
      ['f\\. Koefisien lantai bangunan \\(KLB\\)', '1,7 kali luas tanah', 'klb'],
      ['g\\. Koefisien dasar hijau \\(KDH\\)', '23 %', 'kdh'],
      ['h\\. Koefisien tapak basemen \\(KTB\\)', '47 %', 'ktb'],
      ['Luas kavling minimum', '90 m²', 'min_parcel_m2'],
      ['i\\. Jaringan utilitas kota', `air minum \\(Pipa Uji\\): ${words(utilities[0]?.distanceM ?? 0)} m`],
      ['j\\. Parkir', 'Satu mobil tiap rumah \\(uji\\)\\.', 'parkir'],
      ['j\\. Prasarana dan sarana minimal', 'Satu sumur resapan tiap kavling \\(uji\\)\\.', 'sarana'],
      ['j\\. Kawasan keselamatan operasi', 'Lampu penanda di puncak \\(uji\\)\\.', 'kkop'],
    ];
    for (const [label, value, ...by] of rows) {
      const line = new RegExp(`^\\s*${label}\\s+${value.replace(/ /g, '\\s?')}(?:\\s.*)?$`, 'm').exec(
        page,
      )?.[0];
      expect(line, label).toBeDefined();
      const cited = [...(line ?? '').matchAll(/\[(\d+)\]/g)].map(([, n]) => articles.get(n ?? ''));
      expect(cited.sort(), label).toEqual(by.map(articleOf).sort());
    }
    const part = (percent: number): string => words((areaM2 * percent) / 100);
    expect(page).toMatch(new RegExp(`\\(KDB\\)\\s+61 %\\s+${part(61)} m² dari`));
    expect(page).toMatch(new RegExp(`\\(KLB\\)\\s+1,7 kali luas tanah\\s+semua lantai bersama ${part(170)}`));
    expect(textOf(pdf)).toMatch(/menurut data\s+air-uji\s+\(uji\),\s+CONTOH\s+Nomor\s+0/);
  });
});
