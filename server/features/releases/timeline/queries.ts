import type { Timeline } from '#domain/release/timeline';
import type { Queryable } from '../../../platform/db.ts';

type Told = Timeline['publications'][number];

export interface PublicationRow extends Omit<Told, 'recordedAt' | 'submittedBy' | 'approvedBy' | 'tiles'> {
  readonly recordedAt: Date;
  readonly submittedBy: string | null;
  readonly approvedBy: string | null;
  readonly isDrawn: boolean;
}

/** Every publication of a layer, the newest day first, with the day on which something else holds. `today`: in the city. */
export async function publicationsOfLayer(
  sql: Queryable,
  layerId: string,
  today: string,
): Promise<PublicationRow[]> {
  return await sql<PublicationRow[]>`
    select p.publication_id::text as "publicationId", p.version_id as "versionId", v.label,
           v.feature_count as "featureCount", p.valid_from::text as "validFrom",
           lead(p.valid_from) over (order by p.valid_from, p.recorded_at, p.publication_id)::text as "validUntil",
           p.decree, p.decree_on::text as "decreeOn", p.note, p.access_class as "accessClass",
           p.recorded_at as "recordedAt", i.release_id as "releaseId", r.submitted_by as "submittedBy",
           r.decided_by as "approvedBy", coalesce(f.publication_id = p.publication_id, false) as "isInForce",
           (select u.sha256 from upload u where u.sha256 = v.source_sha256 and u.state = 'stored' limit 1) as "originalSha256",
           a.version_id is not null and l.access_class = 'terbuka' as "isDrawn"
    from publication p
    join layer l using (layer_id)
    left join layer_version v on v.version_id = p.version_id
    left join release_item i on i.publication_id = p.publication_id
    left join release r on r.release_id = i.release_id
    left join tile_archive a on a.version_id = p.version_id
    left join register_in_force(${today}::date) f on f.layer_id = p.layer_id
    where p.layer_id = ${layerId}
    order by p.valid_from desc, p.recorded_at desc, p.publication_id desc`;
}

export interface DraftRow {
  readonly versionId: string;
  readonly label: string;
  readonly featureCount: number;
  readonly importedAt: Date;
  /** Account that drafted it; null: the operator on the server. */
  readonly by: string | null;
  readonly releaseId: string | null;
}

/** Versions of a layer that no publication names, the newest first. */
export async function draftsOfLayer(sql: Queryable, layerId: string): Promise<DraftRow[]> {
  return await sql<DraftRow[]>`
    select v.version_id as "versionId", v.label, v.feature_count as "featureCount", v.imported_at as "importedAt",
           (select substr(e.actor, 9) from log_event e
            where e.kind = 'layer.drafted' and e.facts->>'versionId' = v.version_id and e.actor like 'account:%'
            limit 1) as by,
           (select i.release_id from release_item i join release r using (release_id)
            where i.version_id = v.version_id order by r.created_at desc limit 1) as "releaseId"
    from layer_version v
    where v.layer_id = ${layerId} and not exists (select from publication p where p.version_id = v.version_id)
    order by v.imported_at desc`;
}

export async function titleOf(
  sql: Queryable,
  layerId: string,
): Promise<Pick<Timeline, 'layerId' | 'title' | 'kind'> | undefined> {
  const [row] = await sql<Pick<Timeline, 'layerId' | 'title' | 'kind'>[]>`
    select layer_id as "layerId", title, kind from layer where layer_id = ${layerId}`;
  return row;
}

/** What a version of a layer was made of, under the name that it came with; undefined when that was not uploaded. */
export async function originalOf(
  sql: Queryable,
  layerId: string,
  versionId: string,
): Promise<{ sha256: string; fileName: string } | undefined> {
  const [row] = await sql<{ sha256: string; fileName: string }[]>`
    select u.sha256, u.file_name as "fileName"
    from layer_version v join upload u on u.sha256 = v.source_sha256 and u.state = 'stored'
    where v.layer_id = ${layerId} and v.version_id = ${versionId}
    order by u.stored_at limit 1`;
  return row;
}

export interface VersionHead {
  readonly layerId: string;
  readonly versionId: string;
  readonly title: string;
  readonly label: string;
  readonly isDemo: boolean;
}

/** A version of a layer whose features can be listed: tables of rules have none. */
export async function describeVersion(
  sql: Queryable,
  layerId: string,
  versionId: string,
): Promise<VersionHead | undefined> {
  const [row] = await sql<VersionHead[]>`
    select l.layer_id as "layerId", v.version_id as "versionId", l.title, v.label, v.is_demo as "isDemo"
    from layer_version v join layer l using (layer_id)
    where v.layer_id = ${layerId} and v.version_id = ${versionId} and l.kind <> 'rules'`;
  return row;
}

/** Features of a version after a number, each as one line of GeoJSON (WGS 84, longitude first). */
export async function featureLines(
  sql: Queryable,
  versionId: string,
  after: number,
  limit: number,
): Promise<{ featureNo: number; line: string }[]> {
  return await sql<{ featureNo: number; line: string }[]>`
    select feature_no as "featureNo", jsonb_build_object(
             'type', 'Feature', 'id', feature_no, 'properties', fields, 'geometry', st_asgeojson(geom, 9)::jsonb)::text as line
    from version_features(${versionId}) where feature_no > ${after}
    order by feature_no limit ${limit}`;
}
