import type { Queryable } from '../../../platform/db.ts';

export interface PaperRow {
  readonly paperId: string;
  readonly applicationId: string;
  readonly kind: string;
  readonly mediaType: string;
  readonly byteCount: number;
  readonly sha256: string;
  readonly verdict: 'waiting' | 'accepted' | 'refused';
  readonly note: string | null;
}

export async function papersOf(sql: Queryable, applicationIds: readonly string[]): Promise<PaperRow[]> {
  return await sql<PaperRow[]>`
    select p.paper_id as "paperId", p.application_id as "applicationId", p.kind, p.media_type as "mediaType",
           u.byte_count::float8 as "byteCount", u.sha256, p.verdict, p.note
    from application_paper p join upload u using (upload_id)
    where p.application_id = any(${[...applicationIds]}::uuid[]) order by p.added_at, p.paper_id`;
}

export async function insertPaper(
  tx: Queryable,
  paper: {
    readonly paperId: string;
    readonly applicationId: string;
    readonly kind: string;
    readonly uploadId: string;
    readonly mediaType: string;
    readonly now: Date;
  },
): Promise<void> {
  await tx`
    insert into application_paper (paper_id, application_id, kind, upload_id, media_type, added_at)
    values (${paper.paperId}, ${paper.applicationId}, ${paper.kind}, ${paper.uploadId}, ${paper.mediaType}, ${paper.now})`;
  await tx`update application set revision = revision + 1 where application_id = ${paper.applicationId}`;
}

export async function setVerdict(
  tx: Queryable,
  paperId: string,
  verdict: 'accepted' | 'refused',
  note: string | null,
): Promise<void> {
  await tx`
    with judged as (
      update application_paper set verdict = ${verdict}, note = ${note} where paper_id = ${paperId} returning application_id)
    update application set revision = revision + 1 where application_id in (select application_id from judged)`;
}

/** Takes papers away; their files go with the next sweep once nobody names them. @returns how many */
export async function removePapers(
  tx: Queryable,
  applicationId: string,
  paperId: string | null,
): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    with gone as (
      delete from application_paper
      where application_id = ${applicationId} and (${paperId}::uuid is null or paper_id = ${paperId})
      returning upload_id),
    freed as (delete from upload where upload_id in (select upload_id from gone))
    select count(*)::int as count from gone`;
  return row?.count ?? 0;
}
