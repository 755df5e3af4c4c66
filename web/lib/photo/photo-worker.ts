import { type PhotoJob, writePhoto } from './write-photo.ts';

/** Writes photos beside the page, so that it stays at hand meanwhile; one job at a time. */
addEventListener('message', async ({ data }: MessageEvent<PhotoJob>) => {
  postMessage(await writePhoto(data).catch(() => ({ ok: false, problem: 'unreadable' })));
});
