import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { findProjectRoot } from '../../platform/project-root.ts';

/** The HTML around every page, with the addresses of the built files. */
export interface PageShell {
  /** Holds the marks `<!--head-->`, `<!--page-->` and `<!--data-->`. */
  readonly html: string;
  /**
   * Addresses of the built files of a source module below web/, such as `locale/en.ts`: its own, and those of all that
   * it imports and the page does not name already. None without a build.
   */
  filesOf(module: string): readonly string[];
}
export type ReadPageShell = (url: string) => Promise<PageShell>;

/** The documents of the sources: the page that is continued in the browser, the one that is only read, staff's own. */
export type ShellName = 'index.html' | 'reading.html' | 'console.html';

const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.optional(z.array(z.string())) }),
);
type Manifest = z.infer<typeof manifestSchema>;

/** Where `npm run build` puts what the browser loads. */
export const builtWebFolder = (): string => join(findProjectRoot(), 'dist', 'web');

/**
 * The shell of the build, read once; in development the one that Vite makes for each address.
 *
 * @param readSource gives the HTML of the sources with Vite's client in it; undefined in production
 */
export function readShellFrom(
  readSource: ((url: string, name: ShellName) => Promise<string>) | undefined,
  folder: string = builtWebFolder(),
  name: ShellName = 'index.html',
): ReadPageShell {
  if (readSource !== undefined) {
    return async (url) => ({ html: await readSource(url, name), filesOf: () => [] });
  }
  let shell: Promise<PageShell> | undefined;
  return () => {
    shell ??= readBuild(folder, name).catch(() => readBareShell(name));
    return shell;
  };
}

async function readBuild(folder: string, name: ShellName): Promise<PageShell> {
  const [html, manifestText] = await Promise.all([
    readFile(join(folder, name), 'utf8'),
    readFile(join(folder, '.vite', 'manifest.json'), 'utf8'),
  ]);
  const manifest = manifestSchema.parse(JSON.parse(manifestText));
  const named = filesBelow(manifest, name);
  return {
    html,
    filesOf: (module) => [...filesBelow(manifest, module, named)].map((file) => `/${file}`),
  };
}

/** The file of a module and of all that it imports, without those that are named already. */
function filesBelow(
  manifest: Manifest,
  module: string,
  named: ReadonlySet<string> = new Set(),
  found = new Set<string>(),
): Set<string> {
  const entry = manifest[module];
  if (entry === undefined || named.has(entry.file) || found.has(entry.file)) return found;
  found.add(entry.file);
  for (const imported of entry.imports ?? []) filesBelow(manifest, imported, named, found);
  return found;
}

/** Without a build and without Vite the pages are still complete text; only script and icon are missing. */
async function readBareShell(name: ShellName): Promise<PageShell> {
  const read = (file: string): Promise<string> => readFile(join(findProjectRoot(), 'web', file), 'utf8');
  const [source, head] = await Promise.all([read(name), read('page-head.html')]);
  const html = source.replace('<!--page-head-->', () => head.trim());
  return { html: html.replace(/^.*(?:<script type="module"|rel="icon").*\n/gm, ''), filesOf: () => [] };
}
