import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Action } from '#domain/accounts/rights';
import { ROLES } from '#domain/accounts/role';
import { findingListSchema } from '#domain/release/finding';
import type { Upload } from '#domain/release/upload';
import { writeWorkbook } from '../../server/platform/write-workbook.ts';
import { writeZip } from '../../server/platform/write-zip.ts';
import type { Person } from '../support/a-person.ts';
import { bodyOf, openStaffOffice, type StaffOffice } from '../support/a-staff-office.ts';
import { aZip } from '../support/a-zip.ts';

let office: StaffOffice;
let walidata: Person;
let producer: Person;
/** Somebody with every role: nothing but the request itself stands in the way. */
let all: Person;

beforeAll(async () => {
  office = await openStaffOffice();
  walidata = await office.person({ roles: ['walidata'] });
  producer = await office.person({ roles: ['produsenData'], producerId: 'dinas-lain' });
  all = await office.person({ roles: ROLES, producerId: 'dppr', kelurahanCode: '64.71.99.1' });
  const { sql } = office.database;
  await sql`update layer set producer_id = 'dinas-lain' where layer_id = 'rdtr-uji'`;
});
afterAll(() => office.close());

interface Guarded {
  readonly method: string;
  readonly path: string;
}
/** Every address behind a guard, once. */
const guarded = (): Guarded[] => [
  ...new Map(
    office.app.routes
      .filter(
        ({ handler, method }) => method !== 'ALL' && (handler as { action?: Action }).action !== undefined,
      )
      .map(({ method, path }) => [`${method} ${path}`, { method, path }]),
  ).values(),
];

