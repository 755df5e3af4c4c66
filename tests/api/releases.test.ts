import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consequenceListSchema } from '#domain/release/consequence';
import { findingListSchema } from '#domain/release/finding';
import { findingsOfCoverage } from '#domain/release/findings-of-coverage';
import { type LayerRecord, layerListSchema, layerRecordSchema } from '#domain/release/layer-record';
import { releaseListSchema, releaseSchema } from '#domain/release/release';
import { releaseMovesSchema } from '#domain/release/release-move';
import { timelineSchema } from '#domain/release/timeline';
import { sweepOldDrafts } from '../../server/features/releases/index.ts';
import { findCoverageChange } from '../../server/features/releases/queries.ts';
import type { Person } from '../support/a-person.ts';
import { square, writePlanFile } from '../support/a-plan-file.ts';
import { bodyOf as expectStatus, openStaffOffice, type StaffOffice } from '../support/a-staff-office.ts';
import { imported } from '../support/import-fixture.ts';

const FULL = 'CONTOH Nomor 9 Tahun 2026 tentang uji';

let office: StaffOffice;
let maker: Person;
let approver: Person;
let producer: Person;

beforeAll(async () => {
  office = await openStaffOffice();
  maker = await office.person({ roles: ['walidata'], name: 'CONTOH Walidata' });
  approver = await office.person({ roles: ['pejabatPenandatangan'], name: 'CONTOH Pejabat' });
  producer = await office.person({ roles: ['produsenData'], producerId: 'dinas-lain' });
});
afterAll(() => office.close());

