import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { reportSecretSchema } from '#domain/report/report';
import { exportedReportSchema } from '#domain/report/report-answers';
import { inTheNameOf } from '../../server/features/accounts/index.ts';
import { mailFolder } from '../../server/features/outbox/index.ts';
import { aReport, sentPhoto, sentReport } from '../support/a-report.ts';
import { bearer, codeOf, openReportDesk } from '../support/a-report-desk.ts';

const { app, database, folder, keys, own, petugas, post, reportId, surveyor } = await openReportDesk();

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
