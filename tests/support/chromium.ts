import { type Browser, chromium } from 'playwright-core';

const flags = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--hide-scrollbars',
];
/**
 * Debian's starter has text and boxes drawn by the graphics card. Where there is none, that is a third of the work of
 * Chromium's drawing process (measured 2026-11-30: 25 and 17 s of processor time for 12 pages with a map).
 */
const withoutCard = [...flags, '--disable-gpu-rasterization'];

/**
 * Starts Debian's Chromium with a software renderer, so that a map is drawn the same way on every machine.
 * Poll with `page.evaluate(fn)`: `waitForFunction` with a text fails under the product's content policy.
 *
 * @param drawing `asInstalled`: as Debian's starter has it, for measurements that are compared with earlier ones
 */
export function launchChromium(drawing: 'withoutCard' | 'asInstalled' = 'withoutCard'): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  const args = drawing === 'withoutCard' ? withoutCard : flags;
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    // Chromium's sandbox refuses to run as root.
    args: isRoot ? [...args, '--no-sandbox'] : args,
  });
}
