import type { Queryable } from '../../../platform/db.ts';
import type { SealedBrowser } from '../browsers/queries.ts';

export async function insertPerson(tx: Queryable, reportId: string, sealed: string): Promise<void> {
  await tx`insert into report_person (report_id, sealed) values (${reportId}, ${sealed})`;
}

/** Who sent a report, encrypted; undefined for the anonymous, null once it was erased. */
export async function readSealed(sql: Queryable, reportId: string): Promise<string | null | undefined> {
  const [row] = await sql<{ sealed: string | null }[]>`
    select sealed from report_person where report_id = ${reportId}`;
  return row === undefined ? undefined : row.sealed;
}

/**
 * Whom there is to tell about a report, encrypted, held against whoever erases it until the transaction ends. Asked for the
 * program, in any name: whoever moves a case need not know whom that tells.
 */
export async function holdTold(
  tx: Queryable,
  reportId: string,
): Promise<{ readonly sealed: string | null; readonly browsers: readonly SealedBrowser[] }> {
  const rows = await tx<{ browserId: string | null; sealed: string }[]>`
    select browser_id as "browserId", sealed from hold_told(${reportId})`;
  return {
    sealed: rows.find(({ browserId }) => browserId === null)?.sealed ?? null,
    browsers: rows.filter((row): row is SealedBrowser => row.browserId !== null),
  };
}

/** @returns false when there was nobody to erase */
export async function erasePersonRow(tx: Queryable, reportId: string, now: Date): Promise<boolean> {
  const { count } = await tx`
    update report_person set sealed = null, erased_at = ${now} where report_id = ${reportId} and sealed is not null`;
  return count > 0;
}

/** Takes the words out of what a reporter has written to the office; that and when something was written stays. */
export async function blurMessages(tx: Queryable, reportId: string): Promise<number> {
  const { count } = await tx`
    update report_message set text = null
    where report_id = ${reportId} and sender = 'reporter' and text is not null`;
  return count;
}

/** Forgets photos that came with messages; their files go with the next sweep. Those of the report itself stay. */
export async function forgetMessagePhotos(tx: Queryable, reportId: string): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    with gone as (delete from report_photo where report_id = ${reportId} and message_id is not null returning upload_id),
    freed as (delete from upload where upload_id in (select upload_id from gone))
    select count(*)::int as count from gone`;
  return row?.count ?? 0;
}

/** Reports whose sender is known still, in the order of their ids; for staff none of a case that is closed to them. */
export async function namedReports(
  sql: Queryable,
  after: string | null,
  limit: number,
): Promise<{ reportId: string; sealed: string }[]> {
  return await sql<{ reportId: string; sealed: string }[]>`
    select p.report_id as "reportId", p.sealed from report_person p join report r using (report_id)
    where p.sealed is not null and (${after}::uuid is null or p.report_id > ${after})
      and (acting_account() is null or not r.case_id in (select cases_closed_to(acting_account())))
    order by p.report_id limit ${limit}`;
}

/**
 * Reports of which it is still known who sent them, or what they wrote beside them, though their cases ended before a moment;
 * those that ended first come first.
 */
export async function reportersKeptSince(sql: Queryable, before: Date): Promise<string[]> {
  const rows = await sql<{ reportId: string }[]>`
    select r.report_id as "reportId"
    from violation_case c join report r using (case_id)
    where c.ended_at < ${before}
      and (exists (select from report_person p where p.report_id = r.report_id and p.sealed is not null)
           or exists (select from report_push b where b.report_id = r.report_id)
           or exists (select from report_message m
                      where m.report_id = r.report_id and m.sender = 'reporter' and m.text is not null)
           or exists (select from case_dispute d where d.report_id = r.report_id and d.words is not null))
    order by c.ended_at, r.report_id limit 1000`;
  return rows.map(({ reportId }) => reportId);
}

/** Reports that came between two moments, and what is kept of who sent each. */
export async function affectedReports(
  sql: Queryable,
  from: Date,
  until: Date,
): Promise<{ reportId: string; ticket: string; receivedAt: Date; sealed: string | null }[]> {
  return await sql<{ reportId: string; ticket: string; receivedAt: Date; sealed: string | null }[]>`
    select r.report_id as "reportId", r.ticket, r.received_at as "receivedAt", p.sealed
    from report r left join report_person p using (report_id)
    where r.received_at >= ${from} and r.received_at < ${until}
    order by r.received_at, r.report_id`;
}
