import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { SMALL_CITY } from '../../support/a-small-city.ts';
import { aVisitor, until, untilMapIsOpen } from '../../support/a-visitor.ts';
import { launchChromium } from '../../support/chromium.ts';
import { type RunningCity, startSmallCity } from '../../support/small-city-server.ts';

let city: RunningCity;
let browser: Browser;
/** What the server does to the worker's script: nothing, another build, or the operator's switch. */
let worker: 'asBuilt' | 'newer' = 'asBuilt';

/** While this is not over the server says nothing at all. */
let silence: Promise<void> = Promise.resolve();
function beSilent(): () => void {
  let speak: () => void = () => undefined;
  silence = new Promise((resolve) => {
    speak = resolve;
  });
  return speak;
}

beforeAll(async () => {
  [city, browser] = await Promise.all([
    startSmallCity((application) => async (request) => {
      await silence;
      const response = await application(request);
      if (worker === 'asBuilt' || new URL(request.url).pathname !== '/sw.js') return response;
      const script = await response.text();
      return new Response(script.replace(/fingerprint:`[0-9a-f]{16}`/, 'fingerprint:`ffffffffffffffff`'), {
        headers: response.headers,
      });
    }),
    launchChromium(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

let page: Page;
let context: BrowserContext;
beforeEach(async () => {
  worker = 'asBuilt';
  ({ page } = await aVisitor(browser, city.url));
  context = page.context();
});
afterEach(() => context.close());

const place = SMALL_CITY.inZone1.join(',');
const cacheNames = (): Promise<string[]> => page.evaluate(() => caches.keys());
const untilWorkerIsThere = (): Promise<void> =>
  until(
    () => page.evaluate(() => navigator.serviceWorker.ready.then((one) => one.active?.state === 'activated')),
    'the worker is active',
  );

test('the browser finds nothing that speaks against installing', async () => {
  await page.goto('/?lang=en');
  await untilWorkerIsThere();
  const cdp = await context.newCDPSession(page);
  const { errors, data } = await cdp.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '{}')).toMatchObject({ lang: 'en', start_url: '/', display: 'standalone' });
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
  // Private windows cannot install anything; nothing else may be wrong.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('without a network the page starts, says so, and names a page that is not kept', async () => {
  await page.goto('/?lang=en');
  await untilWorkerIsThere();
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByText('Offline: there is no network').waitFor();
  await untilMapIsOpen(page);
  await page.goto('/peraturan/x');
  await page.getByText('The page /peraturan/x is not kept on this device.').waitFor();
  await page.goto(`/lokasi/${place}?activity=bengkel`);
  expect(page.url()).toBe(`${city.url}/?p=${place}&activity=bengkel`);
});

test('a new build waits for consent, then nothing of the old one is left', async () => {
  await page.goto('/');
  await untilWorkerIsThere();
  const [old] = (await cacheNames()).filter((name) => name.startsWith('build-'));
  worker = 'newer';
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await cacheNames()).toContain(old);
  await context.setOffline(false);
  await page.reload();
  await page.getByText('Versi baru tersedia').waitFor();
  expect(await cacheNames()).toEqual(expect.arrayContaining([old, 'build-ffffffffffffffff']));
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Muat ulang' }).click()]);
  await until(async () => !(await cacheNames()).includes(old ?? ''), 'the old build goes');
  expect(await cacheNames()).toContain('build-ffffffffffffffff');
});

test('a saved pack answers and draws without a network, and says how old it is', async () => {
  await page.goto(`/?p=${place}&alat=luring`);
  await untilWorkerIsThere();
  await page.getByText('Seluruh kota (Balikpapan)').waitFor();
  await page.getByText('Kelurahan BARAT').waitFor();
  await page.getByRole('button', { name: 'Simpan untuk luring' }).first().click();
  await page.getByText('Tersimpan. Data per').waitFor();
  await page.reload();
  await page.getByText('Tersimpan. Data per').waitFor();
  await page.getByRole('button', { name: /Hapus semua jawaban/ }).click();
  await page.getByText('Belum ada. Setiap jawaban').waitFor();

  await context.setOffline(true);
  // Tiles that the browser still has would hide whether the pack draws.
  await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
  await page.goto(`/?p=${SMALL_CITY.inFlood.join(',')}&activity=bengkel`);
  await page
    .getByText(/^Luring · data per /)
    .first()
    .waitFor();
  await page.getByRole('heading', { level: 1, name: 'BARAT' }).waitFor();
  await page.getByText('Beroperasi pukul 07.00–17.00').first().waitFor();
  expect(
    await page.getByText('Paling banyak dua lantai di kawasan rawan banjir tinggi').count(),
  ).toBeGreaterThan(0);
  expect(await page.getByText('tidak ada di paket').count()).toBeGreaterThan(0);
  await page.getByText('di titik ini; sisa bidang belum diperiksa').first().waitFor();
  await untilMapIsOpen(page);
  const tile = await page.evaluate(async () => {
    const response = await fetch('/tiles/rdtr-uji/1000000000000003/14/13508/8246.mvt');
    return { status: response.status, bytes: (await response.arrayBuffer()).byteLength };
  });
  expect(tile.status).toBe(200);
  expect(tile.bytes).toBeGreaterThan(30);

  await page.getByRole('combobox').fill('-1,193; 116,804');
  await page.getByRole('option').first().click();
  await until(async () => page.url().includes('p=116.80400,-1.19300'), 'the typed place is chosen');
  await page
    .getByText(/^Luring · data per /)
    .first()
    .waitFor();
  const opened = await page.evaluate(() => performance.timeOrigin);
  await context.setOffline(false);
  // A worker that ends takes the emulated state of the device with it, and then nothing tells the page of a change.
  await page.evaluate(() => void window.dispatchEvent(new Event('online'))).catch(() => undefined);
  // The answer is asked for again where it stands, and the page stays as it is.
  await until(
    () =>
      page.evaluate(
        (origin) =>
          performance.timeOrigin === origin &&
          document.querySelectorAll('.device-note').length === 0 &&
          document.querySelector('h1')?.textContent === 'BARAT',
        opened,
      ),
    'the server answers again',
    40_000,
  );
});

test('an answer that was opened is there without a network, with its date', async () => {
  await page.goto(`/?p=${place}`);
  await untilWorkerIsThere();
  await until(
    () =>
      page.evaluate(async () => {
        const names = (await indexedDB.databases()).map(({ name }) => name);
        return names.includes('one-map');
      }),
    'the answer is kept',
  );
  await page.reload();
  await untilMapIsOpen(page);
  await context.setOffline(true);
  await page.reload();
  await page.getByText(/^Luring · tersimpan /).waitFor();
  await page.getByRole('heading', { level: 1, name: 'BARAT' }).waitFor();
});

test('a network that says nothing: the kept answer stands here in its stead, until the network answers', async () => {
  await page.goto(`/?p=${place}`);
  await untilWorkerIsThere();
  await untilMapIsOpen(page);
  await until(
    () =>
      page.evaluate(
        () =>
          new Promise<boolean>((resolve) => {
            const opening = indexedDB.open('one-map');
            opening.onerror = () => resolve(false);
            opening.onsuccess = () => {
              const names = [...opening.result.objectStoreNames];
              if (!names.includes('answers')) {
                opening.result.close();
                return resolve(false);
              }
              const count = opening.result.transaction('answers').objectStore('answers').count();
              count.onsuccess = () => {
                opening.result.close();
                resolve(count.result > 0);
              };
            };
          }),
      ),
    'the answer is kept',
  );
  const speak = beSilent();
  await page.reload({ waitUntil: 'commit' });
  await page.getByText(/^Jaringan belum menjawab · tersimpan /).waitFor();
  await page.getByRole('heading', { level: 1, name: 'BARAT' }).waitFor();
  speak();
  await until(
    async () => (await page.locator('.device-note').count()) === 0,
    'the answer of the network stands in its place',
    40_000,
  );
  await page.getByRole('heading', { level: 1, name: 'BARAT' }).waitFor();
});
