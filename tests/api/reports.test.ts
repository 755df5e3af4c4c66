import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LngLat } from '#domain/geo/lng-lat';
import { exportedSchema } from '#domain/personal-data/subject-request';
import type { CategoryCode } from '#domain/report/category';
import { PHOTO_BYTES, receivedReportSchema, reportSecretSchema } from '#domain/report/report';
import {
  exportedReportSchema,
  ownReportSchema,
  publicReportSchema,
  reportPlaceSchema,
} from '#domain/report/report-answers';
import { cellsOfBlock } from '#domain/report/similar';
import { staffCaseSchema } from '#domain/violation-case/case-answers';
import { forgetPassingTries, inTheNameOf } from '../../server/features/accounts/index.ts';
import { mailFolder } from '../../server/features/outbox/index.ts';
import { reportOperations, sweepReports } from '../../server/features/reports/index.ts';
import { sweepUploads } from '../../server/features/uploads/index.ts';
import { problemsOf } from '../../server/platform/http/operation.ts';
import { PROBLEM_STATUS } from '../../server/platform/http/problem-status.ts';
import { type KeyStore, openKeys } from '../../server/platform/keys.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import {
  aPhoto,
  aReport,
  askPlace,
  sendPhoto,
  sendReport,
  sentPhoto,
  sentReport,
} from '../support/a-report.ts';
import { insertPlaces, insertSmallCity, SMALL_CITY } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let keys: KeyStore;
let app: ReturnType<typeof anApp>;
let petugas: Person;
let surveyor: Person;
let lurah: Person;
let now = new Date('2026-11-22T04:00:00Z');

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('reports');
  await insertSmallCity(database.sql);
  keys = openKeys(join(folder.path, 'keys'));
  app = anApp(database.sql, {
    tilesDirectory: folder.path,
    dataDirectory: folder.path,
    keys,
    clock: { now: () => now },
    // It is told about; nothing is sent there.
    reach: { gateway: { url: 'https://gateway.example/', secret: 'whsec_uji' }, pushServices: [] },
  });
  petugas = await aPerson(database.sql, keys, { roles: ['petugasLayanan'] });
  surveyor = await aPerson(database.sql, keys, { roles: ['surveyor'] });
  lurah = await aPerson(database.sql, keys, { roles: ['lurah'], kelurahanCode: '64.71.99.1' });
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});
/** Nobody waits in these tests for what an earlier one has sent. */
beforeEach(async () => {
  now = new Date('2026-11-22T04:00:00Z');
  forgetPassingTries(keys);
});

const codeOf = async (response: Response | Promise<Response>): Promise<[number, string]> => {
  const answered = await response;
  return [answered.status, ((await answered.json()) as { code: string }).code];
};
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
const read = async (ticket: string, secret?: string) => {
  const response = await app.request(
    `/api/v1/reports/${ticket}`,
    secret === undefined ? {} : { headers: bearer(secret) },
  );
  return { status: response.status, body: await response.json() };
};
const own = async (ticket: string, secret: string) =>
  ownReportSchema.parse(((await read(ticket, secret)).body as { own: unknown }).own);
const post = (path: string, body: unknown, headers: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const reportId = async (ticket: string): Promise<string> => {
  const [row] = await database.sql<
    { id: string }[]
  >`select report_id as id from report where ticket = ${ticket}`;
  return row?.id ?? '';
};
const storedFiles = (): string[] =>
  readdirSync(join(folder.path, 'files')).filter((name) => /^[0-9a-f]{64}$/.test(name));

describe('a report', () => {
  test('is taken without an account: ticket, secret, link, a case of its own and an entry of the log', async () => {
    const response = await sendReport(app, aReport());
    expect(response.status).toBe(201);
    const received = receivedReportSchema.parse(await response.json());
    expect(received.ticket).toMatch(/^LAP-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(Buffer.from(received.secret, 'base64url')).toHaveLength(16);
    expect(received.link).toMatch(new RegExp(`/laporan/${received.ticket}#${received.secret}$`));
    const [row] = await database.sql`
      select r.kelurahan, r.kelurahan_code, r.is_demo, c.state, c.ticket, e.facts ->> 'ticket' as logged, e.actor
      from report r join violation_case c using (case_id) join log_event e using (event_id)
      where r.ticket = ${received.ticket}`;
    expect(row).toMatchObject({
      kelurahan: 'BARAT',
      kelurahan_code: '64.71.99.1',
      is_demo: true,
      state: 'diterima',
      ticket: received.ticket,
      logged: received.ticket,
      actor: 'public',
    });
    expect(JSON.stringify(row)).not.toContain(received.secret);
  });

  test('keeps of the secret its hash alone, and of the key nothing that opens anything', async () => {
    const key = randomUUID();
    const { ticket, secret } = await sentReport(app, {}, key);
    const [row] = await database.sql`
      select encode(r.secret_hash, 'hex') as hash, o.* from report r join report_once o using (report_id)
      where r.ticket = ${ticket}`;
    const kept = JSON.stringify(row, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    );
    for (const hidden of [secret, key]) expect(kept).not.toContain(hidden);
  });

  test('by kelurahan and landmark needs no place on the map', async () => {
    const place = { kind: 'landmark', kelurahan: 'timur', landmark: 'di belakang pasar' } as const;
    const { ticket, secret } = await sentReport(app, { place });
    expect(await own(ticket, secret)).toMatchObject({
      kelurahan: 'TIMUR',
      place: { point: null, landmark: 'di belakang pasar' },
    });
    expect(await codeOf(sendReport(app, aReport({ place: { ...place, kelurahan: 'Atlantis' } })))).toEqual([
      400,
      'invalidField',
    ]);
  });

  test('keeps what the plan said at the pin, of the rule that seems broken', async () => {
    const KDB = 'figure~rules-uji~rdtr~R-3~kdb';
    const { ticket, secret } = await sentReport(app, { brokenRule: KDB, category: 'terlaluBesar' });
    expect((await own(ticket, secret)).brokenRule).toMatchObject({ key: KDB, says: { value: 60 } });
    // Chosen a day ago in a plan that is gone: the report is taken all the same.
    const old = await sentReport(app, { brokenRule: 'figure~rules-lama~rdtr~R-9~kdb' });
    expect((await own(old.ticket, old.secret)).brokenRule).toBeNull();
  });

  test('GEO12: the accuracy of the device is stored and decides nothing', async () => {
    const place = { ...aReport().place, from: 'device', accuracyM: 5_000 } as never;
    const { ticket, secret } = await sentReport(app, { place });
    expect((await own(ticket, secret)).place.accuracyM).toBe(5_000);
  });

  test('a robot that fills the hidden field leaves nothing', async () => {
    const [before] = await database.sql`select count(*)::int as reports from report`;
    expect(await codeOf(sendReport(app, aReport({ website: 'https://example.com' })))).toEqual([
      422,
      'hiddenFieldFilled',
    ]);
    expect(await database.sql`select count(*)::int as reports from report`).toEqual([before]);
  });

  test('was not seen tomorrow', async () => {
    expect(await codeOf(sendReport(app, aReport({ seenOn: '2026-11-23' })))).toEqual([422, 'reportDaySeen']);
    // In WITA it is the 23rd already.
    now = new Date('2026-11-22T17:00:00Z');
    expect((await sendReport(app, aReport({ seenOn: '2026-11-23' }))).status).toBe(201);
  });
});

describe('sent again under its key', () => {
  test('DBF02: the same report gets the same ticket and the same secret, and there is one', async () => {
    const key = randomUUID();
    const first = await sentReport(app, {}, key);
    const again = await Promise.all(Array.from({ length: 5 }, () => sentReport(app, {}, key)));
    for (const one of again) expect(one).toEqual(first);
    const [row] =
      await database.sql`select count(*)::int as count from report where ticket = ${first.ticket}`;
    expect(row).toEqual({ count: 1 });
  });

  test('CON04: at once, all copies get one ticket', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 12 }, () => sentReport(app, {}, key)));
    expect(new Set(answers.map(({ ticket }) => ticket)).size).toBe(1);
    expect(new Set(answers.map(({ secret }) => secret)).size).toBe(1);
  });

  test('CON02: another body is refused and learns nothing of the first', async () => {
    const key = randomUUID();
    const { ticket } = await sentReport(app, {}, key);
    const response = await sendReport(app, aReport({ description: 'Sesuatu yang lain sama sekali.' }), {
      key,
    });
    const body = await response.text();
    expect([response.status, JSON.parse(body).code]).toEqual([422, 'keyUsedOtherwise']);
    expect(body).not.toContain(ticket);
  });

  test('CON02: after its time a key is a new one', async () => {
    const key = randomUUID();
    const first = await sentReport(app, {}, key);
    now = new Date('2026-12-25T04:00:00Z');
    await sweepReports({ sql: database.sql, clock: { now: () => now } });
    expect((await sentReport(app, {}, key)).ticket).not.toBe(first.ticket);
  });

  test.each([
    ['without one', {}, 'missingParameter'],
    ['with one that can be guessed', { 'idempotency-key': '12345678' }, 'invalidParameter'],
  ])('nothing is taken %s', async (_, headers, code) => {
    const response = await app.request('/api/v1/reports', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers } as Record<string, string>,
      body: JSON.stringify(aReport()),
    });
    expect(await codeOf(response)).toEqual([400, code]);
  });
});

