import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What only `vi` does, or a page of its own: a module, a global or the clock is another one for the whole process. */
const REPLACES = /import [^;]*\bvi\b[^;]* from 'vitest'|@vitest-environment|\bprocess\.(?:on|chdir)\(/;

/** The unit tests that replace something which the next file of the same process would find replaced, too. */
export function isolatedTests(root: string, folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => REPLACES.test(readFileSync(path, 'utf8')))
    .map((path) => path.slice(root.length + 1));
}
