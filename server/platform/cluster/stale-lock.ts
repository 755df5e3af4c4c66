import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorProblem } from '../operator-problem.ts';

/** How long processes that a killed server left behind get to notice that it is gone. */
const patienceMs = 10_000;

/**
 * Looks at the server's own lock (postmaster.pid). PostgreSQL clears a lock whose process is gone, but refuses to
 * start when the number was given to another program since, as after a reboot or in a container. Such a lock is
 * removed here, once no process works in the data directory any more: two servers on one directory would destroy it.
 * The caller must hold this project's own lock on the data directory.
 * @returns true when a server really runs on this data
 * @throws OperatorProblem when parts of a killed server do not go away
 */
export async function clearStaleLock(data: string, socketDirectory: string): Promise<boolean> {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return false;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (!existsSync('/proc/self')) return isAlive(pid);
  const end = performance.now() + patienceMs;
  for (;;) {
    const processes = findProcessesIn(realpathSync(data));
    if (processes.includes(pid)) return true;
    if (processes.length === 0) break;
    if (performance.now() > end) {
      throw new OperatorProblem(
        'cluster-failed',
        `Processes of a killed database server still work in ${data}: end them (${processes.join(', ')}) and start again.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  rmSync(lock, { force: true });
  for (const name of readdirSync(socketDirectory)) rmSync(join(socketDirectory, name), { force: true });
  return false;
}

/** A server and all its parts have the data directory as their working directory. */
function findProcessesIn(directory: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => readWorkingDirectory(name) === directory)
    .map(Number);
}

function readWorkingDirectory(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
