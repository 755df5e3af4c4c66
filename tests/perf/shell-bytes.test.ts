import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { isBuildFresh } from '../../scripts/setup/build-fingerprint.ts';
import { cityFacts } from '../../server/features/pages/city-facts.ts';
import { composePage } from '../../server/features/pages/compose-page.ts';
import { readShellFrom } from '../../server/features/pages/page-shell.ts';
import { pressPage } from '../../server/features/pages/send-html.ts';
import { staticFiles } from '../../server/features/pages/static-files.ts';
import { readCityProfile } from '../../server/platform/city.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';

/** The shell of a page: HTML, style and script before the map. Brotli, as sent. */
const SHELL_BYTES = 90_000;
/**
 * What draws an answer: comes after the map, or beside the shell with a page that carries one. 500 bytes of it say what lies
 * beside the point and on the rest of the parcel. 200 lead on to its ITR.
 */
const ANSWER_BYTES = 12_900;
/**
 * The map's engine with its style sheet, after the text. MapLibre is all of it but 8 kB of ours: styles, patterns, families
 * of colours, shapes of tools, what keeps it from drawing too often. What opens later comes later; its labels are in the
 * page's own font, no more in 26 kB of others.
 */
const ENGINE_BYTES = 298_000;

/** What only its worker holds; as the package ships it, with all that the engine holds as well, it is 133 kB. */
const WORKER_BYTES = 8_000;

const root = findProjectRoot();
const built = join(root, 'dist', 'web');
const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.optional(z.array(z.string())),
    imports: z.optional(z.array(z.string())),
  }),
);
let manifest: z.infer<typeof manifestSchema>;

beforeAll(() => {
  // What is served, built anew only when it is not of these sources. A process of its own: under NODE_ENV=test the
  // bundler takes React's development build.
  if (!isBuildFresh(root))
    execFileSync(process.execPath, ['--import', 'tsx', join(root, 'scripts', 'build.ts'), '--quiet'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
    });
  manifest = manifestSchema.parse(JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')));
}, 120_000);

const brotli = (bytes: Buffer | string, quality: number): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;

/** Bytes of a built module, of all that it imports at once, and of their styles. */
function bytesOf(entry: string, seen = new Set<string>(), quality = 11): number {
  const chunk = manifest[entry];
  if (chunk === undefined) throw new Error(`${entry} is not built`);
  if (seen.has(chunk.file)) return 0;
  seen.add(chunk.file);
  const own = [chunk.file, ...(chunk.css ?? [])].reduce(
    (sum, file) => sum + brotli(readFileSync(join(built, file)), quality),
    0,
  );
  return (chunk.imports ?? []).reduce((sum, imported) => sum + bytesOf(imported, seen, quality), own);
}

test.each(['id', 'en'] as const)(
  'the shell of the first page stays within its budget: %s',
  async (language) => {
    const shell = await readShellFrom(undefined, built)('/');
    const city = readCityProfile('balikpapan');
    const data = {
      language,
      city: cityFacts(city, language, true),
      today: '2026-11-21',
      content: { page: 'map', answer: null },
    } as const;
    const html = (
      await pressPage(
        await composePage(shell, '/', data, {
          canonical: '/',
          paperOrigin: '',
          origin: 'https://peta.example.go.id',
          isIndexed: true,
          card: '/kartu/kota.png',
        }),
      )
    ).length;
    const seen = new Set<string>();
    const total = html + bytesOf('index.html', seen) + bytesOf(`locale/${language}.ts`, seen);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThanOrEqual(SHELL_BYTES);
  },
);

test('every built file is served: its name is one that the server opens', async () => {
  const served = staticFiles(built);
  // Beside most files lies what was compressed of them, which goes out under their own name.
  const names = readdirSync(join(built, 'assets')).filter((name) => !/\.(?:br|gz)$/.test(name));
  expect(names.length).toBeGreaterThan(30);
  for (const name of names) {
    expect((await served.request(`/assets/${name}`)).status, name).toBe(200);
    expect(name).toMatch(/^[a-z0-9]/i);
  }
});

test('what draws an answer is not in the shell and stays within its own budget', () => {
  const shell = new Set<string>();
  bytesOf('index.html', shell, 1);
  for (const module of ['panel-answer.tsx', 'location-page.tsx']) {
    const own = bytesOf(`features/lookup/${module}`, new Set(shell));
    expect(own).toBeGreaterThan(3_000);
    expect(own).toBeLessThanOrEqual(ANSWER_BYTES);
  }
});

test('the map is not in the shell and stays within its own budget', () => {
  const shell = new Set<string>();
  bytesOf('index.html', shell, 1);
  const engine = manifest['map/maplibre-map.ts'];
  expect(engine).toBeDefined();
  expect(shell).not.toContain(engine?.file);
  expect(bytesOf('map/maplibre-map.ts', shell, 9)).toBeLessThanOrEqual(ENGINE_BYTES);
  expect(bytesOf('../node_modules/maplibre-gl/src/source/worker.ts', shell, 9)).toBeLessThanOrEqual(
    WORKER_BYTES,
  );
});
