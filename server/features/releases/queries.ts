import type { AccessClass } from '#domain/release/access-class';
import type { Consequence } from '#domain/release/consequence';
import type { CoverageChange } from '#domain/release/findings-of-coverage';
import type { GroundLoss } from '#domain/release/ground-loss';
import type { LayerKind } from '#domain/release/layer-record';
import type { ReleaseKind } from '#domain/release/release';
import type { ReleaseState } from '#domain/release/release-state';
import type { Queryable } from '../../platform/db.ts';

export interface ReleaseRow {
  readonly releaseId: string;
  readonly kind: ReleaseKind;
  readonly title: string;
  readonly note: string | null;
  readonly state: ReleaseState;
  readonly revision: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly submittedBy: string | null;
  readonly submittedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly reason: string | null;
  readonly decree: string | null;
  readonly decreeOn: string | null;
  readonly validFrom: string | null;
  readonly approvalNote: string | null;
  /** Accounts that made, amended, drafted or submitted it. */
  readonly hands: readonly string[];
  readonly acknowledged: readonly string[];
  /** Lost ground that the approver confirmed with its number. */
  readonly confirmedHectares: number | null;
  readonly warnings: readonly Consequence[];
}

const columns = (sql: Queryable) => sql`
  release_id as "releaseId", kind, title, note, state, revision, created_by as "createdBy", created_at as "createdAt",
  submitted_by as "submittedBy", submitted_at as "submittedAt", decided_by as "decidedBy", decided_at as "decidedAt",
  published_at as "publishedAt", reason, decree, decree_on::text as "decreeOn", valid_from::text as "validFrom",
  approval_note as "approvalNote", hands, acknowledged, warnings,
  confirmed_hectares as "confirmedHectares"`;

export async function findRelease(sql: Queryable, releaseId: string): Promise<ReleaseRow | undefined> {
  const [row] = await sql<ReleaseRow[]>`select ${columns(sql)} from release where release_id = ${releaseId}`;
  return row;
}

/** The same, held against everybody else to the end of the transaction. */
export async function lockRelease(tx: Queryable, releaseId: string): Promise<ReleaseRow | undefined> {
  const [row] = await tx<ReleaseRow[]>`
    select ${columns(tx)} from release where release_id = ${releaseId} for update`;
  return row;
}

export interface ReleaseFilter {
  readonly state: ReleaseState | null;
  readonly layerId: string | null;
  /** Releases made before that one. */
  readonly before: string | null;
  /** Only those that somebody made, or that hold layers of one agency alone; null: all of them. */
  readonly reach: { readonly accountId: string | null; readonly producerId: string | null } | null;
  readonly limit: number;
}

/** Releases, the newest first. */
export async function listReleases(
  sql: Queryable,
  { state, layerId, before, reach, limit }: ReleaseFilter,
): Promise<ReleaseRow[]> {
  return await sql<ReleaseRow[]>`
    select ${columns(sql)} from release r
    where (${state}::text is null or state = ${state})
      and (${layerId}::text is null
           or exists (select from release_item i where i.release_id = r.release_id and i.layer_id = ${layerId}))
      and (${before}::uuid is null
           or (created_at, release_id) < (select created_at, release_id from release where release_id = ${before}))
      and (${reach === null} or created_by = ${reach?.accountId ?? null}
           or (select bool_and(l.producer_id is not distinct from ${reach?.producerId ?? null}) and ${reach?.producerId ?? null}::text is not null
               from release_item i join layer l using (layer_id) where i.release_id = r.release_id))
    order by created_at desc, release_id desc
    limit ${limit}`;
}

/** What two versions of a layer say of the ground that they speak of; undefined when it is the same. */
export async function findCoverageChange(
  sql: Queryable,
  before: string,
  after: string,
): Promise<CoverageChange | undefined> {
  const [row] = await sql<CoverageChange[]>`
    select st_area(b.coverage::geography) as "beforeM2", st_area(a.coverage::geography) as "afterM2"
    from layer_version b, layer_version a
    where b.version_id = ${before} and a.version_id = ${after}
      and case when b.coverage is null or a.coverage is null then (b.coverage is null) <> (a.coverage is null)
               else not st_equals(b.coverage, a.coverage) end`;
  return row;
}

