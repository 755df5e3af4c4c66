import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { OperatorProblem } from '../../server/platform/operator-problem.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../tests/support/temporary-folder.ts';
import { takeStartLock } from './start-lock.ts';

let folder: TemporaryFolder;
let path: string;
beforeEach(() => {
  folder = makeTemporaryFolder('lock');
  path = `${folder.path}/start.lock`;
});
afterEach(() => folder.remove());

/** The sentence that the operator is given. */
function refusal(): string {
  try {
    takeStartLock(folder.path);
  } catch (error) {
    if (error instanceof OperatorProblem) return error.message;
    throw error;
  }
  return 'taken';
}

it('takes a free directory, and one whose holder is gone, and says who holds it otherwise', () => {
  const lock = takeStartLock(folder.path);
  if (!lock.isHeld) throw new Error('not taken');
  lock.describe({ address: 'http://localhost:1/' });
  const written = readFileSync(path, 'utf8');
  expect(JSON.parse(written)).toMatchObject({ pid: process.pid, address: 'http://localhost:1/' });
  lock.release();

  writeFileSync(path, written.replace(/"pid":\d+/, '"pid":999999999'));
  expect(takeStartLock(folder.path).isHeld).toBe(true);

  const parent = { pid: process.ppid, startedAt: '' };
  writeFileSync(path, JSON.stringify(parent));
  expect(takeStartLock(folder.path)).toEqual({ isHeld: false, holder: parent });
});

// A file that this user may not read gives EACCES in the same place; root may read every file, but no directory.
it('says in one sentence that a lock cannot be read, and leaves it where it is', () => {
  mkdirSync(path);
  expect(refusal()).toBe(
    `The lock ${path} cannot be read (EISDIR): the product of another user may run here. Start as that user; if nothing runs, remove that file.`,
  );
});

it('gives up on a lock that is there and is not', () => {
  symlinkSync('nowhere', path);
  expect(refusal()).toContain(`The lock ${path} can be neither placed nor read`);
});
