import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { releaseSchema } from '#domain/release/release';
import { uploadSchema } from '#domain/release/upload';
import { aPerson } from '../support/a-person.ts';
import { square, writePlanFile } from '../support/a-plan-file.ts';
import { sentReport } from '../support/a-report.ts';
import { DESKTOP, PHONE } from '../support/a-visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { findViolations } from '../support/find-violations.ts';
import { type RunningCity, startSmallCity } from '../support/small-city-server.ts';
import { aColleague, keepWorking } from '../support/staff-at-work.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

let city: RunningCity;
let browser: Browser;
let stopWorking: () => Promise<void>;
let releaseId: string;
let caseId: string;
const folder = makeTemporaryFolder('console-a11y');
beforeAll(async () => {
  [city, browser] = await Promise.all([startSmallCity(), launchChromium()]);
  stopWorking = keepWorking(city);
  releaseId = await makeRelease();
  await city.deps.sql`insert into producer (producer_id, name) values ('uji', 'CONTOH Dinas Uji')`;
  caseId = await makeCase();
});
afterAll(async () => {
  await browser?.close();
  await stopWorking?.();
  await city?.stop();
  folder.remove();
});

/** A release with a finding, as somebody else made it. */
async function makeRelease(): Promise<string> {
  const { deps, url } = city;
  const { headers } = await aPerson(deps.sql, deps.keys, { roles: ['walidata'], name: 'CONTOH Pembuat' });
  const ask = async (method: string, path: string, body: string, more: Record<string, string>) =>
    (
      await fetch(`${url}/api/v1/staff/${path}`, { method, body, headers: { ...headers, ...more } })
    ).json() as Promise<unknown>;
  const json = { 'content-type': 'application/json' };
  const bytes = readFileSync(
    writePlanFile(folder.path, 'uji.geojsonl', [
      { rings: [square(0, 0, 1100)], properties: { KODSZN: 'ZZ-9' } },
      { rings: [square(1113, 0, 1000)], properties: { KODSZN: 'K-1' } },
    ]),
    'utf8',
  );
  const upload = uploadSchema.parse(
    await ask('POST', 'uploads', JSON.stringify({ fileName: 'uji.geojsonl', byteCount: bytes.length }), json),
  );
  await ask('PATCH', `uploads/${upload.uploadId}`, bytes, {
    'content-type': 'application/offset+octet-stream',
    'upload-offset': '0',
  });
  const items = [
    {
      layerId: 'rdtr-uji',
      uploadId: upload.uploadId,
      reading: { rulesLayerId: 'rules-uji', regulationId: 'rdtr' },
    },
  ];
  const made = releaseSchema.parse(
    await ask('POST', 'releases', JSON.stringify({ title: 'Revisi uji', items }), json),
  );
  return made.releaseId;
}

/** A case, as a report opens it. */
async function makeCase(): Promise<string> {
  const { url, deps } = city;
  const { ticket } = await sentReport({ request: (path, init) => fetch(url + path, init) });
  const [row] = await deps.sql<{ id: string }[]>`select case_id as id from report where ticket = ${ticket}`;
  return row!.id;
}

/** Screens, and what shows that each has come; `once`: looked at on the phone alone. */
const SCREENS = [
  { path: '/konsol', once: true, shows: '.row-link' },
  { path: '/konsol/lapisan', shows: '.row-link' },
  { path: '/konsol/lapisan/baru', once: true, shows: 'form' },
  { path: '/konsol/lapisan/rdtr-uji', shows: 'form' },
  { path: '/konsol/lapisan/rdtr-uji?bagian=riwayat', shows: '.timeline-step' },
  { path: '/konsol/lapisan/rdtr-uji?bagian=revisi', once: true, shows: 'form' },
  { path: '/konsol/unggah?lapisan=banjir-uji', shows: '.upload-drop' },
  { path: '/konsol/rilis/:release?bagian=temuan', shows: '.finding' },
  { path: '/konsol/rilis/:release?bagian=perbandingan', shows: '.data-table' },
  { path: '/konsol/rilis/:release?bagian=keputusan', once: true, shows: '.history-rows' },
  { path: '/konsol/instansi', once: true, shows: '.row-plain' },
  { path: '/konsol/aturan', once: true, shows: '.row-link' },
  { path: '/konsol/aturan/rules-uji', shows: '.grid' },
  { path: '/konsol/laporan?peta=ya', shows: '.row-link' },
  { path: '/konsol/laporan?state=telaah', once: true, shows: '.empty' },
  { path: '/konsol/laporan/:case', shows: '.case-map .staff-map-frame' },
  { path: '/konsol/layanan/laporan', once: true, shows: 'form' },
  { path: '/konsol/tidak-ada', once: true, shows: '.empty' },
] as const;

/** Of somebody to whom every one of these screens is shown. */
const ROLES = ['walidata', 'petugasLayanan', 'pejabatPenandatangan'] as const;

test.each([
  ['id', PHONE, 'dark'],
  ['en', { ...DESKTOP, width: 1280 }, 'light'],
] as const)(
  'axe finds nothing in the console, and nothing is wider than the screen: %s, %o, %s',
  async (language, viewport, colorScheme) => {
    const { page } = await aColleague(browser, city, 'CONTOH Kedua', ROLES, {
      language,
      viewport,
      colorScheme,
      bypassCSP: true,
    });
    const found: string[] = [];
    for (const screen of SCREENS) {
      if ('once' in screen && language === 'en') continue;
      const { path, shows } = screen;
      await page.goto(path.replace(':release', releaseId).replace(':case', caseId));
      await page.locator(shows).first().waitFor();
      found.push(...(await findViolations(page)).map((violation) => `${path}: ${violation}`));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > viewport.width) found.push(`${path}: ${width} pixels wide`);
    }
    expect(found).toEqual([]);
  },
  120_000,
);

test('who is not signed in signs in first, and comes back to the address', async () => {
  const page = await browser.newPage({ viewport: PHONE, bypassCSP: true, locale: 'id-ID' });
  await page.goto(`${city.url}/konsol/lapisan?akses=internal`);
  await page.getByLabel('Kata sandi').waitFor();
  expect(await findViolations(page)).toEqual([]);
  const { pathname, search } = new URL(page.url());
  expect(pathname + search).toBe(
    `/konsol/masuk?lanjut=${encodeURIComponent('/konsol/lapisan?akses=internal')}`,
  );
  await page.close();
});
