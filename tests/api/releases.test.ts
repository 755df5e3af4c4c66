import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingListSchema } from '#domain/release/finding';
import { type LayerRecord, layerListSchema, layerRecordSchema } from '#domain/release/layer-record';
import { type Release, releaseListSchema, releaseSchema } from '#domain/release/release';
import { timelineSchema } from '#domain/release/timeline';
import { type Upload, uploadSchema } from '#domain/release/upload';
import { answerSchema } from '#domain/zoning/answer';
import { workOnJob } from '../../server/features/jobs/index.ts';
import { createHandlers } from '../../server/features/releases/index.ts';
import { openKeys } from '../../server/platform/keys.ts';
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
let approver: Person;
let producer: Person;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('releases');
  await insertSmallCity(database.sql);
  const keys = openKeys(`${folder.path}/keys`);
  app = anApp(database.sql, { tilesDirectory: folder.path, dataDirectory: folder.path, keys });
  maker = await aPerson(database.sql, keys, { roles: ['walidata'], name: 'CONTOH Walidata' });
  approver = await aPerson(database.sql, keys, { roles: ['pejabatPenandatangan'], name: 'CONTOH Pejabat' });
  producer = await aPerson(database.sql, keys, { roles: ['produsenData'], producerId: 'dinas-lain' });
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

const ask = (person: Person, path: string, init: RequestInit = {}) =>
  app.request(`/api/v1/staff/${path}`, { ...init, headers: { ...person.headers, ...init.headers } });
const send = (person: Person, method: string, path: string, body?: unknown, revision?: number) =>
  ask(person, path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(revision === undefined ? {} : { 'if-match': `"r${revision}"` }),
    },
  });
async function expectStatus(response: Response, status: number): Promise<unknown> {
  const body: unknown = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(status);
  return body;
}

async function upload(person: Person, bytes: Buffer, fileName: string): Promise<Upload> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const made = uploadSchema.parse(
    await expectStatus(
      await send(person, 'POST', 'uploads', { fileName, byteCount: bytes.length, sha256 }),
      201,
    ),
  );
  const last = await patch(person, made.uploadId, 0, bytes);
  return uploadSchema.parse(await expectStatus(last, 200));
}
const patch = (person: Person, uploadId: string, offset: number, bytes: Buffer) =>
  ask(person, `uploads/${uploadId}`, {
    method: 'PATCH',
    body: new Uint8Array(bytes),
    headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
  });

const deps = () => ({
  ...tileDeps(database.sql, folder.path, '2026-11-22T04:00:00Z'),
  dataDirectory: folder.path,
});
/** Does all work that is queued, in this process. */
async function work(): Promise<void> {
  for (;;) {
    const [job] = await database.sql<{ jobId: string }[]>`
      select job_id as "jobId" from job where state = 'queued' order by queued_at limit 1`;
    if (job === undefined) return;
    await workOnJob(deps(), createHandlers(deps()), job.jobId);
  }
}
const release = async (person: Person, releaseId: string): Promise<Release> =>
  releaseSchema.parse(await expectStatus(await ask(person, `releases/${releaseId}`), 200));
const stepOf = async (person: Person, now: Release, step: string, body?: unknown, status = 200) =>
  releaseSchema.parse(
    await expectStatus(
      await send(person, 'POST', `releases/${now.releaseId}/${step}`, body, now.revision),
      status,
    ),
  );

const zonesFile = (name: string, code: string): Buffer => {
  // The same ground as the two zones of the small city, roughly; the west has another code.
  const path = writePlanFile(folder.path, name, [
    { rings: [square(0, 0, 1100)], properties: { KODSZN: code } },
    { rings: [square(1113, 0, 1000)], properties: { KODSZN: 'K-1' } },
  ]);
  return readFileSync(path);
};

