import type { Locator, Page } from 'playwright-core';

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

/** As many elements as a long screen has. */
const MOST_PRESSES = 150;

/** Presses Tab until the focus is on this element; fails when it does not come. */
export async function tabOn(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard never reached ${target}`);
}

/** Goes to an element by Tab and presses a key on it. */
export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabOn(page, target);
  await page.keyboard.press(key);
}

/** Goes to a field by Tab and types into it, in place of what stood there; a list takes the option that begins so. */
export async function typeOn(page: Page, target: Locator, text: string): Promise<void> {
  await tabOn(page, target);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Chooses a file as the keyboard does: Enter on the field opens the list of files. */
export async function chooseOn(page: Page, target: Locator, path: string): Promise<void> {
  await tabOn(page, target);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(path);
}
