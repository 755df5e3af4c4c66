import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_CITY } from '../../support/a-small-city.ts';
import { aVisitor, DESKTOP, until, untilMapIsOpen } from '../../support/a-visitor.ts';
import { launchChromium } from '../../support/chromium.ts';
import { codeOnFirstPage } from '../../support/read-code.ts';
import { type RunningCity, startSmallCity } from '../../support/small-city-server.ts';

const PUBLIC_URL = 'https://peta.contoh.go.id';
let city: RunningCity;
let browser: Browser;
beforeAll(async () => {
  const http = {
    isHttps: false,
    publicUrl: PUBLIC_URL,
    isDevelopment: false,
    trustedProxies: [],
    isStopping: () => false,
  };
  [city, browser] = await Promise.all([startSmallCity(undefined, { http }), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

test('from a pin on the map to the ITR, and from its code on paper to the page that says UJI COBA', async () => {
  const { page, complaints } = await aVisitor(browser, city.url, {
    viewport: DESKTOP,
    acceptDownloads: true,
  });
  await page.goto(`/?c=${SMALL_CITY.inParcel.join(',')}&z=17`);
  await untilMapIsOpen(page);
  const canvas = await page.locator('.map canvas').boundingBox();
  if (canvas === null) throw new Error('no map');
  await page.mouse.click(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
  const link = page.getByRole('link', { name: /Unduh ITR/ });
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const path = await download.path();
  expect(download.suggestedFilename()).toMatch(/^ITR-BARAT-[\w-]{8}\.pdf$/);

  const code = codeOnFirstPage(path);
  expect(code).toMatch(/^https:\/\/peta\.contoh\.go\.id\/krk\/verifikasi\/[\w-]{22}$/);
  await page.goto(new URL(code ?? '').pathname);
  await page.locator('.document-state', { hasText: 'UJI COBA – BUKAN DOKUMEN RESMI' }).waitFor();

  // The file is dropped onto the page and never leaves the browser.
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  const said = page.locator('.file-check-said');
  const choose = page.locator('input[type=file]');
  await until(
    async () => (await page.locator('[data-file-check][data-ready]').count()) > 0,
    'the page takes a file',
  );
  await choose.setInputFiles(path);
  await until(
    async () => (await said.innerText()).includes('Sama persis'),
    'the file is the one that was issued',
  );
  const changed = readFileSync(path);
  changed[2_000] = (changed[2_000] ?? 0) ^ 1;
  const changedPath = join(city.deps.dataDirectory, 'changed.pdf');
  writeFileSync(changedPath, changed);
  await choose.setInputFiles(changedPath);
  await until(
    async () => (await said.innerText()).includes('Berbeda dari yang diterbitkan'),
    'the change is seen',
  );
  const longerPath = join(city.deps.dataDirectory, 'longer.pdf');
  writeFileSync(longerPath, Buffer.concat([readFileSync(path), Buffer.from('\n%%EOF\n')]));
  await choose.setInputFiles(longerPath);
  await until(
    async () => (await said.innerText()).includes('ada yang ditambahkan'),
    'what was added is seen',
  );
  expect(sent).toEqual([]);

  await page.goto('/krk/verifikasi');
  await until(
    async () => (await page.locator('[data-file-check][data-ready]').count()) > 0,
    'the page takes a file',
  );
  await page.locator('input[type=file]').setInputFiles(path);
  await until(async () => (await said.innerText()).includes('Sama persis'), 'the register knows the file');
  await page.locator('.file-check-said a').click();
  await page.locator('.document-state', { hasText: 'UJI COBA' }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});
