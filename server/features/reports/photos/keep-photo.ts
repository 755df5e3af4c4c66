import { type Problem, problem } from '#domain/problem';
import type { SentPhoto } from '#domain/report/report';
import { fail, ok, type Result } from '#domain/result';
import type { Queryable } from '../../../platform/db.ts';
import { rememberPhoto } from '../../photos/index.ts';
import { forgetUpload, keepFile } from '../../uploads/index.ts';
import type { ReportDeps } from '../report-deps.ts';
import { attachPhoto, findPhoto, insertPhoto, lockLonely, type PhotoRow } from './queries.ts';
import type { WaitingRoom } from './waiting-room.ts';

/**
 * Takes a photo in, before the report that it belongs to: written anew, and nothing else of it kept, not even its hash. Sent
 * twice under one id, it is kept once. One whose report never comes is forgotten.
 * @param from the room in which it waits, and the neighbourhood that it came from
 */
export async function keepPhoto(
  deps: ReportDeps,
  photoId: string,
  bytes: Uint8Array,
  { room, sender }: { readonly room: WaitingRoom; readonly sender: string },
): Promise<Result<PhotoRow, Problem>> {
  const known = await findPhoto(deps.sql, photoId);
  if (known !== undefined) return known.reportId === null ? ok(known) : fail(missing([photoId]));
  if (!(await room.makeRoom(deps.sql, sender))) return fail(problem('busy'));
  const photo = await deps.photos.rewrite(bytes);
  if (!photo.ok) return photo;
  const { widthPx, heightPx, prints } = photo.value;
  // Each photo is an owner of its own: strangers share no quota, and nothing says which of them sent it.
  const kept = await keepFile(deps, {
    owner: `report-photo:${photoId}`,
    fileName: `${photoId}.jpg`,
    bytes: photo.value.bytes,
  });
  if (!kept.ok) return kept;
  const { uploadId } = kept.value;
  const now = deps.clock.now();
  const isNew = await deps.sql.begin(async (tx) => {
    if (!(await insertPhoto(tx, { photoId, uploadId, widthPx, heightPx, now }))) return false;
    // How it looks, so that it is known again as a photo of the end; it goes with the photo.
    await rememberPhoto(tx, { source: 'report', sourceId: photoId, prints, now });
    return true;
  });
  if (isNew) room.came(photoId, sender);
  else await forgetUpload(deps.sql, uploadId);
  const row = await findPhoto(deps.sql, photoId);
  return row === undefined ? fail(missing([photoId])) : ok(row);
}

const missing = (photos: readonly string[]): Problem =>
  problem('reportPhotosMissing', { photos: [...photos] });

/**
 * Takes the photos of a report or a message that wait for it, in its transaction.
 * @returns the hash of each, in the order given
 */
export async function claimPhotos(
  tx: Queryable,
  photos: readonly SentPhoto[],
): Promise<Result<string[], Problem>> {
  const waiting = await lockLonely(
    tx,
    photos.map(({ photoId }) => photoId),
  );
  const hashes = photos.map(({ photoId }) => waiting.get(photoId.toLowerCase()));
  const gone = photos.filter((_, index) => hashes[index] === undefined).map(({ photoId }) => photoId);
  // A photo named twice is one photo.
  const isTwice = new Set(photos.map(({ photoId }) => photoId.toLowerCase())).size < photos.length;
  if (gone.length > 0) return fail(missing(gone));
  if (isTwice) return fail(problem('invalidField', { name: 'photos', reason: '2 × photoId' }));
  return ok(hashes as string[]);
}

export async function attachPhotos(
  tx: Queryable,
  of: { readonly reportId: string; readonly messageId: string | null },
  photos: readonly SentPhoto[],
): Promise<void> {
  for (const { photoId, takenAt, position } of photos)
    await attachPhoto(tx, {
      ...of,
      photoId,
      takenAt: takenAt ?? null,
      lng: position?.lon ?? null,
      lat: position?.lat ?? null,
    });
}
