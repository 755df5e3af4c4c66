import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { exportedSchema } from '#domain/personal-data/subject-request';
import { staffCaseSchema } from '#domain/violation-case/case-answers';
import { inTheNameOf } from '../../server/features/accounts/index.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { aReport, sentPhoto, sentReport } from '../support/a-report.ts';
import { bearer, openReportDesk } from '../support/a-report-desk.ts';

const { app, database, keys, lurah, own, petugas, post, read, reportId, surveyor } = await openReportDesk();

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
