import { type ChildProcess, spawn } from 'node:child_process';
import type { ClusterAccount } from './cluster-account.ts';

export interface Watchdog {
  /** Stops the cluster and waits until it has stopped. */
  stop(): Promise<void>;
}

/**
 * Told to stop, it stops the cluster. When the pipe closes without a word, this process died, perhaps in the middle of
 * starting the server: then it tries again until there is one to stop.
 *
 * A server that is beginning anew after a crash, as on a full disk, and is asked in good order to stop just then waits
 * for ever for a part of itself (PostgreSQL 15, seen 2026-11-30). It is told to leave at once, which loses nothing: the
 * next start replays its log.
 */
const script = `
trap '' HUP INT TERM
end() { "$@" -m fast -t 30 || "$@" -m immediate -t 30; }
if read -r word; then end "$@"; exit; fi
for pause in 1 1 2 4; do end "$@" && exit; sleep $pause; done
`;

/**
 * Ties a cluster's life to this process. A small shell waits on a pipe that only this process holds; when the pipe
 * closes, for whatever reason, "kill -9" among them, it stops the cluster. It ignores the terminal's signals, so that
 * Ctrl-C lets the program finish first.
 */
export function startWatchdog(stopCommand: readonly string[], account: ClusterAccount): Watchdog {
  const shell: ChildProcess = spawn('/bin/sh', ['-c', script, 'watchdog', ...stopCommand], {
    ...account.identity,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => {
    shell.on('exit', () => resolve());
    shell.on('error', () => resolve());
  });
  shell.unref();
  const pipe = shell.stdin;
  if (pipe !== null && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
  return {
    stop() {
      shell.ref();
      pipe?.end('stop\n');
      return ended;
    },
  };
}
