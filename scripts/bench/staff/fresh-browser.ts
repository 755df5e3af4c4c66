import type { Browser, Page, Response } from 'playwright-core';
import { DESKTOP } from '../../../tests/support/a-visitor.ts';
import { startBarePage } from '../page/bare-page.ts';
import { median } from '../row.ts';
import type { EditedPlan, Plan } from './edited-plan.ts';

const PATIENCE_MS = 20_000;
const ROUNDS = 5;
/** At which the page opens a place: the bare page asks for tiles of the same size. */
const ZOOM = 15;

/** A browser with nothing of the product in it, on an empty page. */
export async function freshPage(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, viewport: DESKTOP, locale: 'id-ID' });
  return await context.newPage();
}

/** From the first request to the tile and the answer. */
export async function reads(
  page: Page,
  { layerId }: Plan,
  { versionId, code, lon, lat }: EditedPlan,
): Promise<void> {
  const tile = receives(page, `/tiles/${layerId}/${versionId}/`, lon, lat);
  await page.goto(`/?p=${lon},${lat}`, { waitUntil: 'commit' });
  await Promise.all([
    tile,
    page.locator('.zone-code', { hasText: code }).first().waitFor({ timeout: PATIENCE_MS }),
  ]);
}

/**
 * How long a fresh browser takes that nothing was published for just now, and how long for a page with MapLibre and this one
 * layer alone: to the same tile, turn by turn.
 * @returns seconds
 */
export async function againstBarePage(
  browser: Browser,
  origin: string,
  plan: Plan,
  edited: EditedPlan,
): Promise<{ later: number; bare: number }> {
  const { versionId, lon, lat } = edited;
  const { layerId } = plan;
  const page = await startBarePage({
    productUrl: origin,
    layerId,
    versionId,
    centre: [lon, lat],
    zoom: ZOOM,
  });
  const [later, bare]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      bare.push(
        await timed(browser, page.url, async (fresh) => {
          const tile = receives(fresh, `/tiles/${layerId}/${versionId}/`, lon, lat);
          await fresh.goto('/', { waitUntil: 'commit' });
          await tile;
        }),
      );
      later.push(await timed(browser, origin, (fresh) => reads(fresh, plan, edited)));
    }
  } finally {
    await page.stop();
  }
  return { later: median(later), bare: median(bare) };
}

async function timed(
  browser: Browser,
  origin: string,
  visit: (page: Page) => Promise<void>,
): Promise<number> {
  const fresh = await freshPage(browser, origin);
  const start = performance.now();
  await visit(fresh);
  const seconds = (performance.now() - start) / 1000;
  await fresh.context().close();
  return seconds;
}

/** The whole of a tile in which the place lies. */
async function receives(page: Page, path: string, lon: number, lat: number): Promise<void> {
  const tile = await page.waitForResponse(
    (response) => response.ok() && holdsPlace(response, path, lon, lat),
    { timeout: PATIENCE_MS },
  );
  await tile.finished();
}

/** Whether a response is a tile of the version in which the place lies. */
function holdsPlace(response: Response, path: string, lon: number, lat: number): boolean {
  const [, rest] = new URL(response.url()).pathname.split(path);
  const [zoom, column, row] = (rest ?? '').split(/[/.]/).map(Number);
  if (zoom === undefined || column === undefined || row === undefined) return false;
  const sine = Math.sin((lat * Math.PI) / 180);
  const tiles = 2 ** zoom;
  return (
    Math.floor((lon / 360 + 0.5) * tiles) === column &&
    Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * tiles) === row
  );
}
