import type { Queryable } from '../../../platform/db.ts';
import { findLookAlike, type PhotoSource } from '../../photos/index.ts';
import { hasCasePhoto } from './queries.ts';

/**
 * Where a photo of a case was used before, as it is or as one that looks like it: a photo proves one thing once, that a letter
 * was served or that something is fixed. Null where it is new; undefined where the case has none of that id.
 */
export async function findUse(
  tx: Queryable,
  caseId: string,
  photoId: string,
): Promise<PhotoSource | null | undefined> {
  const photo = await hasCasePhoto(tx, caseId, photoId);
  if (photo === undefined) return undefined;
  return photo.isClosing || photo.isEvidence ? 'case' : await findLookAlike(tx, 'case', photoId);
}
