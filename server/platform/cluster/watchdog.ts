import { type ChildProcess, spawn } from 'node:child_process';
import type { ClusterAccount } from './cluster-account.ts';

export interface Watchdog {
  /** Stops the cluster and waits until it has stopped. */
  stop(): Promise<void>;
}

/**
 * Told to stop, it stops the cluster. When the pipe closes without a word, this process died, perhaps in the middle of
 * starting the server: then it tries again until there is one to stop.
 */
const script = `
trap '' HUP INT TERM
if read -r word; then "$@"; exit; fi
for pause in 1 1 2 4; do "$@" && exit; sleep $pause; done
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