const zoneAt = async (on?: string): Promise<(string | null)[]> => {
  const [lon, lat] = SMALL_CITY.inZone1;
  const response = await app.request(
    `/api/v1/lookup?lon=${lon}&lat=${lat}${on === undefined ? '' : `&on=${on}`}`,
  );
  const answer = answerSchema.parse(await expectStatus(response, 200));
  return answer.parts.map((part) => part.zone.code);
};

test('a layer from its file to the citizen’s answer, and back', async () => {
  expect(await zoneAt()).toEqual(['R-3']);
  const layers = layerListSchema.parse(await expectStatus(await ask(maker, 'layers'), 200));
  const plan = layers.layers.find((layer) => layer.layerId === 'rdtr-uji') as LayerRecord;
  expect(plan).toMatchObject({ revision: 1, accessClass: 'terbuka', openReleaseId: null });
  const described = layerRecordSchema.parse(
    await expectStatus(
      await send(maker, 'PATCH', 'layers/rdtr-uji', { walidata: 'Bappeda (uji)', crs: 'EPSG:9490' }, 1),
      200,
    ),
  );
  expect(described).toMatchObject({ revision: 2, walidata: 'Bappeda (uji)' });

  // A code that no rule knows is found, blocks, and has its place on the map.
  const wrong = await upload(maker, zonesFile('salah.geojsonl', 'ZZ-9'), '../salah.geojsonl');
  expect(wrong).toMatchObject({ state: 'stored', fileName: 'salah.geojsonl', earlier: null });
  const made = releaseSchema.parse(
    await expectStatus(
      await send(maker, 'POST', 'releases', {
        title: 'Revisi uji',
        items: [
          {
            layerId: 'rdtr-uji',
            uploadId: wrong.uploadId,
            reading: { rulesLayerId: 'rules-uji', regulationId: 'rdtr' },
          },
        ],
      }),
      201,
    ),
  );
  expect(made).toMatchObject({ state: 'draf', findings: null, job: { kind: 'check', state: 'queued' } });
  await work();
  let now = await release(maker, made.releaseId);
  expect(now).toMatchObject({ state: 'diperiksa', job: { state: 'done', failure: null, interruptions: 0 } });
  expect(now.findings?.blocks).toBe(1);
  expect(now.steps).toEqual(['amend', 'withdraw']);
  const found = findingListSchema.parse(
    await expectStatus(await ask(maker, `releases/${now.releaseId}/findings`), 200),
  );
  const blocking = found.findings.filter((one) => one.severity === 'blocks');
  expect(blocking).toMatchObject([{ code: 'zoneCodeUnknown', layerId: 'rdtr-uji' }]);
  expect(blocking[0]?.text.id).toContain('ZZ-9');
  expect(blocking[0]?.at?.[0]).toBeCloseTo(116.805, 2);
  const refused = await send(maker, 'POST', `releases/${now.releaseId}/submit`, undefined, now.revision);
  expect(await expectStatus(refused, 409)).toMatchObject({ code: 'releaseBlocked' });

  // Mended.
  const right = await upload(maker, zonesFile('benar.geojsonl', 'K-1'), 'benar.geojsonl');
  const reading = { rulesLayerId: 'rules-uji', regulationId: 'rdtr' };
  const items = [{ layerId: 'rdtr-uji', uploadId: right.uploadId, reading }];
  await expectStatus(await send(maker, 'PATCH', `releases/${now.releaseId}`, { items }, now.revision), 200);
  await work();
  now = await release(maker, now.releaseId);
  expect(now).toMatchObject({ state: 'diperiksa', findings: { blocks: 0 } });
  expect(await zoneAt()).toEqual(['R-3']);
  now = await stepOf(maker, now, 'submit');
  expect(now.steps).toEqual(['withdraw']);

  // Four eyes: whoever made it cannot approve it, whatever the rights.
  const approval = { decree: 'CONTOH Nomor 9 Tahun 2026', validFrom: '2026-11-22', note: 'uji' };
  expect(
    await expectStatus(
      await send(maker, 'POST', `releases/${now.releaseId}/approve`, approval, now.revision),
      403,
    ),
  ).toMatchObject({ code: 'secondPersonNeeded' });
  // Two approve at once: one wins, the other is told what the state is now.
  const both = await Promise.all(
    [0, 1].map(() => send(approver, 'POST', `releases/${now.releaseId}/approve`, approval, now.revision)),
  );
  const bodies = await Promise.all(both.map(async (one) => ({ status: one.status, body: await one.json() })));
  expect(bodies.map((one) => one.status).sort()).toEqual([202, 409]);
  expect(bodies.find((one) => one.status === 409)?.body).toMatchObject({
    code: 'changedMeanwhile',
    current: { state: 'disetujui' },
  });
  expect(await zoneAt()).toEqual(['R-3']);
  await work();
  now = await release(approver, now.releaseId);
  expect(now).toMatchObject({
    state: 'terbit',
    approval: { decree: 'CONTOH Nomor 9 Tahun 2026' },
    submittedBy: { name: 'CONTOH Walidata' },
    decidedBy: { name: 'CONTOH Pejabat' },
    steps: [],
  });
  expect(await zoneAt()).toEqual(['K-1']);
  expect(await zoneAt('2026-11-21')).toEqual(['R-3']);

  // Back: by two persons again.
  const timeline = timelineSchema.parse(
    await expectStatus(await ask(maker, 'layers/rdtr-uji/timeline'), 200),
  );
  expect(timeline.publications.map((one) => [one.validFrom, one.validUntil, one.isInForce])).toEqual([
    ['2026-11-22', null, true],
    ['2026-01-01', '2026-11-22', false],
  ]);
  expect(timeline.publications[0]).toMatchObject({
    releaseId: now.releaseId,
    approvedBy: { name: 'CONTOH Pejabat' },
  });
  expect(timeline.publications[0]?.tiles).toContain('/tiles/rdtr-uji/');
  expect(timeline.drafts).toHaveLength(1);
  const back = releaseSchema.parse(
    await expectStatus(
      await send(maker, 'POST', 'layers/rdtr-uji/rollback', {
        versionId: timeline.publications[1]?.versionId,
        reason: 'keliru',
      }),
      201,
    ),
  );
  await work();
  now = await release(approver, back.releaseId);
  expect(now).toMatchObject({ kind: 'rollback', state: 'diajukan', steps: ['approve', 'reject'] });
  now = await stepOf(approver, now, 'approve', { ...approval, decree: 'CONTOH pemulihan' }, 202);
  await work();
  expect(await release(approver, back.releaseId)).toMatchObject({ state: 'terbit' });
  expect(await zoneAt()).toEqual(['R-3']);

  const listed = releaseListSchema.parse(
    await expectStatus(await ask(maker, 'releases?layer=rdtr-uji'), 200),
  );
  // The clock of the test stands still: both were made at the same moment.
  expect(listed.releases.map((one) => one.kind).sort()).toEqual(['change', 'rollback']);
  // Everything of it is in the log, and what the producer of another agency cannot reach is not there.
  const events = await database.sql<{ kind: string; to: string | null }[]>`
    select e.kind, e.facts->>'to' as to from log_event e join log_leaf l using (event_id) order by leaf_index`;
  expect(events.map(({ kind, to }) => (to === null ? kind : to))).toEqual([
    'layer.described',
    'upload.stored',
    'draf',
    'layer.drafted',
    'diperiksa',
    'upload.stored',
    'draf',
    'layer.drafted',
    'diperiksa',
    'diajukan',
    'disetujui',
    'layer.published',
    'terbit',
    'draf',
    'diajukan',
    'disetujui',
    'layer.published',
    'terbit',
  ]);
  expect((await ask(producer, `releases/${now.releaseId}`)).status).toBe(404);
  expect(await expectStatus(await ask(producer, 'releases'), 200)).toEqual({ releases: [], next: null });
});
