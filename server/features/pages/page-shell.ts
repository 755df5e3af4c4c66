import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findProjectRoot } from '../../platform/project-root.ts';

/** Gives the HTML around every page, with the addresses of the built files. */
export type ReadPageShell = (url: string) => Promise<string>;

/** Where `npm run build` puts what the browser loads. */
export const builtWebFolder = (): string => join(findProjectRoot(), 'dist', 'web');

/** The shell of the build, read once; without a build the source's, whose text is complete but has no script. */
export function builtPageShell(folder: string = builtWebFolder()): ReadPageShell {
  let shell: Promise<string> | undefined;
  return () => {
    shell ??= readFile(join(folder, 'index.html'), 'utf8').catch(() => readSourceShell());
    return shell;
  };
}

async function readSourceShell(): Promise<string> {
  const source = await readFile(join(findProjectRoot(), 'web', 'index.html'), 'utf8');
  return source.replace(/^.*(?:<script type="module"|rel="icon").*\n/gm, '');
}
