import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Upload, uploadSchema } from '#domain/release/upload';
import { lockFilesShared, sweepUploads } from '../../server/features/uploads/index.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { tileDeps } from '../support/tile-deps.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let app: ReturnType<typeof anApp>;
let maker: Person;
let other: Person;
let citizen: Person;
let hasty: Person;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('uploads');
  const keys = openKeys(join(folder.path, 'keys'));
  app = anApp(database.sql, { tilesDirectory: folder.path, dataDirectory: folder.path, keys });
  maker = await aPerson(database.sql, keys, { roles: ['walidata'] });
  other = await aPerson(database.sql, keys, { roles: ['produsenData'], producerId: 'dinas-lain' });
  citizen = await aPerson(database.sql, keys, { roles: ['pemohon'] });
  hasty = await aPerson(database.sql, keys, { roles: ['walidata'] });
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

const PATH = '/api/v1/staff/uploads';
const files = (): string[] => readdirSync(join(folder.path, 'files')).sort();
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function announce(person: Person, body: object, status = 201): Promise<Upload> {
  const response = await app.request(PATH, {
    method: 'POST',
    headers: { ...person.headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  expect(response.status, JSON.stringify(answer)).toBe(status);
  const upload = uploadSchema.parse(answer);
  expect(response.headers.get('location')).toBe(`${PATH}/${upload.uploadId}`);
  return upload;
}
const patch = (person: Person, uploadId: string, offset: number | string, body: BodyInit) =>
  app.request(`${PATH}/${uploadId}`, {
    method: 'PATCH',
    headers: {
      ...person.headers,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
    },
    body,
    // A stream as a body needs it.
    ...({ duplex: 'half' } as object),
  });
const headOffset = async (person: Person, uploadId: string): Promise<number> => {
  const response = await app.request(`${PATH}/${uploadId}`, { method: 'HEAD', headers: person.headers });
  expect(response.status).toBe(200);
  return Number(response.headers.get('upload-offset'));
};
const get = async (person: Person, uploadId: string): Promise<Upload> =>
  uploadSchema.parse(await (await app.request(`${PATH}/${uploadId}`, { headers: person.headers })).json());

/** Bytes that arrive and then the line breaks. */
const broken = (bytes: Buffer): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull(controller) {
      if (bytes.length > 0) {
        controller.enqueue(new Uint8Array(bytes));
        bytes = Buffer.alloc(0);
      } else controller.error(new Error('the line broke'));
    },
  });

describe('a file comes in', () => {
  test('in pieces, over lines that break, and is kept untouched under its hash', async () => {
    const bytes = randomBytes(300_000);
    const { uploadId, chunkBytes } = await announce(maker, {
      fileName: 'C:\\data\\..\\rencana kota.zip',
      byteCount: bytes.length,
      sha256: sha256(bytes),
    });
    expect(chunkBytes).toBeGreaterThan(0);
    expect((await get(maker, uploadId)).fileName).toBe('rencana kota.zip');
    for (let offset = 0; offset < 200_000; offset += 50_000) {
      const response = await patch(maker, uploadId, offset, broken(bytes.subarray(offset, offset + 50_000)));
      expect(response.status).toBe(204);
      expect(response.headers.get('upload-offset')).toBe(String(offset + 50_000));
    }
    expect(await headOffset(maker, uploadId)).toBe(200_000);
    // A sender who is mistaken about where it was is told.
    const wrong = await patch(maker, uploadId, 100_000, bytes.subarray(100_000));
    expect(wrong.status).toBe(409);
    expect(await wrong.json()).toMatchObject({ code: 'uploadOffsetDiffers', params: { offset: 200_000 } });
    const last = await patch(maker, uploadId, 200_000, bytes.subarray(200_000));
    const stored = uploadSchema.parse(await last.json());
    expect(stored).toMatchObject({ state: 'stored', offset: 300_000, sha256: sha256(bytes), earlier: null });
    expect(readFileSync(join(folder.path, 'files', sha256(bytes)))).toEqual(bytes);
    expect(files().filter((name) => name.endsWith('.part'))).toEqual([]);
    const again = await patch(maker, uploadId, 300_000, '');
    expect(await again.json()).toMatchObject({ code: 'uploadEnded' });
  });

  test('the same bytes again are one file, and who may know is told of the first time', async () => {
    const bytes = randomBytes(1_000);
    const first = await announce(maker, { fileName: 'satu.geojson', byteCount: 1_000 });
    await patch(maker, first.uploadId, 0, bytes);
    const before = files();
    const second = await announce(other, { fileName: 'dua.geojson', byteCount: 1_000 });
    const response = await patch(other, second.uploadId, 0, bytes);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      state: 'stored',
      // Another agency is not told by whom.
      earlier: { uploadId: null, fileName: null, versions: [] },
    });
    const third = await announce(maker, { fileName: 'tiga.geojson', byteCount: 1_000 });
    expect(await (await patch(maker, third.uploadId, 0, bytes)).json()).toMatchObject({
      earlier: { uploadId: first.uploadId, fileName: 'satu.geojson' },
    });
    expect(files()).toEqual(before);
  });

  test('what is not what was announced is thrown away, and so is one byte too many', async () => {
    const bytes = randomBytes(500);
    const before = files();
    const { uploadId } = await announce(maker, { fileName: 'a', byteCount: 500, sha256: 'ab'.repeat(32) });
    const response = await patch(maker, uploadId, 0, bytes);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'checksumDiffers' });
    expect(await get(maker, uploadId)).toMatchObject({ state: 'damaged', sha256: null });
    expect(files()).toEqual(before);
    const short = await announce(maker, { fileName: 'b', byteCount: 499 });
    const long = await patch(maker, short.uploadId, 0, bytes);
    expect([long.status, long.headers.get('connection')]).toEqual([413, 'close']);
    expect(await headOffset(maker, short.uploadId)).toBe(0);
  });

  test('a new line ends one that hangs, and loses none of its bytes', async () => {
    const bytes = randomBytes(2_000);
    const { uploadId } = await announce(maker, { fileName: 'c', byteCount: 2_000 });
    let arrived = (): void => {};
    const isThere = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const hanging = patch(
      maker,
      uploadId,
      0,
      new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new Uint8Array(bytes.subarray(0, 700)));
        },
        // Asked for more: what came first was taken.
        pull: () => {
          arrived();
          return new Promise(() => {});
        },
      }),
    );
    await isThere;
    const told = await patch(maker, uploadId, 0, bytes);
    expect((await hanging).status).toBe(204);
    const offset = await headOffset(maker, uploadId);
    expect([0, 700]).toContain(offset);
    if (told.status === 409)
      expect((await patch(maker, uploadId, offset, bytes.subarray(offset))).status).toBe(200);
    expect(await get(maker, uploadId)).toMatchObject({ state: 'stored', sha256: sha256(bytes) });
  });

  test('nobody reaches the upload of somebody else, and who brings no files reaches none', async () => {
    const { uploadId } = await announce(maker, { fileName: 'd', byteCount: 10 });
    expect((await patch(other, uploadId, 0, '0123456789')).status).toBe(404);
    expect((await patch(citizen, uploadId, 0, '0123456789')).status).toBe(403);
    expect((await app.request(`${PATH}/${uploadId}`)).status).toBe(401);
    expect(await headOffset(maker, uploadId)).toBe(0);
    for (const [offset, type] of [
      ['-1', 'application/offset+octet-stream'],
      ['1e3', 'application/offset+octet-stream'],
      ['0', 'text/plain'],
    ])
      expect(
        (
          await app.request(`${PATH}/${uploadId}`, {
            method: 'PATCH',
            headers: { ...maker.headers, 'upload-offset': offset ?? '', 'content-type': type ?? '' },
            body: '0123456789',
          })
        ).status,
      ).toBe(type === 'text/plain' ? 415 : 400);
  });
});

