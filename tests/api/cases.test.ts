import { createHash, randomUUID } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#domain/accounts/role';
import {
  caseFactsSchema,
  casePlacesSchema,
  caseQueueSchema,
  caseSettingsAnswerSchema,
  type StaffCase,
  staffCaseSchema,
  workUnitsSchema,
} from '#domain/violation-case/case-answers';
import { DEFAULT_POLICY } from '#domain/violation-case/policy';
import { publicStandingSchema } from '#domain/violation-case/public-standing';
import { inTheNameOf } from '../../server/features/accounts/index.ts';
import {
  computeCaseDays,
  disputeCase,
  escalateCases,
  openCase,
  publicStanding,
  releaseGoneUnits,
} from '../../server/features/cases/index.ts';
import { inspectLog } from '../../server/features/log/index.ts';
import { aCaseOffice, type CaseOffice } from '../support/a-case-office.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { insertSmallCity } from '../support/a-small-city.ts';
import { textOf } from '../support/read-document.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let office: CaseOffice;
const people = new Map<string, Person>();
const UNIT = randomUUID();
const POLICE = randomUUID();
type Who = Role | 'second' | 'other lurah';

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('cases');
  await insertSmallCity(database.sql);
  office = aCaseOffice(database.sql, folder.path);
  const { keys } = office.deps;
  const roles: Role[] = [
    'petugasLayanan',
    'surveyor',
    'analis',
    'verifikator',
    'pejabatPenandatangan',
    'pejabatPenghubung',
    'satpolPp',
    'auditor',
    'administrator',
    'pelaporTerverifikasi',
  ];
  for (const role of roles) people.set(role, await aPerson(database.sql, keys, { roles: [role] }));
  people.set('lurah', await aPerson(database.sql, keys, { roles: ['lurah'], kelurahanCode: '64.71.99.1' }));
  people.set(
    'other lurah',
    await aPerson(database.sql, keys, { roles: ['lurah'], kelurahanCode: '64.71.99.10' }),
  );
  people.set('second', await aPerson(database.sql, keys, { roles: ['surveyor', 'analis', 'verifikator'] }));
  for (const [unitId, name, kind, member] of [
    [UNIT, 'CONTOH Seksi Pengendalian', 'office', 'surveyor'],
    [POLICE, 'CONTOH Satpol PP', 'enforcement', 'satpolPp'],
  ] as const)
    await send('administrator', 'PUT', `/api/v1/staff/work-units/${unitId}`, 0, {
      name,
      kind,
      members: [people.get(member)!.accountId],
    });
});
afterAll(async () => {
  office.close();
  await database.drop();
  folder.remove();
});

