import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#domain/accounts/role';
import type { ItemContent } from '#domain/field-round/item';
import { type Round, roundListSchema, roundSchema } from '#domain/field-round/round';
import { EMPTY_ENTRY, EMPTY_SHEET, type Sheet } from '#domain/krk/sheet';
import { inTheNameOf } from '../../server/features/accounts/index.ts';
import type { OwnHandle } from '../../server/features/applications/index.ts';
import { sweepRounds } from '../../server/features/field-rounds/index.ts';
import { openDatabase } from '../../server/platform/db.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { insertSmallCity } from '../support/a-small-city.ts';
import { anOffice, FILLED_FORM, type Office } from '../support/an-office.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let office: Office;
const people = new Map<string, Person>();

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('field-rounds');
  await insertSmallCity(database.sql);
  office = anOffice(database.sql, folder.path);
  const roles: Role[] = ['petugasLayanan', 'surveyor', 'analis', 'auditor', 'satpolPp', 'walidata'];
  for (const role of roles)
    people.set(
      role,
      await aPerson(database.sql, office.deps.keys, { roles: [role], name: `CONTOH ${role}` }),
    );
  people.set(
    'second',
    await aPerson(database.sql, office.deps.keys, { roles: ['surveyor'], name: 'CONTOH kedua' }),
  );
});
afterAll(async () => {
  await database.drop();
  folder.remove();
});

const BASE = '/api/v1/staff/field-rounds/application';
type Who = Role | 'second';
async function send(who: Who, method: string, path: string, body?: unknown, revision?: number) {
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
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null };
}

/** An application that waits for its survey. */
async function surveyed(): Promise<{
  id: string;
  own: () => Promise<OwnHandle>;
  see: () => Promise<Record<string, never>>;
}> {
  const visit = (): never => ({ req: { header: () => undefined }, env: {} }) as never;
  const made = await office.desk.make(visit(), 'id');
  if (!made.ok) throw new Error(made.problem.code);
  const { ticket, secret, applicationId: id } = made.value;
  const own = async () => (await office.desk.open(visit(), ticket, secret))!;
  await (await own()).keep(1, FILLED_FORM);
  const draft = await own();
  expect(await draft.step(draft.row.revision, 'submit', {})).toEqual({ ok: true, value: null });
  const path = `/api/v1/staff/applications/${id}`;
  const see = async () => (await send('auditor', 'GET', path)).body;
  for (const step of ['takeUp', 'acceptForSurvey']) {
    const { revision } = await see();
    expect((await send('petugasLayanan', 'POST', `${path}/steps/${step}`, {}, revision)).status).toBe(200);
  }
  return { id, own, see };
}
async function begun() {
  const { id, own, see } = await surveyed();
  const round = randomUUID();
  const opened = await send('surveyor', 'PUT', `${BASE}/${round}`, { subjectId: id });
  expect(opened.status, opened.text).toBe(200);
  return { id, round, own, see };
}
const read = async (round: string, who: Who = 'surveyor'): Promise<Round> =>
  roundSchema.parse((await send(who, 'GET', `${BASE}/${round}`)).body);
const sent = (content: ItemContent) => ({
  schema: 'field-item/1',
  recordedAt: '2026-11-23T09:30:00+08:00',
  content,
});
const add = (round: string, content: ItemContent, who: Who = 'surveyor', itemId: string = randomUUID()) =>
  send(who, 'PUT', `${BASE}/${round}/items/${itemId}`, sent(content));
