import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESKTOP } from '../support/a-visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { findViolations } from '../support/find-violations.ts';
import { type GalleryServer, startGallery } from '../support/gallery-server.ts';

/** Rules about a page as a whole: here many pieces, each of which stands alone in the product, share one. */
const OF_A_WHOLE_PAGE = [
  'duplicate-id-aria',
  'heading-order',
  'landmark-banner-is-top-level',
  'landmark-contentinfo-is-top-level',
  'landmark-main-is-top-level',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo',
  'landmark-no-duplicate-main',
  'landmark-unique',
];

const STATES = [
  ...['I', 'T', 'B', 'X', 'unknown'].map((itbx) => `Verdict badge: ${itbx}`),
  ...['set', 'text', 'notSet', 'outsideClasses', 'needsParcel', 'overlayUnknown', 'capNotComparable'].map(
    (status) => `Figure row: ${status}`,
  ),
  ...['set', 'text', 'notSet', 'needsRoad', 'ifAdjacent', 'overlayUnknown'].map(
    (status) => `Setback row: ${status}`,
  ),
  ...['loading', 'answer', 'offline', 'failed', 'problem'].map((state) => `Answer panel: ${state}`),
  ...['usual', 'overlapping', 'near a border', 'no plan here', 'outside the city', 'source failed'].map(
    (state) => `Whole answer: ${state}`,
  ),
  ...['prohibited', 'invalid geometry'].map((state) => `Whole answer: ${state}`),
  ...['empty', 'results', 'nothing found', 'failed'].map((state) => `Search box: ${state}`),
  ...['loading', 'failed', 'full', 'hatched', 'safe'].map((state) => `Legend card: ${state}`),
  ...['jarak', 'luas', 'bangun', 'dimana', 'riwayat', 'cetak'].map((id) => `Tool: ${id}`),
  ...['not asked', 'pass', 'fail', 'cannot say'].map((state) => `Building: ${state}`),
  ...['not found', 'coordinate', 'swapped', 'choose', 'server'].map((state) => `Problem page: ${state}`),
];

let browser: Browser;
let gallery: GalleryServer;
beforeAll(async () => {
  [browser, gallery] = await Promise.all([launchChromium(), startGallery(0)]);
});
afterAll(async () => {
  await browser?.close();
  await gallery?.stop();
});

/** Longer words and the darker surface are asked; one pass over so many elements takes long. */
const ASKED_OF_AXE = 'en';

test.each([
  ['id', 'light'],
  ['en', 'dark'],
] as const)(
  'the gallery shows every component in every state: %s, %s',
  async (language, colorScheme) => {
    const page = await browser.newPage({ viewport: DESKTOP, colorScheme, reducedMotion: 'reduce' });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${gallery.address}?lang=${language}`);
    await page.locator('[data-state="Search box: results"] [role=option]').first().waitFor();
    await page.locator('[data-state="Tool: cetak"] form').waitFor();
    const names = await page
      .locator('[data-state]')
      .evaluateAll((states) => states.map((state) => state.getAttribute('data-state')));
    expect(names).toEqual(expect.arrayContaining(STATES));
    const empty = await page
      .locator('[data-state]')
      .evaluateAll((states) =>
        states.filter((state) => state.children.length < 2).map((state) => state.getAttribute('data-state')),
      );
    expect(empty).toEqual([]);
    if (language === ASKED_OF_AXE) expect(await findViolations(page, OF_A_WHOLE_PAGE)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  },
  180_000,
);
