import { createHash, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#domain/accounts/role';
import type { Queue, StaffApplication } from '#domain/krk/application-answers';
import {
  drawnGroundSchema,
  holidaysAnswerSchema,
  queueSchema,
  revealedSchema,
  settingsAnswerSchema,
  staffApplicationSchema,
} from '#domain/krk/application-answers';
import { EMPTY_SETTINGS } from '#domain/krk/settings';
import { EMPTY_SHEET } from '#domain/krk/sheet';
import { problem } from '#domain/problem';
import { fail } from '#domain/result';
import {
  documentSections,
  type OwnHandle,
  sweepApplications,
} from '../../server/features/applications/index.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { insertSmallCity } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { anOffice, FILLED_FORM, type Office } from '../support/an-office.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let office: Office;
const people = new Map<Role, Person>();

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('applications');
  await insertSmallCity(database.sql);
  office = anOffice(database.sql, folder.path);
  const roles: Role[] = [
    'petugasLayanan',
    'surveyor',
    'analis',
    'verifikator',
    'pejabatPenandatangan',
    'pejabatPenghubung',
    'auditor',
    'administrator',
    'lurah',
  ];
  for (const role of roles)
    people.set(
      role,
      await aPerson(database.sql, office.deps.keys, { roles: [role], name: `CONTOH ${role}` }),
    );
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

const personOf = (role: Role): Person => people.get(role)!;
async function send(who: Role | Person, method: string, path: string, body?: unknown, revision?: number) {
  const { headers } = typeof who === 'string' ? personOf(who) : who;
  const response = await office.app.request(`/api/v1/staff/${path}`, {
    method,
    headers: {
      ...headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(revision === undefined ? {} : { 'if-match': `"r${revision}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, body: isJson ? JSON.parse(text) : null };
}
const see = async (who: Role, id: string): Promise<StaffApplication> =>
  staffApplicationSchema.parse((await send(who, 'GET', `applications/${id}`)).body);
const queue = async (query = ''): Promise<Queue> =>
  queueSchema.parse((await send('pejabatPenandatangan', 'GET', `applications${query}`)).body);

/** Takes a step as the application stands now. */
async function step(who: Role | Person, id: string, name: string, body: object = {}) {
  const { revision } = await see('auditor', id);
  return await send(who, 'POST', `applications/${id}/steps/${name}`, body, revision);
}
async function steps(id: string, ...taken: [Role, string, object?][]): Promise<StaffApplication> {
  for (const [who, name, body] of taken) {
    const answer = await step(who, id, name, body);
    expect(answer.status, `${name}: ${JSON.stringify(answer.body)}`).toBe(200);
  }
  return await see('auditor', id);
}

/** Somebody at the desk, without an account; `rest` of the request is of no interest here. */
const visit = (): never => ({ req: { header: () => undefined }, env: {} }) as never;
async function apply(
  fields: Readonly<Record<string, string>> = FILLED_FORM,
): Promise<{ own: () => Promise<OwnHandle>; id: string; ticket: string }> {
  const made = await office.desk.make(visit(), 'id');
  if (!made.ok) throw new Error(made.problem.code);
  const { ticket, secret, applicationId } = made.value;
  const own = async () => (await office.desk.open(visit(), ticket, secret))!;
  expect(await (await own()).keep(1, fields)).toEqual({ ok: true, value: [] });
  return { own, id: applicationId, ticket };
}
async function submitted(fields?: Readonly<Record<string, string>>) {
  const made = await apply(fields);
  const own = await made.own();
  expect(await own.step(own.row.revision, 'submit', {})).toEqual({ ok: true, value: null });
  return made;
}

/** Every question that the machine left open, answered by a person. */
async function writeSheet(who: Role | Person, id: string, change: object = {}) {
  const now = await see('auditor', id);
  const resolutions = now.blockers.map(({ name }) => ({
    blocker: name,
    finding: 'Diperiksa di lapangan (uji).',
  }));
  return await send(
    who,
    'PUT',
    `applications/${id}/sheet`,
    { ...EMPTY_SHEET, outcome: 'disetujuiSeluruhnya', resolutions, ...change },
    now.revision,
  );
}
const events = async (id: string, kind: string): Promise<Record<string, unknown>[]> =>
  (
    await database.sql<{ facts: Record<string, unknown> }[]>`
      select facts from log_event where kind = ${kind} and facts->>'applicationId' = ${id} order by recorded_at`
  ).map(({ facts }) => facts);

describe('an application', () => {
  test('lives from a draft to a document, each step by who may take it, with its clock and its record', async () => {
    office.setNow('2026-11-20T02:00:00Z');
    const { own, id, ticket } = await apply();
    // A draft is its applicant's alone, and its ticket says nothing.
    expect((await send('petugasLayanan', 'GET', `applications/${id}`)).status).toBe(404);
    expect(await office.desk.status(ticket)).toBeUndefined();
    expect(await office.desk.open(visit(), ticket, 'AAAAAAAAAAAAAAAAAAAAAA')).toBeUndefined();
    const draft = await own();
    expect((await draft.read()).content.applicant).toMatchObject({ person: { nik: '6471014107900001' } });
    expect(await draft.step(draft.row.revision, 'submit', {})).toEqual({ ok: true, value: null });

    let seen = await steps(id, ['petugasLayanan', 'takeUp']);
    expect(seen).toMatchObject({ state: 'verifikasiBerkas', kelurahan: 'BARAT', isTrial: true });
    expect(seen.clock).toMatchObject({ state: 'notStarted', dueOn: null });
    // Returned before the clock has begun, and submitted again.
    await steps(id, ['petugasLayanan', 'returnFile', { reason: 'Luas lantai belum diisi.' }]);
    const back = await own();
    expect((await back.read()).moves.at(-1)).toMatchObject({ reason: 'Luas lantai belum diisi.' });
    expect(
      await back.keep(back.row.revision, { ...FILLED_FORM, 'plannedUse.floorAreaM2': '90,5' }),
    ).toMatchObject({ ok: true });
    const again = await own();
    expect(await again.step(again.row.revision, 'resubmit', {})).toMatchObject({ ok: true });

    // Friday; five working days of the demonstration: the Friday after.
    seen = await steps(id, ['petugasLayanan', 'acceptForSurvey']);
    expect(seen.clock).toMatchObject({ state: 'running', dueOn: '2026-11-27', leftDays: 5 });
    seen = await steps(id, ['surveyor', 'hold', { reason: 'Hujan lebat (uji).' }]);
    expect(seen).toMatchObject({ isHeld: true, clock: { state: 'stopped', dueOn: null } });
    const rounds = `field-rounds/application/${randomUUID()}`;
    const goOut = () => send('surveyor', 'PUT', rounds, { subjectId: id });
    expect((await goOut()).body.code).toBe('stepNotPossible');
    office.setNow('2026-11-30T02:00:00Z');
    seen = await steps(id, ['surveyor', 'resume']);
    // A survey is no button: its round is its record.
    expect(seen.steps).toEqual([]);
    expect((await see('surveyor', id)).steps).toEqual(['hold']);
    expect((await step('surveyor', id, 'recordSurvey', { reason: 'Sesuai.' })).status).toBe(404);
    const { revision } = (await goOut()).body;
    const closing = { decision: 'acceptApplied', outlineItemId: null, reason: 'Sesuai.' };
    expect((await send('surveyor', 'POST', `${rounds}/close`, closing, revision)).status).toBe(200);
    seen = await see('auditor', id);
    expect(seen.clock).toMatchObject({ state: 'running', dueOn: '2026-12-07', missingYears: [] });

    // Missing data is never a yes: it blocks until somebody has answered it by its name.
    const open = await step('analis', id, 'propose');
    expect(open).toMatchObject({
      status: 422,
      body: { code: 'sheetIncomplete', params: { faults: ['outcome', 'blockers'] } },
    });
    expect((await writeSheet('analis', id, { resolutions: [] })).status).toBe(200);
    expect((await step('analis', id, 'propose')).body.params.faults).toEqual(['blockers']);
    expect((await writeSheet('analis', id)).body.sheet.outcome).toBe('disetujuiSeluruhnya');
    seen = await steps(id, ['analis', 'propose'], ['verifikator', 'confirm']);
    expect(seen).toMatchObject({ state: 'penandatanganan', steps: [], reservedNumber: null });

    const signed = await step('pejabatPenandatangan', id, 'sign');
    expect(signed.status, JSON.stringify(signed.body)).toBe(200);
    expect(signed.body).toMatchObject({
      state: 'terbit',
      isTrial: true,
      document: { number: 'UJI/0001/KRK/XI/2026' },
      clock: { state: 'stopped' },
      steps: ['revoke'],
    });
    expect(office.orders.at(-1)).toMatchObject({
      isTrial: true,
      number: 'UJI/0001/KRK/XI/2026',
      nib: '9999000000001',
    });
    expect((await events(id, 'application.moved')).map(({ step: name }) => name)).toEqual([
      'submit',
      'takeUp',
      'returnFile',
      'resubmit',
      'acceptForSurvey',
      'hold',
      'resume',
      'recordSurvey',
      'propose',
      'confirm',
      'sign',
    ]);
    expect(await events(id, 'number.reserved')).toHaveLength(1);
    const status = await office.app.request(`/api/v1/applications/${ticket}`);
    const told = await status.text();
    expect(JSON.parse(told)).toMatchObject({ state: 'terbit', submittedOn: '2026-11-20', isTrial: true });
    expect(told).not.toMatch(/Siti|6471|Jalan|9999|BARAT/);

    expect(
      (await step('pejabatPenandatangan', id, 'revoke', { reason: 'Keliru (uji).' })).body.params.name,
    ).toBe('article');
    seen = await steps(id, [
      'pejabatPenandatangan',
      'revoke',
      { reason: 'Keliru (uji).', article: 'Pasal 1 (uji)' },
    ]);
    expect(seen).toMatchObject({ state: 'dicabut', steps: [] });
  });

  test('is not decided by who prepared it, and a rejection is heard by somebody else, under its own clock', async () => {
    office.setNow('2026-11-23T02:00:00Z');
    const { own, id } = await submitted();
    const both = await aPerson(database.sql, office.deps.keys, {
      roles: ['analis', 'verifikator', 'pejabatPenandatangan', 'pejabatPenghubung'],
    });
    await steps(id, ['petugasLayanan', 'takeUp'], ['petugasLayanan', 'acceptFile']);
    expect((await writeSheet(both, id)).status).toBe(200);
    // Another hand after them does not wash theirs.
    expect((await writeSheet('analis', id)).status).toBe(200);
    await steps(id, ['analis', 'propose']);
    expect((await step(both, id, 'confirm')).body.code).toBe('secondPersonNeeded');
    await steps(id, ['verifikator', 'confirm']);
    expect((await step(both, id, 'sign')).body.code).toBe('secondPersonNeeded');
    expect((await step(both, id, 'reject', { reason: 'x', article: 'y' })).body.code).toBe(
      'secondPersonNeeded',
    );
    let seen = await steps(id, [
      'pejabatPenandatangan',
      'reject',
      { reason: 'Di luar peruntukan (uji).', article: 'Pasal 2 (uji)' },
    ]);
    expect(seen).toMatchObject({ state: 'ditolak', steps: [] });

    const rejected = await own();
    expect((await rejected.read()).steps).toEqual(['object']);
    expect(await rejected.step(rejected.row.revision, 'object', {})).toMatchObject({
      ok: false,
      problem: { code: 'missingField' },
    });
    expect(
      await rejected.step(rejected.row.revision, 'object', { reason: 'Peruntukannya R-3 (uji).' }),
    ).toMatchObject({ ok: true });
    expect((await see('auditor', id)).clock).toMatchObject({ state: 'running', dueOn: '2026-11-30' });
    expect((await step('pejabatPenandatangan', id, 'grantObjection', { reason: 'x' })).body.code).toBe(
      'secondPersonNeeded',
    );
    seen = await steps(id, [
      'pejabatPenghubung',
      'dismissObjection',
      { reason: 'Tetap (uji).', article: 'Pasal 2 (uji)' },
    ]);
    expect(seen.state).toBe('ditolak');
    expect((await (await own()).read()).steps).toEqual([]);
  });

  test('is approved in part on measured ground inside the plot, and a number set otherwise keeps the one of the machine', async () => {
    office.setNow('2026-11-23T02:00:00Z');
    // 0.001° square across the border of two zones: R-3 in the west, K-1 in the east.
    const { 'ground.nib': _nib, ...rest } = FILLED_FORM;
    const corners = '116.8095, -1.1985\n116.8105, -1.1985\n116.8105, -1.1980\n116.8095, -1.1980';
    const { id } = await submitted({ ...rest, 'ground.from': 'coordinates', 'ground.corners': corners });
    await steps(id, ['petugasLayanan', 'takeUp'], ['petugasLayanan', 'acceptFile']);
    const { areaM2 } = await see('analis', id);
    const told = drawnGroundSchema.parse((await send('analis', 'GET', `applications/${id}/drawing`)).body);
    expect(told.parts.map(({ zone }) => zone).sort()).toEqual(['K-1', 'R-3']);
    const west = told.parts.findIndex(({ zone }) => zone === 'R-3') + 1;
    const kdb = `${west}.kdb`;

    const part = await writeSheet('analis', id, {
      outcome: 'disetujuiSebagian',
      approved: { parts: [west] },
      overrides: [{ field: kdb, value: 50, reason: 'Sempadan saluran (uji).' }],
    });
    expect(part.status, JSON.stringify(part.body)).toBe(200);
    const { approved, overrides, resolutions } = part.body.sheet;
    expect(approved.parts).toEqual([west]);
    expect(approved.areaM2 / (areaM2 ?? 0)).toBeCloseTo(0.5, 3);
    expect(overrides).toEqual([
      { field: kdb, original: 60, value: 50, unit: '%', reason: 'Sempadan saluran (uji).' },
    ]);
    expect(resolutions[0]).toMatchObject({ by: personOf('analis').accountId, on: '2026-11-23' });
    expect(part.body.blockers[0]).toMatchObject({ resolvedBy: 'CONTOH analis', resolvedOn: '2026-11-23' });
    // Somebody else who leaves a finding as it is has not found it.
    const again = await writeSheet('pejabatPenandatangan', id);
    expect(again.status).toBe(403);

    const box = (west: number, east: number) => ({
      coordinates: [
        [
          [
            [west, -1.1985],
            [east, -1.1985],
            [east, -1.198],
            [west, -1.198],
            [west, -1.1985],
          ],
        ],
      ],
    });
    const draw = (west: number, east: number) =>
      writeSheet('analis', id, { outcome: 'disetujuiSebagian', approved: box(west, east) });
    const drawn = (await draw(116.8095, 116.80975)).body.sheet.approved;
    expect([drawn.parts, drawn.areaM2 / (areaM2 ?? 0)]).toEqual([[], expect.closeTo(0.25, 3)]);
    expect((await draw(116.8094, 116.8098)).body.code).toBe('approvedOutsideGround');
    expect((await draw(116.82, 116.821)).body.code).toBe('approvedOutsideGround');
    for (const override of [
      { field: '3.kdb', value: 50, reason: 'x' },
      { field: kdb, value: -1, reason: 'x' },
      { field: kdb, value: 50, reason: ' ' },
      { field: kdb, original: 10, value: 50, unit: '%', reason: 'Asalnya ditulis sendiri.' },
    ])
      expect((await writeSheet('analis', id, { overrides: [override] })).status).toBe(400);
    // Nothing of an approved part is left where all of it is approved, or none.
    expect(
      (await writeSheet('analis', id, { approved: box(116.8095, 116.8098) })).body.sheet.approved,
    ).toBeNull();

    await writeSheet('analis', id, {
      outcome: 'disetujuiSebagian',
      approved: { parts: [west] },
      overrides: [{ field: kdb, value: 50, reason: 'Sempadan saluran (uji).' }],
      neighbours: { north: 'Rumah', east: null, south: 'Saluran', west: null },
    });
    await steps(id, ['analis', 'propose'], ['verifikator', 'confirm'], ['pejabatPenandatangan', 'sign']);
    const said = JSON.stringify(documentSections(office.orders.at(-1)!));
    expect(said).toMatch(/Bagian [12] \(R-3\): KDB paling banyak","60 %","50 %","Sempadan saluran \(uji\)\./);
    expect(said).toMatch(/"Titik","Bujur","Lintang"/);
    expect(said).toMatch(
      /Luas disetujui","value":"[\d.,]+ m² \((50|49,99|50,01) % dari [\d.,]+ m², geodesi\)/,
    );
    expect(said).toMatch(/"Selatan","value":"Saluran"/);
    expect(said).not.toMatch(/tema:/);
  });

  test('two who change it at once find one winner, and the other is shown what it has become', async () => {
    const { own, id } = await submitted();
    const { revision } = await see('petugasLayanan', id);
    const both = await Promise.all(
      [1, 2].map(() => send('petugasLayanan', 'POST', `applications/${id}/steps/takeUp`, {}, revision)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = both.find(({ status }) => status === 409)!;
    expect(lost.body).toMatchObject({
      code: 'changedMeanwhile',
      current: { state: 'verifikasiBerkas', revision: revision + 1 },
    });
    expect(
      (await events(id, 'application.moved')).filter(({ step: name }) => name === 'takeUp'),
    ).toHaveLength(1);
    expect((await send('petugasLayanan', 'POST', `applications/${id}/steps/acceptFile`, {})).status).toBe(
      428,
    );
    const late = await own();
    expect(await late.keep(late.row.revision, FILLED_FORM)).toMatchObject({
      ok: false,
      problem: { code: 'stepNotPossible' },
    });
    expect(await late.step(late.row.revision, 'withdraw', {})).toMatchObject({ ok: true });
    expect((await see('auditor', id)).state).toBe('ditarik');
  });

  test('is refused by name while it is incomplete, and outside the city', async () => {
    const { 'ground.nib': _nib, ...rest } = FILLED_FORM;
    const without = await (await apply(rest)).own();
    expect(await without.step(without.row.revision, 'submit', {})).toMatchObject({
      problem: { code: 'applicationIncomplete', params: { missing: ['ground'] } },
    });
    const far = {
      ...rest,
      'ground.from': 'coordinates',
      'ground.corners': '116.75, -1.1\n116.7505, -1.1\n116.7505, -1.0995\n116.75, -1.0995',
    };
    const outside = await (await apply(far)).own();
    expect(await outside.step(outside.row.revision, 'submit', {})).toMatchObject({
      ok: false,
      problem: { code: 'groundOutsideCity' },
    });
    const wrong = await (await apply({ ...rest, 'ground.nib': '1' })).own();
    expect(await wrong.step(wrong.row.revision, 'submit', {})).toMatchObject({
      problem: { code: 'parcelUnknown' },
    });
    const half = await (await apply()).own();
    expect(await half.keep(half.row.revision, { ...FILLED_FORM, 'applicant.person.nik': '12' })).toEqual({
      ok: true,
      value: ['applicant.person.nik'],
    });
    expect(await half.fields()).toMatchObject({ 'applicant.person.nik': '12' });
  });
});

const nonDemo = {
  ...EMPTY_SETTINGS,
  serviceDays: 3,
  papers: [{ id: 'ktp', name: 'KTP (uji)', isRequired: true, isPersonal: true }],
};

describe('who asks', () => {
  test('is masked for who may know, hidden from everybody else, and every look is in the log', async () => {
    const { id } = await submitted();
    const shown = await send('petugasLayanan', 'GET', `applications/${id}/person`);
    expect(shown.body).toMatchObject({
      kind: 'self',
      people: [{ name: 'CONTOH Siti Pemohon', nik: '6471**********01' }],
    });
    for (const role of ['analis', 'verifikator', 'pejabatPenandatangan', 'surveyor', 'auditor'] as const) {
      expect((await send(role, 'GET', `applications/${id}/person`)).status, role).toBe(403);
      expect(JSON.stringify((await send(role, 'GET', `applications/${id}`)).body), role).not.toMatch(
        /Siti|6471014107900001/,
      );
    }
    expect(
      (await send('petugasLayanan', 'POST', `applications/${id}/person/reveal`, { reason: '' })).status,
    ).toBe(400);
    const reason = 'Mencocokkan dengan KTP di loket.';
    const told = await send('petugasLayanan', 'POST', `applications/${id}/person/reveal`, { reason });
    expect(revealedSchema.parse(told.body)).toEqual({ niks: [{ as: 'person', nik: '6471014107900001' }] });
    expect((await events(id, 'person.read')).map(({ what }) => what).sort()).toEqual(['masked', 'nik']);
    const [row] = await database.sql`select sealed from application_person where application_id = ${id}`;
    expect(row!.sealed).not.toMatch(/Siti|6471/);
    const everything = await database.sql`select * from application where application_id = ${id}`;
    expect(JSON.stringify(everything)).not.toMatch(/Siti|6471014107900001/);
  });

  test('takes everything away, and has everything erased once nothing is waited for', async () => {
    const { own, id } = await apply();
    const pdf = new TextEncoder().encode('%PDF-1.7 uji');
    const before = await own();
    expect(await before.addPaper(before.row.revision, 'ktp', new TextEncoder().encode('MZ'))).toMatchObject({
      problem: { code: 'paperRefused' },
    });
    expect(await before.addPaper(before.row.revision, 'lain', pdf)).toMatchObject({
      problem: { code: 'invalidField' },
    });
    expect(await before.addPaper(before.row.revision, 'ktp', pdf)).toMatchObject({ ok: true });
    const filled = await own();
    expect(await filled.step(filled.row.revision, 'submit', {})).toMatchObject({ ok: true });
    const { papers } = await see('petugasLayanan', id);
    expect(papers).toMatchObject([{ kind: 'ktp', byteCount: pdf.length, check: 'waiting' }]);
    const path = `/api/v1/staff/applications/${id}/papers/${papers[0]!.paperId}`;
    const read = async (role: Role) => await office.app.request(path, { headers: personOf(role).headers });
    expect((await read('analis')).status).toBe(403);
    const file = await read('petugasLayanan');
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(pdf);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="ktp.pdf"');
    await steps(id, ['petugasLayanan', 'takeUp']);
    const { revision } = await see('auditor', id);
    const verdict = `applications/${id}/papers/${papers[0]!.paperId}/verdict`;
    expect((await send('petugasLayanan', 'POST', verdict, { verdict: 'refused' }, revision)).body.code).toBe(
      'missingField',
    );
    expect(
      (await send('petugasLayanan', 'POST', verdict, { verdict: 'accepted' }, revision)).body.papers[0].check,
    ).toBe('accepted');

    const busy = await own();
    expect(await busy.erase()).toMatchObject({ ok: false, problem: { code: 'stepNotPossible' } });
    expect(await busy.step(busy.row.revision, 'withdraw', { reason: 'Siti pindah.' })).toMatchObject({
      ok: true,
    });
    const over = await own();
    expect((await over.export()).content.applicant).toMatchObject({
      person: { name: 'CONTOH Siti Pemohon' },
    });
    expect(await over.erase()).toEqual({ ok: true, value: null });
    expect(await (await own()).fields()).toBeNull();
    expect((await send('petugasLayanan', 'GET', `applications/${id}/person`)).body.code).toBe('personErased');
    const left = await see('petugasLayanan', id);
    expect(left).toMatchObject({ state: 'ditarik', papers: [] });
    expect(JSON.stringify(left)).not.toContain('Siti');
    expect(await events(id, 'person.erased')).toEqual([{ applicationId: id, papers: 1, by: 'person' }]);
  });
});

describe('the office', () => {
  test('holds its second lock: a session reaches the rows of its role, and nobody decides in the name of somebody else', async () => {
    const { id } = await submitted();
    const as = async (role: Role, work: (tx: never) => Promise<unknown>): Promise<unknown> =>
      await database.sql.begin(async (tx) => {
        await tx`select act_as_staff(${personOf(role).sessionId})`;
        return await work(tx as never);
      });
    const rows = (table: string) => async (tx: typeof database.sql) =>
      (await tx`select from ${tx(table)} where application_id = ${id}`).length;
    for (const [role, application, person] of [
      ['petugasLayanan', 1, 1],
      ['analis', 1, 0],
      ['auditor', 1, 0],
      ['lurah', 0, 0],
      ['administrator', 0, 0],
    ] as const) {
      expect(await as(role, rows('application')), role).toBe(application);
      expect(await as(role, rows('application_person')), role).toBe(person);
    }
    const issue = async (tx: typeof database.sql) =>
      await tx`update application set state = 'ditolak' where application_id = ${id}`;
    await expect(as('pejabatPenandatangan', issue)).rejects.toThrow(/row-level security/);
    const number = async (tx: typeof database.sql) =>
      await tx`insert into number_series (series, year, last) values ('krk', 2026, 7)`;
    await expect(as('analis', number)).rejects.toThrow(/row-level security/);
    const move = async (tx: typeof database.sql) =>
      await tx`
      insert into application_move (application_id, step, from_state, to_state, is_held, at, actor)
      values (${id}, 'sign', 'penandatanganan', 'terbit', false, now(), ${`account:${personOf('verifikator').accountId}`})`;
    await expect(as('analis', move)).rejects.toThrow(/row-level security/);
  });

  test('sees what is overdue first, and that nobody has loaded the holidays of next year', async () => {
    office.setNow('2026-11-24T02:00:00Z');
    const { id } = await submitted();
    await steps(id, ['petugasLayanan', 'takeUp'], ['petugasLayanan', 'acceptFile']);
    office.setNow('2026-12-28T02:00:00Z');
    const late = await queue('?overdue=true');
    expect(late.applications.find(({ applicationId }) => applicationId === id)).toMatchObject({
      isOverdue: true,
      clock: { dueOn: '2026-12-01' },
    });
    expect(late.counts.find(({ state }) => state === 'analisis')!.overdue).toBeGreaterThan(0);
    expect(late.calendarAlarm).toBe(2027);
    const fresh = await submitted();
    await steps(fresh.id, ['petugasLayanan', 'takeUp'], ['petugasLayanan', 'acceptFile']);
    expect((await see('auditor', fresh.id)).clock).toMatchObject({
      dueOn: '2027-01-05',
      missingYears: [2027],
    });
    const days = [{ day: '2027-01-04', name: 'Libur daerah (uji)' }];
    expect(
      (await send('analis', 'PUT', 'holidays/2027', { source: 'Keputusan uji 1/2026', days })).status,
    ).toBe(403);
    const load = { source: 'Keputusan uji 1/2026', days };
    expect((await send('administrator', 'PUT', 'holidays/2027', load)).status).toBe(428);
    const loaded = await send('administrator', 'PUT', 'holidays/2027', load, 0);
    expect(loaded.body).toEqual({ year: 2027, days: 1, moved: 1 });
    // Who has not seen that it is loaded overwrites nothing, and is shown what is there.
    const second = await send('pejabatPenandatangan', 'PUT', 'holidays/2027', load, 0);
    expect([second.status, second.body.code]).toEqual([409, 'changedMeanwhile']);
    const told = holidaysAnswerSchema.parse((await send('administrator', 'GET', 'holidays')).body);
    expect(told.years.map(({ year, setBy }) => [year, setBy])).toEqual([
      [2027, 'CONTOH administrator'],
      [2026, null],
    ]);
    expect(told.alarm).toBeNull();
    expect(second.body.current.years[0].tag).toBe(told.years[0]!.tag);
    expect((await see('auditor', fresh.id)).clock).toMatchObject({ dueOn: '2027-01-06', missingYears: [] });
    expect((await queue()).calendarAlarm).toBeNull();
    expect(
      (
        await send(
          'administrator',
          'PUT',
          'holidays/2027',
          {
            source: 'Keputusan uji 1/2026',
            days: [{ day: '2026-01-01', name: 'x' }],
          },
          0,
        )
      ).status,
    ).toBe(400);
  });

  test('refuses by name what needs a setting that nobody has made, and two who set it find one winner', async () => {
    const { own } = await apply();
    const first = await send('administrator', 'GET', 'service-settings/krk');
    expect(settingsAnswerSchema.parse(first.body)).toEqual({
      settings: EMPTY_SETTINGS,
      revision: 0,
      isDemo: true,
      setBy: null,
      setAt: null,
    });
    const put = (body: object, revision: number) =>
      send('administrator', 'PUT', 'service-settings/krk', body, revision);
    expect((await put({ ...EMPTY_SETTINGS, numberPattern: 'KRK' }, 0)).status).toBe(400);
    expect((await put({ ...EMPTY_SETTINGS, serviceDays: 3 }, 0)).body).toMatchObject({
      revision: 1,
      isDemo: false,
      setBy: 'CONTOH administrator',
    });
    expect(await put({ ...EMPTY_SETTINGS, serviceDays: 9 }, 0)).toMatchObject({
      status: 409,
      body: { current: { revision: 1 } },
    });
    const early = await own();
    expect(await early.step(early.row.revision, 'submit', {})).toMatchObject({
      problem: { code: 'settingMissing', params: { names: ['papers'] } },
    });
    expect((await put(nonDemo, 1)).body.revision).toBe(2);
    expect(await early.step(early.row.revision, 'submit', {})).toMatchObject({
      problem: { code: 'papersMissing', params: { papers: ['KTP (uji)'] } },
    });
    await database.sql`delete from service_setting`;
  });
});

describe('a number', () => {
  /** Applications that wait for their signature, with what was found at the ground of the first. */
  async function waiting(count: number): Promise<string[]> {
    const { id } = await submitted();
    await steps(id, ['petugasLayanan', 'takeUp'], ['petugasLayanan', 'acceptFile']);
    await writeSheet('analis', id);
    await steps(id, ['analis', 'propose'], ['verifikator', 'confirm']);
    await database.sql`
      with copy as (
        insert into application (application_id, ticket, secret_hash, language, state, revision, ground, planned_use, geom,
                                 area_m2, kelurahan, is_trial, sheet, answer, prepared_by, verified_by, created_at, submitted_at)
        select gen_random_uuid(), 'KRK-' || lpad(i::text, 5, '0') || '-00000', secret_hash, language, state, revision, ground,
               planned_use, geom, area_m2, kelurahan, is_trial, sheet, answer, prepared_by, verified_by, created_at, submitted_at
        from application, generate_series(2, ${count}) i where application_id = ${id} returning application_id)
      insert into application_person (application_id, sealed) select application_id, 'x' from copy`;
    const rows = await database.sql<{ id: string }[]>`
      select application_id as id from application where state = 'penandatanganan' and application_id <> ${id}`;
    const sealed = office.deps.keys;
    for (const row of rows) {
      const text = JSON.stringify({
        applicant: {
          kind: 'self',
          person: {
            name: 'CONTOH',
            nik: '6471014107900001',
            address: 'Jalan',
            phone: '081200000000',
            email: null,
          },
        },
        landProof: null,
        fields: {},
      });
      await database.sql`update application_person set sealed = ${sealed.encrypt('personal', text, `application_person.sealed ${row.id}`)} where application_id = ${row.id}`;
    }
    return [id, ...rows.map((row) => row.id)];
  }
  const register = async () =>
    await database.sql<{ sequence: number; number: string; state: string }[]>`
      select sequence, number, state from document_number where series = 'krk-uji' and year = 2026 order by sequence`;

  test('has no gap and no double under 200 signatures at once, whatever fails; what failed goes on with the same number', async () => {
    office.setNow('2026-11-24T02:00:00Z');
    const ids = await waiting(200);
    expect(ids).toHaveLength(200);
    // One ground, asked once: two hundred questions at once would be turned away as busy, with no number reserved.
    const asked = office.deps.answerGround;
    const answers = new Map<string, ReturnType<typeof asked>>();
    const once: typeof asked = (ground, on) => {
      const key = JSON.stringify([ground, on]);
      answers.set(key, answers.get(key) ?? asked(ground, on));
      return answers.get(key)!;
    };
    Object.assign(office.deps, { answerGround: once });
    const before = (await register()).length;
    const printed = new Map<string, string>();
    let calls = 0;
    office.breakPrinter(async (order) => {
      calls += 1;
      if (calls % 3 === 0) return fail(problem('busy'));
      const earlier = printed.get(order.orderId);
      if (earlier !== undefined && earlier !== order.number) throw new Error('one order, two numbers');
      printed.set(order.orderId, order.number);
      return {
        ok: true,
        value: {
          documentId: Buffer.from(order.orderId).toString('base64url').slice(4, 60),
          issuedAt: '2026-11-24T02:00:00.000Z',
        },
      };
    });
    // All of them at once, through a socket: nobody is turned away and nobody waits for a wave.
    const server = await new Promise<Server>((resolve) => {
      const opened = serve({ fetch: office.app.fetch, port: 0, hostname: '127.0.0.1' }, () =>
        resolve(opened as Server),
      );
    });
    const { port } = server.address() as AddressInfo;
    const signOverHttp = async (id: string): Promise<number> => {
      const path = `http://127.0.0.1:${port}/api/v1/staff/applications/${id}`;
      const { headers } = personOf('pejabatPenandatangan');
      const found = await fetch(path, { headers });
      const { revision } = staffApplicationSchema.parse(await found.json());
      const answer = await fetch(`${path}/steps/sign`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'if-match': `"r${revision}"` },
        body: '{}',
      });
      await answer.body?.cancel();
      return answer.status;
    };
    const round = async (waiting: readonly string[]): Promise<string[]> => {
      const answers = await Promise.all(waiting.map(signOverHttp));
      expect(answers.filter((status) => status !== 200 && status !== 503)).toEqual([]);
      return waiting.filter((_, index) => answers[index] === 503);
    };
    let left = await round(ids);
    expect(left.length).toBe(66);
    const reserved = (await register()).filter(({ state }) => state === 'reserved');
    expect(reserved).toHaveLength(66);
    while (left.length > 0) left = await round(left);
    const rows = await register();
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.slice(before)).toHaveLength(200);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
    expect(rows.slice(before).every(({ state }) => state === 'used')).toBe(true);
    expect(printed.size).toBe(200);
    server.close();
    office.breakPrinter();
    Object.assign(office.deps, { answerGround: asked });
  }, 60_000);

  test('that was given up stays in the register, and a document that was made of it meanwhile is given to nobody', async () => {
    const [id = ''] = await waiting(1);
    office.breakPrinter(async () => fail(problem('busy')));
    const failed = await step('pejabatPenandatangan', id, 'sign');
    expect(failed).toMatchObject({ status: 503, body: { code: 'documentNotIssued' } });
    const held = await see('auditor', id);
    expect(held.reservedNumber).toBe(failed.body.params.number);
    // Somebody else sends it back while it is being printed.
    const other = await aPerson(database.sql, office.deps.keys, { roles: ['pejabatPenandatangan'] });
    office.breakPrinter(async () => {
      expect((await step(other, id, 'decline', { reason: 'Periksa lagi (uji).' })).status).toBe(200);
      return { ok: true, value: { documentId: 'dicetak', issuedAt: '2026-11-24T02:00:00.000Z' } };
    });
    expect((await step('pejabatPenandatangan', id, 'sign')).body.code).toBe('changedMeanwhile');
    office.breakPrinter();
    const rows = await register();
    expect(rows.at(-1)).toMatchObject({ number: failed.body.params.number, state: 'voided' });
    await steps(id, ['analis', 'propose'], ['verifikator', 'confirm'], ['pejabatPenandatangan', 'sign']);
    expect((await register()).at(-1)).toMatchObject({ sequence: rows.length + 1, state: 'used' });
  });
});

