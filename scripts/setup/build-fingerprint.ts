import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = [
  'web',
  'server',
  'tiles',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.json',
];
const recordName = 'dist/fingerprint';

/** SHA-256 over names and contents of everything that the build reads, tests aside. */
export function fingerprintSources(root: string): string {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const file of sources.flatMap((entry) => listFiles(root, entry)).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** Whether dist/ was made from exactly these sources. */
export function isBuildFresh(root: string): boolean {
  const record = join(root, recordName);
  return existsSync(record) && readFileSync(record, 'utf8') === fingerprintSources(root);
}

/** Written last, so that a broken-off build never counts as fresh. */
export function recordBuild(root: string, fingerprint: string): void {
  writeFileSync(join(root, recordName), fingerprint);
}

function listFiles(root: string, entry: string): string[] {
  if (!existsSync(join(root, entry))) return [];
  if (entry.includes('.')) return [entry];
  return readdirSync(join(root, entry), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !/\.test\.tsx?$/.test(item.name))
    .map((item) => join(item.parentPath, item.name).slice(root.length + 1));
}
