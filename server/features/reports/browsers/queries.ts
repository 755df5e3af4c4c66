import type { Queryable } from '../../../platform/db.ts';

export async function insertBrowser(
  tx: Queryable,
  row: {
    readonly reportId: string;
    /** The row that it has already; null: none. */
    readonly browserId: string | null;
    readonly sealed: string;
    readonly now: Date;
  },
): Promise<void> {
  await tx`
    insert into report_push (browser_id, report_id, sealed, subscribed_at)
    values (coalesce(${row.browserId}::uuid, gen_random_uuid()), ${row.reportId}, ${row.sealed}, ${row.now})
    on conflict (browser_id) do update set sealed = excluded.sealed, subscribed_at = excluded.subscribed_at`;
}

/** Holds a report until the transaction ends: its browsers are compared with a further one, which may come twice at once. */
export async function holdReport(tx: Queryable, reportId: string): Promise<void> {
  await tx`select from report where report_id = ${reportId} for no key update`;
}

/** A browser that is told about a report, encrypted: in another report the same one has another id. */
export interface SealedBrowser {
  readonly browserId: string;
  readonly sealed: string;
}

/** Browsers that are told about a report, encrypted, the first one first. */
export async function browsersOf(sql: Queryable, reportId: string): Promise<SealedBrowser[]> {
  return await sql<SealedBrowser[]>`
    select browser_id as "browserId", sealed from report_push
    where report_id = ${reportId} order by subscribed_at, browser_id`;
}

/** @returns how many there were */
export async function deleteBrowsersOf(tx: Queryable, reportId: string): Promise<number> {
  const { count } = await tx`delete from report_push where report_id = ${reportId}`;
  return count;
}

export async function deleteBrowser(sql: Queryable, browserId: string): Promise<void> {
  await sql`delete from report_push where browser_id = ${browserId}`;
}
