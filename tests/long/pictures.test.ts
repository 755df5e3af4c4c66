import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';

/**
 * Four pictures of the demo city, committed so that a change of the generator, the tiles or the style is seen in a
 * review. A picture that is missing, or UPDATE_PICTURES=1, writes it anew.
 */
const PICTURES = [
  { name: 'city', path: '/?lang=id&c=116.875,-1.16&z=11', width: 1440, height: 900 },
  { name: 'old-town', path: '/?lang=id&p=116.8361,-1.2703&z=16', width: 1440, height: 900 },
  { name: 'suburb', path: '/?lang=id&c=116.872,-1.216&z=14.5', width: 1440, height: 900 },
  { name: 'phone', path: '/?lang=id&p=116.8472,-1.2655&z=16', width: 360, height: 740 },
] as const;

/** Share of pixels that may differ: fonts and the renderer's edges, not a moved street. */
const TOLERATED_SHARE = 0.02;
const FOLDER = join(import.meta.dirname, '..', 'e2e', 'pictures');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test.each(PICTURES)('the picture "$name" looks as it was reviewed', async ({ name, path, width, height }) => {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  await page.goto(`${inject('productUrl')}${path}`, { waitUntil: 'load' });
  const taken = await untilStill(() => page.screenshot());
  await page.close();
  const file = join(FOLDER, `${name}.png`);
  if (process.env.UPDATE_PICTURES !== undefined || !existsSync(file)) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, taken);
  }
  const [expected, found] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(taken)];
  expect([found.width, found.height]).toEqual([expected.width, expected.height]);
  const differing = pixelmatch(expected.data, found.data, undefined, expected.width, expected.height, {
    threshold: 0.15,
  });
  expect(differing / (width * height)).toBeLessThan(TOLERATED_SHARE);
});

/** The map draws in the background: the picture is taken when two in a row are the same. */
async function untilStill(take: () => Promise<Buffer>): Promise<Buffer> {
  let last = await take();
  for (let round = 0; round < 30; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const next = await take();
    if (next.equals(last) && round > 2) return next;
    last = next;
  }
  throw new Error('the page never came to rest');
}
