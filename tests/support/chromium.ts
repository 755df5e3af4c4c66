import { type Browser, chromium } from 'playwright-core';

const flags = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--hide-scrollbars',
];

/**
 * Starts Debian's Chromium with a software renderer, so that a map is drawn the same way on every machine.
 * Poll with `page.evaluate(fn)`: `waitForFunction` with a text fails under the product's content policy.
 */
export function launchChromium(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    // Chromium's sandbox refuses to run as root.
    args: isRoot ? [...flags, '--no-sandbox'] : flags,
  });
}
