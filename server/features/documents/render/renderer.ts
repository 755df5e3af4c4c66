import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, ok, type Result } from '#domain/result';
import { askProcess } from '../../../platform/ask-process.ts';
import { limitConcurrency } from '../../../platform/limit-concurrency.ts';
import { findProjectRoot } from '../../../platform/project-root.ts';
import type { LetterJob, RenderJob, RenderReply, RenderRequest } from './render-job.ts';

/** A document takes some 30 ms of a renderer: who waits behind this many would give up before it is their turn. */
const WAITING = 32;
/** Each takes 150 MB; one per processor, and no more than this many on a large machine. */
const MOST_PROCESSES = 4;
/** Nothing that a document can hold takes so long: then the renderer hangs. */
const LONGEST_MS = 20_000;

/** Run from its source, also by the built server: beside it lie the template and a library of machine code. */
const PROCESS = 'server/features/documents/render/render-process.ts';

export interface Renderer {
  /**
   * @param by whom it was asked for: papers that the office gives out find a place however many the public asks for
   * @returns `busy` when too many are waiting already, `stopped` when the process died or hung: the next one has another
   */
  render(
    job: RenderJob | LetterJob,
    by: 'office' | 'public',
  ): Promise<Result<Uint8Array, 'busy' | 'stopped'>>;
  close(): void;
}

/** Renders in processes beside this one, each started when there is none to take a document, and again when it has died. */
export function createRenderer({
  processes = Math.min(MOST_PROCESSES, availableParallelism()),
  waiting = WAITING,
} = {}): Renderer {
  const limited = limitConcurrency({ running: processes, waiting });
  // Half of all places, those in work among them: a rush of ITRs leaves the others to what is being signed.
  const fromPublic = limitConcurrency({ running: Math.ceil((processes + waiting) / 2), waiting: 0 });
  const all = new Set<ChildProcess>();
  const idle: ChildProcess[] = [];
  let number = 0;
  const take = (): ChildProcess => {
    for (let child = idle.pop(); child !== undefined; child = idle.pop()) if (child.connected) return child;
    const started = startProcess();
    all.add(started);
    started.once('exit', () => all.delete(started));
    return started;
  };
  const renderOne = async (job: RenderJob | LetterJob): Promise<Result<Uint8Array, 'busy' | 'stopped'>> => {
    const done = await limited(async () => {
      const child = take();
      number += 1;
      try {
        return await ask(child, { number, job });
      } finally {
        if (child.connected) idle.push(child);
      }
    });
    if (!done.ok) return done;
    return done.value === null ? fail('stopped') : ok(done.value);
  };
  return {
    async render(job, by) {
      if (by === 'office') return await renderOne(job);
      const done = await fromPublic(() => renderOne(job));
      return done.ok ? done.value : done;
    },
    close() {
      for (const child of all) child.kill();
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

/**
 * One document. A renderer that dies or hangs fails this one only.
 * @returns null when it did
 * @throws what the typesetter says of a document that it cannot set
 */
async function ask(child: ChildProcess, request: RenderRequest): Promise<Uint8Array | null> {
  const reply = await askProcess<RenderReply>(child, request, LONGEST_MS);
  if (reply === null) return null;
  if ('pdf' in reply) return reply.pdf;
  throw new Error(reply.failure);
}
