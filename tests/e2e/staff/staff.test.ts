import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { square, writePlanFile } from '../../support/a-plan-file.ts';
import { SMALL_CITY } from '../../support/a-small-city.ts';
import { aVisitor, DESKTOP, PHONE, until, untilMapIsOpen } from '../../support/a-visitor.ts';
import { launchChromium } from '../../support/chromium.ts';
import { findViolations } from '../../support/find-violations.ts';
import { oneTimeCode } from '../../support/one-time-code.ts';
import { chooseOn, pressOn, typeOn } from '../../support/press-keys.ts';
import { type RunningCity, startSmallCity } from '../../support/small-city-server.ts';
import { aColleague, readInvitation, startWorkers } from '../../support/staff-at-work.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const EMAIL = 'siti@dinas.example.go.id';
const PASSWORD = 'empat kapal biru pelan';
const DAY_MS = 86_400_000;

let city: RunningCity;
let browser: Browser;
let stopWorking: () => Promise<void>;
const folder = makeTemporaryFolder('staff-journey');
beforeAll(async () => {
  // Codes of a phone are counted by the real clock.
  const clock = { now: () => new Date() };
  [city, browser] = await Promise.all([startSmallCity(undefined, { clock }), launchChromium()]);
  stopWorking = startWorkers(city);
});
afterAll(async () => {
  await browser?.close();
  await stopWorking?.();
  await city?.stop();
  folder.remove();
});

/** The two zones of the small city, roughly; the west has this code. */
const zonesFile = (name: string, code: string): string =>
  writePlanFile(folder.path, name, [
    { rings: [square(0, 0, 1100)], properties: { KODSZN: code } },
    { rings: [square(1113, 0, 1000)], properties: { KODSZN: 'K-1' } },
  ]);

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const state = (page: Page, name: string) =>
  page.locator('.screen-lead .mark').getByText(name, { exact: true }).waitFor();
const tab = (page: Page, name: RegExp) =>
  pressOn(page, page.getByRole('navigation', { name: 'Bagian rilis' }).getByRole('link', { name }));
const button = (within: Page | Locator, name: string) => within.getByRole('button', { name });

/** What a state of a screen owes to whoever has a keyboard alone: no violation, and a place to go on from. */
async function isSound(page: Page, where: string): Promise<void> {
  expect(await findViolations(page), where).toEqual([]);
  const isSomewhere = await page.evaluate(() => document.activeElement !== document.body);
  expect(isSomewhere, `${where}: the keyboard is somewhere`).toBe(true);
}
const isAnnounced = (page: Page, text: string) =>
  until(
    async () => (await page.locator('[data-announcer]').first().innerText()).includes(text),
    `“${text}” is announced`,
  );

/** What a citizen reads about a place on a day: the zone of the page that needs no script. */
async function zoneSaid(on?: string): Promise<string> {
  const { page, complaints } = await aVisitor(browser, city.url, { javaScriptEnabled: false });
  await page.goto(`/lokasi/${SMALL_CITY.inZone1.join(',')}${on === undefined ? '' : `?on=${on}`}`);
  const said = await page.locator('.zone-code').first().innerText();
  expect(complaints).toEqual([]);
  await page.context().close();
  return said;
}

async function approve(page: Page, releaseAddress: string, number: string | null): Promise<void> {
  await page.goto(releaseAddress);
  await state(page, 'Diajukan');
  await pressOn(page, button(page, 'Setujui dan terbitkan'));
  const dialog = page.getByRole('dialog');
  // Nothing behind it is reached, and Escape leads back to where it was opened.
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Setujui dan terbitkan');
  await page.keyboard.press('Enter');
  // Going back brings no new law: one line does. The plan itself takes a whole decree.
  if (number === null) await typeOn(page, dialog.getByLabel('Nomor ketetapan'), 'CONTOH pemulihan');
  else {
    await pressOn(page, dialog.getByRole('button', { name: 'Setujui dan terbitkan' }));
    await dialog.locator('.form-error').first().waitFor();
    expect(
      await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')),
      'the keyboard is on the first field that is wrong',
    ).toBe('true');
    await isSound(page, 'an approval that is not whole');
    await typeOn(page, dialog.getByLabel('Jenis'), 'CONTOH');
    await typeOn(page, dialog.getByLabel('Nomor', { exact: true }), number);
    await typeOn(page, dialog.getByLabel('Tentang'), 'uji');
    await typeOn(page, dialog.getByLabel('Tanggal ketetapan'), '02012026');
  }
  await pressOn(page, dialog.getByRole('button', { name: 'Setujui dan terbitkan' }));
  await state(page, 'Terbit');
  await isAnnounced(page, 'Terbit');
  await isSound(page, 'a release that is published');
}

