import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Release, releaseSchema } from '#domain/release/release';
import { readEnvironment } from '../../server/env.ts';
import {
  chooseInstallation,
  findClusterAccount,
  findInstallations,
  startCluster,
} from '../../server/platform/cluster/index.ts';
import { runTool } from '../../server/platform/cluster/run-tool.ts';
import { type Database, openDatabase } from '../../server/platform/db.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { square, writePlanFile } from '../support/a-plan-file.ts';
import { insertSmallCity, SMALL_CITY } from '../support/a-small-city.ts';
import { createDatabaseOn, type TemporaryDatabase } from '../support/create-database.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

/** The server in a process of its own, on a database server of its own that goes down under it. Each goes on from the one before. */

const folder = makeTemporaryFolder('server-faults');
let cluster: Awaited<ReturnType<typeof startCluster>>;
let database: TemporaryDatabase;
let server: ChildProcess;
let url: string;
let maker: Person;
let approver: Person;

const environment = readEnvironment();
const installation = chooseInstallation(
  findInstallations(environment.ok ? environment.value.POSTGRESQL_DIRECTORY : ''),
  null,
);
const account = findClusterAccount();

beforeAll(async () => {
  cluster = await startCluster({ root: join(folder.path, 'cluster'), installation, account });
  database = await createDatabaseOn(cluster.url);
  await insertSmallCity(database.sql);
  const keys = openKeys(join(folder.path, 'keys'));
  maker = await aPerson(database.sql, keys, { roles: ['walidata'] });
  approver = await aPerson(database.sql, keys, { roles: ['pejabatPenandatangan'] });
  await startServer();
}, 120_000);
afterAll(async () => {
  server?.kill('SIGKILL');
  await database?.drop().catch(() => {});
  await cluster?.stop();
  folder.remove();
});

