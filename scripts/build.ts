import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { findProjectRoot } from '../server/platform/project-root.ts';
import { buildConsole } from './setup/build-console.ts';
import { fingerprintSources, recordBuild } from './setup/build-fingerprint.ts';
import { buildServiceWorker, listAssets } from './setup/build-service-worker.ts';
import { compressFiles } from './setup/compress-files.ts';

/** Builds what the browser loads (dist/web) and the server (dist/server) with the one bundler. */
const root = findProjectRoot(import.meta.dirname);
const configFile = join(root, 'vite.config.ts');
const logLevel = process.argv.includes('--quiet') ? 'error' : 'info';
const fingerprint = fingerprintSources(root);

rmSync(join(root, 'dist', 'fingerprint'), { force: true });
await build({ configFile, logLevel });
const web = join(root, 'dist', 'web');
// What the worker keeps on every citizen's device is what was there before the console.
const forCitizens = listAssets(web);
await buildConsole(root, web, logLevel);
await buildServiceWorker(root, web, forCitizens, logLevel);
await compressFiles(join(web, 'assets'));
await build({
  configFile,
  logLevel,
  // What is built is run for people: else React's parts for development come along, 0.7 MB to read at each start.
  define: { 'process.env.NODE_ENV': '"production"' },
  // With its libraries in one file the server starts in 0.3 instead of 0.5 s of processor time (measured 2026-11-22).
  // Libraries of machine code fit into no bundle; the one for signing in is loaded when somebody first does.
  ssr: { noExternal: true, external: ['@resvg/resvg-js', '@node-rs/argon2', 'better-auth'] },
  build: {
    ssr: join(root, 'server', 'main.ts'),
    outDir: join(root, 'dist', 'server'),
    emptyOutDir: true,
    // Read where something goes wrong, by server/platform/places-in-sources.ts.
    sourcemap: 'hidden',
    // Half the bytes are read at each start; names stay, because libraries tell their errors apart by them.
    rolldownOptions: {
      output: {
        minify: {
          compress: { keepNames: { function: true, class: true } },
          mangle: { keepNames: true },
          codegen: true,
        },
      },
    },
  },
});
recordBuild(root, fingerprint);