/** The list of layers of rules: its option begins with the name of the layer. */
async function chooseRules(page: Page): Promise<void> {
  const list = page.getByLabel('Lapisan peraturan yang menjelaskan kodenya');
  const name = await list.locator('option[value=rules-uji]').innerText();
  await typeOn(page, list, name);
  expect(await list.inputValue()).toBe('rules-uji');
}

test('from an invitation to the citizen’s map, and back again, with the keyboard alone', async () => {
  expect(await zoneSaid()).toContain('R-3');

  // An administrator invites; the mail leads to a password and a second factor.
  const admin = await aColleague(browser, city, 'CONTOH Administrator', ['administrator']);
  await admin.page.goto('/konsol/orang');
  await pressOn(admin.page, button(admin.page, 'Undang orang'));
  const invitation = admin.page.getByRole('dialog');
  await typeOn(admin.page, invitation.getByLabel('Surel'), EMAIL);
  await pressOn(admin.page, invitation.getByLabel('Walidata'), 'Space');
  await pressOn(admin.page, button(invitation, 'Kirim undangan'));
  await admin.page.getByText(EMAIL).first().waitFor();

  const { page, complaints } = await aVisitor(browser, city.url, { viewport: DESKTOP, bypassCSP: true });
  await page.goto(await readInvitation(city, EMAIL));
  await typeOn(page, page.getByLabel('Nama lengkap'), 'CONTOH Siti Rahma');
  await typeOn(page, page.getByLabel('Kata sandi baru'), PASSWORD);
  await pressOn(page, button(page, 'Buat akun'));
  await heading(page, 'Pasang verifikasi dua langkah');
  const secret = (await page.locator('.account-secret').innerText()).replace(/\s/g, '');
  await typeOn(page, page.getByLabel(/kode yang kini tampil/), oneTimeCode(secret));
  await pressOn(page, button(page, 'Pasang'));
  await heading(page, 'Akun saya');

  // A file with a code that no rule knows; the line breaks once on its way.
  let isBroken = false;
  await page.route('**/api/v1/staff/uploads/*', (route) => {
    if (route.request().method() !== 'PATCH' || isBroken) return route.continue();
    isBroken = true;
    return route.abort('connectionreset');
  });
  await page.goto('/konsol/lapisan');
  await pressOn(page, page.getByRole('link', { name: /rdtr-uji/ }));
  await pressOn(page, page.getByRole('link', { name: 'Unggah versi baru' }));
  await heading(page, 'Unggah');
  await chooseOn(page, page.locator('input[type=file]'), zonesFile('salah.geojsonl', 'ZZ-9'));
  await page.getByText('Tersimpan utuh').waitFor();
  expect(isBroken).toBe(true);
  await pressOn(page, page.locator('.upload-reading summary'));
  await chooseRules(page);
  await typeOn(page, page.getByLabel('Kode peraturan di dalamnya'), 'rdtr');
  // What is missing is where the keyboard goes on.
  await pressOn(page, button(page, 'Buat rilis dan periksa'));
  await until(
    () => page.getByLabel('Judul rilis').evaluate((field) => field === document.activeElement),
    'the keyboard is on the field that is missing',
  );
  await page.keyboard.type('Revisi uji');
  await isSound(page, 'a file that is stored');
  await pressOn(page, button(page, 'Buat rilis dan periksa'));

  // It is found, it blocks, and it has its place.
  await heading(page, 'Revisi uji');
  await state(page, 'Diperiksa');
  const found = page.locator('.finding').filter({ hasText: 'ZZ-9' });
  await found.getByText('Menghalangi').waitFor();
  await pressOn(page, button(found, 'Lihat di peta'));
  await page.locator('.finding-chosen').filter({ hasText: 'ZZ-9' }).waitFor();
  expect(new URL(page.url()).searchParams.get('temuan')).not.toBeNull();
  await isAnnounced(page, 'ZZ-9');
  await isSound(page, 'a finding on the map');
  expect(await page.getByRole('button', { name: 'Ajukan' }).count()).toBe(0);

  // Mended: the same release with a better file.
  await pressOn(page, page.getByRole('link', { name: 'Ganti berkas' }));
  await pressOn(page, button(page, 'Ganti berkasnya'));
  await chooseOn(page, page.locator('input[type=file]'), zonesFile('benar.geojsonl', 'K-1'));
  await page.getByText('Tersimpan utuh').waitFor();
  await pressOn(page, page.locator('.upload-reading summary'));
  await chooseRules(page);
  await typeOn(page, page.getByLabel('Kode peraturan di dalamnya'), 'rdtr');
  await pressOn(page, button(page, 'Periksa lagi'));
  await page.getByRole('button', { name: 'Ajukan' }).waitFor();

  // What it changes, as words and on the map.
  await tab(page, /Perbandingan/);
  const impact = page.getByRole('region', { name: /^Kegiatan yang putusannya berubah/ });
  await impact.getByRole('row', { name: /Rumah tunggal.*Diizinkan.*Tidak diizinkan/ }).waitFor();
  await page.getByRole('row', { name: /^R-3 K-1/ }).waitFor();
  await pressOn(page, button(page, 'Geser sebelum dan sesudah'));
  const divider = page.getByRole('slider', { name: 'Garis pembagi peta' });
  await divider.waitFor();
  const stood = await divider.getAttribute('aria-valuenow');
  await pressOn(page, divider, 'ArrowRight');
  await until(
    async () => (await divider.getAttribute('aria-valuenow')) !== stood,
    'an arrow moves the line that divides the map',
  );
  await isSound(page, 'a comparison');

  // Submitted; whoever made it cannot decide, and nothing has changed for citizens.
  await pressOn(page, button(page, 'Ajukan'));
  await state(page, 'Diajukan');
  await isAnnounced(page, 'Diajukan');
  await isSound(page, 'a release that was submitted');
  await page.getByText('jadi orang lain yang memutuskan').waitFor();
  expect(await zoneSaid()).toContain('R-3');

  const second = await aColleague(browser, city, 'CONTOH Pejabat', ['pejabatPenandatangan'], {
    bypassCSP: true,
  });
  await second.page.goto('/konsol');
  await second.page
    .getByRole('region', { name: 'Menunggu keputusan Anda' })
    .getByText('Revisi uji')
    .waitFor();
  await approve(second.page, new URL(page.url()).pathname, '9');
  expect(await zoneSaid()).toContain('K-1');
  const yesterday = new Date(Date.now() - DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10);
  expect(await zoneSaid(yesterday)).toContain('R-3');

  // A fresh browser's answer says the same, and so does its map: what it has drawn, out of the new tiles.
  const citizen = await aVisitor(browser, city.url, { viewport: DESKTOP });
  const received = new Set<string>();
  citizen.page.on('response', (response) => {
    const version = /\/tiles\/rdtr-uji\/([0-9a-f]{16})\//.exec(response.url())?.[1];
    if (version !== undefined && response.ok()) received.add(version);
  });
  await citizen.page.goto(`/?p=${SMALL_CITY.inZone1.join(',')}`);
  await until(
    async () => (await citizen.page.locator('.sheet, .panel, main').first().innerText()).includes('K-1'),
    'the answer names the new zone',
  );
  await untilMapIsOpen(citizen.page);
  await citizen.page.locator('#alat').click();
  await citizen.page.getByRole('button', { name: 'Daftar zona di layar' }).click();
  const drawn = citizen.page.locator('.zone-list button strong');
  await drawn.first().waitFor();
  expect(new Set(await drawn.allInnerTexts())).toEqual(new Set(['K-1']));
  const pointer = await (await fetch(`${city.url}/tiles/rdtr-uji/current.json`)).json();
  expect([...received]).toEqual([pointer.versionId]);
  expect(citizen.complaints).toEqual([]);

  // Back: from the timeline, again by two people.
  await page.goto('/konsol/lapisan/rdtr-uji?bagian=riwayat');
  await pressOn(page, button(page, 'Kembalikan versi ini').first());
  await typeOn(page, page.getByRole('dialog').getByLabel('Alasan'), 'Kode keliru di sisi barat.');
  await isSound(page, 'a way back');
  await pressOn(page, button(page, 'Buat rilis pengembalian'));
  await state(page, 'Diajukan');
  await approve(second.page, new URL(page.url()).pathname, null);
  expect(await zoneSaid()).toContain('R-3');
  await page.goto('/konsol/lapisan/rdtr-uji?bagian=riwayat');
  await until(async () => (await page.locator('.timeline-step').count()) >= 3, 'three publications');
  const expected = [
    // The line that was broken on purpose.
    /ERR_CONNECTION_RESET \/api\/v1\/staff\/uploads\//,
    // Before there is a session, the console asks who is there and is told nobody.
    / 401 .*\/api\/v1\/accounts\/me$/,
    // A release whose file has not been read yet holds nothing to compare.
    / 404 .*\/api\/v1\/staff\/releases\/[0-9a-f-]{36}\/comparison$/,
  ];
  expect(complaints.filter((one) => !expected.some((kind) => kind.test(one)))).toEqual([]);
  expect([...second.complaints, ...admin.complaints]).toEqual([]);
}, 180_000);