describe('from another site', () => {
  test('CSR02: no write is taken, whatever the browser says of where it comes from', async () => {
    const faults: string[] = [];
    const from = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost', 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const { method, path } of guarded().filter((one) => one.method !== 'GET'))
      for (const headers of from) {
        const address = path.replace(/:[a-zA-Z]+/g, '00000000-0000-4000-8000-000000000000');
        const response = await office.app.request(address, {
          method,
          headers: { ...all.headers, ...headers, 'content-type': 'application/json' },
          body: '{}',
        });
        const { code } = (await response.json()) as { code: string };
        if (response.status !== 403 || code !== 'otherOrigin')
          faults.push(`${method} ${path} ${JSON.stringify(headers)}: ${response.status} ${code}`);
        if (response.headers.has('access-control-allow-origin')) faults.push(`${path} reflects an origin`);
      }
    expect(faults).toEqual([]);
  });

  test('no page shows the console in a frame of its own', async () => {
    const { headers } = await office.app.request('/konsol', { headers: { accept: 'text/html' } });
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});

describe('names in addresses', () => {
  test('IDO, PTH01: nothing that stands where an id should is more than unknown', async () => {
    const odd = [
      '%00',
      '..%2f..%2fetc%2fpasswd',
      '%252e%252e',
      '-1',
      '99999999999999999999999',
      '1e400',
      '%F0%9F%98%80',
      "'%20or%201=1--",
      'x'.repeat(3_000),
      '00000000-0000-0000-0000-00000000000g',
      '%ff',
    ];
    const faults: string[] = [];
    for (const { method, path } of guarded().filter((one) => one.path.includes('/:')))
      for (const id of odd) {
        const response = await office.app.request(path.replace(/:[a-zA-Z]+/g, id), {
          method,
          headers: { ...all.headers, 'content-type': 'application/json', 'if-match': '"r1"' },
          ...(method === 'GET' ? {} : { body: '{}' }),
        });
        if (response.status < 400 || response.status >= 500)
          faults.push(`${method} ${path} with ${id.slice(0, 40)}: ${response.status}`);
        await response.body?.cancel();
      }
    expect(faults).toEqual([]);
    // One that exists, and a notice whose number no database holds.
    for (const notice of ['99999999999999999999999', '-1', '1.5', '%00'])
      expect(
        (
          await office.send(all, 'POST', `layers/rdtr-uji/revision-notices/${notice}/end`, {
            until: '2026-11-30',
          })
        ).status,
      ).toBe(404);
  });

  test('XSS07: a line break goes into no title, name, address or decree', async () => {
    const { send } = office;
    const title = 'Revisi\r\nBcc: semua@example.go.id';
    const items = [{ layerId: 'rdtr-uji', versionId: '1000000000000003' }];
    expect((await send(walidata, 'POST', 'releases', { title, items })).status).toBe(400);
    const person = { roles: ['produsenData'], producerId: 'dppr', kelurahanCode: null, language: 'id' };
    for (const wrong of [
      { ...person, email: 'a@example.go.id\r\nBcc: b@example.go.id' },
      { ...person, email: 'a@example.go.id', producerId: 'dppr\r\nKlik http://evil.example' },
    ])
      expect((await send(all, 'POST', 'people/invitations', wrong)).status, JSON.stringify(wrong)).toBe(400);
  });
});

describe('what another agency keeps', () => {
  test('IDO: its closed rules explain no file of somebody else, so that no gap and no comparison tells of them', async () => {
    const { send, upload, zonesFile, database } = office;
    await database.sql`update layer set access_class = 'internal', producer_id = 'dppr' where layer_id = 'rules-uji'`;
    const { uploadId } = await upload(producer, zonesFile('intip.geojsonl', 'R-3'), 'intip.geojsonl');
    const item = (rulesLayerId: string) => [
      { layerId: 'rdtr-uji', uploadId, reading: { rulesLayerId, regulationId: 'rdtr' } },
    ];
    for (const layerId of ['rules-uji', 'tidak-ada', 'banjir-uji'])
      expect(
        await bodyOf(await send(producer, 'POST', 'releases', { title: 'intip', items: item(layerId) }), 422),
      ).toMatchObject({ code: 'rulesUnknown' });
    await database.sql`update layer set access_class = 'terbuka' where layer_id = 'rules-uji'`;
    await bodyOf(
      await send(producer, 'POST', 'releases', { title: 'terbuka', items: item('rules-uji') }),
      201,
    );
    await database.sql`update job set state = 'cancelled', ended_at = now() where state = 'queued'`;
  });

  test('IDO: the same bytes say that they came before, and neither by whom nor for what', async () => {
    const { upload, zonesFile, database } = office;
    const bytes = zonesFile('rahasia.geojsonl', 'ZZ-1');
    const first: Upload = await upload(walidata, bytes, 'rencana rahasia wali kota.geojsonl');
    const [layer] = await database.sql<{ layerId: string }[]>`
      insert into layer (layer_id, kind, title, access_class, producer_id, is_demo)
      values ('rahasia', 'zones', 'Rahasia', 'internal', 'dppr', true) returning layer_id as "layerId"`;
    await database.sql`
      insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count,
                                 report, is_demo)
      values ('1000000000000077', ${layer!.layerId}, 'uji', 'rahasia', ${first.sha256}, 'GeoJSONSeq', 2, '{}', true)`;
    const told = await upload(producer, bytes, 'salinan.geojsonl');
    expect(told.earlier).toEqual({
      uploadId: null,
      fileName: null,
      storedAt: first.storedAt,
      versions: [],
    });
    const own = await upload(walidata, bytes, 'lagi.geojsonl');
    expect(own.earlier).toMatchObject({
      uploadId: first.uploadId,
      versions: [{ layerId: 'rahasia', versionId: '1000000000000077' }],
    });
  });
});

describe('a session', () => {
  test('AUT02: ends when nobody has used it for two hours, and stays while somebody does', async () => {
    const { ask, person, database } = office;
    const somebody = await person({ roles: ['analis'] });
    const usedAt = async (moment?: string): Promise<string> => {
      if (moment !== undefined)
        await database.sql`update account_session set updated_at = ${moment} where id = ${somebody.sessionId}`;
      const [row] = await database.sql<{ at: Date }[]>`
        select updated_at as at from account_session where id = ${somebody.sessionId}`;
      return row!.at.toISOString();
    };
    // It is noon, 04:00 UTC.
    await usedAt('2026-11-22T02:30:00Z');
    expect((await ask(somebody, 'layers')).status).toBe(200);
    expect(await usedAt()).toBe('2026-11-22T04:00:00.000Z');
    await usedAt('2026-11-22T01:59:59Z');
    expect((await ask(somebody, 'layers')).status).toBe(401);
    expect(await usedAt()).toBe('2026-11-22T01:59:59.000Z');
  });
});

describe('a role that is taken away while somebody works', () => {
  test('AUT02: half a file, a release and an approval stay what they were; a closed account and an ended session reach nothing', async () => {
    const { send, ask, person, upload, make, work, release, zonesFile, database } = office;
    const { sql } = database;
    const administrator = await person({ roles: ['administrator'] });
    const maker = await person({ roles: ['walidata'] });
    const second = await person({ roles: ['pejabatPenandatangan'] });
    const standing = (whom: Person, roles: readonly string[]) =>
      send(administrator, 'PUT', `people/${whom.accountId}/standing`, {
        roles,
        producerId: null,
        kelurahanCode: null,
      });
    const bytes = zonesFile('cabut.geojsonl', 'K-1');
    const { uploadId } = await upload(maker, bytes, 'cabut.geojsonl');
    const half = (await bodyOf(
      await send(maker, 'POST', 'uploads', { fileName: 'separuh.geojsonl', byteCount: bytes.length }),
      201,
    )) as Upload;
    const reading = { rulesLayerId: 'rules-uji', regulationId: 'rdtr' };
    const items = [{ layerId: 'rdtr-uji', uploadId, reading }];
    const made = await make(maker, 'releases', { title: 'Dicabut', items });
    await work();
    const checked = await release(maker, made.releaseId);
    const submitted = await bodyOf(
      await send(maker, 'POST', `releases/${made.releaseId}/submit`, undefined, checked.revision),
      200,
    );
    expect(submitted).toMatchObject({ state: 'diajukan' });
    const { revision } = await release(maker, made.releaseId);

    // Between two clicks both lose what they were.
    for (const whom of [maker, second]) expect((await standing(whom, ['surveyor'])).status).toBe(200);
    const piece = (whom: Person) =>
      ask(whom, `uploads/${half.uploadId}`, {
        method: 'PATCH',
        body: new Uint8Array(bytes),
        headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
      });
    const approval = {
      decree: 'CONTOH Nomor 1 Tahun 2026 tentang uji',
      decreeOn: '2026-01-02',
      validFrom: '2026-11-22',
      seen: '0'.repeat(16),
    };
    const tries = async (whom: Person) => [
      (await piece(whom)).status,
      (await ask(whom, `uploads/${half.uploadId}`)).status,
      (await send(whom, 'PATCH', `releases/${made.releaseId}`, { title: 'Lain' }, revision)).status,
      (await send(whom, 'POST', `releases/${made.releaseId}/approve`, approval, revision)).status,
      (await ask(whom, `releases/${made.releaseId}/findings.csv`)).status,
      (await ask(whom, `releases/${made.releaseId}/comparison/ground`)).status,
    ];
    for (const whom of [maker, second]) expect(await tries(whom)).toEqual([403, 403, 403, 403, 403, 403]);
    const [kept] = await sql`select state, revision from release where release_id = ${made.releaseId}`;
    expect(kept).toMatchObject({ state: 'diajukan', revision });
    expect(await sql`select from job where release_id = ${made.releaseId} and kind = 'publish'`).toHaveLength(
      0,
    );

    // Whose session was ended everywhere, and whose account was closed, is nobody.
    await standing(second, ['pejabatPenandatangan']);
    expect((await send(administrator, 'DELETE', `people/${second.accountId}/sessions`)).status).toBe(200);
    expect((await send(administrator, 'POST', `people/${maker.accountId}/close`, {})).status).toBe(200);
    for (const whom of [maker, second]) expect(await tries(whom)).toEqual([401, 401, 401, 401, 401, 401]);
    await sql`update release set state = 'ditarik' where release_id = ${made.releaseId}`;
  });
});

describe('what comes in through the upload door', () => {
  test('ARC01, ARC02: archives that leave their folder, explode, nest or hide are found by the check, and nothing else happens', async () => {
    const { make, work, release, upload, database, zonesFile, app } = office;
    const good = zonesFile('baik.geojsonl', 'R-3');
    const nested = (depth: number): Buffer =>
      aZip([
        { name: depth === 0 ? 'a.geojsonl' : 'dalam.zip', content: depth === 0 ? good : nested(depth - 1) },
      ]);
    const hostile: Readonly<Record<string, Buffer>> = {
      'keluar.zip': aZip([{ name: '../../../../tmp/omod-keluar.geojsonl', content: good }]),
      'mutlak.zip': aZip([{ name: '/tmp/omod-keluar.geojsonl', content: good }]),
      'balik.zip': aZip([{ name: '..\\..\\omod-keluar.geojsonl', content: good }]),
      'tautan.zip': aZip([{ name: 'rencana.geojsonl', content: '/etc/passwd', mode: 0o120777 }]),
      // Four gigabytes declared, and fewer bytes declared than there are.
      'bohong.zip': aZip([{ name: 'a.geojsonl', content: good, declaredSize: 0xfffffff0 }]),
      'nol.zip': aZip([{ name: 'a.geojsonl', content: Buffer.alloc(4_000_000), declaredSize: 100 }]),
      'bersarang.zip': nested(4),
      'ramai.zip': aZip(Array.from({ length: 6_000 }, (_, no) => ({ name: `${no}.txt` }))),
      'rencana.vrt': Buffer.from(
        '<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>',
      ),
    };
    const countVersions = async () =>
      (await database.sql<{ n: number }[]>`select count(*)::int as n from layer_version`)[0]!.n;
    const before = await countVersions();
    const codes: Record<string, unknown> = {};
    for (const [name, bytes] of Object.entries(hostile)) {
      const { uploadId } = await upload(walidata, bytes, name);
      const reading = { rulesLayerId: 'rules-uji', regulationId: 'rdtr' };
      const { releaseId } = await make(walidata, 'releases', {
        title: name,
        items: [{ layerId: 'rdtr-uji', uploadId, reading }],
      });
      await work();
      const { state, findings, steps } = await release(walidata, releaseId);
      expect({ name, state, blocks: findings?.blocks, maySubmit: steps.includes('submit') }).toEqual({
        name,
        state: 'diperiksa',
        blocks: 1,
        maySubmit: false,
      });
      const told = findingListSchema.parse(
        await bodyOf(await office.ask(walidata, `releases/${releaseId}/findings`), 200),
      );
      codes[name] = told.sorts[0]?.code;
      expect(JSON.stringify(told)).not.toContain('root:');
    }
    expect(codes).toMatchObject({
      'keluar.zip': 'refused.archiveUnsafe',
      'mutlak.zip': 'refused.archiveUnsafe',
      'balik.zip': 'refused.archiveUnsafe',
      'tautan.zip': 'refused.archiveUnsafe',
      'bohong.zip': 'refused.archiveTooLarge',
      'nol.zip': 'refused.archiveDamaged',
      'bersarang.zip': 'refused.archiveTooLarge',
      'ramai.zip': 'refused.tooManyEntries',
    });
    expect(await countVersions()).toBe(before);
    expect(existsSync('/tmp/omod-keluar.geojsonl')).toBe(false);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`omod-import-${process.pid}-`))).toEqual(
      [],
    );
    expect((await app.request('/health')).status).toBe(200);
  }, 60_000);

  test('IDO: nobody makes a release of somebody else’s file, of a draft of another layer, or into a layer of another agency', async () => {
    const { send, upload, zonesFile, database } = office;
    const theirs = await upload(walidata, zonesFile('milik.geojsonl', 'K-1'), 'milik.geojsonl');
    const own = await upload(producer, zonesFile('sendiri.geojsonl', 'K-1'), 'sendiri.geojsonl');
    const code = async (person: Person, items: object[]) =>
      (
        (await (await send(person, 'POST', 'releases', { title: 'intip', items })).json()) as {
          code?: string;
        }
      ).code;
    const reading = {};
    expect(await code(producer, [{ layerId: 'rdtr-uji', uploadId: theirs.uploadId, reading }])).toBe(
      'uploadNotStored',
    );
    expect(await code(walidata, [{ layerId: 'rdtr-uji', uploadId: own.uploadId, reading }])).toBe(
      'uploadNotStored',
    );
    expect(await code(producer, [{ layerId: 'rules-uji', uploadId: own.uploadId, reading }])).toBe(
      'notFound',
    );
    expect(await code(producer, [{ layerId: 'rdtr-uji', versionId: '1000000000000001' }])).toBe(
      'versionUnknown',
    );
    // IDO05: one foreign layer among own ones refuses all of it.
    const before = await database.sql`select from release`;
    expect(
      await code(producer, [
        { layerId: 'rdtr-uji', uploadId: own.uploadId, reading },
        { layerId: 'banjir-uji', versionId: '1000000000000005' },
      ]),
    ).toBe('notFound');
    expect(await database.sql`select from release`).toHaveLength(before.length);
  });
});

