import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  caseListSchema,
  type OpenedCorrection,
  openedCorrectionSchema,
  publicCaseSchema,
  rowListSchema,
  type StaffCase,
  staffCaseSchema,
} from '#domain/correction/correction';
import { erasedSchema, exportedSchema } from '#domain/personal-data/subject-request';
import { type Answer, answerSchema } from '#domain/zoning/answer';
import { forgetPassingTries, inTheNameOf } from '../../server/features/accounts/index.ts';
import { drainOutbox } from '../../server/features/outbox/index.ts';
import { type KeyStore, openKeys } from '../../server/platform/keys.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { bearer } from '../support/a-report-desk.ts';
import { insertSmallCity, publishVersion, SMALL_CITY } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let keys: KeyStore;
let app: ReturnType<typeof anApp>;
let walidata: Person;
let petugas: Person;
let official: Person;
let stranger: Person;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('corrections');
  await insertSmallCity(database.sql);
  keys = openKeys(`${folder.path}/keys`);
  app = anApp(database.sql, { tilesDirectory: folder.path, dataDirectory: folder.path, keys });
  walidata = await aPerson(database.sql, keys, { roles: ['walidata'], name: 'CONTOH Walidata' });
  petugas = await aPerson(database.sql, keys, { roles: ['petugasLayanan'] });
  official = await aPerson(database.sql, keys, { roles: ['pejabatPenandatangan'] });
  stranger = await aPerson(database.sql, keys, { roles: ['produsenData'], producerId: 'dinas-lain' });
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});
/** Nobody waits in these tests for what an earlier one has sent. */
beforeEach(() => forgetPassingTries(keys));

type Place = readonly [number, number];
const KDB = 'figure~rules-uji~rdtr~R-3~kdb';
const FLOOD = 'overlay~banjir-uji~~~banjir tinggi';
const MESSAGE = 'Menurut lampiran peraturan angkanya lain.';

