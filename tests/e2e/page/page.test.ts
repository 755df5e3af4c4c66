import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_CITY } from '../../support/a-small-city.ts';
import { aVisitor, DESKTOP, PHONE, until, untilMapIsOpen } from '../../support/a-visitor.ts';
import { launchChromium } from '../../support/chromium.ts';
import { findViolations } from '../../support/find-violations.ts';
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
const place = SMALL_CITY.inZone1.join(',');

test('without JavaScript a typed coordinate leads to the complete answer', async () => {
  const { page, complaints } = await aVisitor(browser, city.url, { javaScriptEnabled: false });
  await page.goto('/');
  await page.getByRole('combobox').fill('-1,193; 116,804');
  await page.getByRole('button', { name: 'Lihat aturan' }).click();
  expect(new URL(page.url()).pathname).toBe('/lokasi/116.80400,-1.19300');
  for (const text of ['60 %', '1,8 ×', 'Bengkel kendaraan', 'Beroperasi pukul 07.00–17.00', 'Pasal 2']) {
    expect(await page.getByText(text).count(), text).toBeGreaterThan(0);
  }
  expect(await page.locator('.demo-ribbon').count()).toBe(1);
  expect(complaints).toEqual([]);
});

test('without JavaScript a typed name leads to its place, or to a choice', async () => {
  const { page } = await aVisitor(browser, city.url, { javaScriptEnabled: false });
  await page.goto('/lokasi?koordinat=barat');
  const isAnswer = /^\/(?:lokasi|kelurahan)\//.test(new URL(page.url()).pathname);
  if (!isAnswer) await page.locator('.offers a', { hasText: 'BARAT' }).first().click();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('BARAT');
});

test('a name that nothing has is a 404 with the ways to write a place', async () => {
  const { page } = await aVisitor(browser, city.url);
  const response = await page.goto('/lokasi?koordinat=zzzzqqqq');
  expect(response?.status()).toBe(404);
  expect(await page.getByText('Tempat itu tidak ditemukan').count()).toBe(1);
});

test('an unknown address is a 404 page in the reader’s language', async () => {
  const { page } = await aVisitor(browser, city.url, { language: 'en' });
  const response = await page.goto('/tidak-ada');
  expect(response?.status()).toBe(404);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('This page does not exist');
});

test('the page hydrates under the strict policy without a complaint and asks nobody else', async () => {
  for (const path of ['/', `/?p=${place}`, `/lokasi/${place}`]) {
    const { page, complaints } = await aVisitor(browser, city.url, { viewport: DESKTOP });
    const response = await page.goto(path);
    expect(response?.headers()['content-security-policy']).not.toContain('unsafe');
    await page.waitForLoadState('networkidle');
    if (path.startsWith('/?') || path === '/') await untilMapIsOpen(page);
    expect(complaints, path).toEqual([]);
  }
});

test('where the map cannot draw, the page says so and still answers', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto('/');
  await page.getByText('Peta tidak dapat ditampilkan di perangkat ini.').waitFor();
  await page.getByRole('combobox').fill('-1.193, 116.804');
  await page.getByRole('option').first().click();
  await page.getByRole('heading', { level: 1, name: 'BARAT' }).waitFor();
  // The day, and what the colours mean, are there without a map, too.
  await page.getByRole('button', { name: 'Legenda' }).click();
  await page.locator('.legend-entries li', { hasText: 'R-3' }).first().waitFor();
  await page.getByRole('tab', { name: 'Lapisan' }).click();
  await page.getByLabel('Aturan per tanggal').fill('2020-01-01');
  await page.getByRole('button', { name: 'Terapkan' }).click();
  await page.getByText('Belum ada rencana yang berlaku pada tanggal 1 Januari 2020').waitFor();
});

test('a file of the page that does not come is told of where it belongs, and the rest goes on', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  const manifest = JSON.parse(readFileSync('dist/web/.vite/manifest.json', 'utf8')) as Record<
    string,
    { file: string }
  >;
  const file = `**/${manifest['features/legend/legend-card.tsx']?.file}`;
  await page.route(file, (route) => route.abort());
  await page.goto(`/?p=${place}`);
  await untilMapIsOpen(page);
  await page.locator('.map-button').first().click();
  await page.getByText('Bagian ini gagal ditampilkan. Muat ulang halaman').waitFor();
  expect(await page.getByRole('heading', { level: 1, name: 'BARAT' }).isVisible()).toBe(true);
  await page.getByRole('combobox').fill('bar');
  await page.getByRole('option').first().waitFor();
  await page.unroute(file);
  await page.getByRole('alert').getByRole('button', { name: 'Coba lagi' }).click();
  await page.locator('.legend-card').waitFor();
});

test.each(['id', 'en'] as const)(
  'a console of which no file comes says what to do, and loads again: %s',
  async (language) => {
    const { page } = await aVisitor(browser, city.url, { viewport: PHONE, language });
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.goto('/konsol');
    const again = page.getByRole('link', { name: language === 'id' ? 'Muat ulang' : 'Load again' });
    await again.waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.unroute('**/assets/*.js');
    await again.click();
    await page.locator('form').first().waitFor();
    expect(await page.locator('.console-waiting').count()).toBe(0);
  },
);

test('the legend is made from the layers that are drawn, with the prescribed colours', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  await page.goto(`/?p=${place}`);
  await untilMapIsOpen(page);
  await page.getByRole('button', { name: 'Legenda' }).click();
  const entry = page.locator('.legend-entries li', { hasText: 'R-3' }).first();
  await entry.waitFor();
  expect(await entry.locator('rect[fill-opacity]').first().getAttribute('fill')).toBe('#fff005');
  await page.getByRole('tab', { name: 'Lapisan' }).click();
  await page.getByRole('checkbox', { name: /Rawan banjir/ }).check();
  await until(
    async () => new URL(page.url()).searchParams.get('layers') === 'banjir-uji',
    'the layer is in the address',
  );
});

test('nothing runs over the edge at 320 px', async () => {
  for (const path of ['/', `/?p=${place}`, `/lokasi/${place}`]) {
    const { page } = await aVisitor(browser, city.url, { viewport: { width: 320, height: 640 } });
    await page.goto(path);
    const { wide, window: width } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      window: window.innerWidth,
    }));
    expect(wide, path).toBeLessThanOrEqual(width);
  }
});

test('the text page prints whole on paper, with the mark of sample data', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: PHONE });
  await page.goto(`/lokasi/${place}`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('Rumah tunggal').first().isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Cetak' }).isVisible()).toBe(false);
  const mark = await page.evaluate(() => {
    const answer = document.querySelector('.answer');
    return answer === null ? '' : getComputedStyle(answer, '::before').content;
  });
  expect(mark).toContain('DATA CONTOH');
});
