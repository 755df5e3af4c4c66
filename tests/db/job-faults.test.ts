import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Job, jobSchema } from '#domain/release/job';
import { DONE, runJobs, type StartWorker, workOnJob } from '../../server/features/jobs/index.ts';
import { dueJobs, requeueJob } from '../../server/features/jobs/queries.ts';
import { createHandlers } from '../../server/features/releases/index.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { square, writePlanFile } from '../support/a-plan-file.ts';
import { insertSmallCity, SMALL_CITY } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { tileDeps } from '../support/tile-deps.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let app: ReturnType<typeof anApp>;
let maker: Person;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('jobs');
  await insertSmallCity(database.sql);
  const keys = openKeys(join(folder.path, 'keys'));
  app = anApp(database.sql, { tilesDirectory: folder.path, dataDirectory: folder.path, keys });
  maker = await aPerson(database.sql, keys, { roles: ['walidata'] });
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

const staff = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const response = await app.request(`/api/v1/staff/${path}`, {
    method,
    headers: { ...maker.headers, 'content-type': 'application/json', ...headers },
    body: body === undefined ? null : body instanceof Buffer ? new Uint8Array(body) : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
};

/** A release of one plan file, its check queued. */
async function aRelease(name: string): Promise<{ releaseId: string; jobId: string }> {
  const path = writePlanFile(folder.path, `${name}.geojsonl`, [
    { rings: [square(0, 0, 1100)], properties: { KODSZN: 'K-1', REMARK: name } },
  ]);
  const bytes = readFileSync(path);
  const upload = await staff('POST', 'uploads', { fileName: `${name}.geojsonl`, byteCount: bytes.length });
  await staff('PATCH', `uploads/${upload['uploadId']}`, bytes, {
    'content-type': 'application/offset+octet-stream',
    'upload-offset': '0',
  });
  const items = [{ layerId: 'rdtr-uji', uploadId: upload['uploadId'] }];
  const made = await staff('POST', 'releases', { title: name, items });
  return { releaseId: String(made['releaseId']), jobId: String((made['job'] as { jobId: string }).jobId) };
}

const readJob = async (jobId: string): Promise<Job> => jobSchema.parse(await staff('GET', `jobs/${jobId}`));
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`it never came to this: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const draftsOf = async (): Promise<number> =>
  (
    await database.sql`
    select 1 from layer_version v
    where layer_id = 'rdtr-uji' and not exists (select from publication p where p.version_id = v.version_id)`
  ).length;
const zoneNow = async (): Promise<unknown> => {
  const [lon, lat] = SMALL_CITY.inZone1;
  const answer = await (await app.request(`/api/v1/lookup?lon=${lon}&lat=${lat}`)).json();
  return (answer as { parts: { zone: { code: string } }[] }).parts.map((part) => part.zone.code);
};

/** Holds every import into the layer at half: its rows are staged, its version is not stored. */
async function holdImports(): Promise<() => Promise<void>> {
  const connection = await database.sql.reserve();
  await connection`select pg_advisory_lock(hashtext('import'), hashtext('rdtr-uji'))`;
  let isReleased = false;
  return async () => {
    if (isReleased) return;
    isReleased = true;
    await connection`select pg_advisory_unlock(hashtext('import'), hashtext('rdtr-uji'))`;
    connection.release();
  };
}
const waiting = async (): Promise<number[]> =>
  (
    await database.sql<{ pid: number }[]>`
    select pid from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`
  ).map(({ pid }) => pid);
/** Sessions that were seen at half: the one of a killed worker notices nothing until it gets the lock. */
const seen = new Set<number>();
async function untilHeld(): Promise<number> {
  let found: number | undefined;
  await until('a worker at half', async () => {
    found = (await waiting()).find((pid) => !seen.has(pid));
    return found !== undefined;
  });
  seen.add(found ?? 0);
  return found ?? 0;
}

/** The real worker, in a process of its own, from its source. */
const workers: ReturnType<StartWorker>[] = [];
const startWorker: StartWorker = ({ jobId, worker, kind }) => {
  const child = fork(join(findProjectRoot(), 'server', 'main.ts'), ['work', jobId, worker, kind], {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      DATA_DIRECTORY: folder.path,
      LOG_LEVEL: 'silent',
      NODE_ENV: 'test',
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  workers.push(child);
  return child;
};
const log = pino({ level: 'silent' });

test('killed at half, then cut off from the database: the check begins again by itself and ends once', async () => {
  const { releaseId, jobId } = await aRelease('terputus');
  const before = await draftsOf();
  const release = await holdImports();
  const { stop } = runJobs({ sql: database.sql, log }, startWorker);
  try {
    await untilHeld();
    workers.at(-1)?.kill('SIGKILL');
    await until('its end told', async () => (await readJob(jobId)).interruptions === 1);
    expect(await draftsOf()).toBe(before);
    const pid = await untilHeld();
    await database.sql`select pg_terminate_backend(${pid})`;
    await until('its end told, too', async () => (await readJob(jobId)).interruptions === 2);
    await untilHeld();
    await release();
    await until('the end', async () => (await readJob(jobId)).state === 'done');
    expect(await readJob(jobId)).toMatchObject({ attempt: 3, interruptions: 2, failure: null, share: 1 });
    expect(await staff('GET', `releases/${releaseId}`)).toMatchObject({ state: 'diperiksa' });
    expect(await draftsOf()).toBe(before + 1);
    expect(await zoneNow()).toEqual(['R-3']);
  } finally {
    await release();
    await stop();
  }
}, 180_000);

test('taken back while it is at work: the worker leaves, and nothing of it is left', async () => {
  const { releaseId, jobId } = await aRelease('ditarik');
  const before = await draftsOf();
  const release = await holdImports();
  const deps = { ...tileDeps(database.sql, folder.path), dataDirectory: folder.path };
  const working = workOnJob(deps, createHandlers(deps), jobId);
  await untilHeld();
  await staff('POST', `releases/${releaseId}/withdraw`, { reason: 'uji' }, { 'if-match': '"r1"' });
  await release();
  await working;
  expect(await readJob(jobId)).toMatchObject({ state: 'cancelled' });
  expect(await staff('GET', `releases/${releaseId}`)).toMatchObject({ state: 'ditarik', reason: 'uji' });
  // The draft may have been stored before the worker heard of it; the release holds none of it.
  const [item] = await database.sql`select version_id from release_item where release_id = ${releaseId}`;
  expect(item).toEqual({ version_id: null });
  expect((await draftsOf()) - before).toBeLessThanOrEqual(1);
});

test('what never comes to its end is given up after three attempts, and says so', async () => {
  const { releaseId, jobId } = await aRelease('menyerah');
  await database.sql`update job set attempt = 3, interruptions = 3 where job_id = ${jobId}`;
  const deps = { ...tileDeps(database.sql, folder.path), dataDirectory: folder.path };
  expect(await workOnJob(deps, createHandlers(deps), jobId)).toBe(true);
  const job = await readJob(jobId);
  expect(job).toMatchObject({ state: 'failed', failure: { code: 'interrupted' } });
  expect(await staff('GET', `releases/${releaseId}`)).toMatchObject({
    state: 'draf',
    steps: ['amend', 'withdraw'],
  });
  // Asked for again, it is done.
  await staff('POST', `releases/${releaseId}/check`, undefined, { 'if-match': '"r1"' });
  const again = String(((await staff('GET', `releases/${releaseId}`))['job'] as { jobId: string }).jobId);
  await workOnJob(deps, createHandlers(deps), again);
  expect(await readJob(again)).toMatchObject({ state: 'done' });
});

test('a job is worked on by one worker: whoever comes second gets nothing', async () => {
  const { jobId } = await aRelease('berdua');
  const deps = { ...tileDeps(database.sql, folder.path), dataDirectory: folder.path };
  const handlers = createHandlers(deps);
  const outcomes = await Promise.all([workOnJob(deps, handlers, jobId), workOnJob(deps, handlers, jobId)]);
  expect(outcomes.sort()).toEqual([false, true]);
});

test('a worker that cannot be started leaves its place to the next one', async () => {
  const { jobId } = await aRelease('tak-bisa-mulai');
  let tried = 0;
  const { stop } = runJobs({ sql: database.sql, log }, () => {
    tried += 1;
    return fork(join(findProjectRoot(), 'server', 'main.ts'), [], { execPath: '/nonexistent/node' });
  });
  try {
    await until('the next try', async () => tried > 1);
  } finally {
    await stop();
  }
  const deps = { ...tileDeps(database.sql, folder.path), dataDirectory: folder.path };
  await workOnJob(deps, createHandlers(deps), jobId);
  expect(await readJob(jobId)).toMatchObject({ state: 'done', attempt: 1, interruptions: 0 });
}, 30_000);

test('that its work is done is heard before a worker has ended, and once', async () => {
  await aRelease('selesai');
  const child = Object.assign(new EventEmitter(), { pid: 1, kill: () => child.emit('exit', 0, null) });
  let heard = 0;
  const onDone = () => {
    heard += 1;
  };
  const start = () => child as unknown as ChildProcess;
  const { look, stop } = runJobs({ sql: database.sql, log }, start, { onDone });
  look();
  await until('it is started', async () => child.listenerCount('message') > 0);
  child.emit('message', DONE);
  expect(heard).toBe(1);
  await stop();
  expect(heard).toBe(1);
  await database.sql`update job set state = 'cancelled', ended_at = now() where state = 'queued'`;
});

test('what was interrupted waits longer each time, and the last cause is told when it is given up', async () => {
  const { jobId } = await aRelease('sabar');
  const isDue = async (): Promise<boolean> =>
    (await dueJobs(database.sql)).some((job) => job.jobId === jobId);
  const failing = {
    giveUp: async () => {},
    work: async () => {
      throw Object.assign(new Error('/srv/data: no room'), { code: 'ENOSPC' });
    },
  };
  const handlers = { check: failing, publish: failing };
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 3; attempt++) {
    await expect(workOnJob({ sql: database.sql, log }, handlers, jobId, 'w')).rejects.toThrow();
    await requeueJob(database.sql, jobId, 'w');
    const [row] = await database.sql<{ wait: number }[]>`
      select extract(epoch from not_before - clock_timestamp())::float8 as wait from job where job_id = ${jobId}`;
    waits.push(row?.wait ?? 0);
    expect(await isDue()).toBe(false);
  }
  expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
  expect(waits[2]).toBeGreaterThan((waits[1] ?? 0) * 2);
  await database.sql`update job set not_before = clock_timestamp() where job_id = ${jobId}`;
  expect(await isDue()).toBe(true);
  const deps = { ...tileDeps(database.sql, folder.path), dataDirectory: folder.path };
  await workOnJob(deps, createHandlers(deps), jobId);
  const { failure } = await readJob(jobId);
  expect(failure).toMatchObject({ code: 'interrupted' });
  expect(failure?.text.id).toContain('ENOSPC');
  expect(failure?.text.en).not.toContain('/srv');
});