async function expectStatus(response: Response, status: number): Promise<unknown> {
  const body: unknown = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(status);
  return body;
}
/** What a browser brings again of the cookies that it was given. */
const cookieOf = (response: Response): string =>
  (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
const propose = (change: Record<string, unknown> = {}, headers: Record<string, string> = {}) => {
  const [lon, lat] = SMALL_CITY.inZone1;
  return post('/api/v1/corrections', { lon, lat, row: KDB, message: MESSAGE, ...change }, headers);
};
const open = async (change: Record<string, unknown> = {}): Promise<OpenedCorrection> =>
  openedCorrectionSchema.parse(await expectStatus(await propose(change), 201));

const staff = (person: Person, path: string, body?: unknown, revision?: number) =>
  app.request(`/api/v1/staff/corrections${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      ...person.headers,
      'content-type': 'application/json',
      ...(revision === undefined ? {} : { 'if-match': `"r${revision}"` }),
    },
  });
const read = async (person: Person, ticket: string): Promise<StaffCase> => {
  const { cases } = caseListSchema.parse(await expectStatus(await staff(person, `?q=${ticket}`), 200));
  const [line] = cases;
  return staffCaseSchema.parse(await expectStatus(await staff(person, `/${line?.correctionId}`), 200));
};
async function answer(ticket: string, given: Record<string, unknown>): Promise<StaffCase> {
  const { correctionId, revision } = await read(walidata, ticket);
  const sent = await staff(walidata, `/${correctionId}/answer`, given, revision);
  return staffCaseSchema.parse(await expectStatus(sent, 200));
}
const REFUSED = {
  outcome: 'ditolak',
  note: { id: 'Sudah dicocokkan dengan Pasal 1: 60 %.', en: 'Checked: 60 %.' },
};

const lookUp = async (place: Place, more = ''): Promise<Answer> => {
  const response = await app.request(`/api/v1/lookup?lon=${place[0]}&lat=${place[1]}${more}`);
  return answerSchema.parse(await expectStatus(response, 200));
};
const notesAt = async (place: Place, more = ''): Promise<string[]> =>
  (await lookUp(place, more)).rowNotes.map(({ row, note }) => `${row.kind} ${row.code}: ${note.id}`);

describe('a case is opened', () => {
  test('about a row behind the answer, which is named with its version and its article', async () => {
    const [lon, lat] = SMALL_CITY.inZone1;
    const response = await app.request(`/api/v1/corrections/rows?lon=${lon}&lat=${lat}`);
    const { rows } = rowListSchema.parse(await expectStatus(response, 200));
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(rows.find(({ key }) => key === KDB)).toMatchObject({
      versionId: '1000000000000001',
      decree: 'CONTOH Nomor 0',
      says: { value: 60, operator: 'max' },
      basis: { article: 'Pasal 1' },
    });
    expect(rows.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['zone', 'figure', 'setback', 'activity', 'condition', 'rtrw']),
    );
  });

  test('without an account; its ticket says how far it is, its secret opens all of it', async () => {
    const contact = 'warga@example.org';
    const { ticket, secret, path } = await open({ contact });
    expect(ticket).toMatch(/^DK-2026-\d{5}$/);
    expect(path).toBe(`/keliru/${ticket}#${secret}`);
    const follow = (headers: Record<string, string>, query = '') =>
      app.request(`/api/v1/corrections/${ticket}${query}`, { headers });
    const bare = publicCaseSchema.parse(await expectStatus(await follow({}), 200));
    expect(bare).toEqual({ ticket, state: 'baru', openedOn: '2026-11-22', detail: null });
    const whole = publicCaseSchema.parse(await expectStatus(await follow(bearer(secret)), 200));
    expect(whole.detail).toMatchObject({
      message: MESSAGE,
      hasContact: true,
      answers: [],
      row: { key: KDB },
    });
    expect(JSON.stringify(whole)).not.toContain(contact);
    await expectStatus(await follow(bearer(secret.slice(1))), 404);
    // In an address it would stand in logs and histories.
    await expectStatus(await follow({}, `?secret=${secret}`), 400);
    const [stored] = await database.sql<{ all: string }[]>`
      select (select jsonb_agg(c)::text from correction c) || (select jsonb_agg(k)::text from correction_contact k) as all`;
    expect(stored?.all).not.toContain(contact);
    expect(stored?.all).not.toContain(secret);
  });

  test('and refused where it cannot be bound, comes from elsewhere, from no person, or is too much', async () => {
    await expectStatus(await propose({ row: 'figure~rules-uji~rdtr~R-9~kdb' }), 422);
    await expectStatus(await propose({ website: 'https://example.org' }), 422);
    await expectStatus(await propose({ message: 'salah' }), 400);
    await expectStatus(await propose({ message: 'a'.repeat(2001) }), 400);
    await expectStatus(await propose({ status: 'diterima' }), 400);
    await expectStatus(await propose({ lon: -1.193, lat: 116.804 }), 422);
    await expectStatus(await propose({ message: 'a'.repeat(30_000) }), 413);
    await expectStatus(await propose({}, { origin: 'https://example.org' }), 403);
    await expectStatus(await propose({}, { 'sec-fetch-site': 'cross-site' }), 403);
    const [before] = await database.sql<{ cases: number }[]>`select count(*)::int as cases from correction`;
    forgetPassingTries(keys);
    for (let n = 0; n < 10; n += 1) await open();
    const refused = await expectStatus(await propose(), 429);
    expect(refused).toMatchObject({ code: 'tooManyTries' });
    const [after] = await database.sql<{ cases: number }[]>`select count(*)::int as cases from correction`;
    expect(after?.cases).toBe((before?.cases ?? 0) + 10);
  });

  test('at once by many: every case has a ticket of its own', async () => {
    forgetPassingTries(keys);
    const cases = await Promise.all(Array.from({ length: 10 }, () => open()));
    expect(new Set(cases.map(({ ticket }) => ticket)).size).toBe(10);
  });
});

