import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#domain/accounts/role';
import type { Queue, StaffApplication } from '#domain/krk/application-answers';
import { EMPTY_SETTINGS } from '#domain/krk/settings';
import { EMPTY_ENTRY } from '#domain/krk/sheet';
import { aPerson, type Person } from '../../support/a-person.ts';
import { SMALL_CITY } from '../../support/a-small-city.ts';
import { aVisitor, DESKTOP, PHONE, untilMapIsOpen } from '../../support/a-visitor.ts';
import { launchChromium } from '../../support/chromium.ts';
import { findViolations } from '../../support/find-violations.ts';
import { tabTo } from '../../support/press-keys.ts';
import { codeOnFirstPage } from '../../support/read-code.ts';
import { textOf } from '../../support/read-document.ts';
import { type RunningCity, startSmallCity } from '../../support/small-city-server.ts';
import { aColleague } from '../../support/staff-at-work.ts';

let city: RunningCity;
let browser: Browser;
beforeAll(async () => {
  [city, browser] = await Promise.all([startSmallCity(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const found: string[] = [];
/** What axe finds in a state, and whether anything is wider than the screen. */
async function look(page: Page, state: string): Promise<void> {
  found.push(...(await findViolations(page)).map((violation) => `${state}: ${violation}`));
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (width > 0) found.push(`${state}: ${width} pixels too wide`);
}

const next = (page: Page) => page.getByRole('button', { name: 'Simpan dan lanjutkan' }).click();
const asks = (page: Page, question: string) =>
  page.getByRole('heading', { level: 2, name: question }).waitFor();

/** Somebody of the office with the application open, in front of what they can do. */
async function colleague(role: Role, address: string, phone = false): Promise<Page> {
  const { page } = await aColleague(browser, city, `CONTOH ${role}`, [role], {
    bypassCSP: true,
    viewport: phone ? PHONE : { ...DESKTOP, width: 1280 },
    colorScheme: phone ? 'dark' : 'light',
  });
  await page.goto(address);
  await page.getByRole('heading', { level: 2, name: 'Yang dapat Anda lakukan' }).waitFor();
  return page;
}
const take = (page: Page, step: string) =>
  page.locator('.step-ways').getByRole('button', { name: step }).click();
const stands = (page: Page, state: string) =>
  page.locator('.screen-lead .mark').getByText(state, { exact: true }).waitFor();

test('from a pin on the map to a signed KRK, and from its code on paper to the page that says UJI COBA', async () => {
  // A citizen: the pin where there is room, all else on a phone, by keyboard where it counts.
  const citizen = await aVisitor(browser, city.url, { viewport: DESKTOP, bypassCSP: true });
  const { page, complaints } = citizen;
  await page.goto(`/?c=${SMALL_CITY.inParcel.join(',')}&z=17`);
  await untilMapIsOpen(page);
  const canvas = await page.locator('.map canvas').boundingBox();
  if (canvas === null) throw new Error('no map');
  await page.mouse.click(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
  const apply = page.getByRole('link', { name: 'Ajukan KRK di sini' });
  await apply.waitFor({ state: 'attached' });
  await apply.evaluate((link: HTMLElement) => link.click());
  await page.getByRole('heading', { level: 1, name: 'Ajukan KRK' }).waitFor();
  await page.setViewportSize(PHONE);
  expect(await page.getByLabel('NIB bidang (nomor bidang tanah)').inputValue()).toBe('9999000000001');
  await look(page, 'begin');
  await next(page);

  await asks(page, 'Akan dibangun atau dilakukan apa?');
  const ticket = await page.locator('.krk-ticket').innerText();
  expect(ticket).toMatch(/^KRK-/);
  await page.getByRole('button', { name: 'Salin tautan' }).waitFor();
  const secretLink = await page.locator('.krk-receipt .correction-link').innerText();
  await look(page, 'receipt');
  await page.getByLabel('Uraian rencana').fill('Rumah tinggal dengan warung');
  await page.getByLabel('Jumlah lantai', { exact: true }).fill('2');
  await page.getByLabel('KBLI 1', { exact: true }).fill('4711');
  await next(page);
  // What is wrong is said at its field, and the field keeps what was typed.
  const code = page.getByLabel('KBLI 1', { exact: true });
  await page.locator('#plannedUse\\.kbli1-error').waitFor();
  expect([await code.inputValue(), await code.getAttribute('aria-invalid')]).toEqual(['4711', 'true']);
  await look(page, 'wrong');
  await code.fill('47112');
  await next(page);

  await asks(page, 'Siapa yang mengajukan?');
  await page.getByLabel('Nama lengkap').fill('CONTOH Siti Pemohon');
  await page.getByLabel('NIK', { exact: true }).fill('6471014107900001');
  await page.getByLabel('Alamat', { exact: true }).fill('Jalan Contoh 1');
  await page.getByLabel('Telepon', { exact: true }).fill('0812 0000 0000');
  await look(page, 'applicant');
  // Saved, and come back by the secret link alone, on another device.
  await page.getByRole('button', { name: 'Simpan, lanjut nanti' }).click();
  await page.getByText('Tersimpan. Anda dapat berhenti').waitFor();
  await look(page, 'saved');
  await page.context().clearCookies();
  await page.goto(new URL(secretLink).pathname);
  await page.getByRole('link', { name: /Bukti tanah/ }).click();
  await page.getByLabel('Nomor bukti').fill('IMTN 12/2020');
  await tabTo(page, 'button[value=save]');
  await page.keyboard.press('Enter');
  await asks(page, 'Berkas apa yang disertakan?');
  await page.getByLabel(/Rencana tapak/).setInputFiles({
    name: 'tapak.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 uji'),
  });
  await look(page, 'papers');
  await next(page);
  await asks(page, 'Periksa, lalu ajukan');
  await page.getByText('6471014107900001').waitFor();
  await look(page, 'check');
  await page.getByRole('button', { name: 'Ajukan', exact: true }).click();
  await page.locator('.krk-state', { hasText: 'Diajukan' }).waitFor();
  await look(page, 'submitted');

  // The office, one after the other; nobody takes two of these steps.
  const queue = await colleagueInQueue(ticket);
  const address = new URL(queue.url()).pathname;
  await look(queue, 'officer');
  await take(queue, 'Mulai periksa berkas');
  await stands(queue, 'Verifikasi berkas');
  // A paper that is refused says why, and holds the file back until it is accepted.
  await queue.getByRole('button', { name: /^Tolak/ }).click();
  const refusal = queue.getByRole('dialog');
  await refusal.getByRole('button', { name: 'Tolak' }).click();
  await refusal.getByText('Isi dahulu.').waitFor();
  await look(queue, 'refusing a paper');
  await refusal.getByLabel('Alasan').fill('Skalanya tidak ada (uji).');
  await refusal.getByRole('button', { name: 'Tolak' }).click();
  await queue.getByText('ditolak', { exact: true }).waitFor();
  await take(queue, 'Berkas lengkap, ke analisis');
  await queue.getByText(/Belum diterima: .*Rencana tapak/).waitFor();
  await look(queue, 'a paper stands in the way');
  await queue.keyboard.press('Escape');
  await queue.getByRole('button', { name: /^Terima/ }).click();
  await queue.getByText('diterima', { exact: true }).waitFor();
  await take(queue, 'Berkas lengkap, ke analisis');
  await stands(queue, 'Analisis');

  const analyst = await colleague('analis', address);
  await analyst.getByLabel('Hasil').waitFor();
  // No activity of the matrix has this KBLI: that is said, and what the plan is there, a person chooses.
  await analyst.getByText('Matriks tidak menyebut kegiatan ini.').waitFor();
  await analyst.getByLabel('Tambah kegiatan').selectOption('bengkel');
  for (const field of await analyst.locator('.blockers textarea').all()) await field.fill('Diperiksa (uji).');
  await analyst.getByLabel('Hasil').selectOption('disetujuiSeluruhnya');
  await analyst.getByLabel('Ubah sebuah angka').selectOption('1.kdb');
  await analyst.getByLabel('Menjadi (%)').fill('50');
  // Without a reason it is not saved, and the keyboard is led to what is missing.
  await analyst.getByRole('button', { name: 'Simpan kajian' }).click();
  await analyst.getByText('Tulis alasannya.').waitFor();
  await look(analyst, 'sheet');
  await analyst.locator('.override').getByLabel('Alasan').fill('Sempadan saluran (uji).');
  await analyst.getByRole('button', { name: 'Simpan kajian' }).click();
  await analyst.getByText('diubah menjadi 50 %').waitFor();
  await analyst.getByText('B2: Menyediakan parkir di dalam bidang').waitFor();
  await take(analyst, 'Kirim ke verifikasi');
  await stands(analyst, 'Verifikasi');

  const verifier = await colleague('verifikator', address, true);
  await verifier.getByText('Sempadan saluran (uji).').first().waitFor();
  await look(verifier, 'verifier on a phone, dark');
  await take(verifier, 'Setujui isi');
  await stands(verifier, 'Penandatanganan');

  const official = await colleague('pejabatPenandatangan', address);
  await take(official, 'Tanda tangani dan terbitkan');
  const dialog = official.getByRole('dialog');
  await dialog.getByText('Dokumen diberi nomor dan terbit.', { exact: false }).waitFor();
  await look(official, 'signing');
  await dialog.getByRole('button', { name: 'Tanda tangani dan terbitkan' }).click();
  await stands(official, 'Terbit');
  await official.getByText('UJI/0001/KRK/XI/2026').first().waitFor();
  await official.goto('/konsol/dokumen/nomor');
  await official.getByText('1 nomor, tanpa celah').waitFor();
  await look(official, 'numbers');
  await official.setViewportSize(PHONE);
  await look(official, 'numbers on a phone');

  // The citizen takes it; anybody who holds the paper checks it.
  await page.reload();
  await page.locator('.krk-state', { hasText: 'Terbit' }).waitFor();
  await look(page, 'issued');
  const link = page.locator('a[href$="/dokumen.pdf"]');
  const pdf = await page.request.get((await link.getAttribute('href')) ?? '');
  const path = join(city.deps.dataDirectory, 'krk.pdf');
  writeFileSync(path, await pdf.body());
  // What the office changed is what its row says.
  expect(textOf(await pdf.body()).replace(/\s+/g, ' ')).toMatch(
    /KDB\) maksimum 50 % .{0,80}menurut rencana 60 %/,
  );
  expect(textOf(await pdf.body()).replace(/\s+/g, ' ')).toMatch(
    /Putusan atas kegiatan yang dimohon .*KBLI 2020 47112 .*Bengkel kendaraan .*B – Diizinkan bersyarat/,
  );
  const onPaper = new URL(codeOnFirstPage(path) ?? '');
  const stranger = await aVisitor(browser, city.url, { javaScriptEnabled: false });
  await stranger.page.goto(onPaper.pathname);
  await stranger.page.locator('.document-state', { hasText: 'UJI COBA – BUKAN DOKUMEN RESMI' }).waitFor();
  expect(await stranger.page.content()).not.toMatch(/Siti|6471014107900001/);
  // With the ticket alone, and without a script: the stage, and nothing else.
  await stranger.page.goto(`/krk/permohonan/${ticket}`);
  expect(await stranger.page.locator('.krk-state').innerText()).toBe('Terbit');
  expect(await stranger.page.content()).not.toMatch(/Siti|9999000000001|UJI\/0001/);
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
}, 120_000);

/** The officer finds it in the queue, by its ticket. */
async function colleagueInQueue(ticket: string): Promise<Page> {
  const { page } = await aColleague(browser, city, 'CONTOH petugasLayanan', ['petugasLayanan'], {
    bypassCSP: true,
    viewport: { ...DESKTOP, width: 1280 },
  });
  await page.goto('/konsol/permohonan');
  await page.locator('.row-link', { hasText: ticket }).waitFor();
  await look(page, 'queue');
  await page.locator('.row-link', { hasText: ticket }).click();
  await page.getByRole('heading', { level: 2, name: 'Yang dapat Anda lakukan' }).waitFor();
  return page;
}

test('the office sets its service and loads the holidays of next year; what is wrong is said where it stands', async () => {
  found.length = 0;
  const { page, complaints } = await aColleague(browser, city, 'CONTOH administrator', ['administrator'], {
    bypassCSP: true,
    viewport: PHONE,
    language: 'en',
  });
  await page.goto('/konsol/layanan');
  await page.getByText('0 of 9 are set').waitFor();
  await look(page, 'settings, empty');
  await page.getByLabel('Pattern of document numbers').fill('KRK-{tahun}');
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await page.getByText('The pattern must have {nomor}.').waitFor();
  await look(page, 'settings, wrong');
  await page.getByLabel('Pattern of document numbers').fill('{nomor:4}/UJI/{tahun}');
  await page.getByText('The first number will read 0001/UJI/').waitFor();
  // Somebody else is quicker: what was typed here stays, and it is asked which of the two holds.
  const other = await aColleague(browser, city, 'CONTOH pejabat', ['pejabatPenandatangan']);
  await other.page.goto('/konsol/layanan');
  await other.page.getByLabel('Biaya, seperti dibaca pemohon').fill('gratis (uji)');
  await other.page.getByRole('button', { name: 'Simpan pengaturan' }).click();
  await other.page.getByText('1 dari 9 sudah ditetapkan').waitFor();
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await page.getByText('Somebody else saved first').waitFor();
  await look(page, 'settings, conflict');
  await page.getByRole('button', { name: 'Drop what I wrote, take the newest' }).click();
  await page.getByLabel('Time of the service (working days)').fill('4');
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await page.getByText('2 of 9 are set').waitFor();

  await page.getByRole('link', { name: 'Holidays' }).click();
  await page.getByText('The holidays of 2027 are not loaded').waitFor();
  await page.getByLabel('Basis (the decree and its number)').fill('Keputusan uji 1/2026');
  await page.getByLabel('CSV file: day, name').setInputFiles({
    name: 'libur.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('tanggal;nama\n01/01/2027;Tahun Baru\n31/02/2027;Tidak ada\n'),
  });
  await page.getByText('Line 3: the day cannot be read').waitFor();
  await look(page, 'holidays, wrong');
  await page.getByLabel('Or write it here').fill('01/01/2027;Tahun Baru');
  await page.getByRole('button', { name: 'Load the holidays' }).click();
  await page.getByText('2027: 1 day').waitFor();
  await page.getByText('The holidays of 2027 are not loaded').waitFor({ state: 'detached' });
  await look(page, 'holidays');
  expect(found).toEqual([]);
  // The conflict is an answer of the server that a browser writes down.
  expect(complaints.filter((one) => !one.includes('409'))).toEqual([]);
}, 60_000);

/** Last, because it changes what the city is: nothing in it is a demonstration any more. */
test('where no rule is a demonstration, the way from the pin to the code on paper leads to a page that says BERLAKU', async () => {
  const tables = ['layer', 'layer_version', 'zone', 'overlay_area', 'road', 'parcel', 'regulation'];
  // What is published is never changed: the city of a test is made so.
  await city.deps.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const table of tables) await tx`update ${tx(table)} set is_demo = false`;
  });
  await city.deps.sql`delete from service_setting`;
  const url = await city.openAgain();
  const people = new Map<Role, Person>();
  const send = async <T>(who: Role, method: string, path: string, body?: object, revision?: number) => {
    const person =
      people.get(who) ??
      (await aPerson(city.deps.sql, city.deps.keys, { roles: [who], name: `Petugas ${who}` }));
    people.set(who, person);
    const response = await fetch(`${url}/api/v1/staff/${path}`, {
      method,
      headers: {
        ...person.headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(revision === undefined ? {} : { 'if-match': `"r${revision}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(response.status, `${path} ${await response.clone().text()}`).toBe(200);
    return (await response.json()) as T;
  };
  await send(
    'administrator',
    'PUT',
    'service-settings/krk',
    {
      ...EMPTY_SETTINGS,
      papers: [],
      serviceDays: 3,
      validity: { kind: 'untilPlanChanges' },
      numberPattern: '{nomor:4}/UJI-KRK/{tahun}',
      signer: { office: 'Dinas (uji)', title: 'Kepala (uji)' },
    },
    0,
  );

  const { page, complaints } = await aVisitor(browser, url, { viewport: DESKTOP });
  await page.goto(`/?c=${SMALL_CITY.inParcel.join(',')}&z=17`);
  await untilMapIsOpen(page);
  const canvas = await page.locator('.map canvas').boundingBox();
  if (canvas === null) throw new Error('no map');
  await page.mouse.click(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
  const apply = page.getByRole('link', { name: 'Ajukan KRK di sini' });
  await apply.waitFor({ state: 'attached' });
  await apply.evaluate((link: HTMLElement) => link.click());
  await page.getByRole('heading', { level: 1, name: 'Ajukan KRK' }).waitFor();
  expect(await page.getByText(/DATA CONTOH|uji coba/i).allTextContents()).toEqual([]);
  await next(page);
  await asks(page, 'Akan dibangun atau dilakukan apa?');
  await page.getByLabel('Uraian rencana').fill('Rumah tinggal');
  await next(page);
  await asks(page, 'Siapa yang mengajukan?');
  await page.getByLabel('Nama lengkap').fill('CONTOH Siti 張偉');
  await page.getByLabel('NIK', { exact: true }).fill('6471014107900001');
  await page.getByLabel('Alamat', { exact: true }).fill('Jalan Contoh 1');
  await page.getByLabel('Telepon', { exact: true }).fill('0812 0000 0000');
  await next(page);
  await page.getByLabel('Nomor bukti').fill('IMTN 12/2020');
  await next(page);
  await asks(page, 'Berkas apa yang disertakan?');
  await next(page);
  await asks(page, 'Periksa, lalu ajukan');
  await page.getByRole('button', { name: 'Ajukan', exact: true }).click();
  await page.locator('.krk-state', { hasText: 'Diajukan' }).waitFor();

  const [waiting] = (await send<Queue>('verifikator', 'GET', 'applications?state=diajukan')).applications;
  const path = `applications/${waiting?.applicationId}`;
  const seen = () => send<StaffApplication>('verifikator', 'GET', path);
  const step = async (who: Role, name: string) =>
    send<StaffApplication>(who, 'POST', `${path}/steps/${name}`, {}, (await seen()).revision);
  await step('petugasLayanan', 'takeUp');
  const { blockers, revision } = await step('petugasLayanan', 'acceptFile');
  const resolutions = blockers.map(({ name }) => ({ blocker: name, finding: 'Diperiksa (uji).' }));
  const sheet = { ...EMPTY_ENTRY, outcome: 'disetujuiSeluruhnya', resolutions };
  await send('analis', 'PUT', `${path}/sheet`, sheet, revision);
  await step('analis', 'propose');
  await step('verifikator', 'confirm');
  const { document, isTrial } = await step('pejabatPenandatangan', 'sign');
  expect([document?.number, isTrial]).toEqual(['0001/UJI-KRK/2026', false]);

  await page.reload();
  const link = page.locator('a[href$="/dokumen.pdf"]');
  const pdf = await page.request.get((await link.getAttribute('href')) ?? '');
  const file = join(city.deps.dataDirectory, 'krk-berlaku.pdf');
  writeFileSync(file, await pdf.body());
  expect(textOf(await pdf.body())).toContain('張偉');
  await page.goto(new URL(codeOnFirstPage(file) ?? '').pathname);
  await page.locator('.document-state', { hasText: 'BERLAKU' }).waitFor();
  const told = await page.content();
  expect(told).toContain('0001/UJI-KRK/2026');
  expect(told).not.toMatch(/UJI COBA|Siti|6471014107900001/);
  expect(complaints).toEqual([]);
}, 60_000);
