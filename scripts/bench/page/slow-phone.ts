import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

/** A network and a processor as a phone has them. Speeds in bits per second, delay in milliseconds. */
export interface Profile {
  readonly down: number;
  readonly up: number;
  readonly delayMs: number;
  /** The main thread works this many times slower. */
  readonly cpu: number;
}

/** Slow 4G with a processor four times slower: what Lighthouse calls a mobile phone. */
export const SLOW_4G: Profile = { down: 1_600_000, up: 750_000, delayMs: 150, cpu: 4 };
/** A weak phone on a good network: what answers to a finger is the processor. */
export const WEAK_PHONE: Profile = { down: 0, up: 0, delayMs: 0, cpu: 6 };
/** A visit whose files are at hand already. */
export const REPEAT: Profile = { ...SLOW_4G };

export interface SlowPhone {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly cdp: CDPSession;
  close(): Promise<void>;
}

/** A phone with a cold cache under the profile, its clock of marks already running (`readMarks`). */
export async function aSlowPhone(
  browser: Browser,
  profile: Profile,
  viewport = { width: 390, height: 780 },
): Promise<SlowPhone> {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'id-ID',
  });
  const page = await context.newPage();
  const cdp = await slowDown(context, page, profile);
  await watch(page);
  return { page, context, cdp, close: () => context.close() };
}

/** A desktop at full speed whose marks can be read as well. */
export async function watchedDesktop(browser: Browser): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'id-ID' });
  const page = await context.newPage();
  await watch(page);
  return { page, context };
}

/** Puts a page of a context under a profile. */
export async function slowDown(context: BrowserContext, page: Page, profile: Profile): Promise<CDPSession> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  if (profile.down > 0) {
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: profile.delayMs,
      downloadThroughput: profile.down / 8,
      uploadThroughput: profile.up / 8,
    });
  }
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu });
  return cdp;
}

/** What the page has shown so far; times in milliseconds since its navigation, null when it has not happened. */
export interface Marks {
  readonly lcp: number | null;
  readonly cls: number;
  /** The answer stands there and its question field reacts. */
  readonly answerUsable: number | null;
  readonly mapIdle: number | null;
  /** Slowest answer to an input so far: from the finger to the next frame. */
  readonly slowestInput: number;
}

interface Watched {
  lcp: number | null;
  cls: number;
  answerUsable: number | null;
  slowestInput: number;
}

/** The compiler of the scripts marks functions with a helper of its own, which the page does not know. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript('globalThis.__name ??= (named) => named');
  await page.addInitScript(watchPage);
}

/** Runs in the page before anything else: watches paints, shifts and inputs, and when the answer can be used. */
function watchPage(): void {
  const watched: Watched = { lcp: null, cls: 0, answerUsable: null, slowestInput: 0 };
  Object.defineProperty(window, 'omodWatched', { value: watched });
  const watch = (type: string, onEntry: (entry: PerformanceEntry) => void, more = {}): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(onEntry)).observe({
      type,
      buffered: true,
      ...more,
    });
  };
  watch('largest-contentful-paint', (entry) => {
    watched.lcp = entry.startTime;
  });
  watch('layout-shift', (entry) => {
    const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!shift.hadRecentInput) watched.cls += shift.value;
  });
  watch(
    'event',
    (entry) => {
      const input = entry as PerformanceEntry & { interactionId?: number };
      if (input.interactionId) watched.slowestInput = Math.max(watched.slowestInput, entry.duration);
    },
    { durationThreshold: 16 },
  );
  const isAlive = (element: Element | null): boolean =>
    element !== null && Object.keys(element).some((key) => key.startsWith('__reactProps'));
  const look = (): void => {
    const field = document.querySelector('.answer form input, .answer form button');
    if (isAlive(field)) watched.answerUsable = performance.now();
    else setTimeout(look, 30);
  };
  look();
}

/** Reads what `watchPage` has seen. */
export const readMarks = (page: Page): Promise<Marks> =>
  page.evaluate(() => {
    const { omodWatched: watched } = window as unknown as { omodWatched: Watched };
    return { ...watched, mapIdle: performance.getEntriesByName('map-idle')[0]?.startTime ?? null };
  });

/** Waits until the page has come that far; throws with the name of what never came. */
export async function untilMark(
  page: Page,
  mark: 'answerUsable' | 'mapIdle',
  limitMs = 60_000,
): Promise<Marks> {
  const end = Date.now() + limitMs;
  for (;;) {
    const marks = await readMarks(page);
    if (marks[mark] !== null) return marks;
    if (Date.now() > end) throw new Error(`${mark} never came at ${page.url()}`);
    await page.waitForTimeout(100);
  }
}
