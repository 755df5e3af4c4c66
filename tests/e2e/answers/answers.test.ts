import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_CITY } from '../../support/a-small-city.ts';
import { aVisitor, DESKTOP, until, untilMapIsOpen } from '../../support/a-visitor.ts';
import { launchChromium } from '../../support/chromium.ts';
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

const at = (place: readonly [number, number]): string => place.join(',');

test('a typed coordinate leads to its answer, and the address holds the place', async () => {
  const { page, complaints } = await aVisitor(browser, city.url);
  await page.goto('/');
  await page.getByRole('combobox').fill('-1.193, 116.804');
  await page.getByRole('option').first().click();
  await page.getByRole('heading', { level: 1, name: 'BARAT' }).waitFor();
  expect(await page.getByText('Perumahan – Kepadatan Sedang').first().isVisible()).toBe(true);
  expect(new URL(page.url()).searchParams.get('p')).toMatch(/^116\.80\d+,-1\.19\d+$/);
  expect(await page.title()).toContain('DATA CONTOH – BUKAN DATA RESMI');
  // Other ground of the same words, and the first again, which is there at once: each time its answer is said last.
  for (const typed of ['-1.193, 116.8045', '-1.193, 116.804']) {
    await page.getByRole('combobox').fill(typed);
    await page.getByRole('option').first().click();
    await until(
      async () => (await page.locator('[data-announcer]').innerText()).includes('BARAT'),
      'the answer is said',
    );
  }
  expect(complaints).toEqual([]);
});

test('a kelurahan is no plot: choosing one shows it and asks for a place, and answers for none', async () => {
  const { page } = await aVisitor(browser, city.url);
  await page.goto('/');
  await page.getByRole('combobox').fill('barat');
  await page.getByRole('option', { name: /BARAT/ }).first().click();
  await page
    .getByText(/Ketuk tempat/)
    .first()
    .waitFor();
  expect(new URL(page.url()).searchParams.get('p')).toBeNull();
});

test('a tap on the map answers for the tapped place; back leads to where one was', async () => {
  const { page, complaints } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  await page.goto(`/?c=${at(SMALL_CITY.inZone1)}&z=15`);
  await untilMapIsOpen(page);
  const map = await page.locator('.map').boundingBox();
  await page.mouse.click(map!.x + map!.width / 2, map!.y + map!.height / 2);
  await page.getByRole('heading', { level: 1, name: 'BARAT' }).waitFor();
  expect(await page.getByText('60 %').first().isVisible()).toBe(true);
  const [lng, lat] = (new URL(page.url()).searchParams.get('p') ?? '').split(',').map(Number);
  expect(lng).toBeCloseTo(SMALL_CITY.inZone1[0], 4);
  expect(lat).toBeCloseTo(SMALL_CITY.inZone1[1], 4);
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Boleh bangun apa di sini?' }).waitFor();
  expect(complaints).toEqual([]);
});

test('a permalink shows place, date and answer again after a reload', async () => {
  const { page } = await aVisitor(browser, city.url);
  await page.goto(`/?p=${at(SMALL_CITY.inZone1)}&on=2026-06-01`);
  for (const _visit of ['first', 'reloaded']) {
    await page.getByRole('heading', { level: 1, name: 'BARAT' }).waitFor();
    expect(await page.locator('#versi-title + *').textContent()).toContain('1 Juni 2026');
    await page.reload();
  }
  expect(new URL(page.url()).searchParams.get('on')).toBe('2026-06-01');
});

test('the answer on the page follows the day, there and back, whichever of both the page was loaded with', async () => {
  const { page, complaints } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  const noPlan = page.getByText('Belum ada rencana yang berlaku pada tanggal 1 Januari 2020');
  const coverage = page.locator('.figures').getByText('60 %');
  const openDays = async (): Promise<void> => {
    await untilMapIsOpen(page);
    await page.getByRole('button', { name: 'Legenda' }).click();
    await page.getByRole('tab', { name: 'Lapisan' }).click();
  };
  const today = page.getByRole('button', { name: 'Hari ini', exact: true });

  await page.goto(`/?p=${at(SMALL_CITY.inZone1)}`);
  await coverage.first().waitFor();
  await openDays();
  await page.getByLabel('Aturan per tanggal').fill('2020-01-01');
  await page.getByRole('button', { name: 'Terapkan' }).click();
  await noPlan.waitFor();
  expect(new URL(page.url()).searchParams.get('on')).toBe('2020-01-01');
  expect(await page.locator('.figures').count()).toBe(0);
  await today.click();
  await coverage.first().waitFor();
  expect(await noPlan.count()).toBe(0);

  await page.goto(`/?p=${at(SMALL_CITY.inZone1)}&on=2020-01-01`);
  await noPlan.waitFor();
  await openDays();
  await today.click();
  await coverage.first().waitFor();
  expect(await noPlan.count()).toBe(0);
  await page.goBack();
  await noPlan.waitFor();
  expect(complaints).toEqual([]);
});