export interface ItemRow {
  readonly releaseId: string;
  readonly layerId: string;
  readonly layerTitle: string;
  readonly kind: LayerKind;
  readonly theme: string | null;
  readonly producer: string | null;
  readonly producerId: string | null;
  readonly planScale: number | null;
  readonly accessClass: AccessClass;
  readonly isDemo: boolean;
  readonly uploadId: string | null;
  readonly fileName: string | null;
  readonly sha256: string | null;
  readonly reading: unknown;
  readonly versionId: string | null;
  readonly featureCount: number | null;
  readonly setAsideCount: number | null;
  /** How many findings there are of each severity, listed or not; null until the check has ended. */
  readonly blocks: number | null;
  readonly warns: number | null;
  readonly inForce: string | null;
  /** For whom that is, by its publication and by its layer, whichever is narrower. */
  readonly inForceClass: AccessClass | null;
  /** What was in force when the check compared; null: nothing was, or it has not. */
  readonly comparedWith: string | null;
  /** What it takes away from that, as the check measured it. */
  readonly loss: GroundLoss | null;
  readonly basePublicationId: string | null;
  readonly newestPublicationId: string | null;
  /** First day after the day asked for on which something else was put in force. */
  readonly nextDay: string | null;
}

/** What these releases hold, beside what is in force on a day (YYYY-MM-DD). */
export async function itemsOf(
  sql: Queryable,
  releaseIds: readonly string[],
  day: string,
): Promise<ItemRow[]> {
  return await sql<ItemRow[]>`
    select i.release_id as "releaseId", i.layer_id as "layerId", l.title as "layerTitle", l.kind, l.theme, l.producer,
           l.producer_id as "producerId", l.plan_scale as "planScale", l.access_class as "accessClass",
           l.is_demo as "isDemo", i.upload_id as "uploadId", u.file_name as "fileName",
           coalesce(u.sha256, v.source_sha256) as sha256, i.reading, i.version_id as "versionId",
           v.feature_count as "featureCount", v.set_aside_count as "setAsideCount", i.blocks, i.warns,
           f.version_id as "inForce", f.access_class as "inForceClass", i.base_publication_id::text as "basePublicationId",
           i.compared_with as "comparedWith", i.loss,
           (select max(publication_id)::text from publication p where p.layer_id = i.layer_id) as "newestPublicationId",
           (select min(p.valid_from)::text from publication p
            where p.layer_id = i.layer_id and p.valid_from > ${day}::date) as "nextDay"
    from release_item i
    join layer l using (layer_id)
    left join upload u using (upload_id)
    left join layer_version v on v.version_id = i.version_id
    left join register_in_force(${day}::date) f on f.layer_id = i.layer_id
    where i.release_id = any(${[...releaseIds]}::uuid[])
    order by i.release_id, i.position`;
}

export async function insertRelease(
  tx: Queryable,
  release: Pick<ReleaseRow, 'kind' | 'title' | 'note' | 'state' | 'createdBy' | 'createdAt'>,
): Promise<string> {
  const [row] = await tx<{ releaseId: string }[]>`
    insert into release (kind, title, note, state, created_by, created_at, hands)
    values (${release.kind}, ${release.title}, ${release.note}, ${release.state}, ${release.createdBy},
            ${release.createdAt}, array[${release.createdBy}])
    returning release_id as "releaseId"`;
  return row?.releaseId ?? '';
}

/** Remembers the newest publication of every layer: what the person who submits has seen as being in force. */
export async function rememberBase(tx: Queryable, releaseId: string): Promise<void> {
  await tx`
    update release_item i set base_publication_id = (
      select max(publication_id) from publication p where p.layer_id = i.layer_id)
    where i.release_id = ${releaseId}`;
}

