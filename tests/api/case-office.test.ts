import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemDetail } from '#domain/problem-text';
import { caseSettingsAnswerSchema } from '#domain/violation-case/case-answers';
import { joinTargetSchema } from '#domain/violation-case/join-target';
import { inTheNameOf } from '../../server/features/accounts/index.ts';
import { CASES, CasesAtWork, POLICE, UNIT, WARNING, WHY } from '../support/a-case-office-at-work.ts';
import { textOf } from '../support/read-document.ts';

const at = new CasesAtWork('case-office');
const { send, see, step, take, noon, addPhoto, confirmed, objectTo, serve, personOf, everyStepIsALeaf } = at;
beforeAll(at.start);
afterAll(at.stop);

const SETTINGS = '/api/v1/staff/service-settings/laporan';
const letterOf = async (caseId: string, kind: 'sanction' | 'objection'): Promise<string> => {
  const letter = (await see(caseId)).letters.findLast((one) => one.kind === kind);
  const file = await send('auditor', 'GET', `${CASES}/${caseId}/letters/${letter?.letterId}`);
  return textOf(new Uint8Array(file.bytes)).replace(/\s+/g, ' ');
};

describe('who gives a sanction', () => {
  it('is the office that signs it; Satpol PP receives the case, says what was done, and gives none', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    for (const [name, body] of [
      ['impose', WARNING],
      ['handOver', { unitId: POLICE, ...WHY }],
    ] as const)
      expect((await step('satpolPp', caseId, name, body)).status, name).toBe(403);
    expect((await see(caseId, 'satpolPp')).steps).toEqual([]);
    await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    expect((await serve(caseId, '2026-11-23')).status).toBe(200);
    await take('pejabatPenandatangan', caseId, 'handOver', { unitId: POLICE, ...WHY });
    expect((await step('satpolPp', caseId, 'enforce', WARNING)).status).toBe(403);
    const owed = async () => (await see(caseId)).clocks.find(({ stage }) => stage === 'enforce')?.isOwed;
    expect(await owed()).toBe(true);
    const done = await take('satpolPp', caseId, 'carryOut', { reason: 'Bangunan disegel (uji).' });
    expect(done).toMatchObject({ state: 'dilimpahkan', sanctions: [{ level: 1 }] });
    expect(done.moves.at(-1)).toMatchObject({ step: 'carryOut', reason: 'Bangunan disegel (uji).' });
    expect(await owed()).toBe(false);
    await take('satpolPp', caseId, 'takeBack', { unitId: UNIT, ...WHY });
  });

  it('the second lock says so, too: no row of a sanction and no letter of one in the name of whoever enforces', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    for (const [who, kind] of [
      ['satpolPp', 'sanction'],
      ['satpolPp', 'objection'],
      ['pejabatPenghubung', 'sanction'],
    ] as const)
      await expect(
        inTheNameOf(
          at.database.sql,
          personOf(who),
          (tx) => tx`
            insert into case_letter (letter_id, case_id, kind, case_revision, series, year, sequence, number, state,
                                     is_trial, reserved_at)
            select gen_random_uuid(), case_id, ${kind}, 99, series, year, 9999, 'uji', 'reserved', true, now()
            from case_letter where case_id = ${caseId}`,
        ),
      ).rejects.toThrow(/row-level security/);
    await expect(
      inTheNameOf(
        at.database.sql,
        personOf('satpolPp'),
        (tx) => tx`
          insert into case_sanction (sanction_id, case_id, kind, obligation, article, letter_id, imposed_by, imposed_at)
          select gen_random_uuid(), case_id, 'pembongkaran', 'uji', 'uji', letter_id,
                 ${personOf('satpolPp').accountId}, now() from case_sanction where case_id = ${caseId}`,
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

describe('an objection', () => {
  it('has its term, its desk and what they rest on in the letter that is served, and a clock without a setting', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    const letter = await letterOf(caseId, 'sanction');
    expect(letter).toContain('21 hari kerja sejak surat ini disampaikan');
    expect(letter).toContain('dalam 10 hari kerja');
    expect(letter).toContain('secara tertulis kepada CONTOH – Kota Contoh');
    expect(letter).toContain('UU 30/2014 Pasal 75–78 (menunggu konfirmasi Bagian Hukum)');
    expect((await see(caseId)).sanctions).toMatchObject([{ objectDays: 21, objectUntil: null }]);
    const served = await serve(caseId, '2026-11-23');
    expect(served.body.sanctions).toMatchObject([{ objectUntil: '2026-12-22' }]);
    expect((await objectTo('petugasLayanan', caseId)).status).toBe(200);
    const told = await see(caseId);
    expect(told.objections).toMatchObject([{ isLate: false }]);
    expect(told.clocks.find(({ stage }) => stage === 'objection')).toMatchObject({
      isOwed: true,
      clock: { dueOn: '2026-12-07' },
    });
  });

  it('its terms are rows that the office edits; what a letter said is kept with it, and a late one is called late', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    const { settings, revision } = caseSettingsAnswerSchema.parse(
      (await send('administrator', 'GET', SETTINGS)).body,
    );
    const set = {
      ...settings,
      policy: { ...settings.policy, objectWithinDays: 5, objectionDays: 3 },
      objectionBasis: 'CONTOH Pasal 77',
      objectionDesk: 'CONTOH Loket 4, Jl. Uji 1',
    };
    expect((await send('administrator', 'PUT', SETTINGS, revision, set)).status).toBe(200);
    await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    const letter = await letterOf(caseId, 'sanction');
    for (const words of [
      '5 hari kerja sejak surat',
      'CONTOH Loket 4',
      'CONTOH Pasal 77',
      'dalam 3 hari kerja',
    ])
      expect(letter).toContain(words);
    await send('administrator', 'PUT', SETTINGS, revision + 1, settings);
    expect((await serve(caseId, '2026-11-23')).body.sanctions).toMatchObject([
      { objectDays: 5, objectUntil: '2026-11-30' },
    ]);
    noon('2026-12-01');
    expect((await objectTo('petugasLayanan', caseId, '2026-12-01')).status).toBe(200);
    expect((await see(caseId)).objections).toMatchObject([{ isLate: true }]);
  });

  it('a term that was left open before there was one is the one of the law', async () => {
    const { sql } = at.database;
    const before = await sql`select settings from service_setting where service = 'laporan'`;
    const policy = { verifyDays: 4, objectionDays: null };
    await sql`
      insert into service_setting (service, settings, revision, set_by, set_at)
      values ('laporan', ${sql.json({ policy })}, 1, 'account:uji', now())
      on conflict (service) do update set settings = excluded.settings`;
    const told = caseSettingsAnswerSchema.parse((await send('administrator', 'GET', SETTINGS)).body);
    expect(told.settings.policy).toMatchObject({ verifyDays: 4, objectWithinDays: 21, objectionDays: 10 });
    if (before[0] === undefined) await sql`delete from service_setting where service = 'laporan'`;
    else
      await sql`update service_setting set settings = ${sql.json(before[0]['settings'])} where service = 'laporan'`;
  });

  it('is decided by a numbered letter with outcome, reason and what can be done next', async () => {
    noon('2026-11-23');
    const heard = { reason: 'Garisnya diukur ulang (uji).', article: 'CONTOH Ps 9' };
    for (const [name, words] of [
      ['dismissObjection', ['Ditolak', 'tetap berlaku']],
      ['grantObjection', ['Diterima', 'tidak berlaku lagi']],
    ] as const) {
      const caseId = await confirmed();
      await take('pejabatPenandatangan', caseId, 'impose', WARNING);
      await objectTo('petugasLayanan', caseId);
      const told = await take('pejabatPenghubung', caseId, name, heard);
      const letter = told.letters.at(-1);
      expect(letter).toMatchObject({ kind: 'objection', isTrial: true });
      expect(letter?.number).toMatch(/^UJI\/\d{4}\/PTR\/XI\/2026$/);
      const text = await letterOf(caseId, 'objection');
      for (const one of [
        ...words,
        'Keputusan atas keberatan',
        letter?.number ?? '',
        `PRK-${caseId.slice(0, 8).toUpperCase()}`,
        'Garisnya diukur ulang (uji).',
        'CONTOH Ps 9',
        '23 November 2026',
        'SP-1',
        'kepada atasan pejabat, 10 hari kerja',
      ])
        expect(text, name).toContain(one);
      expect(text).not.toContain(told.ticket);
    }
  });
});

describe('a case about somebody of the government', () => {
  const given = { unitId: UNIT };
  const checked = { ...given, assignmentCheck: 'Seksi lain; kepala seksinya bukan yang dilaporkan (uji).' };

  it('is given to nobody before whoever gives it says how they know that it is not about them; the log has it', async () => {
    noon('2026-11-23');
    const caseId = await at.office.open({ isWithheld: true });
    const seen = async () => (await see(caseId, 'pejabatPenghubung')).revision;
    const move = async (name: string, body: object) =>
      send('pejabatPenghubung', 'POST', `${CASES}/${caseId}/steps/${name}`, await seen(), body);
    await move('verify', { serviceClass: 'ringan' });
    const refused = await move('dispose', given);
    expect([refused.status, refused.body.code]).toEqual([422, 'assignmentUnchecked']);
    expect((await move('dispose', checked)).body).toMatchObject({
      state: 'ditugaskan',
      unit: { unitId: UNIT },
    });
    const [event] = await at.database.sql<{ facts: object; personal: object }[]>`
      select facts, personal from log_event where kind = 'case.assignmentChecked' and facts ->> 'caseId' = ${caseId}`;
    expect(event).toMatchObject({
      facts: { unitId: UNIT, officerId: null },
      personal: { reason: checked.assignmentCheck },
    });
    expect((await move('reassign', { ...given, ...WHY })).body.code).toBe('assignmentUnchecked');
  });

  it('is refused to whom it is about, also before a second person has agreed that it is', async () => {
    noon('2026-11-23');
    const caseId = await at.office.open();
    await take('petugasLayanan', caseId, 'verify', { serviceClass: 'ringan' });
    const about = { accountId: personOf('surveyor').accountId, ...WHY };
    const { revision } = await see(caseId);
    await send('petugasLayanan', 'POST', `${CASES}/${caseId}/conflicts`, revision, about);
    const officerId = personOf('surveyor').accountId;
    expect((await step('petugasLayanan', caseId, 'dispose', { ...checked, officerId })).body.code).toBe(
      'officerGone',
    );
    // It is the unit of that person: somebody answers for it, or it is not given there.
    expect((await step('petugasLayanan', caseId, 'dispose', given)).body.code).toBe('assignmentUnchecked');
    await take('petugasLayanan', caseId, 'dispose', checked);
    const plain = await at.office.open();
    await take('petugasLayanan', plain, 'verify', { serviceClass: 'ringan' });
    await take('petugasLayanan', plain, 'dispose', given);
    await addPhoto(plain);
  });
});

describe('the end of a case', () => {
  it('has an answer that each of its reporters reads, which ends what is owed and is passed on; no other trail of it', async () => {
    noon('2026-11-24');
    const caseId = await at.office.open();
    at.office.reports.add(caseId, { ticket: 'LAP-UJ1UJ-DUA03' });
    await take('petugasLayanan', caseId, 'verify', { serviceClass: 'ringan' });
    const end = (answer?: string) =>
      step('petugasLayanan', caseId, 'dismiss', { outcome: 'dataKurang', ...WHY, answer });
    expect((await end()).body).toMatchObject({ code: 'stepIncomplete', params: { names: ['answer'] } });
    // Among several reporters can be whom it is about.
    expect((await end('Yth. Bapak Anton, hubungi 0812-3456-7890.')).body.code).toBe('replyNames');
    expect((await see(caseId)).state).toBe('terverifikasi');
    const closed = await end('Keterangannya belum cukup (uji).');
    expect(closed.body).toMatchObject({ state: 'ditutup' });
    expect(closed.body.clocks.find(({ stage }: { stage: string }) => stage === 'reply').isOwed).toBe(false);
    const { news } = at.office.reports.news.findLast((one) => one.caseId === caseId)!;
    expect(news).toMatchObject({
      kind: 'moved',
      state: 'ditutup',
      to: null,
      words: 'Keterangannya belum cukup (uji).',
    });
    // It stands in threads that whoever goes out does not read, and nowhere for everybody.
    const answer = async (who: 'petugasLayanan' | 'surveyor') =>
      (await see(caseId, who)).moves.at(-1)?.answer;
    expect([await answer('petugasLayanan'), await answer('surveyor')]).toEqual([
      'Keterangannya belum cukup (uji).',
      null,
    ]);
    expect(JSON.stringify(await at.standing(caseId))).not.toContain('Keterangannya');
    const path = '/api/v1/staff/case-export?from=2026-11-24&to=2026-11-24&format=json';
    const { reports } = (await send('pejabatPenghubung', 'GET', path)).body;
    expect(reports.map(({ jawaban }: { jawaban: string }) => jawaban)).toEqual([
      'Keterangannya belum cukup (uji).',
      'Keterangannya belum cukup (uji).',
    ]);
  });
});

describe('the trail', () => {
  it('says to whom a case was given, step by step, for who sees the case', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    await take('pejabatPenandatangan', caseId, 'handOver', { unitId: POLICE, ...WHY });
    const told = (await see(caseId)).moves.flatMap(({ step: name, givenTo }) =>
      givenTo === null ? [] : [[name, givenTo]],
    );
    expect(told).toEqual([
      ['dispose', { unit: 'CONTOH Seksi Pengendalian', officer: 'CONTOH surveyor' }],
      ['handOver', { unit: 'CONTOH Satpol PP', officer: null }],
    ]);
  });
});

describe('a join', () => {
  it('is shown before it is done: where the other case is, what it is about, and who saw what', async () => {
    noon('2026-11-23');
    const [mine, other] = [await at.office.open(), await at.office.open({ place: [116.8041, -1.1931] })];
    const { ticket } = await see(other);
    const target = async (asked: string, who: 'petugasLayanan' | 'surveyor' = 'petugasLayanan') =>
      send(who, 'GET', `${CASES}/${mine}/join-target?ticket=${asked}`);
    const shown = joinTargetSchema.parse((await target(ticket)).body);
    expect(shown).toMatchObject({
      caseId: other,
      ticket,
      state: 'diterima',
      category: 'uji',
      place: [116.8041, -1.1931],
      reports: [{ ticket, category: 'uji', description: 'Bangunan melewati garis sempadan (uji).' }],
    });
    expect(shown.distanceM).toBeGreaterThan(10);
    expect(shown.distanceM).toBeLessThan(20);
    expect((await target(ticket, 'surveyor')).status).toBe(403);
    for (const wrong of [(await see(mine)).ticket, 'LAP-T1DAK-ADA00'])
      expect((await target(wrong)).body.code).toBe('joinRefused');
    // What is hidden from who asks is refused like what is not there.
    const about = { accountId: personOf('petugasLayanan').accountId, ...WHY };
    await send(
      'pejabatPenghubung',
      'POST',
      `${CASES}/${other}/conflicts`,
      (await see(other)).revision,
      about,
    );
    expect((await target(ticket)).body.code).toBe('joinRefused');
  });
});

describe('what is refused', () => {
  it('is told with the names of state and step, in the language of who reads it, and never their codes', async () => {
    noon('2026-11-23');
    const caseId = await at.office.open();
    const refused = (await step('analis', caseId, 'askInspection', WHY)).body;
    expect(refused).toMatchObject({
      code: 'stepNotPossible',
      params: { state: 'diterima', step: 'askInspection' },
    });
    expect(refused.detail).toContain('(“Diterima”)');
    expect(refused.detail).toContain('(“Minta pemeriksaan lapangan”)');
    const english = problemDetail(refused, 'en');
    expect(english).toContain('(“Received”)');
    expect(english).not.toMatch(/diterima|askInspection|[[\]{}]/);
    expect(problemDetail({ code: 'stepNotPossible', params: {} }, 'id')).not.toMatch(/[[\]{}–“]/);
  });
});

describe('a sanction without a term', () => {
  it('once served says that it has none, in the case and among its clocks', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    const sanction = { ...WARNING.sanction, kind: 'pembongkaran', termDays: null };
    await take('pejabatPenandatangan', caseId, 'impose', { ...WARNING, sanction });
    expect(await letterOf(caseId, 'sanction')).toContain('Tanpa batas waktu');
    expect((await serve(caseId, '2026-11-23')).body.sanctions).toMatchObject([
      { dueOn: null, termDays: null },
    ]);
    expect((await see(caseId)).clocks.find(({ stage }) => stage === 'sanction')).toMatchObject({
      isOwed: true,
      clock: { state: 'notSet', dueOn: null },
    });
  });
});

it('every step of every case is a leaf of the log, and the log is whole', () => everyStepIsALeaf(20));
