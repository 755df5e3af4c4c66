import { type Browser, chromium } from 'playwright-core';

/**
 * Debian's starter has the page drawn and put together by the graphics card, as if there were one; SwiftShader then does it on
 * the processors that the page and the product need: 71 s of processor time for twelve pages with a map, 46 without, and up to
 * 0.5 s from a tap to the next frame where a page of text takes as long (measured 2026-11-30). A phone has a card. So pages are
 * put together as text is drawn; the map itself is drawn by WebGL all the same.
 */
const flags = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--hide-scrollbars',
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
];

/**
 * Starts Debian's Chromium with a software renderer, so that a map is drawn the same way on every machine.
 * Poll with `page.evaluate(fn)`: `waitForFunction` with a text fails under the product's content policy.
 */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    // Chromium's sandbox refuses to run as root.
    args: [...flags, ...more, ...(isRoot ? ['--no-sandbox'] : [])],
  });
}
