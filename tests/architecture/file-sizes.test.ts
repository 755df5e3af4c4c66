import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isSource, isTest, listFiles, projectRoot, readText } from '../support/source-files.ts';

/** Lines. A file above it has two subjects. */
const LONGEST_FILE = 300;
/** Files above it that are one subject all the same, with their own limit. */
const LONGER: Readonly<Record<string, number>> = {
  'web/locale/id.ts': 400,
  'web/locale/en.ts': 400,
  'server/domain/problem-text.ts': 400,
};
const TYPICAL_FILE = 85;
const FIXTURE_BYTES = 15_000_000;

const lineCount = (path: string) => readText(path).split('\n').length - 1;
const shipped = listFiles().filter((path) => isSource(path) && !isTest(path));

it('a file has one subject: no more lines than a person reads at once', () => {
  const long = shipped
    .map((path) => ({ path, lines: lineCount(path) }))
    .filter(({ path, lines }) => lines > (LONGER[path] ?? LONGEST_FILE))
    .map(({ path, lines }) => `${path}: ${lines}`);
  expect(long).toEqual([]);
});

it('the typical file is short', () => {
  const lengths = shipped.map(lineCount).sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(TYPICAL_FILE);
});

it('fixtures stay small enough to clone, and each folder of them says where they come from', () => {
  const fixtures = listFiles().filter((path) => path.startsWith('tests/fixtures/'));
  const bytes = fixtures.reduce((sum, path) => sum + statSync(join(projectRoot, path)).size, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(FIXTURE_BYTES);
  const folders = new Set(fixtures.map((path) => path.split('/').slice(0, 3).join('/')));
  const unattributed = [...folders].filter(
    (folder) => !fixtures.some((path) => path.startsWith(`${folder}/`) && path.endsWith('SOURCE.md')),
  );
  expect(unattributed).toEqual([]);
});
