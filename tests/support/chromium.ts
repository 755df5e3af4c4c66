import { type Browser, chromium } from 'playwright-core';

const flags = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--hide-scrollbars',
];
/**
 * Debian's starter has the page drawn and put together by the graphics card, as if there were one: 71 s of processor time
 * for twelve pages with a map, 46 without (measured 2026-11-30). The map itself is drawn by WebGL all the same.
 */
const withoutCard = [...flags, '--disable-gpu-rasterization', '--disable-gpu-compositing'];

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
