import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { SMALL_CITY } from '../../support/a-small-city.ts';
import { aVisitor, DESKTOP, until, untilMapIsOpen } from '../../support/a-visitor.ts';
import { launchChromium } from '../../support/chromium.ts';
import { findViolations } from '../../support/find-violations.ts';
import { tabTo } from '../../support/press-keys.ts';
import { type RunningCity, startSmallCity } from '../../support/small-city-server.ts';

let city: RunningCity;
let browser: Browser;
beforeAll(async () => {
  // The day on which something was seen comes from the clock of the telephone: both are of today.
  const clock = { now: () => new Date() };
  [city, browser] = await Promise.all([startSmallCity(undefined, { clock }), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const found: string[] = [];
beforeEach(() => {
  found.length = 0;
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

/** A photo of twelve megapixels on its side, as a telephone makes it: it says where, and with what. */
const fromTelephone = (): Promise<Buffer> =>
  sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: '#796' } })
    .composite([
      {
        input: Buffer.from(
          '<svg width="4000" height="3000"><pattern id="p" width="40" height="40" patternUnits="userSpaceOnUse"><rect width="20" height="20" fill="#fff"/><rect x="20" y="20" width="20" height="20" fill="#000"/></pattern><rect width="4000" height="3000" fill="url(#p)"/></svg>',
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
    database.close();
    return {
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

test('OFF01: a report with a photo is written and handed over without a network, survives the browser, arrives by itself, and is followed', async () => {
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
  await page.getByText('Pilih apa yang Anda lihat.').waitFor();
  await look(page, 'what, missing');
  await page.getByRole('radio', { name: /Membangun tanpa papan izin/ }).check();
  await page.getByLabel('Ceritakan yang Anda lihat').fill('Ruko empat lantai tanpa papan PBG.');
  await page.getByText('Tersimpan di ponsel ini, belum dikirim.').waitFor();
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
  await page.getByLabel('Ambil atau pilih foto').setInputFiles([
    { name: '../IMG 1.jpg', mimeType: 'image/jpeg', buffer: await fromTelephone() },
    { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<!doctype html><script>') },
  ]);
  // UPL01: what is no photo is refused with a sentence.
  await page.getByText('Berkas ini bukan foto. Pilih foto JPEG, PNG atau WebP.').waitFor();
  await page.getByAltText('Foto 1').waitFor();
  await look(page, 'photos');
  // Covered by keyboard alone, in the middle and two steps to the right of it.
  await page.getByRole('button', { name: 'Samarkan wajah atau pelat' }).click();
  await page.getByRole('dialog').waitFor();
  await tabTo(page, '.blur-picture');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.locator('.blur-state', { hasText: '2 bagian ditutup' }).waitFor();
  await look(page, 'covering');
  await page.getByRole('button', { name: 'Simpan foto yang disamarkan' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Hapus foto' }).and(page.locator(':enabled')).waitFor();
  await page.getByText('Tersimpan di ponsel ini, belum dikirim.').waitFor();
  const kept = await onDevice(page);
  expect(kept.states).toEqual(['draft']);
  expect(kept.plain).toBe(0);
  expect(kept.photos).toHaveLength(1);
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
  const spread = async (shareOfWidth: number): Promise<number> => {
    const [left, top] = [Math.round(about.width * shareOfWidth) - 20, Math.round(about.height / 2) - 20];
    const spot = await sharp(photo).extract({ left, top, width: 40, height: 40 }).png().toBuffer();
    const { channels } = await sharp(spot).stats();
    return Math.max(...channels.map(({ stdev }) => stdev));
  };
  expect([await spread(0.5), await spread(0.54)].every((one) => one < 3)).toBe(true);
  expect(await spread(0.1)).toBeGreaterThan(30);
  await goOn(page);

  await asks(page, 'Siapa yang boleh tahu ini dari Anda?');
  expect(await page.getByRole('radio', { name: /^Rahasia/ }).isChecked()).toBe(true);
  await look(page, 'who');
  await goOn(page);
  await page.getByText('Tulis nomor telepon atau surel agar dapat dikabari').waitFor();
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
  await page.getByText('Foto belum terkirim.').waitFor();
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
  const left = await onDevice(page);
  expect(left.states).toEqual(['received']);
  expect(left.words).not.toMatch(/Ruko|0812|116\.8/);
  expect(left.photos).toEqual([]);
  expect(await inRegister()).toEqual({ reports: before.reports + 1, photos: before.photos + 1 });

  // Followed by the secret link; the secret leaves the address at once.
  await page.getByRole('link', { name: 'Ikuti laporan ini' }).click();
  await page.getByRole('heading', { level: 2, name: 'Laporan Anda' }).waitFor();
  expect(new URL(page.url()).hash).toBe('');
  await page.getByText('Ruko empat lantai tanpa papan PBG.').waitFor();
  await page.getByAltText('Foto 1').first().waitFor();
  await look(page, 'followed');
  await page.locator('#pesan').fill('Sekarang lantai lima.');
  await page.locator('#foto').setInputFiles({
    name: 'susulan.jpg',
    mimeType: 'image/jpeg',
    buffer: await fromTelephone(),
  });
  await until(
    () =>
      page
        .locator('#foto')
        .evaluate(
          (input: HTMLInputElement) => (input.files?.[0]?.size ?? Number.POSITIVE_INFINITY) <= 400_000,
        ),
    'the photo is written anew before it is sent',
  );
  await page.locator('button[value=tulis]:enabled').click();
  await page.getByText('Sudah disimpan.').waitFor();
  await page.getByText('Sekarang lantai lima.').waitFor();

  // OFF04: off a telephone of many.
  await page.goto('/lapor');
  await page.getByRole('button', { name: 'Hapus semua laporan dari ponsel ini' }).click();
  await page.getByRole('button', { name: 'Ya, hapus semua' }).click();
  await page.locator('.report-device').waitFor({ state: 'detached' });
  expect((await onDevice(page)).states).toEqual([]);
  expect(found).toEqual([]);
  // What no network brought, a browser writes down; nothing else is wrong.
  expect(complaints.filter((one) => !/ERR_|network error/.test(one))).toEqual([]);
}, 120_000);

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
  await page.getByText('This phone was found, accurate to about 6 m. Is it here?').waitFor();
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

test('OFF02: a browser that keeps nothing says so before anybody leaves, gives a file, and sends all the same', async () => {
  const { page } = await aVisitor(browser, city.url, { bypassCSP: true, acceptDownloads: true });
  await page.addInitScript(() => {
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
  await goOn(page);
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
  expect(await page.locator('.krk-ticket').innerText()).toMatch(/^LAP-/);
  expect(await page.locator('.correction-link').getAttribute('href')).toMatch(
    /\/laporan\/LAP-[\w-]+#[\w-]{22}$/,
  );
  await look(page, 'received');
  expect(found).toEqual([]);
}, 60_000);
