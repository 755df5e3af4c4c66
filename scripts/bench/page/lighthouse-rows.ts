import lighthouse from 'lighthouse';
import { launchChromium } from '../../../tests/support/chromium.ts';
import { say } from '../progress.ts';
import { atLeast, type BenchRow, median } from '../row.ts';
import type { PageStage } from './stage.ts';

const ROUNDS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Scores = Record<(typeof CATEGORIES)[number], number>;

/** Demonstration data is kept from search engines on purpose (DECISIONS.md): then that is no fault to count. */
const CRAWLABLE = 'is-crawlable';
const SKIPPED = 'demonstration data, so “noindex” on purpose: without the audit is-crawlable';

async function isKeptFromSearch(url: string): Promise<boolean> {
  const html = await (await fetch(url)).text();
  return html.includes('<meta name="robots" content="noindex">') && html.includes('DATA CONTOH');
}

/** Lighthouse's mobile scores (0–100), ours and the bare page turn by turn, medians. */
export async function lighthouseRows({ productUrl, place, bareUrl }: PageStage): Promise<BenchRow[]> {
  const port = 9333;
  // A browser of its own: Lighthouse drives it through its debugging port.
  const browser = await launchChromium([`--remote-debugging-port=${port}`]);
  try {
    const isDemo = await isKeptFromSearch(`${productUrl}/lokasi/${place}`);
    const score = async (url: string, isFiction = false): Promise<Scores> => {
      const result = await lighthouse(url, {
        port,
        output: 'json',
        logLevel: 'error',
        onlyCategories: [...CATEGORIES],
        ...(isFiction ? { skipAudits: [CRAWLABLE] } : {}),
      });
      const read = (name: string): number => (result?.lhr.categories[name]?.score ?? Number.NaN) * 100;
      return Object.fromEntries(CATEGORIES.map((name) => [name, read(name)])) as Scores;
    };
    const answer: Scores[] = [];
    const map: Scores[] = [];
    const bare: Scores[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      say(`  lighthouse ${round + 1} of ${ROUNDS}`);
      bare.push(await score(bareUrl));
      map.push(await score(`${productUrl}/`));
      answer.push(await score(`${productUrl}/lokasi/${place}`, isDemo));
    }
    const middle = (all: readonly Scores[], name: keyof Scores): number =>
      median(all.map((one) => one[name]));
    const rows = (
      id: string,
      what: string,
      all: readonly Scores[],
      names: readonly (keyof Scores)[],
      note?: string,
    ): BenchRow[] =>
      names.map((name) =>
        atLeast(95, {
          id: `${id}-${name}`,
          what: `Lighthouse ${name}, ${what}`,
          figure: middle(all, name),
          unit: '',
          ...(name === 'seo' && note !== undefined ? { note } : {}),
        }),
      );
    const barePerformance = middle(bare, 'performance');
    return [
      ...rows('lh-answer', 'text page of an answer', answer, CATEGORIES, isDemo ? SKIPPED : undefined),
      ...rows('lh-map', 'map page', map, CATEGORIES.slice(1)),
      atLeast(-3, {
        id: 'lh-map-performance',
        what: 'Lighthouse performance of the map page, points above the bare page',
        figure: middle(map, 'performance') - barePerformance,
        unit: 'points',
        note: `ours ${middle(map, 'performance')}, bare ${barePerformance}`,
      }),
    ];
  } finally {
    await browser.close();
  }
}
