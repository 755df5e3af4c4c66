import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { pageHead } from './page-head.ts';

/**
 * Builds the application of staff beside the pages of citizens, as a build of its own: in one build, what both use
 * would be divided into files of its own, and a citizen's first page is counted by the byte.
 */
export async function buildConsole(root: string, outDir: string, logLevel: 'error' | 'info'): Promise<void> {
  await build({
    // Not the settings of the project: their entries would be built once more.
    configFile: false,
    root: join(root, 'web'),
    publicDir: false,
    logLevel,
    plugins: [react(), pageHead(root)],
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: join(root, 'web', 'console.html') },
    },
  });
}
