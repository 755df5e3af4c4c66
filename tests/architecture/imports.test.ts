import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isSource, isTest, listFiles, projectRoot, readText } from '../support/source-files.ts';
import { findCycles } from './find-cycles.ts';
import { forbidsFile, forbidsPackage, resolveImport } from './import-rules.ts';
import { type ModuleImport, readModule } from './read-module.ts';

const sources = listFiles().filter(isSource);
const imports = new Map<string, readonly ModuleImport[]>(
  sources.map((path) => [path, readModule(path, readText(path)).imports]),
);
const packageFile: { dependencies: Record<string, string>; devDependencies: Record<string, string> } =
  JSON.parse(readText('package.json'));
const packageName = (specifier: string) =>
  specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : (specifier.split('/')[0] ?? specifier);

it('every import obeys the table of rooms', () => {
  const refusals = [...imports].flatMap(([from, list]) =>
    list.flatMap(({ specifier, isType }) => {
      const target = resolveImport(from, specifier);
      return (
        (target === undefined ? forbidsPackage(from, specifier, isType) : forbidsFile(from, target)) ?? []
      );
    }),
  );
  expect(refusals).toEqual([]);
});

it('every relative import names a file that exists', () => {
  const missing = [...imports].flatMap(([from, list]) =>
    list.flatMap(({ specifier }) => {
      const target = resolveImport(from, specifier);
      return target === undefined || existsSync(join(projectRoot, target)) ? [] : [`${from} → ${specifier}`];
    }),
  );
  expect(missing).toEqual([]);
});

it('what runs in the product is a dependency, not a development dependency', () => {
  const development = [...imports].flatMap(([from, list]) =>
    isTest(from) || from.startsWith('scripts/') || from === 'vite.config.ts'
      ? []
      : list
          .filter(({ isType }) => !isType)
          .map(({ specifier }) => packageName(specifier))
          .filter((name) => name in packageFile.devDependencies)
          .map((name) => `${from} → ${name}`),
  );
  expect(development).toEqual([]);
});

it('no module imports itself in a circle', () => {
  const graph = new Map(
    [...imports].map(([from, list]) => [
      from,
      list.flatMap(({ specifier }) => {
        const target = resolveImport(from, specifier);
        return target !== undefined && imports.has(target) ? [target] : [];
      }),
    ]),
  );
  expect(graph.size).toBeGreaterThan(100);
  expect(findCycles(graph)).toEqual([]);
});
