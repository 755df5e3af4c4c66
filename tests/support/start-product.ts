import { type ChildProcess, spawn } from 'node:child_process';

export interface StartedProduct {
  readonly process: ChildProcess;
  /** Everything that it has printed so far, as a person sees it. */
  output(): string;
  /** Resolves with the address when it is ready; rejects with the output when it ends before. */
  readonly ready: Promise<string>;
  /** Resolves with the exit code and the signal that ended it. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  stop(): Promise<void>;
}

/**
 * Starts the whole product as "npm start" does, with a data directory of its own and a free port.
 * @param variables environment; DATA_DIRECTORY should be a temporary folder
 */
export function startProduct(
  variables: Record<string, string>,
  args: readonly string[] = [],
): StartedProduct {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', '--no-install', ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', LOG_LEVEL: 'error', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  const ready = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const address = /Ready in .*(http:\S+)\//.exec(output)?.[1];
        if (address !== undefined) resolve(address);
      });
    }
    ended.then(() => reject(new Error(`The product ended before it was ready:\n${output}`)));
  });
  ready.catch(() => {});
  return {
    process: child,
    output: () => output,
    ready,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
