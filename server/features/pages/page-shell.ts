import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { findProjectRoot } from '../../platform/project-root.ts';

/** The HTML around every page, with the addresses of the built files. */
export interface PageShell {
  /** Holds the marks `<!--head-->`, `<!--page-->` and `<!--data-->`. */
  readonly html: string;
  /** Address of the built file of a source module below web/, such as `locale/en.ts`; null without a build. */
  fileOf(module: string): string | null;
}
export type ReadPageShell = (url: string) => Promise<PageShell>;

/** The documents of the sources: the page that is continued in the browser, the one that is only read, staff's own. */
export type ShellName = 'index.html' | 'reading.html' | 'console.html';

const manifestSchema = z.record(z.string(), z.object({ file: z.string() }));

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
    return async (url) => ({ html: await readSource(url, name), fileOf: () => null });
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
  return {
    html,
    fileOf: (module) => {
      const entry = manifest[module];
      return entry === undefined ? null : `/${entry.file}`;
    },
  };
}

/** Without a build and without Vite the pages are still complete text; only script and icon are missing. */
async function readBareShell(name: ShellName): Promise<PageShell> {
  const source = await readFile(join(findProjectRoot(), 'web', name), 'utf8');
  return { html: source.replace(/^.*(?:<script type="module"|rel="icon").*\n/gm, ''), fileOf: () => null };
}