describe('a workbook of rules', () => {
  const read = (bytes: Uint8Array) =>
    office.ask(walidata, 'rules/read', {
      method: 'POST',
      headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
      body: new Uint8Array(bytes),
    });
  interface Said {
    readonly tables: Record<string, unknown>;
    readonly findings: { readonly text: string }[];
  }

  test('ARC07: a sheet that is called like an option of the reader is refused by its name', async () => {
    const table = { columns: ['code'], rows: [['R-3']] };
    const said = (await bodyOf(
      await read(
        writeWorkbook([
          ['-skipfailures', table],
          ['zone-codes', table],
        ]),
      ),
      200,
    )) as Said;
    expect(Object.keys(said.tables)).toEqual(['zone-codes']);
    expect(said.findings).toHaveLength(1);
  });

  test('UPL21: an external entity is not fetched, and an inner one that explodes ends at a limit', async () => {
    const plain = writeWorkbook([['zone-codes', { columns: ['code'], rows: [['R-3']] }]]);
    const sheetOf = (doctype: string, cell: string): string =>
      `<?xml version="1.0"?>${doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>${cell}</t></is></c></row></sheetData></worksheet>`;
    expect(await (await read(withSheet(plain, sheetOf('', 'R-9')))).json()).toMatchObject({
      tables: { 'zone-codes': { rows: [['R-9']] } },
    });
    const entities = ['lol', ...Array.from({ length: 9 }, (_, i) => `lol${i}`)];
    const bomb = entities
      .map(
        (name, i) => `<!ENTITY ${name} "${i === 0 ? 'x'.repeat(100) : `&${entities[i - 1]};`.repeat(10)}">`,
      )
      .join('');
    for (const doctype of [
      '<!DOCTYPE x [<!ENTITY lol8 SYSTEM "file:///etc/passwd">]>',
      `<!DOCTYPE x [${bomb}]>`,
    ]) {
      const response = await read(withSheet(plain, sheetOf(doctype, '&lol8;')));
      expect(response.status).toBeLessThan(500);
      const text = await response.text();
      expect(text).not.toContain('root:');
      expect(text.length).toBeLessThan(10_000);
    }
    expect((await office.app.request('/health')).status).toBe(200);
  });
});

/** The same workbook with another first sheet: its entries are stored one by one, so it is written anew. */
function withSheet(workbook: Buffer, sheet: string): Buffer {
  const entries: (readonly [string, string])[] = [];
  for (let at = 0; workbook.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, nameLength, extra] = [
      workbook.readUInt32LE(at + 18),
      workbook.readUInt16LE(at + 26),
      workbook.readUInt16LE(at + 28),
    ];
    const start = at + 30 + nameLength + extra;
    const name = workbook.toString('utf8', at + 30, at + 30 + nameLength);
    entries.push([name, name.endsWith('sheet1.xml') ? sheet : inflate(workbook, at, start, packed)]);
    at = start + packed;
  }
  return writeZip(entries);
}

const inflate = (zip: Buffer, at: number, start: number, packed: number): string => {
  const bytes = zip.subarray(start, start + packed);
  return (zip.readUInt16LE(at + 8) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
};