test('before a plan was in force there is no plan, and that is said, not shown as allowed', async () => {
  const { page } = await aVisitor(browser, city.url, { javaScriptEnabled: false });
  await page.goto(`/lokasi/${at(SMALL_CITY.inZone1)}?on=2020-01-01`);
  expect(await page.getByText('Belum ada rencana yang berlaku pada tanggal 1 Januari 2020').count()).toBe(1);
  expect(await page.getByText('Diizinkan').count()).toBe(0);
});

test('outside the city the page says so, and shows no figure of this city', async () => {
  const { page } = await aVisitor(browser, city.url, { javaScriptEnabled: false });
  await page.goto('/lokasi/116.60000,-1.25000');
  expect(await page.getByText('Tempat ini di luar Kota Balikpapan.').count()).toBe(1);
  expect(await page.getByText('Aturan kota ini tidak berlaku di sana.').count()).toBe(1);
  expect(await page.locator('.figures').count()).toBe(0);
});

test('an address the other way round offers the swap as a link and does not make it', async () => {
  const { page } = await aVisitor(browser, city.url, { javaScriptEnabled: false });
  const response = await page.goto('/lokasi/-1.19300,116.80400');
  expect(response?.status()).toBe(400);
  await page.locator('.offers a').click();
  expect(new URL(page.url()).pathname).toBe('/lokasi/116.80400,-1.19300');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('BARAT');
});

test('two zones on one ground are both shown', async () => {
  const { page } = await aVisitor(browser, city.url, { javaScriptEnabled: false });
  await page.goto(`/lokasi/${at(SMALL_CITY.inOverlap)}`);
  expect(await page.getByText('Lebih dari satu gambar rencana').count()).toBe(1);
  const codes = await page.locator('.zone-code').allTextContents();
  expect(codes.sort()).toEqual(['K-1', 'R-3']);
});

test('near a border both zones are named', async () => {
  const { page } = await aVisitor(browser, city.url, { javaScriptEnabled: false });
  const [lng, lat] = SMALL_CITY.onBorder;
  await page.goto(`/lokasi/${(lng - 0.00002).toFixed(5)},${lat}`);
  expect(await page.getByText(/Dekat batas zona/).count()).toBe(1);
  expect(await page.getByText(/dari K-1/).count()).toBe(1);
});

test('ground whose zone is faulty has no data, and never a permission', async () => {
  const { page } = await aVisitor(browser, city.url, { javaScriptEnabled: false });
  await page.goto(`/lokasi/${at(SMALL_CITY.inInvalid)}`);
  expect(
    await page.getByText('Tidak ada data: batas atau kode zona di sini salah di berkas rencana.').count(),
  ).toBe(1);
  expect(await page.locator('.verdict-I').count()).toBe(0);
});

test('base, cap and governing value of a capped figure stand together, each with its source', async () => {
  const { page } = await aVisitor(browser, city.url, { javaScriptEnabled: false });
  await page.goto(`/lokasi/${at(SMALL_CITY.inFlood)}`);
  const steps = await page.locator('.caps li').allTextContents();
  expect(steps.map((step) => step.replace(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/Dasar.*3 lantai.*Pasal 1/),
    expect.stringMatching(/Dibatasi.*2 lantai.*Rawan banjir.*Pasal 2/),
    expect.stringMatching(/Yang berlaku.*2 lantai.*Pasal 2/),
  ]);
});

