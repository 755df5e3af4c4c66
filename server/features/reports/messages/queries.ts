import type { Queryable } from '../../../platform/db.ts';

export interface MessageRow {
  readonly reportId: string;
  readonly messageId: string;
  readonly sender: 'reporter' | 'office';
  readonly accountId: string | null;
  /** Null: erased. */
  readonly text: string | null;
  readonly sentAt: Date;
}

export async function messagesIn(sql: Queryable, reportId: string): Promise<MessageRow[]> {
  return await sql<MessageRow[]>`
    select report_id as "reportId", message_id as "messageId", sender, account_id as "accountId", text, sent_at as "sentAt"
    from report_message where report_id = ${reportId} order by sent_at, message_id`;
}

/** @returns false when this message was written before */
export async function insertMessage(tx: Queryable, row: MessageRow): Promise<boolean> {
  const { count } = await tx`
    insert into report_message (report_id, message_id, sender, account_id, text, sent_at)
    values (${row.reportId}, ${row.messageId}, ${row.sender}, ${row.accountId}, ${row.text}, ${row.sentAt})
    on conflict do nothing`;
  return count > 0;
}

/** How many messages of one side there are, and photos of all of them. */
export async function countWritten(
  sql: Queryable,
  reportId: string,
): Promise<{ messages: number; photos: number }> {
  const [row] = await sql<{ messages: number; photos: number }[]>`
    select (select count(*)::int from report_message where report_id = ${reportId} and sender = 'reporter') as messages,
           (select count(*)::int from report_photo where report_id = ${reportId}) as photos`;
  return row ?? { messages: 0, photos: 0 };
}