export async function renameRelease(
  tx: Queryable,
  releaseId: string,
  { title, note }: { readonly title: string; readonly note: string | null },
): Promise<void> {
  await tx`
    update release set title = ${title}, note = ${note}, revision = revision + 1 where release_id = ${releaseId}`;
}

/** Back to the beginning: a new check, and nobody has submitted or decided anything. */
export async function setDraft(tx: Queryable, releaseId: string): Promise<void> {
  await tx`
    update release set state = 'draf', revision = revision + 1, submitted_by = null, submitted_at = null,
      decided_by = null, decided_at = null, reason = null, decree = null, decree_on = null, valid_from = null,
      approval_note = null, acknowledged = '{}', confirmed_hectares = null
    where release_id = ${releaseId}`;
  await tx`
    update release_item set base_publication_id = null, findings = null, blocks = null, warns = null, compared_with = null,
      loss = null
    where release_id = ${releaseId}`;
  // What the check made of a file is made anew.
  await tx`update release_item set version_id = null where release_id = ${releaseId} and upload_id is not null`;
}

export async function setChecked(tx: Queryable, releaseId: string): Promise<void> {
  await tx`update release set state = 'diperiksa', revision = revision + 1 where release_id = ${releaseId}`;
}

export async function setSubmitted(tx: Queryable, releaseId: string, by: string, now: Date): Promise<void> {
  await tx`
    update release set state = 'diajukan', revision = revision + 1, submitted_by = ${by}, submitted_at = ${now},
      hands = array(select unnest(hands) union select ${by})
    where release_id = ${releaseId}`;
}

export interface Decision {
  readonly decree: string;
  readonly decreeOn: string | null;
  readonly validFrom: string;
  readonly note: string | null;
  readonly acknowledged: readonly string[];
  readonly confirmedHectares: number | null;
}

export async function setApproved(
  tx: Queryable,
  releaseId: string,
  by: string,
  now: Date,
  { decree, decreeOn, validFrom, note, acknowledged, confirmedHectares }: Decision,
): Promise<void> {
  await tx`
    update release set state = 'disetujui', revision = revision + 1, decided_by = ${by}, decided_at = ${now},
      decree = ${decree}, decree_on = ${decreeOn}, valid_from = ${validFrom}, approval_note = ${note},
      acknowledged = ${[...acknowledged]}, confirmed_hectares = ${confirmedHectares}
    where release_id = ${releaseId}`;
}

/** An approval that could not be carried out waits for another one. */
export async function setWaiting(tx: Queryable, releaseId: string): Promise<void> {
  await tx`
    update release set state = 'diajukan', revision = revision + 1, decided_by = null, decided_at = null, decree = null,
      decree_on = null, valid_from = null, approval_note = null, acknowledged = '{}', confirmed_hectares = null
    where release_id = ${releaseId}`;
}

export async function setEnded(
  tx: Queryable,
  releaseId: string,
  state: 'ditolak' | 'ditarik',
  by: string,
  now: Date,
  reason: string,
): Promise<void> {
  await tx`
    update release set state = ${state}, revision = revision + 1, decided_by = ${by}, decided_at = ${now},
      reason = ${reason}
    where release_id = ${releaseId}`;
}

export async function setPublished(
  tx: Queryable,
  releaseId: string,
  published: readonly { readonly layerId: string; readonly publicationId: string }[],
  warnings: readonly Consequence[],
  now: Date,
): Promise<void> {
  await tx`
    update release set state = 'terbit', revision = revision + 1, published_at = ${now},
      warnings = ${tx.json(warnings.map((warning) => ({ ...warning, text: { ...warning.text } })))}
    where release_id = ${releaseId}`;
  for (const { layerId, publicationId } of published)
    await tx`
      update release_item set publication_id = ${publicationId}::bigint
      where release_id = ${releaseId} and layer_id = ${layerId}`;
}
