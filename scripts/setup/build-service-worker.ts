import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** What of a build a page may load; fonts of other scripts than Latin are fetched when a text needs them. */
const IS_LOADED = /\.(?:js|css|svg)$|-latin-[^/]*\.woff2$/;

const loadedOf = (names: readonly string[]): string[] =>
  names.filter((name) => IS_LOADED.test(name)).map((name) => `/assets/${name}`);

/** Names of what has been built so far. */
export const listAssets = (outDir: string): string[] => readdirSync(join(outDir, 'assets')).sort();

/**
 * Builds the two workers beside the page: `sw.js`, which knows every file of this very build, and `sw-off.js`, which
 * takes it away. Each is one file with nothing to import. No library: what Workbox would bring (routes, strategies,
 * expiry) is about 150 lines here, and the rule of this worker is that it answers no data at all.
 *
 * @param names what citizens load; everything else that was built is the console of staff, kept only by who goes out with it
 */
export async function buildServiceWorker(
  root: string,
  outDir: string,
  names: readonly string[],
  logLevel: 'error' | 'info',
): Promise<void> {
  const ofConsole = listAssets(outDir).filter((name) => !names.includes(name));
  const hash = createHash('sha256').update(readFileSync(join(outDir, 'index.html')));
  for (const name of [...names, ...ofConsole]) hash.update(`\0${name}`);
  const facts = {
    fingerprint: hash.digest('hex').slice(0, 16),
    files: loadedOf(names),
    consoleFiles: loadedOf(ofConsole),
  };
  for (const [entry, name] of [
    ['service-worker.ts', 'sw.js'],
    ['kill-switch.ts', 'sw-off.js'],
  ] as const) {
    await build({
      configFile: false,
      root: join(root, 'web'),
      publicDir: false,
      logLevel,
      define: { __BUILD__: JSON.stringify(facts) },
      build: {
        outDir,
        emptyOutDir: false,
        target: 'es2023',
        rollupOptions: {
          input: join(root, 'web', 'offline', 'worker', entry),
          output: { format: 'iife', entryFileNames: name },
        },
      },
    });
  }
}
