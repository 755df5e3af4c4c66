import { createHash, randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#domain/accounts/role';
import { staffCaseSchema } from '#domain/violation-case/case-answers';
import { aPerson, type Person } from '../../support/a-person.ts';
import { aReport, sentPhoto, sentReport } from '../../support/a-report.ts';
import { PHONE } from '../../support/a-visitor.ts';
import { launchChromium } from '../../support/chromium.ts';
import { findViolations } from '../../support/find-violations.ts';
import { type RunningCity, startSmallCity } from '../../support/small-city-server.ts';
import { aColleague } from '../../support/staff-at-work.ts';

let city: RunningCity;
let browser: Browser;
beforeAll(async () => {
  // Days on forms come from the clock of the browser: both are of today.
  const clock = { now: () => new Date() };
  [city, browser] = await Promise.all([startSmallCity(undefined, { clock }), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const overHttp = { request: (path: string, init?: RequestInit) => fetch(`${city.url}${path}`, init) };
const E_MAIL = 'pelapor.rahasia@example.org';

/** A report with a photo and somebody behind it, and the case that it opened. */
async function reported(): Promise<{ ticket: string; caseId: string }> {
  const { ticket } = await sentReport(overHttp, {
    ...aReport(),
    seenOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    photos: [{ photoId: await sentPhoto(overHttp, '#8a5a2b') }],
    identity: { kind: 'confidential', name: 'CONTOH Pelapor', email: E_MAIL },
  });
  const [row] = await city.deps.sql<{ caseId: string }[]>`
    select case_id as "caseId" from report where ticket = ${ticket}`;
  return { ticket, caseId: row!.caseId };
}

/** A picture that looks like no other of its number. */
const picture = (seed: number): Promise<Buffer> => {
  const squares = Array.from(
    { length: 72 },
    (_, at) => createHash('sha256').update(`${seed} ${at}`).digest()[0]!,
  );
  return sharp(Buffer.from(squares), { raw: { width: 9, height: 8, channels: 1 } })
    .resize(720, 640, { kernel: 'nearest' })
    .jpeg()
    .toBuffer();
};

/** What somebody goes out for: a round with a photo and a measure, ended with its record. */
async function inspect(caseId: string, { headers }: Person): Promise<void> {
  const send = async (method: string, path: string, body: unknown, revision?: number) => {
    const isBytes = Buffer.isBuffer(body);
    const response = await overHttp.request(`/api/v1/staff/${path}`, {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-type': isBytes ? 'image/jpeg' : 'application/json' }),
        ...(revision === undefined ? {} : { 'if-match': `"r${revision}"` }),
      },
      ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const told = (await response.json()) as { revision: number };
    expect({ path, status: response.status, told: response.ok ? null : told }).toMatchObject({ status: 200 });
    return told;
  };
  const { revision } = await send('GET', `cases/${caseId}`, undefined);
  await send('POST', `cases/${caseId}/steps/goOut`, {}, revision);
  const round = `field-rounds/report/${randomUUID()}`;
  await send('PUT', round, { subjectId: caseId });
  const photo = randomUUID();
  await send('PUT', `${round}/items/${photo}/photo`, await picture(1));
  const now = new Date().toISOString();
  const at = { accuracyM: 4, bearing: null, takenAt: now };
  for (const [id, content] of [
    [photo, { kind: 'photo', caption: 'CONTOH tampak depan', at: [116.804, -1.193], ...at }],
    [randomUUID(), { kind: 'measurement', what: 'offset', value: 1.25, label: 'dinding ke as jalan' }],
  ])
    await send('PUT', `${round}/items/${id}`, { schema: 'field-item/1', recordedAt: now, content });
  const seen = await send('GET', round, undefined);
  const decided = { decision: 'inspected', outlineItemId: null, reason: 'Dinding melewati garis (uji).' };
  await send('POST', `${round}/close`, decided, seen.revision);
}

/** Who works here, each in a browser of their own; what axe finds on their way is kept. */
const found: string[] = [];
async function look(page: Page, state: string): Promise<void> {
  found.push(...(await findViolations(page)).map((violation) => `${state}: ${violation}`));
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (width > 0) found.push(`${state}: ${width} pixels too wide`);
}
const colleague = async (name: string, role: Role, path: string): Promise<Page> => {
  const { page } = await aColleague(browser, city, name, [role], { bypassCSP: true, viewport: PHONE });
  await page.goto(path);
  return page;
};
const way = (page: Page, name: string) =>
  page.locator('.step-ways').getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
/** Sends what is filled in, by the button that is called like the step, and waits for the state that follows. */
async function send(page: Page, step: string, state: string): Promise<void> {
  await dialog(page).getByRole('button', { name: step, exact: true }).click();
  await dialog(page).waitFor({ state: 'detached' });
  await page.locator('.screen-lead .mark', { hasText: state }).waitFor();
}

test('a report is worked on from received to closed, each step by whoever may take it', async () => {
  const { ticket, caseId } = await reported();
  const { sql, keys } = city.deps;
  const screen = `/konsol/laporan/${caseId}`;
  // Of each try their own: nobody is mistaken for somebody of the one before.
  const SURVEYOR = `CONTOH Surveyor ${ticket}`;
  const UNIT = `CONTOH Seksi ${ticket}`;
  const surveyor = await aPerson(sql, keys!, { roles: ['surveyor'], name: SURVEYOR });

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
  await look(officer, 'queue');
  await officer.locator('.row-link', { hasText: ticket }).click();
  await officer.locator('.case-photos img').waitFor();
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
  const reveals = await sql`select 1 from log_event where kind = 'report.personRead'`;
  expect(reveals).toHaveLength(1);

  await way(officer, 'Disposisi').click();
  await dialog(officer)
    .getByLabel('Unit')
    .selectOption({ label: `${UNIT} (0 perkara terbuka)` });
  await dialog(officer).getByLabel('Petugas').selectOption({ label: SURVEYOR });
  await send(officer, 'Disposisi', 'Ditugaskan');
  await inspect(caseId, surveyor);

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
  await look(analyst, 'assessment');
  await analyst.getByRole('button', { name: 'Kirim ke telaah' }).click();
  await analyst.locator('.screen-lead .mark', { hasText: 'Telaah' }).waitFor();
  expect(await analyst.getByRole('button', { name: /^Buka identitas/ }).count()).toBe(0);
  const reviewer = await colleague('CONTOH Verifikator', 'verifikator', screen);
  await way(reviewer, 'Setujui: terbukti').click();
  await send(reviewer, 'Setujui: terbukti', 'Penindakan');

  // A warning goes out with a numbered letter, and is served with evidence.
  const police = await colleague('CONTOH Satpol PP', 'satpolPp', screen);
  await way(police, 'Jatuhkan sanksi').click();
  await dialog(police).getByLabel('Sanksi').selectOption('peringatanTertulis');
  await dialog(police).getByLabel('Kewajiban').fill('Bongkar bagian yang melewati garis (uji).');
  await dialog(police).getByLabel('Jangka waktu (hari kerja)').fill('14');
  await dialog(police).getByLabel('Dasar hukum').fill('CONTOH Pasal 2');
  await look(police, 'a sanction');
  await send(police, 'Jatuhkan sanksi', 'Pelaksanaan sanksi');
  const letter = police.getByRole('link', { name: /^Surat UJI\/0001/ });
  const file = await police.request.get((await letter.getAttribute('href'))!);
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const evidence = { name: 'bukti.jpg', mimeType: 'image/jpeg', buffer: await picture(2) };
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
  const choose = async (buffer: Buffer): Promise<void> => {
    await dialog(officer)
      .getByLabel('Foto keadaan sekarang')
      .setInputFiles({ ...evidence, buffer });
    await dialog(officer).getByText('Foto sudah diterima.').waitFor();
    await dialog(officer).getByRole('button', { name: 'Tutup perkara', exact: true }).click();
  };
  await choose(evidence.buffer);
  await dialog(officer).getByRole('alert').waitFor();
  await choose(await picture(3));
  await dialog(officer).waitFor({ state: 'detached' });
  await officer.locator('.screen-lead .mark', { hasText: 'Ditutup' }).waitFor();
  await officer.locator('.timeline-step', { hasText: 'Tutup perkara' }).waitFor();
  await look(officer, 'closed');
  expect(found).toEqual([]);

  const { headers } = surveyor;
  const told = await (await overHttp.request(`/api/v1/staff/cases/${caseId}`, { headers })).json();
  const { state, outcome, closing, sanctions, inspections, moves } = staffCaseSchema.parse(told);
  expect({ state, outcome, closing }).toEqual({
    state: 'ditutup',
    outcome: 'terbukti',
    closing: 'dibongkar',
  });
  expect(sanctions[0]).toMatchObject({ level: 1, servedHow: 'diserahkan', hasEvidence: true });
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
}, 180_000);