describe('the pages of an applicant', () => {
  test('lead from a form to a document that is checked, without a script and without an account', async () => {
    const app = anApp(database.sql, {
      dataDirectory: folder.path,
      tilesDirectory: folder.path,
      keys: office.deps.keys,
      clock: office.deps.clock,
    });
    office.setNow('2026-11-24T02:00:00Z');
    const html = async (path: string, cookie = ''): Promise<string> =>
      await (await app.request(path, { headers: { cookie } })).text();
    const post = async (path: string, fields: Record<string, string>, cookie = ''): Promise<Response> => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      return await app.request(path, { method: 'POST', body, headers: { cookie } });
    };
    expect(await html('/krk/ajukan?lokasi=116.80505,-1.19475')).toContain('value="9999000000001"');
    expect(await html('/krk/ajukan?lang=en')).toContain('Apply for a KRK');
    const made = await post('/krk/ajukan', { ...FILLED_FORM, 'applicant.person.nik': '12' });
    expect(made.status).toBe(303);
    const cookie = made.headers.get('set-cookie')!.split(';')[0]!;
    expect(made.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Lax/);
    expect(made.headers.get('location')).toMatch(/\?langkah=rencana&baru=1$/);
    const [path = ''] = made.headers.get('location')!.split('?');
    // What was typed is kept and what is wrong is said at its field; a stranger with the ticket of a draft sees nothing.
    const fresh = await html(`${path}?baru=1&langkah=pemohon`, cookie);
    expect(fresh).toContain('value="12"');
    expect(fresh).toMatch(/id="applicant.person.nik-error"[^>]*>NIK terdiri atas 16 angka/);
    const link = /http:\/\/localhost(\/krk\/permohonan\/[^"<]+)/.exec(fresh)![1]!;
    expect((await app.request(path)).status).toBe(404);
    const opened = await app.request(link);
    expect([opened.status, opened.headers.get('location')]).toEqual([303, path]);
    const revisionOf = (page: string): string => /name="revision" value="(\d+)"/.exec(page)![1]!;
    const refused = await post(
      path,
      { ...FILLED_FORM, 'applicant.person.nik': '12', action: 'submit', revision: revisionOf(fresh) },
      cookie,
    );
    expect([refused.status, refused.headers.get('location')]).toEqual([
      303,
      `${path}?langkah=periksa&tersimpan=1`,
    ]);
    expect(await html(`${path}?langkah=periksa`, cookie)).toContain('Lengkapi dahulu');
    const again = revisionOf(await html(`${path}?langkah=periksa`, cookie));
    // Somebody else was quicker, in another window: what was typed here comes back.
    const late = { part: 'bukti', 'landProof.number': 'Ditulis di jendela lain', revision: '1' };
    const lost = await post(path, late, cookie);
    expect([lost.status, (await lost.text()).includes('Ditulis di jendela lain')]).toEqual([400, true]);
    // A parcel that nobody knows is said at its field, and the question comes again.
    const unknown = { part: 'tanah', 'ground.from': 'parcel', 'ground.nib': '9999000000009' };
    const asked = await post(path, { ...unknown, revision: again }, cookie);
    expect(asked.headers.get('location')).toBe(`${path}?langkah=tanah&tersimpan=1`);
    const ground = await html(`${path}?langkah=tanah`, cookie);
    expect(ground).toMatch(/id="ground.nib-error"[^>]*>[^<]*9999000000009/);
    const last = revisionOf(ground);
    expect((await post(path, { ...FILLED_FORM, action: 'submit', revision: last }, cookie)).status).toBe(303);
    const [{ id } = { id: '' }] = await database.sql<{ id: string }[]>`
      select application_id as id from application where ticket = ${path.split('/').at(-1)!}`;
    await steps(id, ['petugasLayanan', 'takeUp'], ['petugasLayanan', 'acceptFile']);
    await writeSheet('analis', id, { notes: 'Catatan kajian (uji).' });
    await steps(id, ['analis', 'propose'], ['verifikator', 'confirm']);
    const { revision } = await see('auditor', id);
    const signed = await app.request(`/api/v1/staff/applications/${id}/steps/sign`, {
      method: 'POST',
      headers: {
        ...personOf('pejabatPenandatangan').headers,
        'content-type': 'application/json',
        'if-match': `"r${revision}"`,
      },
      body: '{}',
    });
    expect(signed.status, await signed.clone().text()).toBe(200);
    const stranger = await html(path);
    expect(stranger).toContain('Terbit');
    expect(stranger).not.toMatch(/Siti|6471014107900001|9999000000001/);
    const own = await html(path, cookie);
    // The file itself, for who holds the link and for nobody else.
    expect(own).toContain(`${path}/dokumen.pdf`);
    expect((await app.request(`${path}/dokumen.pdf`)).status).toBe(404);
    const file = await app.request(`${path}/dokumen.pdf`, { headers: { cookie } });
    expect(file.headers.get('content-type')).toBe('application/pdf');
    const [kept] = await database.sql<{ sha256: string }[]>`
      select d.pdf_sha256 as sha256 from document d join application a using (document_id) where a.application_id = ${id}`;
    const given = createHash('sha256').update(new Uint8Array(await file.arrayBuffer()));
    expect(given.digest('hex')).toBe(kept!.sha256);
    const ask = { method: 'POST', headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' } };
    expect((await app.request(`${path}/ganti`, { ...ask, body: 'as=lain' })).status).toBe(400);
    const another = await app.request(`${path}/ganti`, { ...ask, body: 'as=extension' });
    expect([another.status, another.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/krk\/permohonan\/KRK-.*\?baru=1$/),
    ]);
    expect((await app.request(`${path}/ganti`, { ...ask, body: 'as=extension' })).status).toBe(409);
    const [verification = ''] = /\/krk\/verifikasi\/[A-Za-z0-9_-]{22}/.exec(own) ?? [];
    const checked = await html(verification);
    expect(checked).toContain('UJI COBA');
    expect(checked).not.toMatch(/Siti/);
    expect(
      (await app.request(`${path}/data`, { headers: { cookie } })).headers.get('content-disposition'),
    ).toContain('.json');
    // Taken back, and whoever checks it reads that.
    await app.request(`/api/v1/staff/applications/${id}/steps/revoke`, {
      method: 'POST',
      headers: {
        ...personOf('pejabatPenandatangan').headers,
        'content-type': 'application/json',
        'if-match': `"r${revision + 1}"`,
      },
      body: JSON.stringify({ reason: 'Keliru (uji).', article: 'Pasal 1 (uji)' }),
    });
    expect(await html(verification)).toContain('Keliru (uji). (Pasal 1 (uji))');
  }, 60_000);

  test('forget by time what the office has set a time for, and expire what is past its day', async () => {
    const [{ id } = { id: '' }] = await database.sql<{ id: string }[]>`
      select application_id as id from application where state = 'terbit' order by ticket desc limit 1`;
    await database.sql`update application set valid_until = '2026-11-25' where application_id = ${id}`;
    office.setNow('2026-11-26T02:00:00Z');
    await sweepApplications(office.deps);
    expect((await see('auditor', id)).state).toBe('kedaluwarsa');
    const named = async () =>
      (await database.sql`select from application_person where sealed is not null and application_id = ${id}`)
        .length;
    expect(await named()).toBe(1);
    const settings = { ...EMPTY_SETTINGS, retentionDays: 10 };
    expect((await send('administrator', 'PUT', 'service-settings/krk', settings, 0)).status).toBe(200);
    office.setNow('2026-12-05T02:00:00Z');
    await sweepApplications(office.deps);
    expect(await named()).toBe(1);
    office.setNow('2026-12-08T02:00:00Z');
    await sweepApplications(office.deps);
    expect(await named()).toBe(0);
    expect(await events(id, 'person.erased')).toMatchObject([{ by: 'retention' }]);
  });
});

test('no document is made of a plan that has changed since its sheet was finished', async () => {
  await database.sql`delete from service_setting`;
  const { id } = await submitted();
  await steps(id, ['petugasLayanan', 'takeUp'], ['petugasLayanan', 'acceptFile']);
  await writeSheet('analis', id);
  await steps(id, ['analis', 'propose'], ['verifikator', 'confirm']);
  await database.sql`
    insert into publication (layer_id, version_id, valid_from, decree)
    values ('banjir-uji', null, '2026-01-02', 'Dicabut (uji)')`;
  expect((await step('pejabatPenandatangan', id, 'sign')).body.code).toBe('planHasChanged');
  expect((await see('auditor', id)).reservedNumber).toBeNull();
});

/** Last, because it changes what the city is: nothing in it is a demonstration any more. */
test('where no rule is a demonstration, the document counts: numbered by the office, no trial, and its page says BERLAKU', async () => {
  const tables = ['layer', 'layer_version', 'zone', 'overlay_area', 'road', 'parcel', 'regulation'];
  // What is published is never changed: the city of a test is made so.
  await database.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const table of tables) await tx`update ${tx(table)} set is_demo = false`;
  });
  // Rules that were read before are kept: the office opens anew.
  office = anOffice(database.sql, folder.path);
  office.setNow('2026-12-09T02:00:00Z');
  const real = anApp(database.sql, {
    dataDirectory: folder.path,
    tilesDirectory: folder.path,
    keys: office.deps.keys,
    clock: office.deps.clock,
  });
  await database.sql`delete from service_setting`;
  const set = {
    ...EMPTY_SETTINGS,
    papers: [],
    serviceDays: 3,
    validity: { kind: 'untilPlanChanges' },
    numberPattern: '{nomor:4}/UJI-KRK/{tahun}',
    signer: { office: 'Dinas (uji)', title: 'Kepala (uji)' },
  };
  expect((await send('administrator', 'PUT', 'service-settings/krk', set, 0)).status).toBe(200);
  const { id } = await submitted();
  await steps(id, ['petugasLayanan', 'takeUp'], ['petugasLayanan', 'acceptFile']);
  await writeSheet('analis', id);
  const { revision, isTrial } = await steps(id, ['analis', 'propose'], ['verifikator', 'confirm']);
  expect(isTrial).toBe(false);
  const signed = await real.request(`/api/v1/staff/applications/${id}/steps/sign`, {
    method: 'POST',
    headers: {
      ...personOf('pejabatPenandatangan').headers,
      'content-type': 'application/json',
      'if-match': `"r${revision}"`,
    },
    body: '{}',
  });
  expect(signed.status, await signed.clone().text()).toBe(200);
  const { document } = staffApplicationSchema.parse(await signed.json());
  expect(document!.number).toBe('0001/UJI-KRK/2026');
  const page = await (await real.request(document!.verificationPath)).text();
  expect(page).toContain('BERLAKU');
  expect(page).toContain('0001/UJI-KRK/2026');
  expect(page).not.toMatch(/UJI COBA|DATA CONTOH|Siti/);
}, 30_000);