describe('a place before anything is sent', () => {
  const ask = async ([lon, lat]: readonly [number, number], more = {}) => {
    const response = await askPlace(app, lon, lat, more);
    expect(response.status).toBe(200);
    return reportPlaceSchema.parse(await response.json());
  };

  test('says what the plan says, for whom it is, and which rules can be broken', async () => {
    const told = await ask(SMALL_CITY.inZone1);
    expect(told).toMatchObject({
      isInCity: true,
      kelurahan: 'BARAT',
      zones: [{ code: 'R-3' }],
      jurisdiction: { whose: 'city' },
      isDemo: true,
    });
    expect(told.rules.map(({ key }) => key)).toContain('figure~rules-uji~rdtr~R-3~kdb');
  });

  test('says by which street and known place it is, as far as any is near', async () => {
    expect(await ask(SMALL_CITY.inParcel)).toMatchObject({
      street: { name: 'Jalan Uji', distanceM: expect.closeTo(27.6, 0) },
      landmark: null,
    });
    expect((await ask(SMALL_CITY.inZone1)).street).toBeNull();
    await insertPlaces(database.sql, [
      { name: 'Pasar Uji', at: [116.8055, -1.1948] },
      { name: 'Masjid Uji', at: [116.807, -1.1948] },
    ]);
    const { landmark } = await ask(SMALL_CITY.inParcel);
    expect(landmark).toEqual({ name: 'Pasar Uji', distanceM: expect.closeTo(50.4, 0) });
    expect((await ask(SMALL_CITY.outside)).landmark).toBeNull();
  });

  test('GEO14: outside the city says whom to turn to, and a report there is refused', async () => {
    const outside = [116.5, -1.2] as const;
    const told = await ask(outside);
    expect(told).toMatchObject({
      isInCity: false,
      similar: [],
      jurisdiction: { whose: 'elsewhere', why: 'neighbour' },
    });
    const [lon, lat] = outside;
    const response = await sendReport(app, aReport({ place: { kind: 'pin', lon, lat, from: 'map' } }));
    const body = (await response.json()) as { code: string; detail: string };
    expect([response.status, body.code]).toEqual([422, 'reportOutsideCity']);
    expect(body.detail).toContain('Kabupaten Penajam Paser Utara');
    expect(body.detail).toContain('lapor.go.id');
  });

  /** Reports of a category at a place, as they stand once staff have looked at them. */
  const verified = async (category: CategoryCode, [lon, lat]: LngLat, count: number) => {
    const tickets: string[] = [];
    for (let sent = 0; sent < count; sent += 1)
      tickets.push(
        (await sentReport(app, { category, place: { kind: 'pin', lon, lat, from: 'map' } })).ticket,
      );
    await database.sql`update violation_case set state = 'terverifikasi' where ticket in ${database.sql(tickets)}`;
    return tickets;
  };
  const isOffered = async (category: CategoryCode, place: LngLat): Promise<boolean> =>
    (await ask(place)).similar?.some((one) => one.category === category) === true;

  test('offers similar open reports by their category alone, until they are ended', async () => {
    const category = 'pengupasanLahan';
    const [place, near] = [[116.8071, -1.1921] as const, [116.8073, -1.1922] as const];
    const tickets = await verified(category, place, 3);
    now = new Date('2026-11-23T04:00:00Z');
    const told = await ask(near);
    const offer = told.similar?.find((one) => one.category === category);
    expect(Object.keys(offer ?? {}).sort()).toEqual(['category', 'token']);
    for (const ticket of tickets) {
      expect(JSON.stringify(told)).not.toContain(ticket);
      expect(JSON.stringify(told)).not.toContain(await reportId(ticket));
    }
    // Farther away than the block: nothing.
    expect(await isOffered(category, [116.8021, -1.1981])).toBe(false);

    const [lon, lat] = place;
    const pin = { kind: 'pin', lon, lat, from: 'map' } as const;
    const supporter = await sentReport(app, { category, place: pin, supports: offer?.token ?? '' });
    const [hint] = await database.sql<{ ticket: string }[]>`
      select o.ticket from report r join report o on o.report_id = r.supports where r.ticket = ${supporter.ticket}`;
    expect(tickets).toContain(hint?.ticket);
    // A hint for staff: nothing is joined by it.
    const all = [...tickets, supporter.ticket];
    const [cases] = await database.sql`
      select count(distinct case_id)::int as count from report where ticket in ${database.sql(all)}`;
    expect(cases).toEqual({ count: 4 });
    // A token that is none is no reason to lose a report.
    expect((await sendReport(app, aReport({ supports: 'abc' }))).status).toBe(201);

    await database.sql`
      update violation_case set state = 'ditutup', outcome = 'tidakTerbukti', ended_at = now()
      where ticket in ${database.sql(all)}`;
    expect(await isOffered(category, near)).toBe(false);
  });

  test('is the same answer from every place of one block: nobody finds a report by asking around it', async () => {
    await verified('aksesPublik', [116.80333, -1.19111], 3);
    now = new Date('2026-11-23T04:00:00Z');
    const byBlock = new Map<string, Set<boolean>>();
    for (let step = 0; step < 30; step += 1) {
      forgetPassingTries(keys);
      const place = [116.8005 + step * 0.0003, -1.1907 - (step % 7) * 0.00053] as const;
      const block = cellsOfBlock(place).join();
      byBlock.set(block, (byBlock.get(block) ?? new Set()).add(await isOffered('aksesPublik', place)));
    }
    expect([...byBlock.values()].filter(({ size }) => size > 1)).toEqual([]);
    expect([...byBlock.values()].filter((seen) => seen.has(true))).toHaveLength(1);
    expect(byBlock.size).toBeGreaterThan(2);
  });
});

describe('by its number alone', () => {
  test('AUT07, API12: a report tells states and days: no photo, no place, no word of it', async () => {
    const photo = await sentPhoto(app);
    const { ticket } = await sentReport(app, {
      photos: [{ photoId: photo }],
      about: 'Bapak Anu',
      identity: { kind: 'confidential', name: 'Sri Pelapor', email: 'sri@example.id' },
    });
    const { status, body } = await read(ticket);
    expect(status).toBe(200);
    expect(Object.keys(body as object).sort()).toEqual([
      'isDemo',
      'kelurahan',
      'own',
      'receivedOn',
      'standing',
      'ticket',
    ]);
    publicReportSchema.parse(body);
    expect((body as { own: unknown }).own).toBeNull();
    expect(JSON.stringify(body)).not.toMatch(/116\.8|-1\.19|Bangunan|foto|photo|Sri|Anu|tanpaIzin/i);
  });

  test('AUT05: a number that nobody was given, and one that is none, are both not there', async () => {
    for (const ticket of ['LAP-00000-00000', 'KRK-00000-00000', 'x', "'; drop table report; --"])
      expect((await read(encodeURIComponent(ticket))).status).toBe(404);
  });

  test('AUT05: the secret of another report opens nothing, and says so as for a number that is none', async () => {
    const [one, other] = [await sentReport(app), await sentReport(app)];
    const answers = [await read(one.ticket, other.secret), await read('LAP-00000-00000', other.secret)];
    for (const { status, body } of answers)
      expect([status, (body as { code: string }).code]).toEqual([404, 'reportSecretWrong']);
    for (const path of ['data', 'receipt', `photos/${randomUUID()}`])
      expect((await app.request(`/api/v1/reports/${one.ticket}/${path}`)).status).toBe(404);
  });
});

