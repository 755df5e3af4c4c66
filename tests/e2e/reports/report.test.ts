import { pino } from 'pino';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetPassingTries } from '../../../server/features/accounts/index.ts';
import { drainOutbox, openChannels } from '../../../server/features/outbox/index.ts';
import { forgetBrowser } from '../../../server/features/reports/index.ts';
import { aPerson } from '../../support/a-person.ts';
import { aPushService, type PushService } from '../../support/a-push-service.ts';
import { aReport, sentReport } from '../../support/a-report.ts';
import { SMALL_CITY } from '../../support/a-small-city.ts';
import { aVisitor, DESKTOP, until, untilMapIsOpen } from '../../support/a-visitor.ts';
import { launchChromium } from '../../support/chromium.ts';
import { findViolations } from '../../support/find-violations.ts';
import { tabTo } from '../../support/press-keys.ts';
import { type RunningCity, startSmallCity } from '../../support/small-city-server.ts';

let city: RunningCity;
let browser: Browser;
let service: PushService;
beforeAll(async () => {
  // The day on which something was seen comes from the clock of the telephone: both are of today.
  const clock = { now: () => new Date() };
  service = await aPushService();
  const reach = { pushServices: [service.origin] };
  const log = pino({ level: 'warn' }, { write: (line: string) => void warnings.push(line) });
  [city, browser] = await Promise.all([startSmallCity(undefined, { clock, reach, log }), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([city?.stop(), service?.close()]);
});

const found: string[] = [];
/** What the product wrote into its log. */
const warnings: string[] = [];
beforeEach(() => {
  found.length = 0;
  // Each journey is somebody else's, and all of them come from one address.
  forgetPassingTries(city.deps.keys);
});
/** What axe finds in a state, and whether anything is wider than the screen. */
async function look(page: Page, state: string): Promise<void> {
  found.push(...(await findViolations(page)).map((violation) => `${state}: ${violation}`));
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (width > 0) found.push(`${state}: ${width} pixels too wide`);
}
const asks = (page: Page, question: string) =>
  page.getByRole('heading', { level: 2, name: question, exact: true }).waitFor();
const goOn = (page: Page) => page.getByRole('button', { name: /^(?:Lanjut|Go on)$/ }).click();
const untilOffline = (page: Page): Promise<void> =>
  until(
    () =>
      page.evaluate(
        async () =>
          (await caches.match('/lapor?lang=id')) !== undefined && navigator.serviceWorker.controller !== null,
      ),
    'the form is kept for the time without a network',
  );
const backOnline = async (context: BrowserContext, page: Page): Promise<void> => {
  await context.setOffline(false);
  await page.evaluate(() => void window.dispatchEvent(new Event('online')));
};

/** A photo of twelve megapixels on its side, or smaller, as a telephone makes it: it says where, and with what. */
const fromTelephone = (scale = 1): Promise<Buffer> => {
  const [width, height] = [4_000 * scale, 3_000 * scale];
  return sharp({ create: { width, height, channels: 3, background: '#796' } })
    .composite([
      {
        input: Buffer.from(
          `<svg width="${width}" height="${height}"><pattern id="p" width="40" height="40" patternUnits="userSpaceOnUse"><rect width="20" height="20" fill="#fff"/><rect x="20" y="20" width="20" height="20" fill="#000"/></pattern><rect width="${width}" height="${height}" fill="url(#p)"/></svg>`,
        ),
      },
    ])
    .withExifMerge({
      IFD0: { Artist: 'KAMERA-RAHASIA' },
      IFD3: { GPSLatitude: '1/1 15/1 0/1', GPSLongitude: '116/1 51/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
};

/** Waits for what a screen reader is told, in the page or in the dialog over it. */
const hears = (page: Page, words: string, where = '') =>
  page.locator(`${where} [data-announcer]`, { hasText: words }).first().waitFor({ state: 'attached' });
const hasFocus = (page: Page, words: string) =>
  until(
    () => page.evaluate((text) => document.activeElement?.textContent === text, words),
    `the reading position is at ${words}`,
  );

/** Covers the first photo by keyboard alone, in the middle and two steps to the right of it, and hears what it does. */
async function cover(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Samarkan wajah atau pelat di foto 1', exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await page.locator('.blur-picture').waitFor();
  await tabTo(page, '.blur-picture');
  await hears(page, '50 % dari kiri, 50 % dari atas. Garis tengah 12 %', 'dialog');
  await page.keyboard.press('Enter');
  await hears(page, '1 bagian ditutup. 50 % dari kiri, 50 % dari atas.', 'dialog');
  await page.keyboard.press('+');
  await hears(page, 'Garis tengah 14 % dari sisi panjang foto', 'dialog');
  await page.keyboard.press('-');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await hears(page, '54 % dari kiri, 50 % dari atas', 'dialog');
  await page.keyboard.press('Enter');
  await page.locator('.blur-state', { hasText: '2 bagian ditutup' }).waitFor();
  await look(page, 'covering');
  await page.getByRole('button', { name: 'Simpan foto yang disamarkan' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await hears(page, 'Foto 1 disamarkan.');
  await hasFocus(page, 'Foto 1');
}

/** Nothing is left of the pattern where it was covered; beside it is as it was. */
async function expectCovered(photo: Buffer): Promise<void> {
  const { width, height } = await sharp(photo).metadata();
  const spread = async (shareOfWidth: number): Promise<number> => {
    const [left, top] = [Math.round(width * shareOfWidth) - 20, Math.round(height / 2) - 20];
    const spot = await sharp(photo).extract({ left, top, width: 40, height: 40 }).png().toBuffer();
    const { channels } = await sharp(spot).stats();
    return Math.max(...channels.map(({ stdev }) => stdev));
  };
  expect([await spread(0.5), await spread(0.54)].every((one) => one < 3)).toBe(true);
  expect(await spread(0.1)).toBeGreaterThan(30);
}

/** What of reports the city has. */
async function inRegister(): Promise<{ reports: number; photos: number }> {
  const [row] = await city.deps.sql<{ reports: number; photos: number }[]>`
    select count(distinct r.report_id)::int as reports, count(p.photo_id)::int as photos
    from report r left join report_photo p using (report_id)`;
  return row!;
}

/** What of reports lies on the device. */
const onDevice = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('one-map');
      request.onsuccess = () => resolve(request.result);
    });
    const all = await new Promise<{ state: string; body: unknown; attachments: { blob: Blob }[] }[]>(
      (resolve) => {
        const request = database.transaction('outbox').objectStore('outbox').getAll();
        request.onsuccess = () => resolve(request.result);
      },
    );
    const answers = await new Promise<number>((resolve) => {
      const request = database.transaction('answers').objectStore('answers').count();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return {
      answers,
      states: all.map(({ state }) => state),
      words: JSON.stringify(all.map(({ body }) => body)),
      photos: await Promise.all(
        all
          .flatMap(({ attachments }) => attachments)
          .map(async ({ blob }) => [...new Uint8Array(await blob.arrayBuffer())]),
      ),
      plain: localStorage.length + sessionStorage.length,
    };
  });

test('OFF01: a report with three photos is written and handed over without a network, survives the browser, arrives by itself, and is followed', async () => {
  const visitor = await aVisitor(browser, city.url, { bypassCSP: true });
  const { complaints } = visitor;
  let { page } = visitor;
  const context = page.context();
  const before = await inRegister();
  await page.goto('/lapor');
  await asks(page, 'Apa yang Anda lihat?');
  await until(
    () => page.evaluate(() => navigator.serviceWorker.ready.then((one) => one.active?.state === 'activated')),
    'the worker is active',
  );
  await page.reload();
  await untilOffline(page);
  await context.setOffline(true);
  await page.reload();
  await asks(page, 'Apa yang Anda lihat?');
  await look(page, 'what');
  await goOn(page);
  await page.locator('.form-error', { hasText: 'Pilih apa yang Anda lihat.' }).waitFor();
  await look(page, 'what, missing');
  await page.getByRole('radio', { name: /Membangun tanpa papan izin/ }).check();
  await page.getByLabel('Ceritakan yang Anda lihat').fill('Ruko empat lantai tanpa papan PBG.');
  await page.locator('.report-kept', { hasText: 'Tersimpan di ponsel ini, belum dikirim.' }).waitFor();
  await goOn(page);

  await asks(page, 'Di mana?');
  await page.getByText('Tulis koordinat').click();
  await page.getByLabel('Koordinat atau tautan peta').fill('-1.19475, 116.80505');
  await page.getByRole('button', { name: 'Pakai koordinat ini' }).click();
  await page.getByText('Pin terpasang di -1,19475; 116,80505.').waitFor();
  await page.getByText('Tanpa jaringan, aturan di titik ini belum dapat ditampilkan.').waitFor();
  await look(page, 'where, without a network');
  await goOn(page);
  await asks(page, 'Kapan Anda melihatnya?');
  await page.getByRole('radio', { name: 'Ya, masih' }).check();
  await look(page, 'when');
  await goOn(page);

  await asks(page, 'Ada foto?');
  const [taken, smaller] = await Promise.all([fromTelephone(), fromTelephone(0.3)]);
  await page.getByLabel('Ambil atau pilih foto').setInputFiles([
    { name: '../IMG 1.jpg', mimeType: 'image/jpeg', buffer: taken },
    { name: 'IMG 2.jpg', mimeType: 'image/jpeg', buffer: smaller },
    { name: 'IMG 3.jpg', mimeType: 'image/jpeg', buffer: smaller },
    { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<!doctype html><script>') },
  ]);
  // UPL01: what is no photo is refused with a sentence.
  await page.getByText('Berkas ini bukan foto. Pilih foto JPEG, PNG atau WebP.').waitFor();
  await page.getByAltText('Foto 3').waitFor();
  await look(page, 'photos');
  await cover(page);
  // Of a fourth one that goes again, the reading position is left at the one before it; each button has a name of its own.
  await page
    .getByLabel('Ambil atau pilih foto')
    .setInputFiles([{ name: 'IMG 4.jpg', mimeType: 'image/jpeg', buffer: smaller }]);
  await hears(page, 'Foto ditambahkan, sekarang 4.');
  await page.getByRole('button', { name: 'Hapus foto 4', exact: true }).click();
  await hears(page, 'Foto 4 dihapus, tersisa 3.');
  await hasFocus(page, 'Foto 3');
  const names = await page.locator('.report-photo-list button').allInnerTexts();
  expect(new Set(names).size).toBe(names.length);
  await page.locator('.report-kept', { hasText: 'Tersimpan di ponsel ini, belum dikirim.' }).waitFor();
  const kept = await onDevice(page);
  expect(kept.states).toEqual(['draft']);
  expect(kept.plain).toBe(0);
  expect(kept.photos).toHaveLength(3);
  const photo = Buffer.from(kept.photos[0]!);
  const about = await sharp(photo).metadata();
  // UPL04, UPL06: turned upright, small, and silent about its camera.
  expect([about.format, about.width / about.height]).toEqual(['jpeg', 0.75]);
  expect(about.height).toBeLessThanOrEqual(2_048);
  expect([about.exif, about.xmp, about.iptc, about.orientation]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(photo.byteLength).toBeLessThanOrEqual(400_000);
  expect(photo.includes('KAMERA-RAHASIA')).toBe(false);
  await expectCovered(photo);
  for (const other of kept.photos.slice(1)) expect(Buffer.from(other).includes('KAMERA-RAHASIA')).toBe(false);
  await goOn(page);

  await asks(page, 'Siapa yang boleh tahu ini dari Anda?');
  expect(await page.getByRole('radio', { name: /^Rahasia/ }).isChecked()).toBe(true);
  await look(page, 'who');
  await goOn(page);
  await page
    .locator('.form-error', { hasText: 'Tulis nomor telepon atau surel agar dapat dikabari' })
    .waitFor();
  await page.getByLabel('Telepon').fill('0812 0000 0000');
  await goOn(page);
  await asks(page, 'Periksa, lalu kirim');
  await page.getByText('0812 0000 0000').waitFor();
  await look(page, 'check');
  // Reloaded in the middle of it, the same tab goes on where it was.
  await page.reload();
  await asks(page, 'Periksa, lalu kirim');
  await page.getByText('0812 0000 0000').waitFor();
  await page.getByRole('button', { name: 'Kirim laporan' }).click();
  await page.locator('.report-state-large', { hasText: 'Menunggu jaringan' }).waitFor();
  await page.getByText('Foto belum terkirim.', { exact: true }).waitFor();
  await hears(page, 'Menunggu jaringan. Foto belum terkirim. Laporan dan fotonya tersimpan di ponsel ini.');
  await look(page, 'waiting');

  // The browser is gone, and somebody else opens it: it says that something waits, and not a word of it.
  await page.close();
  page = await context.newPage();
  await page.goto('/lapor');
  await page.locator('.report-device .report-state', { hasText: 'Menunggu jaringan' }).waitFor();
  expect(await page.locator('main').innerText()).not.toMatch(/Ruko|0812/);
  await look(page, 'on this phone');
  await backOnline(context, page);
  await page.locator('.report-device .report-state', { hasText: 'Sudah diterima kota' }).waitFor();
  await hears(page, 'Diterima. Nomor tiket LAP-');
  const left = await onDevice(page);
  expect(left.states).toEqual(['received']);
  expect(left.words).not.toMatch(/Ruko|0812|116\.8/);
  expect(left.photos).toEqual([]);
  expect(await inRegister()).toEqual({ reports: before.reports + 1, photos: before.photos + 3 });

  // Followed from this device: its secret is sent, and stands in no address that the history keeps.
  const visited: string[] = [];
  page.on('framenavigated', (frame) => visited.push(frame.url()));
  await page.getByRole('button', { name: 'Ikuti laporan ini' }).click();
  await page.getByRole('heading', { level: 2, name: 'Laporan Anda' }).waitFor();
  expect(new URL(page.url()).hash).toBe('');
  await page.getByText('Ruko empat lantai tanpa papan PBG.').waitFor();
  await page.getByAltText('Foto 3').first().waitFor();
  await look(page, 'followed');
  // With another key the list of this device still opens it, and no address on the way had a secret.
  // Nothing that cannot be brought back is one press.
  await page.getByRole('checkbox', { name: /buat kunci baru/ }).check();
  await page.getByRole('button', { name: 'Ganti kunci' }).click();
  await page.locator('[data-report-changed][data-kept]').waitFor();
  await look(page, 'another key');
  await page.goto('/lapor');
  await page.locator('.report-device').getByRole('button', { name: 'Ikuti laporan ini' }).click();
  await page.getByText('Ruko empat lantai tanpa papan PBG.').waitFor();
  expect(visited.filter((address) => /#[\w-]{22}$/.test(address))).toEqual([]);
  await page.locator('#pesan').fill('Sekarang lantai lima.');
  await page.locator('#foto').setInputFiles({
    name: 'susulan.jpg',
    mimeType: 'image/jpeg',
    buffer: smaller,
  });
  // Written anew before it is sent, and covered as in the first form.
  await page.locator('.report-photo-list').getByAltText('Foto 1').waitFor();
  await cover(page);
  const following = Buffer.from(
    await page
      .locator('#foto')
      .evaluate(async (input: HTMLInputElement) => [
        ...new Uint8Array((await input.files?.[0]?.arrayBuffer()) ?? new ArrayBuffer(0)),
      ]),
  );
  expect(following.byteLength).toBeLessThanOrEqual(400_000);
  expect(following.includes('KAMERA-RAHASIA')).toBe(false);
  await expectCovered(following);
  await look(page, 'followed, with a photo');
  await page.locator('button[value=tulis]:enabled').click();
  await page.getByText('Sudah disimpan.').waitFor();
  await page.getByText('Sekarang lantai lima.').waitFor();

  // OFF04: off a telephone of many, and with it what was looked at before.
  await page.goto(`/?p=${SMALL_CITY.inParcel.join(',')}`);
  await until(async () => (await onDevice(page)).answers > 0, 'the answer is kept');
  await page.goto('/lapor');
  await page.getByRole('button', { name: 'Hapus semua laporan dari ponsel ini' }).click();
  await page.getByRole('button', { name: 'Ya, hapus semua' }).click();
  await page.locator('.report-device').waitFor({ state: 'detached' });
  expect((await onDevice(page)).states).toEqual([]);
  await until(async () => (await onDevice(page)).answers === 0, 'no answer is kept any more');
  expect(found).toEqual([]);
  // What no network brought, a browser writes down; nothing else is wrong.
  expect(complaints.filter((one) => !/ERR_|network error/.test(one))).toEqual([]);
}, 180_000);

test('from the answer on the map: the pin is there, the device is asked and not believed, and the plan says its rules', async () => {
  const { page, complaints } = await aVisitor(browser, city.url, {
    bypassCSP: true,
    viewport: DESKTOP,
    language: 'en',
    colorScheme: 'dark',
    permissions: ['geolocation'],
    // GEO12: as far off as a city is wide.
    geolocation: { longitude: 116.8051, latitude: -1.1948, accuracy: 5_000 },
  });
  await page.goto(`/?p=${SMALL_CITY.inParcel.join(',')}`);
  const entrance = page.getByRole('link', { name: 'Report a violation here' });
  await entrance.waitFor({ state: 'attached' });
  await entrance.evaluate((link: HTMLElement) => link.click());
  await asks(page, 'What did you see?');
  await page.getByRole('button', { name: 'Where', exact: true }).click();
  await asks(page, 'Where?');
  await page.getByText('The pin is at -1.19475, 116.80505.').waitFor();
  await page.getByText('What the plan says at this point').waitFor();
  await page.getByText('R-3').first().waitFor();
  await page
    .getByText(/^Choose a rule|^Pick a rule|rule.*\(\d+\)/i)
    .first()
    .click();
  await page.locator('input[name=aturan]').nth(1).check();
  await untilMapIsOpen(page);
  await look(page, 'where, with the plan');

  await page.getByRole('button', { name: 'Propose where this phone is' }).click();
  await page.getByText('The location of the phone is rough: it may be 5,000 m off.').waitFor();
  await page.getByText('The pin is at -1.19475, 116.80505.').waitFor();
  await page.context().setGeolocation({ longitude: 116.8041, latitude: -1.1931, accuracy: 6 });
  await page.getByRole('button', { name: 'Propose where this phone is' }).click();
  const proposal = page.locator('.report-proposal');
  await proposal.getByText('This phone was found, accurate to about 6 m. Is it here?').waitFor();
  // In words, for whoever does not see the map: before it is accepted, and after.
  await proposal.getByText('Precise: about as wide as a house. Kelurahan BARAT; ').waitFor();
  await look(page, 'where, a proposal');
  await page.getByText('The pin is at -1.19475, 116.80505.').waitFor();
  await page.getByRole('button', { name: 'Yes, drop the pin here' }).click();
  await page.getByText('The pin is at -1.19310, 116.80410.').waitFor();
  // What a person puts by hand holds.
  await page.locator('.pin-map .map canvas').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByText('Dropped by hand.').waitFor();

  // GEO14: in another regency it is not taken, says by whom, and nothing is lost.
  await page.getByText('Type a coordinate').click();
  await page.getByLabel('Coordinate or map link').fill('-1.1, 116.75');
  await page.getByRole('button', { name: 'Use this coordinate' }).click();
  await page.getByText('Your draft stays on this phone.', { exact: false }).waitFor();
  await look(page, 'where, outside the city');
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
}, 60_000);

test.each(['id', 'en'] as const)(
  'at 200 % on a narrow phone every part of the form is as wide as the screen, and no step breaks inside a word: %s',
  async (language) => {
    const { page } = await aVisitor(browser, city.url, { viewport: { width: 180, height: 370 }, language });
    await page.goto('/lapor');
    const steps = page.locator('.report-steps button');
    await steps.nth(5).waitFor();
    for (let part = 0; part < 6; part += 1) {
      await steps.nth(part).click();
      await page.locator('.report-steps [aria-current=step]').waitFor();
      await look(page, `part ${part}`);
    }
    const broken = await steps.evaluateAll((buttons) =>
      buttons
        .map((button) => {
          const words = document.createRange();
          words.selectNodeContents(button);
          return { text: button.textContent ?? '', lines: words.getClientRects().length };
        })
        .filter(({ text, lines }) => lines > text.split(' ').length),
    );
    expect(broken).toEqual([]);
    expect(found).toEqual([]);
  },
);

test('the other language is the same report: words, photos, and the part that was open; also once it was handed over', async () => {
  const { page, complaints } = await aVisitor(browser, city.url, { bypassCSP: true });
  const [lon, lat] = SMALL_CITY.inParcel;
  await page.goto('/lapor');
  await page.getByRole('radio', { name: /Membangun tanpa papan izin/ }).check();
  await page.getByLabel('Ceritakan yang Anda lihat').fill('Rumah tiga lantai tanpa papan izin.');
  await page.getByRole('button', { name: 'Di mana', exact: true }).click();
  await page.getByText('Tulis koordinat').click();
  await page.getByLabel('Koordinat atau tautan peta').fill(`${lat}, ${lon}`);
  await page.getByRole('button', { name: 'Pakai koordinat ini' }).click();
  await page.locator('.report-pinned', { hasText: 'Kelurahan BARAT; sekitar 30 m dari Jalan Uji' }).waitFor();
  await page.getByRole('button', { name: 'Foto', exact: true }).click();
  await page
    .getByLabel('Ambil atau pilih foto')
    .setInputFiles([{ name: 'IMG.jpg', mimeType: 'image/jpeg', buffer: await fromTelephone(0.2) }]);
  await page.getByAltText('Foto 1').waitFor();
  await page.getByRole('link', { name: 'EN English' }).click();
  await asks(page, 'Are there photos?');
  await hasFocus(page, 'Are there photos?');
  await page.getByAltText('Photo 1').waitFor();
  expect(await page.locator('.report-device').count()).toBe(0);
  expect(await onDevice(page)).toMatchObject({ states: ['draft'], plain: 0 });
  await look(page, 'in the other language');
  await page.getByRole('button', { name: 'Who knows', exact: true }).click();
  await page.getByRole('radio', { name: /^Anonymous/ }).check();
  await goOn(page);
  await asks(page, 'Check it, then send it');
  await page.getByText('Rumah tiga lantai tanpa papan izin.').waitFor();
  await page.locator('.report-review', { hasText: 'Kelurahan BARAT; some 30 m from Jalan Uji' }).waitFor();
  await look(page, 'check, in words');
  await page.getByRole('button', { name: 'Send the report' }).click();
  const ticket = await page.locator('.krk-ticket').innerText();
  await hears(page, `Received. Ticket number ${ticket}.`);
  await page.getByRole('link', { name: 'ID Indonesia' }).click();
  await page.getByRole('heading', { level: 2, name: 'Laporan Anda' }).waitFor();
  expect(await page.locator('.krk-ticket').innerText()).toBe(ticket);
  // It is answered in the language in which it was sent.
  const [row] = await city.deps.sql`select language from report where ticket = ${ticket}`;
  expect(row).toEqual({ language: 'en' });
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
}, 60_000);

test('without a script the form goes over into the other language with all that is in it, and Enter sends it', async () => {
  const { page, complaints } = await aVisitor(browser, city.url, { javaScriptEnabled: false });
  await page.goto('/lapor');
  await page.getByRole('radio', { name: /Terlalu dekat ke jalan/ }).check();
  await page.getByLabel('Kelurahan', { exact: true }).selectOption('BARAT');
  await page.getByRole('textbox', { name: 'Patokan' }).fill('Seberang sekolah');
  await page.locator('[name=uraian]').fill('Warung berdiri di atas trotoar.');
  await page.locator('[name=tanggal]').fill('2026-01-02');
  await page.getByRole('radio', { name: /^Anonim/ }).check();
  const photo = await fromTelephone(0.05);
  await page.locator('[name=foto]').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('button', { name: 'EN English' }).click();
  await page.getByRole('button', { name: 'Send the report' }).waitFor();
  expect(page.url()).toBe(`${city.url}/lapor?lang=en`);
  expect(await page.locator('[name=kelurahan]').inputValue()).toBe('BARAT');
  expect(await page.locator('[name=uraian]').inputValue()).toBe('Warung berdiri di atas trotoar.');
  const before = await inRegister();
  await page.locator('[name=patokan]').press('Enter');
  await page.waitForURL(/\/laporan\/LAP-[\w-]+\?baru=1$/);
  expect(await inRegister()).toEqual({ reports: before.reports + 1, photos: before.photos + 1 });
  expect(complaints).toEqual([]);
}, 60_000);

test('turned away by a busy server, a report stays queued and goes by itself when the server has time', async () => {
  const { page } = await aVisitor(browser, city.url, { bypassCSP: true });
  await page.goto('/lapor');
  await page.getByRole('radio', { name: /Terlalu dekat ke jalan/ }).check();
  await page.getByLabel('Ceritakan yang Anda lihat').fill('Kios berdiri di atas parit.');
  await page.getByRole('button', { name: 'Di mana', exact: true }).click();
  await page.getByRole('radio', { name: 'Kelurahan dan patokan, tanpa peta' }).check();
  await page.getByLabel('Kelurahan', { exact: true }).selectOption('BARAT');
  await page.getByRole('textbox', { name: 'Patokan' }).fill('Seberang pasar');
  await page.getByRole('button', { name: 'Siapa tahu', exact: true }).click();
  await page.getByRole('radio', { name: /^Anonim/ }).check();
  await goOn(page);
  const before = await inRegister();
  const answers: [status: number, retryAfter: string | undefined, at: number][] = [];
  page.on('response', async (response) => {
    if (response.request().method() !== 'POST' || !response.url().endsWith('/api/v1/reports')) return;
    answers.push([response.status(), response.headers()['retry-after'], Date.now()]);
  });
  const crowd = await aCrowd();
  try {
    await page.getByRole('button', { name: 'Kirim laporan' }).click();
    await page.locator('.report-state-large', { hasText: 'Menunggu jaringan' }).waitFor();
    await hears(page, 'Menunggu jaringan. ');
    expect((await onDevice(page)).states).toEqual(['queued']);
    expect(answers[0]?.slice(0, 2)).toEqual([503, '5']);
  } finally {
    await crowd.goesHome();
  }
  // Nobody touches anything.
  await page
    .locator('.report-state-large')
    .getByText('Diterima', { exact: true })
    .waitFor({ timeout: 30_000 });
  await hears(page, 'Diterima. Nomor tiket LAP-');
  const [refused, ...later] = answers;
  expect(later.at(-1)?.[0]).toBe(201);
  expect((later[0]?.[2] ?? 0) - (refused?.[2] ?? 0)).toBeGreaterThanOrEqual(5_000);
  expect((await inRegister()).reports).toBe(before.reports + crowd.taken() + 1);
}, 90_000);

/** So many reports at once that no further one is written down or waits for it, as long as the table is held. */
async function aCrowd() {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let holding: Promise<unknown> = Promise.resolve();
  await new Promise<void>((isHeld) => {
    holding = city.deps.sql.begin(async (tx) => {
      await tx`lock table report_once in access exclusive mode`;
      isHeld();
      await held;
    });
  });
  const statuses: number[] = [];
  const sending = Array.from({ length: 70 }, async () => {
    const response = await fetch(`${city.url}/api/v1/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(aReport()),
    });
    statuses.push(response.status);
  });
  await until(async () => statuses.includes(503), 'the server is full');
  return {
    taken: () => statuses.filter((status) => status === 201).length,
    goesHome: async (): Promise<void> => {
      letGo();
      await Promise.all([holding, ...sending]);
      // It came from everywhere: what it spent is not what this reporter has left.
      forgetPassingTries(city.deps.keys);
    },
  };
}

test('similar reports are offered without their places or their authors, supported, and its supporter told on this device', async () => {
  const [lon, lat] = SMALL_CITY.inZone1;
  const tickets: string[] = [];
  for (let neighbour = 0; neighbour < 3; neighbour += 1) {
    const sent = await sentReport(
      { request: (path, init) => fetch(`${city.url}${path}`, init) },
      {
        category: 'pengupasanLahan',
        description: 'Parit di depan rumah saya diurug truk malam-malam.',
        identity: { kind: 'confidential', name: 'Sri Pelapor', email: 'sri@example.id' },
      },
    );
    tickets.push(sent.ticket);
  }
  // As they stand once staff have looked at them, some days later.
  const { sql } = city.deps;
  await sql`update violation_case set state = 'terverifikasi' where ticket in ${sql(tickets)}`;
  await sql`update report set received_at = received_at - interval '3 days' where ticket in ${sql(tickets)}`;
  const { page, complaints } = await aVisitor(browser, city.url, {
    bypassCSP: true,
    permissions: ['notifications'],
  });
  // No network leads to the service of a real browser: what it would give is given by ours.
  await page.addInitScript((given) => {
    PushManager.prototype.getSubscription = async () => null;
    PushManager.prototype.subscribe = async (options) => {
      sessionStorage.setItem('key', String(options?.applicationServerKey));
      return given as unknown as PushSubscription;
    };
  }, service.subscribe());
  await page.goto(`/lapor#${lon + 0.0002},${lat + 0.0001}`);
  await asks(page, 'Apa yang Anda lihat?');
  await page.getByRole('radio', { name: /Lahan dikupas/ }).check();
  await page.getByLabel('Ceritakan yang Anda lihat').fill('Saluran air tertutup tanah.');
  await goOn(page);
  await asks(page, 'Di mana?');
  await page.getByRole('radio', { name: /^Saya mendukung/ }).waitFor();
  await look(page, 'where, with a similar report');
  const told = await page.locator('main').innerText();
  for (const hidden of [...tickets, 'Parit di depan', 'Sri', lon.toFixed(4), String(lat)])
    expect(told).not.toContain(hidden);
  await page.getByRole('radio', { name: /^Saya mendukung/ }).check();
  await goOn(page);
  await asks(page, 'Kapan Anda melihatnya?');
  await page.getByRole('radio', { name: 'Ya, masih' }).check();
  await goOn(page);
  await asks(page, 'Ada foto?');
  await goOn(page);
  await asks(page, 'Siapa yang boleh tahu ini dari Anda?');
  await page.getByRole('radio', { name: /^Anonim/ }).check();
  await goOn(page);
  await page.getByRole('button', { name: 'Kirim laporan' }).click();
  await page.locator('.report-state-large').getByText('Diterima', { exact: true }).waitFor();
  const link = await page.locator('.correction-link').innerText();
  const ticket = /LAP-[0-9A-Z-]{11}/.exec(link)?.[0] ?? '';
  const [supported] = await city.deps.sql`
    select o.ticket, r.report_id as id from report r join report o on o.report_id = r.supports where r.ticket = ${ticket}`;
  expect(tickets).toContain(supported?.ticket);

  await page.goto(`/laporan/${ticket}${new URL(link).hash}`);
  await page.getByRole('heading', { level: 2, name: 'Laporan Anda' }).waitFor();
  await page.getByRole('button', { name: 'Kabari di perangkat ini' }).click();
  await page.getByText('Perangkat yang Anda minta').waitFor();
  const [key] = city.deps.keys.pushKeys('push');
  expect(await page.evaluate(() => sessionStorage.getItem('key'))).toBe(
    Buffer.from(key!.publicKey).toString('base64url'),
  );
  await look(page, 'followed, told on this device');
  const petugas = await aPerson(city.deps.sql, city.deps.keys, { roles: ['petugasLayanan'] });
  const answered = await fetch(`${city.url}/api/v1/staff/reports/${supported?.id}/messages`, {
    method: 'POST',
    headers: { ...petugas.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ messageId: crypto.randomUUID(), text: 'Kami periksa besok pagi.' }),
  });
  expect(answered.status).toBe(200);
  const settings = {
    smtpUrl: undefined,
    mailFrom: 'peta@example.go.id',
    dataDirectory: city.deps.dataDirectory,
  };
  const channels = openChannels(settings, city.deps, (browserId) => forgetBrowser(city.deps.sql, browserId));
  await drainOutbox({ ...city.deps, channels });
  const [message] = service.taken;
  // What the service brought is handed to the worker, which shows it; nobody who sees the screen reads more.
  await deliver(page, JSON.stringify(message?.said));
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).map(({ title, body, data }) => ({ title, body, data }));
    });
  await until(async () => (await shown()).length > 0, 'the news is shown');
  expect(await shown()).toEqual([
    { title: 'Ada kabar baru', body: 'Ketuk untuk membacanya.', data: '/laporan' },
  ]);
  await page.getByRole('button', { name: 'Hentikan kabar ke semua perangkat' }).click();
  await page.getByText('Anda belum dikabari lewat apa pun').waitFor();
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
}, 60_000);

/** Gives the worker of a page a message as its browser does when one has come. */
async function deliver(page: Page, data: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [registration] = registrations;
      if (registration !== undefined) resolve(registration.registrationId);
    }),
  );
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.deliverPushMessage', {
    origin: city.url,
    registrationId: await registered,
    data,
  });
}

test('OFF02, TIL07: a browser that keeps nothing and draws no map says so before anybody leaves, gives a file, and sends all the same', async () => {
  const { page } = await aVisitor(browser, city.url, { bypassCSP: true, acceptDownloads: true });
  await page.addInitScript(() => {
    const draw = HTMLCanvasElement.prototype.getContext as (kind: string, ...more: unknown[]) => unknown;
    Object.assign(HTMLCanvasElement.prototype, {
      getContext(this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
        return kind.startsWith('webgl') ? null : draw.call(this, kind, ...more);
      },
    });
    Object.defineProperty(window, 'indexedDB', {
      value: {
        open: () => {
          throw new DOMException('private', 'SecurityError');
        },
      },
    });
  });
  await page.goto('/lapor');
  await page.getByRole('radio', { name: /Terlalu dekat ke jalan/ }).check();
  await page.getByText('Peramban ini tidak menyimpan apa pun').waitFor();
  await look(page, 'keeps nothing');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Simpan sebagai berkas' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('laporan.json');
  await page.getByLabel('Ceritakan yang Anda lihat').fill('Warung berdiri di atas trotoar.');
  await page.getByRole('checkbox', { name: /^Pelakunya pegawai atau kantor pemerintah/ }).check();
  await goOn(page);
  await page.getByText('Peta tidak dapat digambar di perangkat ini.').waitFor();
  await look(page, 'where, without a map');
  await page.getByRole('radio', { name: 'Kelurahan dan patokan, tanpa peta' }).check();
  await page.getByLabel('Kelurahan', { exact: true }).selectOption('BARAT');
  await page.getByRole('textbox', { name: 'Patokan' }).fill('Seberang sekolah');
  await look(page, 'where, in words');
  await page.getByRole('button', { name: 'Siapa tahu', exact: true }).click();
  await page.getByRole('radio', { name: /^Anonim/ }).check();
  await look(page, 'anonymous');
  await goOn(page);
  await page.getByRole('button', { name: 'Kirim laporan' }).click();
  await page.locator('.report-state-large').getByText('Diterima', { exact: true }).waitFor();
  const ticket = await page.locator('.krk-ticket').innerText();
  expect(ticket).toMatch(/^LAP-/);
  const [withheld] = await city.deps.sql`
    select c.is_withheld as is from violation_case c join report r using (case_id) where r.ticket = ${ticket}`;
  expect(withheld).toEqual({ is: true });
  expect(await page.locator('.correction-link').innerText()).toMatch(/\/laporan\/LAP-[\w-]+#[\w-]{22}$/);
  await look(page, 'received');
  expect(found).toEqual([]);
}, 60_000);

test('XSS08: a script that a broken template lets through does not run, and the product learns of it, not who saw it', async () => {
  const { page } = await aVisitor(browser, city.url);
  const place = '116.80505';
  await page.route('**/lapor*', async (route) => {
    const response = await route.fetch();
    const broken = '<script>globalThis.ran = 1</script><img src="/x" onerror="globalThis.ran = 1">';
    await route.fulfill({ response, body: (await response.text()).replace('</h1>', `</h1>${broken}`) });
  });
  warnings.length = 0;
  await page.goto(`/lapor?lon=${place}&lat=-1.19475`);
  const told = () => warnings.filter((line) => line.includes('its policy forbids'));
  await until(async () => told().length >= 2, 'the browser tells of both');
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  const reports = told().map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(reports.map(({ directive }) => directive).sort()).toEqual(['script-src-attr', 'script-src-elem']);
  for (const report of reports) expect(report).toMatchObject({ blocked: 'inline', page: '/lapor' });
  expect(warnings.join('')).not.toContain(place);
});
