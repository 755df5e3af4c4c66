import { createHash } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#domain/accounts/role';
import { staffCaseSchema } from '#domain/violation-case/case-answers';
import { drainOutbox } from '../../../server/features/outbox/index.ts';
import { sweepLeftovers } from '../../../server/housekeeping.ts';
import { aReport, sentPhoto, sentReport } from '../../support/a-report.ts';
import { aVisitor, PHONE, until } from '../../support/a-visitor.ts';
import { launchChromium } from '../../support/chromium.ts';
import { findViolations } from '../../support/find-violations.ts';
import { type RunningCity, startSmallCity } from '../../support/small-city-server.ts';
import { aColleague } from '../../support/staff-at-work.ts';

let city: RunningCity;
let browser: Browser;
/** How far the clock of the product runs ahead of the one on the wall. */
let aheadMs = 0;
beforeAll(async () => {
  // Days on forms come from the clock of the browser: both are of today.
  const clock = { now: () => new Date(Date.now() + aheadMs) };
  [city, browser] = await Promise.all([startSmallCity(undefined, { clock }), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const overHttp = { request: (path: string, init?: RequestInit) => fetch(`${city.url}${path}`, init) };
const E_MAIL = 'pelapor.rahasia@example.org';

/** A report with a photo and somebody behind it, and the case that it opened. */
async function reported(): Promise<{ ticket: string; secret: string; caseId: string }> {
  const { ticket, secret } = await sentReport(overHttp, {
    ...aReport(),
    seenOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    photos: [{ photoId: await sentPhoto(overHttp, '#8a5a2b') }],
    identity: { kind: 'confidential', name: 'CONTOH Pelapor', email: E_MAIL },
  });
  const [row] = await city.deps.sql<{ caseId: string }[]>`
    select case_id as "caseId" from report where ticket = ${ticket}`;
  return { ticket, secret, caseId: row!.caseId };
}

/** A picture that looks like no other of its name. */
const picture = (seed: string): Promise<Buffer> => {
  const squares = Array.from(
    { length: 72 },
    (_, at) => createHash('sha256').update(`${seed} ${at}`).digest()[0]!,
  );
  return sharp(Buffer.from(squares), { raw: { width: 9, height: 8, channels: 1 } })
    .resize(720, 640, { kernel: 'nearest' })
    .jpeg()
    .toBuffer();
};

/** Who works here, each in a browser of their own; what axe finds on their way is kept. */
const found: string[] = [];
async function look(page: Page, state: string): Promise<void> {
  // As tall as what it shows: what the bar at the edge of a screen covers half is no finding.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...PHONE, height: height + PHONE.height });
  found.push(...(await findViolations(page)).map((violation) => `${state}: ${violation}`));
  await page.setViewportSize(PHONE);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (width > 0) found.push(`${state}: ${width} pixels too wide`);
}
const colleague = async (
  name: string,
  role: Role,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> => {
  const seen = { bypassCSP: true, viewport: PHONE, ...options };
  const { page } = await aColleague(browser, city, name, [role], seen);
  await page.goto(path);
  return page;
};
/** What somebody goes out for, on a phone: begun with a network, measured and photographed without one, ended with its record. */
async function inspect(page: Page, ticket: string): Promise<void> {
  await page.getByRole('button', { name: `Mulai kunjungan ${ticket}` }).click();
  await page.getByRole('heading', { level: 2, name: 'Ukuran' }).waitFor();
  await until(
    () => page.evaluate(async () => (await caches.match('/konsol/lapangan')) !== undefined),
    'the console is kept for the way out',
  );
  await until(
    () => page.evaluate(() => navigator.serviceWorker.controller !== null),
    'the worker looks after this page',
  );
  await page.context().setOffline(true);
  await page.reload();
  await page.getByText('Tanpa jaringan. Tampil seperti terakhir disimpan').waitFor();
  // What to look for lies on the device, too.
  const brief = page.getByRole('region', { name: 'Yang diperiksa' });
  for (const name of ['Jenis dugaan', 'Titik lokasi (lintang; bujur)', 'Uraian'])
    await brief.getByText(name, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Simpan ukuran' }).click();
  await page.getByText('Tulis angka, misalnya 1,25.').waitFor();
  for (const [what, value, between, told] of [
    ['Jarak ke garis acuan (m)', '1,25', 'dinding ke as jalan', 'Jarak ke garis acuan: 1,25 m'],
    ['Luas (m²)', '1.040,5', 'lantai dasar', 'Luas: 1.040,5 m²'],
  ] as const) {
    await page.getByLabel('Yang diukur').selectOption({ label: what });
    await page.getByLabel('Hasil ukur').fill(value);
    await page.getByLabel('Dari mana ke mana').fill(between);
    await page.getByRole('button', { name: 'Simpan ukuran' }).click();
    await page.locator('.field-items').getByText(`${told} (${between})`).waitFor();
  }
  await page
    .getByLabel('Ambil atau pilih foto')
    .setInputFiles({ name: 'IMG 1.jpg', mimeType: 'image/jpeg', buffer: await picture(`${ticket} 1`) });
  await page.getByLabel('Keterangan').fill('CONTOH tampak depan');
  await page.getByRole('checkbox', { name: /^Sertakan posisi saat ini \(±/ }).waitFor();
  await page.getByRole('button', { name: 'Simpan foto' }).click();
  await page.locator('figcaption', { hasText: 'CONTOH tampak depan' }).waitFor();
  await page.getByRole('button', { name: 'Selesai Cari papan izin, catat nomornya' }).click();
  await page.getByText('4 tersimpan di perangkat').waitFor();
  await look(page, 'inspected without a network');
  await page.context().setOffline(false);
  await page.evaluate(() => void window.dispatchEvent(new Event('online')));
  await page.getByText('4 diterima').waitFor();
  await page.getByRole('radio', { name: 'Lokasi sudah diperiksa' }).check();
  await page.getByLabel('Alasan').fill('Dinding melewati garis (uji).');
  await page.getByRole('button', { name: 'Tutup kunjungan' }).click();
  await page.locator('.screen-lead').getByText('Ditutup').waitFor();
}

const way = (page: Page, name: string) =>
  page.locator('.step-ways').getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
/** Sends what is filled in, by the button that is called like the step, and waits for the state that follows. */
async function send(page: Page, step: string, state: string): Promise<void> {
  await dialog(page).getByRole('button', { name: step, exact: true }).click();
  await dialog(page).waitFor({ state: 'detached' });
  await page.locator('.screen-lead .mark', { hasText: state }).waitFor();
}

/** What the office has sent by mail until now. */
async function mails(): Promise<{ recipient: string; subject: string; body: string }[]> {
  const sent: { recipient: string; subject: string; body: string }[] = [];
  await drainOutbox({
    ...city.deps,
    channels: {
      email: {
        send: async (message) => {
          sent.push(message);
          return { kind: 'sent', providerId: message.messageId };
        },
      },
    },
  });
  return sent;
}

test('a report is worked on from received to closed, is disputed and heard, and what runs out goes to a superior', async () => {
  aheadMs = 0;
  const { ticket, secret, caseId } = await reported();
  const { sql } = city.deps;
  const screen = `/konsol/laporan/${caseId}`;
  // Of each try their own: nobody is mistaken for somebody of the one before.
  const SURVEYOR = `CONTOH Surveyor ${ticket}`;
  const UNIT = `CONTOH Seksi ${ticket}`;
  const surveyor = await colleague(SURVEYOR, 'surveyor', screen, {
    permissions: ['geolocation'],
    geolocation: { longitude: 116.804, latitude: -1.193, accuracy: 4 },
  });

  // The office says who works on cases.
  const administrator = await colleague('CONTOH Administrator', 'administrator', '/konsol/layanan/laporan');
  await administrator.getByRole('button', { name: 'Tambah unit' }).click();
  await dialog(administrator).getByLabel('Nama unit').fill(UNIT);
  await dialog(administrator).getByRole('checkbox', { name: SURVEYOR }).check();
  await look(administrator, 'a unit is made');
  await dialog(administrator).getByRole('button', { name: 'Simpan unit' }).click();
  await administrator.locator('.row-title', { hasText: UNIT }).waitFor();

  // It stands in the queue, is verified, and whoever comes later is told so.
  const officer = await colleague('CONTOH Petugas', 'petugasLayanan', '/konsol/laporan');
  await officer.locator('.row-link', { hasText: ticket }).waitFor();
  await officer.locator('.row-link', { hasText: ticket }).click();
  const sentPicture = officer.locator('.case-photos img').first();
  await sentPicture.scrollIntoViewIfNeeded();
  await until(
    () => sentPicture.evaluate((image) => (image as HTMLImageElement).naturalWidth > 0),
    'the photo of the report is shown',
  );
  const late = await colleague('CONTOH Kedua', 'petugasLayanan', screen);
  for (const page of [officer, late]) {
    await way(page, 'Verifikasi').click();
    await dialog(page).getByLabel('Klasifikasi').selectOption('tanpaPengawasan');
  }
  await look(officer, 'what a step is told');
  await send(officer, 'Verifikasi', 'Terverifikasi');
  await dialog(late).getByRole('button', { name: 'Verifikasi', exact: true }).click();
  await late.getByText('Orang lain sudah mengubahnya', { exact: true }).waitFor();
  await late.locator('.screen-lead .mark', { hasText: 'Terverifikasi' }).waitFor();

  // Who reported is opened with a reason alone, and the log keeps it.
  expect(await officer.content()).not.toContain(E_MAIL);
  await officer.getByRole('button', { name: /^Buka identitas pelapor/ }).click();
  await dialog(officer).getByLabel('Untuk apa identitas dibuka?').fill('Lokasi tidak ditemukan.');
  await dialog(officer).getByRole('button', { name: 'Buka identitas pelapor' }).click();
  await officer.getByText(E_MAIL).waitFor();
  const reveals = await sql`
    select 1 from log_event l join report r on l.facts ->> 'reportId' = r.report_id::text
    where l.kind = 'report.personRead' and r.ticket = ${ticket}`;
  expect(reveals).toHaveLength(1);

  await way(officer, 'Disposisi').click();
  await dialog(officer)
    .getByLabel('Unit')
    .selectOption({ label: `${UNIT} (0 perkara terbuka)` });
  await dialog(officer).getByLabel('Petugas').selectOption({ label: SURVEYOR });
  await send(officer, 'Disposisi', 'Ditugaskan');
  await surveyor.reload();
  await way(surveyor, 'Mulai pemeriksaan lapangan').click();
  await surveyor.getByRole('link', { name: 'Buka Lapangan' }).click();
  await inspect(surveyor, ticket);

  // What was found is held against the rule; somebody else looks at it.
  const analyst = await colleague('CONTOH Analis', 'analis', screen);
  await analyst.getByLabel('Hasil yang direkomendasikan').selectOption('terbukti');
  await analyst.getByRole('button', { name: 'Kirim ke telaah' }).click();
  await analyst.getByText('Hasil “terbukti” perlu paling sedikit satu aturan yang dilanggar.').waitFor();
  await analyst.getByLabel('Ringkasan').fill('Garis sempadan dilanggar (uji).');
  await analyst.getByRole('button', { name: 'Tambah aturan yang dinilai' }).click();
  await analyst.getByLabel('Aturan', { exact: true }).selectOption('gsb');
  await analyst.getByLabel('Menurut aturan').fill('5 m');
  await analyst.getByLabel('Ditemukan').fill('1,25 m');
  await analyst.getByLabel('Pasal').fill('CONTOH Pasal 1');
  await analyst.getByRole('checkbox', { name: 'Dilanggar' }).check();
  await analyst.getByRole('checkbox', { name: 'Peringatan tertulis' }).check();
  await analyst.getByText('Semua angka dengan pasalnya').click();
  await analyst.locator('.answer-figures').first().waitFor();
  await look(analyst, 'assessment');
  await analyst.getByRole('button', { name: 'Kirim ke telaah' }).click();
  await analyst.locator('.screen-lead .mark', { hasText: 'Telaah' }).waitFor();
  expect(await analyst.getByRole('button', { name: /^Buka identitas/ }).count()).toBe(0);
  const reviewer = await colleague('CONTOH Verifikator', 'verifikator', screen);
  await way(reviewer, 'Setujui: terbukti').click();
  await send(reviewer, 'Setujui: terbukti', 'Penindakan');

  // A warning goes out with a numbered letter, and is served with evidence.
  const signer = await colleague('CONTOH Pejabat', 'pejabatPenandatangan', screen);
  await way(signer, 'Jatuhkan sanksi').click();
  await dialog(signer).getByLabel('Sanksi').selectOption('peringatanTertulis');
  await dialog(signer).getByLabel('Kewajiban').fill('Bongkar bagian yang melewati garis (uji).');
  await dialog(signer).getByLabel('Jangka waktu (hari kerja)').fill('14');
  await dialog(signer).getByLabel('Dasar hukum').fill('CONTOH Pasal 2');
  await look(signer, 'a sanction');
  await send(signer, 'Jatuhkan sanksi', 'Pelaksanaan sanksi');
  const police = await colleague('CONTOH Satpol PP', 'satpolPp', screen);
  expect(await way(police, 'Jatuhkan sanksi').count()).toBe(0);
  const letter = police.getByRole('link', { name: /^Surat UJI\/\d{4}/ });
  const file = await police.request.get((await letter.getAttribute('href'))!);
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const evidence = { name: 'bukti.jpg', mimeType: 'image/jpeg', buffer: await picture(`${ticket} 2`) };
  await police.getByRole('button', { name: /^Catat penyampaian surat/ }).click();
  await dialog(police).getByLabel('Cara penyampaian').selectOption('diserahkan');
  await dialog(police).getByLabel('Bukti penyampaian').setInputFiles(evidence);
  await dialog(police).getByText('Foto sudah diterima.').waitFor();
  await dialog(police).getByRole('button', { name: 'Simpan' }).click();
  await police.locator('.mark', { hasText: 'Jangka waktu berjalan' }).waitFor();

  // It ends as fixed, with a photo that nobody has used before.
  await officer.goto(screen);
  await way(officer, 'Tutup perkara').click();
  await dialog(officer).getByLabel('Cara selesai').selectOption('dibongkar');
  await dialog(officer).getByLabel('Alasan').fill('Bagian itu sudah dibongkar (uji).');
  await dialog(officer)
    .getByLabel('Jawaban akhir untuk pelapor')
    .fill('Sudah dibongkar, terima kasih (uji).');
  const shown = dialog(officer).locator('img.case-photo');
  let before: string | null = null;
  const choose = async (buffer: Buffer): Promise<void> => {
    await dialog(officer)
      .getByLabel('Foto keadaan sekarang')
      .setInputFiles({ ...evidence, buffer });
    await until(async () => {
      const [src = null] = await shown.evaluateAll((images) =>
        images.map((image) => image.getAttribute('src')),
      );
      const isNew = src !== null && src !== before;
      if (isNew) before = src;
      return isNew;
    }, 'the photo has arrived');
    await dialog(officer).getByRole('button', { name: 'Tutup perkara', exact: true }).click();
  };
  await choose(evidence.buffer);
  await dialog(officer).getByRole('alert').waitFor();
  await choose(await picture(`${ticket} 3`));
  await dialog(officer).waitFor({ state: 'detached' });
  await officer.locator('.screen-lead .mark', { hasText: 'Ditutup' }).waitFor();
  await officer.locator('.timeline-step', { hasText: 'Tutup perkara' }).waitFor();
  await look(officer, 'closed');

  const told = await (await officer.request.get(`/api/v1/staff/cases/${caseId}`)).json();
  const { state, outcome, closing, sanctions, inspections, moves } = staffCaseSchema.parse(told);
  expect({ state, outcome, closing }).toEqual({
    state: 'ditutup',
    outcome: 'terbukti',
    closing: 'dibongkar',
  });
  expect(sanctions[0]).toMatchObject({
    level: 1,
    servedHow: 'diserahkan',
    servedPhotoId: expect.any(String),
  });
  expect(inspections).toHaveLength(1);
  expect(moves.map(({ step }) => step)).toEqual([
    'open',
    'verify',
    'dispose',
    'goOut',
    'recordInspection',
    'recommend',
    'confirmViolation',
    'impose',
    'close',
  ]);

  // Whoever reported says that it is not done; a superior reads why, and opens it again.
  const WORDS = 'Dinding belakang masih berdiri (uji).';
  const { page: reporter } = await aVisitor(browser, city.url, { bypassCSP: true });
  await reporter.goto(`/laporan/${ticket}#${secret}`);
  await reporter.getByText('Sudah dibongkar, terima kasih (uji).').waitFor();
  await reporter.getByLabel('Apa yang belum selesai?').fill(WORDS);
  await reporter.getByRole('button', { name: 'Minta ditinjau atasan' }).click();
  await reporter.getByText('Sudah disimpan.').waitFor();
  await officer.reload();
  await officer.locator('.screen-lead .mark', { hasText: 'Ditinjau atasan' }).waitFor();
  expect(await way(officer, 'Tetap ditutup').count()).toBe(0);
  const SUPERIOR = `CONTOH Penghubung ${ticket}`;
  const superior = await colleague(SUPERIOR, 'pejabatPenghubung', '/konsol/laporan?state=peninjauan');
  await superior.locator('.row-link', { hasText: ticket }).click();
  const said = superior.getByRole('region', { name: 'Belum selesai, menurut pelapor' });
  await said.getByText(WORDS).waitFor();
  await look(superior, 'disputed');
  await way(superior, 'Buka kembali').click();
  await dialog(superior).getByLabel('Alasan').fill('Pelapor benar (uji).');
  // The sanction stands, and its term goes on.
  await send(superior, 'Buka kembali', 'Pelaksanaan sanksi');

  // Sixty days later: this one and another that nobody ever took are told of, the older due day first, and once.
  const lonely = await reported();
  await mails();
  aheadMs = 60 * 86_400_000;
  await sweepLeftovers(city.deps);
  await sweepLeftovers(city.deps);
  await superior.goto('/konsol/laporan?escalated=true');
  const rows = superior.locator('.row-link', { hasText: 'Dieskalasi' });
  const isOurs = new RegExp(`${ticket}|${lonely.ticket}`);
  await rows.filter({ hasText: ticket }).waitFor();
  expect(await rows.filter({ hasText: isOurs }).locator('.row-title .tabular').allInnerTexts()).toEqual([
    lonely.ticket,
    ticket,
  ]);
  await superior.getByLabel('Petugas').selectOption({ label: 'Tanpa petugas' });
  await rows.filter({ hasText: lonely.ticket }).click();
  await superior.getByText(/^Dieskalasi: Verifikasi lewat tenggat/).waitFor();
  const sent = await mails();
  const [{ email }] = await sql<[{ email: string }]>`select email from account where name = ${SUPERIOR}`;
  const toSuperior = sent.filter(({ recipient }) => recipient === email);
  expect(toSuperior).toHaveLength(1);
  expect(toSuperior[0]!.body).toContain('/konsol/laporan?escalated=true');
  expect(JSON.stringify(sent)).not.toMatch(/empat lantai|Dinding belakang|CONTOH Pelapor/);
  await reporter.goto(`/laporan/${ticket}`);
  await reporter.getByText('Sudah sampai pada pejabat penghubung').waitFor();
  expect(found).toEqual([]);
}, 240_000);