describe('with its secret', () => {
  test('the anonymous write and are answered', async () => {
    const { ticket, secret } = await sentReport(app);
    const photoId = await sentPhoto(app, '#aa3311');
    const message = { messageId: randomUUID(), text: 'Sekarang dicor malam hari.', photos: [{ photoId }] };
    for (let time = 0; time < 2; time += 1)
      expect((await post(`/api/v1/reports/${ticket}/messages`, message, bearer(secret))).status).toBe(200);
    const id = await reportId(ticket);
    const answer = { messageId: randomUUID(), text: 'Kami periksa besok.' };
    const answered = await post(`/api/v1/staff/reports/${id}/messages`, answer, petugas.headers);
    expect(answered.status).toBe(200);
    const { messages, identity } = await own(ticket, secret);
    expect(identity).toBe('anonymous');
    expect(messages.map(({ from, text, photos }) => [from, text, photos.length])).toEqual(
      expect.arrayContaining([
        ['reporter', 'Sekarang dicor malam hari.', 1],
        ['office', 'Kami periksa besok.', 0],
      ]),
    );
    expect(messages).toHaveLength(2);
    // CLK09: words move no clock.
    const [moves] = await database.sql`
      select count(*)::int as count from case_move join report using (case_id) where ticket = ${ticket}`;
    expect(moves).toEqual({ count: 1 });
  });

  test('consent for the Ombudsman is asked for later, given and taken back, each an entry of the log', async () => {
    const { ticket, secret } = await sentReport(app);
    const id = await reportId(ticket);
    const consent = (mayPassOn: boolean, headers = bearer(secret)) =>
      post(`/api/v1/reports/${ticket}/consent`, { mayPassOn }, headers);
    const ask = () => post(`/api/v1/staff/reports/${id}/consent-request`, {}, petugas.headers);
    expect(await own(ticket, secret)).toMatchObject({ mayPassOn: false, isAskedToPassOn: false });
    expect((await consent(true, bearer('x'.repeat(22)))).status).toBe(404);
    expect((await post(`/api/v1/staff/reports/${id}/consent-request`, {}, surveyor.headers)).status).toBe(
      403,
    );
    expect((await ask()).status).toBe(200);
    expect(await codeOf(ask())).toEqual([409, 'changedMeanwhile']);
    const asked = await own(ticket, secret);
    expect(asked).toMatchObject({ mayPassOn: false, isAskedToPassOn: true });
    expect(asked.messages).toMatchObject([{ from: 'office', text: expect.stringContaining('Ombudsman') }]);
    // Nobody of the office agrees in the name of a reporter.
    await expect(
      inTheNameOf(
        database.sql,
        petugas,
        (tx) => tx`update report set may_pass_on = true where report_id = ${id}`,
      ),
    ).rejects.toThrow(/permission denied/);
    for (const mayPassOn of [true, false]) {
      expect((await consent(mayPassOn)).status).toBe(200);
      expect((await consent(mayPassOn)).status).toBe(200);
      expect(await own(ticket, secret)).toMatchObject({ mayPassOn, isAskedToPassOn: false });
    }
    const events = await database.sql<{ kind: string; facts: object }[]>`
      select kind, facts from log_event join log_leaf using (event_id)
      where facts ->> 'reportId' = ${id} and kind like 'report.consent%' order by leaf_index`;
    expect(events).toMatchObject([
      { kind: 'report.consentAsked' },
      { kind: 'report.consentChanged', facts: { mayPassOn: true } },
      { kind: 'report.consentChanged', facts: { mayPassOn: false } },
    ]);
  });

  test('an empty message is none, and a report holds twenty photos', async () => {
    const { ticket, secret } = await sentReport(app);
    const say = (text: string, photos: { photoId: string }[] = []) =>
      post(`/api/v1/reports/${ticket}/messages`, { messageId: randomUUID(), text, photos }, bearer(secret));
    expect(await codeOf(say('  '))).toEqual([422, 'messageEmpty']);
    expect(await codeOf(say('', [{ photoId: randomUUID() }]))).toEqual([409, 'reportPhotosMissing']);
    expect((await own(ticket, secret)).messages).toEqual([]);
  });

  test('WFL10: who reported is erased while the case is open; case, report and proof go on', async () => {
    const { ticket, secret } = await sentReport(app, {
      identity: {
        kind: 'confidential',
        name: 'Sri Pelapor',
        email: 'sri@example.id',
        phone: '0812 3456 7890',
      },
    });
    expect(await own(ticket, secret)).toMatchObject({
      identity: 'confidential',
      contactBy: ['email', 'phone'],
    });
    const before = await (
      await app.request(`/api/v1/reports/${ticket}/receipt`, { headers: bearer(secret) })
    ).text();
    const id = await reportId(ticket);
    // Where no mail server is set, mails are files that name whom they go to.
    const [mail] = await database.sql<{ id: string }[]>`
      select message_id as id from outbox_message where dedupe_key = ${`report:${id}:received:email`}`;
    const mails = mailFolder(folder.path);
    mkdirSync(mails, { recursive: true });
    for (const name of [mail!.id, randomUUID()])
      writeFileSync(join(mails, `${name}.eml`), 'To: sri@example.id');
    const erased = await post(`/api/v1/reports/${ticket}/erase`, {}, bearer(secret));
    expect(await erased.json()).toMatchObject({ identity: true, messages: 0 });
    expect(readdirSync(mails)).not.toContain(`${mail!.id}.eml`);
    expect(readdirSync(mails)).toHaveLength(1);
    expect(await own(ticket, secret)).toMatchObject({
      identity: 'erased',
      contactBy: [],
      description: aReport().description,
      standing: { state: 'diterima' },
    });
    const [left] = await database.sql`select sealed from report_person where report_id = ${id}`;
    expect(left).toEqual({ sealed: null });
    // No message to a person who is forgotten is on its way.
    const unsent = await database.sql`
      select 1 from outbox_message where starts_with(dedupe_key, ${`report:${id}`}) and recipient is not null`;
    expect(unsent).toHaveLength(0);
    const after = await (
      await app.request(`/api/v1/reports/${ticket}/receipt`, { headers: bearer(secret) })
    ).text();
    const opening = (proof: string) => proof.split('\n').find((line) => line.startsWith('extra '));
    expect(opening(after)).toBe(opening(before));
  });

  test('WFL10: the anonymous take their own words away, and are told what went', async () => {
    const photoId = await sentPhoto(app, '#405071');
    const kept = await sentPhoto(app, '#405072');
    const { ticket, secret } = await sentReport(app, { photos: [{ photoId: kept }] });
    const one = `/api/v1/reports/${ticket}`;
    const words = { messageId: randomUUID(), text: 'Nama saya Slamet (uji).', photos: [{ photoId }] };
    expect((await post(`${one}/messages`, words, bearer(secret))).status).toBe(200);
    const id = await reportId(ticket);
    await database.sql`
      insert into report_message (report_id, message_id, sender, text, sent_at)
      values (${id}, ${randomUUID()}, 'office', 'Jawaban kantor (uji).', now())`;
    await database.sql`
      insert into case_dispute (case_id, report_id, words, at)
      select case_id, report_id, 'Dari dapur saya (uji).', now() from report where report_id = ${id}`;
    const erase = async () => await (await post(`${one}/erase`, {}, bearer(secret))).json();
    const none = { identity: false, messages: 0, photos: 0, disputes: 0, browsers: 0 };
    expect(await erase()).toEqual({ ...none, messages: 1, photos: 1, disputes: 1 });
    expect(await erase()).toEqual(none);
    // Sent again by a telephone that had no answer, it does not come back.
    expect((await post(`${one}/messages`, { ...words, photos: [] }, bearer(secret))).status).toBe(200);
    const left = await own(ticket, secret);
    expect(left.messages.map(({ from, text, photos }) => [from, text, photos.length])).toEqual([
      ['reporter', null, 0],
      ['office', 'Jawaban kantor (uji).', 0],
    ]);
    expect(left).toMatchObject({ identity: 'anonymous', description: aReport().description });
    expect(left.photos.map((photo) => photo.photoId)).toEqual([kept]);
    const rows = await database.sql`
      select to_jsonb(m)::text as row from report_message m where report_id = ${id}
      union all select to_jsonb(d)::text from case_dispute d where report_id = ${id}
      union all select facts::text || coalesce(personal::text, '') from log_event where facts ->> 'reportId' = ${id}`;
    expect(JSON.stringify(rows)).not.toMatch(/Slamet|dapur/);
    const logged = await database.sql`
      select facts from log_event where kind = 'report.wordsErased' and facts ->> 'reportId' = ${id}`;
    expect(logged).toEqual([{ facts: { reportId: id, by: 'person', messages: 1, photos: 1, disputes: 1 } }]);
  });

  test('another secret closes the old link; neither of both is in the log', async () => {
    const { ticket, secret } = await sentReport(app);
    const one = `/api/v1/reports/${ticket}`;
    const changed = await post(`${one}/secret`, {}, bearer(secret));
    const told = reportSecretSchema.parse(await changed.json());
    expect(told.link).toMatch(new RegExp(`/laporan/${ticket}#${told.secret}$`));
    const open = async (key: string) => (await app.request(one, { headers: bearer(key) })).status;
    expect([await open(secret), await open(told.secret)]).toEqual([await open('A'.repeat(22)), 200]);
    expect((await post(`${one}/secret`, {}, bearer(secret))).status).not.toBe(200);
    const id = await reportId(ticket);
    const logged = await database.sql`
      select kind, actor, facts, personal from log_event
      where facts ->> 'reportId' = ${id} and kind = 'report.secretChanged'`;
    expect(logged).toEqual([
      { kind: 'report.secretChanged', actor: 'public', facts: { reportId: id }, personal: null },
    ]);
    const all = await database.sql`select facts::text || coalesce(personal::text, '') as row from log_event`;
    expect(JSON.stringify(all)).not.toContain(told.secret);
    // Nobody fills the log by it.
    const again: number[] = [];
    for (let key = told.secret, n = 0; n < 6; n += 1) {
      const response = await post(`${one}/secret`, {}, bearer(key));
      again.push(response.status);
      if (response.ok) key = reportSecretSchema.parse(await response.json()).secret;
    }
    expect(again.at(-1)).toBe(429);
  });

  test('everything that is kept is taken away, and its content is what the receipt proves', async () => {
    const photoId = await sentPhoto(app, '#00aa77');
    const { ticket, secret } = await sentReport(app, {
      photos: [{ photoId, takenAt: '2026-11-21T08:00:00+08:00', position: { lon: 116.804, lat: -1.193 } }],
      identity: { kind: 'confidential', email: 'sri@example.id' },
    });
    const response = await app.request(`/api/v1/reports/${ticket}/data`, { headers: bearer(secret) });
    const data = exportedReportSchema.parse(await response.json());
    expect(data.person).toEqual({ name: null, email: 'sri@example.id', phone: null });
    expect(data.report.photos).toMatchObject([
      { photoId, takenAt: '2026-11-21T00:00:00.000Z', position: [116.804, -1.193] },
    ]);
    const [event] = await database.sql`
      select e.personal from report r join log_event e using (event_id) where r.ticket = ${ticket}`;
    const { sha256 } = await import('../../server/platform/crypto.ts');
    const hash = Buffer.from(sha256(new TextEncoder().encode(data.content))).toString('hex');
    expect(event).toEqual({ personal: { contentSha256: hash } });
    const picture = await app.request(`/api/v1/reports/${ticket}/photos/${photoId}`, {
      headers: bearer(secret),
    });
    expect((await sharp(Buffer.from(await picture.arrayBuffer())).metadata()).format).toBe('jpeg');
  });

  test('PDF01, PDF11: the receipt is checked without us, and a changed one is not true', async () => {
    const { ticket, secret } = await sentReport(app);
    const proof = await (
      await app.request(`/api/v1/reports/${ticket}/receipt`, { headers: bearer(secret) })
    ).text();
    const logKeys = await (await app.request('/.well-known/tlog-keys')).text();
    const { verifyReceipt } = await import('../support/verify-receipt.ts');
    expect(verifyReceipt(proof, logKeys)).toMatchObject({ kind: 'report.received', facts: { ticket } });
    const forged = proof.replace(
      /^(extra )(.)/m,
      (_, start: string, first: string) => `${start}${first === 'A' ? 'B' : 'A'}`,
    );
    expect(() => verifyReceipt(forged, logKeys)).toThrow();
  });
});

