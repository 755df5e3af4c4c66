import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { findProjectRoot } from '../server/platform/project-root.ts';
import { fingerprintSources, recordBuild } from './setup/build-fingerprint.ts';

/** Builds what the browser loads (dist/web) and the server (dist/server) with the one bundler. */
const root = findProjectRoot(import.meta.dirname);
const configFile = join(root, 'vite.config.ts');
const logLevel = process.argv.includes('--quiet') ? 'error' : 'info';
const fingerprint = fingerprintSources(root);

rmSync(join(root, 'dist', 'fingerprint'), { force: true });
if (existsSync(join(root, 'web', 'index.html'))) await build({ configFile, logLevel });
await build({
  configFile,
  logLevel,
  build: { ssr: join(root, 'server', 'main.ts'), outDir: join(root, 'dist', 'server'), emptyOutDir: true },
});
recordBuild(root, fingerprint);
