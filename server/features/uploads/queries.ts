import type { Queryable } from '../../platform/db.ts';

export interface UploadRow {
  readonly uploadId: string;
  readonly accountId: string;
  readonly fileName: string;
  readonly byteCount: number;
  readonly announcedSha256: string | null;
  readonly sha256: string | null;
  readonly state: 'receiving' | 'stored' | 'damaged' | 'expired';
  readonly startedAt: Date;
  readonly storedAt: Date | null;
}

export interface UploadToInsert {
  readonly uploadId: string;
  readonly accountId: string;
  readonly fileName: string;
  readonly byteCount: number;
  readonly announcedSha256: string | null;
  readonly now: Date;
}

/** Announcements take turns until the end of the transaction: each sees what the others were promised. */
export async function lockAnnouncing(tx: Queryable): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('one-map-one-data announce'))`;
}

export interface Promised {
  /** Uploads of this account that are on their way. */
  readonly own: number;
  /** Bytes of this account that are on their way, or stored and part of nothing. */
  readonly ownBytes: number;
  /** Bytes of everybody that are on their way, those that have arrived included. */
  readonly bytes: number;
  /** Ids of those that are on their way, of everybody. */
  readonly onTheirWay: readonly string[];
}

/** What has been promised room, to one account and to all of them. */
export async function promisedTo(tx: Queryable, accountId: string): Promise<Promised> {
  const [row] = await tx<Promised[]>`
    select count(*) filter (where state = 'receiving' and account_id = ${accountId})::int as own,
           coalesce(sum(byte_count) filter (where account_id = ${accountId}), 0)::float8 as "ownBytes",
           coalesce(sum(byte_count) filter (where state = 'receiving'), 0)::float8 as bytes,
           coalesce(array_agg(upload_id::text) filter (where state = 'receiving'), '{}') as "onTheirWay"
    from upload u
    where state = 'receiving'
       or (state = 'stored' and account_id = ${accountId} and ${isPartOfNothing(tx)})`;
  return row ?? { own: 0, ownBytes: 0, bytes: 0, onTheirWay: [] };
}

/** Of an upload `u`: no release, application, round on site, report, case or version was made with its bytes. */
const isPartOfNothing = (sql: Queryable) => sql`
  not exists (select from release_item i where i.upload_id = u.upload_id)
  and not exists (select from application_paper p where p.upload_id = u.upload_id)
  and not exists (select from field_photo f where f.upload_id = u.upload_id)
  and not exists (select from report_photo r where r.upload_id = u.upload_id)
  and not exists (select from case_photo c where c.upload_id = u.upload_id)
  and not exists (select from case_letter c where c.upload_id = u.upload_id)
  and not exists (select from layer_version v where v.source_sha256 = u.sha256)`;

export async function insertUpload(sql: Queryable, upload: UploadToInsert): Promise<void> {
  await sql`
    insert into upload (upload_id, account_id, file_name, byte_count, announced_sha256, started_at, touched_at)
    values (${upload.uploadId}, ${upload.accountId}, ${upload.fileName}, ${upload.byteCount}, ${upload.announcedSha256},
            ${upload.now}, ${upload.now})`;
}

export async function findUpload(sql: Queryable, uploadId: string): Promise<UploadRow | undefined> {
  const [row] = await sql<UploadRow[]>`
    select upload_id as "uploadId", account_id as "accountId", file_name as "fileName",
           byte_count::float8 as "byteCount", announced_sha256 as "announcedSha256", sha256, state,
           started_at as "startedAt", stored_at as "storedAt"
    from upload where upload_id = ${uploadId}`;
  return row;
}

export async function touchUpload(sql: Queryable, uploadId: string, now: Date): Promise<void> {
  await sql`update upload set touched_at = ${now} where upload_id = ${uploadId}`;
}

/** The hash is written before the file gets its name: whoever finds the file knows whose it is. */
export async function setHash(sql: Queryable, uploadId: string, sha256: string): Promise<void> {
  await sql`update upload set sha256 = ${sha256} where upload_id = ${uploadId} and state = 'receiving'`;
}

/** @returns false when it was stored already: somebody else was quicker */
export async function setStored(sql: Queryable, uploadId: string, now: Date): Promise<boolean> {
  const rows = await sql`
    update upload set state = 'stored', stored_at = ${now}, touched_at = ${now}
    where upload_id = ${uploadId} and state = 'receiving' and sha256 is not null returning 1`;
  return rows.length === 1;
}

export async function endUpload(
  sql: Queryable,
  uploadId: string,
  state: 'damaged' | 'expired',
): Promise<void> {
  await sql`update upload set state = ${state} where upload_id = ${uploadId} and state = 'receiving'`;
}

/** Uploads of which nothing has come since a moment. */
export async function idleUploads(sql: Queryable, since: Date): Promise<string[]> {
  const rows = await sql<{ uploadId: string }[]>`
    select upload_id as "uploadId" from upload where state = 'receiving' and touched_at < ${since}`;
  return rows.map((row) => row.uploadId);
}

/** Files are put in place until the end of the transaction, and none is swept meanwhile. */
export async function lockFilesShared(tx: Queryable): Promise<void> {
  await tx`select pg_advisory_xact_lock_shared(hashtext('one-map-one-data files'))`;
}

/** Files may be swept until the end of the transaction. @returns false while one is put in place, or a backup reads them */
export async function lockFilesForSweep(tx: Queryable): Promise<boolean> {
  const [row] = await tx<{ isHeld: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtext('one-map-one-data files')) as "isHeld"`;
  return row?.isHeld ?? false;
}

