import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listFiles, projectRoot, readText } from '../support/source-files.ts';

const packageFile: { scripts: Record<string, string>; engines: { node: string } } = JSON.parse(
  readText('package.json'),
);
const papers = listFiles().filter((path) => path.endsWith('.md') && !path.startsWith('tests/fixtures/'));

it('every command of package.json starts a file that exists', () => {
  const missing = Object.entries(packageFile.scripts).flatMap(([name, command]) =>
    command
      .split(' ')
      .filter((word) => word.startsWith('scripts/'))
      .filter((path) => !existsSync(join(projectRoot, path)))
      .map((path) => `${name}: ${path}`),
  );
  expect(missing).toEqual([]);
});

it('every command is described in README.md or CONTRIBUTING.md', () => {
  const text = readText('README.md') + readText('CONTRIBUTING.md');
  const isDescribed = (name: string) =>
    name === 'start' || name === 'test' ? text.includes(`npm ${name}`) : text.includes(`npm run ${name}`);
  expect(Object.keys(packageFile.scripts).filter((name) => !isDescribed(name))).toEqual([]);
});

it('every npm command that a document names exists', () => {
  const unknown = papers.flatMap((path) =>
    [...readText(path).matchAll(/\bnpm run ([a-z][a-z0-9:-]*)/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => !(name in packageFile.scripts))
      .map((name) => `${path}: npm run ${name}`),
  );
  expect(unknown).toEqual([]);
});

it('no command leans on an experimental switch of Node', () => {
  expect(Object.values(packageFile.scripts).filter((command) => command.includes('--experimental'))).toEqual(
    [],
  );
  expect(packageFile.engines.node).toBe('>=20.19');
});