test('PDF09: a receipt of before the key of the log was changed is proven by the list of keys, and so is one of after', async () => {
  const receiptOf = async ({ ticket, secret }: { ticket: string; secret: string }) =>
    await (await app.request(`/api/v1/reports/${ticket}/receipt`, { headers: bearer(secret) })).text();
  const keyList = async () => await (await app.request('/.well-known/tlog-keys')).text();
  const { verifyReceipt } = await import('../support/verify-receipt.ts');
  const old = await sentReport(app);
  const [before, oldList] = [await receiptOf(old), await keyList()];
  keys.rotate('log');
  const young = await sentReport(app);
  const after = await receiptOf(young);
  const list = await keyList();
  expect(verifyReceipt(before, list)).toMatchObject({ facts: { ticket: old.ticket } });
  expect(verifyReceipt(after, list)).toMatchObject({ facts: { ticket: young.ticket } });
  // Who holds the old list alone learns nothing false: the new receipt is not proven by it.
  expect(() => verifyReceipt(after, oldList)).toThrow();
});

describe('staff', () => {
  test('take its case on: they read it there, join it, answer, and who sent it follows the case that goes on', async () => {
    const [first, second] = [await sentReport(app), await sentReport(app)];
    const caseOf = async (ticket: string): Promise<string> => {
      const [row] = await database.sql<{ id: string }[]>`
        select case_id as id from violation_case where ticket = ${ticket}`;
      return row?.id ?? '';
    };
    const [mine, other] = [await caseOf(first.ticket), await caseOf(second.ticket)];
    const see = async (caseId: string) => {
      const response = await app.request(`/api/v1/staff/cases/${caseId}`, { headers: petugas.headers });
      return staffCaseSchema.parse(await response.json());
    };
    // When it came is told by the minute: to the second it would be found in the log of a proxy.
    const told = await see(mine);
    for (const moment of [told.openedAt, told.moves[0]?.at, told.reports[0]?.receivedAt])
      expect(moment).toMatch(/T\d\d:\d\d:00\.000Z$/);
    const take = async (caseId: string, step: string, body: object): Promise<void> => {
      const revision = `"r${(await see(caseId)).revision}"`;
      const headers = { ...petugas.headers, 'if-match': revision };
      const answered = await post(`/api/v1/staff/cases/${caseId}/steps/${step}`, body, headers);
      expect([step, answered.status]).toEqual([step, 200]);
    };
    expect((await see(mine)).reports).toMatchObject([
      { ticket: first.ticket, description: aReport().description },
    ]);
    await take(mine, 'join', { target: second.ticket, reason: 'Bangunan yang sama (uji).' });
    expect((await see(other)).reports.map(({ ticket }) => ticket).sort()).toEqual(
      [first.ticket, second.ticket].sort(),
    );
    await take(other, 'verify', { serviceClass: 'ringan' });
    // Among several reporters can be whom it is about: somebody chooses, and nobody is named.
    const ids = await Promise.all([first, second].map(({ ticket }) => reportId(ticket)));
    const refused = async (body: object) => {
      const headers = { ...petugas.headers, 'if-match': `"r${(await see(other)).revision}"` };
      return await (await post(`/api/v1/staff/cases/${other}/steps/reply`, body, headers)).json();
    };
    const reason = 'Kami periksa pekan ini (uji).';
    expect(await refused({ reason })).toMatchObject({
      code: 'stepIncomplete',
      params: { names: ['reportIds'] },
    });
    expect(await refused({ reason, reportIds: [randomUUID()] })).toMatchObject({ code: 'stepIncomplete' });
    const naming = 'Yth. Bapak Anton RT 12, terima kasih; hubungi 0812-3456-7890.';
    expect(await refused({ reason: naming, reportIds: ids })).toMatchObject({
      code: 'replyNames',
      params: { parts: expect.arrayContaining(['Anton', '0812-3456-7890']) },
    });
    await take(other, 'reply', { reason, reportIds: [ids[1]] });
    for (const [{ ticket, secret }, said] of [
      [first, []],
      [second, [reason]],
    ] as const) {
      expect((await read(ticket)).body).toMatchObject({ standing: { state: 'terverifikasi' } });
      const heard = (await own(ticket, secret)).messages.filter(({ from }) => from === 'office');
      expect(heard.map(({ text }) => text)).toEqual(said);
    }
  });

  test('IDO02: whoever goes out reads words and pictures, and never messages or who reported', async () => {
    const photoId = await sentPhoto(app, '#102030');
    const { ticket } = await sentReport(app, {
      photos: [{ photoId }],
      identity: { kind: 'confidential', name: 'Sri Pelapor', phone: '081234567890' },
    });
    const path = `/api/v1/staff/reports/${await reportId(ticket)}`;
    const get = (what: string, headers: Record<string, string>) =>
      app.request(`${path}/${what}`, { headers });
    expect((await get(`photos/${photoId}`, surveyor.headers)).status).toBe(200);
    for (const who of [surveyor, lurah]) {
      expect((await get('messages', who.headers)).status).toBe(403);
      expect((await post(`${path}/person`, { reason: 'ingin tahu saja' }, who.headers)).status).toBe(403);
    }
    const revealed = await post(`${path}/person`, { reason: 'Menjadwalkan pertemuan' }, petugas.headers);
    expect(await revealed.json()).toEqual({
      person: { name: 'Sri Pelapor', email: null, phone: '081234567890' },
    });
    const logged = await database.sql`
      select actor, personal from log_event where kind = 'report.personRead' and facts ->> 'reportId' = ${await reportId(ticket)}`;
    expect(logged).toEqual([
      { actor: `account:${petugas.accountId}`, personal: { reason: 'Menjadwalkan pertemuan' } },
    ]);
    // Without a reason nothing is told and nothing is logged.
    expect((await post(`${path}/person`, {}, petugas.headers)).status).toBe(400);
  });

  test('IDO07: a report about somebody of the office is not there for them, by any of its doors', async () => {
    const photoId = await sentPhoto(app, '#405060');
    const { ticket } = await sentReport(app, { photos: [{ photoId }] });
    const concerned = await aPerson(database.sql, keys, { roles: ['petugasLayanan'] });
    await database.sql`
      insert into case_conflict (case_id, account_id, noted_by, noted_at)
      select case_id, ${concerned.accountId}, 'system', now() from report where ticket = ${ticket}`;
    const path = `/api/v1/staff/reports/${await reportId(ticket)}`;
    for (const what of ['messages', `photos/${photoId}`])
      expect((await app.request(`${path}/${what}`, { headers: concerned.headers })).status, what).toBe(404);
    expect((await post(`${path}/person`, { reason: 'ingin tahu saja' }, concerned.headers)).status).toBe(404);
    expect((await app.request(`${path}/messages`, { headers: petugas.headers })).status).toBe(200);
  });

  test('who reported and asks the office is found by how they are reached, and forgotten behind the second lock', async () => {
    const email = 'Wayan@contoh.example';
    const mine = await Promise.all([
      sentReport(app, { identity: { kind: 'confidential', name: 'CONTOH Wayan', email } }),
      sentReport(app, { identity: { kind: 'confidential', phone: '0813 1111 2222' } }),
    ]);
    const other = await sentReport(app, { identity: { kind: 'confidential', email: 'lain@contoh.example' } });
    const [byMail, byPhone] = mine.map(({ ticket }) => ticket) as [string, string];
    const ask = async (who: Person, what: 'export' | 'erase', keys: object) => {
      const body = { ...keys, reason: 'Surat permintaan 13/2026 (uji).' };
      const response = await post(`/api/v1/staff/personal-data/${what}`, body, who.headers);
      return { status: response.status, body: await response.json() };
    };
    const found = async (who: Person, keys: object): Promise<string[]> => {
      const told = exportedSchema.parse((await ask(who, 'export', keys)).body);
      expect(told.applications).toEqual([]);
      return told.reports.map(({ report }) => report.ticket).sort();
    };
    for (const wrong of [{}, { email: 'bukan alamat' }, { phone: '12' }])
      expect((await ask(petugas, 'export', wrong)).status, JSON.stringify(wrong)).toBe(400);
    expect((await ask(surveyor, 'export', { email })).status).toBe(403);
    // As it is written on the letter, not as it was typed on the telephone.
    expect(await found(petugas, { email: 'wayan@CONTOH.example', phone: '+6281311112222' })).toEqual(
      [byMail, byPhone].sort(),
    );
    // A report about somebody of the office is not found by them, whoever sent it.
    const concerned = await aPerson(database.sql, keys, { roles: ['petugasLayanan'] });
    await database.sql`
      insert into case_conflict (case_id, account_id, noted_by, noted_at)
      select case_id, ${concerned.accountId}, 'system', now() from report where ticket = ${byMail}`;
    expect(await found(concerned, { email })).toEqual([]);
    expect((await ask(concerned, 'erase', { email })).body).toEqual({
      erased: [],
      reports: [],
      corrections: [],
      kept: [],
    });
    expect(await found(petugas, { email })).toEqual([byMail]);

    expect((await ask(petugas, 'erase', { email })).body).toEqual({
      erased: [],
      reports: [byMail],
      corrections: [],
      kept: [],
    });
    expect(await found(petugas, { email, phone: '081311112222' })).toEqual([byPhone]);
    expect(await own(byMail, mine[0]?.secret ?? '')).toMatchObject({ identity: 'erased', contactBy: [] });
    expect(await own(other.ticket, other.secret)).toMatchObject({ identity: 'confidential' });
    const erased = await database.sql`
      select actor from log_event where kind = 'report.personErased' and facts ->> 'reportId' = ${await reportId(byMail)}`;
    expect(erased).toEqual([{ actor: `account:${petugas.accountId}` }]);
  });

  test('IDO07: nor after its case was joined into another, which hides from them what it knew itself', async () => {
    const photoId = await sentPhoto(app, '#405061');
    const [mine, other] = [await sentReport(app, { photos: [{ photoId }] }), await sentReport(app)];
    const [concerned, above] = await Promise.all(
      (['petugasLayanan', 'pejabatPenghubung'] as const).map((role) =>
        aPerson(database.sql, keys, { roles: [role] }),
      ),
    );
    const [row] = await database.sql<{ from: string; into: string }[]>`
      select (select case_id from report where ticket = ${mine.ticket}) as from,
             (select case_id from report where ticket = ${other.ticket}) as into`;
    const change = (caseId: string, revision: number, what: string, body: object) =>
      post(`/api/v1/staff/cases/${caseId}/${what}`, body, {
        ...above!.headers,
        'if-match': `"r${revision}"`,
      });
    const reason = 'Alasan uji yang cukup panjang.';
    const noted = await change(row!.from, 1, 'conflicts', { accountId: concerned!.accountId, reason });
    expect(noted.status).toBe(200);
    expect((await change(row!.from, 2, 'steps/join', { target: other.ticket, reason })).status).toBe(200);
    const report = `/api/v1/staff/reports/${await reportId(mine.ticket)}`;
    const statuses = async () => [
      (await app.request(`/api/v1/staff/cases/${row!.into}`, { headers: concerned!.headers })).status,
      (await app.request(`${report}/messages`, { headers: concerned!.headers })).status,
      (await app.request(`${report}/photos/${photoId}`, { headers: concerned!.headers })).status,
      (await post(`${report}/person`, { reason: 'ingin tahu saja' }, concerned!.headers)).status,
    ];
    expect(await statuses()).toEqual([404, 404, 404, 404]);
    const rows = await inTheNameOf(
      database.sql,
      concerned!,
      (tx) => tx`select from report where ticket in (${mine.ticket}, ${other.ticket})`,
    );
    expect(rows).toHaveLength(0);
    // What is noted of the case that ended holds where it goes on; the program itself cannot forget to carry it.
    const late = await aPerson(database.sql, keys, { roles: ['petugasLayanan'] });
    await database.sql`
      insert into case_conflict (case_id, account_id, noted_by, noted_at)
      values (${row!.from}, ${late.accountId}, 'system', now())`;
    const seen = await app.request(`/api/v1/staff/cases/${row!.into}`, { headers: late.headers });
    expect(seen.status).toBe(404);
  });

  test('IDO07: a report about an official is first there for who watches, then for whom they give it to, then for the office', async () => {
    const photoId = await sentPhoto(app, '#405063');
    const { ticket, secret } = await sentReport(app, {
      photos: [{ photoId }],
      about: 'Kepala seksi sendiri (uji).',
      isAboutOffice: true,
      identity: { kind: 'confidential', name: 'CONTOH Pelapor', phone: '081234567899' },
    });
    const [row] = await database.sql<{ caseId: string }[]>`
      select case_id as "caseId" from report where ticket = ${ticket}`;
    const caseId = row!.caseId;
    const [above, signer, auditor, handler, officer, analyst] = (await Promise.all(
      (
        [
          'pejabatPenghubung',
          'pejabatPenandatangan',
          'auditor',
          'petugasLayanan',
          'surveyor',
          'analis',
        ] as const
      ).map((role) => aPerson(database.sql, keys, { roles: [role] })),
    )) as [Person, Person, Person, Person, Person, Person];
    const one = `/api/v1/staff/cases/${caseId}`;
    const report = `/api/v1/staff/reports/${await reportId(ticket)}`;
    const get = async (path: string, who: Person) =>
      (await app.request(path, { headers: who.headers })).status;
    const change = (who: Person, revision: number, what: string, body: object) =>
      post(`${one}/${what}`, body, { ...who.headers, 'if-match': `"r${revision}"` });
    /** Whether somebody reaches the case, its queue, its photo, and rows behind the second lock. */
    const reaches = async (who: Person): Promise<boolean[]> => {
      const queue = await app.request(`/api/v1/staff/cases?q=${ticket}`, { headers: who.headers });
      const rows = await inTheNameOf(database.sql, who, async (tx) => [
        (await tx`select from violation_case where case_id = ${caseId}`).length,
        (await tx`select from report where case_id = ${caseId}`).length,
        (await tx`select from case_move where case_id = ${caseId}`).length,
      ]);
      return [
        (await get(one, who)) === 200,
        (await get(`${report}/photos/${photoId}`, who)) === 200,
        ((await queue.json()) as { cases: unknown[] }).cases.length === 1,
        ...rows.map((count) => count > 0),
      ];
    };
    const all = [true, true, true, true, true, true];
    const none = all.map(() => false);
    const why = { reason: 'Alasan uji yang cukup panjang.' };
    for (const who of [above, signer, auditor]) expect(await reaches(who)).toEqual(all);
    for (const who of [handler, officer, analyst, lurah]) expect(await reaches(who)).toEqual(none);
    // Nor is it told who sent it, by the route or behind it.
    expect((await post(`${report}/person`, { reason: 'ingin tahu saja' }, handler.headers)).status).toBe(404);
    const persons = await inTheNameOf(database.sql, handler, async (tx) => [
      await tx`select from report_person where report_id = ${await reportId(ticket)}`,
    ]);
    expect(persons[0]).toHaveLength(0);
    expect((await post(`${report}/person`, { reason: 'Menjadwalkan pertemuan' }, above.headers)).status).toBe(
      200,
    );
    // Nobody else opens it, and a join does not.
    for (const who of [handler, auditor])
      expect((await change(who, 1, 'disclose', why)).status).not.toBe(200);
    const other = await sentReport(app);
    const joined = await change(above, 1, 'steps/join', { target: other.ticket, ...why });
    expect((await joined.json()) as object).toMatchObject({ code: 'caseWithheld' });
    await expect(
      inTheNameOf(
        database.sql,
        above,
        (tx) => tx`
          update violation_case set state = 'ditutup', outcome = 'duplikat', ended_at = now(),
                 decided_by = array[${above.accountId}::uuid],
                 joined_into = (select case_id from violation_case where ticket = ${other.ticket})
          where case_id = ${caseId}`,
      ),
    ).rejects.toThrow(/does not go on in an open case/);
    // Given to somebody it is there for them, and for nobody else; what they may open is not for them to decide.
    const unitId = randomUUID();
    await database.sql`
      insert into work_unit (unit_id, name, kind, created_at) values (${unitId}, 'CONTOH Unit terbatas', 'office', now())`;
    await database.sql`insert into work_unit_member (unit_id, account_id) values (${unitId}, ${officer.accountId})`;
    expect((await change(above, 1, 'steps/verify', { serviceClass: 'ringan' })).status).toBe(200);
    const given = await change(above, 2, 'steps/dispose', {
      unitId,
      officerId: officer.accountId,
      assignmentCheck: 'Unit itu bukan yang dilaporkan (uji).',
    });
    expect(given.status).toBe(200);
    expect(await reaches(officer)).toEqual(all);
    expect(await reaches(handler)).toEqual(none);
    await expect(
      inTheNameOf(
        database.sql,
        officer,
        (tx) => tx`update violation_case set is_withheld = false where case_id = ${caseId}`,
      ),
    ).rejects.toThrow(/whoever supervises opens it/);
    // Opened, it is there for the office, and not for whom it is about.
    const noted = await change(above, 3, 'conflicts', { accountId: handler.accountId, ...why });
    expect(noted.status).toBe(200);
    const opened = await change(signer, 4, 'disclose', why);
    expect(staffCaseSchema.parse(await opened.json())).toMatchObject({
      isWithheld: false,
      mayDisclose: false,
    });
    for (const who of [analyst, officer, petugas]) expect(await reaches(who)).toEqual(all);
    expect(await reaches(handler)).toEqual(none);
    const logged = await database.sql`
      select actor, personal from log_event where kind = 'case.disclosed' and facts ->> 'caseId' = ${caseId}`;
    expect(logged).toEqual([{ actor: `account:${signer.accountId}`, personal: why }]);
    expect((await own(ticket, secret)).isAboutOffice).toBe(true);
  });

  test('IDO02: a photo of a message is for whoever reads the message', async () => {
    const { ticket, secret } = await sentReport(app);
    const photoId = await sentPhoto(app, '#405062');
    const message = { messageId: randomUUID(), text: 'Hanya untuk petugas (uji).', photos: [{ photoId }] };
    expect((await post(`/api/v1/reports/${ticket}/messages`, message, bearer(secret))).status).toBe(200);
    const path = `/api/v1/staff/reports/${await reportId(ticket)}/photos/${photoId}`;
    const [row] = await database.sql<
      { id: string }[]
    >`select case_id as id from report where ticket = ${ticket}`;
    const [satpolPp, analis, auditor] = await Promise.all(
      (['satpolPp', 'analis', 'auditor'] as const).map((role) =>
        aPerson(database.sql, keys, { roles: [role] }),
      ),
    );
    for (const [person, status] of [
      [petugas, 200],
      [surveyor, 404],
      [lurah, 404],
      [satpolPp!, 404],
      [analis!, 404],
      [auditor!, 404],
    ] as const) {
      expect((await app.request(path, { headers: person.headers })).status).toBe(status);
      const seen = await app.request(`/api/v1/staff/cases/${row!.id}`, { headers: person.headers });
      expect(staffCaseSchema.parse(await seen.json()).reports).toMatchObject([{ photos: [] }]);
      const rows = await inTheNameOf(
        database.sql,
        person,
        (tx) => tx`select from report_photo where photo_id = ${photoId}`,
      );
      expect(rows).toHaveLength(status === 200 ? 1 : 0);
    }
  });

  test('RTE01: a flood about one place is seen as one heap by who decides', async () => {
    const place = { kind: 'pin', lon: 116.8091, lat: -1.1991, from: 'map' } as const;
    const flood = await Promise.all(Array.from({ length: 6 }, () => sentReport(app, { place })));
    const id = await reportId(flood[0]?.ticket ?? '');
    const response = await app.request(`/api/v1/staff/reports/${id}/similar`, { headers: petugas.headers });
    const { similar } = (await response.json()) as { similar: { reportId: string }[] };
    expect(similar).toHaveLength(5);
  });
});