/** Forgets files that have been part of nothing since a moment, and uploads that ended before it without one. */
export async function forgetUnused(
  tx: Queryable,
  since: Date,
): Promise<{ uploadId: string; sha256: string | null; byteCount: number; state: UploadRow['state'] }[]> {
  return await tx<
    { uploadId: string; sha256: string | null; byteCount: number; state: UploadRow['state'] }[]
  >`
    delete from upload u
    where touched_at < ${since}
      and (state in ('damaged', 'expired') or (state = 'stored' and ${isPartOfNothing(tx)}))
    returning upload_id as "uploadId", sha256, byte_count::float8 as "byteCount", state`;
}

/** Of these uploads, those that are on their way. */
export async function receivingOf(sql: Queryable, uploadIds: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ uploadId: string }[]>`
    select upload_id as "uploadId" from upload
    where upload_id = any(${[...uploadIds]}::uuid[]) and state = 'receiving'`;
  return new Set(rows.map((row) => row.uploadId));
}

/** Of these hashes, those that an upload names. */
export async function namedHashes(sql: Queryable, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ sha256: string }[]>`
    select distinct sha256 from upload where sha256 = any(${[...hashes]})`;
  return new Set(rows.map((row) => row.sha256));
}

export interface EarlierRow {
  readonly uploadId: string | null;
  /** Account that sent it; null: the command line. */
  readonly accountId: string | null;
  readonly fileName: string;
  readonly storedAt: Date;
  readonly versions: { layerId: string; versionId: string; producerId: string | null; accessClass: string }[];
}

/** The same bytes as they came before: by an upload, or by the command line as the source of a version. */
export async function findEarlier(
  sql: Queryable,
  uploadId: string,
  sha256: string,
): Promise<EarlierRow | undefined> {
  const [row] = await sql<EarlierRow[]>`
    with version as (
      select layer_id, version_id, source_name, imported_at, producer_id, access_class
      from layer_version join layer using (layer_id) where source_sha256 = ${sha256}),
    known as (
      (select upload_id, account_id, file_name, stored_at from upload
       where sha256 = ${sha256} and state = 'stored' and upload_id <> ${uploadId} order by stored_at limit 1)
      union all
      (select null, null, source_name, imported_at from version order by imported_at limit 1))
    select upload_id as "uploadId", account_id as "accountId", file_name as "fileName", stored_at as "storedAt",
           coalesce((select jsonb_agg(jsonb_build_object('layerId', layer_id, 'versionId', version_id,
                                        'producerId', producer_id, 'accessClass', access_class)
                                      order by imported_at) from version), '[]') as versions
    from known order by upload_id is null, stored_at limit 1`;
  return row;
}

/** Forgets a file that nothing names any more; its bytes go with the next sweep. */
export async function forgetUpload(sql: Queryable, uploadId: string): Promise<void> {
  await sql`delete from upload where upload_id = ${uploadId}`;
}
