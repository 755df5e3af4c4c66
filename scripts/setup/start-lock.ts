import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorProblem } from '../../server/platform/operator-problem.ts';

/** Who holds a data directory, and how to reach the product and its database meanwhile. */
export interface LockHolder {
  readonly pid: number;
  /** Start of that process in clock ticks since boot, so that a reused number is not taken for it. */
  readonly startedAt: string;
  readonly address?: string;
  readonly databaseUrl?: string;
}

export type LockAttempt =
  | {
      readonly isHeld: true;
      describe(details: Pick<LockHolder, 'address' | 'databaseUrl'>): void;
      release(): void;
    }
  | { readonly isHeld: false; readonly holder: LockHolder };

/** Other starters may take and leave the lock in between; more often than this it is no race but something else. */
const MAX_TRIES = 100;

/**
 * Takes the data directory for this process. A lock whose process is gone is cleared.
 * @returns the lock, or who holds it
 * @throws OperatorProblem where nobody can tell whether it is held, or no lock can be placed
 */
export function takeStartLock(dataDirectory: string): LockAttempt {
  mkdirSync(dataDirectory, { recursive: true });
  const path = join(dataDirectory, 'start.lock');
  const mine: LockHolder = { pid: process.pid, startedAt: readStartTime(process.pid) ?? '' };
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    if (placeLock(path, mine)) {
      return {
        isHeld: true,
        describe: (details) => replaceFile(path, JSON.stringify({ ...mine, ...details })),
        release: () => rmSync(path, { force: true }),
      };
    }
    const text = readLock(path);
    if (text === null) continue;
    const holder = parseHolder(text);
    if (holder !== null && isAlive(holder)) return { isHeld: false, holder };
    clearStale(path, text);
  }
  throw unusable(path, 'can be neither placed nor read');
}

const unusable = (path: string, why: string): OperatorProblem =>
  new OperatorProblem(
    'lock-unusable',
    `The lock ${path} ${why}: the product of another user may run here. Start as that user; if nothing runs, remove that file.`,
  );

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What a file system without hard links says when it is asked for one. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** Creates the lock complete or not at all: a reader never sees half of it. */
function placeLock(path: string, holder: LockHolder): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    if (!NO_LINKS.has(code)) throw error;
    throw new OperatorProblem(
      'not-writable',
      `The file system of ${dirname(path)} has no hard links (${code}): set DATA_DIRECTORY to a folder on another one.`,
    );
  } finally {
    rmSync(draft, { force: true });
  }
}

function replaceFile(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}

/** Moves the stale lock aside; if another starter put a fresh one there in between, that one is put back. */
function clearStale(path: string, staleText: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw unusable(path, `of a process that is gone cannot be cleared (${codeOf(error)})`);
  }
  if (readText(aside) !== staleText) {
    try {
      linkSync(aside, path);
    } catch {
      // A third starter has it now: its lock stands.
    }
  }
  rmSync(aside, { force: true });
}

/** The lock as it stands; null when it has gone. What cannot be read may well be held. */
function readLock(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw unusable(path, `cannot be read (${codeOf(error)})`);
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function parseHolder(text: string): LockHolder | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'pid' in value ? (value as LockHolder) : null;
  } catch {
    return null;
  }
}

function isAlive({ pid, startedAt }: LockHolder): boolean {
  // In a restarted container the program has the same number as before.
  if (pid === process.pid) return false;
  const actual = readStartTime(pid);
  if (actual !== null) return startedAt === '' || actual === startedAt;
  if (readText('/proc/self/stat') !== null) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Field 22 of /proc/<pid>/stat; null where there is no such process or no /proc. */
function readStartTime(pid: number): string | null {
  const stat = readText(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}