describe('an announcement', () => {
  const post = (person: Person, body: object, key?: string) =>
    app.request(PATH, {
      method: 'POST',
      headers: {
        ...person.headers,
        'content-type': 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: JSON.stringify(body),
    });
  const said = async (response: Response) =>
    (await response.json()) as { uploadId?: string; code?: string; params?: object };

  test('CON02: under one key it is one upload; another body, another person and no key are others', async () => {
    const body = { fileName: 'sekali.zip', byteCount: 10 };
    const [one, two] = await Promise.all([
      post(hasty, body, 'kunci-pertama'),
      post(hasty, body, 'kunci-pertama'),
    ]);
    expect([one.status, two.status]).toEqual([201, 201]);
    const { uploadId } = await said(one);
    expect((await said(two)).uploadId).toBe(uploadId);
    const changed = await post(hasty, { ...body, byteCount: 11 }, 'kunci-pertama');
    expect([changed.status, (await said(changed)).code]).toEqual([422, 'keyUsedOtherwise']);
    expect((await said(await post(maker, body, 'kunci-pertama'))).uploadId).not.toBe(uploadId);
    expect((await said(await post(hasty, body))).uploadId).not.toBe(uploadId);
    for (const key of ['pendek', 'ada spasi di dalam', 'x'.repeat(129)])
      expect((await post(hasty, body, key)).status, key).toBe(400);
  });

  test('of twelve at once as many are taken as one may have on their way', async () => {
    await database.sql`delete from upload where account_id = ${hasty.accountId}`;
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, no) => post(hasty, { fileName: `${no}.zip`, byteCount: 10 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: 8 }, () => 201),
      ...Array.from({ length: 4 }, () => 429),
    ]);
    await database.sql`delete from upload where account_id = ${hasty.accountId}`;
  });

  test('UPL16: what is part of nothing counts against a quota, and goes after a week', async () => {
    const bytes = randomBytes(900);
    const { uploadId } = await announce(hasty, { fileName: 'tak-terpakai.zip', byteCount: 900 });
    await patch(hasty, uploadId, 0, bytes);
    await database.sql`
      insert into upload (upload_id, account_id, file_name, byte_count, sha256, state, started_at, touched_at, stored_at)
      select gen_random_uuid(), ${hasty.accountId}, 'penuh', 209715200, repeat('ef', 32), 'stored', now(), now(), now()
      from generate_series(1, 10)`;
    const full = await post(hasty, { fileName: 'lagi.zip', byteCount: 10 });
    expect([full.status, (await said(full)).code]).toEqual([429, 'uploadQuota']);
    await database.sql`delete from upload where account_id = ${hasty.accountId} and file_name = 'penuh'`;
    expect((await post(hasty, { fileName: 'lagi.zip', byteCount: 10 })).status).toBe(201);

    const sweepOn = (day: string) =>
      sweepUploads({
        ...tileDeps(database.sql, folder.path, `${day}T05:00:00Z`),
        dataDirectory: folder.path,
      });
    await sweepOn('2026-11-28');
    expect(files()).toContain(sha256(bytes));
    // Whoever reads the files, such as a backup, finds all of them to the end.
    await database.sql.begin(async (tx) => {
      await lockFilesShared(tx);
      await sweepOn('2026-12-01');
      expect(files()).toContain(sha256(bytes));
    });
    await sweepOn('2026-12-01');
    expect(files()).not.toContain(sha256(bytes));
    const told = await app.request(`${PATH}/${uploadId}`, { headers: hasty.headers });
    expect(told.status).toBe(404);
    const events = await database.sql`
      select 1 from log_event where kind = 'upload.forgotten' and facts->>'uploadId' = ${uploadId}`;
    expect(events).toHaveLength(1);
  });
});

