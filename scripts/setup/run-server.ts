import { type ChildProcess, fork } from 'node:child_process';
import { childEnvironment, type Environment } from '../../server/env.ts';

export interface RunningServer {
  readonly port: number;
  /** Resolves with the exit code when the server has ended. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts the built server as a child process and waits until it listens. It stops by itself when this process is
 * gone, because its message channel closes then.
 */
export async function runServer(
  serverFile: string,
  environment: Environment,
  databaseUrl: string,
): Promise<RunningServer> {
  const child = fork(serverFile, {
    env: childEnvironment({
      DATABASE_URL: databaseUrl,
      NODE_ENV: environment.NODE_ENV,
      // On a terminal the log is kept to what matters; a service manager collects all of it.
      LOG_LEVEL: process.stdout.isTTY && environment.LOG_LEVEL === 'info' ? 'warn' : environment.LOG_LEVEL,
    }),
    // What is built needs no loader: the one that this process runs with costs 0.3 s and 200 MB.
    execArgv: [],
  });
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const port = await waitForPort(child, ended);
  return {
    port,
    ended,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}

function waitForPort(child: ChildProcess, ended: Promise<number>): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      const isListening = typeof message === 'object' && message !== null && 'port' in message;
      if (isListening && typeof message.port === 'number') resolve(message.port);
    });
    ended.then((code) => reject(new Error(`The server ended with code ${code} before it listened.`)));
  });
}