test('a large file: the line is cut, the page is loaded anew, and what was sent is not sent again', async () => {
  const { page } = await aColleague(browser, city, 'CONTOH Pengunggah', ['walidata']);
  const bytes = randomBytes(24 * 1_048_576);
  const path = join(folder.path, 'besar.gpkg');
  writeFileSync(path, bytes);
  const sent: { at: number; status: number }[] = [];
  page.on('response', (response) => {
    const request = response.request();
    if (request.method() === 'PATCH')
      sent.push({ at: Number(request.headers()['upload-offset']), status: response.status() });
  });
  // After nine pieces the line is gone.
  let pieces = 0;
  await page.route('**/api/v1/staff/uploads/*', (route) => {
    if (route.request().method() !== 'PATCH' || ++pieces <= 9) return route.continue();
    return route.abort('internetdisconnected');
  });
  await page.goto('/konsol/unggah');
  await heading(page, 'Unggah');
  await page.locator('input[type=file]').first().setInputFiles(path);
  await page.getByText('Sambungan terputus.').waitFor();
  await page.unroute('**/api/v1/staff/uploads/*');
  await page.reload();
  await page.getByText('Unggahan yang belum selesai di perangkat ini').waitFor();
  await page.locator('input[type=file]').first().setInputFiles(path);
  await page.getByText('Tersimpan utuh').waitFor();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await page.locator('code.hash').innerText()).toBe(sha256);
  expect(readFileSync(join(city.deps.dataDirectory, 'files', sha256)).equals(bytes)).toBe(true);
  // Every piece arrived once, in its order, over both lines.
  const arrived = sent.filter(({ status }) => status < 300).map(({ at }) => at / 1_048_576);
  expect(arrived).toEqual(Array.from({ length: 24 }, (_, piece) => piece));
}, 90_000);

