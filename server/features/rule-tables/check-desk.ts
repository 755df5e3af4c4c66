import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Result } from '#domain/result';
import { askProcess } from '../../platform/ask-process.ts';
import { limitConcurrency } from '../../platform/limit-concurrency.ts';
import { findProjectRoot } from '../../platform/project-root.ts';
import type { DeskOutcome, DeskReply, DeskRequest } from './check-job.ts';

/** Checks that wait behind the one that is made: each takes at most a second, and every editor asks for one at a time. */
const WAITING = 32;
/** Nothing that the limits let in takes so long: then the process hangs. */
const LONGEST_MS = 30_000;
/** A process that nobody has asked for so long gives its memory back. */
const IDLE_MS = 300_000;

/** Run from its source, also by the built server. */
const PROCESS = 'server/features/rule-tables/check-process.ts';

type Unnumbered<R> = R extends DeskRequest ? Omit<R, 'number'> : never;

/** Where edited tables are checked while somebody types, and made ready to be stored. */
export interface CheckDesk {
  /** @returns null when the process died or hung: the next question has another */
  ask<R extends DeskRequest>(request: Unnumbered<R>): Promise<Result<DeskOutcome<R> | null, 'busy'>>;
  close(): void;
}

/**
 * A large matrix takes a processor for the better part of a second, and is checked after every pause in typing: that is
 * done in one process beside this one, which answers citizens meanwhile. It is started when it is first needed.
 */
export function openCheckDesk(): CheckDesk {
  const limited = limitConcurrency({ running: 1, waiting: WAITING });
  let child: ChildProcess | null = null;
  let number = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    clearTimeout(rest);
    child?.kill();
    child = null;
  };
  const running = (): ChildProcess => {
    if (child?.connected) return child;
    const started = startProcess();
    started.once('exit', () => {
      if (child === started) child = null;
    });
    child = started;
    return started;
  };
  return {
    ask: <R extends DeskRequest>(request: Unnumbered<R>) =>
      limited(async () => {
        clearTimeout(rest);
        number += 1;
        try {
          const asked = { ...request, number };
          const reply = await askProcess<DeskReply<R>>(running(), asked, LONGEST_MS);
          return reply === null ? null : reply.outcome;
        } finally {
          rest = setTimeout(close, IDLE_MS).unref();
        }
      }),
    close,
  };
}

function startProcess(): ChildProcess {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = fork(join(findProjectRoot(), PROCESS), [], {
    execArgv: ['--max-old-space-size=512', '--import', loader],
    serialization: 'advanced',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // It does not keep alive whoever started it; while something is checked, that does.
  child.unref();
  child.channel?.unref();
  return child;
}
