import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workUnitsSchema } from '#domain/violation-case/work-unit';
import { inTheNameOf } from '../../server/features/accounts/index.ts';
import {
  disputeCase,
  openCase,
  publicStanding,
  releaseGoneUnits,
} from '../../server/features/cases/index.ts';
import {
  CASES,
  CasesAtWork,
  END,
  POLICE,
  PROVEN,
  picture,
  ROUNDS,
  UNIT,
  WARNING,
  WHY,
} from '../support/a-case-office-at-work.ts';
import { aPerson } from '../support/a-person.ts';

const at = new CasesAtWork('cases');
const {
  send,
  see,
  step,
  take,
  standing,
  noon,
  addPhoto,
  assigned,
  inspect,
  confirmed,
  objectTo,
  serve,
  personOf,
  everyStepIsALeaf,
} = at;
beforeAll(at.start);
afterAll(at.stop);

describe('a case', () => {
  it('is opened with its report, due within three working days, and its leaf is in the log', async () => {
    noon('2026-11-20');
    const caseId = await at.office.open();
    expect(await standing(caseId)).toMatchObject({
      state: 'diterima',
      outcome: null,
      moves: [{ state: 'diterima', on: '2026-11-20' }],
      dueOn: '2026-11-25',
      dueStage: 'verify',
      isOverdue: false,
      isPaused: false,
      isEscalated: false,
      ended: null,
      mayDisputeUntil: null,
    });
    const [event] = await at.database.sql<{ facts: object; personal: unknown }[]>`
      select facts, personal from log_event where kind = 'case.opened' and facts ->> 'caseId' = ${caseId}`;
    expect(event?.facts).toMatchObject({ caseId, isDemo: true });
    expect(JSON.stringify(event)).not.toMatch(/116\.8|-1\.1|64\.71/);
  });

  it('is not there when its report was not taken', async () => {
    let caseId = '';
    const failing = at.database.sql.begin(async (tx) => {
      caseId = await openCase(at.office.deps, tx, {
        ticket: 'LAP-GAGAL-00000',
        track: 'ruang',
        category: 'uji',
        place: null,
        kelurahanCode: null,
        isDemo: true,
      });
      throw new Error('not taken');
    });
    await expect(failing).rejects.toThrow('not taken');
    expect(await publicStanding(at.office.deps, at.database.sql, caseId)).toBeUndefined();
  });

  it('CLK03: is due on the day of the city, whatever the zone of machine and database', async () => {
    // 00:30 on Tuesday in Balikpapan, Monday in London.
    at.office.setNow('2026-11-23T16:30:00Z');
    expect(await standing(await at.office.open())).toMatchObject({
      moves: [{ state: 'diterima', on: '2026-11-24' }],
      dueOn: '2026-11-27',
    });
  });

  it('CLK06: moves keep their order when the clock of the machine is put back', async () => {
    at.office.setNow('2026-11-24T02:00:00Z');
    const caseId = await at.office.open();
    at.office.setNow('2026-11-24T01:00:00Z');
    await take('petugasLayanan', caseId, 'verify', { serviceClass: 'ringan' });
    expect((await see(caseId)).moves.map(({ at }) => at)).toEqual([
      '2026-11-24T02:00:00.000Z',
      '2026-11-24T02:00:00.000Z',
    ]);
  });

  it('goes its whole way: verified, assigned, inspected, assessed, confirmed, sanctioned, restored, closed', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    const told = await see(caseId);
    expect(told).toMatchObject({ state: 'penindakan', outcome: 'terbukti', kelurahanCode: '64.71.99.1' });
    expect(told.assessments[0]?.facts.answer?.parts[0]?.zone.code).toBe('R-3');
    const imposed = await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    expect(imposed).toMatchObject({ state: 'pemulihan' });
    expect(imposed.sanctions).toMatchObject([
      { kind: 'peringatanTertulis', level: 1, servedOn: null, dueOn: null },
    ]);
    expect((await serve(caseId, '2026-11-23')).body.sanctions[0]).toMatchObject({ dueOn: '2026-11-30' });
    const { sanctions, revision } = await see(caseId);
    const path = `${CASES}/${caseId}/sanctions/${sanctions[0]!.sanctionId}/fulfilled`;
    const fulfilled = await send('satpolPp', 'POST', path, revision, { fulfilledOn: '2026-11-23', ...WHY });
    expect(fulfilled.body.sanctions[0]).toMatchObject({ fulfilledOn: '2026-11-23', isOverdue: false });
    const photoId = await addPhoto(caseId);
    const closed = await take('petugasLayanan', caseId, 'close', { closing: 'dipulihkan', photoId, ...END });
    expect(closed).toMatchObject({
      state: 'ditutup',
      outcome: 'terbukti',
      closing: 'dipulihkan',
      dueOn: null,
    });
    const shown = await standing(caseId);
    expect(shown).toMatchObject({ state: 'ditutup', closing: 'dipulihkan', ended: '2026-11-23' });
    expect(JSON.stringify(shown)).not.toMatch(/116\.8|Alasan uji|CONTOH|64\.71/);
    // Reporters were told of every change of state, each once, and that somebody went out when they had been there.
    const news = at.office.reports.news.filter((one) => one.caseId === caseId).map((one) => one.news);
    expect(news.map(({ state }) => state)).toEqual([
      'terverifikasi',
      'ditugaskan',
      'penilaian',
      'telaah',
      'penindakan',
      'pemulihan',
      'ditutup',
    ]);
    expect(new Set(news.map(({ eventId }) => eventId)).size).toBe(news.length);
    // The last of it with the answer of the office, and with no reason of it.
    expect(news.map(({ words }) => words)).toEqual([...news.slice(1).map(() => null), END.answer]);
    expect((await see(caseId)).clocks.find(({ stage }) => stage === 'reply')?.isOwed).toBe(false);
  });

  it('who reported is not told that somebody goes out before they were there: it can be who is inspected', async () => {
    noon('2026-11-23');
    const caseId = await assigned();
    const shown = async () => (await standing(caseId)).moves.map(({ state }) => state);
    const before = await shown();
    await take('surveyor', caseId, 'goOut');
    expect([await shown(), (await standing(caseId)).state]).toEqual([before, 'ditugaskan']);
    await inspect(caseId, 'notReached');
    await take('surveyor', caseId, 'goOut');
    expect(await shown()).toEqual(before);
    await inspect(caseId);
    expect((await shown()).slice(before.length)).toEqual([
      'pemeriksaan',
      'ditugaskan',
      'pemeriksaan',
      'penilaian',
    ]);
    await take('analis', caseId, 'askInspection', WHY);
    expect((await standing(caseId)).state).toBe('penilaian');
  });
});

