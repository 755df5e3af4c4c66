import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_CITY } from '../support/a-small-city.ts';
import { aVisitor, PHONE } from '../support/a-visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { findViolations } from '../support/find-violations.ts';
import { type RunningCity, startSmallCity } from '../support/small-city-server.ts';

let city: RunningCity;
let browser: Browser;
beforeAll(async () => {
  [city, browser] = await Promise.all([startSmallCity(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const PAGES = [
  '/kelurahan',
  '/kelurahan/barat',
  '/blok/CONTOH-A.1',
  '/peraturan',
  '/peraturan/rules-uji/rdtr',
  '/istilah',
  '/istilah/kdb',
  '/kelurahan/tidak-ada',
];

test('axe finds nothing on pages for reading: both languages, light, dark, more contrast', async () => {
  const looks = [
    { language: 'id', colorScheme: 'light' },
    { language: 'en', colorScheme: 'dark', contrast: 'more' },
  ] as const;
  for (const look of looks) {
    const { page } = await aVisitor(browser, city.url, { ...look, viewport: PHONE, bypassCSP: true });
    for (const path of PAGES) {
      await page.goto(path);
      for (const details of await page.locator('details').all()) {
        await details.evaluate((element) => element.setAttribute('open', ''));
      }
      expect(await findViolations(page), path).toEqual([]);
    }
    await page.context().close();
  }
});

test('nothing runs over the edge at 320 px, nor with letters of 200 % at 640 px', async () => {
  const { page } = await aVisitor(browser, city.url);
  for (const path of [...PAGES, `/lokasi/${SMALL_CITY.inFlood.join(',')}`]) {
    await page.goto(path);
    for (const [width, letters] of [
      [320, '100%'],
      [640, '200%'],
    ] as const) {
      await page.setViewportSize({ width, height: 640 });
      const wide = await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
        return document.documentElement.scrollWidth;
      }, letters);
      expect(wide, `${path} ${letters}`).toBeLessThanOrEqual(width);
    }
  }
});

test('without JavaScript: from the list of kelurahan over a block to an answer, its law and its words', async () => {
  const { page, complaints } = await aVisitor(browser, city.url, { javaScriptEnabled: false });
  await page.goto('/kelurahan');
  await page.getByRole('link', { name: 'BARAT' }).click();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Kelurahan BARAT');
  await page.locator('#blok-title ~ details > summary').first().click();
  await page.getByRole('link', { name: 'CONTOH-A.1' }).click();
  await page.getByRole('link', { name: 'Jawaban lengkap di zona ini R-3' }).click();
  expect(new URL(page.url()).pathname).toMatch(/^\/lokasi\//);
  await page.locator('.sources a', { hasText: 'Pasal 1' }).first().click();
  expect(new URL(page.url()).pathname).toBe('/peraturan/rules-uji/rdtr');
  expect(new URL(page.url()).hash).toBe('#s1');
  await page.getByRole('link', { name: 'Istilah' }).click();
  await page.getByRole('link', { name: 'KDB', exact: true }).click();
  expect(await page.getByText('200 m² × 60 % = 120 m²').count()).toBe(1);
  expect(complaints).toEqual([]);
});

test('the accessibility tree tells the answer in its order', async () => {
  const { page } = await aVisitor(browser, city.url, { javaScriptEnabled: false });
  await page.goto(`/lokasi/${SMALL_CITY.inFlood.join(',')}`);
  const tree = await page.locator('body').ariaSnapshot();
  const lines = [...tree.matchAll(/(?:banner|main|contentinfo|navigation|heading) "([^"]+)"/g)].map(
    ([, name]) => name,
  );
  const wanted = [
    'BARAT',
    'Bagian jawaban',
    'Angka yang berlaku',
    'Tapak bangunan (KDB)',
    'Bolehkah …?',
    'Aturan tambahan di tempat ini',
    'Dasar hukum',
    'Yang belum diketahui',
    'Data yang dipakai',
    'Penting',
  ];
  expect(lines.filter((name) => name !== undefined && wanted.includes(name))).toEqual(wanted);
  const levels = [...tree.matchAll(/heading "[^"]*" \[level=(\d)\]/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  for (const [index, level] of levels.entries())
    expect(level - (levels[index - 1] ?? level), `heading ${index + 1}`).toBeLessThanOrEqual(1);
});