describe('after a kill', () => {
  test('between the name and the record: the next request goes on from there', async () => {
    const bytes = randomBytes(800);
    const { uploadId } = await announce(maker, { fileName: 'e', byteCount: 800 });
    await patch(maker, uploadId, 0, broken(bytes.subarray(0, 400)));
    // As a process leaves it that was killed after the last byte, the hash and the rename.
    const part = join(folder.path, 'files', `upload-${uploadId}.part`);
    writeFileSync(part, bytes);
    await database.sql`update upload set sha256 = ${sha256(bytes)} where upload_id = ${uploadId}`;
    renameSync(part, join(folder.path, 'files', sha256(bytes)));
    await sweepUploads({
      ...tileDeps(database.sql, folder.path, '2026-11-22T05:00:00Z'),
      dataDirectory: folder.path,
    });
    expect(await headOffset(maker, uploadId)).toBe(800);
    expect(await (await patch(maker, uploadId, 800, '')).json()).toMatchObject({ state: 'stored' });
    const events = await database.sql`
      select 1 from log_event where kind = 'upload.stored' and facts->>'uploadId' = ${uploadId}`;
    expect(events).toHaveLength(1);
  });

  test('what nobody finished in a day, and what no record names, is swept', async () => {
    const { uploadId } = await announce(maker, { fileName: 'f', byteCount: 100 });
    await patch(maker, uploadId, 0, broken(Buffer.from('abc')));
    const stray = 'c'.repeat(64);
    writeFileSync(join(folder.path, 'files', stray), 'x');
    const kept = files().filter((name) => name !== stray && !name.includes(uploadId));
    await sweepUploads({
      ...tileDeps(database.sql, folder.path, '2026-11-24T04:00:00Z'),
      dataDirectory: folder.path,
    });
    expect(await get(maker, uploadId)).toMatchObject({ state: 'expired' });
    expect(files()).toEqual(kept.filter((name) => !name.endsWith('.part')));
  });
});

describe.skipIf(process.getuid?.() !== 0)('a full disk (needs root, for a small file system)', () => {
  test('refuses what has no room, keeps what arrived, and goes on when there is room again', async () => {
    const mounted = join(folder.path, 'small');
    mkdirSync(mounted);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=110m', 'tmpfs', mounted]);
    try {
      const keys = openKeys(join(folder.path, 'keys'));
      app = anApp(database.sql, { tilesDirectory: folder.path, dataDirectory: mounted, keys });
      const tooBig = await app.request(PATH, {
        method: 'POST',
        headers: { ...maker.headers, 'content-type': 'application/json' },
        body: JSON.stringify({ fileName: 'g', byteCount: 50_000_000 }),
      });
      expect([tooBig.status, ((await tooBig.json()) as { code: string }).code]).toEqual([507, 'diskFull']);
      const bytes = randomBytes(4_000_000);
      const { uploadId } = await announce(maker, { fileName: 'g', byteCount: bytes.length });
      writeFileSync(join(mounted, 'filler'), Buffer.alloc(113_000_000));
      const full = await patch(maker, uploadId, 0, bytes);
      expect(full.status).toBe(507);
      const offset = await headOffset(maker, uploadId);
      expect(offset).toBeLessThan(bytes.length);
      rmSync(join(mounted, 'filler'));
      const rest = await patch(maker, uploadId, offset, bytes.subarray(offset));
      expect(await rest.json()).toMatchObject({ state: 'stored', sha256: sha256(bytes) });
    } finally {
      execFileSync('umount', [mounted]);
    }
  });
});