test('rules are edited as a sheet: what is wrong stands at its cell, is undone, goes out and comes in as a file', async () => {
  const { page, complaints } = await aColleague(browser, city, 'CONTOH Aturan', ['walidata'], {
    bypassCSP: true,
  });
  await page.goto('/konsol/aturan/rules-uji?tabel=intensity');
  const cell = page.getByLabel(/^Nilai, Baris 1$/);
  await cell.waitFor();
  const before = await cell.inputValue();
  await cell.fill('banyak');
  await page.locator('.grid-wrong .grid-finding').waitFor();
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await page.locator('.grid-wrong').waitFor({ state: 'detached' });
  expect(await cell.inputValue()).toBe(before);

  // Both files go out as the sheet stands; a formula in the one that comes back is a text.
  await page.locator('.rules-draft details summary').click();
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh CSV tabel ini' }).click(),
  ]);
  const [xlsx] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh semua (XLSX)' }).click(),
  ]);
  const text = readFileSync(await csv.path(), 'utf8');
  const edited = join(folder.path, 'intensity.csv');
  const changed = String(Number(before) + 1);
  const lines = text.split('\r\n');
  lines[1] = lines[1]!
    .split(',')
    .map((one) => (one === before ? changed : one))
    .join(',');
  writeFileSync(edited, lines.join('\r\n'));
  const file = page.locator('.rules-draft input[type=file]');
  await file.setInputFiles(edited);
  await until(async () => (await cell.inputValue()) === changed, 'the table of the file is shown');
  await file.setInputFiles(
    await xlsx.path().then((path) => {
      const named = join(folder.path, 'semua.xlsx');
      copyFileSync(path, named);
      return named;
    }),
  );
  await until(async () => (await cell.inputValue()) === before, 'the tables of the workbook are shown');
  await file.setInputFiles(edited);
  await until(async () => (await cell.inputValue()) === changed, 'the table of the file is shown again');

  // How a zone looks is edited on the same sheets: its colour picked, that it is provisional, what it is called.
  await page.goto('/konsol/aturan/rules-uji?tabel=zone-codes');
  const color = page.getByLabel(/^Warna, Baris 1$/);
  await color.waitFor();
  expect(await page.getByLabel(/^Nilai/).count()).toBe(0);
  await page.getByLabel('Warna, Baris 1: pilih warna').fill('#12ab9f');
  await until(async () => (await color.inputValue()) === '#12ab9f', 'the colour stands in its cell');
  await page.getByLabel(/^Warna sementara, Baris 1$/).fill('mungkin');
  await page.locator('.grid-wrong .grid-finding').waitFor();
  await page.getByLabel(/^Warna sementara, Baris 1$/).fill('ya');
  await page.locator('.grid-wrong').waitFor({ state: 'detached' });
  await page.getByLabel(/^Nama zona, Baris 1$/).fill('Perumahan (uji)');
  expect(await findViolations(page)).toEqual([]);
  await page.getByLabel('Nama draf').fill('Naik satu (uji)');
  await page.getByRole('button', { name: 'Simpan sebagai draf' }).click();
  await page.locator('p.published', { hasText: 'Draf tersimpan.' }).waitFor();
  await page.getByRole('button', { name: 'Jadikan rilis' }).first().click();
  await heading(page, 'Aturan: Naik satu (uji)');
  await state(page, 'Diperiksa');
  await tab(page, /Perbandingan/);
  await page.getByText('#12ab9f').first().waitFor();
  await page.getByText('Perumahan (uji)').first().waitFor();
  expect(complaints).toEqual([]);
}, 90_000);

