import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#domain/accounts/role';
import {
  drawnGroundSchema,
  holidaysAnswerSchema,
  settingsAnswerSchema,
} from '#domain/krk/application-answers';
import { DEMO_SETTINGS, EMPTY_SETTINGS } from '#domain/krk/settings';
import { documentSections, sweepApplications } from '../../server/features/applications/index.ts';
import { aPerson } from '../support/a-person.ts';
import { anOffice, FILLED_FORM } from '../support/an-office.ts';
import { OfficeAtWork, visit } from '../support/an-office-at-work.ts';

const at = new OfficeAtWork('applications');
const { send, see, queue, step, steps, apply, submitted, writeSheet, events, personOf } = at;
beforeAll(at.start);
afterAll(at.stop);

describe('an application', () => {
  test('lives from a draft to a document, each step by who may take it, with its clock and its record', async () => {
    at.office.setNow('2026-11-20T02:00:00Z');
    const { own, id, ticket } = await apply();
    // A draft is its applicant's alone, and its ticket says nothing.
    expect((await send('petugasLayanan', 'GET', `applications/${id}`)).status).toBe(404);
    expect(await at.office.desk.status(ticket)).toBeUndefined();
    expect(await at.office.desk.open(visit(), ticket, 'AAAAAAAAAAAAAAAAAAAAAA')).toBeUndefined();
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
    at.office.setNow('2026-11-30T02:00:00Z');
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
    expect(at.office.orders.at(-1)).toMatchObject({
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
    const status = await at.office.app.request(`/api/v1/applications/${ticket}`);
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
    at.office.setNow('2026-11-23T02:00:00Z');
    const { own, id } = await submitted();
    const both = await aPerson(at.database.sql, at.office.deps.keys, {
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
    at.office.setNow('2026-11-23T02:00:00Z');
    // 0.001° square across the border of two zones: R-3 in the west, K-1 in the east.
    const { 'ground.nib': _nib, ...rest } = FILLED_FORM;
    const corners = '116.8095, -1.1985\n116.8105, -1.1985\n116.8105, -1.1980\n116.8095, -1.1980';
    const { id } = await submitted({
      ...rest,
      'ground.from': 'coordinates',
      'ground.corners': corners,
      'plannedUse.kbli1': '56101',
      'plannedUse.floors1': '2',
      'plannedUse.kbli2': '99998',
    });
    await steps(id, ['petugasLayanan', 'takeUp'], ['petugasLayanan', 'acceptFile']);
    const { areaM2, kbliTitles } = await see('analis', id);
    expect(kbliTitles).toEqual({ 56101: 'Restoran' });
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
    const said = JSON.stringify(documentSections(at.office.orders.at(-1)!));
    expect(said).toMatch(/Bagian [12] \(R-3\): KDB paling banyak","60 %","50 %","Sempadan saluran \(uji\)\./);
    expect(said).toMatch(
      /Luas disetujui","value":"[\d.,]+ m² \((50|49,99|50,01) % dari [\d.,]+ m², geodesi\); batasnya di “Koordinat”/,
    );
    expect(said).toContain('"Masa berlaku","value":"selama rencana tata ruang di tanah ini tidak berubah"');
    expect(said).toMatch(/"Selatan","value":"Saluran"/);
    expect(said).toContain('"KBLI 2020","value":"56101 Restoran (2 lantai); 99998"');
    expect(said).not.toMatch(/tema:/);
  });

  test('has a verdict for each use on each part: with conditions and articles in sheet and document, and what is forbidden or open is answered by name', async () => {
    at.office.setNow('2026-11-23T02:00:00Z');
    await at.database.sql`
      insert into activity_kbli (version_id, regulation_id, activity_id, kbli_edition, kbli_code)
      select version_id, 'rdtr', 'bengkel', '2020', '45407' from layer_version where layer_id = 'rules-uji'`;
    // The rules are read anew: this office has not looked at them with the link.
    const fresh = anOffice(at.database.sql, at.folder.path).deps;
    Object.assign(at.office.deps, { answerActivities: fresh.answerActivities });
    const { 'ground.nib': _nib, ...rest } = FILLED_FORM;
    const { id } = await submitted({
      ...rest,
      'ground.from': 'coordinates',
      'ground.corners': '116.8095, -1.1985\n116.8105, -1.1985\n116.8105, -1.1980\n116.8095, -1.1980',
      'plannedUse.kbli1': '45407',
      'plannedUse.kbli2': '99998',
    });
    await steps(id, ['petugasLayanan', 'takeUp'], ['petugasLayanan', 'acceptFile']);
    const before = await see('analis', id);
    const zones = before.said!.uses[0]!.parts.map(({ zone }) => zone);
    const [west, east] = [zones.indexOf('R-3') + 1, zones.indexOf('K-1') + 1];
    const verdictOf = (seen: typeof before, use: number, part: number) =>
      seen.said!.uses[use]!.parts[part - 1]!.verdicts[0]!;
    expect(verdictOf(before, 0, west)).toMatchObject({
      activityName: 'Bengkel kendaraan',
      governing: 'B',
      conditions: [
        { code: 'T1', body: 'Beroperasi pukul 07.00–17.00' },
        { code: 'B2', body: 'Menyediakan parkir di dalam bidang' },
      ],
    });
    expect(verdictOf(before, 0, east)).toMatchObject({ governing: 'I' });
    expect(verdictOf(before, 1, west)).toMatchObject({ governing: 'unknown', reason: 'notInMatrix' });
    const open = (seen: typeof before) =>
      seen.blockers.filter(({ name }) => name.startsWith('kegiatan:')).map(({ name }) => name);
    expect(open(before)).toEqual(['kegiatan:99998:kosong:1.2']);

    // What the plan in words is in the matrix, is chosen by a person; what the matrix says about it, is not.
    expect((await writeSheet('analis', id, { activities: ['tidak-ada'] })).status).toBe(400);
    const written = await writeSheet('analis', id, { activities: ['rumah'] });
    expect(written.body.said.uses.at(-1)).toMatchObject({ kind: 'activity', code: 'rumah' });
    const forbidden = `kegiatan:rumah:X:${east}`;
    const now = await see('analis', id);
    expect(open(now)).toEqual(['kegiatan:99998:kosong:1.2', forbidden]);
    const refused = await step('analis', id, 'propose');
    expect(refused.body.params).toMatchObject({ faults: ['blockers'], blockers: ['Rumah tunggal'] });
    // What is not approved needs no word about why.
    const partly = { activities: ['rumah'], outcome: 'disetujuiSebagian', approved: { parts: [west] } };
    await writeSheet('analis', id, partly);
    expect(open(await see('analis', id))).toEqual(['kegiatan:99998:kosong:1.2']);
    await writeSheet('analis', id, { activities: ['rumah'], outcome: 'tidakSesuai' });
    expect(open(await see('analis', id))).toEqual([]);
    await writeSheet('analis', id, { activities: ['rumah'] });
    const resolutions = (await see('analis', id)).blockers.map(({ name }) => ({
      blocker: name,
      finding: 'Diperiksa.',
    }));
    const gone = { blocker: 'kegiatan:gudang:kosong:1', finding: 'Tidak ditanyakan lagi.' };
    await writeSheet('analis', id, { activities: ['rumah'], resolutions: [...resolutions, gone] });
    await steps(id, ['analis', 'propose'], ['verifikator', 'confirm'], ['pejabatPenandatangan', 'sign']);
    const said = JSON.stringify(documentSections(at.office.orders.at(-1)!));
    expect(said).toContain('"KBLI 2020 45407 Reparasi dan perawatan sepeda motor"');
    expect(said).toContain(
      `["${west} (R-3)","Bengkel kendaraan","B – Diizinkan bersyarat","Pasal 2. T1: Beroperasi pukul 07.00–17.00 [Pasal 2] B2: Menyediakan`,
    );
    expect(said).toContain(`["${east} (K-1)","Rumah tunggal","X – Tidak diizinkan","Pasal 2."]`);
    expect(said).toContain('Dasar semua pasal di atas: Peraturan Contoh.');
    expect(said).toContain('"Tidak dapat diputuskan dari data","Matriks tidak menyebut kegiatan ini."');
    expect(said).not.toMatch(/kegiatan:|Tidak ditanyakan lagi/);
    expect(said).toContain(`"Rumah tunggal, bagian ${east}: X – Tidak diizinkan","value":"Diperiksa`);
  });

  test('is complete with no paper that was refused and not brought again', async () => {
    at.office.setNow('2026-11-23T02:00:00Z');
    const { own, id } = await apply();
    const add = async (): Promise<void> => {
      const handle = await own();
      const pdf = new TextEncoder().encode('%PDF-1.7');
      expect(await handle.addPaper(handle.row.revision, 'bukti-tanah', pdf)).toMatchObject({ ok: true });
    };
    const send1 = async (name: 'submit' | 'resubmit') => {
      const handle = await own();
      expect(await handle.step(handle.row.revision, name, {})).toMatchObject({ ok: true });
    };
    const judge = async (verdict: object): Promise<void> => {
      const { papers, revision } = await see('petugasLayanan', id);
      const path = `applications/${id}/papers/${papers.at(-1)!.paperId}/verdict`;
      expect((await send('petugasLayanan', 'POST', path, verdict, revision)).status).toBe(200);
    };
    await add();
    await send1('submit');
    await steps(id, ['petugasLayanan', 'takeUp']);
    await judge({ verdict: 'refused', note: 'Tidak terbaca (uji).' });
    for (const name of ['acceptFile', 'acceptForSurvey']) {
      const refused = await step('petugasLayanan', id, name);
      expect([refused.status, refused.body.code, refused.body.params?.papers]).toEqual([
        422,
        'papersOpen',
        ['CONTOH – Bukti penguasaan tanah'],
      ]);
    }
    await steps(id, ['petugasLayanan', 'returnFile', { reason: 'Unggah lagi (uji).' }]);
    await add();
    await send1('resubmit');
    await judge({ verdict: 'accepted' });
    expect((await steps(id, ['petugasLayanan', 'acceptFile'])).state).toBe('analisis');
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

describe('the office', () => {
  test('holds its second lock: a session reaches the rows of its role, and nobody decides in the name of somebody else', async () => {
    const { id } = await submitted();
    const as = async (role: Role, work: (tx: never) => Promise<unknown>): Promise<unknown> =>
      await at.database.sql.begin(async (tx) => {
        await tx`select act_as_staff(${personOf(role).sessionId})`;
        return await work(tx as never);
      });
    const rows = (table: string) => async (tx: typeof at.database.sql) =>
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
    const issue = async (tx: typeof at.database.sql) =>
      await tx`update application set state = 'ditolak' where application_id = ${id}`;
    await expect(as('pejabatPenandatangan', issue)).rejects.toThrow(/row-level security/);
    const number = async (tx: typeof at.database.sql) =>
      await tx`insert into number_series (series, year, last) values ('krk', 2026, 7)`;
    await expect(as('analis', number)).rejects.toThrow(/row-level security/);
    const move = async (tx: typeof at.database.sql) =>
      await tx`
      insert into application_move (application_id, step, from_state, to_state, is_held, at, actor)
      values (${id}, 'sign', 'penandatanganan', 'terbit', false, now(), ${`account:${personOf('verifikator').accountId}`})`;
    await expect(as('analis', move)).rejects.toThrow(/row-level security/);
    // Who somebody is can be forgotten by whoever may see it, and made into somebody else by nobody.
    const become = (sealed: string | null) => async (tx: typeof at.database.sql) => {
      const { count } = await tx`
        update application_person set sealed = ${sealed} where application_id = ${id} returning application_id`;
      // Nothing of it stays.
      await tx`select set_config('role', 'none', true)`;
      await tx`update application_person set sealed = 'dikembalikan' where application_id = ${id} and sealed is null`;
      return count;
    };
    expect(await as('petugasLayanan', become(null))).toBe(1);
    await expect(as('petugasLayanan', become('orang lain'))).rejects.toThrow(/row-level security/);
    for (const role of ['analis', 'pejabatPenandatangan', 'auditor', 'lurah'] as const)
      expect(await as(role, become(null)), role).toBe(0);
  });

  test('sees what is overdue first, and that nobody has loaded the holidays of next year', async () => {
    at.office.setNow('2026-11-24T02:00:00Z');
    const { id } = await submitted();
    await steps(id, ['petugasLayanan', 'takeUp'], ['petugasLayanan', 'acceptFile']);
    at.office.setNow('2026-12-28T02:00:00Z');
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

  test('owes no day of settings that hold no more: not after a step that met their change, nor after a kill', async () => {
    at.office.setNow('2026-11-24T02:00:00Z');
    const { id } = await submitted();
    await steps(id, ['petugasLayanan', 'takeUp']);
    const { sql } = at.database;
    // What is left of somebody who was killed between the settings and the days that follow from them.
    const set = (serviceDays: number) => sql`
      insert into service_setting (service, settings, revision, set_by, set_at)
      values ('krk', ${sql.json({ ...DEMO_SETTINGS, serviceDays })}, 1, 'operator', now())
      on conflict (service) do update set settings = excluded.settings`;
    const dueOn = async () => {
      const [row] = await sql`select due_on::text as due from application where application_id = ${id}`;
      return row!.due;
    };
    const waiting = async (): Promise<boolean> => {
      const [row] = await sql`
        select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      return row!.count > 0;
    };
    await set(5);
    let step: Promise<unknown> = Promise.resolve();
    await sql.begin(async (tx) => {
      await tx`select from application where application_id = ${id} for update`;
      step = steps(id, ['petugasLayanan', 'acceptFile']);
      await expect.poll(waiting, { timeout: 20_000 }).toBe(true);
      await set(10);
    });
    await step;
    expect(await dueOn()).toBe('2026-12-08');
    await set(3);
    await sweepApplications(at.office.deps);
    expect(await dueOn()).toBe('2026-11-27');
    const told = () => sql`
      select from log_event where kind = 'application.dueDaysComputed' and actor = 'system'`;
    expect(await told()).toHaveLength(1);
    await sweepApplications(at.office.deps);
    expect(await told()).toHaveLength(1);
    await sql`delete from service_setting`;
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
    await at.database.sql`delete from service_setting`;
  });
});

test('no document is made of a plan that has changed since its sheet was finished', async () => {
  await at.database.sql`delete from service_setting`;
  const { id } = await submitted();
  await steps(id, ['petugasLayanan', 'takeUp'], ['petugasLayanan', 'acceptFile']);
  await writeSheet('analis', id);
  await steps(id, ['analis', 'propose'], ['verifikator', 'confirm']);
  await at.database.sql`
    insert into publication (layer_id, version_id, valid_from, decree)
    values ('banjir-uji', null, '2026-01-02', 'Dicabut (uji)')`;
  expect((await step('pejabatPenandatangan', id, 'sign')).body.code).toBe('planHasChanged');
  expect((await see('auditor', id)).reservedNumber).toBeNull();
});