const note = (text: string): ItemContent => ({ kind: 'note', text });
/** Goes out for an application and measures a plot that is a fifth wider. */
async function closed(
  subjectId: string,
  decision: 'acceptApplied' | 'takeMeasured' | 'returnToApplicant',
): Promise<void> {
  const round = randomUUID();
  expect((await send('surveyor', 'PUT', `${BASE}/${round}`, { subjectId })).status).toBe(200);
  await add(round, outline(0.00002));
  const { items, revision } = await read(round);
  const said = { decision, outlineItemId: items[0]!.itemId, reason: 'Batas jelas (uji).' };
  const ended = await send('surveyor', 'POST', `${BASE}/${round}/close`, said, revision);
  expect(ended.status, ended.text).toBe(200);
}
/** The parcel of the small city, its east side moved by so many degrees. */
const outline = (eastwards = 0, accuracyM: number | null = 1.5): ItemContent => ({
  kind: 'outline',
  corners: [
    [116.805, -1.1948],
    [116.8051 + eastwards, -1.1948],
    [116.8051 + eastwards, -1.1947],
    [116.805, -1.1947],
  ],
  accuracyM,
});
const photo: ItemContent = {
  kind: 'photo',
  caption: 'Dari jalan',
  at: [116.805, -1.1949],
  accuracyM: 6,
  bearing: 12,
  takenAt: '2026-11-23T09:29:00+08:00',
};
const aPhoto = (): Promise<Uint8Array> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#7a5' } })
    .withExifMerge({ IFD0: { Artist: 'KAMERA-RAHASIA' } })
    .jpeg()
    .toBuffer();
const events = async (kind: string, round: string): Promise<Record<string, unknown>[]> =>
  (
    await database.sql<{ facts: Record<string, unknown> }[]>`
      select facts from log_event where kind = ${kind} and facts->>'roundId' = ${round} order by recorded_at`
  ).map(({ facts }) => facts);

