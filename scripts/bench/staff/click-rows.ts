import type { Browser, Page } from 'playwright-core';
import * as z from 'zod/mini';
import { DESKTOP } from '../../../tests/support/a-visitor.ts';
import { launchChromium } from '../../../tests/support/chromium.ts';
import { startDemoProduct } from '../../../tests/support/running-product.ts';
import { say } from '../progress.ts';
import { atMost, type BenchRow, median } from '../row.ts';
import { untilQuiet } from '../until-quiet.ts';
import { aColleagueOf, type Colleague } from './colleague.ts';
import { type EditedPlan, type Plan, submitEdited } from './edited-plan.ts';
import { againstBarePage, freshPage, reads } from './fresh-browser.ts';

const ROUNDS = 5;
const PATIENCE_MS = 20_000;

/**
 * One polygon of the published demo city is edited by one person and approved by another, in Chromium: from that person's
 * click to a browser without anything of the product, which has received a tile of the new version that holds the place,
 * and reads the new answer. It is open on an empty page by then, as the one of somebody who is about to look: what a browser
 * takes to start is the same for every product. It goes to the address when the pointer has changed.
 */
export async function clickRows(): Promise<BenchRow[]> {
  const product = await startDemoProduct(undefined);
  const browser = await launchChromium();
  try {
    const { address: origin, dataDirectory } = product;
    const maker = await aColleagueOf(origin, dataDirectory, 'walidata@contoh.example');
    const second = await aColleagueOf(origin, dataDirectory, 'pejabatpenandatangan@contoh.example');
    const plan = await publishedPlan(maker);
    const page = await officePage(browser, origin, second);
    const [whole, made, opened]: [number[], number[], number[]] = [[], [], []];
    const answered: number[] = [];
    let last: EditedPlan | undefined;
    await untilQuiet();
    for (let round = 0; round < ROUNDS; round++) {
      const edited = await submitEdited(maker, plan, origin, round);
      const approve = await fillApproval(page, edited, round);
      const fresh = await freshPage(browser, origin);
      const start = performance.now();
      const answer = page.waitForResponse((response) => response.url().endsWith('/approve'));
      await approve();
      answered.push(await answer.then(() => (performance.now() - start) / 1000));
      await isInForce(origin, plan, edited);
      made.push((performance.now() - start) / 1000);
      await reads(fresh, plan, edited);
      whole.push((performance.now() - start) / 1000);
      opened.push((whole.at(-1) ?? 0) - (made.at(-1) ?? 0));
      say(
        `staff: click ${round + 1} of ${ROUNDS}: ${made.at(-1)?.toFixed(2)} s and ${opened.at(-1)?.toFixed(2)} s`,
      );
      await fresh.context().close();
      last = edited;
      await page.locator('.screen-lead .mark').getByText('Terbit', { exact: true }).waitFor();
    }
    if (last === undefined) throw new Error('nothing was published');
    const { later, bare } = await againstBarePage(browser, origin, plan, last);
    return [
      atMost(2, {
        id: 'click-to-live',
        what: 'the second person clicks: until a fresh browser has the new tile and shows the new answer',
        figure: median(whole),
        unit: 's',
        note: `${median(answered).toFixed(2)} s until the approval is answered, ${median(made).toFixed(2)} s until it is in force, ${median(opened).toFixed(2)} s for the browser; ${ROUNDS} rounds, ${Math.min(...whole).toFixed(2)}–${Math.max(...whole).toFixed(2)} s`,
      }),
      atMost(1.25, {
        id: 'click-browser',
        what: 'the part of the fresh browser in it, as a multiple of a bare MapLibre page until it has the same tile',
        figure: median(opened) / bare,
        unit: '×',
        note: `${median(opened).toFixed(2)} s right after the publication, ${later.toFixed(2)} s later, bare page ${bare.toFixed(2)} s`,
      }),
    ];
  } finally {
    await browser.close();
    await product.stop();
  }
}

const layersSchema = z.object({
  layers: z.array(z.object({ layerId: z.string(), kind: z.string(), inForce: z.nullable(z.object({})) })),
});

/** The zones in force, and the rules that explain them. */
async function publishedPlan(maker: Colleague): Promise<Plan> {
  const { layers } = layersSchema.parse(await maker.ask('GET', 'layers'));
  const idOf = (kind: string): string =>
    layers.find((one) => one.kind === kind && one.inForce !== null)?.layerId ?? '';
  return { layerId: idOf('zones'), rulesLayerId: idOf('rules'), regulationId: 'rdtr' };
}

async function officePage(browser: Browser, origin: string, { cookies }: Colleague): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, viewport: DESKTOP, locale: 'id-ID' });
  await context.addCookies(cookies.map((one) => ({ ...one, url: origin })));
  return await context.newPage();
}

/** Reads what the release changes and fills the approval in; what is given back is the click. */
async function fillApproval(page: Page, { releaseId }: EditedPlan, round: number) {
  await page.goto(`/konsol/rilis/${releaseId}`);
  await page.locator('.data-table').first().waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Setujui dan terbitkan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Jenis').selectOption('CONTOH');
  await dialog.getByLabel('Nomor', { exact: true }).fill(String(100 + round));
  await dialog.getByLabel('Tentang').fill('suntingan');
  await dialog.getByLabel('Tanggal ketetapan').fill('2026-01-02');
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  const button = dialog.locator('button[type=submit][aria-disabled=false]');
  await button.waitFor();
  return () => button.click();
}

async function isInForce(origin: string, { layerId }: Plan, { versionId }: EditedPlan): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const pointer = await (await fetch(`${origin}/tiles/${layerId}/current.json`)).json();
    if (pointer.versionId === versionId) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the edit never came in force');
}
