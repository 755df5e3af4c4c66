import type { Actor } from '#domain/accounts/actor';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { staffMover } from '../../accounts/index.ts';
import { audit } from '../../log/index.ts';
import { rememberPhoto } from '../../photos/index.ts';
import { forgetUpload, keepFile } from '../../uploads/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import { type CasePhotoRow, countCasePhotos, findCasePhoto, insertCasePhoto } from './queries.ts';

/** What one case holds at most, beside the photos of its rounds. */
const MOST_PHOTOS = 100;

/**
 * Takes a photo of a case in, written anew and nothing else of it kept: evidence that a letter was served, or that something
 * is fixed. Sent twice under the id that the device made, it is kept once.
 */
export async function takeCasePhoto(
  deps: CaseWorkDeps,
  actor: Actor,
  { caseId, photoId }: { readonly caseId: string; readonly photoId: string },
  bytes: Uint8Array,
): Promise<Result<CasePhotoRow, Problem>> {
  const known = await findCasePhoto(deps.sql, caseId, photoId);
  if (known !== undefined) return ok(known);
  if ((await countCasePhotos(deps.sql, caseId)) >= MOST_PHOTOS)
    return fail(problem('casePhotosFull', { most: MOST_PHOTOS }));
  const photo = await deps.photos.rewrite(bytes);
  if (!photo.ok) return photo;
  const { widthPx, heightPx, prints } = photo.value;
  const file = { owner: `case:${caseId}`, fileName: `${photoId}.jpg`, bytes: photo.value.bytes };
  const kept = await keepFile(deps, file);
  if (!kept.ok) return kept;
  const { uploadId, sha256 } = kept.value;
  const now = deps.clock.now();
  const mover = staffMover(deps, actor);
  let isNew = false;
  await mover.within(async (tx) => {
    const { accountId } = mover;
    isNew = await insertCasePhoto(tx, { photoId, caseId, uploadId, widthPx, heightPx, accountId, now });
    if (!isNew) return;
    await rememberPhoto(tx, { source: 'case', sourceId: photoId, prints, now });
    const facts = { caseId, photoId, sha256 };
    await audit(tx, { kind: 'case.photoAdded', actor: mover.actor, facts }, deps.clock);
  });
  if (!isNew) await forgetUpload(deps.sql, uploadId);
  const taken = await findCasePhoto(deps.sql, caseId, photoId);
  // Another case has taken this id.
  return taken === undefined ? fail(problem('itemDiffers')) : ok(taken);
}
