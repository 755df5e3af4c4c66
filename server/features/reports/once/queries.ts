import type { Queryable } from '../../../platform/db.ts';

/** What was made under a key. */
export interface MadeOnce {
  readonly requestHash: Uint8Array;
  readonly sealed: Uint8Array;
  readonly ticket: string;
  readonly receivedAt: Date;
}

export async function findOnce(sql: Queryable, keyHash: Uint8Array): Promise<MadeOnce | undefined> {
  const [row] = await sql<MadeOnce[]>`
    select o.request_hash as "requestHash", o.sealed, r.ticket, r.received_at as "receivedAt"
    from report_once o join report r using (report_id) where o.key_hash = ${keyHash}`;
  return row;
}

/**
 * Takes a key for the report that this transaction makes. Two who come with one key wait for each other here.
 * @returns false when it was taken before
 */
export async function takeOnce(
  tx: Queryable,
  once: {
    readonly keyHash: Uint8Array;
    readonly requestHash: Uint8Array;
    readonly reportId: string;
    readonly sealed: Uint8Array;
    readonly now: Date;
  },
): Promise<boolean> {
  const { count } = await tx`
    insert into report_once (key_hash, request_hash, report_id, sealed, taken_at)
    values (${once.keyHash}, ${once.requestHash}, ${once.reportId}, ${once.sealed}, ${once.now})
    on conflict do nothing`;
  return count > 0;
}

/** Forgets keys that were taken before a moment: who comes with one again is somebody new. */
export async function forgetOnce(sql: Queryable, before: Date): Promise<void> {
  await sql`delete from report_once where taken_at < ${before}`;
}
