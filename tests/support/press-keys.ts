import type { Page } from 'playwright-core';

/** Presses Tab until the focus is on what is wanted; fails when it does not come. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  // What comes later than the page would be tabbed past.
  await page.locator(selector).first().waitFor({ state: 'attached' });
  for (let presses = 0; presses < 40; presses += 1) {
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    );
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard never reached ${selector}`);
}
