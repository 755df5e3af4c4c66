import type { Queryable } from '../../../platform/db.ts';

export interface PhotoRow {
  readonly photoId: string;
  readonly uploadId: string;
  readonly sha256: string;
  readonly byteCount: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly receivedAt: Date;
  readonly reportId: string | null;
  readonly messageId: string | null;
  readonly takenAt: Date | null;
  readonly takenLng: number | null;
  readonly takenLat: number | null;
}

const columns = (sql: Queryable) => sql`
  p.photo_id as "photoId", p.upload_id as "uploadId", u.sha256, u.byte_count::float8 as "byteCount", p.width_px as "widthPx",
  p.height_px as "heightPx", p.received_at as "receivedAt", p.report_id as "reportId", p.message_id as "messageId",
  p.taken_at as "takenAt", st_x(p.taken_place) as "takenLng", st_y(p.taken_place) as "takenLat"`;

export async function findPhoto(sql: Queryable, photoId: string): Promise<PhotoRow | undefined> {
  const [row] = await sql<PhotoRow[]>`
    select ${columns(sql)} from report_photo p join upload u using (upload_id) where p.photo_id = ${photoId}`;
  return row;
}

/** Whether a photo is there for who asks, as the second lock sees it. */
export async function reachesPhoto(tx: Queryable, photoId: string): Promise<boolean> {
  return (await tx`select from report_photo where photo_id = ${photoId}`).length > 0;
}

export async function photosOf(sql: Queryable, reportIds: readonly string[]): Promise<PhotoRow[]> {
  return await sql<PhotoRow[]>`
    select ${columns(sql)} from report_photo p join upload u using (upload_id)
    where p.report_id = any(${[...reportIds]}::uuid[]) order by p.report_id, p.position_no`;
}

/** @returns false when a photo of this id is there already */
export async function insertPhoto(
  sql: Queryable,
  photo: {
    readonly photoId: string;
    readonly uploadId: string;
    readonly widthPx: number;
    readonly heightPx: number;
    readonly now: Date;
  },
): Promise<boolean> {
  const { count } = await sql`
    insert into report_photo (photo_id, upload_id, width_px, height_px, received_at)
    values (${photo.photoId}, ${photo.uploadId}, ${photo.widthPx}, ${photo.heightPx}, ${photo.now})
    on conflict do nothing`;
  return count > 0;
}

/** Bytes of photos that wait for their reports, each counted as `least` at least. */
export async function waitingBytes(sql: Queryable, least: number): Promise<number> {
  const [row] = await sql<{ bytes: number }[]>`
    select coalesce(sum(greatest(u.byte_count, ${least})), 0)::float8 as bytes
    from report_photo p join upload u using (upload_id) where p.report_id is null`;
  return row?.bytes ?? 0;
}

/** The same one by one, the oldest first. */
export async function listWaiting(
  sql: Queryable,
  least: number,
): Promise<{ photoId: string; byteCount: number }[]> {
  return await sql<{ photoId: string; byteCount: number }[]>`
    select p.photo_id as "photoId", greatest(u.byte_count, ${least})::float8 as "byteCount"
    from report_photo p join upload u using (upload_id) where p.report_id is null
    order by p.received_at, p.photo_id`;
}

/** Forgets a photo, if it still waits. */
export async function forgetWaiting(sql: Queryable, photoId: string): Promise<void> {
  await sql`
    with gone as (delete from report_photo where photo_id = ${photoId} and report_id is null returning upload_id)
    delete from upload where upload_id in (select upload_id from gone)`;
}

/** Of these photos, those that wait for a report, with the hash of each; nobody else takes them until the transaction ends. */
export async function lockLonely(tx: Queryable, photoIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx<{ photoId: string; sha256: string }[]>`
    select p.photo_id as "photoId", u.sha256
    from report_photo p join upload u using (upload_id)
    where p.photo_id = any(${[...photoIds]}::uuid[]) and p.report_id is null
    order by p.photo_id for update of p`;
  return new Map(rows.map(({ photoId, sha256 }) => [photoId, sha256]));
}

export async function attachPhoto(
  tx: Queryable,
  photo: {
    readonly photoId: string;
    readonly reportId: string;
    readonly messageId: string | null;
    readonly takenAt: string | null;
    readonly lng: number | null;
    readonly lat: number | null;
  },
): Promise<void> {
  await tx`
    update report_photo
    set report_id = ${photo.reportId}, message_id = ${photo.messageId}, taken_at = ${photo.takenAt},
        taken_place = st_setsrid(st_makepoint(${photo.lng}::double precision, ${photo.lat}::double precision), 4326),
        position_no = (select count(*) + 1 from report_photo o where o.report_id = ${photo.reportId})
    where photo_id = ${photo.photoId}`;
}

/** Forgets photos that have waited for a report since before a moment; their files go with the next sweep. */
export async function forgetLonely(sql: Queryable, before: Date): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    with gone as (delete from report_photo where report_id is null and received_at < ${before} returning upload_id),
    freed as (delete from upload where upload_id in (select upload_id from gone))
    select count(*)::int as count from gone`;
  return row?.count ?? 0;
}
