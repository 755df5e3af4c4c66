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
  ...['not found', 'coordinate', 'day', 'swapped', 'choose', 'server'].map(
    (state) => `Problem page: ${state}`,
  ),
  ...['contents', 'own steps', 'four eyes', 'history'].map((state) => `Release: ${state}`),
  ...['form', 'conflict'].map((state) => `Layer record: ${state}`),
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

test('the gallery shows every component in every state, and axe finds nothing', async () => {
  const page = await browser.newPage({ viewport: DESKTOP, reducedMotion: 'reduce' });
  // The first page makes Vite read every source.
  page.setDefaultTimeout(120_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  for (const language of ['id', 'en'] as const) {
    await page.emulateMedia({ colorScheme: language === 'id' ? 'light' : 'dark' });
    await page.goto(`${gallery.address}?lang=${language}`);
    await page.locator('[data-state="Search box: results"] [role=option]').first().waitFor();
    await page.locator('[data-state="Tool: cetak"] form').waitFor();
    const states = await page
      .locator('[data-state]')
      .evaluateAll((all) => all.map((one) => [one.getAttribute('data-state'), one.children.length] as const));
    expect(states.map(([name]) => name)).toEqual(expect.arrayContaining(STATES));
    expect(states.filter(([, pieces]) => pieces < 2)).toEqual([]);
  }
  // Asked once, with the longer words on the darker surface: one pass over so many elements takes long.
  expect(await findViolations(page, OF_A_WHOLE_PAGE)).toEqual([]);
  expect(complaints).toEqual([]);
}, 240_000);
