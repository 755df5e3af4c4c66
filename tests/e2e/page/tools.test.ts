import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { distanceM } from '#domain/geo/measure';
import { SMALL_CITY } from '../../support/a-small-city.ts';
import { aVisitor, DESKTOP, PHONE, until, untilMapIsOpen } from '../../support/a-visitor.ts';
import { launchChromium } from '../../support/chromium.ts';
import { tabTo } from '../../support/press-keys.ts';
import { type PdfPicture, readPdfPicture } from '../../support/read-pdf-picture.ts';
import { type RunningCity, startSmallCity } from '../../support/small-city-server.ts';

let city: RunningCity;
let browser: Browser;
beforeAll(async () => {
  [city, browser] = await Promise.all([startSmallCity(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const here = `c=${SMALL_CITY.inZone1.join(',')}&z=15`;
/** Metres of one pixel at zoom 15 and latitude −1.193, east–west: 40,075,017 m × cos φ ÷ (512 × 2¹⁵). */
const METRES_PER_PIXEL = 2.3881;
const total = (page: Page) => page.locator('.tool-result strong');
/** `1.234,5 m (1,23 km)` → 1234.5 */
const metres = async (page: Page): Promise<number> =>
  Number(((await total(page).innerText()).split(' ')[0] ?? '').replaceAll('.', '').replace(',', '.'));

test('with the keyboard alone: a distance is measured, taken back, typed, and the tool closed', async () => {
  const { page, complaints } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  await page.goto(`/?${here}`);
  await untilMapIsOpen(page);
  await tabTo(page, '#alat');
  await page.keyboard.press('Enter');
  await tabTo(page, '#daftar-alat button');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Ukur jarak' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('alat-judul');
  expect(new URL(page.url()).searchParams.get('alat')).toBe('jarak');
  // The tool's own code comes after its frame: who tabs before it is there tabs past it.
  await page.locator('.measure').waitFor();
  await tabTo(page, '.measure button[aria-describedby]');
  await page.keyboard.press('Enter');
  await until(
    async () => (await page.evaluate(() => document.activeElement?.tagName)) === 'CANVAS',
    'the keyboard is on the map',
  );
  await page.keyboard.press('Enter');
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await until(async () => (await metres(page)) > 0, 'a length is shown');
  expect(Math.abs((await metres(page)) / (4 * 32 * METRES_PER_PIXEL) - 1)).toBeLessThan(0.01);
  await until(
    async () => (await page.locator('[data-announcer]').innerText()).includes('Titik 2'),
    'the second point is announced',
  );
  await page.keyboard.press('Backspace');
  await until(async () => (await total(page).innerText()) === '–', 'the point is taken back');
  await tabTo(page, '.measure summary');
  await page.keyboard.press('Enter');
  await page.locator('.coordinate-list textarea').waitFor();
  await tabTo(page, '.coordinate-list textarea');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('-1,2 116,8\n-1,2 116,81\n');
  await tabTo(page, '.coordinate-list button[type=submit]');
  await page.keyboard.press('Enter');
  // 0.01° of longitude at 1.2° south on the ellipsoid: 1,112.95 m (PostGIS, geography).
  await until(async () => Math.abs((await metres(page)) - 1_112.95) < 0.1, 'the typed line is measured');
  await page.keyboard.press('Escape');
  await until(async () => !page.url().includes('alat='), 'the tool is closed');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('alat');
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Boleh bangun apa di sini?' }).waitFor();
  expect(page.url()).not.toContain('alat=');
  expect(complaints).toEqual([]);
});

test('with the finger: an outline is closed on its first point, above the tool, and its corner is dragged', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: PHONE, hasTouch: true });
  await page.goto(`/?${here}&alat=luas`);
  await untilMapIsOpen(page);
  await page.locator('.measure').waitFor();
  const sheet = await page.locator('.tool').boundingBox();
  const corners = [
    [120, 200],
    [220, 200],
    [220, 280],
  ] as const;
  expect(sheet?.y).toBeGreaterThan(300);
  for (const [x, y] of [...corners, corners[0]]) await page.touchscreen.tap(x, y);
  const half = (100 * 80 * METRES_PER_PIXEL ** 2) / 2;
  await until(async () => (await metres(page)) > 0, 'an area is shown');
  expect(Math.abs((await metres(page)) / half - 1)).toBeLessThan(0.02);
  await page.mouse.move(220, 280);
  await page.mouse.down();
  await page.mouse.move(220, 300, { steps: 2 });
  await page.mouse.up();
  await until(async () => Math.abs((await metres(page)) / (half * 1.25) - 1) < 0.02, 'the corner has moved');
  expect(new URL(page.url()).searchParams.get('p')).toBeNull();
});

test('with the keyboard alone: a zone is chosen from the list of this screen', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  await page.goto('/?c=116.81,-1.195&z=15');
  await untilMapIsOpen(page);
  await tabTo(page, '#alat');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Daftar zona di layar' }).focus();
  await page.keyboard.press('Enter');
  const second = page.locator('.zone-list button', { hasText: 'K-1' });
  await second.waitFor();
  expect(await page.locator('.zone-list button').first().innerText()).toContain('R-3');
  await second.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'TIMUR' }).waitFor();
  expect(new URL(page.url()).searchParams.get('alat')).toBeNull();
  await until(
    async () => (await page.evaluate(() => document.activeElement?.id)) === 'answer-title',
    'the reading position is on the answer',
  );
});