describe('“belum selesai”', () => {
  const dispute = (caseId: string, reportId: string = randomUUID()) =>
    at.database.sql.begin((tx) =>
      disputeCase(at.office.deps, tx, caseId, { reportId, words: 'Masih berdiri (uji).' }),
    );
  const dismissed = async (): Promise<string> => {
    const caseId = await at.office.open();
    await take('petugasLayanan', caseId, 'dismiss', { outcome: 'dataKurang', ...END });
    return caseId;
  };

  it('goes to a superior within ten working days of the closing, once, and not back to who closed it', async () => {
    noon('2026-11-20');
    const open = await at.office.open();
    expect((await dispute(open))?.code).toBe('stepNotPossible');
    const caseId = await dismissed();
    expect((await standing(caseId)).mayDisputeUntil).toBe('2026-12-04');
    const mine = randomUUID();
    expect(await dispute(caseId, mine)).toBeNull();
    expect(await standing(caseId, mine)).toMatchObject({
      state: 'peninjauan',
      dueStage: 'review',
      mayDisputeUntil: null,
      ended: null,
    });
    expect((await dispute(caseId, mine))?.code).toBe('stepNotPossible');
    // Words of a reporter can say who it is: they are for whoever answers reporters, and above.
    for (const [who, words] of [
      ['petugasLayanan', 'Masih berdiri (uji).'],
      ['pejabatPenandatangan', 'Masih berdiri (uji).'],
      ['surveyor', null],
      ['satpolPp', null],
      ['analis', null],
      ['auditor', null],
    ] as const) {
      expect((await see(caseId, who)).disputes, who).toMatchObject([{ words }]);
      const rows = await inTheNameOf(
        at.database.sql,
        personOf(who),
        (tx) => tx`select words from case_dispute where case_id = ${caseId}`,
      );
      expect(rows.length, who).toBe(words === null ? 0 : 1);
    }
    expect((await step('petugasLayanan', caseId, 'reopen', WHY)).status).toBe(403);
    const reopened = await take('pejabatPenghubung', caseId, 'reopen', WHY);
    expect(reopened).toMatchObject({ state: 'terverifikasi', outcome: null });
  });

  it('is not heard by a superior who had a hand in it', async () => {
    noon('2026-11-20');
    const caseId = await at.office.open();
    await take('pejabatPenghubung', caseId, 'dismiss', { outcome: 'dataKurang', ...END });
    const mine = randomUUID();
    await dispute(caseId, mine);
    const refused = await step('pejabatPenghubung', caseId, 'uphold', END);
    expect([refused.status, refused.body.code]).toEqual([403, 'secondPersonNeeded']);
    const upheld = await take('pejabatPenandatangan', caseId, 'uphold', END);
    expect(upheld).toMatchObject({ state: 'ditutup', outcome: 'dataKurang' });
    expect((await standing(caseId, mine)).mayDisputeUntil).toBeNull();
    expect((await dispute(caseId, mine))?.code).toBe('stepNotPossible');
  });

  it('RTE01: is not used up by another reporter, neither while that one is heard nor afterwards', async () => {
    noon('2026-11-20');
    const caseId = await dismissed();
    const [violator, neighbour, third] = [randomUUID(), randomUUID(), randomUUID()];
    expect(await dispute(caseId, violator)).toBeNull();
    const { revision } = await see(caseId);
    expect((await standing(caseId, neighbour)).mayDisputeUntil).toBe('2026-12-04');
    expect(await dispute(caseId, neighbour)).toBeNull();
    // It is added to what is heard: no second review, no new clock.
    expect(await see(caseId, 'pejabatPenghubung')).toMatchObject({
      revision,
      state: 'peninjauan',
      disputes: [{}, {}],
    });
    await take('pejabatPenghubung', caseId, 'uphold', END);
    for (const heard of [violator, neighbour])
      expect((await dispute(caseId, heard))?.code).toBe('stepNotPossible');
    expect((await standing(caseId, third)).mayDisputeUntil).toBe('2026-12-04');
    expect(await dispute(caseId, third)).toBeNull();
    expect((await standing(caseId)).state).toBe('peninjauan');
    // The second lock: twice for one closing is none.
    await expect(
      at.database.sql`
        insert into case_dispute (case_id, report_id, closing, words, at)
        select case_id, report_id, closing, 'uji', now() from case_dispute where report_id = ${third}`,
    ).rejects.toThrow(/duplicate key/);
  });

  it('comes too late after them', async () => {
    noon('2026-11-20');
    const caseId = await dismissed();
    at.office.setNow('2026-12-04T15:59:00Z');
    expect((await standing(caseId)).mayDisputeUntil).toBe('2026-12-04');
    at.office.setNow('2026-12-04T16:01:00Z');
    expect((await standing(caseId)).mayDisputeUntil).toBeNull();
    expect((await dispute(caseId))?.code).toBe('stepNotPossible');
  });
});

