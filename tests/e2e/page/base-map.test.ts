import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBaseMapArchive } from '../../support/a-base-map.ts';
import { SMALL_CITY } from '../../support/a-small-city.ts';
import { aVisitor, DESKTOP, until, untilMapIsOpen } from '../../support/a-visitor.ts';
import { launchChromium } from '../../support/chromium.ts';
import { startSmallCity } from '../../support/small-city-server.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = makeTemporaryFolder('base-map');
const archivePath = join(folder.path, 'ground.pmtiles');
const picture = PNG.sync.write(new PNG({ width: 256, height: 256 }));
const asked: string[] = [];
/** A server of others with pictures and a vector style. */
const others = createServer((request, response) => {
  const path = request.url ?? '';
  asked.push(path);
  response.setHeader('access-control-allow-origin', '*');
  if (path.endsWith('.png')) response.setHeader('content-type', 'image/png').end(picture);
  else if (path === '/style.json') {
    const address = others.address() as AddressInfo;
    const tiles = [`http://127.0.0.1:${address.port}/vector/{z}/{x}/{y}.pbf`];
    response.end(
      JSON.stringify({
        version: 8,
        sources: { a: { type: 'vector', tiles, attribution: '<i>Peta</i> Orang<script>alert(1)</script>' } },
        layers: [
          { id: 'w', type: 'line', source: 'a', 'source-layer': 'roads', paint: { 'line-color': '#ccc' } },
        ],
      }),
    );
  } else response.end();
});

beforeAll(async () => {
  writeFileSync(archivePath, aBaseMapArchive());
  await new Promise<void>((resolve) => {
    others.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(() => {
  others.close();
  folder.remove();
});

test('an own file, a vector style and pictures lie below the plan, each named, none needed', async () => {
  const origin = `http://127.0.0.1:${(others.address() as AddressInfo).port}`;
  const [city, browser] = await Promise.all([
    startSmallCity(undefined, {
      baseMap: {
        archivePath,
        styleUrl: `${origin}/style.json`,
        rasterUrl: `${origin}/{z}/{x}/{y}.png`,
        attribution: 'Dinas Contoh',
      },
    }),
    launchChromium(),
  ]);
  try {
    const { page, complaints } = await aVisitor(browser, city.url, { viewport: DESKTOP });
    const ownTile = page.waitForResponse((response) => response.url().includes('/basemap/tiles/'));
    const shell = await page.goto(`/?p=${SMALL_CITY.inZone1.join(',')}`);
    await untilMapIsOpen(page);
    expect(shell?.headers()['content-security-policy']).toContain(`connect-src 'self' ${origin}`);

    // The operator's file is the usual ground.
    expect((await ownTile).status()).toBeLessThan(300);
    await page.getByText('Sumber', { exact: true }).click();
    await page.locator('.map-sources li', { hasText: 'Dinas Contoh · © Uji' }).waitFor();

    await page.getByRole('button', { name: 'Legenda' }).click();
    await page.getByRole('tab', { name: 'Lapisan' }).click();
    await page.getByRole('radio', { name: 'Peta vektor dari internet' }).check();
    await until(async () => asked.some((path) => path.startsWith('/vector/')), 'tiles of the style');
    // Markup of others is text, or nothing.
    await page.locator('.map-sources li', { hasText: /^Dinas Contoh · Peta Orang$/ }).waitFor();
    await page.getByRole('radio', { name: 'Gambar dari internet' }).check();
    await until(async () => asked.some((path) => path.endsWith('.png')), 'pictures');
    expect(new URL(page.url()).searchParams.get('look')).toBe('base:raster');
    await page.getByRole('radio', { name: /^Tanpa/ }).check();
    await page.locator('.map-sources li', { hasText: 'Dinas Contoh' }).waitFor({ state: 'detached' });
    expect(complaints.filter((complaint) => !complaint.startsWith(`asked ${origin}/`))).toEqual([]);
  } finally {
    await browser.close();
    await city.stop();
  }
});
