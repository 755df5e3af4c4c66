import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

/**
 * Takes the data directory for this process. A lock whose process is gone is cleared.
 * @returns the lock, or who holds it
 */
export function takeStartLock(dataDirectory: string): LockAttempt {
  mkdirSync(dataDirectory, { recursive: true });
  const path = join(dataDirectory, 'start.lock');
  const mine: LockHolder = { pid: process.pid, startedAt: readStartTime(process.pid) ?? '' };
  for (;;) {
    if (placeLock(path, mine)) {
      return {
        isHeld: true,
        describe: (details) => replaceFile(path, JSON.stringify({ ...mine, ...details })),
        release: () => rmSync(path, { force: true }),
      };
    }
    const text = readText(path);
    if (text === null) continue;
    const holder = parseHolder(text);
    if (holder !== null && isAlive(holder)) return { isHeld: false, holder };
    clearStale(path, text);
  }
}

/** Creates the lock complete or not at all: a reader never sees half of it. */
function placeLock(path: string, holder: LockHolder): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
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
  } catch {
    return;
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
