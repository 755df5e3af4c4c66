import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { forgetDisputes, keepReporterDays } from '../../server/features/cases/index.ts';
import {
  caseReports,
  forgetBrowser,
  forgetOldReporters,
  listAffected,
  sweepReports,
} from '../../server/features/reports/index.ts';
import { forgetWaiting, listWaiting } from '../../server/features/reports/photos/queries.ts';
import { countReports } from '../../server/features/reports/queries.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { aPerson } from './a-person.ts';
import { aReport, askPlace, sendReport, sentPhoto, sentReport } from './a-report.ts';
import { anApp } from './an-app.ts';

const CLOCK = { now: () => new Date('2026-11-23T02:00:00Z') };

/** As many as a city has after some months: with a handful the plan of a statement depends on when the table grew a page. */
async function fillReports(quiet: Sql): Promise<void> {
  await quiet`
    insert into report (report_id, ticket, secret_hash, case_id, event_id, language, category, track, description, place,
                        place_from, cell, kelurahan, kelurahan_code, seen_on, ongoing, jurisdiction, may_pass_on, is_anonymous,
                        is_demo, received_at)
    select gen_random_uuid(), ticket, sha256(ticket::bytea), case_id, gen_random_uuid(), 'id', 'tanpaIzin', 'bangunan', 'uji',
           place, 'map', 'uji', 'UJI', kelurahan_code, '2026-11-01', 'yes', '{}', false, true, true, opened_at
    from violation_case where place is not null and category = 'uji' and ticket like 'LAP-00000-%'`;
  await quiet`
    insert into report_photo (photo_id, upload_id, width_px, height_px, received_at, report_id, position_no)
    select gen_random_uuid(), u.upload_id, 1, 1, r.received_at, r.report_id, 1
    from report r, (select upload_id from upload limit 1) u`;
  for (const table of ['report', 'report_photo']) await quiet`analyze ${quiet(table)}`;
}

const NEWS = {
  endpoint: 'https://push.example/uji',
  keys: {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
};

/** A browser that is told, and is told no more. */
async function askForNews(
  app: ReturnType<typeof anApp>,
  { ticket, secret }: { readonly ticket: string; readonly secret: string },
): Promise<void> {
  const act = (fields: Record<string, string>, cookie = '') =>
    app.request(`/laporan/${ticket}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
      body: new URLSearchParams(fields),
    });
  const opened = await act({ aksi: 'buka', kunci: secret });
  const [cookie = ''] = (opened.headers.get('set-cookie') ?? '').split(';');
  await act({ aksi: 'henti' }, cookie);
  await act({ aksi: 'kabari', langganan: JSON.stringify(NEWS) }, cookie);
}

/** Takes reports through every door once, for whoever wants to see all of their statements; cases are there before. */
export async function workOnReports(quiet: Sql, sql: Sql, folder: string): Promise<void> {
  await fillReports(quiet);
  const keys = openKeys(`${folder}/keys`);
  const reach = { pushServices: ['https://push.example'] };
  const app = anApp(sql, { tilesDirectory: folder, dataDirectory: folder, keys, clock: CLOCK, reach });
  const petugas = await aPerson(quiet, keys, { roles: ['petugasLayanan'] });
  const photoId = await sentPhoto(app);
  // As where the room for photos is full.
  // Cases ask for this by their port; the cases of this walk have reports of their own.
  await countReports(sql, [randomUUID()]);
  const [, givesWay] = [await listWaiting(sql, 1), await sentPhoto(app)];
  await forgetWaiting(sql, givesWay);
  const key = randomUUID();
  const identity = { kind: 'confidential', email: 'uji@example.id' } as const;
  const place = { kind: 'landmark', kelurahan: 'BARAT', landmark: 'di belakang pasar' } as const;
  const { ticket, secret } = await sentReport(app, { photos: [{ photoId }], identity }, key);
  await sendReport(app, aReport({ place }));
  await sendReport(app, aReport({ photos: [{ photoId }], identity }), { key });
  await askPlace(app, 116.804, -1.193);
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  await askForNews(app, { ticket, secret });
  const post = (path: string, body: object, as: Record<string, string> = headers) =>
    app.request(path, {
      method: 'POST',
      headers: { ...as, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const one = `/api/v1/reports/${ticket}`;
  await post(`${one}/messages`, { messageId: randomUUID(), text: 'uji' });
  for (const path of ['', '/data', '/receipt', `/photos/${photoId}`])
    await app.request(`${one}${path}`, { headers });
  const [row] = await quiet<{ reportId: string; caseId: string }[]>`
    select report_id as "reportId", case_id as "caseId" from report where ticket = ${ticket}`;
  const staff = `/api/v1/staff/reports/${row?.reportId}`;
  await post(`${staff}/messages`, { messageId: randomUUID(), text: 'uji' }, petugas.headers);
  await post(`${staff}/person`, { reason: 'untuk uji' }, petugas.headers);
  await post(`${staff}/consent-request`, {}, petugas.headers);
  await post(`${one}/consent`, { mayPassOn: true });
  for (const path of ['messages', 'similar', `photos/${photoId}`])
    await app.request(`${staff}/${path}`, { headers: petugas.headers });
  const reports = caseReports({ keys, clock: CLOCK });
  const caseId = row?.caseId ?? '';
  // One that supports another: whose ticket that is, is asked too.
  await quiet`update report set supports = report_id where case_id = ${caseId}`;
  await sql.begin(async (tx) => {
    await reports.of(tx, [caseId]);
    await reports.tell(tx, caseId, {
      eventId: randomUUID(),
      kind: 'moved',
      state: 'terverifikasi',
      outcome: null,
      closing: null,
      pause: null,
      words: null,
      to: null,
    });
    await reports.move(tx, caseId, caseId);
  });
  const month = { from: new Date('2026-11-01'), until: new Date('2026-12-01') };
  await listAffected({ sql, keys, clock: CLOCK }, month, 'operator');
  for (const what of ['export', 'erase']) {
    const asked = { email: identity.email, reason: 'untuk uji' };
    await post(`/api/v1/staff/personal-data/${what}`, asked, petugas.headers);
  }
  await post(`${one}/erase`, {});
  await post(`${one}/secret`, {});
  await forgetBrowser(sql, randomUUID());
  await forgetOldReporters({
    sql,
    clock: CLOCK,
    cases: { forgetWords: forgetDisputes, keepReporterDays },
  });
  await sweepReports({ sql, clock: CLOCK });
}
