import type { Sql } from 'postgres';

/** The rules layer that a version belongs to; undefined for any other version. */
export async function layerOfVersion(sql: Sql, versionId: string): Promise<string | undefined> {
  const [row] = await sql<{ layerId: string }[]>`
    select layer_id as "layerId" from layer_version v join layer l using (layer_id)
    where v.version_id = ${versionId} and l.kind = 'rules'`;
  return row?.layerId;
}
