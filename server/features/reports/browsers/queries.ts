import type { Queryable } from '../../../platform/db.ts';

export async function insertBrowser(
  tx: Queryable,
  row: {
    readonly reportId: string;
    readonly endpointHash: Uint8Array;
    readonly sealed: string;
    readonly now: Date;
  },
): Promise<void> {
  await tx`
    insert into report_push (report_id, endpoint_hash, sealed, subscribed_at)
    values (${row.reportId}, ${row.endpointHash}, ${row.sealed}, ${row.now})
    on conflict (report_id, endpoint_hash) do update set sealed = excluded.sealed, subscribed_at = excluded.subscribed_at`;
}

/** A browser that is told about a report, encrypted. */
export interface SealedBrowser {
  readonly endpointHash: Uint8Array;
  readonly sealed: string;
}

/** Browsers that are told about a report, encrypted, the first one first. */
export async function browsersOf(sql: Queryable, reportId: string): Promise<SealedBrowser[]> {
  return await sql<SealedBrowser[]>`
    select endpoint_hash as "endpointHash", sealed from report_push
    where report_id = ${reportId} order by subscribed_at, endpoint_hash`;
}

/** @returns how many there were */
export async function deleteBrowsersOf(tx: Queryable, reportId: string): Promise<number> {
  const { count } = await tx`delete from report_push where report_id = ${reportId}`;
  return count;
}

export async function deleteBrowser(sql: Queryable, endpointHash: Uint8Array): Promise<void> {
  await sql`delete from report_push where endpoint_hash = ${endpointHash}`;
}
