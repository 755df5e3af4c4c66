import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { listFiles, readText } from '../support/source-files.ts';

const hashes: Readonly<Record<string, string>> = JSON.parse(
  readText('tests/architecture/migration-hashes.json'),
);
const migrations = listFiles().filter((path) => path.startsWith('data/migrations/'));
const nameOf = (path: string) => path.split('/').at(-1) ?? '';

it('a migration that is on main is never edited: every database that ran it would refuse to start', () => {
  const edited = migrations.filter(
    (path) => hashes[nameOf(path)] !== createHash('sha256').update(readText(path)).digest('hex'),
  );
  expect(edited, 'write the change as a new migration, and add the hash of a new one').toEqual([]);
  expect(Object.keys(hashes)).toEqual(migrations.map(nameOf));
});

it('a migration says why it is there, what it locks and how to undo it', () => {
  const silent = migrations.filter((path) => {
    const header = /^(--.*\n)+/.exec(readText(path))?.[0] ?? '';
    return !/why/i.test(header) || !/lock/i.test(header) || !/undo/i.test(header);
  });
  expect(silent).toEqual([]);
});

it('a function says what it takes, with its unit or reference system, and which index it needs', () => {
  const silent = listFiles()
    .filter((path) => path.startsWith('data/functions/'))
    .filter((path) => !/^-- Purpose:/.test(readText(path)) || !/^-- Expected index/m.test(readText(path)));
  expect(silent).toEqual([]);
});
