import type { Browser } from 'playwright-core';
import { say } from '../progress.ts';
import { atMost, type BenchRow, median } from '../row.ts';
import { aSlowPhone, type Marks, REPEAT, SLOW_4G, slowDown, untilMark } from './slow-phone.ts';
import type { PageStage } from './stage.ts';

const ROUNDS = 5;

/** Cold and repeated first views at slow 4G and a fourth of the processor, ours and the bare page turn by turn. */
export async function firstViewRows({ browser, productUrl, place, bareUrl }: PageStage): Promise<BenchRow[]> {
  const ours: Marks[] = [];
  const bare: Marks[] = [];
  const text: Marks[] = [];
  const again: number[] = [];
  const bareAgain: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    say(`  visit ${round + 1} of ${ROUNDS}`);
    bare.push(await coldView(browser, bareUrl, 'mapIdle'));
    ours.push(await coldView(browser, `${productUrl}/?p=${place}&z=15`, 'mapIdle'));
    text.push(await coldView(browser, `${productUrl}/lokasi/${place}`, 'answerUsable'));
    again.push(await repeatedView(browser, `${productUrl}/?p=${place}&z=15`));
    bareAgain.push(await repeatedView(browser, bareUrl));
  }
  const middle = (views: readonly Marks[], mark: 'lcp' | 'mapIdle' | 'answerUsable'): number =>
    median(views.map((view) => view[mark] ?? Number.NaN));
  const bareIdle = middle(bare, 'mapIdle');
  const ourIdle = middle(ours, 'mapIdle');
  const spread = (values: readonly (number | null)[]): string =>
    `${ROUNDS} cold visits, ${values.map((value) => Math.round(value ?? Number.NaN)).join(' ')} ms`;
  return [
    atMost(2000, {
      id: 'answer-usable',
      what: 'map page with a place: the answer stands there and reacts, slow 4G, 4× CPU',
      figure: middle(ours, 'answerUsable'),
      unit: 'ms',
      note: spread(ours.map((view) => view.answerUsable)),
    }),
    atMost(2000, {
      id: 'text-usable',
      what: 'text page of a place: the answer stands there and reacts, slow 4G, 4× CPU',
      figure: middle(text, 'answerUsable'),
      unit: 'ms',
      note: spread(text.map((view) => view.answerUsable)),
    }),
    atMost(1.25, {
      id: 'map-idle',
      what: 'map idle, as a multiple of a bare MapLibre page in the same run',
      figure: ourIdle / bareIdle,
      unit: '×',
      note: `ours ${Math.round(ourIdle)} ms, bare ${Math.round(bareIdle)} ms`,
    }),
    atMost(1800, {
      id: 'lcp',
      what: 'largest contentful paint of answer pages',
      figure: Math.max(middle(ours, 'lcp'), middle(text, 'lcp')),
      unit: 'ms',
      note: `map page ${Math.round(middle(ours, 'lcp'))} ms, text page ${Math.round(middle(text, 'lcp'))} ms`,
    }),
    atMost(0.02, {
      id: 'cls',
      what: 'layout shift until the map is idle, worst visit',
      figure: Math.max(...ours.map((view) => view.cls), ...text.map((view) => view.cls)),
      unit: '',
    }),
    atMost(1500, {
      id: 'repeat-visit',
      what: 'repeated visit to map idle, same network and processor',
      figure: median(again),
      unit: 'ms',
      note: `${again.map((value) => Math.round(value)).join(' ')}; bare page ${Math.round(median(bareAgain))} ms`,
    }),
  ];
}

async function coldView(browser: Browser, url: string, until: 'mapIdle' | 'answerUsable'): Promise<Marks> {
  const phone = await aSlowPhone(browser, SLOW_4G);
  try {
    await phone.page.goto(url, { waitUntil: 'commit' });
    return await untilMark(phone.page, until);
  } finally {
    await phone.close();
  }
}

/** The second visit of the same reader: what the first one left in the browser is there. */
async function repeatedView(browser: Browser, url: string): Promise<number> {
  const phone = await aSlowPhone(browser, { ...SLOW_4G, cpu: 1, down: 0 });
  try {
    await phone.page.goto(url, { waitUntil: 'commit' });
    await untilMark(phone.page, 'mapIdle');
    // What the first visit stores in the background is stored.
    await phone.page.waitForLoadState('networkidle');
    await phone.page.waitForTimeout(2000);
    await phone.page.goto('about:blank');
    await slowDown(phone.context, phone.page, REPEAT);
    await phone.page.goto(url, { waitUntil: 'commit' });
    return (await untilMark(phone.page, 'mapIdle')).mapIdle ?? Number.NaN;
  } finally {
    await phone.close();
  }
}
