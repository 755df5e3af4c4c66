import type { Queryable } from '../../platform/db.ts';
import { MOST_DIFFERENT_BITS } from './difference-hash.ts';
import type { CleanPhoto } from './photo-job.ts';

/** Where a photo came in. */
export type PhotoSource = 'report' | 'round' | 'case';

/** Keeps how a photo looks; the same one twice is one row. */
export async function rememberPhoto(
  tx: Queryable,
  {
    source,
    sourceId,
    prints,
    now,
  }: { source: PhotoSource; sourceId: string; prints: CleanPhoto['prints']; now: Date },
): Promise<void> {
  const [dHash = '', mirrorHash = '', ...turned] = prints;
  await tx`
    insert into photo_print (source, source_id, d_hash, mirror_hash, turned_hashes, seen_at)
    values (${source}, ${sourceId}, ${dHash}, ${mirrorHash}, ${turned}, ${now})
    on conflict do nothing`;
}

/** Where a photo that looks like this one, however it is turned or mirrored, came in before; null where none did. */
export async function findLookAlike(
  sql: Queryable,
  source: PhotoSource,
  sourceId: string,
): Promise<PhotoSource | null> {
  const [row] = await sql<{ source: PhotoSource }[]>`
    select other.source
    from photo_print own join photo_print other on (other.source, other.source_id) <> (own.source, own.source_id)
    where own.source = ${source} and own.source_id = ${sourceId} and other.print_no < own.print_no
      and exists (
        select from unnest(own.turned_hashes || own.d_hash || own.mirror_hash) as laid(hash)
        where bit_count(('x' || other.d_hash)::bit(64) # ('x' || laid.hash)::bit(64)) <= ${MOST_DIFFERENT_BITS})
    order by other.print_no limit 1`;
  return row?.source ?? null;
}
