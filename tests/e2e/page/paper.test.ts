import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { SMALL_CITY } from '../../support/a-small-city.ts';
import { aVisitor } from '../../support/a-visitor.ts';
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

/** Places of the demo city with the most on them: five overlays, two borders, a parcel on two roads. */
const CROWDED = [
  '116.97306,-1.14120',
  '116.97759,-1.14464',
  '116.85731,-1.27593',
  '116.81582,-1.26048',
  '116.83000,-1.27450',
];

/** Sheets of A4 that a page comes out on. */
async function sheets(page: Page): Promise<number> {
  const file = await page.pdf({ preferCSSPageSize: true });
  return file.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
/** What stands on paper, and the smallest letters of it, in points. */
async function onPaper(page: Page): Promise<{ text: string; smallestPt: number }> {
  await page.emulateMedia({ media: 'print' });
  return page.evaluate(() => {
    let smallest = Number.POSITIVE_INFINITY;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || (node.nodeValue ?? '').trim() === '') continue;
      if (parent.closest('script, .hidden-visually') || parent.getClientRects().length === 0) continue;
      smallest = Math.min(smallest, Number.parseFloat(getComputedStyle(parent).fontSize) * 0.75);
    }
    return { text: document.body.innerText.replace(/\s+/g, ' '), smallestPt: smallest };
  });
}

test('the answer of a crowded place is one sheet, in letters of 8 pt or more', async () => {
  const { page } = await aVisitor(browser, inject('productUrl'), { javaScriptEnabled: false });
  for (const place of CROWDED) {
    await page.goto(`/lokasi/${place}?lang=id&activity=bengkel`);
    expect(await sheets(page), place).toBe(1);
  }
  const { page: awake } = await aVisitor(browser, inject('productUrl'));
  await awake.goto(`/lokasi/${CROWDED[0]}?lang=id&activity=bengkel`);
  const { text, smallestPt } = await onPaper(awake);
  expect(smallestPt).toBeGreaterThanOrEqual(7.99);
  for (const part of [
    'DATA CONTOH – BUKAN DATA RESMI',
    'Dekat batas zona',
    'Dibatasi30 % Rawan banjir',
    'Yang berlaku90 %',
    'Bengkel sepeda motor',
    'Rawan banjir',
    'Melarang',
    'Tidak ada data bukan berarti tidak ada aturan',
    'Pasal 0 ayat (3)',
    'Rencana Detail Tata Ruang Kota Contoh',
    'Yang belum diketahui',
    'RDTR contoh (skala 1:5.000)',
    'Informasi ini bukan izin',
    '/lokasi/116.97306,-1.14120?activity=bengkel',
  ])
    expect(text, part).toContain(part);
});

test('two zones on one ground, and the border between two, are one sheet', async () => {
  const { page } = await aVisitor(browser, city.url, { javaScriptEnabled: false });
  for (const place of [SMALL_CITY.inOverlap, SMALL_CITY.onBorder]) {
    await page.goto(`/lokasi/${place.join(',')}?activity=bengkel`);
    expect(await sheets(page), place.join()).toBe(1);
  }
});

test('kelurahan, block, regulation and glossary are one sheet each, with the address of the whole', async () => {
  const { page } = await aVisitor(browser, inject('productUrl'), { javaScriptEnabled: false });
  for (const path of [
    '/kelurahan/graha-indah',
    '/kelurahan/kariangau',
    '/blok/CONTOH-VI.E.23',
    '/peraturan/rules-contoh/rdtr',
    '/peraturan/rules-contoh/kkop',
    '/istilah/klb',
    '/kelurahan',
  ]) {
    await page.goto(`${path}?lang=id`);
    expect(await sheets(page), path).toBe(1);
  }
  const { page: awake } = await aVisitor(browser, inject('productUrl'));
  await awake.goto('/peraturan/rules-contoh/rdtr?lang=id');
  const { text, smallestPt } = await onPaper(awake);
  expect(smallestPt).toBeGreaterThanOrEqual(7.99);
  expect(text).toMatch(/Pasal 0 ayat \(2\) \d+ aturan/);
  expect(text).toContain('/peraturan/rules-contoh/rdtr');
});

test('what may be built on a parcel, with a building in mind, is at most two sheets', async () => {
  const { page } = await aVisitor(browser, inject('productUrl'), { javaScriptEnabled: false });
  for (const query of [
    'nib=9971051102266&dasar=180&lantai=3&hijau=150&basemen=100',
    'nib=9971060100012',
    'nib=9971051202084',
  ]) {
    await page.goto(`/bangun?${query}&lang=id`);
    expect(await sheets(page), query).toBeLessThanOrEqual(2);
  }
});