test('two people save one record: both states are shown, and nobody’s words are lost', async () => {
  const first = await aColleague(browser, city, 'CONTOH Satu', ['walidata']);
  const other = await aColleague(browser, city, 'CONTOH Dua', ['walidata'], { viewport: PHONE });
  for (const { page } of [first, other]) {
    await page.goto('/konsol/lapisan/banjir-uji');
    await page.getByLabel('Lisensi').waitFor();
  }
  await first.page.getByLabel('Lisensi').fill('CC BY 4.0');
  await first.page.getByRole('textbox', { name: /^Walidata/ }).fill('Bappeda (uji)');
  await first.page.getByRole('button', { name: 'Simpan' }).click();
  await first.page.getByRole('button', { name: 'Batalkan perubahan ini' }).waitFor();

  await other.page.getByLabel('Lisensi').fill('ODbL 1.0');
  await other.page.getByRole('button', { name: 'Simpan' }).click();
  await other.page.getByRole('heading', { name: 'Orang lain menyimpan lebih dahulu' }).waitFor();
  const licence = other.page.getByRole('group', { name: 'Lisensi' });
  expect(await licence.innerText()).toMatch(/ODbL 1\.0[\s\S]*CC BY 4\.0/);
  await licence.getByText('Isian Anda').click();
  await other.page.getByRole('button', { name: 'Simpan pilihan ini' }).click();
  await until(
    async () => (await other.page.getByLabel('Lisensi').inputValue()) === 'ODbL 1.0',
    'the choice is saved',
  );
  expect(await other.page.getByRole('textbox', { name: /^Walidata/ }).inputValue()).toBe('Bappeda (uji)');

  // Undone by whoever did it.
  await other.page.getByRole('button', { name: 'Batalkan perubahan ini' }).click();
  await until(
    async () => (await other.page.getByLabel('Lisensi').inputValue()) === 'CC BY 4.0',
    'the change is taken back',
  );
}, 90_000);
