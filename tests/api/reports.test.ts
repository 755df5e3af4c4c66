import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '#domain/geo/lng-lat';
import type { CategoryCode } from '#domain/report/category';
import { receivedReportSchema } from '#domain/report/report';
import { publicReportSchema, reportPlaceSchema } from '#domain/report/report-answers';
import { cellsOfBlock } from '#domain/report/similar';
import { forgetPassingTries } from '../../server/features/accounts/index.ts';
import { sweepReports } from '../../server/features/reports/index.ts';
import { aReport, askPlace, sendReport, sentPhoto, sentReport } from '../support/a-report.ts';
import { codeOf, openReportDesk } from '../support/a-report-desk.ts';
import { insertPlaces, SMALL_CITY } from '../support/a-small-city.ts';

const { app, clock, database, keys, own, read, reportId, setNow } = await openReportDesk();

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
    setNow('2026-11-22T17:00:00Z');
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
    setNow('2026-12-25T04:00:00Z');
    await sweepReports({ sql: database.sql, clock });
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
    setNow('2026-11-23T04:00:00Z');
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
    setNow('2026-11-23T04:00:00Z');
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
