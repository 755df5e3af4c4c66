import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#domain/accounts/role';
import { aPerson } from '../../support/a-person.ts';
import { PHONE, until } from '../../support/a-visitor.ts';
import { anOffice, FILLED_FORM } from '../../support/an-office.ts';
import { launchChromium } from '../../support/chromium.ts';
import { findViolations } from '../../support/find-violations.ts';
import { type RunningCity, startSmallCity } from '../../support/small-city-server.ts';
import { aColleague } from '../../support/staff-at-work.ts';

let city: RunningCity;
let browser: Browser;
beforeAll(async () => {
  [city, browser] = await Promise.all([startSmallCity(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

/** An application for the parcel of the small city that waits for its survey. */
async function surveyed(): Promise<{ id: string; ticket: string }> {
  const office = anOffice(city.deps.sql, city.deps.dataDirectory);
  const visit = (): never => ({ req: { header: () => undefined }, env: {} }) as never;
  const made = await office.desk.make(visit(), 'id');
  if (!made.ok) throw new Error(made.problem.code);
  const { applicationId: id, ticket, secret } = made.value;
  const own = async () => (await office.desk.open(visit(), ticket, secret))!;
  await (await own()).keep(1, FILLED_FORM);
  const draft = await own();
  expect(await draft.step(draft.row.revision, 'submit', {})).toEqual({ ok: true, value: null });
  const roles: Role[] = ['petugasLayanan'];
  const { headers } = await aPerson(city.deps.sql, office.deps.keys, { roles });
  for (const step of ['takeUp', 'acceptForSurvey']) {
    const path = `/api/v1/staff/applications/${id}`;
    const { revision } = (await (await office.app.request(path, { headers })).json()) as { revision: number };
    const moved = await office.app.request(`${path}/steps/${step}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'if-match': `"r${revision}"` },
      body: '{}',
    });
    expect(moved.status).toBe(200);
  }
  return { id, ticket };
}

const type = async (page: Page, coordinate: string): Promise<void> => {
  await page.getByLabel('Koordinat', { exact: true }).fill(coordinate);
  await page.getByLabel('Ketelitian alat (meter)').fill('0,5');
  await page.getByRole('button', { name: 'Tambah titik' }).click();
};

test('a plot is measured and photographed without a network, arrives by itself, and is decided on', async () => {
  const { id, ticket } = await surveyed();
  const surveyor = await aColleague(browser, city, 'CONTOH Surveyor', ['surveyor'], {
    bypassCSP: true,
    viewport: PHONE,
    permissions: ['geolocation'],
    geolocation: { longitude: 116.805, latitude: -1.1948, accuracy: 4 },
  });
  const { page } = surveyor;
  await page.goto('/konsol/lapangan');
  await page.getByRole('button', { name: `Mulai kunjungan ${ticket}` }).click();
  await page.getByRole('heading', { level: 2, name: 'Ukur titik' }).waitFor();
  await until(
    () => page.evaluate(async () => (await caches.match('/konsol/lapangan')) !== undefined),
    'the console is kept for the way out',
  );
  await until(
    () => page.evaluate(() => navigator.serviceWorker.controller !== null),
    'the worker looks after this page',
  );

  const context = page.context();
  await context.setOffline(true);
  await page.reload();
  await page.getByText('Tanpa jaringan. Tampil seperti terakhir disimpan').waitFor();
  await page.getByRole('img', { name: 'Denah tanah tanpa peta' }).waitFor();
  await page.getByRole('button', { name: 'Mulai ukur dengan GPS' }).click();
  await page.getByText(/\d pembacaan, ketelitian ± 4/).waitFor();
  await page.getByRole('button', { name: 'Simpan titik ini' }).click();
  await page.getByText('Titik 1:').waitFor();
  await page.getByText('Ketik koordinat').click();
  await page.getByLabel('Koordinat', { exact: true }).fill('116.8051, 1.1948');
  await page.getByRole('button', { name: 'Tambah titik' }).click();
  await page.getByText(/di luar kota/).waitFor();
  for (const [index, coordinate] of [
    '-1.1948, 116.80512',
    '-1.1947, 116.80512',
    '-1.1947, 116.805',
  ].entries()) {
    await type(page, coordinate);
    await page.getByText(`Titik ${index + 2}:`).waitFor();
  }
  await page.getByRole('button', { name: 'Simpan batas terukur' }).click();
  await page.getByText('Kedua batas tidak lebih jauh dari ketelitian ukur').waitFor();
  const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#795' } })
    .withExifMerge({ IFD0: { Artist: 'KAMERA-RAHASIA' } })
    .jpeg()
    .toBuffer();
  await page
    .getByLabel('Ambil atau pilih foto')
    .setInputFiles({ name: '../IMG 1.jpg', mimeType: 'image/jpeg', buffer: picture });
  await page.getByLabel('Keterangan').fill('Dari jalan');
  await page.getByRole('button', { name: 'Simpan foto' }).click();
  await page.locator('figcaption', { hasText: 'Dari jalan' }).waitFor();
  const kept = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('one-map');
      request.onsuccess = () => resolve(request.result);
    });
    const all = await new Promise<{ attachments: { blob: Blob }[] }[]>((resolve) => {
      const request = database.transaction('outbox').objectStore('outbox').getAll();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    const blob = all.flatMap(({ attachments }) => attachments)[0]!.blob;
    return { type: blob.type, text: new TextDecoder('latin1').decode(await blob.arrayBuffer()) };
  });
  expect(kept.type).toBe('image/jpeg');
  expect(kept.text).not.toContain('KAMERA-RAHASIA');
  await page.getByRole('button', { name: 'Selesai Ukur sudut-sudut tanah' }).click();
  await page.getByText('7 tersimpan di perangkat').waitFor();
  await page.getByText('7 catatan belum diterima peladen').waitFor();
  // The browser is closed and opened again before there is a network: nothing is lost.
  await page.reload();
  await page.getByText('7 tersimpan di perangkat').waitFor();
  expect(await findViolations(page)).toEqual([]);

  await context.setOffline(false);
  await page.evaluate(() => void window.dispatchEvent(new Event('online')));
  await page.getByText('7 diterima').waitFor();
  await page.getByRole('radio', { name: 'Batas hasil ukur yang dipakai' }).check();
  await page.getByRole('button', { name: 'Tutup kunjungan' }).click();
  await page.getByText('Tulis paling sedikit 5 huruf.').waitFor();
  await page.getByLabel('Alasan').fill('Patok di lapangan jelas.');
  await page.getByRole('button', { name: 'Tutup kunjungan' }).click();
  await page.locator('.screen-lead').getByText('Ditutup').waitFor();

  const analyst = await aColleague(browser, city, 'CONTOH Analis', ['analis'], { bypassCSP: true });
  await analyst.page.goto(`/konsol/permohonan/${id}`);
  const survey = analyst.page.getByRole('region', { name: 'Survei lapangan' });
  await survey.getByText('Batas hasil ukur yang dipakai').waitFor();
  await survey.getByText('Patok di lapangan jelas.').waitFor();
  const shown = survey.getByRole('img', { name: 'Dari jalan' });
  await shown.scrollIntoViewIfNeeded();
  await until(
    () => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth === 400),
    'the photo is shown',
  );
  expect(await findViolations(analyst.page)).toEqual([]);
  expect(analyst.complaints).toEqual([]);
}, 60_000);
