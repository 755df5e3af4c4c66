import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#domain/accounts/role';
import { revealedSchema, staffApplicationSchema } from '#domain/krk/application-answers';
import { EMPTY_SETTINGS } from '#domain/krk/settings';
import { erasedSchema, exportedSchema } from '#domain/personal-data/subject-request';
import { anApp } from '../support/an-app.ts';
import { anOffice, FILLED_FORM } from '../support/an-office.ts';
import { OfficeAtWork } from '../support/an-office-at-work.ts';
import { expandedOf, layoutOf, textOf } from '../support/read-document.ts';

const at = new OfficeAtWork('application-pages');
const { send, see, steps, apply, submitted, writeSheet, events, personOf } = at;
beforeAll(at.start);
afterAll(at.stop);

describe('who asks', () => {
  test('is masked for who may know, hidden from everybody else, and every look is in the log', async () => {
    const { id } = await submitted();
    const shown = await send('petugasLayanan', 'GET', `applications/${id}/person`);
    expect(shown.body).toMatchObject({
      kind: 'self',
      people: [{ name: 'CONTOH Siti Pemohon', nik: '6471**********01' }],
    });
    for (const role of ['analis', 'verifikator', 'pejabatPenandatangan', 'surveyor', 'auditor'] as const) {
      expect((await send(role, 'GET', `applications/${id}/person`)).status, role).toBe(403);
      expect(JSON.stringify((await send(role, 'GET', `applications/${id}`)).body), role).not.toMatch(
        /Siti|6471014107900001/,
      );
    }
    expect(
      (await send('petugasLayanan', 'POST', `applications/${id}/person/reveal`, { reason: '' })).status,
    ).toBe(400);
    const reason = 'Mencocokkan dengan KTP di loket.';
    const told = await send('petugasLayanan', 'POST', `applications/${id}/person/reveal`, { reason });
    expect(revealedSchema.parse(told.body)).toEqual({ niks: [{ as: 'person', nik: '6471014107900001' }] });
    expect((await events(id, 'person.read')).map(({ what }) => what).sort()).toEqual(['masked', 'nik']);
    const [row] = await at.database.sql`select sealed from application_person where application_id = ${id}`;
    expect(row!.sealed).not.toMatch(/Siti|6471/);
    const everything = await at.database.sql`select * from application where application_id = ${id}`;
    expect(JSON.stringify(everything)).not.toMatch(/Siti|6471014107900001/);
  });

  test('takes everything away, and has everything erased once nothing is waited for', async () => {
    const { own, id } = await apply();
    const pdf = new TextEncoder().encode('%PDF-1.7 uji');
    const before = await own();
    expect(await before.addPaper(before.row.revision, 'ktp', new TextEncoder().encode('MZ'))).toMatchObject({
      problem: { code: 'paperRefused' },
    });
    expect(await before.addPaper(before.row.revision, 'lain', pdf)).toMatchObject({
      problem: { code: 'invalidField' },
    });
    expect(await before.addPaper(before.row.revision, 'ktp', pdf)).toMatchObject({ ok: true });
    const filled = await own();
    expect(await filled.step(filled.row.revision, 'submit', {})).toMatchObject({ ok: true });
    const { papers } = await see('petugasLayanan', id);
    expect(papers).toMatchObject([{ kind: 'ktp', byteCount: pdf.length, check: 'waiting' }]);
    const path = `/api/v1/staff/applications/${id}/papers/${papers[0]!.paperId}`;
    const read = async (role: Role) => await at.office.app.request(path, { headers: personOf(role).headers });
    expect((await read('analis')).status).toBe(403);
    const file = await read('petugasLayanan');
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(pdf);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="ktp.pdf"');
    await steps(id, ['petugasLayanan', 'takeUp']);
    const { revision } = await see('auditor', id);
    const verdict = `applications/${id}/papers/${papers[0]!.paperId}/verdict`;
    expect((await send('petugasLayanan', 'POST', verdict, { verdict: 'refused' }, revision)).body.code).toBe(
      'missingField',
    );
    expect(
      (await send('petugasLayanan', 'POST', verdict, { verdict: 'accepted' }, revision)).body.papers[0].check,
    ).toBe('accepted');

    const busy = await own();
    expect(await busy.erase()).toMatchObject({ ok: false, problem: { code: 'stepNotPossible' } });
    expect(await busy.step(busy.row.revision, 'withdraw', { reason: 'Siti pindah.' })).toMatchObject({
      ok: true,
    });
    const over = await own();
    expect((await over.export()).content.applicant).toMatchObject({
      person: { name: 'CONTOH Siti Pemohon' },
    });
    expect(await over.erase()).toEqual({ ok: true, value: null });
    expect(await (await own()).fields()).toBeNull();
    expect((await send('petugasLayanan', 'GET', `applications/${id}/person`)).body.code).toBe('personErased');
    const left = await see('petugasLayanan', id);
    expect(left).toMatchObject({ state: 'ditarik', papers: [] });
    expect(JSON.stringify(left)).not.toContain('Siti');
    expect(await events(id, 'person.erased')).toEqual([
      { applicationId: id, papers: 1, photos: 0, by: 'person' },
    ]);
  });

  test('is forgotten with their account, what they wrote under it, and every message that has not left', async () => {
    const { own, id } = await submitted();
    const { accountId } = personOf('surveyor');
    const { sql } = at.database;
    const over = await own();
    expect(await over.step(over.row.revision, 'withdraw', { reason: 'Saya, Siti, pindah.' })).toMatchObject({
      ok: true,
    });
    // As it is for whoever was signed in, and holds a document.
    const documentId = 'dokumen-uji-lupa-00001';
    await sql`update application set account_id = ${accountId}, document_id = ${documentId} where application_id = ${id}`;
    await sql`update application_move set actor = ${`account:${accountId}`} where application_id = ${id}`;
    const keys = [`application.replaced:${id}`, `document.groundChanged:${documentId}:0123`];
    const another = 'document.groundChanged:dokumen-uji-lain-00001:0123';
    for (const key of [...keys, another])
      await sql`
        insert into outbox_message (dedupe_key, channel, recipient, language, template, parameters, due_at)
        values (${key}, 'email', 'tersegel', 'id', 'application.replaced', '{}', '2100-01-01')`;
    const mail = async (key: string) => {
      const [row] = await sql<{ messageId: string; recipient: string | null; state: string }[]>`
        select message_id as "messageId", recipient, state from outbox_message where dedupe_key = ${key}`;
      return row!;
    };
    const folder = join(at.folder.path, 'mail');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${(await mail(keys[0]!)).messageId}.eml`);
    writeFileSync(file, 'Kepada: siti@contoh.example');
    expect(await (await own()).erase()).toEqual({ ok: true, value: null });
    const [row] = await sql`select account_id as account from application where application_id = ${id}`;
    expect(row).toEqual({ account: null });
    const moves = await sql`select actor, reason from application_move where application_id = ${id}`;
    expect(moves.map(({ actor, reason }) => [actor, reason])).toEqual([
      ['public', null],
      ['public', null],
    ]);
    for (const key of keys) expect(await mail(key)).toMatchObject({ state: 'failed', recipient: null });
    expect(await mail(another)).toMatchObject({ state: 'queued', recipient: 'tersegel' });
    expect(existsSync(file)).toBe(false);
  });

  test('stays where somebody submits meanwhile, and comes back from no form that is still open', async () => {
    const { own, id } = await apply();
    const [elsewhere, first] = [await own(), await own()];
    expect(await first.step(first.row.revision, 'submit', {})).toMatchObject({ ok: true });
    expect(await elsewhere.erase()).toMatchObject({ problem: { code: 'stepNotPossible' } });
    expect((await send('petugasLayanan', 'GET', `applications/${id}/person`)).status).toBe(200);
    const draft = await apply();
    const open = await draft.own();
    expect(await (await draft.own()).erase()).toEqual({ ok: true, value: null });
    expect(await open.keep(open.row.revision, FILLED_FORM)).toMatchObject({
      problem: { code: 'changedMeanwhile' },
    });
    expect(await (await draft.own()).fields()).toBeNull();
  });

  test('is answered and forgotten by the office, with a reason on record and nothing that the law keeps', async () => {
    const nik = '6471014107850002';
    const fields = { ...FILLED_FORM, 'applicant.person.nik': nik };
    const [draft, busy] = [await apply(fields), await submitted(fields)];
    const ask = (who: Role, what: 'export' | 'erase', body: object) =>
      send(who, 'POST', `personal-data/${what}`, body);
    const request = { nik, reason: 'Surat permintaan 12/2026 (uji).' };
    // Whoever may not see who somebody is learns not even that there is such a door; an auditor neither.
    for (const role of ['analis', 'verifikator', 'pejabatPenandatangan', 'auditor', 'lurah'] as const)
      for (const what of ['export', 'erase'] as const)
        expect((await ask(role, what, request)).status, `${role} ${what}`).toBe(403);
    for (const wrong of [{ nik }, { ...request, reason: 'a' }, { ...request, nik: '12' }])
      expect((await ask('petugasLayanan', 'erase', wrong)).status, JSON.stringify(wrong)).toBe(400);

    const told = await ask('petugasLayanan', 'export', request);
    expect(told.status, JSON.stringify(told.body)).toBe(200);
    expect(
      exportedSchema
        .parse(told.body)
        .applications.map(({ ticket }) => ticket)
        .sort(),
    ).toEqual([draft.ticket, busy.ticket].sort());
    expect(JSON.stringify(told.body)).toContain(nik);
    const erased = erasedSchema.parse((await ask('petugasLayanan', 'erase', request)).body);
    expect(erased).toEqual({
      erased: [draft.ticket],
      reports: [],
      corrections: [],
      kept: [{ ticket: busy.ticket, why: 'underWay', number: null }],
    });
    expect(
      exportedSchema.parse((await ask('pejabatPenghubung', 'export', request)).body).applications,
    ).toHaveLength(1);
    const nobody = { ...request, nik: '6471014107999999' };
    expect((await ask('petugasLayanan', 'erase', nobody)).body).toEqual({
      erased: [],
      reports: [],
      corrections: [],
      kept: [],
    });
    const asked = await at.database.sql<{ facts: object; actor: string }[]>`
      select facts, actor from log_event where kind = 'person.asked' order by recorded_at`;
    expect(asked.map(({ facts }) => facts)).toEqual([
      { what: 'export' },
      { what: 'erase' },
      { what: 'export' },
      { what: 'erase' },
    ]);
    expect(asked[0]?.actor).toBe(`account:${personOf('petugasLayanan').accountId}`);
    expect(JSON.stringify(asked)).not.toMatch(/6471|Surat/);
  });
});

describe('the pages of an applicant', () => {
  test('lead from a form to a document that is checked, without a script and without an account', async () => {
    const app = anApp(at.database.sql, {
      dataDirectory: at.folder.path,
      tilesDirectory: at.folder.path,
      keys: at.office.deps.keys,
      clock: at.office.deps.clock,
    });
    at.office.setNow('2026-11-24T02:00:00Z');
    const html = async (path: string, cookie = ''): Promise<string> =>
      await (await app.request(path, { headers: { cookie } })).text();
    const post = async (path: string, fields: Record<string, string>, cookie = ''): Promise<Response> => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      return await app.request(path, { method: 'POST', body, headers: { cookie } });
    };
    expect(await html('/krk/ajukan?lokasi=116.80505,-1.19475')).toContain('value="9999000000001"');
    expect(await html('/krk/ajukan?lang=en')).toContain('Apply for a KRK');
    const made = await post('/krk/ajukan', { ...FILLED_FORM, 'applicant.person.nik': '12' });
    expect(made.status).toBe(303);
    const cookie = made.headers.get('set-cookie')!.split(';')[0]!;
    expect(made.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Lax/);
    expect(made.headers.get('location')).toMatch(/\?langkah=rencana&baru=1$/);
    const [path = ''] = made.headers.get('location')!.split('?');
    // What was typed is kept and what is wrong is said at its field; a stranger with the ticket of a draft sees nothing.
    const fresh = await html(`${path}?baru=1&langkah=pemohon`, cookie);
    expect(fresh).toContain('value="12"');
    expect(fresh).toMatch(/id="applicant.person.nik-error"[^>]*>NIK terdiri atas 16 angka/);
    // Without a script the title is what is read out first: that something is wrong, then the question.
    const titleOf = (page: string): string => /<title>([^<]*)/.exec(page)![1]!;
    expect(titleOf(await html(`${path}?langkah=pemohon&tersimpan=1`, cookie))).toMatch(
      /^Galat: .*Siapa yang mengajukan\? – Permohonan KRK-/,
    );
    expect(titleOf(await html(`${path}?langkah=bukti&tersimpan=1`, cookie))).toMatch(
      /^Tersimpan: .*Dengan apa/,
    );
    const link = /http:\/\/localhost(\/krk\/permohonan\/[^"<]+)/.exec(fresh)![1]!;
    expect((await app.request(path)).status).toBe(404);
    const opened = await app.request(link);
    expect([opened.status, opened.headers.get('location')]).toEqual([303, path]);
    const revisionOf = (page: string): string => /name="revision" value="(\d+)"/.exec(page)![1]!;
    const refused = await post(
      path,
      { ...FILLED_FORM, 'applicant.person.nik': '12', action: 'submit', revision: revisionOf(fresh) },
      cookie,
    );
    expect([refused.status, refused.headers.get('location')]).toEqual([
      303,
      `${path}?langkah=periksa&tersimpan=1`,
    ]);
    expect(await html(`${path}?langkah=periksa`, cookie)).toContain('Lengkapi dahulu');
    const again = revisionOf(await html(`${path}?langkah=periksa`, cookie));
    // Somebody else was quicker, in another window: what was typed here comes back.
    const late = { part: 'bukti', 'landProof.number': 'Ditulis di jendela lain', revision: '1' };
    const lost = await post(path, late, cookie);
    expect([lost.status, (await lost.text()).includes('Ditulis di jendela lain')]).toEqual([409, true]);
    // A parcel that nobody knows is said at its field, and the question comes again.
    const unknown = { part: 'tanah', 'ground.from': 'parcel', 'ground.nib': '9999000000009' };
    const asked = await post(path, { ...unknown, revision: again }, cookie);
    expect(asked.headers.get('location')).toBe(`${path}?langkah=tanah&tersimpan=1`);
    const ground = await html(`${path}?langkah=tanah`, cookie);
    expect(ground).toMatch(/id="ground.nib-error"[^>]*>[^<]*9999000000009/);
    const last = revisionOf(ground);
    expect((await post(path, { ...FILLED_FORM, action: 'submit', revision: last }, cookie)).status).toBe(303);
    const [{ id } = { id: '' }] = await at.database.sql<{ id: string }[]>`
      select application_id as id from application where ticket = ${path.split('/').at(-1)!}`;
    await steps(id, ['petugasLayanan', 'takeUp'], ['petugasLayanan', 'acceptFile']);
    await writeSheet('analis', id, { notes: 'Catatan kajian (uji).' });
    await steps(id, ['analis', 'propose'], ['verifikator', 'confirm']);
    const { revision } = await see('auditor', id);
    const signed = await app.request(`/api/v1/staff/applications/${id}/steps/sign`, {
      method: 'POST',
      headers: {
        ...personOf('pejabatPenandatangan').headers,
        'content-type': 'application/json',
        'if-match': `"r${revision}"`,
      },
      body: '{}',
    });
    expect(signed.status, await signed.clone().text()).toBe(200);
    const stranger = await html(path);
    expect(stranger).toContain('Terbit');
    expect(stranger).not.toMatch(/Siti|6471014107900001|9999000000001/);
    const own = await html(path, cookie);
    // The file itself, for who holds the link and for nobody else.
    expect(own).toContain(`${path}/dokumen.pdf`);
    expect((await app.request(`${path}/dokumen.pdf`)).status).toBe(404);
    const file = await app.request(`${path}/dokumen.pdf`, { headers: { cookie } });
    expect(file.headers.get('content-type')).toBe('application/pdf');
    const [kept] = await at.database.sql<{ sha256: string }[]>`
      select d.pdf_sha256 as sha256 from document d join application a using (document_id) where a.application_id = ${id}`;
    const given = createHash('sha256').update(new Uint8Array(await file.arrayBuffer()));
    expect(given.digest('hex')).toBe(kept!.sha256);
    const ask = { method: 'POST', headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' } };
    expect((await app.request(`${path}/ganti`, { ...ask, body: 'as=lain' })).status).toBe(400);
    const another = await app.request(`${path}/ganti`, { ...ask, body: 'as=extension' });
    expect([another.status, another.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/krk\/permohonan\/KRK-.*\?baru=1$/),
    ]);
    expect((await app.request(`${path}/ganti`, { ...ask, body: 'as=extension' })).status).toBe(409);
    const [verification = ''] = /\/krk\/verifikasi\/[A-Za-z0-9_-]{22}/.exec(own) ?? [];
    const checked = await html(verification);
    expect(checked).toContain('UJI COBA');
    expect(checked).not.toMatch(/Siti/);
    expect(
      (await app.request(`${path}/data`, { headers: { cookie } })).headers.get('content-disposition'),
    ).toContain('.json');
    // Taken back, and whoever checks it reads that.
    await app.request(`/api/v1/staff/applications/${id}/steps/revoke`, {
      method: 'POST',
      headers: {
        ...personOf('pejabatPenandatangan').headers,
        'content-type': 'application/json',
        'if-match': `"r${revision + 1}"`,
      },
      body: JSON.stringify({ reason: 'Keliru (uji).', article: 'Pasal 1 (uji)' }),
    });
    expect(await html(verification)).toContain('Keliru (uji). (Pasal 1 (uji))');
  }, 60_000);
});

/** Last, because it changes what the city is: nothing in it is a demonstration any more. */
test('where no rule is a demonstration, the document counts: numbered by the office, no trial, and its page says BERLAKU', async () => {
  // Sent in while everything was a demonstration; it is decided on when nothing is.
  const { id } = await submitted();
  expect((await see('auditor', id)).isTrial).toBe(true);
  const tables = ['layer', 'layer_version', 'zone', 'overlay_area', 'road', 'parcel', 'regulation'];
  // What is published is never changed: the city of a test is made so.
  await at.database.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const table of tables) await tx`update ${tx(table)} set is_demo = false`;
  });
  // Rules that were read before are kept: the office opens anew.
  at.office = anOffice(at.database.sql, at.folder.path);
  at.office.setNow('2026-12-09T02:00:00Z');
  const real = anApp(at.database.sql, {
    dataDirectory: at.folder.path,
    tilesDirectory: at.folder.path,
    keys: at.office.deps.keys,
    clock: at.office.deps.clock,
  });
  await at.database.sql`delete from service_setting`;
  const set = {
    ...EMPTY_SETTINGS,
    papers: [],
    serviceDays: 3,
    validity: { kind: 'untilPlanChanges' },
    numberPattern: '{nomor:4}/UJI-KRK/{tahun}',
    signer: { office: 'Dinas (uji)', title: 'Kepala (uji)' },
  };
  expect((await send('administrator', 'PUT', 'service-settings/krk', set, 0)).status).toBe(200);
  await steps(id, ['petugasLayanan', 'takeUp'], ['petugasLayanan', 'acceptFile']);
  // The west half of the parcel.
  const half = [
    [116.805, -1.1948],
    [116.80505, -1.1948],
    [116.80505, -1.1947],
    [116.805, -1.1947],
    [116.805, -1.1948],
  ];
  const approved = { coordinates: [[half]] };
  expect((await writeSheet('analis', id, { outcome: 'disetujuiSebagian', approved })).status).toBe(200);
  const { revision, isTrial } = await steps(id, ['analis', 'propose'], ['verifikator', 'confirm']);
  expect(isTrial).toBe(false);
  const signed = await real.request(`/api/v1/staff/applications/${id}/steps/sign`, {
    method: 'POST',
    headers: {
      ...personOf('pejabatPenandatangan').headers,
      'content-type': 'application/json',
      'if-match': `"r${revision}"`,
    },
    body: '{}',
  });
  expect(signed.status, await signed.clone().text()).toBe(200);
  const { document } = staffApplicationSchema.parse(await signed.json());
  expect(document!.number).toBe('0001/UJI-KRK/2026');
  const page = await (await real.request(document!.verificationPath)).text();
  expect(page).toContain('BERLAKU');
  expect(page).toContain('0001/UJI-KRK/2026');
  // What is approved lies on the map, and its corners stand in a table of their own.
  const [file] = await at.database.sql<{ sha256: string }[]>`
    select pdf_sha256 as sha256 from document where kind = 'krk' and document_id = ${document!.verificationPath.split('/').at(-1) ?? ''}`;
  const pdf = readFileSync(join(at.folder.path, 'files', 'documents', file?.sha256 ?? ''));
  if (process.env.KEEP_DOCUMENTS !== undefined) writeFileSync(process.env.KEEP_DOCUMENTS, pdf);
  const text = textOf(pdf);
  expect(text).toContain('Disetujui sebagian');
  expect(layoutOf(pdf)).toMatch(
    /Bagian yang disetujui\s+Titik\s+Bujur \(°\)\s+Lintang \(°\)\s+1\s+116,8050000\s+-1,1948000/,
  );
  expect(expandedOf(pdf)).toMatch(/\/PatternType 1\b/);
  expect(page).not.toMatch(/UJI COBA|DATA CONTOH|Siti/);
}, 30_000);
