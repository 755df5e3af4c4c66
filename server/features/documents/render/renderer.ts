import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Result } from '#domain/result';
import { limitConcurrency } from '../../../platform/limit-concurrency.ts';
import { findProjectRoot } from '../../../platform/project-root.ts';
import type { RenderJob, RenderReply, RenderRequest } from './render-job.ts';

/** A document takes some 30 ms of the renderer: who waits behind this many would give up before it is their turn. */
const WAITING = 32;
/** Nothing that a document can hold takes so long: then the renderer hangs. */
const LONGEST_MS = 20_000;

/** Run from its source, also by the built server: beside it lie the template and a library of machine code. */
const PROCESS = 'server/features/documents/render/render-process.ts';

export interface Renderer {
  /** @returns `busy` when too many are waiting already */
  render(job: RenderJob): Promise<Result<Uint8Array, 'busy'>>;
  close(): void;
}

/** Renders in one process beside this one, started when it is first needed and again when it has died. */
export function createRenderer({ waiting = WAITING } = {}): Renderer {
  const limited = limitConcurrency({ running: 1, waiting });
  let child: ChildProcess | null = null;
  let number = 0;
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
    render: (job) =>
      limited(() => {
        number += 1;
        return ask(running(), { number, job });
      }),
    close() {
      child?.kill();
      child = null;
    },
  };
}

function startProcess(): ChildProcess {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = fork(join(findProjectRoot(), PROCESS), [], {
    execArgv: ['--import', loader],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // It does not keep alive whoever started it; while a document is made, that does.
  child.unref();
  child.channel?.unref();
  return child;
}

/** One document. A renderer that dies or hangs fails this one only: the next starts another. */
function ask(child: ChildProcess, request: RenderRequest): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    child.channel?.ref();
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      end(() => reject(new Error('the renderer did not answer in time')));
    }, LONGEST_MS);
    const onMessage = (reply: RenderReply): void => {
      if (reply.number !== request.number) return;
      end(() => ('pdf' in reply ? resolve(reply.pdf) : reject(new Error(reply.failure))));
    };
    const onEnd = (): void => end(() => reject(new Error('the renderer ended')));
    const end = (tell: () => void): void => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onEnd);
      child.channel?.unref();
      tell();
    };
    child.on('message', onMessage);
    child.once('exit', onEnd);
    child.send(request, (error) => {
      if (error !== null) onEnd();
    });
  });
}
