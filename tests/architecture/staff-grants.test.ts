import { expect, it } from 'vitest';
import { listFiles, readText } from '../support/source-files.ts';

const listed = [...readText('data/functions/staff_grants.sql').matchAll(/^ {4}\('([a-z_]+)',/gm)].map(
  ([, name]) => name,
);
const tables = listFiles()
  .filter((path) => path.startsWith('data/migrations/'))
  .flatMap((path) => [...readText(path).matchAll(/^create table (?:if not exists )?([a-z_]+)/gim)])
  .map(([, name]) => name);

it('every table has a line that says what staff may do with it, and no table has two', () => {
  expect(tables.length).toBeGreaterThan(50);
  expect(
    tables.filter((name) => !listed.includes(name)),
    'add a line to data/functions/staff_grants.sql (an empty one when only the program itself needs the table)',
  ).toEqual([]);
  expect(listed.filter((name, index) => listed.indexOf(name) !== index)).toEqual([]);
});