describe('outcomes', () => {
  it('“bukan kewenangan” names for whom it is, and the public reads it; no other outcome does', async () => {
    noon('2026-11-23');
    const caseId = await at.office.open();
    const without = await step('petugasLayanan', caseId, 'dismiss', { outcome: 'bukanKewenangan', ...END });
    expect([without.status, without.body.code, without.body.params]).toMatchObject([
      422,
      'stepIncomplete',
      { names: ['forwardTo'] },
    ]);
    const forwardTo = 'CONTOH Dinas Kelautan Provinsi, Jl. Contoh 1';
    await take('petugasLayanan', caseId, 'dismiss', { outcome: 'bukanKewenangan', forwardTo, ...END });
    expect(await standing(caseId)).toMatchObject({ outcome: 'bukanKewenangan', forwardTo });
    const other = await at.office.open();
    const refused = await step('petugasLayanan', other, 'dismiss', {
      outcome: 'sengketaPerdata',
      forwardTo,
      ...END,
    });
    expect(refused.status).toBe(422);
  });

  it.each(['tidakTerbukti', 'sudahBerizin', 'sengketaPerdata'] as const)(
    '%s is recommended, confirmed by somebody else, and closes the case',
    async (outcome) => {
      noon('2026-11-23');
      const caseId = await assigned();
      await take('analis', caseId, 'assessAtDesk', WHY);
      const assessment = { ...PROVEN, outcome, findings: [], sanctions: [] };
      const told = await take('analis', caseId, 'recommend', { assessment });
      expect(told).toMatchObject({ state: 'telaah', recommended: outcome, outcome: null });
      // Nobody outside learns what is recommended before it was looked at.
      expect(JSON.stringify(await standing(caseId))).not.toContain(outcome);
      expect((await step('verifikator', caseId, 'confirmViolation')).body.code).toBe('stepNotPossible');
      const closed = await take('verifikator', caseId, 'confirmOutcome', END);
      expect(closed).toMatchObject({ state: 'ditutup', outcome });
    },
  );

  it('four eyes: whoever recommended does not confirm, and not send back either', async () => {
    noon('2026-11-23');
    const caseId = await assigned();
    await take('second', caseId, 'assessAtDesk', WHY);
    const assessment = { ...PROVEN, outcome: 'tidakTerbukti', findings: [], sanctions: [] };
    await take('second', caseId, 'recommend', { assessment });
    for (const name of ['confirmOutcome', 'sendBack'])
      expect((await step('second', caseId, name, WHY)).body.code).toBe('secondPersonNeeded');
    await take('verifikator', caseId, 'sendBack', WHY);
  });

  it('“terbukti” needs somebody who was there, and a rule that was broken', async () => {
    noon('2026-11-23');
    const caseId = await assigned();
    await take('analis', caseId, 'assessAtDesk', WHY);
    const unseen = await step('analis', caseId, 'recommend', { assessment: PROVEN });
    expect([unseen.status, unseen.body.code]).toEqual([422, 'inspectionMissing']);
    await take('analis', caseId, 'askInspection', WHY);
    const lost = await inspect(caseId, 'notReached');
    expect((await see(caseId)).inspections).toMatchObject([{ roundId: lost, isReached: false }]);
    await take('analis', caseId, 'assessAtDesk', WHY);
    expect((await step('analis', caseId, 'recommend', { assessment: PROVEN })).body.code).toBe(
      'inspectionMissing',
    );
    await take('analis', caseId, 'askInspection', WHY);
    await inspect(caseId);
    const empty = await step('analis', caseId, 'recommend', { assessment: { ...PROVEN, findings: [] } });
    expect(empty.body).toMatchObject({ code: 'stepIncomplete', params: { names: ['findings'] } });
  });
});