const CASES = '/api/v1/staff/cases';
async function send(who: Who, method: string, path: string, revision?: number, body?: unknown) {
  const isBytes = body instanceof Uint8Array;
  const response = await office.app.request(path, {
    method,
    headers: {
      ...people.get(who)!.headers,
      ...(body === undefined ? {} : { 'content-type': isBytes ? 'image/jpeg' : 'application/json' }),
      ...(revision === undefined ? {} : { 'if-match': `"r${revision}"` }),
    },
    ...(body === undefined ? {} : { body: isBytes ? Buffer.from(body) : JSON.stringify(body) }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    body: isJson ? JSON.parse(bytes.toString()) : null,
  };
}
const see = async (caseId: string, who: Who = 'auditor'): Promise<StaffCase> =>
  staffCaseSchema.parse((await send(who, 'GET', `${CASES}/${caseId}`)).body);
const step = async (who: Who, caseId: string, name: string, body: object = {}) =>
  send(who, 'POST', `${CASES}/${caseId}/steps/${name}`, (await see(caseId)).revision, body);
const take = async (who: Who, caseId: string, name: string, body: object = {}): Promise<StaffCase> => {
  const done = await step(who, caseId, name, body);
  expect({ name, status: done.status, body: done.status === 200 ? null : done.body }).toEqual({
    name,
    status: 200,
    body: null,
  });
  return staffCaseSchema.parse(done.body);
};
const standing = async (caseId: string) =>
  publicStandingSchema.parse(await publicStanding(office.deps, database.sql, caseId));
const noon = (day: string): void => office.setNow(`${day}T04:00:00Z`);
const WHY = { reason: 'Alasan uji yang cukup panjang.' };

/** A picture that looks like no other of its number. */
const picture = (seed: number): Promise<Buffer> => {
  const squares = Array.from(
    { length: 72 },
    (_, at) => createHash('sha256').update(`${seed} ${at}`).digest()[0]!,
  );
  return sharp(Buffer.from(squares), { raw: { width: 9, height: 8, channels: 1 } })
    .resize(720, 640, { kernel: 'nearest' })
    .jpeg()
    .toBuffer();
};
let pictures = 0;
const addPhoto = async (caseId: string, bytes?: Uint8Array, who: Who = 'surveyor'): Promise<string> => {
  const photoId = randomUUID();
  pictures += 1;
  const sent = await send(
    who,
    'PUT',
    `${CASES}/${caseId}/photos/${photoId}`,
    undefined,
    bytes ?? (await picture(pictures)),
  );
  expect(sent.status).toBe(200);
  return photoId;
};

const assigned = async (given: Parameters<CaseOffice['open']>[0] = {}): Promise<string> => {
  const caseId = await office.open(given);
  await take('petugasLayanan', caseId, 'verify', { serviceClass: 'tanpaPengawasan' });
  await take('petugasLayanan', caseId, 'dispose', {
    unitId: UNIT,
    officerId: people.get('surveyor')!.accountId,
  });
  return caseId;
};
const ROUNDS = '/api/v1/staff/field-rounds/report';
/** A round on site, with a measure and a photo. */
const inspect = async (caseId: string, decision = 'inspected', who: Who = 'surveyor'): Promise<string> => {
  const roundId = randomUUID();
  const opened = await send(who, 'PUT', `${ROUNDS}/${roundId}`, undefined, { subjectId: caseId });
  expect(opened.status).toBe(200);
  const photoItem = randomUUID();
  pictures += 1;
  await send(who, 'PUT', `${ROUNDS}/${roundId}/items/${photoItem}/photo`, undefined, await picture(pictures));
  const items = [
    [
      photoItem,
      {
        kind: 'photo',
        caption: 'CONTOH tampak depan',
        at: [116.804, -1.193],
        accuracyM: 4,
        bearing: null,
        takenAt: '2026-11-25T02:00:00Z',
      },
    ],
    [randomUUID(), { kind: 'measurement', what: 'offset', value: 1.25, label: 'dinding ke as jalan' }],
    [randomUUID(), { kind: 'task', task: 'permitBoard', outcome: 'done', note: 'tidak ada papan' }],
  ] as const;
  for (const [itemId, content] of items) {
    const sent = await send(who, 'PUT', `${ROUNDS}/${roundId}/items/${itemId}`, undefined, {
      schema: 'field-item/1',
      recordedAt: '2026-11-25T02:00:00Z',
      content,
    });
    expect(sent.status).toBe(200);
  }
  const { revision } = (await send(who, 'GET', `${ROUNDS}/${roundId}`)).body;
  const closed = await send(who, 'POST', `${ROUNDS}/${roundId}/close`, revision, {
    decision,
    outlineItemId: null,
    reason: 'Dinding melewati garis sempadan (uji).',
  });
  expect(closed.body).toMatchObject({ state: 'closed' });
  return roundId;
};
const PROVEN = {
  outcome: 'terbukti',
  summary: 'GSB dilanggar (uji).',
  findings: [{ rule: 'gsb', stated: '5 m', found: '1,25 m', article: 'CONTOH Ps 1', isBroken: true }],
  sanctions: ['peringatanTertulis'],
  forwardTo: null,
} as const;
const assessed = async (given: Parameters<CaseOffice['open']>[0] = {}): Promise<string> => {
  const caseId = await assigned(given);
  await take('surveyor', caseId, 'goOut');
  await inspect(caseId);
  await take('analis', caseId, 'recommend', { assessment: PROVEN });
  return caseId;
};
const confirmed = async (given: Parameters<CaseOffice['open']>[0] = {}): Promise<string> => {
  const caseId = await assessed(given);
  await take('verifikator', caseId, 'confirmViolation');
  return caseId;
};
const WARNING = {
  article: 'CONTOH Ps 2',
  sanction: {
    kind: 'peringatanTertulis',
    obligation: 'Hentikan pembangunan.',
    termDays: 5,
    amountRupiah: null,
  },
} as const;
const serve = async (caseId: string, servedOn: string, index = -1) => {
  const photoId = await addPhoto(caseId);
  const { sanctions, revision } = await see(caseId);
  const path = `${CASES}/${caseId}/sanctions/${sanctions.at(index)!.sanctionId}/served`;
  return send('satpolPp', 'POST', path, revision, { servedOn, how: 'diserahkan', photoId });
};

describe('a case', () => {
  it('is opened with its report, due within three working days, and its leaf is in the log', async () => {
    noon('2026-11-20');
    const caseId = await office.open();
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
    const [event] = await database.sql<{ facts: object; personal: unknown }[]>`
      select facts, personal from log_event where kind = 'case.opened' and facts ->> 'caseId' = ${caseId}`;
    expect(event?.facts).toMatchObject({ caseId, isDemo: true });
    expect(JSON.stringify(event)).not.toMatch(/116\.8|-1\.1|64\.71/);
  });

  it('is not there when its report was not taken', async () => {
    let caseId = '';
    const failing = database.sql.begin(async (tx) => {
      caseId = await openCase(office.deps, tx, {
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
    expect(await publicStanding(office.deps, database.sql, caseId)).toBeUndefined();
  });

  it('CLK03: is due on the day of the city, whatever the zone of machine and database', async () => {
    // 00:30 on Tuesday in Balikpapan, Monday in London.
    office.setNow('2026-11-23T16:30:00Z');
    expect(await standing(await office.open())).toMatchObject({
      moves: [{ state: 'diterima', on: '2026-11-24' }],
      dueOn: '2026-11-27',
    });
  });

  it('CLK06: moves keep their order when the clock of the machine is put back', async () => {
    office.setNow('2026-11-24T02:00:00Z');
    const caseId = await office.open();
    office.setNow('2026-11-24T01:00:00Z');
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
    const closed = await take('petugasLayanan', caseId, 'close', { closing: 'dipulihkan', photoId, ...WHY });
    expect(closed).toMatchObject({
      state: 'ditutup',
      outcome: 'terbukti',
      closing: 'dipulihkan',
      dueOn: null,
    });
    const shown = await standing(caseId);
    expect(shown).toMatchObject({ state: 'ditutup', closing: 'dipulihkan', ended: '2026-11-23' });
    expect(JSON.stringify(shown)).not.toMatch(/116\.8|Alasan uji|CONTOH|64\.71/);
    // Reporters were told of every change of state, each once.
    const news = office.reports.news.filter((one) => one.caseId === caseId).map((one) => one.news);
    expect(news.map(({ state }) => state)).toEqual([
      'terverifikasi',
      'ditugaskan',
      'pemeriksaan',
      'penilaian',
      'telaah',
      'penindakan',
      'pemulihan',
      'ditutup',
    ]);
    expect(new Set(news.map(({ eventId }) => eventId)).size).toBe(news.length);
    expect(news.every(({ words }) => words === null)).toBe(true);
  });
});

describe('“belum selesai”', () => {
  const dispute = (caseId: string) =>
    database.sql.begin((tx) =>
      disputeCase(office.deps, tx, caseId, { reportId: randomUUID(), words: 'Masih berdiri (uji).' }),
    );
  const dismissed = async (): Promise<string> => {
    const caseId = await office.open();
    await take('petugasLayanan', caseId, 'dismiss', { outcome: 'dataKurang', ...WHY });
    return caseId;
  };

  it('goes to a superior within ten working days of the closing, once, and not back to who closed it', async () => {
    noon('2026-11-20');
    const open = await office.open();
    expect((await dispute(open))?.code).toBe('stepNotPossible');
    const caseId = await dismissed();
    expect((await standing(caseId)).mayDisputeUntil).toBe('2026-12-04');
    expect(await dispute(caseId)).toBeNull();
    expect(await standing(caseId)).toMatchObject({
      state: 'peninjauan',
      dueStage: 'review',
      mayDisputeUntil: null,
      ended: null,
    });
    expect((await dispute(caseId))?.code).toBe('stepNotPossible');
    expect((await see(caseId)).disputes).toMatchObject([{ words: 'Masih berdiri (uji).' }]);
    expect((await step('petugasLayanan', caseId, 'reopen', WHY)).status).toBe(403);
    const reopened = await take('pejabatPenghubung', caseId, 'reopen', WHY);
    expect(reopened).toMatchObject({ state: 'terverifikasi', outcome: null });
  });

  it('is not heard by a superior who had a hand in it', async () => {
    noon('2026-11-20');
    const caseId = await office.open();
    await take('pejabatPenghubung', caseId, 'dismiss', { outcome: 'dataKurang', ...WHY });
    await dispute(caseId);
    const refused = await step('pejabatPenghubung', caseId, 'uphold', WHY);
    expect([refused.status, refused.body.code]).toEqual([403, 'secondPersonNeeded']);
    const upheld = await take('pejabatPenandatangan', caseId, 'uphold', WHY);
    expect(upheld).toMatchObject({ state: 'ditutup', outcome: 'dataKurang' });
    expect((await dispute(caseId))?.code).toBe('stepNotPossible');
  });

  it('comes too late after them', async () => {
    noon('2026-11-20');
    const caseId = await dismissed();
    office.setNow('2026-12-04T15:59:00Z');
    expect((await standing(caseId)).mayDisputeUntil).toBe('2026-12-04');
    office.setNow('2026-12-04T16:01:00Z');
    expect((await standing(caseId)).mayDisputeUntil).toBeNull();
    expect((await dispute(caseId))?.code).toBe('stepNotPossible');
  });
});

describe('outcomes', () => {
  it('“bukan kewenangan” names for whom it is, and the public reads it; no other outcome does', async () => {
    noon('2026-11-23');
    const caseId = await office.open();
    const without = await step('petugasLayanan', caseId, 'dismiss', { outcome: 'bukanKewenangan', ...WHY });
    expect([without.status, without.body.code, without.body.params]).toMatchObject([
      422,
      'stepIncomplete',
      { names: ['forwardTo'] },
    ]);
    const forwardTo = 'CONTOH Dinas Kelautan Provinsi, Jl. Contoh 1';
    await take('petugasLayanan', caseId, 'dismiss', { outcome: 'bukanKewenangan', forwardTo, ...WHY });
    expect(await standing(caseId)).toMatchObject({ outcome: 'bukanKewenangan', forwardTo });
    const other = await office.open();
    const refused = await step('petugasLayanan', other, 'dismiss', {
      outcome: 'sengketaPerdata',
      forwardTo,
      ...WHY,
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
      const closed = await take('verifikator', caseId, 'confirmOutcome', WHY);
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
    expect(await refused({ closing: 'dipulihkan', photoId })).toEqual(['reason']);
    expect(await refused({ photoId, ...WHY })).toEqual(['closing']);
    expect(await refused({ closing: 'dipulihkan', ...WHY })).toEqual(['photoId']);
    expect(await refused({ closing: 'dibongkar', photoId: randomUUID(), ...WHY })).toEqual(['photoId']);
    expect(await refused({ closing: 'prosesHukum', photoId, ...WHY })).toEqual(['photoId']);
    // The same picture again: smaller, lighter, written anew.
    const again = await sharp(photo)
      .resize(400)
      .modulate({ brightness: 1.15 })
      .jpeg({ quality: 60 })
      .toBuffer();
    const second = await addPhoto(caseId, again);
    expect(await refused({ closing: 'dipulihkan', photoId: second, ...WHY })).toBe('photoUsedBefore');
    await take('petugasLayanan', caseId, 'close', { closing: 'dipulihkan', photoId, ...WHY });
    // Of another case, too.
    const other = await confirmed();
    const stolen = await addPhoto(other, photo);
    const answered = await step('petugasLayanan', other, 'close', {
      closing: 'dipulihkan',
      photoId: stolen,
      ...WHY,
    });
    expect([answered.status, answered.body.code]).toEqual([422, 'photoUsedBefore']);
  });

  it('WFL02: a photo of a round is no photo of the end', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    const [photo] = await database.sql<{ roundId: string; itemId: string }[]>`
      select r.round_id as "roundId", p.item_id as "itemId" from field_photo p join field_round r using (round_id)
      where r.subject_id = ${caseId}`;
    const path = `${ROUNDS}/${photo?.roundId}/items/${photo?.itemId}/photo`;
    const photoId = await addPhoto(caseId, (await send('surveyor', 'GET', path)).bytes);
    const answered = await step('petugasLayanan', caseId, 'close', { closing: 'dibongkar', photoId, ...WHY });
    expect(answered.body).toMatchObject({ code: 'photoUsedBefore', params: { where: 'round' } });
  });

  it('WFL04: SP-2 waits for the due day of SP-1, there is no SP-1 twice and no SP-4, and nothing before it was confirmed', async () => {
    noon('2026-11-23');
    const unverified = await office.open();
    expect((await step('satpolPp', unverified, 'impose', WARNING)).body.code).toBe('stepNotPossible');
    const caseId = await confirmed();
    await take('satpolPp', caseId, 'impose', WARNING);
    const unserved = await step('satpolPp', caseId, 'impose', WARNING);
    expect([unserved.status, unserved.body.code]).toEqual([409, 'warningNotServed']);
    expect((await serve(caseId, '2026-11-22')).status).toBe(422);
    expect((await serve(caseId, '2026-11-24')).status).toBe(422);
    expect((await serve(caseId, '2026-11-23')).status).toBe(200);
    expect((await serve(caseId, '2026-11-23')).body.code).toBe('changedMeanwhile');
    // Five working days: until the 30th, and that day counts.
    noon('2026-11-30');
    const early = await step('satpolPp', caseId, 'impose', WARNING);
    expect([early.status, early.body.code]).toEqual([409, 'warningTooEarly']);
    expect(early.body.detail).toMatch(/PP 21\/2021/);
    noon('2026-12-01');
    await take('satpolPp', caseId, 'impose', WARNING);
    await serve(caseId, '2026-12-01');
    noon('2026-12-14');
    await take('satpolPp', caseId, 'impose', WARNING);
    await serve(caseId, '2026-12-14');
    noon('2026-12-28');
    expect((await step('satpolPp', caseId, 'impose', WARNING)).body.code).toBe('warningsSpent');
    const demolition = {
      kind: 'pembongkaran',
      obligation: 'Bongkar bangunan.',
      termDays: null,
      amountRupiah: null,
    };
    const told = await take('satpolPp', caseId, 'impose', { article: 'CONTOH Ps 3', sanction: demolition });
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
    const refused = await step('satpolPp', caseId, 'impose', { sanction: WARNING.sanction });
    expect([refused.status, refused.body.code]).toEqual([422, 'stepIncomplete']);
  });

  it('WFL05: nothing is given to a unit or an officer that is gone, and what they had is with nobody', async () => {
    noon('2026-11-23');
    const gone = randomUUID();
    const leaver = await aPerson(database.sql, office.deps.keys, { roles: ['surveyor'] });
    const body = { name: 'CONTOH Seksi lama', kind: 'office', members: [leaver.accountId] };
    const made = await send('administrator', 'PUT', `/api/v1/staff/work-units/${gone}`, 0, body);
    workUnitsSchema.parse(made.body);
    const caseId = await office.open();
    await take('petugasLayanan', caseId, 'verify', { serviceClass: 'ringan' });
    const stranger = { unitId: gone, officerId: people.get('surveyor')!.accountId };
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
    await database.sql`update account set disabled_at = now() where id = ${leaver.accountId}`;
    const back = { unitId: UNIT, officerId: people.get('surveyor')!.accountId, ...WHY };
    await take('petugasLayanan', caseId, 'reassign', back);
    // Killed while a unit ended: the next sweep releases what was left with it.
    await database.sql`update violation_case set unit_id = ${gone} where case_id = ${caseId}`;
    await releaseGoneUnits(office.deps);
    expect((await see(caseId)).unit).toBeNull();
  });

  it('WFL07: a join is refused into itself, into what is closed, and back; chains are followed, and reports go along', async () => {
    noon('2026-11-23');
    const [a, b, c, closed] = await Promise.all([office.open(), office.open(), office.open(), office.open()]);
    const ticketOf = async (caseId: string): Promise<string> => (await see(caseId)).ticket;
    await take('petugasLayanan', closed, 'dismiss', { outcome: 'dataKurang', ...WHY });
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
    const chain = await Promise.all(Array.from({ length: 50 }, () => office.open()));
    const before = office.reports.news.length;
    for (const [index, caseId] of chain.slice(0, -1).entries()) {
      const target = (await see(chain[index + 1]!)).ticket;
      await take('petugasLayanan', caseId, 'join', { target, ...WHY });
    }
    expect((await see(chain.at(-1)!)).reports).toHaveLength(50);
    expect((await standing(chain[0]!)).state).toBe('diterima');
    const told = office.reports.news.slice(before).map(({ tickets, news }) => [tickets.length, news.eventId]);
    // Each is told while it is still there, all under one event: the outbox takes it once for each report.
    expect(told).toEqual(Array.from({ length: 49 }, (_, index) => [index + 1, 'joined']));
  });

  it('two that are joined into each other at the same moment leave one of them open', async () => {
    noon('2026-11-23');
    const [a, b] = await Promise.all([office.open(), office.open()]);
    const [ticketA, ticketB] = [(await see(a)).ticket, (await see(b)).ticket];
    const both = await Promise.all([
      step('petugasLayanan', a, 'join', { target: ticketB, ...WHY }),
      step('petugasLayanan', b, 'join', { target: ticketA, ...WHY }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect([(await see(a)).state, (await see(b)).state].sort()).toEqual(['diterima', 'ditutup']);
  });
});

describe('an objection', () => {
  it('is heard by somebody without a hand in it; granted, it takes the sanctions out of force', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    await take('satpolPp', caseId, 'impose', WARNING);
    await take('petugasLayanan', caseId, 'object', WHY);
    expect((await step('petugasLayanan', caseId, 'object', WHY)).body.code).toBe('stepNotPossible');
    const granted = await take('pejabatPenghubung', caseId, 'grantObjection', {
      article: 'CONTOH Ps 9',
      ...WHY,
    });
    expect(granted).toMatchObject({ state: 'penilaian', outcome: null });
    expect(granted.sanctions).toMatchObject([{ isCancelled: true }]);
    await take('analis', caseId, 'recommend', { assessment: PROVEN });
    await take('verifikator', caseId, 'confirmViolation');
    // The first warning again: that one does not stand any more.
    const again = await take('satpolPp', caseId, 'impose', WARNING);
    expect(again.sanctions.map(({ level, isCancelled }) => [level, isCancelled])).toEqual([
      [1, true],
      [1, false],
    ]);
  });
});

describe('letters', () => {
  it('hand over to a unit of enforcement, by a numbered letter that says it is a trial', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    expect((await step('satpolPp', caseId, 'handOver', { unitId: UNIT, ...WHY })).body.code).toBe('unitGone');
    const told = await take('satpolPp', caseId, 'handOver', { unitId: POLICE, ...WHY });
    expect(told).toMatchObject({ state: 'dilimpahkan', unit: { unitId: POLICE } });
    const [letter] = told.letters;
    expect(letter).toMatchObject({ kind: 'handOver', isTrial: true });
    expect(letter?.number).toMatch(/^UJI\/\d{4}\/PTR\/XI\/2026$/);
    const file = await send('auditor', 'GET', `${CASES}/${caseId}/letters/${letter?.letterId}`);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    const text = textOf(new Uint8Array(file.bytes));
    expect(text).toContain(letter?.number);
    expect(text).toMatch(/UJI COBA – BUKAN DOKUMEN RESMI/);
    await take('satpolPp', caseId, 'enforce', WARNING);
    await take('satpolPp', caseId, 'takeBack', { unitId: UNIT, ...WHY });
  });

  it('CON04: are numbered without a gap, whoever fails on the way, and a number that was given up keeps its row', async () => {
    noon('2026-11-23');
    const cases = await Promise.all(Array.from({ length: 3 }, () => confirmed()));
    const before = await sequences();
    office.breakPrinter(async () => ({ ok: false, problem: { code: 'busy', params: {} } }));
    const failed = await Promise.all(cases.map((caseId) => step('satpolPp', caseId, 'impose', WARNING)));
    expect(failed.map(({ status, body }) => [status, body.code])).toEqual(
      cases.map(() => [503, 'letterNotMade']),
    );
    office.breakPrinter();
    const [first, second, third] = cases as [string, string, string];
    // The same call goes on with the same number.
    const told = await take('satpolPp', first, 'impose', WARNING);
    expect(told.sanctions[0]?.letter.number).toBe(failed[0]?.body.params.number);
    // Another step gives the number up.
    await take('satpolPp', second, 'handOver', { unitId: POLICE, ...WHY });
    await take('petugasLayanan', third, 'pause', { pause: 'menungguInstansi', ...WHY });
    const rows = (await sequences()).slice(before.length);
    expect(rows.map(({ state }) => state).sort()).toEqual(['used', 'used', 'voided', 'voided']);
    const all = (await sequences()).map(({ sequence }) => sequence);
    expect(all).toEqual(all.map((_, index) => index + 1));
  });

  it('CON04: eight at once are eight numbers in a row', async () => {
    noon('2026-11-23');
    const cases = await Promise.all(Array.from({ length: 8 }, () => confirmed()));
    const told = await Promise.all(cases.map((caseId) => take('satpolPp', caseId, 'impose', WARNING)));
    expect(new Set(told.map(({ sanctions }) => sanctions[0]?.letter.number)).size).toBe(8);
    const all = (await sequences()).map(({ sequence }) => sequence);
    expect(all).toEqual(all.map((_, index) => index + 1));
  }, 120_000);

  it('that count wait for the office to set how they are numbered, and who signs, and then bear no mark of a trial', async () => {
    noon('2026-11-23');
    office.setDemo(false);
    const caseId = await confirmed({ isDemo: false });
    expect((await see(caseId)).missingSettings['impose']).toEqual(['letterPattern', 'signer']);
    const refused = await step('satpolPp', caseId, 'impose', WARNING);
    expect([refused.status, refused.body.code]).toEqual([409, 'settingMissing']);
    const path = '/api/v1/staff/service-settings/laporan';
    const { settings, revision } = (await send('administrator', 'GET', path)).body;
    const set = {
      ...settings,
      letterPattern: '{nomor}/SP-UJI/{tahun}',
      signer: { office: 'Kantor uji', title: 'Kepala uji' },
    };
    await send('administrator', 'PUT', path, revision, set);
    const [sanction] = (await take('satpolPp', caseId, 'impose', WARNING)).sanctions;
    expect(sanction?.letter).toMatchObject({ number: '1/SP-UJI/2026', isTrial: false });
    const file = await send('auditor', 'GET', `${CASES}/${caseId}/letters/${sanction?.letter.letterId}`);
    const text = textOf(new Uint8Array(file.bytes));
    expect(text).toMatch(/Surat Peringatan 1 \(SP-1\)[\s\S]*1,25 m/);
    expect(text).not.toMatch(/UJI COBA/);
    await send('administrator', 'PUT', path, revision + 1, settings);
    office.setDemo(null);
  });
});

const sequences = () =>
  database.sql<{ sequence: number; state: string }[]>`
    select sequence, state from case_letter where series = 'surat-uji' order by sequence`;

describe('an inspection', () => {
  it('ends a round on site and in no other way; its record is a PDF that says what was measured', async () => {
    noon('2026-11-25');
    const caseId = await assigned();
    await take('surveyor', caseId, 'goOut');
    expect((await send('surveyor', 'POST', `${CASES}/${caseId}/steps/recordInspection`, 1, WHY)).status).toBe(
      404,
    );
    const list = await send('surveyor', 'GET', ROUNDS);
    expect(list.body.rounds.map((one: { subject: { id: string } }) => one.subject.id)).toContain(caseId);
    const wrong = await send('surveyor', 'PUT', `${ROUNDS}/${randomUUID()}`, undefined, {
      subjectId: randomUUID(),
    });
    expect(wrong.status).toBe(404);
    const roundId = await inspect(caseId);
    expect(await see(caseId)).toMatchObject({
      state: 'penilaian',
      inspections: [{ roundId, isReached: true }],
    });
    const path = `${CASES}/${caseId}/inspections/${roundId}/record`;
    const record = await send('analis', 'GET', path);
    expect(record.status).toBe(200);
    const text = textOf(new Uint8Array(record.bytes)).replace(/\s+/g, ' ');
    for (const words of [
      'Berita acara pemeriksaan lapangan',
      '1,25 m',
      'dinding ke as jalan',
      'tidak ada papan',
      'UJI COBA',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Bangunan melewati garis sempadan');
    expect((await send('analis', 'GET', path.replace(roundId, randomUUID()))).status).toBe(404);
  });
});

describe('who sees a case', () => {
  it('IDO03: a lurah sees those of the own kelurahan, whole codes alone', async () => {
    noon('2026-11-23');
    const own = await office.open();
    const foreign = await office.open({ kelurahanCode: '64.71.99.10' });
    const nowhere = await office.open({ kelurahanCode: null });
    const idsFor = async (who: Who): Promise<string[]> => {
      const found: string[] = [];
      for (let after = ''; ; ) {
        const page = caseQueueSchema.parse((await send(who, 'GET', `${CASES}?state=diterima${after}`)).body);
        found.push(...page.cases.map(({ caseId }) => caseId));
        if (page.next === null) return found;
        after = `&after=${page.next}`;
      }
    };
    const seen = await idsFor('lurah');
    expect([seen.includes(own), seen.includes(foreign), seen.includes(nowhere)]).toEqual([
      true,
      false,
      false,
    ]);
    const others = await idsFor('other lurah');
    expect([others.includes(own), others.includes(foreign)]).toEqual([false, true]);
    for (const path of ['', '/facts'])
      expect((await send('lurah', 'GET', `${CASES}/${foreign}${path}`)).status).toBe(404);
    const places = casePlacesSchema.parse((await send('lurah', 'GET', '/api/v1/staff/case-places')).body);
    expect(places.places.map(({ caseId }) => caseId)).not.toContain(foreign);
    // The second lock says the same.
    const rows = await inTheNameOf(
      database.sql,
      people.get('lurah')!,
      (tx) =>
        tx<
          { id: string }[]
        >`select case_id as id from violation_case where case_id in (${own}, ${foreign}, ${nowhere})`,
    );
    expect(rows.map(({ id }) => id)).toEqual([own]);
    expect((await send('pelaporTerverifikasi', 'GET', CASES)).body.cases).toEqual([]);
  });

  it('IDO07: whom a report is about sees nothing of it, by no way', async () => {
    noon('2026-11-23');
    const suspect = await aPerson(database.sql, office.deps.keys, {
      roles: ['petugasLayanan', 'surveyor', 'satpolPp'],
    });
    people.set('suspect', suspect);
    const as = 'suspect' as Who;
    const caseId = await assigned();
    await take('surveyor', caseId, 'goOut');
    const roundId = await inspect(caseId);
    const { revision } = await see(caseId);
    const noted = await send('pejabatPenghubung', 'POST', `${CASES}/${caseId}/conflicts`, revision, {
      accountId: suspect.accountId,
    });
    expect([noted.status, noted.body.conflicts?.length]).toEqual([200, 1]);
    const now = (await see(caseId)).revision;
    const refused: unknown[] = [];
    for (const [method, path, body] of [
      ['GET', `${CASES}/${caseId}`],
      ['GET', `${CASES}/${caseId}/facts`],
      ['GET', `${CASES}/${caseId}/inspections/${roundId}/record`],
      ['GET', `${ROUNDS}/${roundId}`],
      ['GET', `${ROUNDS}/about/${caseId}`],
      ['POST', `${CASES}/${caseId}/steps/reclassify`, { serviceClass: 'ringan', ...WHY }],
      ['POST', `${CASES}/${caseId}/conflicts`, { accountId: people.get('auditor')!.accountId }],
    ] as const)
      refused.push((await send(as, method, path, now, body)).status);
    expect(refused).toEqual(refused.map(() => 404));
    const queue = await send(as, 'GET', `${CASES}?q=${(await see(caseId)).ticket}`);
    expect(queue.body.cases).toEqual([]);
    const places = await send(as, 'GET', '/api/v1/staff/case-places');
    expect(JSON.stringify(places.body)).not.toContain(caseId);
    for (const table of ['violation_case', 'case_move', 'case_due', 'case_conflict'] as const) {
      const rows = await inTheNameOf(
        database.sql,
        suspect,
        (tx) => tx`select from ${tx(table)} where case_id = ${caseId}`,
      );
      expect(rows.length, table).toBe(0);
    }
    const rounds = await inTheNameOf(
      database.sql,
      suspect,
      (tx) => tx`select from field_round where round_id = ${roundId}`,
    );
    expect(rounds.length).toBe(0);
    // It is not given to them either, nor to their unit once it is about that.
    const unitId = randomUUID();
    const body = { name: 'CONTOH Seksi terlapor', kind: 'office', members: [suspect.accountId] };
    await send('administrator', 'PUT', `/api/v1/staff/work-units/${unitId}`, 0, body);
    const given = { unitId, officerId: suspect.accountId, ...WHY };
    expect((await step('petugasLayanan', caseId, 'reassign', given)).body.code).toBe('officerGone');
    const again = await send(
      'pejabatPenghubung',
      'POST',
      `${CASES}/${caseId}/conflicts`,
      (await see(caseId)).revision,
      {
        unitId,
      },
    );
    expect(again.status).toBe(200);
    expect((await step('petugasLayanan', caseId, 'reassign', { unitId, ...WHY })).body.code).toBe('unitGone');
  });

  it('the second lock: nobody recommends and confirms, washes hands, or acts for somebody else', async () => {
    noon('2026-11-23');
    const caseId = await assessed();
    const analyst = people.get('analis')!;
    const tries: [Person, string][] = [
      [
        analyst,
        `update violation_case set state = 'penindakan', outcome = 'terbukti' where case_id = '${caseId}'`,
      ],
      [analyst, `update violation_case set prepared_by = '{}' where case_id = '${caseId}'`],
      [
        people.get('verifikator')!,
        `update violation_case set decided_by = '{${analyst.accountId}}' where case_id = '${caseId}'`,
      ],
      [
        people.get('petugasLayanan')!,
        `update violation_case set state = 'ditutup', outcome = 'dataKurang', ended_at = now() where case_id = '${caseId}'`,
      ],
    ];
    for (const [person, text] of tries)
      await expect(inTheNameOf(database.sql, person, (tx) => tx.unsafe(text))).rejects.toThrow(
        /does not decide|washes|somebody else|written down/,
      );
    await expect(
      inTheNameOf(
        database.sql,
        analyst,
        (tx) =>
          tx`insert into case_move (case_id, step, from_state, to_state, is_paused, at, actor)
           values (${caseId}, 'verify', 'diterima', 'terverifikasi', false, now(), 'system')`,
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('two who change it at once: one does, the other is shown the case as it is now', async () => {
    noon('2026-11-23');
    const caseId = await office.open();
    const path = `${CASES}/${caseId}/steps/verify`;
    const both = await Promise.all(
      (['petugasLayanan', 'pejabatPenghubung'] as const).map((who) =>
        send(who, 'POST', path, 1, { serviceClass: 'ringan' }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.current.state).toBe('terverifikasi');
    expect((await send('petugasLayanan', 'POST', path, undefined, {})).status).toBe(428);
  });

  it('a step is told what it needs and nothing else', async () => {
    noon('2026-11-23');
    const caseId = await office.open();
    for (const body of [{}, { serviceClass: 'ringan', closing: 'dipulihkan' }])
      expect((await step('petugasLayanan', caseId, 'verify', body)).body.code).toBe('stepIncomplete');
    expect((await step('petugasLayanan', caseId, 'verify', { state: 'ditutup' })).status).toBe(400);
  });
});

describe('the clock', () => {
  it('CLK09: an answer, a pause and a photo of no state move no due day; a class of its own does', async () => {
    noon('2026-11-23');
    const caseId = await assigned();
    const dueOf = async (stage: string) =>
      (await see(caseId)).clocks.find((one) => one.stage === stage)?.clock.dueOn;
    const before = await dueOf('resolve');
    noon('2026-11-24');
    await addPhoto(caseId);
    await take('petugasLayanan', caseId, 'pause', { pause: 'menungguPelapor', ...WHY });
    expect(await standing(caseId)).toMatchObject({
      isPaused: true,
      pauseReason: 'menungguPelapor',
      dueOn: null,
    });
    await take('petugasLayanan', caseId, 'resume');
    const { revision } = await see(caseId);
    await send('petugasLayanan', 'PUT', `${CASES}/${caseId}/sp4n`, revision, { sp4nTicket: '1234567' });
    expect(await dueOf('resolve')).toBe(before);
    await take('petugasLayanan', caseId, 'reply', WHY);
    expect(await dueOf('resolve')).toBe(before);
    expect((await see(caseId)).clocks.find(({ stage }) => stage === 'reply')?.isOwed).toBe(false);
    await take('petugasLayanan', caseId, 'reclassify', { serviceClass: 'pengawasan', ...WHY });
    expect((await dueOf('resolve'))! > before!).toBe(true);
    const { news } = office.reports.news.findLast(
      (one) => one.caseId === caseId && one.news.kind === 'replied',
    )!;
    expect(news.words).toBe(WHY.reason);
  });

  it('terms are rows that the office edits as it has seen them; what is due follows, and the log and the page say so', async () => {
    noon('2026-11-23');
    const caseId = await office.open();
    const path = '/api/v1/staff/service-settings/laporan';
    const told = caseSettingsAnswerSchema.parse((await send('administrator', 'GET', path)).body);
    expect(told).toMatchObject({ settings: { policy: DEFAULT_POLICY, letterPattern: null } });
    const settings = { ...told.settings, policy: { ...DEFAULT_POLICY, verifyDays: 5 } };
    expect((await send('administrator', 'PUT', path, told.revision, settings)).status).toBe(200);
    expect((await send('pejabatPenandatangan', 'PUT', path, told.revision, settings)).status).toBe(409);
    expect(await standing(caseId)).toMatchObject({ dueOn: '2026-11-30', recomputedOn: '2026-11-23' });
    expect((await send('petugasLayanan', 'GET', path)).status).toBe(403);
    await send('administrator', 'PUT', path, told.revision + 1, told.settings);
    expect((await standing(caseId)).dueOn).toBe('2026-11-26');
  });

  it('CLK04: holidays that were decreed late move what is due, by an event, and the page says since when', async () => {
    noon('2026-11-23');
    const caseId = await office.open();
    expect(await standing(caseId)).toMatchObject({
      dueOn: '2026-11-26',
      recomputedOn: null,
      missingYears: [],
    });
    const listed = { source: 'SKB uji yang terlambat', days: [{ day: '2026-11-25', name: 'CONTOH' }] };
    await database.sql`
      insert into holiday_year (year, source, days, set_by, set_at)
      values (2026, ${listed.source}, ${database.sql.json(listed.days)}, 'operator', now())`;
    noon('2026-11-24');
    expect(await computeCaseDays(office.deps, 'operator')).toBeGreaterThan(0);
    expect(await standing(caseId)).toMatchObject({ dueOn: '2026-11-27', recomputedOn: '2026-11-24' });
    expect(await computeCaseDays(office.deps, 'operator')).toBe(0);
    const events =
      await database.sql`select 1 from log_event where kind = 'case.dueDaysComputed' and actor = 'operator'`;
    expect(events.length).toBe(1);
    await database.sql`delete from holiday_year where year = 2026`;
    await computeCaseDays(office.deps, 'operator');
  });

  it('says that it leans on a year whose holidays nobody has loaded', async () => {
    noon('2028-12-28');
    expect((await standing(await office.open())).missingYears).toEqual([2028, 2029]);
    expect((await send('auditor', 'GET', CASES)).body.calendarAlarm).toBe(2028);
  });
});

describe('escalation', () => {
  const escalations = (caseId: string) =>
    database.sql<{ stage: string; no: number }[]>`
      select stage, escalation_no::int as no from case_escalation where case_id = ${caseId} order by escalation_no`;
  const mails = async (): Promise<number> =>
    (await database.sql`select 1 from outbox_message where template = 'case.escalated'`).length;

  it('WFL09: reaches the pejabat penghubung once, for what nobody was given too, whatever the clock does', async () => {
    noon('2026-11-23');
    await escalateCases(office.deps);
    const caseId = await office.open();
    noon('2026-11-26');
    await escalateCases(office.deps);
    expect(await escalations(caseId)).toEqual([]);
    noon('2026-11-27');
    const before = await mails();
    expect(await escalateCases(office.deps)).toBeGreaterThan(0);
    expect((await escalations(caseId)).map(({ stage }) => stage)).toEqual(['verify']);
    expect(await mails()).toBe(before + 1);
    // CLK06: an hour back, a day on, 2038: nobody is told twice.
    for (const moment of [
      '2026-11-27T03:00:00Z',
      '2026-11-28T04:00:00Z',
      '2038-01-19T03:14:08Z',
      '2026-11-27T04:00:00Z',
    ]) {
      office.setNow(moment);
      await escalateCases(office.deps);
    }
    expect((await escalations(caseId)).filter(({ stage }) => stage === 'verify')).toHaveLength(1);
    expect((await standing(caseId)).isEscalated).toBe(true);
    // The next thing that runs out is another one.
    office.setNow('2026-11-27T04:00:00Z');
    await take('petugasLayanan', caseId, 'verify', { serviceClass: 'ringan' });
    expect((await standing(caseId)).isEscalated).toBe(false);
    noon('2026-12-15');
    await escalateCases(office.deps);
    expect((await escalations(caseId)).map(({ stage }) => stage).sort()).toEqual([
      'followUp',
      'reply',
      'resolve',
      'verify',
    ]);
  });

  it('the message holds nothing of the case', async () => {
    const [row] = await database.sql<{ text: string }[]>`
      select parameters::text || dedupe_key as text from outbox_message where template = 'case.escalated' limit 1`;
    expect(row?.text).toMatch(/konsol\/laporan/);
    expect(row?.text).not.toMatch(/LAP-|64\.71|116\.8|uji/);
  });

  it('WFL09: without a pejabat penghubung whoever manages people is told, and nothing is dropped', async () => {
    const { accountId } = people.get('pejabatPenghubung')!;
    await database.sql`update account set disabled_at = now() where id = ${accountId}`;
    noon('2026-11-23');
    const caseId = await office.open();
    noon('2026-11-30');
    await escalateCases(office.deps);
    expect(await escalations(caseId)).toHaveLength(1);
    const [row] = await database.sql<{ key: string }[]>`
      select dedupe_key as key from outbox_message where template = 'case.escalated' and parameters ->> 'hasFocalPoint' = 'false'`;
    expect(row?.key).toContain(people.get('administrator')!.accountId);
    await database.sql`update account set disabled_at = null where id = ${accountId}`;
  });

  it('CLK08: ten thousand that run out together are all told of once, the oldest first, also after a crash in between', async () => {
    noon('2026-11-23');
    await escalateCases({ ...office.deps, clock: { now: () => new Date('2027-06-01T04:00:00Z') } });
    await database.sql`
      insert into violation_case (case_id, ticket, track, category, state, is_demo, opened_at)
      select gen_random_uuid(), 'LAP-10000-' || lpad(i::text, 5, '0'), 'ruang', 'uji', 'diterima', true,
             '2026-10-01T00:00:00Z'::timestamptz + i * interval '1 minute' from generate_series(1, 10000) i`;
    await database.sql`
      insert into case_move (case_id, step, from_state, to_state, is_paused, at, actor)
      select case_id, 'open', 'diterima', 'diterima', false, opened_at, 'public' from violation_case where ticket like 'LAP-10000-%'`;
    await database.sql`
      insert into case_due (case_id, stage, since, due_on)
      select m.case_id, 'verify', m.move_no, m.at::date + 5 from case_move m join violation_case v using (case_id)
      where v.ticket like 'LAP-10000-%'`;
    const told = async (): Promise<number> =>
      (
        await database.sql`select 1 from case_escalation e join violation_case v using (case_id) where v.ticket like 'LAP-10000-%'`
      ).length;
    // Killed in the third batch: what was committed stays, and nothing of the rest.
    let batches = 0;
    const dying = {
      ...office.deps,
      sql: new Proxy(database.sql, {
        get(target, name) {
          if (name !== 'begin') return Reflect.get(target, name);
          return (work: (tx: never) => Promise<unknown>) => {
            batches += 1;
            if (batches === 3) throw new Error('killed');
            return target.begin(work as never);
          };
        },
      }),
    };
    noon('2026-11-30');
    await expect(escalateCases(dying)).rejects.toThrow('killed');
    expect(await told()).toBe(1_000);
    // Two that look at the same time take turns, and share.
    await Promise.all([escalateCases(office.deps), escalateCases(office.deps)]);
    await escalateCases(office.deps);
    expect(await told()).toBe(10_000);
    const [order] = await database.sql<{ inOrder: boolean }[]>`
      select bool_and(e.due_on >= before) as "inOrder"
      from (select e.due_on, lag(e.due_on) over (order by e.escalation_no) as before
            from case_escalation e join violation_case v using (case_id)
            where v.ticket like 'LAP-10000-%' order by e.escalation_no limit 1000) e where before is not null`;
    expect(order?.inOrder).toBe(true);
    await database.sql`delete from violation_case where ticket like 'LAP-10000-%'`;
  }, 180_000);
});

describe('what goes on to others', () => {
  it('XSS05: rows for SP4N-LAPOR! run no formula, name nobody by a form, and round the place', async () => {
    noon('2026-11-20');
    const caseId = await office.open({ ticket: 'LAP-SP4NA-00001' });
    office.reports.add(caseId, {
      ticket: 'LAP-SP4NA-00002',
      description: '=HYPERLINK("http://x";"klik"), WA 0812-3456-7890; "kutip"\nbaris dua',
      about: 'Pak Budi tetangga saya',
      landmark: '@pos ronda',
      place: [116.804321, -1.193456],
    });
    const path = '/api/v1/staff/case-export?from=2026-11-20&to=2026-11-20';
    const csv = (await send('pejabatPenghubung', 'GET', path)).bytes.toString();
    expect(csv.split('\r\n')[0]).toContain('nomor_tiket,tanggal_terima,kanal');
    expect(csv).toContain(`"'=HYPERLINK(""http://x"";""klik""), WA [disamarkan]; ""kutip""`);
    expect(csv).toContain('"116.804","-1.193"');
    expect(csv).not.toMatch(/0812|Budi|116\.8043/);
    const json = (await send('pejabatPenghubung', 'GET', `${path}&format=json`)).body;
    expect(
      json.reports.find((row: { nomor_tiket: string }) => row.nomor_tiket === 'LAP-SP4NA-00002'),
    ).toMatchObject({
      status: 'Diterima',
      rahasia: 'y',
      judul: 'DATA CONTOH – Dugaan pelanggaran: uji',
    });
    expect((await send('petugasLayanan', 'GET', path)).status).toBe(403);
    expect(
      (await send('pejabatPenghubung', 'GET', path.replace('to=2026-11-20', 'to=2028-11-20'))).status,
    ).toBe(400);
  });

  it('the dossier holds timeline, letters and proofs, only with consent, and nobody’s name', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    await take('satpolPp', caseId, 'impose', WARNING);
    const path = `${CASES}/${caseId}/dossier`;
    expect((await send('pejabatPenghubung', 'GET', path)).body.code).toBe('reporterNotAgreed');
    office.reports.add(caseId, {
      ticket: 'LAP-SETUJ-00001',
      description: 'Setuju diteruskan (uji).',
      mayPassOn: true,
    });
    const made = await send('pejabatPenghubung', 'GET', path);
    expect([made.status, made.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const files = unzip(made.bytes);
    const names = [...files.keys()];
    expect(names).toEqual(expect.arrayContaining(['BACA-DULU.txt', 'kronologi.pdf', 'perkara.json']));
    expect(names.filter((name) => name.startsWith('surat/'))).toHaveLength(1);
    expect(names.filter((name) => name.startsWith('bukti/')).length).toBeGreaterThan(8);
    const json = files.get('perkara.json')!.toString();
    expect(JSON.parse(json)).toMatchObject({ schema: 'case-dossier/1', outcome: 'terbukti', isDemo: true });
    expect(json).toContain('Setuju diteruskan');
    // The report of who did not agree is not in it, nor any name of the office.
    expect(json).not.toMatch(/Bangunan melewati|CONTOH (analis|surveyor|satpolPp|verifikator)/);
    const proof = files.get(names.find((name) => name.endsWith('case.opened.tlog-proof'))!)!.toString();
    expect(proof).toMatch(/^c2sp\.org\/tlog-proof@v1/);
    expect((await send('petugasLayanan', 'GET', path)).status).toBe(403);
  });
});

/** Files of an archive that the product wrote. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, nameBytes, extra] = [
      archive.readUInt32LE(at + 18),
      archive.readUInt16LE(at + 26),
      archive.readUInt16LE(at + 28),
    ];
    const begin = at + 30 + nameBytes + extra;
    files.set(
      archive.toString('utf8', at + 30, at + 30 + nameBytes),
      inflateRawSync(archive.subarray(begin, begin + packed)),
    );
    at = begin + packed;
  }
  return files;
}

it('facts of an object: zone, documents, and earlier cases nearby, never one that is hidden from who asks', async () => {
  noon('2026-11-23');
  const earlier = await office.open({ place: [116.8065, -1.1965] });
  const caseId = await office.open({ place: [116.8066, -1.1965] });
  const facts = caseFactsSchema.parse((await send('analis', 'GET', `${CASES}/${caseId}/facts`)).body);
  expect(facts.askedOn).toBe('2026-11-23');
  expect(facts.answer?.parts[0]?.zone.code).toBe('R-3');
  expect(facts.earlier.map((one) => one.caseId)).toEqual([earlier]);
  const { revision } = await see(earlier);
  await send('pejabatPenghubung', 'POST', `${CASES}/${earlier}/conflicts`, revision, {
    accountId: people.get('analis')!.accountId,
  });
  expect((await send('analis', 'GET', `${CASES}/${caseId}/facts`)).body.earlier).toEqual([]);
  const unknown = await office.open({ place: null });
  expect((await send('analis', 'GET', `${CASES}/${unknown}/facts`)).body).toMatchObject({
    answer: null,
    documents: [],
  });
});

it('every step of every case is a leaf of the log, and the log is whole', async () => {
  const [row] = await database.sql<{ moves: number; leaves: number }[]>`
    select (select count(*)::int from case_move where step <> 'open') as moves,
           (select count(*)::int from log_event e join log_leaf l using (event_id) where e.kind = 'case.moved') as leaves`;
  expect(row?.moves).toBeGreaterThan(200);
  expect(row?.leaves).toBe(row?.moves);
  expect((await inspectLog(office.deps)).damage).toBeNull();
});
