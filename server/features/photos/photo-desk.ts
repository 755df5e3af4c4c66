import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { askProcess } from '../../platform/ask-process.ts';
import { limitConcurrency } from '../../platform/limit-concurrency.ts';
import { findProjectRoot } from '../../platform/project-root.ts';
import { confinement } from '../imports/index.ts';
import { type CleanPhoto, MOST_MEGAPIXELS, type PhotoReply, type PhotoRequest } from './photo-job.ts';
import { photoKind } from './photo-kind.ts';

/** Photos that wait behind the one that is being written; one takes some 300 ms. */
const WAITING = 24;
/** No photo of this size takes so long: then the decoder hangs. */
const LONGEST_MS = 20_000;
/** Memory that a decoder leaks is given back with its process. */
const PHOTOS_OF_A_PROCESS = 500;

/** Run from its source, also by the built server: beside it lies a library of machine code. */
const PROCESS = 'server/features/photos/photo-process.ts';

/** Where photos of people are written anew; see {@link rewritePhoto}. */
export interface PhotoDesk {
  /** @returns the only form in which a photo may be kept, or why there is none */
  rewrite(bytes: Uint8Array): Promise<Result<CleanPhoto, Problem>>;
  close(): void;
}

/**
 * Decoders of pictures are machine code that reads a stranger's bytes: they run in one process beside this one, without
 * a network where the machine allows it, without our environment and the rights of root, started when it is first needed.
 */
export function openPhotoDesk(): PhotoDesk {
  const limited = limitConcurrency({ running: 1, waiting: WAITING });
  let child: ChildProcess | null = null;
  let number = 0;
  const running = (): ChildProcess => {
    if (number % PHOTOS_OF_A_PROCESS === 0) {
      child?.kill();
      child = null;
    }
    if (child?.connected) return child;
    const started = startProcess();
    started.once('exit', () => {
      if (child === started) child = null;
    });
    child = started;
    return started;
  };
  return {
    async rewrite(bytes) {
      if (photoKind(bytes) === null) return fail(problem('photoKindRefused'));
      const answered = await limited(async () => {
        const process = running();
        number += 1;
        const request: PhotoRequest = { number, bytes };
        // A decoder that died or hung fails this photo only.
        return (await askProcess<PhotoReply>(process, request, LONGEST_MS))?.outcome ?? 'unreadable';
      });
      if (!answered.ok) return fail(problem('busy'));
      if (answered.value === 'tooManyPixels')
        return fail(problem('photoTooManyPixels', { megapixels: MOST_MEGAPIXELS }));
      return answered.value === 'unreadable' ? fail(problem('photoUnreadable')) : ok(answered.value);
    },
    close() {
      child?.kill();
      child = null;
    },
  };
}

function startProcess(): ChildProcess {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const { command, hasNoNetwork } = confinement();
  // Rights are given up by the process itself, once it has loaded what only its starter may read.
  const rights = command.indexOf('setpriv');
  const alone = hasNoNetwork ? (rights === -1 ? command : command.slice(0, rights)) : [];
  const [first = process.execPath, ...rest] = [
    ...alone,
    process.execPath,
    '--max-old-space-size=256',
    '--import',
    loader,
    join(findProjectRoot(), PROCESS),
  ];
  const child = spawn(first, rest, {
    serialization: 'advanced',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // It does not keep alive whoever started it; while a photo is written, that does.
  child.unref();
  child.channel?.unref();
  return child;
}
