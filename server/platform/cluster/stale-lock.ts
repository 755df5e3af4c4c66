import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Looks at the server's own lock (postmaster.pid). PostgreSQL clears a lock whose process is gone, but refuses to
 * start when the number was given to another program since, as after a reboot or in a container. Such a lock is
 * removed here. The caller must hold this project's own lock on the data directory.
 * @returns the process number of a server that really runs on this data, or null
 */
export function clearStaleLock(data: string): number | null {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (isServerOf(pid, data)) return pid;
  rmSync(file, { force: true });
  return null;
}

/** A server's working directory is its data directory; where /proc does not exist, a living process counts as one. */
function isServerOf(pid: number, data: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (existsSync('/proc/self')) {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
    } catch {
      return false;
    }
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
