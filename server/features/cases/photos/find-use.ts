import type { Queryable } from '../../../platform/db.ts';
import { findLookAlike, type PhotoSource } from '../../photos/index.ts';
import { hasCasePhoto } from './queries.ts';

/**
 * Where a photo of a case was used before: a photo proves one thing once, that a letter was served, what was objected, or that
 * something is fixed. Null where it is new; undefined where the case has none of that id.
 * @param what `paper`: only the same file was used before, for forms look alike; `fixed`: also one that looks like it
 */
export async function findUse(
  tx: Queryable,
  caseId: string,
  photoId: string,
  what: 'paper' | 'fixed',
): Promise<PhotoSource | null | undefined> {
  const photo = await hasCasePhoto(tx, caseId, photoId);
  if (photo === undefined) return undefined;
  if (photo.isSpent) return 'case';
  return what === 'paper' ? null : await findLookAlike(tx, 'case', photoId);
}
