import { expect, it } from 'vitest';
import { isSource, isTest, listFiles, readText } from '../support/source-files.ts';
import { readModule } from './read-module.ts';

const files = listFiles();
const sources = files.filter(isSource);
const ownFiles = files.filter((path) => !path.startsWith('tests/fixtures/'));

/** Words of a name: `rowsPerLot` and `rows_per_lot` are rows, per, lot. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);

it('no folder or file is a place for anything', () => {
  const vague = new Set(['utils', 'util', 'common', 'helpers', 'helper', 'misc', 'shared']);
  expect(ownFiles.filter((path) => path.split(/[/.]/).some((part) => vague.has(part)))).toEqual([]);
});

it('source files and folders are written in kebab-case', () => {
  const isKebab = (part: string) => /^\.?[a-z0-9]+(-[a-z0-9]+)*$/.test(part);
  const bent = sources.filter(
    (path) =>
      !path
        .replace(/(\.(test|bench|config))?\.tsx?$/, '')
        .split('/')
        .every(isKebab),
  );
  expect(bent).toEqual([]);
});

it('SQL files are snake_case, migrations are numbered without a gap', () => {
  const sql = files.filter((path) => /^data\/(migrations|functions)\//.test(path));
  expect(sql.filter((path) => !/\/[a-z0-9]+(_[a-z0-9]+)*\.sql$/.test(path))).toEqual([]);
  const numbers = sql.flatMap((path) => /migrations\/(\d{4})_/.exec(path)?.[1] ?? []);
  expect(numbers).toEqual(numbers.map((_, index) => String(index + 1).padStart(4, '0')));
});

// One word per thing: a piece of land is a parcel, what a citizen tells the city a report.
const SYNONYMS = new Set([
  'lot',
  'lots',
  'plot',
  'plots',
  'persil',
  'kavling',
  'complaint',
  'complaints',
  'aduan',
  'pengaduan',
]);
const isSynonym = (name: string): boolean => wordsOf(name).some((word) => SYNONYMS.has(word));

it('no synonym creeps into names of shipped code', () => {
  const found = sources
    .filter((path) => !isTest(path))
    .flatMap((path) =>
      [...readModule(path, readText(path)).identifiers].filter(isSynonym).map((name) => `${path}: ${name}`),
    );
  expect(found).toEqual([]);
}, 120_000);

it('no synonym creeps into names of tables, columns, files and routes', () => {
  const sql = files
    .filter((path) => path.startsWith('data/') && path.endsWith('.sql'))
    .flatMap((path) =>
      wordsOf(readText(path).replace(/--.*$|'[^']*'/gm, ' '))
        .filter((word) => SYNONYMS.has(word))
        .map((word) => `${path}: ${word}`),
    );
  expect(sql).toEqual([]);
  expect(ownFiles.filter(isSynonym)).toEqual([]);
});

it('a component file and a hook file are told apart by their names', () => {
  const hooks = sources.filter((path) => /\/use-[a-z-]+\.tsx$/.test(path));
  expect(hooks).toEqual([]);
});
