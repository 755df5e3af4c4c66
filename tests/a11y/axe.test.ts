import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_CITY } from '../support/a-small-city.ts';
import { aVisitor, DESKTOP, PHONE, until, untilMapIsOpen } from '../support/a-visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { type RunningCity, startSmallCity } from '../support/small-city-server.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
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

/** Every violation as one line: rule, then the elements that break it. */
async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    const results = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return results.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
    );
  });
  return found;
}

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
] as const;

for (const language of ['id', 'en'] as const) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`axe finds nothing: ${language}, ${size}, ${colorScheme}`, async () => {
        const isFirst = language === 'id' && size === 'phone' && colorScheme === 'dark';
        for (const state of STATES) {
          if ('once' in state && !isFirst) continue;
          const { page } = await aVisitor(browser, city.url, {
            language,
            viewport,
            colorScheme,
            bypassCSP: true,
          });
          await page.goto(state.path);
          if (state.hasMap) {
            await untilMapIsOpen(page);
            await page.locator('.map-button').first().click();
            await until(async () => (await page.locator('.legend-entries').count()) > 0, 'the legend');
          }
          await page.evaluate(axeSource);
          expect(await violations(page), state.name).toEqual([]);
          await page.context().close();
        }
      });
    }
  }
}

const TOOL_NAMES = {
  id: ['Ukur jarak', 'Ukur luas', 'Daftar zona di layar', 'Bandingkan', 'Cetak peta'],
  en: ['Measure a distance', 'Measure an area', 'Zones on this screen', 'Compare', 'Print the map'],
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
    await page.evaluate(axeSource);
    for (const name of TOOL_NAMES[language]) {
      await page.locator('#alat').click();
      if (name === TOOL_NAMES[language][0]) expect(await violations(page), 'the menu').toEqual([]);
      await page.locator('.tool-list').getByText(name, { exact: true }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.locator('.tool-body > :is(div, form):visible').waitFor();
      const details = page.locator('.tool-body summary:visible');
      if ((await details.count()) > 0) await details.click();
      expect(await violations(page), name).toEqual([]);
    }
    await page.locator('.print-tool button[type=submit]').click();
    await page.locator('.sheet img').waitFor();
    expect(await violations(page), 'the print sheet').toEqual([]);
  },
  120_000,
);