async function startServer(): Promise<void> {
  server = fork(join(findProjectRoot(), 'server', 'main.ts'), {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      DATA_DIRECTORY: folder.path,
      PORT: '0',
      LOG_LEVEL: 'silent',
      NODE_ENV: 'test',
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  url = await new Promise<string>((resolve, reject) => {
    server.on('message', (message: { port?: number }) => resolve(`http://127.0.0.1:${message.port}`));
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
  });
}

/** The database server goes down without a word and comes back, as after a crash. */
const restartDatabase = () =>
  runTool(
    join(installation.binDirectory, 'pg_ctl'),
    [
      'restart',
      '-D',
      join(folder.path, 'cluster', 'data'),
      '-m',
      'immediate',
      '-w',
      '-t',
      '60',
      '-s',
      '-l',
      '/dev/null',
    ],
    account,
  );

async function until<T>(what: string, look: () => Promise<T | false | undefined>): Promise<T> {
  const end = performance.now() + 120_000;
  for (;;) {
    const found = await look().catch(() => undefined);
    if (found !== undefined && found !== false) return found as T;
    if (performance.now() > end) throw new Error(`it never came to this: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function ask(
  person: Person,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return await fetch(`${url}/api/v1/staff/${path}`, {
    method,
    headers: { ...person.headers, 'content-type': 'application/json', ...headers },
    body: body === undefined ? null : body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body),
  });
}
const upload = (uploadId: unknown, bytes: Uint8Array, offset: number) =>
  ask(maker, 'PATCH', `uploads/${uploadId}`, bytes, {
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
  });
const read = async (releaseId: string): Promise<Release> =>
  releaseSchema.parse(await (await ask(maker, 'GET', `releases/${releaseId}`)).json());
const zoneNow = async (): Promise<unknown> => {
  const [lon, lat] = SMALL_CITY.inZone1;
  const answer = (await (await fetch(`${url}/api/v1/lookup?lon=${lon}&lat=${lat}`)).json()) as {
    parts: { zone: { code: string } }[];
  };
  return answer.parts.map(({ zone }) => zone.code);
};

async function aRelease(name: string, code: string): Promise<string> {
  const path = writePlanFile(folder.path, `${name}.geojsonl`, [
    { rings: [square(0, 0, 1100)], properties: { KODSZN: code, REMARK: name } },
    { rings: [square(1113, 0, 1000)], properties: { KODSZN: 'K-1' } },
  ]);
  const bytes = readFileSync(path);
  const made = (await (
    await ask(maker, 'POST', 'uploads', { fileName: `${name}.geojsonl`, byteCount: bytes.length })
  ).json()) as { uploadId: string };
  const half = Math.floor(bytes.length / 2);
  expect((await upload(made.uploadId, bytes.subarray(0, half), 0)).status).toBe(204);
  if (name === 'terputus') await restartDatabase();
  // What had arrived is known after the restart, and the rest goes on from there.
  const offset = await until('the upload is known again', async () => {
    const head = await ask(maker, 'HEAD', `uploads/${made.uploadId}`);
    return head.ok ? (head.headers.get('upload-offset') ?? undefined) : undefined;
  });
  expect(Number(offset)).toBe(half);
  expect((await upload(made.uploadId, bytes.subarray(half), half)).status).toBe(200);
  const reading = { rulesLayerId: 'rules-uji', regulationId: 'rdtr' };
  const items = [{ layerId: 'rdtr-uji', uploadId: made.uploadId, reading }];
  const release = (await (await ask(maker, 'POST', 'releases', { title: name, items })).json()) as Release;
  return release.releaseId;
}

const held: Database[] = [];
/** Each ends readers of a test. */
const readers: (() => void)[] = [];

/** Holds a lock of the product from outside; the server that it is held on may go down meanwhile. */
async function hold(lock: (sql: Database) => Promise<unknown>): Promise<() => Promise<void>> {
  const sql = openDatabase(database.url, { maxConnections: 1 });
  held.push(sql);
  await lock(sql);
  return () => sql.end({ timeout: 1 }).catch(() => {});
}
// What a test holds that fails would stop all that come after it.
afterEach(async () => {
  for (const stop of readers.splice(0)) stop();
  for (const sql of held.splice(0)) await sql.end({ timeout: 1 }).catch(() => {});
});
const waiters = async (): Promise<boolean> =>
  (await database.sql`select from pg_locks where locktype = 'advisory' and not granted`).length > 0;

/** Readers all the while: every answer is whole or says that it cannot be given, and the process goes on. */
function keepReading(): () => Promise<Set<number>> {
  const seen = new Set<number>();
  let isOver = false;
  readers.push(() => {
    isOver = true;
  });
  const loops = Array.from({ length: 4 }, async () => {
    while (!isOver) {
      const [lon, lat] = SMALL_CITY.inZone1;
      const response = await fetch(`${url}/api/v1/lookup?lon=${lon}&lat=${lat}`);
      seen.add(response.status);
      await response.arrayBuffer();
    }
  });
  return async () => {
    isOver = true;
    await Promise.all(loops);
    return seen;
  };
}

const submit = async (releaseId: string): Promise<void> => {
  const now = await until('the check is done', async () => {
    const one = await read(releaseId);
    return one.state === 'diperiksa' && one;
  });
  expect(now.findings?.blocks).toBe(0);
  const submitted = await ask(maker, 'POST', `releases/${releaseId}/submit`, undefined, {
    'if-match': `"r${now.revision}"`,
  });
  expect(submitted.status).toBe(200);
};
const approve = async (releaseId: string): Promise<Response> => {
  const told = await ask(approver, 'GET', `releases/${releaseId}/consequences?on=2026-02-01`);
  const { seen } = (await told.json()) as { seen: string };
  return ask(
    approver,
    'POST',
    `releases/${releaseId}/approve`,
    {
      decree: 'CONTOH Nomor 9 Tahun 2026 tentang uji',
      decreeOn: '2026-01-30',
      validFrom: '2026-02-01',
      acknowledged: ['fromInPast'],
      seen,
    },
    { 'if-match': `"r${(await read(releaseId)).revision}"` },
  );
};
/** Says why when it is not. */
async function expectTaken(response: Response): Promise<void> {
  expect(response.status, await response.text()).toBe(202);
}
const published = (releaseId: string): Promise<Release> =>
  until('it is published', async () => {
    const now = await read(releaseId);
    return now.state === 'terbit' && now;
  });

test('the database goes down under an upload, a check and a publication: the server lives, and all of it comes to its end', {
  timeout: 400_000,
  retry: 0,
}, async () => {
  expect(await zoneNow()).toEqual(['R-3']);
  const stopReading = keepReading();
  const releaseId = await aRelease('terputus', 'K-1');

  // The check, at half.
  await restartDatabase();
  await submit(releaseId);
  expect(await zoneNow()).toEqual(['R-3']);

  // The publication, while it waits for its turn; a second one for the same layer is told so.
  const letGo = await hold((sql) => sql`select pg_advisory_lock(hashtext('one-map-one-data publish'))`);
  const other = await aRelease('lain', 'K-1');
  await submit(other);
  await expectTaken(await approve(releaseId));
  await until('a publication that waits', waiters);
  const refused = await approve(other);
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
    409,
    'publishingElsewhere',
  ]);
  expect(await zoneNow()).toEqual(['R-3']);
  await restartDatabase();
  await letGo();
  const done = await published(releaseId);
  expect(done.job).toMatchObject({ kind: 'publish', state: 'done', failure: null });
  expect(await zoneNow()).toEqual(['K-1']);
  // The second was compared with a plan that is not in force any more.
  const late = await approve(other);
  expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([409, 'baseChanged']);

  const statuses = await stopReading();
  expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(statuses).toContain(200);
  expect(server.exitCode).toBeNull();
  await until('it says that it is well', async () => (await fetch(`${url}/health`)).ok);
});

test('the server is killed in the middle of a publication: after the next start it goes on by itself, and the page says so', {
  timeout: 300_000,
  retry: 0,
}, async () => {
  const releaseId = await aRelease('terbunuh', 'R-3');
  await submit(releaseId);
  const letGo = await hold((sql) => sql`select pg_advisory_lock(hashtext('one-map-one-data publish'))`);
  await expectTaken(await approve(releaseId));
  await until('a publication that waits', waiters);
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await gone;
  await letGo();
  const [state] = await database.sql`select state from release where release_id = ${releaseId}`;
  expect(state).toEqual({ state: 'disetujui' });
  await startServer();
  expect(await zoneNow()).toEqual(['K-1']);
  expect((await read(releaseId)).job).toMatchObject({ kind: 'publish', attempt: 1 });
  const done = await published(releaseId);
  expect(done.job).toMatchObject({ state: 'done', attempt: 2, interruptions: 1 });
  expect(await zoneNow()).toEqual(['R-3']);
});

describe('the server is killed while a document is made', () => {
  const [lon, lat] = SMALL_CITY.inZone1;
  const directory = join(folder.path, 'files', 'documents');
  const files = (): string[] => (existsSync(directory) ? readdirSync(directory) : []);
  const documents = async (): Promise<number> =>
    (await database.sql<{ n: number }[]>`select count(*)::int as n from document`)[0]?.n ?? -1;
  const ask = (nth: number) => fetch(`${url}/api/v1/itr.pdf?lon=${lon + nth * 1e-5}&lat=${lat}`);
  /** Processes that the server has started to typeset with. */
  const typesetters = (): number[] =>
    execFileSync('pgrep', ['-f', '-P', String(server.pid), 'render-process'], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);

  async function killed(): Promise<void> {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await gone;
  }

  /** Every row has its file, whole, and its leaf; and what was not issued has neither. */
  async function expectNothingHalf(count: number): Promise<void> {
    const rows = await database.sql<{ sha256: string; kind: string | null }[]>`
      select d.pdf_sha256 as sha256, e.kind from document d left join log_event e using (event_id)`;
    expect(rows).toHaveLength(count);
    for (const { sha256, kind } of rows) {
      expect(kind).toBe('document.issued');
      const bytes = readFileSync(join(directory, sha256));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    const [events] =
      await database.sql`select count(*)::int as n from log_event where kind = 'document.issued'`;
    expect(events).toEqual({ n: count });
  }

  test('at the typesetter, at the disk, before the register: nothing is half there, and who asks again has it', {
    timeout: 200_000,
    retry: 0,
  }, async () => {
    if (server.exitCode !== null || server.signalCode !== null) await startServer();
    expect((await ask(0)).status).toBe(200);
    let issued = await documents();

    const setters = typesetters();
    for (const pid of setters) process.kill(pid, 'SIGSTOP');
    const atTypesetter = ask(1).catch(() => null);
    await until(
      'the typesetter has the document',
      async () =>
        (
          await database.sql`select from pg_stat_activity where query ilike '%st_assvg%' and query_start > now() - interval '5 s'`
        ).length > 0,
    );
    await killed();
    for (const pid of setters) process.kill(pid, 'SIGKILL');
    expect(await atTypesetter).toBeNull();
    await expectNothingHalf(issued);
    await startServer();
    expect((await ask(1)).status).toBe(200);
    // One more; two when a day has ended meanwhile, for a document says of which day it is.
    issued = await documents();

    let isAnswered = false;
    const atDisk = ask(2)
      .then(() => {
        isAnswered = true;
      })
      .catch(() => null);
    await until('bytes are on their way to the disk', async () => {
      for (let look = 0; look < 500 && !isAnswered; look += 1)
        if (files().some((name) => name.endsWith('.part'))) return true;
      return isAnswered;
    });
    await killed();
    await atDisk;
    const afterDisk = await documents();
    expect([issued, issued + 1]).toContain(afterDisk);
    await expectNothingHalf(afterDisk);
    await startServer();
    expect((await ask(2)).status).toBe(200);
    issued = await documents();

    const before = files().length;
    const letGo = await hold(async (sql) => {
      await sql.unsafe('begin');
      await sql.unsafe('lock table document in share row exclusive mode');
    });
    const atRegister = ask(3).catch(() => null);
    await until('the file is there and its row is not', async () => {
      const waiting = await database.sql`
        select from pg_locks where relation = 'document'::regclass and not granted`;
      return waiting.length > 0 && files().length > before && !files().some((name) => name.endsWith('.part'));
    });
    await killed();
    await letGo();
    expect(await atRegister).toBeNull();
    await expectNothingHalf(issued);
    await startServer();
    expect((await ask(3)).status).toBe(200);
    await expectNothingHalf(issued + 1);
  });
});
