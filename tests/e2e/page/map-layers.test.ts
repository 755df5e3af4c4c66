import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishVersion } from '../../../server/features/publish/index.ts';
import { insertZone, SMALL_CITY } from '../../support/a-small-city.ts';
import { aVisitor, DESKTOP, PHONE, until, untilMapIsOpen } from '../../support/a-visitor.ts';
import { launchChromium } from '../../support/chromium.ts';
import { type RunningCity, startSmallCity } from '../../support/small-city-server.ts';

let city: RunningCity;
let browser: Browser;
beforeAll(async () => {
  [city, browser] = await Promise.all([startSmallCity(), launchChromium()]);
  await publishNextPlan();
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});
const place = SMALL_CITY.inZone1.join(',');

const query = (page: Page) => new URL(page.url()).searchParams;
const untilQuery = (page: Page, name: string, value: string | null): Promise<void> =>
  until(async () => query(page).get(name) === value, `${name}=${value} in the address`);

/** The colour of one pixel of the page. */
async function pixelAt(page: Page, x: number, y: number): Promise<number[]> {
  const { data } = PNG.sync.read(await page.screenshot({ clip: { x, y, width: 1, height: 1 } }));
  return [...data.subarray(0, 3)];
}
/** The pin of the chosen place, as the light palette has it. */
const PIN = [6, 63, 67];
const isPin = (color: number[]): boolean => color.every((c, i) => Math.abs(c - (PIN[i] ?? 0)) <= 6);

test('zones in patterns or safe colours, layers in another order, see-through: all of it kept in the address', async () => {
  const { page, complaints } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  await page.goto(`/?p=${place}`);
  await untilMapIsOpen(page);
  await page.getByRole('button', { name: 'Legenda' }).click();

  // Only what is in view, the most ground first, and the parts make a whole.
  const shares = page.locator('.legend-share');
  await until(async () => (await shares.count()) === 2, 'two zones in view');
  const parts = (await shares.allInnerTexts()).map((text) => Number.parseInt(text, 10));
  expect(parts[0]).toBeGreaterThanOrEqual(parts[1] ?? 0);
  expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBeGreaterThanOrEqual(99);

  // The card takes its room beside the chosen place.
  const frame = await page.locator('.map-frame').boundingBox();
  if (frame === null) throw new Error('there is no map');
  const middle = { x: frame.x + (frame.width - 376) / 2, y: frame.y + frame.height / 2 };
  await until(
    async () => isPin(await pixelAt(page, middle.x, middle.y)),
    'the place in the free part of the map',
  );

  await page.getByRole('radio', { name: 'Berpola' }).check();
  await untilQuery(page, 'look', 'hatched');
  const housing = page.locator('.legend-entries li', { hasText: 'R-3' }).first();
  await until(async () => (await housing.locator('pattern').count()) === 1, 'a pattern in the legend');
  expect(await housing.locator('rect[fill-opacity]').first().getAttribute('fill')).toBe('#fff005');
  await page.reload();
  await untilMapIsOpen(page);
  await page.getByRole('button', { name: 'Legenda' }).click();
  expect(await page.getByRole('radio', { name: 'Berpola' }).isChecked()).toBe(true);
  await page.getByRole('radio', { name: 'Ramah buta warna' }).check();
  await page.getByText('Bukan warna resmi').waitFor();

  // From here by keyboard.
  await page.getByRole('tab', { name: 'Legenda' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('checkbox', { name: 'Rawan banjir' }).focus();
  await page.keyboard.press('Space');
  await untilQuery(page, 'layers', 'banjir-uji');
  await page.getByRole('button', { name: 'Atur Rawan banjir' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('slider', { name: 'Kepekatan' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await untilQuery(page, 'look', 'safe;banjir-uji:80');
  await page.getByRole('button', { name: 'Turunkan Rawan banjir' }).focus();
  await page.keyboard.press('Enter');
  await until(
    async () => (await page.locator('[data-announcer]').innerText()).startsWith('Rawan banjir kini urutan 4'),
    'the new order is said',
  );
  expect(query(page).get('look')).toBe('safe;banjir-uji:80;order:parcel-uji,banjir-uji');

  await page.getByRole('button', { name: 'Kembalikan seperti semula' }).click();
  await untilQuery(page, 'look', null);
  await untilQuery(page, 'layers', null);
  await page.keyboard.press('Escape');
  await until(async () => (await page.locator('.legend-card').count()) === 0, 'the card is closed');
  await until(
    async () =>
      (await page.evaluate(() => document.activeElement?.getAttribute('aria-controls'))) === 'legenda',
    'the keyboard is back at the button',
  );
  expect(complaints).toEqual([]);
});

test('on a phone the legend takes the sheet’s place, below the chosen place', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: PHONE });
  await page.goto(`/?p=${place}`);
  await untilMapIsOpen(page);
  await page.getByRole('button', { name: 'Legenda' }).click();
  await page.locator('.legend-entries').first().waitFor();
  expect(await page.locator('.panel').isVisible()).toBe(false);
  const card = await page.locator('.legend-card').boundingBox();
  const top = 88;
  const middle = (top + (card?.y ?? 0)) / 2;
  await until(async () => isPin(await pixelAt(page, PHONE.width / 2, middle)), 'the place above the legend');
  const scale = await page.locator('.scale').getAttribute('aria-label');
  expect(scale).toMatch(/^Skala: garis ini [125]0* k?m di lapangan$/);
});

test('a device that stops drawing is told of, the answer stays, and the map comes back by itself', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  await page.goto(`/?p=${place}`);
  await untilMapIsOpen(page);
  await page.locator('.scale').waitFor();
  await page.evaluate(() => {
    const extension = document
      .querySelector('canvas')
      ?.getContext('webgl2')
      ?.getExtension('WEBGL_lose_context');
    (window as unknown as { lost: unknown }).lost = extension;
    extension?.loseContext();
  });
  await page.getByText('Perangkat menghentikan gambar peta').waitFor();
  expect(await page.getByRole('heading', { level: 1, name: 'BARAT' }).isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Muat ulang halaman' }).isVisible()).toBe(true);
  await page.evaluate(() =>
    (window as unknown as { lost: { restoreContext(): void } }).lost.restoreContext(),
  );
  await page.getByText('Perangkat menghentikan gambar peta').waitFor({ state: 'detached' });
});

test('tiles that do not come are told of, and come when asked again', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  await page.context().route('**/*.mvt', (route) => route.abort());
  await page.goto(`/?p=${place}`);
  await page.getByText('Sebagian peta belum termuat').waitFor();
  expect(await page.getByRole('heading', { level: 1, name: 'BARAT' }).isVisible()).toBe(true);
  // The zone of the place is yellow, the sea is not.
  const frame = await page.locator('.map-frame').boundingBox();
  if (frame === null) throw new Error('there is no map');
  const blue = async () =>
    (await pixelAt(page, frame.x + frame.width / 2, frame.y + frame.height / 2 - 40))[2] ?? 0;
  expect(await blue()).toBeGreaterThan(200);
  await page.context().unroute('**/*.mvt');
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await until(async () => (await blue()) < 150, 'the zone is drawn');
  await page.getByText('Sebagian peta belum termuat').waitFor({ state: 'detached' });
});

/** From this day on the ground of zone 1 is K-1, which is drawn red; until then R-3, which is drawn yellow. */
const NEXT_PLAN_FROM = '2027-01-01';
async function publishNextPlan(): Promise<void> {
  const { sql } = city.deps;
  const versionId = '2000000000000003';
  await sql`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, source_crs,
                               feature_count, report, rules_layer_id, regulation_id, is_demo)
    select ${versionId}, layer_id, 'berikut', source_name, ${versionId.repeat(4)}, source_format, source_crs,
           1, report, rules_layer_id, regulation_id, is_demo
    from layer_version where version_id = '1000000000000003'`;
  await insertZone(
    sql,
    versionId,
    1,
    'K-1',
    'MULTIPOLYGON(((116.8 -1.2,116.81 -1.2,116.81 -1.19,116.8 -1.19,116.8 -1.2)))',
  );
  const published = await publishVersion(city.deps, {
    layerId: 'rdtr-uji',
    versionId,
    validFrom: NEXT_PLAN_FROM,
    decree: 'CONTOH Nomor 2',
  });
  if (!published.ok) throw new Error(JSON.stringify(published.problem));
}
const isYellow = ([red = 0, green = 0, blue = 0]: number[]): boolean =>
  red > 200 && green > 190 && blue < 150;
const isRed = ([red = 0, green = 0, blue = 0]: number[]): boolean => red > 200 && green < 190 && blue < 190;

test('two days: each half draws the version of its own day, and nothing while that is not known', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: PHONE });
  await page.goto(`/?c=${place}&z=16&alat=bandingkan~.~${NEXT_PLAN_FROM}~50`);
  await untilMapIsOpen(page);
  await page.locator('.compare-map canvas').waitFor();
  const left = () => pixelAt(page, 90, 200);
  const right = () => pixelAt(page, 270, 200);
  await until(async () => isYellow(await left()), 'today’s zone on the left');
  await until(async () => isRed(await right()), 'the zone of next year on the right');
  await page.context().route('**/api/v1/legend?*2028-01-01*', (route) => route.abort());
  await page.getByLabel('Aturan per tanggal').last().fill('2028-01-01');
  const failure = page.locator('.compare-side').last().getByRole('alert');
  await failure.waitFor();
  await until(async () => !isRed(await right()), 'no zones under a day whose layers are not known');
  expect(isYellow(await right())).toBe(false);
  expect(isYellow(await left())).toBe(true);
  await page.context().unroute('**/api/v1/legend?*2028-01-01*');
  await failure.getByRole('button').click();
  await until(async () => isRed(await right()), 'the zone of that day');
});

