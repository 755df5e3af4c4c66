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

/** Announces an upload unless the account has `most` on their way. @returns false when it has */
export async function insertUpload(sql: Queryable, upload: UploadToInsert, most: number): Promise<boolean> {
  const rows = await sql`
    insert into upload (upload_id, account_id, file_name, byte_count, announced_sha256, started_at, touched_at)
    select ${upload.uploadId}, ${upload.accountId}, ${upload.fileName}, ${upload.byteCount}, ${upload.announcedSha256},
           ${upload.now}, ${upload.now}
    where (select count(*) from upload where account_id = ${upload.accountId} and state = 'receiving') < ${most}
    returning 1`;
  return rows.length === 1;
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
  readonly fileName: string;
  readonly storedAt: Date;
  readonly versions: { layerId: string; versionId: string }[];
}

/** The same bytes as they came before: by an upload, or by the command line as the source of a version. */
export async function findEarlier(
  sql: Queryable,
  uploadId: string,
  sha256: string,
): Promise<EarlierRow | undefined> {
  const [row] = await sql<EarlierRow[]>`
    with version as (
      select layer_id, version_id, source_name, imported_at from layer_version where source_sha256 = ${sha256}),
    known as (
      (select upload_id, file_name, stored_at from upload
       where sha256 = ${sha256} and state = 'stored' and upload_id <> ${uploadId} order by stored_at limit 1)
      union all
      (select null, source_name, imported_at from version order by imported_at limit 1))
    select upload_id as "uploadId", file_name as "fileName", stored_at as "storedAt",
           coalesce((select jsonb_agg(jsonb_build_object('layerId', layer_id, 'versionId', version_id)
                                      order by imported_at) from version), '[]') as versions
    from known order by upload_id is null, stored_at limit 1`;
  return row;
}

/** Forgets a file that nothing names any more; its bytes go with the next sweep. */
export async function forgetUpload(sql: Queryable, uploadId: string): Promise<void> {
  await sql`delete from upload where upload_id = ${uploadId}`;
}