describe('the form of a place works without a script', () => {
  const form = '/lokasi/116.80400,-1.19300/keliru';
  const fill = (entries: Record<string, string>) =>
    app.request(form, {
      method: 'POST',
      body: new URLSearchParams(entries).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  test('it offers the rows, keeps what was written when it is refused, and leads to the page that follows the case', async () => {
    const page = await (await app.request(`${form}?bagian=angka`)).text();
    expect(page).toContain(`value="${KDB}"`);
    const refused = await fill({ baris: KDB, pesan: '<b>salah</b>', kontak: 'x'.repeat(121) });
    expect(refused.status).toBe(422);
    const again = await refused.text();
    expect(again).toContain('&lt;b&gt;salah&lt;/b&gt;</textarea>');
    expect(again).toMatch(new RegExp(`value="${KDB}"[^>]*checked|checked[^>]*value="${KDB}"`));
    expect((await fill({ baris: KDB, pesan: MESSAGE, situs: 'https://example.org' })).status).toBe(422);
    expect((await fill({ pesan: MESSAGE })).status).toBe(422);
    expect((await fill({ baris: KDB, pesan: 'a'.repeat(30_000) })).status).toBe(413);
    const sent = await fill({ baris: KDB, pesan: MESSAGE, kontak: '', situs: '' });
    expect(sent.status).toBe(303);
    const path = sent.headers.get('location') ?? '';
    expect(path).toMatch(/^\/keliru\/DK-2026-\d{5}\?baru=1$/);
    const followed = await app.request(path, { headers: { cookie: cookieOf(sent) } });
    expect(followed.headers.get('cache-control')).toBe('no-store');
    const words = await followed.text();
    expect(words).toContain(MESSAGE);
    expect(words).toContain('noindex');
    expect(words).toMatch(/class="correction-link" href="[^"?]*\/keliru\/DK-2026-\d{5}#[\w-]{24}"/);
    const bare = await (await app.request(path)).text();
    expect(bare).toContain('Menunggu jawaban petugas');
    expect(bare).not.toContain(MESSAGE);
    expect((await app.request('/keliru/DK-2026-99999')).status).toBe(404);
    expect((await app.request('/lokasi/di-sana/keliru')).status).toBe(404);
  });

  test('the page that follows a case takes its key out of a form, or out of a link of before, and leaves it in no address', async () => {
    const { ticket, secret } = await open();
    const path = `/keliru/${ticket}`;
    const press = (kunci: string, headers: Record<string, string> = {}) =>
      app.request(path, { method: 'POST', body: new URLSearchParams({ aksi: 'buka', kunci }), headers });
    const ways = [
      () => press(secret),
      () => press(` https://peta.example.go.id${path}#${secret} `),
      () => press(`https://peta.example.go.id${path}?kunci=${secret}`),
      () => app.request(`${path}?kunci=${secret}&baru=1`),
    ];
    for (const way of ways) {
      const opened = await way();
      expect([opened.status, opened.headers.get('location')]).toEqual([303, path]);
      expect(opened.headers.get('cache-control')).toBe('no-store');
      expect(opened.headers.get('set-cookie')).toMatch(
        new RegExp(`^keliru-${ticket}=${secret}; Max-Age=1800; Path=${path}; HttpOnly; SameSite=Lax$`),
      );
      const page = await app.request(path, { headers: { cookie: cookieOf(opened) } });
      const words = await page.text();
      expect(words).toContain(MESSAGE);
      expect(words).not.toContain(secret);
    }
    const refusals = [
      () => press(secret.slice(1)),
      () => app.request(`${path}?kunci=${secret.slice(1)}`),
      () => press(secret, { origin: 'https://example.org' }),
    ];
    for (const [index, refuse] of refusals.entries()) {
      const refused = await refuse();
      expect(refused.status, String(index)).toBe(index === 2 ? 200 : 404);
      expect(refused.headers.get('set-cookie')).toBe(null);
      const words = await refused.text();
      expect(words).toContain('data-case-secret');
      expect(words).not.toContain(MESSAGE);
    }
    // The key of another case opens nothing here.
    const other = await open();
    const cookie = `keliru-${ticket}=${other.secret}`;
    expect(await (await app.request(path, { headers: { cookie } })).text()).not.toContain(MESSAGE);
  });
});

describe('staff answer', () => {
  test('and the note stands on that row for everybody, in an answer with another tag', async () => {
    const { ticket, secret } = await open();
    const [lon, lat] = SMALL_CITY.inZone1;
    const path = `/api/v1/lookup?lon=${lon}&lat=${lat}`;
    const tag = (await app.request(path)).headers.get('etag') ?? '';
    expect((await app.request(path, { headers: { 'if-none-match': tag } })).status).toBe(304);
    const told = await answer(ticket, REFUSED);
    expect(told).toMatchObject({ state: 'ditolak', answers: [{ answeredBy: { name: 'CONTOH Walidata' } }] });
    expect(told.rowToday?.says).toEqual(told.row.says);
    const asked = await app.request(path, { headers: { 'if-none-match': tag } });
    const { rowNotes } = answerSchema.parse(await expectStatus(asked, 200));
    expect(rowNotes.find((note) => note.ticket === ticket)).toEqual({
      ticket,
      row: { kind: 'figure', layerId: 'rules-uji', zoneCode: 'R-3', code: 'kdb', name: null },
      version: { versionId: '1000000000000001', validFrom: '2026-01-01', decree: 'CONTOH Nomor 0' },
      mended: null,
      outcome: 'ditolak',
      note: REFUSED.note,
      answeredOn: '2026-11-22',
    });
    expect(JSON.stringify(rowNotes)).not.toContain(MESSAGE);
    // Of the row wherever it holds, and of no other.
    expect(await notesAt(SMALL_CITY.inFlood)).toEqual([`figure kdb: ${REFUSED.note.id}`]);
    expect(await notesAt([116.812, -1.195])).toEqual([]);
    const followed = await app.request(`/api/v1/corrections/${ticket}`, { headers: bearer(secret) });
    expect(publicCaseSchema.parse(await followed.json()).detail?.answers[0]?.note).toEqual(REFUSED.note);
    for (const [address, words] of [
      ['', REFUSED.note.id],
      ['?lang=en', REFUSED.note.en],
    ] as const) {
      const page = await app.request(`/lokasi/116.80400,-1.19300${address}`);
      expect((await page.text()).split('class="row-note"')[1]).toContain(words);
    }
  });

  test('once for what they have seen: a second answer to the same state is a conflict that shows the present one', async () => {
    const { ticket } = await open();
    const { correctionId } = await answer(ticket, REFUSED);
    await expectStatus(await staff(petugas, `/${correctionId}/answer`, REFUSED), 428);
    const conflict = await expectStatus(await staff(petugas, `/${correctionId}/answer`, REFUSED, 1), 409);
    expect(conflict).toMatchObject({ code: 'changedMeanwhile', current: { state: 'ditolak', revision: 2 } });
    const again = await staff(
      petugas,
      `/${correctionId}/answer`,
      { outcome: 'diterima', note: { id: 'Akan diperbaiki.' } },
      2,
    );
    expect(staffCaseSchema.parse(await expectStatus(again, 200)).answers.map((one) => one.outcome)).toEqual([
      'diterima',
      'ditolak',
    ]);
    const kinds = await database.sql<{ kind: string }[]>`
      select kind from log_event where facts ->> 'correctionId' = ${correctionId} order by recorded_at, event_id`;
    expect(kinds.map(({ kind }) => kind).sort()).toEqual([
      'correction.answered',
      'correction.answered',
      'correction.opened',
    ]);
  });

  test('about a shape: the note stays on the polygon that was asked about', async () => {
    const { ticket } = await open({ lon: 116.8015, lat: -1.193, row: FLOOD });
    await answer(ticket, { outcome: 'diterima', note: { id: 'Batas banjir diukur lagi.' } });
    expect(await notesAt(SMALL_CITY.inFlood)).toContain('overlay banjir tinggi: Batas banjir diukur lagi.');
    expect((await notesAt(SMALL_CITY.inZone1)).filter((note) => note.startsWith('overlay'))).toEqual([]);
    const zone = await open({ row: 'zone~rdtr-uji~rdtr~R-3~zone' });
    await answer(zone.ticket, { outcome: 'diterima', note: { id: 'Zona diperiksa.' } });
    expect(await notesAt(SMALL_CITY.inZone1)).toContain('zone zone: Zona diperiksa.');
    // Another polygon of the same code.
    expect((await notesAt([116.8155, -1.1995])).filter((note) => note.startsWith('zone'))).toEqual([]);
  });

  test('with the version that mended the row: it says so there; a row that says something else by now is left alone', async () => {
    const { sql } = database;
    const { ticket } = await open({ row: 'figure~rules-uji~rdtr~R-3~klb' });
    const { correctionId, revision } = await read(walidata, ticket);
    const mended = {
      outcome: 'diperbaiki',
      note: { id: 'KLB diperbaiki.' },
      mendedVersionId: '100000000000000a',
    };
    await expectStatus(await staff(walidata, `/${correctionId}/answer`, mended, revision), 422);
    const bare = { ...mended, mendedVersionId: null };
    await expectStatus(await staff(walidata, `/${correctionId}/answer`, bare, revision), 400);
    await copyRules(sql, '100000000000000a', '2026-06-01');
    const klbNotes = async (on: string) =>
      (await lookUp(SMALL_CITY.inZone1, `&on=${on}`)).rowNotes.filter(({ row }) => row.code === 'klb');
    await answer(ticket, { outcome: 'diterima', note: { id: 'KLB akan diperbaiki.' } });
    expect((await klbNotes('2026-05-01')).map(({ outcome }) => outcome)).toEqual(['diterima']);
    expect(await klbNotes('2026-07-01')).toEqual([]);
    const told = await answer(ticket, mended);
    expect(told.rowToday?.says).toMatchObject({ value: 2.4 });
    expect(told.row.says).toMatchObject({ value: 1.8 });
    for (const on of ['2026-05-01', '2026-07-01'])
      expect(await klbNotes(on), on).toMatchObject([
        { outcome: 'diperbaiki', mended: { versionId: '100000000000000a', validFrom: '2026-06-01' } },
      ]);
    // KDB says the same in the newer version: its note goes on holding.
    expect(
      (await notesAt(SMALL_CITY.inZone1, '&on=2026-07-01')).some((note) => note.startsWith('figure kdb')),
    ).toBe(true);
  });
});

describe('who may', () => {
  test('another agency neither sees nor answers; a contact is shown to who may know persons, and that is written down', async () => {
    const { ticket } = await open({ contact: '0812-0000-0000' });
    const { correctionId } = await read(walidata, ticket);
    expect(caseListSchema.parse(await (await staff(stranger, '')).json()).cases).toEqual([]);
    await expectStatus(await staff(stranger, `/${correctionId}`), 404);
    await expectStatus(await staff(stranger, `/${correctionId}/answer`, REFUSED, 1), 404);
    await expectStatus(await staff(official, ''), 403);
    await expectStatus(await staff(walidata, `/${correctionId}/contact`, {}), 403);
    const shown = await expectStatus(await staff(petugas, `/${correctionId}/contact`, {}), 200);
    expect(shown).toEqual({ contact: '0812-0000-0000' });
    const reads = await database.sql<{ actor: string }[]>`
      select actor from log_event where kind = 'correction.contactRead' and facts ->> 'correctionId' = ${correctionId}`;
    expect(reads).toEqual([{ actor: `account:${petugas.accountId}` }]);
    // Its own layers an agency does answer for.
    await database.sql`update layer set producer_id = 'dinas-lain' where layer_id = 'rules-uji'`;
    expect(caseListSchema.parse(await (await staff(stranger, '')).json()).cases.length).toBeGreaterThan(0);
    await expectStatus(await staff(stranger, `/${correctionId}`), 200);
    await database.sql`update layer set producer_id = null where layer_id = 'rules-uji'`;
  });

  test('row-level security says the same where a route forgets to ask', async () => {
    const { ticket } = await open({ contact: '0812-0000-0001' });
    const { correctionId } = await read(walidata, ticket);
    const as = <T>(person: Person, work: Parameters<typeof inTheNameOf<T>>[2]) =>
      inTheNameOf(database.sql, person, work);
    const insert = (by: Person, name: string) =>
      as(
        by,
        (
          tx,
        ) => tx`insert into correction_answer (correction_id, answer_no, outcome, note_id, answered_by, answered_at)
                   values (${correctionId}, 99, 'ditolak', 'tidak', ${name}, now())`,
      );
    for (const person of [stranger, official]) {
      expect(await as(person, (tx) => tx`select from correction`)).toHaveLength(0);
      expect(await as(person, (tx) => tx`select from correction_answer`)).toHaveLength(0);
      await expect(as(person, (tx) => tx`update correction set message = ''`)).rejects.toThrow(
        'permission denied',
      );
      const changed = await as(person, (tx) => tx`update correction set state = 'ditolak' where true`);
      expect(changed.count).toBe(0);
      await expect(insert(person, person.accountId)).rejects.toThrow('row-level security');
    }
    expect((await as(walidata, (tx) => tx`select from correction`)).length).toBeGreaterThan(0);
    await expect(insert(walidata, petugas.accountId)).rejects.toThrow('row-level security');
    expect(await as(walidata, (tx) => tx`select from correction_contact`)).toHaveLength(0);
    expect((await as(petugas, (tx) => tx`select from correction_contact`)).length).toBeGreaterThan(0);
    await expect(
      as(
        petugas,
        (tx) => tx`insert into correction_contact (correction_id, sealed) values (${correctionId}, '')`,
      ),
    ).rejects.toThrow('permission denied');
  });
});

describe('who opened a case may ask what is kept of them, and be forgotten', () => {
  const email = 'made@contoh.example';
  const phone = '0813 1111 2223';
  const ask = async (who: Person, what: 'export' | 'erase', keys: object, status = 200): Promise<unknown> => {
    const body = { ...keys, reason: 'Surat permintaan 14/2026 (uji).' };
    return await expectStatus(await post(`/api/v1/staff/personal-data/${what}`, body, who.headers), status);
  };
  const found = async (who: Person, keys: object): Promise<string[]> =>
    exportedSchema
      .parse(await ask(who, 'export', keys))
      .corrections.map(({ ticket }) => ticket)
      .sort();
  const follow = async ({ ticket, secret }: OpenedCorrection) =>
    publicCaseSchema.parse(
      await expectStatus(
        await app.request(`/api/v1/corrections/${ticket}`, { headers: bearer(secret) }),
        200,
      ),
    ).detail;

  test('by what they left or wrote, however it is written; the case and its note go on, and no mail goes out', async () => {
    const liaison = await aPerson(database.sql, openKeys(`${folder.path}/keys`), {
      roles: ['pejabatPenghubung'],
    });
    const byMail = await open({ contact: 'Made@contoh.example' });
    const byPhone = await open({ contact: 'Pak Made, WA +62 813-1111-2223' });
    const inWords = await open({ message: `Angka KDB salah, balas ke ${email}.`, contact: '' });
    const another = await open({ contact: 'b.made@contoh.example / 0813 1111 22234' });
    await answer(byMail.ticket, REFUSED);
    const all = [byMail, byPhone, inWords].map(({ ticket }) => ticket).sort();

    for (const person of [walidata, official, stranger])
      for (const what of ['export', 'erase'] as const) await ask(person, what, { email }, 403);
    expect(await found(petugas, { email, phone })).toEqual(all);
    expect(await found(liaison, { email, phone })).toEqual(all);
    expect(await found(petugas, { phone: '+6281311112223' })).toEqual([byPhone.ticket]);
    const told = exportedSchema.parse(await ask(petugas, 'export', { phone }));
    expect(told.corrections).toMatchObject([
      { contact: 'Pak Made, WA +62 813-1111-2223', detail: { message: MESSAGE, row: { key: KDB } } },
    ]);

    const erased = erasedSchema.parse(await ask(liaison, 'erase', { email, phone }));
    expect({ ...erased, corrections: [...erased.corrections].sort() }).toEqual({
      erased: [],
      reports: [],
      corrections: all,
      kept: [],
    });
    expect(await found(petugas, { email, phone })).toEqual([]);
    expect(await follow(byPhone)).toMatchObject({ hasContact: false, message: MESSAGE });
    expect(await follow(byMail)).toMatchObject({ hasContact: false, answers: [{ note: REFUSED.note }] });
    expect(await follow(inWords)).toMatchObject({ message: 'Angka KDB salah, balas ke […].' });
    expect(await follow(another)).toMatchObject({ hasContact: true });
    const { correctionId } = await read(walidata, byMail.ticket);
    const waiting = await database.sql`
      select state, recipient from outbox_message where starts_with(dedupe_key, ${`correction.answered:${correctionId}`})`;
    expect(waiting).toEqual([{ state: 'failed', recipient: null }]);
    const shown = await expectStatus(await staff(petugas, `/${correctionId}/contact`, {}), 200);
    expect(shown).toEqual({ contact: null });
    // A later answer goes to nobody, either.
    await answer(byMail.ticket, { outcome: 'diterima', note: { id: 'Akan diperbaiki.' } });
    const events = await database.sql<{ kind: string; actor: string }[]>`
      select kind, actor from log_event
      where facts ->> 'correctionId' = ${correctionId} and kind like 'correction.%' and kind not like '%.answered'
      order by kind`;
    expect(events.map(({ kind }) => kind)).toEqual([
      'correction.contactRead',
      'correction.exported',
      'correction.exported',
      'correction.opened',
      'correction.personErased',
    ]);
    expect(events.find(({ kind }) => kind === 'correction.personErased')?.actor).toBe(
      `account:${liaison.accountId}`,
    );
  });

  test('a contact can be forgotten by whoever may see it, and made into another by nobody', async () => {
    const { ticket } = await open({ contact: '0812-0000-0002' });
    const { correctionId } = await read(walidata, ticket);
    const set = (person: Person, sealed: string | null) =>
      inTheNameOf(database.sql, person, async (tx) => {
        const { count } = await tx`
          update correction_contact set sealed = ${sealed} where correction_id = ${correctionId}`;
        return count;
      });
    for (const person of [walidata, official, stranger]) expect(await set(person, null)).toBe(0);
    await expect(set(petugas, 'orang lain')).rejects.toThrow('row-level security');
    expect(await set(petugas, null)).toBe(1);
  });
});

test('who left an address is told by mail that there is an answer, in the transaction of the answer and once', async () => {
  const { sql } = database;
  const { ticket } = await open({ contact: 'warga@contoh.example' });
  const other = await open({ contact: '0812-0000-0009' });
  await answer(ticket, REFUSED);
  await answer(other.ticket, REFUSED);
  const { correctionId } = await read(walidata, ticket);
  const late = await staff(walidata, `/${correctionId}/answer`, REFUSED, 1);
  expect(late.status).toBe(409);
  const sent: { recipient: string; subject: string; body: string }[] = [];
  await drainOutbox({
    sql,
    keys: openKeys(`${folder.path}/keys`),
    clock: { now: () => new Date('2026-11-22T04:00:00Z') },
    log: pino({ level: 'silent' }),
    channels: {
      email: {
        send: async (message) => {
          sent.push(message);
          return { kind: 'sent', providerId: message.messageId };
        },
      },
    },
  });
  const own = sent.filter(({ subject }) => subject.includes(ticket));
  expect(own).toHaveLength(1);
  expect(own[0]?.recipient).toBe('warga@contoh.example');
  expect(own[0]?.body).toContain(`/keliru/${ticket}`);
  // Neither what was said nor the key of the case travels by mail.
  expect(own[0]?.body).not.toContain(MESSAGE);
  expect(sent.some(({ subject }) => subject.includes(other.ticket))).toBe(false);
});

test('a plan under revision says so in the answers of its planning area, on the days for which it holds', async () => {
  const path = '/api/v1/staff/layers/rdtr-uji/revision-notices';
  const announce = async (json: Record<string, unknown>): Promise<string> => {
    const made = await expectStatus(await post(path, json, official.headers), 201);
    return String((made as { noticeId: string }).noticeId);
  };
  const revisionsAt = async (place: Place, more = '') =>
    (await lookUp(place, more)).planRevisions.map(({ planningArea }) => planningArea);
  expect(await revisionsAt(SMALL_CITY.inZone1)).toEqual([]);
  await announce({ planningArea: 'contoh-a', since: '2026-11-01' });
  await announce({ planningArea: 'WP lain', since: '2026-11-01' });
  const whole = await announce({ planningArea: null, since: '2026-11-10' });
  expect(await revisionsAt(SMALL_CITY.inZone1)).toEqual([null, 'contoh-a']);
  expect(await revisionsAt(SMALL_CITY.inZone1, '&on=2026-11-05')).toEqual(['contoh-a']);
  expect(await revisionsAt(SMALL_CITY.inZone1, '&on=2026-10-31')).toEqual([]);
  expect(await revisionsAt(SMALL_CITY.outside)).toEqual([]);
  await expectStatus(await post(`${path}/${whole}/end`, { until: '2026-11-20' }, official.headers), 200);
  expect(await revisionsAt(SMALL_CITY.inZone1)).toEqual(['contoh-a']);
  const page = await (await app.request('/lokasi/116.80400,-1.19300')).text();
  expect(page).toContain('notice-title">RDTR sedang direvisi<');
  const english = await (await app.request('/lokasi/116.80400,-1.19300?lang=en')).text();
  expect(english).toContain('notice-title">This plan is under revision<');
});

/** The rules of the small city once more, with another KLB, as a later version. */
async function copyRules(sql: TemporaryDatabase['sql'], versionId: string, from: string): Promise<void> {
  const tables = await sql<{ name: string; columns: string[] }[]>`
    select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns
    where table_schema = 'public' and is_identity = 'NO' and column_name <> 'version_id'
      and table_name in ('regulation', 'legal_source', 'zone_code', 'intensity_rule', 'setback_rule', 'activity', 'itbx_matrix',
                         'itbx_condition', 'itbx_cell', 'overlay_effect', 'rtrw_match')
    group by table_name
    order by array_position(array['regulation', 'legal_source', 'zone_code', 'activity'], table_name) nulls last`;
  await sql`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, source_crs, feature_count,
                               report, is_demo)
    select ${versionId}, layer_id, label, source_name, source_sha256, source_format, source_crs, feature_count, report, is_demo
    from layer_version where version_id = '1000000000000001'`;
  for (const { name, columns } of tables) {
    const fields = columns.join(', ');
    await sql.unsafe(
      `insert into ${name} (version_id, ${fields}) select '${versionId}', ${fields} from ${name} where version_id = '1000000000000001'`,
    );
  }
  await sql`update intensity_rule set value = 2.4 where version_id = ${versionId} and measure = 'klb'`;
  await publishVersion(sql, 'rules-uji', versionId, from);
}
