import type { ChangedItem } from '#domain/release/release';
import type { Queryable } from '../../../platform/db.ts';

/** Puts items in the place of those that a release has; a kept one stays with its file and how that is read. */
export async function replaceItems(
  tx: Queryable,
  releaseId: string,
  items: readonly ChangedItem[],
): Promise<void> {
  const rows = items.map((item, position) => ({
    position,
    layer_id: item.layerId,
    is_kept: 'isKept' in item,
    upload_id: 'uploadId' in item ? item.uploadId : null,
    reading: 'uploadId' in item ? JSON.stringify(item.reading) : '{}',
    version_id: 'versionId' in item ? item.versionId : null,
  }));
  const kept = rows.filter((row) => row.is_kept).map((row) => row.layer_id);
  await tx`delete from release_item where release_id = ${releaseId} and layer_id <> all(${kept})`;
  await tx`
    insert into release_item (release_id, position, layer_id, upload_id, reading, version_id)
    select ${releaseId}, r.position, r.layer_id, r.upload_id, r.reading::jsonb, r.version_id
    from jsonb_to_recordset(${tx.json(rows)}) as r(
      position integer, layer_id text, is_kept boolean, upload_id uuid, reading text, version_id text)
    where not r.is_kept`;
  await tx`
    update release_item i set position = array_position(${rows.map((row) => row.layer_id)}, i.layer_id) - 1
    where i.release_id = ${releaseId} and i.layer_id = any(${kept})`;
}