test('“Bolehkah …?” answers with the word, and with the full text of every condition', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  await page.goto(`/?p=${at(SMALL_CITY.inZone1)}`);
  await page.getByLabel('Bolehkah … di sini?').fill('bengkel');
  await page.getByRole('button', { name: 'Tanya' }).click();
  const found = page.locator('.found-activities > li');
  await found.first().waitFor();
  expect(await found.count()).toBe(1);
  const text = await found.innerText();
  expect(text).toContain('Diizinkan bersyarat');
  expect(text).toContain('Beroperasi pukul 07.00–17.00');
  expect(text).toContain('Menyediakan parkir di dalam bidang');
  expect(new URL(page.url()).searchParams.get('activity')).toBe('bengkel');
  await page.locator('.question summary', { hasText: 'Di mana boleh: ' }).click();
  const where = page.locator('.question .where-section');
  await where.waitFor();
  expect(await where.textContent()).toMatch(/Diizinkan bersyarat.*R-3/s);
});

test('“Bolehkah …?” is a form that works without JavaScript, and its address holds the question', async () => {
  const { page } = await aVisitor(browser, city.url, { javaScriptEnabled: false });
  await page.goto(`/lokasi/${at(SMALL_CITY.inZone1)}`);
  await page.getByLabel('Bolehkah … di sini?').fill('bengkel');
  await page.getByRole('button', { name: 'Tanya' }).click();
  expect(new URL(page.url()).search).toBe('?activity=bengkel');
  expect(await page.locator('.found-activities').innerText()).toContain('Diizinkan bersyarat');
  await page.getByLabel('Bolehkah … di sini?').fill('peternakan naga');
  await page.getByRole('button', { name: 'Tanya' }).click();
  expect(await page.locator('.found-activities').innerText()).toContain('tidak dikenali');
});

test('the answer says in English what it says in Indonesian, quoted law stays Indonesian', async () => {
  const { page } = await aVisitor(browser, city.url, { language: 'en' });
  await page.goto(`/?p=${at(SMALL_CITY.inZone1)}`);
  await page.getByText('Figures that apply').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.getByText('Buildings may cover at most 60 % of the land.').count()).toBe(1);
  expect(await page.locator('.zone-name').first().getAttribute('lang')).toBe('id');
  expect(await page.locator('.zone-translated').first().innerText()).toBe('Housing – medium density');
  await page.goto(`/lokasi/${at(SMALL_CITY.inZone1)}?lang=id`);
  expect(await page.getByText('Angka yang berlaku').count()).toBe(1);
});

test('a failed lookup says what is kept and what to do, and a second try succeeds', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  await page.goto(`/?c=${at(SMALL_CITY.inZone1)}&z=15`);
  await untilMapIsOpen(page);
  await page.route('**/api/v1/lookup*', (route) => route.abort());
  await page.getByRole('combobox').fill('-1.193, 116.813');
  await page.getByRole('option').first().click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toContain('Perangkat ini sedang tidak tersambung.');
  expect(page.url()).toContain('p=116.81');
  await page.unroute('**/api/v1/lookup*');
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await page.getByRole('heading', { level: 1, name: 'TIMUR' }).waitFor();
});

test('the chosen place stays in the visible part of the map at every height of the sheet', async () => {
  const { page } = await aVisitor(browser, city.url);
  await page.goto(`/?p=${at(SMALL_CITY.inZone1)}`);
  await untilMapIsOpen(page);
  for (const button of ['Perluas jawaban', 'Kecilkan jawaban', 'Kecilkan jawaban']) {
    await page.getByRole('button', { name: button }).click();
    const top = (await page.locator('.panel').boundingBox())!.y;
    await until(async () => {
      const { y } = await pinOnScreen(page);
      return y > 64 && y < top;
    }, `the place above the sheet after “${button}”`);
  }
});

/** Where the pin is drawn: the crosshair stands in the middle of the visible part, and so does the chosen place. */
async function pinOnScreen(page: import('playwright-core').Page): Promise<{ y: number }> {
  return page.evaluate(() => {
    const frame = document.querySelector('.crosshair');
    if (!(frame instanceof HTMLElement)) return { y: -1 };
    const style = getComputedStyle(frame);
    return { y: (Number.parseFloat(style.top) + (window.innerHeight - Number.parseFloat(style.bottom))) / 2 };
  });
}
