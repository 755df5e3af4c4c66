import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aVisitor, DESKTOP, PHONE, untilMapIsOpen } from '../../support/a-visitor.ts';
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

/** 123 m² in zone R-3 (KDB 60 %, at most 3 floors), 20 m from the next road. */
const NIB = '9999000000001';
/** 20 × 30 m beside Jalan Uji, whose GSB is 6 m from the axis; latitude first, as people type. */
const BESIDE_THE_ROAD = [
  '-1.1949638, 116.805',
  '-1.1949638, 116.8051797',
  '-1.1946925, 116.8051797',
  '-1.1946925, 116.805',
].join('\n');

test('from the menu to a parcel, a building in mind judged, another ground by its corners; no axe violation', async () => {
  const { page, complaints } = await aVisitor(browser, city.url, { viewport: DESKTOP, bypassCSP: true });
  await page.goto('/');
  await untilMapIsOpen(page);
  await page.getByRole('button', { name: 'Alat', exact: true }).click();
  await page.getByRole('button', { name: /Apa yang bisa dibangun/ }).click();
  await page.getByRole('radio', { name: 'Nomor bidang (NIB)' }).check();
  await page.getByRole('textbox', { name: /Nomor bidang tanah/ }).fill(NIB);
  await page.getByRole('button', { name: 'Tampilkan' }).click();

  // No road touches it: what follows from that is unknown, never zero.
  await page.getByText(`Bidang ${NIB}`).waitFor();
  expect(await page.getByText(/Tidak ada jalan pada data yang bersentuhan/).isVisible()).toBe(true);
  expect(await page.getByText(/Tidak dapat dihitung pasti/).isVisible()).toBe(true);
  expect(new URL(page.url()).searchParams.get('alat')).toBe(`bangun~${NIB}`);

  await page.getByRole('spinbutton', { name: /Luas dasar/ }).fill('100');
  await page.getByRole('spinbutton', { name: 'Jumlah lantai' }).fill('4');
  await page.getByRole('button', { name: 'Periksa' }).click();
  await page.locator('.building-verdict').waitFor();
  expect(await page.locator('.building-verdict').textContent()).toMatch(/Tidak lolos: \d aturan dilanggar/);
  const floors = page.locator('.rule-list > li', { hasText: 'Jumlah lantai' });
  expect(await floors.textContent()).toContain('4 lantai, paling banyak 3 lantai – melanggar 1 lantai');
  expect(await floors.getByRole('link').textContent()).toContain('Pasal 1');
  await page.getByRole('button', { name: 'Lihat 3-D' }).click();
  await page.getByRole('button', { name: 'Lihat dari atas' }).waitFor();
  expect(await findViolations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Tanah lain' }).click();
  await page.getByRole('radio', { name: 'Gambar atau tulis koordinat' }).check();
  await page.getByText('Tulis koordinat', { exact: true }).click();
  await page.locator('.coordinate-list textarea').fill(BESIDE_THE_ROAD);
  await page.getByRole('button', { name: 'Gambar dari koordinat' }).click();
  await page.getByText('GSB: 6 m dari as jalan tetap kosong').waitFor();
  expect(await page.getByText(/menghadap Jalan Uji \(lokal\), as jalan 4 m/).isVisible()).toBe(true);
  expect(await page.getByRole('img', { name: /Denah tanah/ }).isVisible()).toBe(true);

  // The drawn ground is in the address; Back leads to the ground before.
  await page.reload();
  await page.getByText('GSB: 6 m dari as jalan tetap kosong').waitFor();
  await page.goBack();
  await page.getByRole('radio', { name: 'Nomor bidang (NIB)' }).waitFor();
  expect(complaints).toEqual([]);
});

test('the same without script: the number asks, the form asks again; demonstration data says so', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: PHONE, javaScriptEnabled: false });
  await page.goto(`/bangun?nib=${NIB}`);
  expect(await page.locator('.demo-ribbon').first().isVisible()).toBe(true);
  await page.getByRole('spinbutton', { name: /Luas dasar/ }).fill('100');
  await page.getByRole('spinbutton', { name: 'Jumlah lantai' }).fill('3');
  await page.getByRole('button', { name: 'Periksa' }).click();
  expect(await page.locator('.building-verdict').textContent()).toContain('Tidak lolos');
  expect(await page.locator('.rule-list > li', { hasText: 'KDB' }).textContent()).toContain('melanggar');
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({
    nib: NIB,
    dasar: '100',
    lantai: '3',
  });
  const unknown = await page.goto('/bangun?nib=123456');
  expect(unknown?.status()).toBe(404);
  expect(await page.getByRole('alert').isVisible()).toBe(true);
});

test.each([
  { language: 'en', viewport: PHONE, colorScheme: 'dark' },
  { language: 'id', viewport: DESKTOP, colorScheme: 'light' },
] as const)('the page has no axe violation: %o', async (options) => {
  const { page } = await aVisitor(browser, city.url, { ...options, bypassCSP: true });
  await page.goto(`/bangun?nib=${NIB}&dasar=80&lantai=4&lang=${options.language}`);
  expect(await findViolations(page)).toEqual([]);
});