describe('a round on site', () => {
  test('goes from the list to a decision, and the application goes on with the ground that was measured', async () => {
    office.setNow('2026-11-23T02:00:00Z');
    const { id, see } = await surveyed();
    const list = roundListSchema.parse((await send('surveyor', 'GET', BASE)).body);
    expect(list.rounds.find(({ subject }) => subject.id === id)).toMatchObject({
      roundId: null,
      isMine: false,
      subject: { kelurahan: 'BARAT', kind: 'application' },
    });
    const round = randomUUID();
    const opened = await send('surveyor', 'PUT', `${BASE}/${round}`, { subjectId: id });
    // Whoever goes out learns the plot and the tasks, and nothing of who asks.
    expect(opened.text).not.toMatch(/Siti|6471014107900001|0812|contoh\.example|Jalan Contoh|IMTN/);
    expect(roundSchema.parse(opened.body)).toMatchObject({ state: 'open', mayWork: true, isDemo: true });
    // The second one, and whoever sends twice, goes on with the same round.
    const second = await send('second', 'PUT', `${BASE}/${randomUUID()}`, { subjectId: id });
    expect(second.body.roundId).toBe(round);
    expect(await events('round.opened', round)).toHaveLength(1);

    expect((await add(round, note('Pagar tembok di sisi timur.'))).status).toBe(200);
    expect((await add(round, outline(0.00002))).status).toBe(200);
    const seen = await read(round);
    expect(seen.items.map(({ content }) => content.kind)).toEqual(['note', 'outline']);
    const areaBefore = (await see()).areaM2 as unknown as number;
    const outlineItemId = seen.items[1]!.itemId;
    const said = { decision: 'takeMeasured', outlineItemId, reason: 'Batas di lapangan jelas (uji).' };
    expect((await send('surveyor', 'POST', `${BASE}/${round}/close`, said)).status).toBe(428);
    const closed = await send('surveyor', 'POST', `${BASE}/${round}/close`, said, seen.revision);
    expect(closed.status, closed.text).toBe(200);
    const { closing, closedBy, mayWork } = roundSchema.parse(closed.body);
    expect([closedBy, mayWork]).toEqual(['CONTOH surveyor', false]);
    expect(closing?.comparison).toMatchObject({ accuracyM: 1.5, isWithinAccuracy: false });
    expect(closing!.comparison!.differencePct).toBeCloseTo(20, 0);
    expect(closing!.comparison!.largestDistanceM).toBeCloseTo(2.23, 1);

    const now = (await see()) as unknown as { state: string; areaM2: number; sheet: Record<string, unknown> };
    expect(now.state).toBe('analisis');
    expect(now.areaM2 / areaBefore).toBeCloseTo(1.2, 2);
    expect(now.sheet.groundDiffers).toMatchObject({ differenceM2: closing!.comparison!.differenceM2 });
    expect((now.sheet.groundDiffers as { decision: string }).decision).toMatch(
      /^Batas hasil ukur yang dipakai\. Diukur 23 November 2026: 14\d,\d\d m², dimohon 12\d,\d\d m²\. Batas di lapangan/,
    );
    expect(await events('round.closed', round)).toMatchObject([
      { decision: 'takeMeasured', items: 2, subjectId: id },
    ]);
    const about = await send('analis', 'GET', `${BASE}/about/${id}`);
    expect(about.body.rounds).toMatchObject([{ roundId: round, state: 'closed' }]);
    // What has ended stays as it is; what was received is still said to be received.
    expect((await add(round, note('terlambat'))).body.code).toBe('roundClosed');
    expect(
      (await add(round, note('Pagar tembok di sisi timur.'), 'surveyor', seen.items[0]!.itemId)).status,
    ).toBe(200);
    expect(
      (await send('surveyor', 'POST', `${BASE}/${round}/close`, said, seen.revision)).body,
    ).toMatchObject({
      code: 'roundClosed',
      current: { state: 'closed' },
    });
    expect((await send('surveyor', 'PUT', `${BASE}/${randomUUID()}`, { subjectId: id })).body.code).toBe(
      'stepNotPossible',
    );
  });

  const blockers = async (id: string): Promise<string[]> =>
    (await send('analis', 'GET', `/api/v1/staff/applications/${id}`)).body.blockers.map(
      ({ name }: { name: string }) => name,
    );
  /**
   * An application whose plot was measured, and that went back to its applicant for something else.
   * @param before a sheet that was written before anybody measured
   */
  async function measuredAndReturned(before?: object) {
    const { id, own, see } = await surveyed();
    const look = see as unknown as () => Promise<{
      revision: number;
      areaM2: number;
      state: string;
      sheet: Sheet;
    }>;
    if (before !== undefined) {
      await closed(id, 'acceptApplied');
      const resolutions = (await blockers(id)).map((blocker) => ({ blocker, finding: 'Diperiksa (uji).' }));
      const sheet = { ...EMPTY_ENTRY, resolutions, ...before };
      const path = `/api/v1/staff/applications/${id}`;
      const written = await send('analis', 'PUT', `${path}/sheet`, sheet, (await look()).revision);
      expect(written.status, written.text).toBe(200);
      const { revision } = written.body;
      await send('analis', 'POST', `${path}/steps/askSurvey`, { reason: 'Batas kabur (uji).' }, revision);
    }
    await closed(id, 'takeMeasured');
    const { revision: now } = await look();
    const path = `/api/v1/staff/applications/${id}/steps/askApplicant`;
    const asked = await send('analis', 'POST', path, { reason: 'Surat tanah kurang (uji).' }, now);
    expect(asked.status, asked.text).toBe(200);
    const again = async (form: Record<string, string>) => {
      const kept = await own();
      expect(await kept.keep(kept.row.revision, form)).toMatchObject({ ok: true });
      const back = await own();
      expect(await back.step(back.row.revision, 'resubmit', {})).toEqual({ ok: true, value: null });
      return await look();
    };
    return { id, look, again };
  }

  test('leaves the measured ground to an application that is sent again for the same plot', async () => {
    const { look, again } = await measuredAndReturned();
    const measured = await look();
    const back = await again({ ...FILLED_FORM, 'plannedUse.description': 'Rumah tinggal tiga lantai' });
    expect(back).toMatchObject({ state: 'verifikasiBerkas', areaM2: measured.areaM2 });
    expect(back.sheet.groundDiffers).toEqual(measured.sheet.groundDiffers);
  });

  test('and another plot leave nothing of a sheet that was written about the ground before', async () => {
    const { id, look, again } = await measuredAndReturned({
      outcome: 'disetujuiSebagian',
      approved: { parts: [1] },
      overrides: [{ field: '1.kdb', value: 50, reason: 'Sempadan saluran (uji).' }],
      neighbours: { north: 'Rumah', east: null, south: null, west: null },
      notes: 'Dekat saluran (uji).',
    });
    // What was seen around the plot is still there; what was decided about its outline is not.
    expect((await look()).sheet).toMatchObject({
      outcome: null,
      approved: null,
      resolutions: [],
      overrides: [],
      neighbours: { north: 'Rumah' },
      groundDiffers: { decision: expect.stringMatching(/^Batas hasil ukur/) },
    });
    const { 'ground.nib': _nib, ...rest } = FILLED_FORM;
    const corners = '116.802, -1.1985\n116.8025, -1.1985\n116.8025, -1.1980\n116.802, -1.1980';
    const moved = await again({ ...rest, 'ground.from': 'coordinates', 'ground.corners': corners });
    expect(moved.areaM2).toBeGreaterThan(3_000);
    expect(moved.sheet).toEqual(EMPTY_SHEET);
    // A sheet of other ground, however it came to be there, goes no further.
    const other = {
      coordinates: [
        [
          [
            [116.805, -1.1948],
            [116.8051, -1.1948],
            [116.8051, -1.1947],
            [116.805, -1.1948],
          ],
        ],
      ],
    };
    await database.sql`
      update application set state = 'analisis', sheet = sheet || ${database.sql.json({
        outcome: 'disetujuiSebagian',
        approved: { ...other, areaM2: 61, parts: [] },
        resolutions: (await blockers(id)).map((blocker) => ({ blocker, finding: 'Diperiksa (uji).' })),
      })}::jsonb where application_id = ${id}`;
    const path = `/api/v1/staff/applications/${id}/steps/propose`;
    const refused = await send('analis', 'POST', path, {}, moved.revision);
    expect([refused.status, refused.body.code]).toEqual([422, 'approvedOutsideGround']);
  });

  test('keeps what every device brings, once each, however often it is sent', async () => {
    const { round } = await begun();
    const ids = Array.from({ length: 12 }, () => randomUUID());
    const answers = await Promise.all(
      [...ids, ...ids].map((itemId, index) =>
        add(round, note(`dari ${itemId}`), index % 2 === 0 ? 'surveyor' : 'second', itemId),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const { items, revision } = await read(round);
    expect(items.map(({ itemId }) => itemId).sort()).toEqual([...ids].sort());
    expect(revision).toBe(1 + ids.length);
    expect(await events('round.itemAdded', round)).toHaveLength(ids.length);
    expect((await add(round, note('lain'), 'surveyor', ids[0]!)).body.code).toBe('itemDiffers');
  });

  test('is decided on as it was seen: what came from another device since makes it a conflict that is shown', async () => {
    const { id, round, see } = await begun();
    await add(round, outline());
    const seen = await read(round);
    await add(round, note('Ada sumur di belakang.'), 'second');
    const said = {
      decision: 'acceptApplied',
      outlineItemId: seen.items[0]!.itemId,
      reason: 'Sama dengan permohonan.',
    };
    const lost = await send('surveyor', 'POST', `${BASE}/${round}/close`, said, seen.revision);
    expect(lost).toMatchObject({ status: 409, body: { code: 'changedMeanwhile' } });
    expect(lost.body.current.items).toHaveLength(2);
    expect((await see()).state).toBe('survei');
    const both = await Promise.all(
      (['surveyor', 'second'] as const).map((who) =>
        send(who, 'POST', `${BASE}/${round}/close`, said, seen.revision + 1),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await see()).state).toBe('analisis');
    expect(await events('round.closed', round)).toHaveLength(1);
    expect(
      (await send('auditor', 'GET', `${BASE}/about/${id}`)).body.rounds[0].closing.comparison,
    ).toMatchObject({
      differenceM2: 0,
      isWithinAccuracy: true,
    });
  });

  test('may end with the applicant, and begins anew when the application comes back', async () => {
    const { id, round, see } = await begun();
    const { revision } = await read(round);
    const said = {
      decision: 'returnToApplicant',
      outlineItemId: null,
      reason: 'Patok batas belum dipasang.',
    };
    const measured = { ...said, decision: 'takeMeasured' };
    expect((await send('surveyor', 'POST', `${BASE}/${round}/close`, measured, revision)).body.code).toBe(
      'outlineMissing',
    );
    expect((await send('surveyor', 'POST', `${BASE}/${round}/close`, said, revision)).status).toBe(200);
    expect(await see()).toMatchObject({ state: 'dikembalikan' });
    expect((await send('analis', 'GET', `${BASE}/about/${id}`)).body.rounds[0].closing).toMatchObject({
      comparison: null,
      decision: 'returnToApplicant',
    });
  });

  test('that went back to the applicant has decided on no plot: what came of it stays with the round, and no sheet repeats it', async () => {
    const { id, own, see } = await surveyed();
    await closed(id, 'returnToApplicant');
    const back = await own();
    expect(await back.step(back.row.revision, 'resubmit', {})).toEqual({ ok: true, value: null });
    expect(await see()).toMatchObject({ state: 'verifikasiBerkas', sheet: EMPTY_SHEET });
    const { rounds } = (await send('analis', 'GET', `${BASE}/about/${id}`)).body;
    expect(rounds[0].closing.comparison.differenceM2).toBeGreaterThan(20);
  });

  test('is the only one to say what was measured: who writes the sheet cannot', async () => {
    const { id, see } = await surveyed();
    await closed(id, 'acceptApplied');
    const { revision, sheet } = (await see()) as unknown as { revision: number; sheet: Sheet };
    const path = `/api/v1/staff/applications/${id}/sheet`;
    const words = { differenceM2: 0, decision: 'Sama dengan yang dimohon.' };
    const refused = await send('analis', 'PUT', path, { ...EMPTY_ENTRY, groundDiffers: words }, revision);
    expect(refused.status).toBe(400);
    const written = await send(
      'analis',
      'PUT',
      path,
      { ...EMPTY_ENTRY, notes: 'Diperiksa (uji).' },
      revision,
    );
    expect(written.status, written.text).toBe(200);
    expect(sheet.groundDiffers).toMatchObject({ differenceM2: expect.closeTo(24, -1) });
    expect(written.body.sheet.groundDiffers).toEqual(sheet.groundDiffers);
  });

  test('ends with an application that is withdrawn: it leaves the list, keeps what it has, and takes nothing more', async () => {
    const { id, round, own, see } = await begun();
    expect((await add(round, note('Pagar di sisi utara.'))).status).toBe(200);
    const listed = async (): Promise<boolean> =>
      roundListSchema
        .parse((await send('surveyor', 'GET', BASE)).body)
        .rounds.some(({ subject }) => subject.id === id);
    expect(await listed()).toBe(true);
    const mine = await own();
    expect(await mine.step(mine.row.revision, 'withdraw', {})).toEqual({ ok: true, value: null });
    expect(await see()).toMatchObject({ state: 'ditarik' });
    expect(await listed()).toBe(false);
    const ended = await read(round);
    expect(ended).toMatchObject({
      state: 'closed',
      closing: { decision: 'withdrawn', reason: null },
      closedBy: null,
      mayWork: false,
    });
    expect(ended.items).toHaveLength(1);
    const late = await add(round, note('Datang terlambat.'));
    expect([late.status, late.body.code]).toEqual([409, 'roundClosed']);
    const chosen = { decision: 'withdrawn', outlineItemId: null, reason: 'Saya yang menutup.' };
    const { round: other } = await begun();
    expect((await send('surveyor', 'POST', `${BASE}/${other}/close`, chosen, 1)).status).toBe(400);
    expect(await events('round.closed', round)).toMatchObject([{ decision: 'withdrawn', items: 1 }]);
  });

  test('is not begun for an application that is taken back in the same moment', async () => {
    const { id, see } = await surveyed();
    const { sql } = database;
    let opening: ReturnType<typeof send> | undefined;
    // Its applicant has withdrawn it, and the commit is on its way while somebody begins the round.
    await sql.begin(async (tx) => {
      await tx`
        update application set state = 'ditarik', ended_at = now(), revision = revision + 1 where application_id = ${id}`;
      let isAnswered = false;
      opening = send('surveyor', 'PUT', `${BASE}/${randomUUID()}`, { subjectId: id });
      void opening.then(() => {
        isAnswered = true;
      });
      const waits = () => sql`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      while (!isAnswered && (await waits()).length === 0);
    });
    expect((await opening)?.body.code).toBe('stepNotPossible');
    expect(await see()).toMatchObject({ state: 'ditarik' });
    expect((await send('surveyor', 'GET', BASE)).text).not.toContain(id);
  });

  test('refuses what is no outline, what takes nothing back, and ground outside the city', async () => {
    const { round } = await begun();
    const crossed = outline() as Extract<ItemContent, { kind: 'outline' }>;
    const [a, b, c, d] = crossed.corners as [
      [number, number],
      [number, number],
      [number, number],
      [number, number],
    ];
    expect((await add(round, { ...crossed, corners: [a, c, b, d] })).body).toMatchObject({
      code: 'outlineFaulty',
      params: { fault: 'crossesItself' },
    });
    expect((await add(round, { kind: 'withdrawal', itemId: randomUUID(), reason: 'salah' })).body.code).toBe(
      'itemUnknown',
    );
    const away = {
      ...crossed,
      corners: crossed.corners.map(([lng, lat]): [number, number] => [lng - 1, lat]),
    };
    expect((await add(round, away)).status).toBe(200);
    const { revision, items } = await read(round);
    const said = { decision: 'takeMeasured', outlineItemId: items[0]!.itemId, reason: 'Batas jelas (uji).' };
    const far = await send('surveyor', 'POST', `${BASE}/${round}/close`, said, revision);
    expect(far.body.code).toBe('groundOutsideCity');
    expect(await read(round)).toMatchObject({ state: 'open' });
    // Taken back, it is no outline to decide on.
    await add(round, { kind: 'withdrawal', itemId: items[0]!.itemId, reason: 'Salah lokasi' });
    const later = await send('surveyor', 'POST', `${BASE}/${round}/close`, said, revision + 1);
    expect(later.body.code).toBe('changedMeanwhile');
  });
});

describe('what is open all day', () => {
  test('is read in as many statements for many as for few', async () => {
    let count = 0;
    const counted = openDatabase(database.url, {
      onStatement: () => {
        count += 1;
      },
    });
    try {
      const { app } = anOffice(counted, folder.path);
      const statementsOf = async (who: Who, path: string): Promise<number> => {
        count = 0;
        const response = await app.request(path, { headers: people.get(who)!.headers });
        expect(response.status).toBe(200);
        return count;
      };
      const lists = async () => [
        await statementsOf('surveyor', BASE),
        await statementsOf('auditor', '/api/v1/staff/applications?state=survei'),
      ];
      await surveyed();
      await begun();
      await lists();
      const few = await lists();
      for (let more = 0; more < 3; more += 1) {
        await surveyed();
        await begun();
      }
      expect(await lists()).toEqual(few);
      expect(Math.min(...few)).toBeGreaterThan(0);
    } finally {
      await counted.end();
    }
  });
});

describe('photos', () => {
  test('come before their words, are written anew, and are stored once', async () => {
    const { round } = await begun();
    const item = randomUUID();
    const path = `${BASE}/${round}/items/${item}/photo`;
    expect((await add(round, photo, 'surveyor', item)).body.code).toBe('photoMissing');
    const bytes = await aPhoto();
    const [one, other] = await Promise.all([1, 2].map(() => send('surveyor', 'PUT', path, bytes)));
    expect([one!.status, other!.status]).toEqual([200, 200]);
    expect(one!.body).toEqual(other!.body);
    expect((await add(round, photo, 'surveyor', item)).status).toBe(200);
    const [kept] = (await read(round)).items;
    expect(kept).toMatchObject({ content: photo, photo: one!.body });
    expect((await events('round.itemAdded', round))[0]).toMatchObject({ photoSha256: one!.body.sha256 });
    const got = await office.app.request(path, { headers: people.get('analis')!.headers });
    const written = Buffer.from(await got.arrayBuffer());
    expect(got.headers.get('content-type')).toBe('image/jpeg');
    expect(got.headers.get('cache-control')).toBe('no-store');
    expect(written.toString('latin1')).not.toContain('KAMERA-RAHASIA');
    const [rows] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from upload where account_id = ${`round:${round}`}`;
    expect(rows?.count).toBe(1);
  });

  test('UPL01, UPL11, UPL16: of another kind or too heavy nothing is stored; one without words is forgotten', async () => {
    const { round } = await begun();
    const at = (item: string): string => `${BASE}/${round}/items/${item}/photo`;
    const page = new TextEncoder().encode('<!doctype html>');
    expect((await send('surveyor', 'PUT', at(randomUUID()), page)).status).toBe(415);
    const heavy = new Uint8Array(10_000_001).fill(0xff);
    expect((await send('surveyor', 'PUT', at(randomUUID()), heavy)).status).toBe(413);
    const count = async () =>
      (await database.sql`select from upload where account_id = ${`round:${round}`}`).length;
    expect(await count()).toBe(0);
    office.setNow('2026-11-23T02:00:00Z');
    expect((await send('surveyor', 'PUT', at(randomUUID()), await aPhoto())).status).toBe(200);
    await sweepRounds(office.deps);
    expect(await count()).toBe(1);
    office.setNow('2026-11-24T03:00:00Z');
    await sweepRounds(office.deps);
    expect(await count()).toBe(0);
  });

  test('goes with the data of the applicant who is forgotten; what was measured stays', async () => {
    const { round, own } = await begun();
    const item = randomUUID();
    const path = `${BASE}/${round}/items/${item}/photo`;
    expect((await send('surveyor', 'PUT', path, await aPhoto())).status).toBe(200);
    expect((await add(round, photo, 'surveyor', item)).status).toBe(200);
    expect((await add(round, outline())).status).toBe(200);
    const over = await own();
    expect(await over.step(over.row.revision, 'withdraw', {})).toMatchObject({ ok: true });
    expect(await (await own()).erase()).toEqual({ ok: true, value: null });
    expect((await send('auditor', 'GET', path)).status).toBe(404);
    const left = await read(round, 'auditor');
    expect(left.items.map(({ content, photo: file }) => [content.kind, file])).toEqual([
      ['photo', null],
      ['outline', null],
    ]);
    expect(await database.sql`select from upload where account_id = ${`round:${round}`}`).toHaveLength(0);
  });
});

describe('who has no part in it', () => {
  test('reaches no round, no picture and no decision, past the routes too', async () => {
    const { round } = await begun();
    await add(round, note('rahasia lapangan'));
    for (const who of ['satpolPp', 'walidata'] as const) {
      expect((await send(who, 'GET', `${BASE}/${round}`)).status).toBe(403);
      expect((await send(who, 'GET', BASE)).status).toBe(403);
      const reached = await inTheNameOf(database.sql, people.get(who)!, async (tx) => [
        (await tx`select from field_round`).length,
        (await tx`select from field_item`).length,
        (await tx`select from field_photo`).length,
      ]);
      expect(reached).toEqual([0, 0, 0]);
    }
    // Who reads does not write, and nobody writes in another's name or takes back what was brought home.
    expect((await add(round, note('x'), 'analis')).status).toBe(403);
    const { accountId } = people.get('second')!;
    const item = (tx: Parameters<Parameters<typeof inTheNameOf>[2]>[0], by: string) => tx`
      insert into field_item (round_id, item_id, account_id, kind, content, recorded_at, received_at)
      values (${round}, ${randomUUID()}, ${by}, 'note', '{}', now(), now())`;
    await expect(
      inTheNameOf(database.sql, people.get('analis')!, (tx) => item(tx, accountId)),
    ).rejects.toThrow(/row-level security/);
    await expect(
      inTheNameOf(database.sql, people.get('surveyor')!, (tx) => item(tx, accountId)),
    ).rejects.toThrow(/row-level security/);
    await expect(
      inTheNameOf(database.sql, people.get('surveyor')!, (tx) => tx`delete from field_item`),
    ).rejects.toThrow(/permission denied/);
    await expect(
      inTheNameOf(
        database.sql,
        people.get('surveyor')!,
        (tx) => tx`
          update field_round set state = 'closed', closing = '{}', closed_by = ${accountId}, closed_at = now()
          where round_id = ${round}`,
      ),
    ).rejects.toThrow(/row-level security/);
  });
});
