import type { Actor } from '#domain/accounts/actor';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { inTheNameOf } from '../accounts/index.ts';
import { rememberPhoto } from '../photos/index.ts';
import { forgetUpload, keepFile } from '../uploads/index.ts';
import { countPhotos, findPhoto, insertPhoto, lockOpenRound, type PhotoRow } from './queries.ts';
import type { RoundDeps } from './round-deps.ts';
import { MOST_ITEMS, MOST_PHOTOS } from './take-item.ts';

/**
 * Takes the picture of an item in, before its words: written anew, and nothing else of it kept. Sent twice, it is kept
 * once. One whose words never come is forgotten after a day.
 */
export async function takePhoto(
  deps: RoundDeps,
  actor: Actor,
  { roundId, itemId }: { readonly roundId: string; readonly itemId: string },
  bytes: Uint8Array,
): Promise<Result<PhotoRow, Problem>> {
  const known = await findPhoto(deps.sql, roundId, itemId);
  if (known !== undefined) return ok(known);
  if ((await countPhotos(deps.sql, roundId)) >= MOST_PHOTOS)
    return fail(problem('roundFull', { items: MOST_ITEMS, photos: MOST_PHOTOS }));
  const photo = await deps.photos.rewrite(bytes);
  if (!photo.ok) return photo;
  const { widthPx, heightPx, prints } = photo.value;
  const kept = await keepFile(deps, {
    owner: `round:${roundId}`,
    fileName: `${itemId}.jpg`,
    bytes: photo.value.bytes,
  });
  if (!kept.ok) return kept;
  const { uploadId, sha256 } = kept.value;
  const now = deps.clock.now();
  const outcome = await inTheNameOf(deps.sql, actor, async (tx) => {
    if ((await lockOpenRound(tx, roundId)) === undefined) return 'closed';
    const photoRow = { roundId, itemId, uploadId, widthPx, heightPx, accountId: actor.accountId, now };
    if (!(await insertPhoto(tx, photoRow))) return 'known';
    await rememberPhoto(tx, { source: 'round', sourceId: itemId, prints, now });
    return 'kept';
  });
  if (outcome === 'kept')
    return ok({ uploadId, widthPx, heightPx, byteCount: photo.value.bytes.byteLength, sha256 });
  await forgetUpload(deps.sql, uploadId);
  const earlier = outcome === 'known' ? await findPhoto(deps.sql, roundId, itemId) : undefined;
  return earlier === undefined ? fail(problem('roundClosed')) : ok(earlier);
}