test('two layers side by side: the divider moves by keys and finger, and stands in the address', async () => {
  const { page, complaints } = await aVisitor(browser, city.url, { viewport: PHONE });
  await page.goto(`/?${here}&alat=bandingkan`);
  await untilMapIsOpen(page);
  const divider = page.getByRole('slider');
  await divider.waitFor();
  await page.locator('.compare-map canvas').waitFor();
  expect(await divider.getAttribute('aria-valuetext')).toContain('50 % Seperti peta · 21 November 2026');
  await divider.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('PageDown');
  expect(await divider.getAttribute('aria-valuenow')).toBe('38');
  const clip = () => page.locator('.compare-map').evaluate((map) => getComputedStyle(map).clipPath);
  expect(await clip()).toContain('38%');
  const layer = page.getByLabel('Lapisan');
  await layer.last().selectOption('banjir-uji');
  await page.getByLabel('Aturan per tanggal').first().fill('2026-01-01');
  await until(
    async () => new URL(page.url()).searchParams.get('alat') === 'bandingkan~2026-01-01~.banjir-uji~38',
    'date, layer and divider are in the address',
  );
  const box = await divider.boundingBox();
  const grip = { x: (box?.x ?? 0) + 22, y: 240 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(270, grip.y, { steps: 3 });
  await page.mouse.up();
  await until(async () => (await divider.getAttribute('aria-valuenow')) === '75', 'the divider was dragged');
  // Both maps look at the same place after the first has been moved.
  const sizes = await page.locator('.map canvas').evaluateAll((all) => all.map((one) => one.clientWidth));
  expect(sizes).toEqual([360, 360]);
  expect(complaints).toEqual([]);
});

test('my location: drawn with its accuracy, and said when it is rough, outside or refused', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: PHONE, permissions: ['geolocation'] });
  const [longitude, latitude] = SMALL_CITY.inZone1;
  await page.goto('/');
  await untilMapIsOpen(page);
  const button = page.getByRole('button', { name: 'Lokasi saya' });
  await page.context().setGeolocation({ longitude, latitude, accuracy: 120 });
  await button.click();
  await page.locator('.location-said', { hasText: 'bisa meleset 120 m' }).waitFor();
  await page.getByRole('heading', { level: 1, name: 'BARAT' }).waitFor();
  await page.context().setGeolocation({ longitude: 106.8, latitude: -6.2, accuracy: 10 });
  await until(async () => {
    await button.click();
    return (await page.locator('.location-said', { hasText: 'di luar Kota Balikpapan' }).count()) > 0;
  }, 'a place outside is said to be outside');
  const refused = await aVisitor(browser, city.url, { viewport: PHONE, permissions: [] });
  await refused.page.goto('/');
  await untilMapIsOpen(refused.page);
  await refused.page.getByRole('button', { name: 'Lokasi saya' }).click();
  await refused.page.locator('.location-said', { hasText: 'Lokasi ditolak. Untuk mengizinkan' }).waitFor();
});

/** From the first to the last dot of a line that has a colour of a zone: land, sea and lines are nearly grey. */
function colouredDots(length: number, dot: (index: number) => ReturnType<PdfPicture['pixel']>): number {
  const isColoured = Array.from({ length }, (_, index) => {
    const channels = dot(index);
    return Math.max(...channels) - Math.min(...channels) > 70;
  });
  return isColoured.lastIndexOf(true) - isColoured.indexOf(true) + 1;
}

test('a printed sheet is one page, true to scale within 1 %, and says what it is', async () => {
  const { page, complaints } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  await page.goto('/?c=116.81,-1.195&z=14&alat=cetak~A4~landscape~25000~polos');
  await untilMapIsOpen(page);
  await page.getByRole('button', { name: 'Buat lembar cetak' }).click();
  const sheet = page.locator('.sheet');
  await sheet.locator('img').waitFor();
  await sheet.getByText('CONTOH Nomor 1').waitFor();
  const words = await sheet.innerText();
  for (const said of [
    '1 : 25.000',
    'EPSG:4326',
    'WITA',
    'Kepadatan Sedang',
    '21 November 2026',
    'DATA CONTOH – BUKAN DATA RESMI',
    'bukan izin',
    'alat=cetak',
  ]) {
    expect(words).toContain(said);
  }
  expect(await sheet.getByRole('img', { name: 'Utara di atas' }).count()).toBe(1);
  // A dialog keeps the keyboard: round and round between its buttons, never on the covered page.
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => {
        const at = document.activeElement;
        return at === document.body || at?.closest('.print-view') != null;
      }),
    ).toBe(true);
  }
  expect(await sheet.locator('.sheet-grid text').count()).toBeGreaterThanOrEqual(4);
  const picture = readPdfPicture(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(picture.pages.map((size) => size.map(Math.round))).toEqual([[297, 210]]);
  expect(picture.width / (picture.widthMm / 25.4)).toBeGreaterThanOrEqual(200);
  // Zones reach from 116.80 to 116.82 east; zone 1 from 1.20 to 1.19 south. A line off the roads and labels is taken.
  const row = Math.round(picture.height / 2 - 90);
  const wide = colouredDots(picture.width, (x) => picture.pixel(x, row));
  const wideMm = (wide / picture.width) * picture.widthMm;
  expect(Math.abs(wideMm / (distanceM([116.8, -1.1926], [116.82, -1.1926]) / 25) - 1)).toBeLessThan(0.01);
  const column = Math.round(picture.width / 2 - 120);
  const high = colouredDots(picture.height, (y) => picture.pixel(column, y));
  const highMm = (high / picture.height) * picture.heightMm;
  expect(Math.abs(highMm / (distanceM([116.807, -1.2], [116.807, -1.19]) / 25) - 1)).toBeLessThan(0.01);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1, name: 'Cetak peta' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Buat lembar cetak');
  expect(complaints).toEqual([]);
});
