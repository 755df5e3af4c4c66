import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1440, height: 900 };

export interface Visitor {
  readonly page: Page;
  /** What the browser complained of, and what it asked of anybody but this product. */
  readonly complaints: string[];
}

/** Somebody with a browser of an own: a size, a language, and an ear for every complaint of the page. */
export async function aVisitor(
  browser: Browser,
  url: string,
  { language = 'id', ...options }: BrowserContextOptions & { language?: 'id' | 'en' } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: PHONE,
    locale: language === 'id' ? 'id-ID' : 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // What could not be loaded is told by the browser without its address.
    const isLoad = message.text().startsWith('Failed to load resource');
    complaints.push(
      isLoad ? `${message.text()} ${new URL(message.location().url).pathname}` : message.text(),
    );
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== url) complaints.push(`asked ${request.url()}`);
  });
  return { page, complaints };
}

/** Waits until a condition of the page holds; a text to evaluate would be refused by the content policy. */
export async function until(
  condition: () => Promise<boolean>,
  what: string,
  limitMs = 15_000,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until the map has drawn: its canvas is there and no longer opening. */
export const untilMapIsOpen = (page: Page): Promise<void> =>
  until(async () => (await page.locator('.map:not(.map-opening) canvas').count()) > 0, 'the map opens');
