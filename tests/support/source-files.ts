import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../../server/platform/project-root.ts';

export const projectRoot = findProjectRoot(import.meta.dirname);

/** Every file of the repository, as paths with `/` below the root; what .gitignore names is left out. */
export function listFiles(): string[] {
  const ignored = readFileSync(join(projectRoot, '.gitignore'), 'utf8').split('\n').filter(Boolean);
  const isIgnored = (path: string, name: string) =>
    name === '.git' ||
    ignored.some((pattern) =>
      pattern.startsWith('*.')
        ? name.endsWith(pattern.slice(1))
        : pattern.endsWith('/')
          ? path === pattern.slice(0, -1) || name === pattern.slice(0, -1)
          : name === pattern,
    );
  const walk = (folder: string): string[] =>
    readdirSync(join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isIgnored(path, entry.name)) return [];
      return entry.isDirectory() ? walk(path) : [path];
    });
  return walk('').sort();
}

export const readText = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

export const isSource = (path: string): boolean => /\.tsx?$/.test(path) && !path.endsWith('.d.ts');

/** Tests and what only tests use: import rules for shipped code do not bind them. */
export const isTest = (path: string): boolean =>
  path.startsWith('tests/') || /\.(test|bench)\.tsx?$/.test(path);
