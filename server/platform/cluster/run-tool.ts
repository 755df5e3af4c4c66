import { spawn } from 'node:child_process';
import type { ClusterAccount } from './cluster-account.ts';

export interface ToolOutcome {
  readonly exitCode: number | null;
  readonly errorText: string;
}

/**
 * Runs one of PostgreSQL's programs as the cluster's account, from "/" because that account may not be able to enter
 * the current directory. Ends when the program itself ends: a server that it leaves behind keeps the pipes open.
 */
export function runTool(
  command: string,
  args: readonly string[],
  account: ClusterAccount,
): Promise<ToolOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...account.identity,
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    // Whoever gives up meanwhile does not leave the tool running.
    const endWithMe = (): void => void child.kill();
    process.once('exit', endWithMe);
    let errorText = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errorText += text;
    });
    child.on('error', reject);
    child.on('exit', (exitCode) => {
      process.off('exit', endWithMe);
      // The last lines may still be in the pipe when the exit is reported.
      setImmediate(() => {
        child.stderr.destroy();
        resolve({ exitCode, errorText });
      });
    });
  });
}
