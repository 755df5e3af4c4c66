import type { Queryable } from '../../../platform/db.ts';

export interface CasePhotoRow {
  readonly photoId: string;
  readonly sha256: string;
  readonly byteCount: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly isClosing: boolean;
  readonly at: Date;
  readonly by: string | null;
}

const columns = (sql: Queryable) => sql`
  p.photo_id as "photoId", u.sha256, u.byte_count::int as "byteCount", p.width_px as "widthPx", p.height_px as "heightPx",
  p.is_closing as "isClosing", p.received_at as at, (select name from account where id = p.account_id) as by`;

export async function casePhotosOf(sql: Queryable, caseId: string): Promise<CasePhotoRow[]> {
  return await sql<CasePhotoRow[]>`
    select ${columns(sql)} from case_photo p join upload u using (upload_id)
    where p.case_id = ${caseId} order by p.received_at, p.photo_id`;
}

export async function findCasePhoto(
  sql: Queryable,
  caseId: string,
  photoId: string,
): Promise<CasePhotoRow | undefined> {
  const [row] = await sql<CasePhotoRow[]>`
    select ${columns(sql)} from case_photo p join upload u using (upload_id)
    where p.case_id = ${caseId} and p.photo_id = ${photoId}`;
  return row;
}

/** That there is a photo of a case, and whether it stands for something already, for whoever may not read uploads. */
export async function hasCasePhoto(
  tx: Queryable,
  caseId: string,
  photoId: string,
): Promise<{ isSpent: boolean } | undefined> {
  const [row] = await tx<{ isSpent: boolean }[]>`
    select is_spent_case_photo(photo_id) as "isSpent" from case_photo
    where case_id = ${caseId} and photo_id = ${photoId}`;
  return row;
}

export interface CasePhotoToInsert {
  readonly photoId: string;
  readonly caseId: string;
  readonly uploadId: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly accountId: string;
  readonly now: Date;
}

/** @returns false when there is one of that id already */
export async function insertCasePhoto(tx: Queryable, photo: CasePhotoToInsert): Promise<boolean> {
  const rows = await tx`
    insert into case_photo (photo_id, case_id, upload_id, width_px, height_px, account_id, received_at)
    values (${photo.photoId}, ${photo.caseId}, ${photo.uploadId}, ${photo.widthPx}, ${photo.heightPx}, ${photo.accountId},
            ${photo.now})
    on conflict do nothing returning 1`;
  return rows.length === 1;
}

export async function countCasePhotos(sql: Queryable, caseId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from case_photo where case_id = ${caseId}`;
  return row?.count ?? 0;
}

export async function setClosingPhoto(tx: Queryable, photoId: string): Promise<void> {
  await tx`update case_photo set is_closing = true where photo_id = ${photoId}`;
}
