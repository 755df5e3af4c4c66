import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_CITY } from '../support/a-small-city.ts';
import { aVisitor, DESKTOP, until, untilMapIsOpen } from '../support/a-visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { tabTo } from '../support/press-keys.ts';
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

test('with the keyboard alone: search, answer, activity, source, back', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  await page.goto('/');
  await tabTo(page, '.skip');
  await tabTo(page, 'input[role=combobox]');
  await page.keyboard.type('-1.193, 116.804');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('option', { selected: true }).innerText()).toContain('116');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'BARAT' }).waitFor();
  await until(
    async () => (await page.locator('[data-announcer]').innerText()).includes('R-3'),
    'the answer is announced',
  );
  await tabTo(page, 'input[name=activity]');
  await page.keyboard.type('rumah');
  await page.keyboard.press('Enter');
  await page.locator('.found-activities').waitFor();
  await tabTo(page, 'a.source');
  await page.keyboard.press('Enter');
  await until(
    async () => (await page.evaluate(() => document.activeElement?.id ?? '')).startsWith('sumber-'),
    'the keyboard is on the source',
  );
  const start = page.getByRole('heading', { level: 1, name: 'Boleh bangun apa di sini?' });
  // Back from the source, from the question, from the place: each step is seen in the address before the next.
  for (let steps = 0; steps < 3 && new URL(page.url()).searchParams.has('p'); steps += 1) {
    const before = page.url();
    await page.goBack();
    await until(async () => page.url() !== before, 'one step back');
  }
  await start.waitFor();
});

test('with the keyboard alone: the map is moved with arrows and Enter picks its middle', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  await page.goto(`/?c=${SMALL_CITY.inZone1.join(',')}&z=15`);
  await untilMapIsOpen(page);
  await tabTo(page, '.map canvas');
  expect(await page.locator('.crosshair').isVisible()).toBe(true);
  await page.keyboard.press('ArrowRight');
  await until(async () => !page.url().includes('c=116.80400'), 'the map has moved');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'BARAT' }).waitFor();
  const lng = Number((new URL(page.url()).searchParams.get('p') ?? '').split(',')[0]);
  expect(lng).toBeGreaterThan(SMALL_CITY.inZone1[0]);
});
