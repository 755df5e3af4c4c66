import type { Result } from '#domain/result';
import { type PhotoFault, type PhotoJob, type WrittenPhoto, writePhoto } from './write-photo.ts';

export type { PhotoFault, WrittenPhoto } from './write-photo.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * A photo written anew by the browser, before it is kept or sent: its pixels, turned as its orientation says, and nothing
 * that the camera wrote about where, when and with what. Beside the page where a worker can draw, otherwise on it; one
 * after the other, because each fills some fifty megabytes while it is open.
 *
 * @param marks what is made unrecognisable on it
 */
export function rewritePhoto(
  file: Blob,
  marks: PhotoJob['marks'] = [],
): Promise<Result<WrittenPhoto, PhotoFault>> {
  const written = last.then(
    async () => (await besideThePage({ file, marks })) ?? writePhoto({ file, marks }),
  );
  last = written.catch(() => undefined);
  return written;
}

/** @returns null where no worker can do it; it ends with its photo and gives its memory back */
async function besideThePage(job: PhotoJob): Promise<Result<WrittenPhoto, PhotoFault> | null> {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return null;
  let worker: Worker;
  try {
    worker = new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
  try {
    return await new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<Result<WrittenPhoto, PhotoFault>>) =>
        // Some workers draw, but open fewer kinds than their page.
        resolve(!data.ok && data.problem === 'unreadable' ? null : data);
      worker.onerror = () => resolve(null);
      worker.postMessage(job);
    });
  } finally {
    worker.terminate();
  }
}
