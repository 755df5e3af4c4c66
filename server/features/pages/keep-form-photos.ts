import type { Context } from 'hono';
import type { Problem } from '#domain/problem';
import { MOST_PHOTOS, type SentPhoto } from '#domain/report/report';
import { ok, type Result } from '#domain/result';
import type { ReportDesk } from '../reports/index.ts';
import { photoIdOf } from './read-sent-report.ts';

/** Keeps the photos of a form. Sent twice with one form, a photo has one id: the second copy is the first. */
export const photoKeeper =
  (desk: ReportDesk) =>
  async (c: Context, key: string, files: readonly Uint8Array[]): Promise<Result<SentPhoto[], Problem>> => {
    const kept: SentPhoto[] = [];
    for (const bytes of files.slice(0, MOST_PHOTOS)) {
      const may = await desk.mayKeepPhoto(c);
      if (!may.ok) return may;
      const photoId = photoIdOf(key, bytes);
      const photo = await desk.keepPhoto(c, photoId, bytes);
      // It belongs to a report already: to this one, which was sent before.
      if (!photo.ok && photo.problem.code !== 'reportPhotosMissing') return photo;
      if (!kept.some((one) => one.photoId === photoId)) kept.push({ photoId });
    }
    return ok(kept);
  };