test('a layer from its file to the citizen’s answer, and back', async () => {
  const { ask, send, upload, work, release, zonesFile, zoneAt, step: stepOf } = office;
  const { sql } = office.database;
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
  const prepared = () => sql<{ versionId: string }[]>`select version_id as "versionId" from prepared_archive`;
  expect(await prepared()).toEqual([]);
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
  // Its tiles are there before anybody decides, and nobody is given one of them.
  const draftId = now.items[0]?.versionId;
  expect(await prepared()).toEqual([{ versionId: draftId }]);
  const archive = `/tiles/rdtr-uji/${draftId}/archive.pmtiles`;
  expect((await office.app.request(archive)).status).toBe(404);
  now = await stepOf(maker, now, 'submit');
  expect(now.steps).toEqual(['withdraw']);

  // Four eyes: whoever made it cannot approve it, whatever the rights.
  const { seen } = await office.consequences(approver, now, '2026-11-22');
  const approval = { decree: FULL, decreeOn: '2026-11-01', validFrom: '2026-11-22', note: 'uji', seen };
  expect(
    await expectStatus(
      await send(maker, 'POST', `releases/${now.releaseId}/approve`, approval, now.revision),
      403,
    ),
  ).toMatchObject({ code: 'secondPersonNeeded' });
  // Nobody approves without naming what was looked at, and in words that say where it is told.
  for (const unseen of [undefined, '', 'sudah']) {
    const blind = await send(
      approver,
      'POST',
      `releases/${now.releaseId}/approve`,
      { ...approval, seen: unseen },
      now.revision,
    );
    const { code, detail } = (await expectStatus(blind, 422)) as { code: string; detail: string };
    expect(code).toBe('approvalUnseen');
    expect(detail).toContain('/consequences?on=');
  }
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
    approval: { decree: FULL, decreeOn: '2026-11-01', confirmedHectares: null },
    submittedBy: { name: 'CONTOH Walidata' },
    decidedBy: { name: 'CONTOH Pejabat' },
    steps: [],
  });
  expect(await zoneAt()).toEqual(['K-1']);
  expect(await zoneAt('2026-11-21')).toEqual(['R-3']);
  expect((await office.app.request(archive)).status).toBe(200);
  expect([await prepared(), await readdir(join(office.folder.path, 'prepared'))]).toEqual([[], []]);

  // Everything that became of it stands in its history, with the original of each state.
  const { moves } = releaseMovesSchema.parse(
    await expectStatus(await ask(approver, `releases/${now.releaseId}/history`), 200),
  );
  expect(moves.map(({ to, by, hasOtherFiles }) => [to, by?.name, hasOtherFiles])).toEqual([
    ['draf', 'CONTOH Walidata', false],
    ['diperiksa', 'CONTOH Walidata', false],
    ['draf', 'CONTOH Walidata', true],
    ['diperiksa', 'CONTOH Walidata', false],
    ['diajukan', 'CONTOH Walidata', false],
    ['disetujui', 'CONTOH Pejabat', false],
    ['terbit', 'CONTOH Pejabat', false],
  ]);
  expect([moves[0]?.files[0]?.sha256, moves[2]?.files[0]?.sha256]).toEqual([wrong.sha256, right.sha256]);

  // What came in goes out again, byte for byte, and so does what became of it.
  const versionId = now.items[0]?.versionId;
  const original = await ask(producer, `layers/rdtr-uji/originals/${versionId}`);
  expect(original.status).toBe(404);
  const taken = await ask(maker, `layers/rdtr-uji/originals/${versionId}`);
  const bytes = Buffer.from(await taken.arrayBuffer());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(right.sha256);
  expect(taken.headers.get('repr-digest')).toBe(
    `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
  );
  expect(taken.headers.get('content-disposition')).toBe('attachment; filename="benar.geojsonl"');
  const features = (await (await ask(maker, `layers/rdtr-uji/features/${versionId}`)).json()) as {
    features: { id: number; properties: { code: string }; geometry: { type: string } }[];
  };
  expect(features.features.map(({ id, geometry }) => [id, geometry.type])).toEqual([
    [1, 'MultiPolygon'],
    [2, 'MultiPolygon'],
  ]);
  const geopackage = await ask(maker, `layers/rdtr-uji/geopackages/${versionId}`);
  expect(geopackage.headers.get('content-type')).toBe('application/geopackage+sqlite3');
  const file = join(office.folder.path, 'keluar.gpkg');
  writeFileSync(file, Buffer.from(await geopackage.arrayBuffer()));
  const read = execFileSync('ogrinfo', ['-ro', '-al', '-geom=NO', file], { encoding: 'utf8' });
  expect(read).toMatch(/Layer name: rdtr-uji/);
  expect(read).toMatch(/Geometry: Multi Polygon/);
  expect(read).toMatch(/ID\["EPSG",4326\]/);
  expect(read).toContain('DATA CONTOH – BUKAN DATA RESMI');
  expect([...read.matchAll(/^ {2}code \(String\) = (.+)$/gm)].map(([, code]) => code)).toEqual([
    'K-1',
    'K-1',
  ]);
  for (const path of [
    'originals/1000000000000001',
    'features/1000000000000001',
    'features/x',
    'geopackages/1000000000000001',
    'geopackages/x',
  ])
    expect((await ask(maker, `layers/rdtr-uji/${path}`)).status, path).toBe(404);

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
  now = await stepOf(
    approver,
    now,
    'approve',
    {
      ...approval,
      decree: 'CONTOH pemulihan',
      seen: (await office.consequences(approver, now, '2026-11-22')).seen,
    },
    202,
  );
  await work();
  expect(await release(approver, back.releaseId)).toMatchObject({ state: 'terbit' });
  expect(await zoneAt()).toEqual(['R-3']);

  const listed = releaseListSchema.parse(
    await expectStatus(await ask(maker, 'releases?layer=rdtr-uji'), 200),
  );
  // The clock of the test stands still: both were made at the same moment.
  expect(listed.releases.map((one) => one.kind).sort()).toEqual(['change', 'rollback']);
  // Everything of it is in the log, and what the producer of another agency cannot reach is not there.
  const events = await sql<{ kind: string; to: string | null }[]>`
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

const READING = { rulesLayerId: 'rules-uji', regulationId: 'rdtr', coverage: { from: 'wholeCity' } };
const TODAY = '2026-11-22';
const plan = { layerId: 'rdtr-uji', versionId: '1000000000000003' };
const decree = (name: string, validFrom = TODAY) => ({
  decree: `CONTOH Nomor ${name} Tahun 2026 tentang uji`,
  decreeOn: '2026-01-02',
  validFrom,
});
/** A release of the small city's zones from a file, checked. */
async function aChange(person: Person, code: string, layerId = 'rdtr-uji') {
  const { uploadId } = await office.upload(
    person,
    office.zonesFile(`${code}.geojsonl`, code),
    'uji.geojsonl',
  );
  const items = [{ layerId, uploadId, reading: READING }];
  const made = await office.make(person, 'releases', { title: code, items });
  await office.work();
  return await office.release(person, made.releaseId);
}
/** Submitted, approved by the second person and published. */
async function published(person: Person, change: Awaited<ReturnType<typeof aChange>>, approval: object) {
  const { step, work, release } = office;
  const submitted = change.state === 'diajukan' ? change : await step(person, change, 'submit');
  await step(approver, submitted, 'approve', approval, 202);
  await work();
  return await release(person, change.releaseId);
}

test('every hand that touched the content is closed out of the decision', async () => {
  const { send, step, refused, release, work, upload, zonesFile, make } = office;
  const { sql } = office.database;
  const other = await office.person({ roles: ['walidata'], name: 'CONTOH Walidata Dua' });
  const second = { code: 'secondPersonNeeded' };

  // The other replaces the file of the first; the first submits what is not the first one's.
  let change = await aChange(maker, 'K-1');
  const { uploadId } = await upload(other, zonesFile('lain.geojsonl', 'R-3'), 'lain.geojsonl');
  const items = [{ layerId: 'rdtr-uji', uploadId, reading: READING }];
  await expectStatus(
    await send(other, 'PATCH', `releases/${change.releaseId}`, { items }, change.revision),
    200,
  );
  await work();
  change = await step(maker, await release(maker, change.releaseId), 'submit');
  expect(change.hands.map((hand) => hand?.name).sort()).toEqual(['CONTOH Walidata', 'CONTOH Walidata Dua']);
  expect((await release(other, change.releaseId)).steps).toEqual(['withdraw']);
  expect(await refused(other, change, 'approve', decree('dua'), 403)).toMatchObject(second);
  expect(await refused(maker, change, 'approve', decree('satu'), 403)).toMatchObject(second);
  expect((await release(approver, change.releaseId)).steps).toContain('approve');
  // The database says the same, whatever the program forgets.
  const { releaseId } = change;
  await expect(sql`update release set hands = '{}' where release_id = ${releaseId}`).rejects.toMatchObject({
    code: '23000',
  });
  await expect(sql`
    update release set state = 'disetujui', decided_by = ${other.accountId}, decree = 'x', valid_from = ${TODAY}
    where release_id = ${releaseId}`).rejects.toMatchObject({ code: '23514' });
  const [draft] = change.items;
  await step(maker, change, 'withdraw', { reason: 'uji' });

  // A draft that somebody else made, released by the first: whoever drafted it is a hand as well.
  const borrowed = await make(maker, 'releases', {
    title: 'draf orang lain',
    items: [{ layerId: 'rdtr-uji', versionId: draft?.versionId }],
  });
  await work();
  const submitted = await step(maker, await release(maker, borrowed.releaseId), 'submit');
  expect(await refused(other, submitted, 'approve', decree('dua'), 403)).toMatchObject(second);
  await step(maker, submitted, 'withdraw', { reason: 'uji' });

  // Going back: rejected by the other, it is neither given other contents nor submitted in the first one's name.
  const [older] = await sql<{ versionId: string }[]>`
    select version_id as "versionId" from publication where layer_id = 'rdtr-uji' and version_id <> ${plan.versionId} limit 1`;
  const back = await make(maker, 'layers/rdtr-uji/rollback', { versionId: older?.versionId, reason: 'uji' });
  await work();
  let rolled = await step(other, await release(other, back.releaseId), 'reject', { reason: 'uji' });
  const patched = await send(other, 'PATCH', `releases/${rolled.releaseId}`, { items }, rolled.revision);
  expect(await expectStatus(patched, 409)).toMatchObject({ code: 'itemsFixed' });
  await step(other, rolled, 'check', undefined, 202);
  await work();
  rolled = await release(other, rolled.releaseId);
  expect(rolled).toMatchObject({ state: 'diperiksa', submittedBy: null });
  rolled = await step(other, rolled, 'submit');
  expect(await refused(other, rolled, 'approve', decree('dua'), 403)).toMatchObject(second);
  await step(maker, rolled, 'withdraw', { reason: 'uji' });
});

test('a file that is no longer there is found, and a colleague takes its layer out without who sent it', async () => {
  const { ask, send, upload, step, refused, release, work, make, zonesFile, folder } = office;
  const other = await office.person({ roles: ['walidata'], name: 'CONTOH Rekan' });
  const zones = await upload(maker, zonesFile('utuh.geojsonl', 'K-1'), 'utuh.geojsonl');
  const roads = await upload(maker, zonesFile('hilang.geojsonl', 'R-9'), 'hilang.geojsonl');
  const zonesItem = { layerId: 'rdtr-uji', uploadId: zones.uploadId, reading: READING };
  const made = await make(maker, 'releases', {
    title: 'satu berkas hilang',
    items: [zonesItem, { layerId: 'jalan-uji', uploadId: roads.uploadId }],
  });
  await rm(join(folder.path, 'files', String(roads.sha256)));
  await work();
  let now = await release(other, made.releaseId);
  expect(now).toMatchObject({ state: 'diperiksa', job: { state: 'done' }, findings: { blocks: 1 } });
  expect(now.items.map(({ versionId }) => versionId !== null)).toEqual([true, false]);
  const { sorts } = findingListSchema.parse(
    await expectStatus(await ask(other, `releases/${now.releaseId}/findings`), 200),
  );
  expect(sorts[0]).toMatchObject({ code: 'refused.originalGone', layerId: 'jalan-uji', severity: 'blocks' });
  expect(sorts[0]?.text.id).toContain('“hilang.geojsonl”');

  const change = (person: Person, items: unknown) =>
    send(person, 'PATCH', `releases/${now.releaseId}`, { items }, now.revision);
  const kept = { layerId: 'rdtr-uji', isKept: true };
  const code = async (response: Response, status: number) =>
    ((await expectStatus(response, status)) as { code: string }).code;
  // Nobody releases a file that somebody else sent, nothing is kept that is not there, and not everybody may.
  expect(await code(await change(other, [zonesItem]), 422)).toBe('uploadNotStored');
  expect(await code(await change(other, [kept, { layerId: 'plan-lain', isKept: true }]), 404)).toBe(
    'notFound',
  );
  expect(await code(await change(other, [{ layerId: 'rules-uji', isKept: true }]), 422)).toBe('itemNotHeld');
  expect((await change(approver, [kept])).status).toBe(403);
  await expectStatus(await change(other, [kept]), 200);
  await work();
  now = await release(maker, now.releaseId);
  expect(now).toMatchObject({
    state: 'diperiksa',
    findings: { blocks: 0 },
    items: [{ layerId: 'rdtr-uji', uploadId: zones.uploadId, fileName: 'utuh.geojsonl' }],
  });
  expect(now.hands.map((hand) => hand?.name).sort()).toEqual(['CONTOH Rekan', 'CONTOH Walidata']);
  const { moves } = releaseMovesSchema.parse(
    await expectStatus(await ask(other, `releases/${now.releaseId}/history`), 200),
  );
  const files = (sha256: string | null, layerId: string) => ({ layerId, sha256 });
  const both = [files(zones.sha256, 'rdtr-uji'), files(roads.sha256, 'jalan-uji')];
  expect(moves.map(({ by, to, files: held, hasOtherFiles }) => [by?.name, to, held, hasOtherFiles])).toEqual([
    ['CONTOH Walidata', 'draf', both, false],
    ['CONTOH Walidata', 'diperiksa', both, false],
    ['CONTOH Rekan', 'draf', both.slice(0, 1), true],
    ['CONTOH Rekan', 'diperiksa', both.slice(0, 1), false],
  ]);
  // Who mended it is a hand of it.
  const submitted = await step(maker, now, 'submit');
  expect(await refused(other, submitted, 'approve', decree('rekan'), 403)).toMatchObject({
    code: 'secondPersonNeeded',
  });
  await step(maker, submitted, 'withdraw', { reason: 'uji' });
});

test('terbit only when something changes, and days gone by are changed knowingly', async () => {
  const { send, step, refused, release, work, make, ask, zoneAt } = office;
  const { sql } = office.database;
  expect(await zoneAt()).toEqual(['R-3']);
  const again = await send(maker, 'POST', 'layers/rdtr-uji/rollback', {
    ...plan,
    layerId: undefined,
    reason: 'uji',
  });
  expect(await expectStatus(again, 409)).toMatchObject({ code: 'nothingChanges' });

  // K-1 was in force once on this very day; from a day on which R-3 was in force, going back to R-3 is nothing.
  await published(maker, await aChange(maker, 'K-1'), decree('K-1'));
  expect(await zoneAt()).toEqual(['K-1']);
  const back = await make(maker, 'layers/rdtr-uji/rollback', { versionId: plan.versionId, reason: 'uji' });
  await work();
  let rolled = await release(approver, back.releaseId);
  const consequences = async (on: string) =>
    consequenceListSchema.parse(
      await expectStatus(await ask(approver, `releases/${rolled.releaseId}/consequences?on=${on}`), 200),
    );
  expect(await consequences('2026-03-01')).toMatchObject({ refusal: { code: 'nothingChangesOn' } });
  expect(await refused(approver, rolled, 'approve', decree('maret', '2026-03-01'), 409)).toMatchObject({
    code: 'nothingChangesOn',
  });
  expect(rolled).toMatchObject({ state: 'diajukan' });
  await step(approver, rolled, 'reject', { reason: 'uji' });

  // Backdated before what is in force today: refused until it is said that this is known.
  rolled = await step(maker, await aChange(maker, 'R-3'), 'submit');
  const told = await consequences('2026-11-19');
  expect(told).toMatchObject({ refusal: null, toAcknowledge: ['fromInPast', 'laterPublication'] });
  const backdated = decree('surut', '2026-11-19');
  expect(await refused(approver, rolled, 'approve', backdated, 409)).toMatchObject({
    code: 'acknowledgementNeeded',
    params: { codes: ['fromInPast', 'laterPublication'] },
  });
  const acknowledged = ['fromInPast', 'laterPublication'];
  const { seen } = await consequences('2026-11-18');
  expect(await refused(approver, rolled, 'approve', { ...backdated, acknowledged, seen }, 409)).toMatchObject(
    {
      code: 'consequencesChanged',
    },
  );
  // The check compared with today; what another day changes is looked at before it is decided.
  await expectStatus(await ask(approver, `releases/${rolled.releaseId}/comparison?on=2026-11-19`), 200);
  await step(approver, rolled, 'approve', { ...backdated, acknowledged, seen: told.seen }, 202);
  await work();
  rolled = await release(maker, rolled.releaseId);
  expect(rolled).toMatchObject({ state: 'terbit', approval: { acknowledged } });
  expect(rolled.warnings.map(({ code }) => code)).toEqual(acknowledged);
  expect(rolled.warnings[1]?.text.id).toContain('Jawaban hari ini tidak berubah');
  expect(await zoneAt()).toEqual(['K-1']);
  const [event] = await sql<{ facts: object }[]>`
    select facts from log_event join log_leaf using (event_id)
    where kind = 'release.moved' and facts->>'to' = 'disetujui' order by leaf_index desc limit 1`;
  expect(event?.facts).toMatchObject({ validFrom: '2026-11-19', acknowledged });

  // From a later day on: that is said, and today stays.
  const later = await published(
    maker,
    await release(maker, (await backTo()).releaseId),
    decree('nanti', '2026-12-01'),
  );
  expect(later).toMatchObject({ state: 'terbit', warnings: [{ code: 'fromInFuture' }] });
  expect(await zoneAt()).toEqual(['K-1']);
  expect(await zoneAt('2026-12-01')).toEqual(['R-3']);

  async function backTo() {
    const made = await make(maker, 'layers/rdtr-uji/rollback', { versionId: plan.versionId, reason: 'uji' });
    await work();
    return made;
  }
});

test('a closed layer is opened by two persons, and its tiles are there before it is', async () => {
  const { send, step, refused, release, work, make, app, newApp, zoneAt, deps } = office;
  const { sql } = office.database;
  const pointer = async (from = app) => (await from.request('/tiles/rdtr-uji/current.json')).status;
  const versions = async () => {
    const rows = await sql<{ id: string }[]>`
      select distinct p.version_id as id from publication p join tile_archive using (version_id)
      where p.layer_id = 'rdtr-uji' order by 1`;
    return rows.map(({ id }) => id);
  };
  const change = async (accessClass: string) => {
    const [layer] = await sql<{ revision: number }[]>`select revision from layer where layer_id = 'rdtr-uji'`;
    return await send(maker, 'PATCH', 'layers/rdtr-uji', { accessClass }, layer?.revision);
  };
  expect(await pointer()).toBe(200);
  const before = await versions();
  expect(before.length).toBeGreaterThan(1);
  const zone = await zoneAt();

  // Closed by one person; nothing is remembered of it, and its files are gone.
  await expectStatus(await change('internal'), 200);
  expect(await pointer()).toBe(404);
  expect(await versions()).toEqual([]);
  expect((await readdir(deps.tilesDirectory)).filter((name) => name.includes('.pmtiles'))).toEqual(
    (await sql<{ file: string }[]>`select file_name as file from tile_archive order by 1`).map(
      ({ file }) => file,
    ),
  );
  expect(await expectStatus(await change('terbuka'), 409)).toMatchObject({ code: 'openingNeeded' });

  // Opened by two, from today.
  const asked = await make(maker, 'layers/rdtr-uji/opening', { reason: 'keliru ditutup' });
  await work();
  let opening = await release(maker, asked.releaseId);
  expect(opening).toMatchObject({ kind: 'opening', state: 'diajukan', items: [{ isUnchanged: false }] });
  expect(await refused(maker, opening, 'approve', decree('buka'), 403)).toMatchObject({
    code: 'secondPersonNeeded',
  });
  expect(await refused(approver, opening, 'approve', decree('buka', '2026-11-23'), 409)).toMatchObject({
    code: 'openingFromToday',
  });
  await step(approver, opening, 'approve', { ...decree('buka'), acknowledged: ['laterPublication'] }, 202);
  expect(await pointer(newApp())).toBe(404);
  await work();
  opening = await release(maker, asked.releaseId);
  expect(opening).toMatchObject({ state: 'terbit' });
  expect(await pointer(newApp())).toBe(200);
  // Those of every version that everybody may see on some day, as before.
  expect(await versions()).toEqual(before);
  expect(await zoneAt()).toEqual(zone);
  expect(await zoneAt('2026-10-01')).toEqual(['R-3']);
  const again = await send(maker, 'POST', 'layers/rdtr-uji/opening', { reason: 'lagi' });
  expect(await expectStatus(again, 409)).toMatchObject({ code: 'layerIsOpen' });
});

test('what was published behind closed doors is opened by a release of the same version', async () => {
  const { send, release, work, make } = office;
  const { sql } = office.database;
  const layer = {
    layerId: 'tertutup',
    kind: 'zones',
    title: 'Tertutup',
    accessClass: 'internal',
    isDemo: true,
  };
  await expectStatus(await send(maker, 'POST', 'layers', layer), 201);
  const inside = await published(maker, await aChange(maker, 'K-1', 'tertutup'), decree('dalam'));
  expect(inside).toMatchObject({ state: 'terbit' });
  const seen = async () => await sql`select 1 from version_in_force(${TODAY}) where layer_id = 'tertutup'`;
  expect(await seen()).toHaveLength(0);
  // As layers were opened before it took two persons.
  await sql`update layer set access_class = 'terbuka' where layer_id = 'tertutup'`;
  const { versionId } = inside.items[0] ?? {};
  const made = await make(maker, 'releases', { title: 'buka', items: [{ layerId: 'tertutup', versionId }] });
  await work();
  const opened = await published(maker, await release(maker, made.releaseId), decree('buka'));
  expect(opened).toMatchObject({ state: 'terbit', items: [{ isUnchanged: true }] });
  expect(await seen()).toHaveLength(1);
  expect((await office.newApp().request('/tiles/tertutup/current.json')).status).toBe(200);
});

test('ground that a file leaves out is found, and goes only by a full decree and its number of hectares', async () => {
  const { ask, step, refused, release, work, make, upload, folder, database } = office;
  const west = writePlanFile(folder.path, 'barat.geojsonl', [
    { rings: [square(0, 0, 1100)], properties: { KODSZN: 'R-3' } },
  ]);
  const { uploadId } = await upload(maker, await readFile(west), 'barat.geojsonl');
  const items = [{ layerId: 'rdtr-uji', uploadId, reading: READING }];
  const made = await make(maker, 'releases', { title: 'barat saja', items });
  await work();
  let now = await release(maker, made.releaseId);
  expect(now.items[0]?.loss).toMatchObject({ beforeCount: 2, afterCount: 1 });
  const { findings } = findingListSchema.parse(
    await expectStatus(await ask(maker, `releases/${now.releaseId}/findings`), 200),
  );
  expect(findings[0]).toMatchObject({ code: 'groundLost', severity: 'warns' });
  now = await step(maker, now, 'submit');
  const told = consequenceListSchema.parse(
    await expectStatus(await ask(approver, `releases/${now.releaseId}/consequences?on=${TODAY}`), 200),
  );
  // The eastern square: a thousand metres wide, one hundred hectares.
  const hectares = told.hectaresToConfirm ?? 0;
  expect(hectares).toBeGreaterThan(90);
  expect(hectares).toBeLessThan(110);
  const whole = { ...decree('12'), acknowledged: told.toAcknowledge };
  const code = async (approval: object, status: number) =>
    ((await refused(approver, now, 'approve', approval, status)) as { code: string }).code;
  expect(await code({ ...whole, decree: 'x' }, 422)).toBe('decreeIncomplete');
  expect(await code({ ...whole, decreeOn: undefined }, 422)).toBe('decreeIncomplete');
  expect(await code({ ...whole, decreeOn: '2025-12-31' }, 422)).toBe('decreeYearDiffers');
  expect(await code(whole, 409)).toBe('lossNotConfirmed');
  expect(await code({ ...whole, confirmedHectares: hectares - 1 }, 409)).toBe('lossNotConfirmed');
  const late = { ...whole, confirmedHectares: hectares, decreeOn: '2026-11-30' };
  expect(await code(late, 409)).toBe('acknowledgementNeeded');
  // Nobody approves what nobody could compare.
  await database.sql`delete from comparison`;
  expect(await code({ ...whole, confirmedHectares: hectares }, 409)).toBe('comparisonMissing');
  await expectStatus(await ask(approver, `releases/${now.releaseId}/comparison?on=${TODAY}`), 200);
  now = await step(approver, now, 'approve', { ...whole, confirmedHectares: hectares }, 202);
  expect(now.approval).toMatchObject({ confirmedHectares: hectares });
  const [event] = await database.sql<{ hectares: number | null }[]>`
    select (facts->'confirmedHectares')::int as hectares from log_event
    where kind = 'release.moved' and facts->>'releaseId' = ${now.releaseId} and facts->>'to' = 'disetujui'`;
  expect(event).toEqual({ hectares });
});

/** Waits until so many sessions of this database wait for a lock of another. */
async function untilWaiting(count: number): Promise<void> {
  const end = performance.now() + 20_000;
  for (;;) {
    const rows = await office.database.sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (rows.length >= count) return;
    if (performance.now() > end) throw new Error(`${rows.length} of ${count} sessions wait`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('the end of a check and other contents at the same moment: one waits for the other, and is told', async () => {
  const { make, send, work, release } = office;
  const items = [{ layerId: 'jalan-uji', versionId: '1000000000000006' }];
  const made = await make(maker, 'releases', { title: 'bersamaan', items });
  const gate = await office.database.sql.reserve();
  await gate`begin`;
  await gate`select from release_item where release_id = ${made.releaseId} for update`;
  const checking = work();
  await untilWaiting(1);
  const patching = send(maker, 'PATCH', `releases/${made.releaseId}`, { items }, made.revision);
  await untilWaiting(2);
  await gate`commit`;
  gate.release();
  await checking;
  expect(await expectStatus(await patching, 409)).toMatchObject({ code: 'changedMeanwhile' });
  expect(await release(maker, made.releaseId)).toMatchObject({ state: 'diperiksa' });
});

test('for whom a layer is does not change while something is being published', async () => {
  const { send } = office;
  const layer = { layerId: 'kosong', kind: 'zones', title: 'Kosong', accessClass: 'internal', isDemo: true };
  await expectStatus(await send(maker, 'POST', 'layers', layer), 201);
  const publisher = await office.database.sql.reserve();
  await publisher`select pg_advisory_lock(hashtext('one-map-one-data publish'))`;
  const opening = send(maker, 'PATCH', 'layers/kosong', { accessClass: 'terbuka' }, 1);
  await untilWaiting(1);
  await publisher`select pg_advisory_unlock(hashtext('one-map-one-data publish'))`;
  publisher.release();
  // Nothing of it was ever published: its record alone opens it.
  expect(await expectStatus(await opening, 200)).toMatchObject({ accessClass: 'terbuka', revision: 2 });
  // One that takes longer is told of by its name, and the layer is what it was.
  const slow = await office.database.sql.reserve();
  await slow`select pg_advisory_lock(hashtext('one-map-one-data publish'))`;
  const closing = await send(maker, 'PATCH', 'layers/kosong', { accessClass: 'internal' }, 2);
  await slow`select pg_advisory_unlock(hashtext('one-map-one-data publish'))`;
  slow.release();
  expect(await expectStatus(closing, 409)).toMatchObject({ code: 'publishingElsewhere' });
  await expectStatus(await send(maker, 'PATCH', 'layers/kosong', { accessClass: 'internal' }, 2), 200);
});

test('a list is filtered before it is cut: an agency finds its own releases behind fifty of others', async () => {
  const { make, ask, work } = office;
  const { sql } = office.database;
  await sql`update layer set producer_id = 'dinas-lain' where layer_id = 'jalan-uji'`;
  const items = [{ layerId: 'jalan-uji', versionId: '1000000000000006' }];
  const own = await make(producer, 'releases', { title: 'milik sendiri', items });
  await work();
  await sql`
    with r as (
      insert into release (kind, title, state, created_by, created_at, hands)
      select 'change', 'lain ' || i, 'draf', ${maker.accountId}, '2026-11-23', array[${maker.accountId}]
      from generate_series(1, 55) i returning release_id)
    insert into release_item (release_id, position, layer_id, version_id)
    select release_id, 0, 'rdtr-uji', ${plan.versionId} from r`;
  const seen = releaseListSchema.parse(await expectStatus(await ask(producer, 'releases'), 200));
  expect(seen.releases.map((one) => one.releaseId)).toContain(own.releaseId);
  expect(seen.releases.every((one) => one.items.every(({ layerId }) => layerId === 'jalan-uji'))).toBe(true);
  expect(seen.next).toBeNull();
});

test('CON02, DBF02: a release that is asked for twice under one key is one release; refused, the key is free again', async () => {
  const { ask, work, release, make } = office;
  const { sql } = office.database;
  const post = (person: Person, path: string, body: unknown, key: string) =>
    ask(person, path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'idempotency-key': `"${key}"` },
    });
  const key = '0b0f9d1e-4c55-4a6e-9c1f-0a1b2c3d4e5f';
  await sql`update layer set producer_id = 'dinas-lain' where layer_id = 'jalan-uji'`;
  const items = [{ layerId: 'jalan-uji', versionId: '1000000000000006' }];
  const body = { title: 'sekali saja', items };
  const wrong = { ...body, items: [{ layerId: 'jalan-uji', versionId: '1000000000000002' }] };
  expect(await expectStatus(await post(maker, 'releases', wrong, key), 422)).toMatchObject({
    code: 'versionUnknown',
  });
  // Three at once, as a nervous finger or a proxy sends them; then again, when the answer was lost and the check is over.
  const made = await Promise.all([1, 2, 3].map(() => post(maker, 'releases', body, key)));
  const ids = await Promise.all(
    made.map(async (one) => releaseSchema.parse(await expectStatus(one, 201)).releaseId),
  );
  expect(new Set(ids).size).toBe(1);
  await work();
  const again = releaseSchema.parse(await expectStatus(await post(maker, 'releases', body, key), 201));
  expect(again).toMatchObject({ releaseId: ids[0], state: 'diperiksa' });
  const [count] = await sql`select count(*)::int as count from release where title = 'sekali saja'`;
  expect(count).toEqual({ count: 1 });
  expect(
    await expectStatus(await post(maker, 'releases', { ...body, title: 'lain' }, key), 422),
  ).toMatchObject({
    code: 'keyUsedOtherwise',
  });
  // The key of somebody else says nothing about what it was used for.
  const foreign = releaseSchema.parse(await expectStatus(await post(producer, 'releases', body, key), 201));
  expect(foreign.releaseId).not.toBe(ids[0]);
  const other = await make(maker, 'releases', body);
  expect(await release(maker, other.releaseId)).toMatchObject({ title: 'sekali saja' });
});

test('a list of findings for the screen is short, and the one that is taken away is whole', async () => {
  const { ask, make, work } = office;
  const { sql } = office.database;
  const items = [{ layerId: 'jalan-uji', versionId: '1000000000000006' }];
  const { releaseId } = await make(maker, 'releases', { title: 'banyak temuan', items });
  await work();
  const text = { id: '=1+1', en: '=1+1' };
  const list = Array.from({ length: 450 }, (_, i) => ({
    featureNos: [i + 1],
    areaM2: 450 - i,
    at: null,
    text,
  }));
  const sort = { code: 'overlap', severity: 'warns', text, count: 450, totalM2: 1, list };
  await sql`update release_item set findings = ${sql.json([sort])} where release_id = ${releaseId}`;
  const found = findingListSchema.parse(
    await expectStatus(await ask(maker, `releases/${releaseId}/findings`), 200),
  );
  expect([found.sorts[0]?.count, found.sorts[0]?.listed, found.findings.length]).toEqual([450, 200, 200]);
  const lines = (await (await ask(maker, `releases/${releaseId}/findings.csv`)).text()).split('\r\n');
  expect(lines).toHaveLength(1 + 450 + 1);
  expect(lines[450]).toContain(`"'=1+1"`);
  const points = await ask(maker, `releases/${releaseId}/findings.geojson`);
  expect(points.status).toBe(200);
});

test('a draft that nobody made a release of for half a year goes, and one that somebody did stays', async () => {
  const { database, deps, folder } = office;
  const { sql } = database;
  const layer = { layerId: 'lama-uji', rulesLayerId: 'rules-uji', regulationId: 'rdtr', isDemo: true };
  const drafted = async (code: string): Promise<string> => {
    const rows = [0, 600].map((east) => ({ rings: [square(east, 0, 500)], properties: { KODSZN: code } }));
    const { versionId } = await imported(sql, writePlanFile(folder.path, `${code}.geojsonl`, rows), {
      layer,
    });
    await sql`update layer_version set imported_at = '2026-05-20T04:00:00Z' where version_id = ${versionId}`;
    return versionId;
  };
  const [forgotten, released] = [await drafted('R-3'), await drafted('K-1')];
  const made = await office.make(maker, 'releases', {
    title: 'Draf lama',
    items: [{ layerId: 'lama-uji', versionId: released }],
  });
  const rowsOf = async (version: string): Promise<number> =>
    (await sql`select from zone where version_id = ${version}`).length;
  expect([await rowsOf(forgotten), await rowsOf(released)]).toEqual([2, 2]);
  const timeline = timelineSchema.parse(
    await expectStatus(await office.ask(maker, 'layers/lama-uji/timeline'), 200),
  );
  expect(timeline.drafts.map(({ versionId, goesAt }) => [versionId, goesAt?.slice(0, 10)]).sort()).toEqual(
    [
      [forgotten, '2026-11-16'],
      [released, undefined],
    ].sort(),
  );
  const before = new Date('2026-11-15T00:00:00Z');
  expect(await sweepOldDrafts({ sql, clock: { now: () => before } })).toBe(0);
  expect(await sweepOldDrafts(deps)).toBe(1);
  expect([await rowsOf(forgotten), await rowsOf(released)]).toEqual([0, 2]);
  expect(await sweepOldDrafts(deps)).toBe(0);
  const events = await sql`
    select actor, facts->>'versionId' as version from log_event where kind = 'layer.draftForgotten'`;
  expect(events.map((one) => ({ ...one }))).toEqual([{ actor: 'system', version: forgotten }]);
  await office.step(maker, await office.release(maker, made.releaseId), 'withdraw', { reason: 'uji' });
});

test('a draft that speaks of other ground is told so, also where no feature changes', async () => {
  const { sql } = office.database;
  const [before, after] = ['2000000000000021', '2000000000000022'];
  for (const versionId of [before, after])
    await sql`
      insert into layer_version
      select (jsonb_populate_record(null::layer_version,
                to_jsonb(v) || jsonb_build_object('version_id', ${versionId}::text, 'coverage', null))).*
      from layer_version v order by v.version_id limit 1`;
  const square1ha = 'MULTIPOLYGON(((116.8 -1.2,116.8009 -1.2,116.8009 -1.1991,116.8 -1.1991,116.8 -1.2)))';
  expect(await findCoverageChange(sql, before, after)).toBeUndefined();
  await sql`update layer_version set coverage = st_geomfromtext(${square1ha}, 4326) where version_id = ${before}`;
  const change = await findCoverageChange(sql, before, after);
  expect(change?.afterM2).toBeNull();
  expect(change?.beforeM2).toBeCloseTo(10_000, -3);
  const [finding] = findingsOfCoverage(change ?? { beforeM2: null, afterM2: null });
  expect(finding).toMatchObject({ code: 'coverageDiffers', severity: 'warns' });
  expect(finding?.text.id).toContain('sebelumnya 1 ha, di rilis ini seluruh kota');
});