describe('photos', () => {
  const gossiping = () =>
    sharp({ create: { width: 80, height: 40, channels: 3, background: '#ff0000' } })
      .jpeg()
      .withExifMerge({ IFD0: { Artist: 'Siti Pelapor' }, IFD3: { GPSLatitude: '1/1 14/1 44/1' } })
      .toBuffer();

  test('UPL04: are kept without anything that the camera wrote', async () => {
    const before = await gossiping();
    expect(before.toString('latin1')).toContain('Siti Pelapor');
    const photoId = randomUUID();
    expect((await sendPhoto(app, before, { photoId })).status).toBe(200);
    const { ticket, secret } = await sentReport(app, { photos: [{ photoId }] });
    const response = await app.request(`/api/v1/reports/${ticket}/photos/${photoId}`, {
      headers: bearer(secret),
    });
    const after = Buffer.from(await response.arrayBuffer());
    expect(after.toString('latin1')).not.toMatch(/Siti|Exif/);
    for (const name of storedFiles())
      expect(
        (await import('node:fs')).readFileSync(join(folder.path, 'files', name)).toString('latin1'),
      ).not.toMatch(/Siti Pelapor/);
  });

  test('UPL01, UPL19: a page, or a PDF with a virus, that is called a photo is refused, and nothing is stored', async () => {
    const before = storedFiles().length;
    // The harmless text that scanners know, put together here so that none of them takes this file away.
    const eicar = `%PDF-1.7\nX5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'}!$H+H*`;
    expect(await codeOf(sendPhoto(app, Buffer.from(eicar)))).toEqual([415, 'photoKindRefused']);
    expect(await codeOf(sendPhoto(app, Buffer.from('<!doctype html><p>foto')))).toEqual([
      415,
      'photoKindRefused',
    ]);
    expect(await codeOf(sendPhoto(app, await aPhoto(), { type: 'text/html' }))).toEqual([
      415,
      'photoKindRefused',
    ]);
    expect(storedFiles()).toHaveLength(before);
  });

  test('UPL11: one byte too many is refused at that byte', async () => {
    const response = await app.request(`/api/v1/reports/photos/${randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg' },
      body: new Uint8Array(10_000_001),
    });
    expect([response.status, response.headers.get('connection')]).toEqual([413, 'close']);
  });

  test('UPL14: the same bytes twice are two references to one file; without the one the other stays', async () => {
    const bytes = await aPhoto('#778899');
    const [one, other] = [randomUUID(), randomUUID()];
    const before = storedFiles().length;
    for (const photoId of [one, other]) expect((await sendPhoto(app, bytes, { photoId })).status).toBe(200);
    expect(storedFiles()).toHaveLength(before + 1);
    const { ticket, secret } = await sentReport(app, { photos: [{ photoId: one }] });
    now = new Date('2026-11-25T04:00:00Z');
    const deps = { sql: database.sql, clock: { now: () => now }, dataDirectory: folder.path };
    await sweepReports(deps);
    await sweepUploads(deps as never);
    expect(
      (await app.request(`/api/v1/reports/${ticket}/photos/${one}`, { headers: bearer(secret) })).status,
    ).toBe(200);
  });

  test('UPL16: one whose report never comes is swept, and the report is told which are missing', async () => {
    const bytes = await aPhoto('#abcdef');
    const photoId = randomUUID();
    await sendPhoto(app, bytes, { photoId });
    const [row] = await database.sql`
      select u.sha256 from report_photo p join upload u using (upload_id) where p.photo_id = ${photoId}`;
    const path = join(folder.path, 'files', row?.sha256);
    expect(existsSync(path)).toBe(true);
    const deps = { sql: database.sql, clock: { now: () => now }, dataDirectory: folder.path };
    await sweepReports(deps);
    expect(existsSync(path)).toBe(true);
    now = new Date('2026-11-24T05:00:00Z');
    await sweepReports(deps);
    await sweepUploads(deps as never);
    expect(existsSync(path)).toBe(false);
    const response = await sendReport(app, aReport({ photos: [{ photoId }] }));
    const body = (await response.json()) as { code: string; params: unknown };
    expect([response.status, body.code, body.params]).toEqual([
      409,
      'reportPhotosMissing',
      { photos: [photoId] },
    ]);
  });

  test('UPL18: sent twice, a photo is kept once; in a report it is nobody else’s', async () => {
    const bytes = await aPhoto('#123abc');
    const photoId = randomUUID();
    for (let time = 0; time < 3; time += 1)
      expect((await sendPhoto(app, bytes, { photoId })).status).toBe(200);
    await sentReport(app, { photos: [{ photoId }] });
    expect(await codeOf(sendPhoto(app, bytes, { photoId }))).toEqual([409, 'reportPhotosMissing']);
    expect(await codeOf(sendReport(app, aReport({ photos: [{ photoId }] })))).toEqual([
      409,
      'reportPhotosMissing',
    ]);
    const [one, ...more] = await database.sql`select 1 from report_photo where photo_id = ${photoId}`;
    expect([one !== undefined, more.length]).toEqual([true, 0]);
  });

  test('IDO08: a photo is opened by the secret of its own report alone', async () => {
    const photoId = await sentPhoto(app, '#0a0b0c');
    await sentReport(app, { photos: [{ photoId }] });
    const other = await sentReport(app);
    const response = await app.request(`/api/v1/reports/${other.ticket}/photos/${photoId}`, {
      headers: bearer(other.secret),
    });
    expect(response.status).toBe(404);
  });
});

describe('news', () => {
  test('OFF06: say that there is something to read, once for each way, and never what', async () => {
    const { ticket, secret } = await sentReport(app, {
      identity: {
        kind: 'confidential',
        name: 'Sri Pelapor',
        email: 'sri.kabar@example.id',
        phone: '0812-3456-7891',
      },
    });
    const id = await reportId(ticket);
    const answer = { messageId: randomUUID(), text: 'Izin sudah kami periksa di lapangan.' };
    for (let time = 0; time < 2; time += 1)
      await post(`/api/v1/staff/reports/${id}/messages`, answer, petugas.headers);
    const rows = await database.sql<
      { channel: string; template: string; parameters: object; recipient: string }[]
    >`
      select channel, template, parameters, recipient from outbox_message
      where starts_with(dedupe_key, ${`report:${id}:`}) order by template desc, channel`;
    expect(rows.map(({ channel, template }) => [template, channel])).toEqual([
      ['report.received', 'email'],
      ['report.received', 'whatsapp'],
      ['report.news', 'email'],
      ['report.news', 'whatsapp'],
    ]);
    expect(keys.decrypt('personal', rows[1]?.recipient ?? '', 'outbox')).toBe('+6281234567891');
    const { composeMessage } = await import('#domain/message/templates');
    for (const { template, parameters } of rows) {
      const { subject, body } = composeMessage(template as 'report.news', 'id', parameters);
      expect(`${subject}${body}`).not.toMatch(/Bangunan|Izin sudah|Sri|BARAT|116\.8/);
      expect(body).not.toContain(secret);
    }
  });
});

describe('API11: every operation of reports answers with what it says, and with nothing else', () => {
  type Body = string | Uint8Array;
  type Sent = Omit<RequestInit, 'body'> & { readonly path: string; readonly body?: Body };
  const json = (path: string, body: unknown, headers: Record<string, string> = {}): Sent => ({
    path,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const withHeaders = (sent: Sent, headers: Record<string, string>): Sent => ({
    ...sent,
    headers: { ...(sent.headers as Record<string, string>), ...headers },
  });
  const EVIL = { origin: 'https://jahat.example' };
  const fails = (message: string) => () => {
    throw new Error(message);
  };
  /** A database that is not there, and one that breaks in a way that nobody has thought of. */
  const away = () => postgres('postgres://nobody@127.0.0.1:1/none', { max: 1, connect_timeout: 1 });
  const broken = new Proxy(fails('uji'), { get: () => fails('uji') }) as unknown as typeof database.sql;

  /** Requests by the status that each is to reach; several of one are sent in turn, and the last one counts. */
  async function requestsOf(id: string): Promise<Record<number, Sent | Sent[]>> {
    const report = await sentReport(app, { photos: [{ photoId: await sentPhoto(app, '#405073') }] });
    const [photo] = (await own(report.ticket, report.secret)).photos;
    const one = `/api/v1/reports/${report.ticket}`;
    const key = () => ({ 'idempotency-key': randomUUID() });
    const mine = bearer(report.secret);
    const wrong = bearer('A'.repeat(22));
    const get = (path: string, headers: Record<string, string> = mine): Sent => ({ path, headers });
    const image = (bytes: Body, type = 'image/jpeg', query = ''): Sent => ({
      path: `/api/v1/reports/photos/${randomUUID()}${query}`,
      method: 'PUT',
      headers: { 'content-type': type },
      body: bytes,
    });
    const reads = (path: string) => ({
      200: get(path),
      400: get(`${path}?x=1`),
      404: get(path, wrong),
    });
    /** What every writing with the secret has in common. */
    const writes = (path: string, body: object, more: number) => ({
      200: json(path, body, mine),
      400: json(path, '{', mine),
      403: json(path, body, { ...mine, ...EVIL }),
      404: json(path, body, wrong),
      413: json(path, JSON.stringify(body) + ' '.repeat(more), mine),
      415: withHeaders(json(path, body, mine), { 'content-type': 'text/plain' }),
    });
    const message = () => ({ messageId: randomUUID(), text: 'uji' });
    const gone = { photos: [{ photoId: randomUUID() }] };
    const jpeg = await aPhoto('#405074');
    switch (id) {
      case 'reportPlace': {
        const at = (body: unknown) => json('/api/v1/reports/place', body);
        const there = { lon: 116.804, lat: -1.193 };
        return {
          200: at(there),
          400: at({ lon: 116.804 }),
          413: at(JSON.stringify(there) + ' '.repeat(1_000)),
          415: withHeaders(at(there), { 'content-type': 'text/plain' }),
          422: at({ ...there, lon: 200 }),
        };
      }
      case 'keepReportPhoto':
        return {
          200: image(jpeg),
          400: image(jpeg, 'image/jpeg', '?x=1'),
          403: withHeaders(image(jpeg), EVIL),
          409: { ...image(jpeg), path: `/api/v1/reports/photos/${photo?.photoId}` },
          413: image(Buffer.concat([jpeg, Buffer.alloc(PHOTO_BYTES)])),
          415: image('<!doctype html>'),
          422: image(jpeg.subarray(0, 200)),
          429: Array.from({ length: 151 }, () => image('x')),
        };
      case 'sendReport': {
        const send = (change: object = {}, headers: Record<string, string> = {}) =>
          json('/api/v1/reports', aReport(change), { ...key(), ...headers });
        return {
          201: send(),
          400: json('/api/v1/reports', aReport()),
          403: send({}, EVIL),
          409: send(gone),
          413: json('/api/v1/reports', JSON.stringify(aReport()) + ' '.repeat(40_000), key()),
          415: send({}, { 'content-type': 'text/plain' }),
          422: send({ seenOn: '2026-11-23' }),
          429: Array.from({ length: 21 }, () => send({ website: 'uji' })),
        };
      }
      case 'readReport':
        return reads(one);
      case 'writeToReport':
        return {
          ...writes(`${one}/messages`, message(), 20_000),
          409: json(`${one}/messages`, { ...message(), ...gone }, mine),
          429: Array.from({ length: 31 }, () => json(`${one}/messages`, { ...message(), text: ' ' }, mine)),
        };
      case 'disputeReport': {
        const [ended, said] = [await sentReport(app), { words: 'Belum ada yang datang (uji).' }];
        await database.sql`
          with ended as (update violation_case set state = 'ditutup', outcome = 'dataKurang', ended_at = ${now}
                         where ticket = ${ended.ticket} returning case_id)
          insert into case_move (case_id, step, from_state, to_state, is_paused, at, actor, outcome)
          select case_id, 'dismiss', 'diterima', 'ditutup', false, ${now}, 'system', 'dataKurang' from ended`;
        return {
          ...writes(`${one}/dispute`, said, 20_000),
          200: json(`/api/v1/reports/${ended.ticket}/dispute`, said, bearer(ended.secret)),
          409: json(`${one}/dispute`, said, mine),
        };
      }
      case 'consentToPassOn':
        return {
          ...writes(`${one}/consent`, { mayPassOn: true }, 100),
          429: Array.from({ length: 11 }, () => json(`${one}/consent`, { mayPassOn: true }, mine)),
        };
      case 'eraseReporter':
        return writes(`${one}/erase`, {}, 100);
      case 'changeReportSecret': {
        const other = await sentReport(app);
        const change = json(`/api/v1/reports/${other.ticket}/secret`, {}, bearer(other.secret));
        // The first one changes it; that the old one asks again is not counted, and it is told nothing.
        return { ...writes(`${one}/secret`, {}, 100), 200: change, 429: [] };
      }
      case 'exportReport':
        return { ...reads(`${one}/data`), 429: Array.from({ length: 6 }, () => get(`${one}/data`)) };
      case 'reportReceipt':
        return reads(`${one}/receipt`);
      case 'ownReportPhoto':
        return reads(`${one}/photos/${photo?.photoId}`);
      default:
        throw new Error(`${id}: an operation that is not tried here`);
    }
  }

  test.each(reportOperations.map((operation) => [operation.id, operation] as const))(
    '%s',
    async (id, operation) => {
      const problems = problemsOf(operation);
      const documented = new Set([
        ...operation.answers.map(({ status }) => status as number),
        ...problems.map((code) => PROBLEM_STATUS[code]),
      ]);
      const reached = new Set<number>();
      const ask = async ({ path, ...init }: Sent, of = app): Promise<number> => {
        const response = await of.request(path, init as RequestInit);
        const told = response.headers.get('content-type')?.includes('problem+json')
          ? ((await response.json()) as { code: (typeof problems)[number] }).code
          : null;
        if (told !== null) expect(problems, `${path} ${response.status} ${told}`).toContain(told);
        expect([...documented], `${path}: ${response.status}`).toContain(response.status);
        reached.add(response.status);
        return response.status;
      };
      const requests = await requestsOf(id);
      for (const [status, sent] of Object.entries(requests)) {
        forgetPassingTries(keys);
        let last = Number(status);
        for (const request of [sent].flat()) last = await ask(request);
        expect([id, last]).toEqual([id, Number(status)]);
      }
      if (id === 'changeReportSecret') {
        const other = await sentReport(app);
        for (let secret = other.secret, status = 200; status === 200; ) {
          const response = await post(`/api/v1/reports/${other.ticket}/secret`, {}, bearer(secret));
          status = response.status;
          reached.add(status);
          if (status === 200) secret = reportSecretSchema.parse(await response.json()).secret;
        }
      }
      const good = [requests[200] ?? requests[201] ?? []].flat().slice(0, 1);
      const none = away();
      for (const [sql, status] of [
        [none, 503],
        [broken, 500],
      ] as const) {
        forgetPassingTries(keys);
        const other = anApp(sql, { tilesDirectory: folder.path, dataDirectory: folder.path, keys });
        const again = withHeaders(good[0]!, { 'idempotency-key': randomUUID() });
        expect([id, await ask(again, other)]).toEqual([id, status]);
      }
      await none.end();
      // A full disk is filled in tests/db/report-faults.test.ts (DBF05).
      expect([...documented].filter((status) => !reached.has(status) && status !== 507)).toEqual([]);
    },
  );
});
