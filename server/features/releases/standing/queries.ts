import type { Queryable } from '../../../platform/db.ts';
import type { ItemRow } from '../queries.ts';

/** How layers stand on a day (YYYY-MM-DD), seen from inside: what is in force, for whom, and until when at most. */
export async function standingOf(
  sql: Queryable,
  layerIds: readonly string[],
  day: string,
): Promise<Pick<ItemRow, 'layerId' | 'accessClass' | 'inForce' | 'inForceClass' | 'nextDay'>[]> {
  return await sql<Pick<ItemRow, 'layerId' | 'accessClass' | 'inForce' | 'inForceClass' | 'nextDay'>[]>`
    select l.layer_id as "layerId", l.access_class as "accessClass", f.version_id as "inForce",
           f.access_class as "inForceClass",
           (select min(p.valid_from)::text from publication p
            where p.layer_id = l.layer_id and p.valid_from > ${day}::date) as "nextDay"
    from layer l left join register_in_force(${day}::date) f using (layer_id)
    where l.layer_id = any(${[...layerIds]})`;
}

/** Changes with every change of what is in force on a day (YYYY-MM-DD), for whom, and by what rules. */
export async function registerKey(sql: Queryable, day: string): Promise<string> {
  const [row] = await sql<{ key: string }[]>`
    select md5(coalesce(string_agg(layer_id || ' ' || version_id || ' ' || access_class, ',' order by layer_id), '')) as key
    from register_in_force(${day}::date)`;
  return row?.key ?? '';
}

/** Of these versions, those that belong to the layer named with them. */
export async function versionsOfLayers(
  sql: Queryable,
  wanted: readonly { readonly layerId: string; readonly versionId: string }[],
): Promise<{ versionId: string; wasPublic: boolean }[]> {
  return await sql<{ versionId: string; wasPublic: boolean }[]>`
    select v.version_id as "versionId",
           exists (select from publication p where p.version_id = v.version_id) as "wasPublic"
    from layer_version v
    join unnest(${wanted.map((one) => one.layerId)}::text[], ${wanted.map((one) => one.versionId)}::text[])
      as w(layer_id, version_id) on w.layer_id = v.layer_id and w.version_id = v.version_id`;
}

/** One approval at a time, to the end of the transaction. */
export async function lockApprovals(tx: Queryable): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('one-map-one-data approve'))`;
}

/** A layer of this release that another release is bringing into force right now. */
export async function layerBeingPublished(tx: Queryable, releaseId: string): Promise<string | undefined> {
  const [row] = await tx<{ layerId: string }[]>`
    select i.layer_id as "layerId"
    from release_item i
    join release_item o on o.layer_id = i.layer_id and o.release_id <> i.release_id
    join release r on r.release_id = o.release_id and r.state = 'disetujui'
    where i.release_id = ${releaseId} limit 1`;
  return row?.layerId;
}
