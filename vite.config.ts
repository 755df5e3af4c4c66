/// <reference types="vitest/config" />
import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { isolatedTests } from './scripts/setup/isolated-tests.ts';
import { mapEngine } from './scripts/setup/map-engine.ts';
import { pageHead } from './scripts/setup/page-head.ts';
import { nameShellChunk } from './scripts/setup/shell-chunk.ts';

/** One project of tests: what it holds, and what it needs (a database server, a browser's worth of time). */
function project(name: string, include: string[], options: Record<string, unknown> = {}) {
  return { extends: true as const, test: { name, include, environment: 'node', ...options } };
}

/**
 * How many files run at once. Whoever asks a database or a browser waits for it as long as it works: one file at a time
 * used one of two cores (measured 2026-11-30), two use both. On more cores one is left to whom they wait for.
 */
const maxWorkers = Math.max(2, availableParallelism() - 1);

/** Nothing here waits for anything; but the machine may be busy with something else. */
const patient = { testTimeout: 30_000 };
const unitFolders = ['server', 'web', 'tiles', 'data', 'scripts', 'tests/support'];
const unitTests = [`{${unitFolders}}/**/*.test.{ts,tsx}`];
/**
 * Starting a process and reading all modules anew for every file was more than half of the work: 93 s of processor time,
 * 41 without (measured 2026-11-30). They share processes, but for those that replace something in theirs.
 */
const isolated = isolatedTests(import.meta.dirname, unitFolders);
const pure = { ...patient, isolate: false };
const withDatabase = {
  globalSetup: ['tests/support/database-server.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};
/** Plans are compared here, which hang on how long the statements before took: alone, after the others. */
const sqlSnapshots = ['tests/db/sql-snapshots.test.ts'];
const withBrowser = {
  globalSetup: ['tests/support/database-server.ts', 'tests/support/running-product.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // A real browser on a busy machine loses a race now and then; each one that needs this is printed by its name.
  retry: 1,
};
const withProcesses = { testTimeout: 120_000, hookTimeout: 120_000 };

/**
 * The shell names some thirty files: by their hash alone they cost it 300 bytes less. Fonts keep their names, by which
 * the service worker knows the script they are for; the manifest says which file is which module.
 */
const names = {
  // Letters and digits: what begins with a dash is no name of a file for server/features/pages/static-files.ts.
  hashCharacters: 'base36' as const,
  entryFileNames: 'assets/[hash].js',
  chunkFileNames: 'assets/[hash].js',
  assetFileNames: ({ names: [name = ''] }: { names: string[] }) =>
    name.endsWith('.css') ? 'assets/[hash].css' : 'assets/[name]-[hash][extname]',
};

export default defineConfig(({ isSsrBuild }) => ({
  root: 'web',
  plugins: [react(), pageHead(import.meta.dirname), mapEngine(import.meta.dirname)],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    rolldownOptions: isSsrBuild
      ? {}
      : {
          input: ['web/index.html', 'web/reading.html'],
          output: {
            ...names,
            codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: nameShellChunk() }] },
          },
        },
    // Every browser of the target preloads modules by itself.
    modulePreload: { polyfill: false },
    sourcemap: false,
    // Small files stay files: a data: address in a style sheet would need an exception in the content policy.
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
  test: {
    root: '.',
    maxWorkers,
    // Display tests read Balikpapan's clock (WITA); storage is UTC.
    env: { TZ: 'Asia/Makassar', NODE_ENV: 'test', LOG_LEVEL: 'silent' },
    projects: [
      project('unit', unitTests, { ...pure, exclude: isolated }),
      project('unit-isolated', isolated, patient),
      project('architecture', ['tests/architecture/**/*.test.ts'], pure),
      project('golden', ['tests/golden/**/*.test.ts'], withDatabase),
      project('db', ['tests/db/**/*.test.ts'], { ...withDatabase, exclude: sqlSnapshots }),
      project('sql-snapshots', sqlSnapshots, { ...withDatabase, fileParallelism: false }),
      project('api', ['tests/api/**/*.test.ts'], withDatabase),
      project('abuse', ['tests/abuse/**/*.test.ts'], withDatabase),
      project('setup', ['tests/setup/**/*.test.ts'], withProcesses),
      project('a11y', ['tests/a11y/**/*.test.ts'], withBrowser),
      project('e2e', ['tests/e2e/**/*.test.ts'], withBrowser),
      project('perf', ['tests/perf/**/*.test.ts'], withDatabase),
      project('long', ['tests/long/**/*.test.ts'], {
        ...withBrowser,
        testTimeout: 900_000,
        fileParallelism: false,
      }),
    ],
  },
}));
