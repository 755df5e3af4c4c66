import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Every violation that axe finds, as one line: rule, then the elements that break it. Needs a page with `bypassCSP`.
 *
 * @param except rules that are not asked
 */
export async function findViolations(page: Page, except: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (exceptRules) => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    // What is out of sight has no size yet, and its links would seem to lie on each other.
    const everythingLaidOut = new CSSStyleSheet();
    everythingLaidOut.replaceSync('* { content-visibility: visible !important; }');
    document.adoptedStyleSheets.push(everythingLaidOut);
    const results = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: Object.fromEntries(exceptRules.map((rule) => [rule, { enabled: false }])),
    });
    document.adoptedStyleSheets.pop();
    return results.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
    );
  }, except);
}
