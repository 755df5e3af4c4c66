import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_CITY } from '../support/a-small-city.ts';
import { aVisitor, DESKTOP, PHONE, until, untilMapIsOpen } from '../support/a-visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { findViolations } from '../support/find-violations.ts';
import { type RunningCity, startSmallCity } from '../support/small-city-server.ts';

const PARCEL = '9999000000001';
const place = SMALL_CITY.inFlood.join(',');

let city: RunningCity;
let browser: Browser;
beforeAll(async () => {
  [city, browser] = await Promise.all([startSmallCity(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const STATES = [
  { name: 'start', path: '/', hasMap: true },
  { name: 'answer open', path: `/?p=${place}`, hasMap: true },
  { name: 'text page', path: `/lokasi/${place}`, hasMap: false },
  { name: 'outside the city', path: '/lokasi/106.80000,-6.20000', hasMap: false },
  { name: 'not found', path: '/tidak-ada', hasMap: false },
  { name: 'where, painted', path: '/?alat=dimana&activity=rumah', hasMap: true, once: true },
  { name: 'history', path: `/?alat=riwayat&p=${place}`, hasMap: true, once: true },
  { name: 'where as a page', path: '/di-mana?kegiatan=rumah', hasMap: false, once: true },
  { name: 'history as a page', path: `/lokasi/${place}/riwayat`, hasMap: false, once: true },
  { name: 'building as a page, empty', path: '/bangun', hasMap: false, once: true },
  { name: 'building as a page', path: `/bangun?nib=${PARCEL}`, hasMap: false, once: true },
  { name: 'where as a page, empty', path: '/di-mana', hasMap: false, once: true },
  { name: 'an address that cannot be read', path: '/lokasi/abc', hasMap: false, once: true },
  { name: 'the reference of the API', path: '/api', hasMap: false, once: true },
] as const;

for (const language of ['id', 'en'] as const) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`axe finds nothing: ${language}, ${size}, ${colorScheme}`, async () => {
        const isFirst = language === 'id' && size === 'phone' && colorScheme === 'dark';
        const { page } = await aVisitor(browser, city.url, {
          language,
          viewport,
          colorScheme,
          bypassCSP: true,
        });
        for (const state of STATES) {
          if ('once' in state && !isFirst) continue;
          await page.goto(state.path);
          if (state.hasMap) {
            await untilMapIsOpen(page);
            await page.locator('.map-button').first().click();
            await until(async () => (await page.locator('.legend-entries').count()) > 0, 'the legend');
          }
          expect(await findViolations(page), state.name).toEqual([]);
        }
        await page.context().close();
      });
    }
  }
}

const TOOL_NAMES = {
  id: [
    'Ukur jarak',
    'Ukur luas',
    'Daftar zona di layar',
    'Bandingkan',
    'Di mana boleh …?',
    'Riwayat',
    'Simpan untuk luring',
    'Cetak peta',
  ],
  en: [
    'Measure a distance',
    'Measure an area',
    'Zones on this screen',
    'Compare',
    'Where is … permitted?',
    'History',
    'Save for offline use',
    'Print the map',
  ],
} as const;

test.each([
  ['id', PHONE, 'light'],
  ['en', DESKTOP, 'dark'],
] as const)(
  'axe finds nothing in the tools: %s, %o, %s',
  async (language, viewport, colorScheme) => {
    const { page } = await aVisitor(browser, city.url, { language, viewport, colorScheme, bypassCSP: true });
    await page.goto('/?c=116.81,-1.195&z=15');
    await untilMapIsOpen(page);
    for (const name of TOOL_NAMES[language]) {
      await page.locator('#alat').click();
      if (name === TOOL_NAMES[language][0]) expect(await findViolations(page), 'the menu').toEqual([]);
      await page.locator('.tool-list').getByText(name, { exact: true }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.locator('.tool-body > :is(div, form, p:not(.quiet)):visible').waitFor();
      const details = page.locator('.tool-body summary:visible');
      if ((await details.count()) > 0) await details.click();
      expect(await findViolations(page), name).toEqual([]);
    }
    await page.locator('.print-tool button[type=submit]').click();
    await page.locator('.sheet img').waitFor();
    expect(await findViolations(page), 'the print sheet').toEqual([]);
  },
  120_000,
);

test('axe finds nothing in what a search shows, and what stands for a map that cannot be drawn or was lost', async () => {
  const { page } = await aVisitor(browser, city.url, { colorScheme: 'dark', bypassCSP: true });
  await page.goto('/');
  await untilMapIsOpen(page);
  const field = page.getByRole('combobox');
  await field.fill('bar');
  await page.getByRole('option').first().waitFor();
  expect(await findViolations(page), 'search results').toEqual([]);
  await field.fill('qqqq');
  await page.locator('.search-results', { hasText: 'qqqq' }).waitFor();
  expect(await findViolations(page), 'nothing found').toEqual([]);
  await field.fill('');
  await page.evaluate(() => {
    const context = document.querySelector<HTMLCanvasElement>('.map canvas')?.getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await page.locator('.map-trouble').waitFor();
  expect(await findViolations(page), 'the device stopped drawing').toEqual([]);
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto(`/?p=${place}`);
  await page.getByText('Peta tidak dapat ditampilkan').waitFor();
  expect(await findViolations(page), 'no map can be drawn').toEqual([]);
});
