import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../server/platform/db.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { aPhoto, aReport, sendPhoto, sendReport, sentPhoto } from '../support/a-report.ts';
import { insertSmallCity, SMALL_CITY } from '../support/a-small-city.ts';
import { until } from '../support/a-visitor.ts';
import { anApp } from '../support/an-app.ts';
import { countSteps, expectNothingLost, killAndSendAgain } from '../support/kill-reports.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('report-faults');
  await insertSmallCity(database.sql);
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

test('DBF02, DBF03: killed in the middle of a photo, of a report and with the answer in its hands, nothing is lost or doubled', async () => {
  const victim = { sql: database.sql, url: database.url, folder: folder.path };
  const steps = await countSteps(victim);
  expect(steps).toBeGreaterThan(30);
  const moments = [Math.round(steps * 0.15) + 0.5, Math.round(steps * 0.75), steps - 0.5, steps + 1];
  await Promise.all(moments.map((moment) => killAndSendAgain(victim, moment)));
  await expectNothingLost(victim, moments.length + 1);
}, 300_000);

const CODES = ['busy', 'tookTooLong', 'sourceUnavailable'];
const appIn = (dataDirectory: string, sql = database.sql) =>
  anApp(sql, { tilesDirectory: folder.path, dataDirectory, keys: openKeys(join(folder.path, 'keys')) });
const countReports = async (): Promise<number> => {
  const [row] = await database.sql`select count(*)::int as count from report`;
  return row?.['count'];
};
const told = async (response: Response | Promise<Response>) => {
  const answered = await response;
  const { code } = (await answered.json()) as { code?: string };
  return { status: answered.status, code, retryAfter: Number(answered.headers.get('retry-after') ?? 0) };
};

/** Sends the form that needs no script. */
function submitForm(app: ReturnType<typeof appIn>, kunci: string, photo: Uint8Array) {
  const [lon, lat] = SMALL_CITY.inZone1;
  const form = new FormData();
  const fields = {
    jenis: 'tanpaIzin',
    uraian: 'Bangunan tanpa papan izin.',
    lon: String(lon),
    lat: String(lat),
    tanggal: '2026-11-21',
    berlangsung: 'yes',
    identitas: 'anonim',
    kunci,
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.append('foto', new File([new Uint8Array(photo)], 'foto.jpg'));
  return app.request('/lapor', { method: 'POST', body: form });
}

describe.skipIf(process.getuid?.() !== 0)('a full disk (needs root, for a small file system)', () => {
  test('DBF05: takes neither photo nor form, acknowledges nothing, keeps nothing half, and takes both when there is room', async () => {
    const mounted = join(folder.path, 'small');
    mkdirSync(mounted);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=140m', 'tmpfs', mounted]);
    try {
      const app = appIn(mounted);
      const photo = await aPhoto('#0f1e2d');
      const kunci = randomUUID();
      const submit = () => submitForm(app, kunci, photo);
      const photoId = randomUUID();
      mkdirSync(join(mounted, 'files'));
      const before = await countReports();
      // Room that is promised to nobody is gone; and then every byte.
      for (const bytes of [60_000_000, 150_000_000]) {
        try {
          writeFileSync(join(mounted, 'ballast'), Buffer.alloc(bytes));
        } catch (error) {
          expect((error as { code: string }).code).toBe('ENOSPC');
        }
        expect(await told(sendPhoto(app, photo, { photoId }))).toMatchObject({
          status: 507,
          code: 'diskFull',
        });
        const refused = await submit();
        expect(refused.status).toBe(507);
        expect(await refused.text()).toContain('ruang');
      }
      expect(readdirSync(join(mounted, 'files'))).toEqual([]);
      expect(await countReports()).toBe(before);
      rmSync(join(mounted, 'ballast'));
      expect((await sendPhoto(app, photo, { photoId })).status).toBe(200);
      expect((await submit()).status).toBe(303);
      expect(await countReports()).toBe(before + 1);
      expect(readdirSync(join(mounted, 'files'))).toHaveLength(1);
    } finally {
      execFileSync('umount', [mounted]);
    }
  }, 60_000);
});

/** What the database answers when something of its own is full or stuck, at the last statement of a report. */
test.each([
  ['DBF05: the disk of the database is full', '53100', 'sourceUnavailable'],
  ['DBF05: its memory is', '53200', 'sourceUnavailable'],
  ['DBF07: two waited for each other', '40P01', 'busy'],
  ['DBF07: a lock was not given', '55P03', 'busy'],
  ['DBF07: a statement took too long', '57014', 'tookTooLong'],
])(
  '%s: 503 at once, nothing is half there, and the same key is taken afterwards',
  async (_, code, problem) => {
    const app = appIn(folder.path);
    const key = randomUUID();
    const photos = [{ photoId: await sentPhoto(app, `#${key.slice(0, 6)}`) }];
    const before = await countReports();
    const [kunci, picture] = [randomUUID(), await aPhoto(`#${key.slice(2, 8)}`)];
    await database.sql.unsafe(`
    create function fail_now() returns trigger language plpgsql as $$
      begin raise exception 'uji' using errcode = '${code}'; end $$;
    create trigger fail_now before insert on report for each row execute function fail_now()`);
    try {
      const refused = await told(sendReport(app, aReport({ photos }), { key }));
      expect(refused).toMatchObject({ status: 503, code: problem });
      expect(refused.retryAfter).toBeGreaterThan(0);
      const [left] = await database.sql`
      select (select count(*)::int from report) as reports, (select count(*)::int from violation_case) as cases,
             (select count(*)::int from report_once) as keys`;
      expect(left).toEqual({ reports: before, cases: before, keys: before });
      // Without a script nothing that was typed is lost, and the same form is sent again.
      const form = await submitForm(app, kunci, picture);
      expect([form.status, Number(form.headers.get('retry-after')) > 0]).toEqual([503, true]);
      const html = await form.text();
      for (const kept of ['Bangunan tanpa papan izin.', `value="${kunci}"`]) expect(html).toContain(kept);
    } finally {
      await database.sql.unsafe('drop trigger fail_now on report; drop function fail_now');
    }
    expect((await sendReport(app, aReport({ photos }), { key })).status).toBe(201);
    expect(await countReports()).toBe(before + 1);
  },
);

test('DBF07: a table that somebody holds, and no connection left: refused in the time of a statement, /health says degraded, and all is well afterwards', async () => {
  const sql = openDatabase(database.url, { maxConnections: 2, statementTimeoutMs: 3_000 });
  const app = appIn(folder.path, sql);
  await sql`select 1`;
  const before = await countReports();
  const hasStatus = async (status: string): Promise<boolean> => {
    const health = await app.request('/health');
    return ((await health.json()) as { status: string }).status === status;
  };
  const holder = await database.sql.reserve();
  try {
    await holder`begin`;
    await holder`lock table report in access exclusive mode`;
    const sent = Array.from({ length: 6 }, () => told(sendReport(app, aReport())));
    await until(() => hasStatus('degraded'), 'it is said that the database does not answer');
    for (const { status, code, retryAfter } of await Promise.all(sent)) {
      expect(status).toBe(503);
      expect(CODES).toContain(code);
      expect(retryAfter).toBeGreaterThan(0);
    }
    await holder`rollback`;
    expect(await countReports()).toBe(before);
    expect((await sendReport(app, aReport())).status).toBe(201);
    await until(() => hasStatus('ok'), 'it is said that it answers again');
  } finally {
    holder.release();
    await sql.end();
  }
}, 60_000);
