import type { Browser, Page } from 'playwright-core';
import { atMost, type BenchRow, median } from '../row.ts';
import { aSlowPhone, readMarks, untilMark, WEAK_PHONE } from './slow-phone.ts';
import type { PageStage } from './stage.ts';

const ROUNDS = 3;
const GOAL_MS = 150;

interface Interaction {
  readonly id: string;
  readonly what: string;
  /** Brings the page to the moment before the input. */
  readonly before: (page: Page) => Promise<void>;
  readonly input: (page: Page) => Promise<void>;
  /** The same finger on the bare map page says what the engine and the browser take of it. */
  readonly isForBareMap?: true;
}

/** From the finger to the next frame on a phone with a sixth of the processor. */
const INTERACTIONS: readonly Interaction[] = [
  {
    id: 'inp-search',
    what: 'a key in search',
    before: (page) => page.getByRole('combobox').first().focus(),
    input: (page) => page.keyboard.type('damai', { delay: 250 }),
  },
  {
    id: 'inp-pick',
    what: 'a pick on the map',
    before: async () => {},
    input: (page) => page.touchscreen.tap(195, 200),
    isForBareMap: true,
  },
  {
    id: 'inp-sheet',
    what: 'opening the sheet',
    before: async (page) => {
      await page.touchscreen.tap(195, 200);
      await page.waitForTimeout(1500);
    },
    input: (page) => page.locator('.panel-buttons button').first().tap(),
  },
  {
    id: 'inp-layer',
    what: 'switching a layer',
    before: async (page) => {
      await page.getByRole('button', { name: 'Legenda' }).tap();
      await page.getByRole('tab', { name: 'Lapisan' }).tap();
      await page.getByRole('checkbox').first().waitFor();
    },
    input: (page) => page.getByRole('checkbox').nth(1).tap(),
  },
];

export async function interactionRows(stage: PageStage): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const interaction of INTERACTIONS) {
    const times: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      times.push(await slowestInput(stage.browser, `${stage.productUrl}/`, interaction));
      if (interaction.isForBareMap) bare.push(await slowestInput(stage.browser, stage.bareUrl, interaction));
    }
    const compared = bare.length === 0 ? '' : `; a dot on a bare map ${Math.round(median(bare))} ms`;
    rows.push(
      atMost(GOAL_MS, {
        id: interaction.id,
        what: `${interaction.what}: slowest input to the next frame, 6× CPU`,
        figure: median(times),
        unit: 'ms',
        note: times.map((time) => Math.round(time)).join(' ') + compared,
      }),
    );
  }
  return rows;
}

async function slowestInput(browser: Browser, url: string, { before, input }: Interaction): Promise<number> {
  const phone = await aSlowPhone(browser, WEAK_PHONE);
  try {
    await phone.page.goto(url, { waitUntil: 'load' });
    await untilMark(phone.page, 'mapIdle');
    await before(phone.page);
    await phone.page.waitForTimeout(500);
    await phone.page.evaluate(() => {
      (window as unknown as { omodWatched: { slowestInput: number } }).omodWatched.slowestInput = 0;
    });
    await input(phone.page);
    // The entry of an input comes after its frame; under the profile that may take a while.
    await phone.page.waitForTimeout(2500);
    const { slowestInput } = await readMarks(phone.page);
    // An input that took less than the observer's threshold of 16 ms leaves no entry.
    return Math.max(slowestInput, 16);
  } finally {
    await phone.close();
  }
}
