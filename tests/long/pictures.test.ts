import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { PICTURES, type Picture } from './picture-list.ts';

/** Share of pixels that may differ: fonts and the renderer's edges, not a moved street. */
const TOLERATED_SHARE = 0.02;
/** A picture without a map is small enough to be reviewed and cloned. */
const MOST_BYTES = 250_000;
const FOLDER = join(import.meta.dirname, '..', 'e2e', 'pictures');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A picture that is missing, or UPDATE_PICTURES=1, writes it anew. */
test.each(PICTURES)('the picture "$name" looks as it was reviewed', async (picture) => {
  const { name, width, height, colorScheme = 'light', isMasked = false } = picture;
  const page = await browser.newPage({
    viewport: { width, height },
    reducedMotion: 'reduce',
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    colorScheme,
    // The mask is a style of ours, which the page's policy would refuse.
    bypassCSP: isMasked,
  });
  await page.goto(`${inject('productUrl')}${picture.path}`, { waitUntil: 'load' });
  await prepare(page, picture);
  // A mask of the browser would lie over the sheet, too: the canvas itself is made invisible.
  const style = isMasked
    ? '.map canvas, .map-furniture, .map-trouble { visibility: hidden !important; }'
    : '';
  const taken = await untilStill(() => page.screenshot({ style }), picture.needsMap === true ? 2 : 0);
  await page.close();
  const file = join(FOLDER, `${name}.png`);
  if (process.env.UPDATE_PICTURES !== undefined || !existsSync(file)) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, taken);
  }
  if (!picture.needsMap) expect(taken.length).toBeLessThanOrEqual(MOST_BYTES);
  const [expected, found] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(taken)];
  expect([found.width, found.height]).toEqual([expected.width, expected.height]);
  const differing = pixelmatch(expected.data, found.data, undefined, expected.width, expected.height, {
    threshold: 0.15,
  });
  expect(differing / (width * height)).toBeLessThan(TOLERATED_SHARE);
});

/** Presses what leads to the state, and waits for what must be there before the picture. */
async function prepare(page: Page, { isMasked = false, press = [], awaits }: Picture): Promise<void> {
  if (isMasked) await page.locator('.map canvas').first().waitFor();
  for (const selector of press) await page.locator(selector).first().click();
  if (awaits !== undefined) await page.locator(awaits).first().waitFor();
}

/** The map draws in the background: the picture is taken when two in a row are the same. */
async function untilStill(take: () => Promise<Buffer>, leastRounds: number): Promise<Buffer> {
  let last = await take();
  for (let round = 0; round < 30; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const next = await take();
    if (next.equals(last) && round > leastRounds) return next;
    last = next;
  }
  throw new Error('the page never came to rest');
}