describe('WFL: workflow', () => {
  it('WFL02: nothing closes without a reason, without its record of an inspection, or as fixed without a new photo', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    const refused = async (body: object): Promise<unknown> => {
      const answered = await step('petugasLayanan', caseId, 'close', body);
      expect(answered.status).toBe(422);
      return answered.body.params.names ?? answered.body.code;
    };
    const photo = await picture(900);
    const photoId = await addPhoto(caseId, photo);
    expect(await refused({ closing: 'dipulihkan', photoId })).toEqual(['reason', 'answer']);
    expect(await refused({ closing: 'dipulihkan', photoId, ...WHY })).toEqual(['answer']);
    expect(await refused({ photoId, ...END })).toEqual(['closing']);
    expect(await refused({ closing: 'dipulihkan', ...END })).toEqual(['photoId']);
    expect(await refused({ closing: 'dibongkar', photoId: randomUUID(), ...END })).toEqual(['photoId']);
    expect(await refused({ closing: 'prosesHukum', photoId, ...END })).toEqual(['photoId']);
    // The same picture again: smaller, lighter, written anew.
    const again = await sharp(photo)
      .resize(400)
      .modulate({ brightness: 1.15 })
      .jpeg({ quality: 60 })
      .toBuffer();
    const second = await addPhoto(caseId, again);
    expect(await refused({ closing: 'dipulihkan', photoId: second, ...END })).toBe('photoUsedBefore');
    const onItsSide = await sharp(photo).rotate(90).flop().resize(300).jpeg({ quality: 70 }).toBuffer();
    const third = await addPhoto(caseId, onItsSide);
    expect(await refused({ closing: 'dipulihkan', photoId: third, ...END })).toBe('photoUsedBefore');
    await take('petugasLayanan', caseId, 'close', { closing: 'dipulihkan', photoId, ...END });
    // Of another case, too.
    const other = await confirmed();
    const stolen = await addPhoto(other, photo);
    const answered = await step('petugasLayanan', other, 'close', {
      closing: 'dipulihkan',
      photoId: stolen,
      ...END,
    });
    expect([answered.status, answered.body.code]).toEqual([422, 'photoUsedBefore']);
  });

  it('WFL02: a photo of a round is no photo of the end', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    const [photo] = await at.database.sql<{ roundId: string; itemId: string }[]>`
      select r.round_id as "roundId", p.item_id as "itemId" from field_photo p join field_round r using (round_id)
      where r.subject_id = ${caseId}`;
    const path = `${ROUNDS}/${photo?.roundId}/items/${photo?.itemId}/photo`;
    const photoId = await addPhoto(caseId, (await send('surveyor', 'GET', path)).bytes);
    const answered = await step('petugasLayanan', caseId, 'close', { closing: 'dibongkar', photoId, ...END });
    expect(answered.body).toMatchObject({ code: 'photoUsedBefore', params: { where: 'round' } });
  });

  it('WFL02: an objection letter proves nothing else, and two scans of one form are two letters', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    const scan = (shade: string) =>
      sharp({ create: { width: 320, height: 240, channels: 3, background: shade } })
        .jpeg()
        .toBuffer();
    const served = async (index: number, photoId: string) => {
      const { sanctions, revision } = await see(caseId);
      const path = `${CASES}/${caseId}/sanctions/${sanctions[index]!.sanctionId}/served`;
      return send('satpolPp', 'POST', path, revision, { servedOn: '2026-11-23', how: 'pos', photoId });
    };
    const { article, sanction } = WARNING;
    for (const kind of ['peringatanTertulis', 'penghentianKegiatan'])
      await take('pejabatPenandatangan', caseId, 'impose', { article, sanction: { ...sanction, kind } });
    expect((await served(0, await addPhoto(caseId, await scan('#f0f0f0')))).status).toBe(200);
    // The same file again is the same letter, the scan of another one of the same form is not.
    const again = await served(1, await addPhoto(caseId, await scan('#f0f0f0')));
    expect([again.status, again.body.code]).toEqual([422, 'photoUsedBefore']);
    expect((await served(1, await addPhoto(caseId, await scan('#e8e8e8')))).status).toBe(200);
    const photoId = await addPhoto(caseId);
    const objection = { photoId, datedOn: '2026-11-23' };
    const colleague = await aPerson(at.database.sql, at.office.deps.keys, { roles: ['petugasLayanan'] });
    await take(at.hire('second officer', colleague), caseId, 'object', { objection, ...WHY });
    await take('pejabatPenghubung', caseId, 'dismissObjection', { article: 'CONTOH Ps 9', ...WHY });
    const end = await step('petugasLayanan', caseId, 'close', { closing: 'dipulihkan', photoId, ...END });
    expect([end.status, end.body.code]).toEqual([422, 'photoUsedBefore']);
  });

  it('WFL04: SP-2 waits for the due day of SP-1, there is no SP-1 twice and no SP-4, and nothing before it was confirmed', async () => {
    noon('2026-11-23');
    const unverified = await at.office.open();
    expect((await step('pejabatPenandatangan', unverified, 'impose', WARNING)).body.code).toBe(
      'stepNotPossible',
    );
    const caseId = await confirmed();
    await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    const unserved = await step('pejabatPenandatangan', caseId, 'impose', WARNING);
    expect([unserved.status, unserved.body.code]).toEqual([409, 'warningNotServed']);
    expect((await serve(caseId, '2026-11-22')).status).toBe(422);
    expect((await serve(caseId, '2026-11-24')).status).toBe(422);
    expect((await serve(caseId, '2026-11-23')).status).toBe(200);
    expect((await serve(caseId, '2026-11-23')).body.code).toBe('changedMeanwhile');
    // Five working days: until the 30th, and that day counts.
    noon('2026-11-30');
    const early = await step('pejabatPenandatangan', caseId, 'impose', WARNING);
    expect([early.status, early.body.code]).toEqual([409, 'warningTooEarly']);
    expect(early.body.detail).toMatch(/PP 21\/2021/);
    noon('2026-12-01');
    await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    await serve(caseId, '2026-12-01');
    noon('2026-12-14');
    await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    await serve(caseId, '2026-12-14');
    noon('2026-12-28');
    expect((await step('pejabatPenandatangan', caseId, 'impose', WARNING)).body.code).toBe('warningsSpent');
    const demolition = {
      kind: 'pembongkaran',
      obligation: 'Bongkar bangunan.',
      termDays: null,
      amountRupiah: null,
    };
    const told = await take('pejabatPenandatangan', caseId, 'impose', {
      article: 'CONTOH Ps 3',
      sanction: demolition,
    });
    expect(told.sanctions.map(({ kind, level }) => [kind, level])).toEqual([
      ['peringatanTertulis', 1],
      ['peringatanTertulis', 2],
      ['peringatanTertulis', 3],
      ['pembongkaran', null],
    ]);
  });

  it('WFL04: no sanction goes without its legal basis', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    const refused = await step('pejabatPenandatangan', caseId, 'impose', { sanction: WARNING.sanction });
    expect([refused.status, refused.body.code]).toEqual([422, 'stepIncomplete']);
  });

  it('WFL05: nothing is given to a unit or an officer that is gone, and what they had is with nobody', async () => {
    noon('2026-11-23');
    const gone = randomUUID();
    const leaver = await aPerson(at.database.sql, at.office.deps.keys, { roles: ['surveyor'] });
    const body = { name: 'CONTOH Seksi lama', kind: 'office', members: [leaver.accountId] };
    const made = await send('administrator', 'PUT', `/api/v1/staff/work-units/${gone}`, 0, body);
    workUnitsSchema.parse(made.body);
    const caseId = await at.office.open();
    await take('petugasLayanan', caseId, 'verify', { serviceClass: 'ringan' });
    const stranger = { unitId: gone, officerId: personOf('surveyor').accountId };
    expect((await step('petugasLayanan', caseId, 'dispose', stranger)).body.code).toBe('officerGone');
    expect((await step('petugasLayanan', caseId, 'dispose', { unitId: randomUUID() })).body.code).toBe(
      'unitGone',
    );
    await take('petugasLayanan', caseId, 'dispose', { unitId: gone, officerId: leaver.accountId });
    expect((await send('administrator', 'DELETE', `/api/v1/staff/work-units/${gone}`, 1)).status).toBe(200);
    expect(await see(caseId)).toMatchObject({ state: 'ditugaskan', unit: null, officer: null });
    expect((await see(caseId)).moves.at(-1)).toMatchObject({ step: 'unassign', by: null });
    const dead = { unitId: gone, ...WHY };
    expect((await step('petugasLayanan', caseId, 'reassign', dead)).body.code).toBe('unitGone');
    await at.database.sql`update account set disabled_at = now() where id = ${leaver.accountId}`;
    const back = { unitId: UNIT, officerId: personOf('surveyor').accountId, ...WHY };
    await take('petugasLayanan', caseId, 'reassign', back);
    // Killed while a unit ended: the next sweep releases what was left with it.
    await at.database.sql`update violation_case set unit_id = ${gone} where case_id = ${caseId}`;
    await releaseGoneUnits(at.office.deps);
    expect((await see(caseId)).unit).toBeNull();
  });

  it('WFL07: a join is refused into itself, into what is closed, and back; chains are followed, and reports go along', async () => {
    noon('2026-11-23');
    const [a, b, c, closed] = await Promise.all([
      at.office.open(),
      at.office.open(),
      at.office.open(),
      at.office.open(),
    ]);
    const ticketOf = async (caseId: string): Promise<string> => (await see(caseId)).ticket;
    await take('petugasLayanan', closed, 'dismiss', { outcome: 'dataKurang', ...END });
    for (const target of [await ticketOf(a), await ticketOf(closed), 'LAP-TIDAK-ADA00'])
      expect((await step('petugasLayanan', a, 'join', { target, ...WHY })).body.code).toBe('joinRefused');
    await take('petugasLayanan', a, 'join', { target: await ticketOf(b), ...WHY });
    expect(await see(a)).toMatchObject({ state: 'ditutup', outcome: 'duplikat', joinedInto: { caseId: b } });
    expect((await see(b)).reports).toHaveLength(2);
    // B into A leads to B itself.
    expect((await step('petugasLayanan', b, 'join', { target: await ticketOf(a), ...WHY })).body.code).toBe(
      'joinRefused',
    );
    // C into A goes on where A went.
    await take('petugasLayanan', c, 'join', { target: await ticketOf(a), ...WHY });
    expect((await see(c)).joinedInto?.caseId).toBe(b);
    await take('petugasLayanan', b, 'verify', { serviceClass: 'ringan' });
    // A reporter of the first sees how the last goes on.
    expect((await standing(a)).state).toBe('terverifikasi');
  });

  it('WFL07: a chain of fifty ends in one case with all the reports, each told once for each join', async () => {
    noon('2026-11-23');
    const chain = await Promise.all(Array.from({ length: 50 }, () => at.office.open()));
    const before = at.office.reports.news.length;
    for (const [index, caseId] of chain.slice(0, -1).entries()) {
      const target = (await see(chain[index + 1]!)).ticket;
      await take('petugasLayanan', caseId, 'join', { target, ...WHY });
    }
    expect((await see(chain.at(-1)!)).reports).toHaveLength(50);
    expect((await standing(chain[0]!)).state).toBe('diterima');
    const told = at.office.reports.news
      .slice(before)
      .map(({ tickets, news }) => [tickets.length, news.eventId]);
    // Each is told while it is still there, all under one event: the outbox takes it once for each report.
    expect(told).toEqual(Array.from({ length: 49 }, (_, index) => [index + 1, 'joined']));
  }, 120_000);

  it('two that are joined into each other at the same moment leave one of them open', async () => {
    noon('2026-11-23');
    const [a, b] = await Promise.all([at.office.open(), at.office.open()]);
    const [ticketA, ticketB] = [(await see(a)).ticket, (await see(b)).ticket];
    const both = await Promise.all([
      step('petugasLayanan', a, 'join', { target: ticketB, ...WHY }),
      step('petugasLayanan', b, 'join', { target: ticketA, ...WHY }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect([(await see(a)).state, (await see(b)).state].sort()).toEqual(['diterima', 'ditutup']);
  });
});

describe('an objection', () => {
  it('is not written down and granted by one and the same superior', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    expect((await objectTo('pejabatPenghubung', caseId)).status).toBe(200);
    for (const decision of ['grantObjection', 'dismissObjection'])
      expect(
        (await step('pejabatPenghubung', caseId, decision, { article: 'CONTOH Ps 9', ...WHY })).body.code,
      ).toBe('secondPersonNeeded');
    // The second lock: nobody leaves their hand out.
    const other = await confirmed();
    await take('pejabatPenandatangan', other, 'impose', WARNING);
    await expect(
      inTheNameOf(
        at.database.sql,
        personOf('pejabatPenghubung'),
        (tx) => tx`update violation_case set state = 'keberatan' where case_id = ${other}`,
      ),
    ).rejects.toThrow(/written down/);
  });

  it('has its letter and its day, and whoever wrote it down does not end the case either', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    const evidence = await addPhoto(caseId);
    expect((await serve(caseId, '2026-11-23')).status).toBe(200);
    const { revision: served } = await see(caseId);
    const object = (objection: object) => step('petugasLayanan', caseId, 'object', { ...objection, ...WHY });
    const letter = (photoId: string, datedOn = '2026-11-23') => ({ objection: { photoId, datedOn } });
    for (const wrong of [
      {},
      letter(randomUUID()),
      letter(evidence, '2026-11-22'),
      letter(evidence, '2026-11-24'),
    ])
      expect((await object(wrong)).body.code).toBe('stepIncomplete');
    const proof = (await see(caseId)).photos.map(({ photoId }) => photoId).find((one) => one !== evidence)!;
    expect((await object(letter(proof))).body.code).toBe('photoUsedBefore');
    // The second lock: without a letter nothing is objected to, whoever writes their hand down.
    const writer = personOf('petugasLayanan');
    await expect(
      inTheNameOf(
        at.database.sql,
        writer,
        (
          tx,
        ) => tx`update violation_case set state = 'keberatan', prepared_by = prepared_by || ${writer.accountId}::uuid
                   where case_id = ${caseId}`,
      ),
    ).rejects.toThrow(/has its letter/);
    expect((await see(caseId)).revision).toBe(served);
    const written = await object(letter(evidence));
    expect(written.body.objections).toMatchObject([{ photoId: evidence, datedOn: '2026-11-23' }]);
    const heard = { article: 'CONTOH Ps 9', ...WHY };
    expect((await take('pejabatPenghubung', caseId, 'dismissObjection', heard)).state).toBe('pemulihan');
    const end = { closing: 'prosesHukum', ...END };
    expect((await step('petugasLayanan', caseId, 'close', end)).body.code).toBe('secondPersonNeeded');
    await expect(
      inTheNameOf(
        at.database.sql,
        writer,
        (tx) => tx`update violation_case set state = 'ditutup', ended_at = now(), closing = 'prosesHukum',
                          decided_by = decided_by || ${writer.accountId}::uuid where case_id = ${caseId}`,
      ),
    ).rejects.toThrow(/does not end it/);
    // The same letter is no second objection.
    const { article, sanction } = WARNING;
    const other = { ...sanction, kind: 'penghentianKegiatan' };
    await take('pejabatPenandatangan', caseId, 'impose', { article, sanction: other });
    expect((await object(letter(evidence))).body.code).toBe('photoUsedBefore');
  });

  it('that is dismissed leaves the case with whom it was handed to', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    await take('pejabatPenandatangan', caseId, 'handOver', { unitId: POLICE, ...WHY });
    expect((await objectTo('petugasLayanan', caseId)).status).toBe(200);
    const heard = { article: 'CONTOH Ps 9', ...WHY };
    const told = await take('pejabatPenghubung', caseId, 'dismissObjection', heard);
    expect(told).toMatchObject({ state: 'dilimpahkan', unit: { unitId: POLICE } });
    expect((await see(caseId, 'satpolPp')).steps).toEqual(['carryOut', 'takeBack']);
  });

  it('opened again, a case goes on where it stood, with its sanctions, their days and their clock, until somebody finds that there is no violation', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    const served = (await serve(caseId, '2026-11-23')).body;
    const term = async () => (await see(caseId)).clocks.find(({ stage }) => stage === 'sanction');
    expect(await term()).toMatchObject({ isOwed: true, clock: { dueOn: '2026-11-30' } });
    await take('petugasLayanan', caseId, 'close', { closing: 'prosesHukum', ...END });
    await at.database.sql.begin((tx) =>
      disputeCase(at.office.deps, tx, caseId, { reportId: randomUUID(), words: 'Belum selesai (uji).' }),
    );
    expect(await term()).toBeUndefined();
    noon('2026-11-25');
    const opened = await take('pejabatPenghubung', caseId, 'reopen', WHY);
    expect(opened).toMatchObject({
      state: 'pemulihan',
      outcome: 'terbukti',
      closing: null,
      sanctions: served.sanctions,
      dueOn: '2026-11-30',
    });
    expect(await term()).toMatchObject({ isOwed: true, clock: { dueOn: '2026-11-30' } });
    expect((await see(caseId)).clocks.find(({ stage }) => stage === 'reply')?.isOwed).toBe(true);
    const dismissed = { outcome: 'dataKurang', ...END };
    expect((await step('petugasLayanan', caseId, 'dismiss', dismissed)).body.code).toBe('stepNotPossible');
    // What was confirmed is doubted: its terms run on while it is assessed anew.
    const doubted = await take('pejabatPenghubung', caseId, 'reassess', WHY);
    expect(doubted).toMatchObject({ state: 'penilaian', outcome: null, dueOn: '2026-11-30' });
    expect(doubted.steps).not.toContain('join');
    expect(await term()).toMatchObject({ isOwed: true, clock: { dueOn: '2026-11-30' } });
    const assessment = { ...PROVEN, outcome: 'tidakTerbukti', findings: [], sanctions: [] };
    await take('analis', caseId, 'recommend', { assessment });
    const ended = await take('verifikator', caseId, 'confirmOutcome', END);
    expect(ended).toMatchObject({ state: 'ditutup', sanctions: [{ isCancelled: true }] });
  });

  it('is heard by somebody without a hand in it; granted, it takes the sanctions out of force', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    expect((await objectTo('petugasLayanan', caseId)).status).toBe(200);
    expect((await objectTo('petugasLayanan', caseId)).body.code).toBe('stepNotPossible');
    const granted = await take('pejabatPenghubung', caseId, 'grantObjection', {
      article: 'CONTOH Ps 9',
      ...WHY,
    });
    expect(granted).toMatchObject({ state: 'penilaian', outcome: null });
    expect(granted.sanctions).toMatchObject([{ isCancelled: true }]);
    await take('analis', caseId, 'recommend', { assessment: PROVEN });
    await take('verifikator', caseId, 'confirmViolation');
    // The first warning again: that one does not stand any more.
    const again = await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    expect(again.sanctions.map(({ level, isCancelled }) => [level, isCancelled])).toEqual([
      [1, true],
      [1, false],
    ]);
  });
});

it('every step of every case is a leaf of the log, and the log is whole', () => everyStepIsALeaf(150));
