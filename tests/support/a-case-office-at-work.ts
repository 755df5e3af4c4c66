import { createHash, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { expect } from 'vitest';
import type { Role } from '#domain/accounts/role';
import { type StaffCase, staffCaseSchema } from '#domain/violation-case/case-answers';
import { publicStandingSchema } from '#domain/violation-case/public-standing';
import { publicStanding } from '../../server/features/cases/index.ts';
import { inspectLog } from '../../server/features/log/index.ts';
import { aCaseOffice, type CaseOffice } from './a-case-office.ts';
import { aPerson, type Person } from './a-person.ts';
import { insertSmallCity } from './a-small-city.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

export const CASES = '/api/v1/staff/cases';
export const ROUNDS = '/api/v1/staff/field-rounds/report';
export const UNIT = randomUUID();
export const POLICE = randomUUID();
export type Who = Role | 'second' | 'second officer' | 'other lurah' | 'suspect';

const ROLES: readonly Role[] = [
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

export const WHY = { reason: 'Alasan uji yang cukup panjang.' };
/** Of a step that closes: why, and what its reporters are answered. */
export const END = { ...WHY, answer: 'Jawaban akhir uji.' };

/** A pause that ends. */
export const paused = (pause: string, pauseUntil = '2026-12-11') => ({ pause, pauseUntil, ...WHY });

export const PROVEN = {
  outcome: 'terbukti',
  summary: 'GSB dilanggar (uji).',
  findings: [{ rule: 'gsb', stated: '5 m', found: '1,25 m', article: 'CONTOH Ps 1', isBroken: true }],
  sanctions: ['peringatanTertulis'],
  forwardTo: null,
} as const;

export const WARNING = {
  article: 'CONTOH Ps 2',
  sanction: {
    kind: 'peringatanTertulis',
    obligation: 'Hentikan pembangunan.',
    termDays: 5,
    amountRupiah: null,
  },
} as const;

/** A picture that looks like no other of its number. */
export const picture = (seed: number): Promise<Buffer> => {
  const squares = Array.from(
    { length: 72 },
    (_, at) => createHash('sha256').update(`${seed} ${at}`).digest()[0]!,
  );
  return sharp(Buffer.from(squares), { raw: { width: 9, height: 8, channels: 1 } })
    .resize(720, 640, { kernel: 'nearest' })
    .jpeg()
    .toBuffer();
};

/**
 * An office that works on cases, with a colleague for each role and two units, over a database of its own with the small city,
 * and what tests do in it. It is there between `start` and `stop`.
 */
export class CasesAtWork {
  readonly #name: string;
  readonly #people = new Map<Who, Person>();
  #pictures = 0;
  database!: TemporaryDatabase;
  folder!: TemporaryFolder;
  office!: CaseOffice;

  constructor(name: string) {
    this.#name = name;
  }

  start = async (): Promise<void> => {
    this.database = await createTemporaryDatabase();
    this.folder = makeTemporaryFolder(this.#name);
    await insertSmallCity(this.database.sql);
    this.office = aCaseOffice(this.database.sql, this.folder.path);
    const hire = async (who: Who, standing: Parameters<typeof aPerson>[2]) =>
      this.#people.set(who, await aPerson(this.database.sql, this.office.deps.keys, standing));
    for (const role of ROLES) await hire(role, { roles: [role] });
    await hire('lurah', { roles: ['lurah'], kelurahanCode: '64.71.99.1' });
    await hire('other lurah', { roles: ['lurah'], kelurahanCode: '64.71.99.10' });
    await hire('second', { roles: ['surveyor', 'analis', 'verifikator'] });
    for (const [unitId, name, kind, member] of [
      [UNIT, 'CONTOH Seksi Pengendalian', 'office', 'surveyor'],
      [POLICE, 'CONTOH Satpol PP', 'enforcement', 'satpolPp'],
    ] as const)
      await this.send('administrator', 'PUT', `/api/v1/staff/work-units/${unitId}`, 0, {
        name,
        kind,
        members: [this.personOf(member).accountId],
      });
  };

  stop = async (): Promise<void> => {
    this.office.close();
    await this.database.drop();
    this.folder.remove();
  };

  personOf = (who: Who): Person => this.#people.get(who)!;

  /** Somebody who comes later. */
  hire = (who: Who, person: Person): Who => {
    this.#people.set(who, person);
    return who;
  };

  send = async (who: Who, method: string, path: string, revision?: number, body?: unknown) => {
    const isBytes = body instanceof Uint8Array;
    const response = await this.office.app.request(path, {
      method,
      headers: {
        ...this.personOf(who).headers,
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
  };
  see = async (caseId: string, who: Who = 'auditor'): Promise<StaffCase> =>
    staffCaseSchema.parse((await this.send(who, 'GET', `${CASES}/${caseId}`)).body);
  step = async (who: Who, caseId: string, name: string, body: object = {}) =>
    this.send(who, 'POST', `${CASES}/${caseId}/steps/${name}`, (await this.see(caseId)).revision, body);
  take = async (who: Who, caseId: string, name: string, body: object = {}): Promise<StaffCase> => {
    const done = await this.step(who, caseId, name, body);
    expect({ name, status: done.status, body: done.status === 200 ? null : done.body }).toEqual({
      name,
      status: 200,
      body: null,
    });
    return staffCaseSchema.parse(done.body);
  };

  standing = async (caseId: string, reportId?: string) =>
    publicStandingSchema.parse(await publicStanding(this.office.deps, this.database.sql, caseId, reportId));
  noon = (day: string): void => this.office.setNow(`${day}T04:00:00Z`);

  addPhoto = async (caseId: string, bytes?: Uint8Array, who: Who = 'surveyor'): Promise<string> => {
    const photoId = randomUUID();
    this.#pictures += 1;
    const sent = await this.send(
      who,
      'PUT',
      `${CASES}/${caseId}/photos/${photoId}`,
      undefined,
      bytes ?? (await picture(this.#pictures)),
    );
    expect(sent.status).toBe(200);
    return photoId;
  };

  assigned = async (given: Parameters<CaseOffice['open']>[0] = {}): Promise<string> => {
    const caseId = await this.office.open(given);
    await this.take('petugasLayanan', caseId, 'verify', { serviceClass: 'tanpaPengawasan' });
    await this.take('petugasLayanan', caseId, 'dispose', {
      unitId: UNIT,
      officerId: this.personOf('surveyor').accountId,
    });
    return caseId;
  };

  /** A round on site, with a measure and a photo. */
  inspect = async (caseId: string, decision = 'inspected', who: Who = 'surveyor'): Promise<string> => {
    const roundId = randomUUID();
    const opened = await this.send(who, 'PUT', `${ROUNDS}/${roundId}`, undefined, { subjectId: caseId });
    expect(opened.status).toBe(200);
    const photoItem = randomUUID();
    this.#pictures += 1;
    await this.send(
      who,
      'PUT',
      `${ROUNDS}/${roundId}/items/${photoItem}/photo`,
      undefined,
      await picture(this.#pictures),
    );
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
      const sent = await this.send(who, 'PUT', `${ROUNDS}/${roundId}/items/${itemId}`, undefined, {
        schema: 'field-item/1',
        recordedAt: '2026-11-25T02:00:00Z',
        content,
      });
      expect(sent.status).toBe(200);
    }
    const { revision } = (await this.send(who, 'GET', `${ROUNDS}/${roundId}`)).body;
    const closed = await this.send(who, 'POST', `${ROUNDS}/${roundId}/close`, revision, {
      decision,
      outlineItemId: null,
      reason: 'Dinding melewati garis sempadan (uji).',
    });
    expect(closed.body).toMatchObject({ state: 'closed' });
    return roundId;
  };

  assessed = async (given: Parameters<CaseOffice['open']>[0] = {}): Promise<string> => {
    const caseId = await this.assigned(given);
    await this.take('surveyor', caseId, 'goOut');
    await this.inspect(caseId);
    await this.take('analis', caseId, 'recommend', { assessment: PROVEN });
    return caseId;
  };

  confirmed = async (given: Parameters<CaseOffice['open']>[0] = {}): Promise<string> => {
    const caseId = await this.assessed(given);
    await this.take('verifikator', caseId, 'confirmViolation');
    return caseId;
  };

  serve = async (caseId: string, servedOn: string, index = -1) => {
    const photoId = await this.addPhoto(caseId);
    const { sanctions, revision } = await this.see(caseId);
    const path = `${CASES}/${caseId}/sanctions/${sanctions.at(index)!.sanctionId}/served`;
    return this.send('satpolPp', 'POST', path, revision, { servedOn, how: 'diserahkan', photoId });
  };

  /** Writes an objection down, with its letter. */
  objectTo = async (who: Who, caseId: string, datedOn = '2026-11-23') => {
    const photoId = await this.addPhoto(caseId);
    return this.step(who, caseId, 'object', { objection: { photoId, datedOn }, ...WHY });
  };

  /** @param fewest steps that a file takes, so that this says something */
  everyStepIsALeaf = async (fewest: number): Promise<void> => {
    const [row] = await this.database.sql<{ moves: number; leaves: number }[]>`
      select (select count(*)::int from case_move where step <> 'open') as moves,
             (select count(*)::int from log_event e join log_leaf l using (event_id) where e.kind = 'case.moved') as leaves`;
    expect(row?.moves).toBeGreaterThan(fewest);
    expect(row?.leaves).toBe(row?.moves);
    expect((await inspectLog(this.office.deps)).damage).toBeNull();
  };
}
