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

test('where a house is permitted: asked in words, painted, by kelurahan; a tap asks at the place, Back leads to the tool', async () => {
  const { page, complaints } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  await page.goto(`/?c=${SMALL_CITY.inZone1.join(',')}&z=15`);
  await untilMapIsOpen(page);
  await page.locator('#alat').click();
  await page.getByRole('button', { name: /Di mana boleh/ }).click();
  const field = page.getByRole('combobox', { name: 'Kegiatan atau kode KBLI' });
  await field.fill('rumah');
  await until(
    async () => (await page.locator('datalist option[value="Rumah tunggal"]').count()) === 1,
    'the activity is suggested',
  );
  await field.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Rumah tunggal' }).waitFor();
  expect(new URL(page.url()).searchParams.get('activity')).toBe('rumah');
  expect(new URL(page.url()).searchParams.get('alat')).toBe('dimana');
  const lines = page.locator('.where-kelurahan > li');
  expect(await lines.count()).toBe(2);
  expect(await lines.first().innerText()).toMatch(/BARAT[\s\S]*Diizinkan 9[01](,\d)? %/);
  await until(
    async () => (await page.locator('[data-announcer]').innerText()).includes('Rumah tunggal'),
    'the outcome is announced',
  );
  const canvas = await page.locator('.map canvas').boundingBox();
  if (canvas === null) throw new Error('no map');
  await page.mouse.click(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
  await page.locator('.found-name', { hasText: 'Rumah tunggal' }).waitFor();
  expect(await page.locator('.found-activities .verdict').first().innerText()).toBe('Diizinkan');
  expect(new URL(page.url()).searchParams.get('alat')).toBeNull();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Di mana boleh …?' }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the history of a place: what was in force, two days compared, the days in the address', async () => {
  const { page, complaints } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  await page.goto(`/?p=${SMALL_CITY.inZone1.join(',')}&alat=riwayat`);
  await page.getByText(/Tidak ada yang berubah: \d+ ketentuan sama/).waitFor();
  expect(await page.locator('.timeline > li').count()).toBe(2);
  await page.getByLabel('Bandingkan aturan per').fill('2025-01-01');
  await page.getByRole('button', { name: 'Bandingkan' }).click();
  await page.getByText(/ketentuan berubah/).waitFor();
  expect(new URL(page.url()).searchParams.get('alat')).toBe('riwayat~2025-01-01,2026-01-02');
  const zone = page.locator('.change-added', { hasText: 'Zona' }).first();
  expect(await zone.innerText()).toContain('R-3');
  await page.goBack();
  await page.getByText(/Tidak ada yang berubah: \d+/).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});
