import type { AccessClass } from '#domain/release/access-class';
import type { LayerChange, LayerKind, LayerRecord, NewLayer } from '#domain/release/layer-record';
import type { NewRevisionNotice } from '#domain/release/revision-notice';
import type { Queryable } from '../../platform/db.ts';

export interface LayerRow extends Omit<LayerRecord, 'missing' | 'createdAt' | 'changedAt'> {
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** Layers with their record, all of them or one; `today`: YYYY-MM-DD in the city. */
export async function readLayers(sql: Queryable, today: string, layerId?: string): Promise<LayerRow[]> {
  return await sql<LayerRow[]>`
    select l.layer_id as "layerId", l.kind, l.theme, l.title, l.abstract, l.producer, l.producer_id as "producerId",
           l.walidata, l.access_class as "accessClass", l.kugi_class as "kugiClass", l.plan_scale as "planScale", l.crs,
           l.update_cycle as "updateCycle", l.legal_basis as "legalBasis", l.licence, l.contact, l.is_demo as "isDemo",
           l.revision, l.created_at as "createdAt", l.changed_at as "changedAt",
           (select count(*)::int from layer_version v where v.layer_id = l.layer_id) as "versionCount",
           case when f.version_id is null then null else jsonb_build_object(
             'versionId', f.version_id, 'validFrom', f.valid_from, 'decree', f.decree, 'accessClass', f.access_class,
             'featureCount', v.feature_count) end as "inForce",
           (select r.release_id from release_item i join release r using (release_id)
            where i.layer_id = l.layer_id and r.state in ('draf', 'diperiksa', 'diajukan', 'disetujui')
            order by r.created_at desc limit 1) as "openReleaseId"
    from layer l
    left join register_in_force(${today}::date) f using (layer_id)
    left join layer_version v on v.version_id = f.version_id
    where ${layerId ?? null}::text is null or l.layer_id = ${layerId ?? null}
    order by l.title, l.layer_id`;
}

export interface LayerOwner {
  readonly layerId: string;
  readonly kind: LayerKind;
  readonly producerId: string | null;
  readonly accessClass: AccessClass;
}

/** Whose these layers are. */
export async function ownersOf(sql: Queryable, layerIds: readonly string[]): Promise<LayerOwner[]> {
  return await sql<LayerOwner[]>`
    select layer_id as "layerId", kind, producer_id as "producerId", access_class as "accessClass"
    from layer where layer_id = any(${[...layerIds]})`;
}

/** Whether any version of a layer was ever published, for whomever. */
export async function wasPublished(sql: Queryable, layerId: string): Promise<boolean> {
  return (await sql`select from publication where layer_id = ${layerId} limit 1`).length > 0;
}

/** @returns false when there is one of that id */
export async function insertLayer(sql: Queryable, layer: NewLayer, now: Date): Promise<boolean> {
  const rows = await sql`
    insert into layer (layer_id, kind, theme, title, abstract, producer, producer_id, walidata, access_class, kugi_class,
                       plan_scale, crs, update_cycle, legal_basis, licence, contact, is_demo, created_at, changed_at)
    values (${layer.layerId}, ${layer.kind}, ${layer.theme}, ${layer.title}, ${layer.abstract}, ${layer.producer},
            ${layer.producerId}, ${layer.walidata}, ${layer.accessClass}, ${layer.kugiClass}, ${layer.planScale},
            ${layer.crs}, ${layer.updateCycle}, ${layer.legalBasis}, ${layer.licence}, ${layer.contact}, ${layer.isDemo},
            ${now}, ${now})
    on conflict (layer_id) do nothing returning 1`;
  return rows.length === 1;
}

/** Writes the whole record over the one of a revision. @returns the next revision, undefined when it is another by now */
export async function updateLayer(
  sql: Queryable,
  layerId: string,
  revision: number,
  record: Pick<LayerRow, keyof LayerChange>,
  now: Date,
): Promise<number | undefined> {
  const [row] = await sql<{ revision: number }[]>`
    update layer set title = ${record.title}, abstract = ${record.abstract}, producer = ${record.producer},
      producer_id = ${record.producerId}, walidata = ${record.walidata}, access_class = ${record.accessClass},
      kugi_class = ${record.kugiClass}, plan_scale = ${record.planScale}, crs = ${record.crs},
      update_cycle = ${record.updateCycle}, legal_basis = ${record.legalBasis}, licence = ${record.licence},
      contact = ${record.contact}, revision = revision + 1, changed_at = ${now}
    where layer_id = ${layerId} and revision = ${revision}
    returning revision`;
  return row?.revision;
}

export interface NoticeRow {
  readonly noticeId: string;
  readonly layerId: string;
  readonly planningArea: string | null;
  readonly since: string;
  readonly until: string | null;
}

/** Notices of revision of one layer, or of all that everybody may see, the newest first. */
export async function readNotices(sql: Queryable, layerId?: string): Promise<NoticeRow[]> {
  return await sql<NoticeRow[]>`
    select n.notice_id::text as "noticeId", n.layer_id as "layerId", n.planning_area as "planningArea",
           n.since::text, n.until::text
    from revision_notice n join layer l using (layer_id)
    where case when ${layerId ?? null}::text is null then l.access_class = 'terbuka' else n.layer_id = ${layerId ?? null} end
    order by n.since desc, n.notice_id desc`;
}

export async function insertNotice(
  sql: Queryable,
  layerId: string,
  { planningArea, since, until }: NewRevisionNotice,
  by: string,
  now: Date,
): Promise<string> {
  const [row] = await sql<{ noticeId: string }[]>`
    insert into revision_notice (layer_id, planning_area, since, until, noted_by, noted_at)
    values (${layerId}, ${planningArea}, ${since}, ${until}, ${by}, ${now})
    returning notice_id::text as "noticeId"`;
  return row?.noticeId ?? '';
}

/** Ends a notice from a day on. @returns what it says now; undefined when there is none that is open on that day */
export async function endNotice(
  sql: Queryable,
  layerId: string,
  noticeId: string,
  until: string,
  by: string,
  now: Date,
): Promise<NoticeRow | undefined> {
  const [row] = await sql<NoticeRow[]>`
    update revision_notice set until = ${until}, ended_by = ${by}, ended_at = ${now}
    where notice_id = ${noticeId} and layer_id = ${layerId} and since < ${until}::date
      and (until is null or until > ${until}::date)
    returning notice_id::text as "noticeId", layer_id as "layerId", planning_area as "planningArea", since::text, until::text`;
  return row;
}