test('another day on the map: its layers, or none and a word about it, but never those of the day before', async () => {
  const { page } = await aVisitor(browser, city.url, { viewport: DESKTOP });
  await page.goto(`/?c=${place}&z=16`);
  await untilMapIsOpen(page);
  const frame = await page.locator('.map-frame').boundingBox();
  if (frame === null) throw new Error('there is no map');
  const middle = () => pixelAt(page, frame.x + frame.width / 2, frame.y + frame.height / 2 - 60);
  await until(async () => isYellow(await middle()), 'the zone of today');
  await page.context().route(`**/api/v1/legend?*${NEXT_PLAN_FROM}*`, (route) => route.abort());
  await page.getByRole('button', { name: 'Legenda' }).click();
  await page.getByRole('tab', { name: 'Lapisan' }).click();
  await page.getByLabel('Aturan per tanggal').fill(NEXT_PLAN_FROM);
  await page.getByRole('button', { name: 'Terapkan' }).click();
  await page.getByText('Legenda termuat sendiri setelah tersambung lagi').waitFor();
  await page.locator('.legend-close').click();
  const note = page.locator('.map-trouble', { hasText: 'tidak ada zona yang digambar' });
  await note.waitFor();
  await until(async () => !isYellow(await middle()), 'today’s zone is gone');
  await page.context().unroute(`**/api/v1/legend?*${NEXT_PLAN_FROM}*`);
  await note.getByRole('button', { name: 'Coba lagi' }).click();
  await until(async () => isRed(await middle()), 'the zone of that day');
  await note.waitFor({ state: 'detached' });
});
