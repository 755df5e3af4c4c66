import type { ItemContent, SentItem } from '#domain/field-round/item';
import type { SubjectKind } from '#domain/field-round/subject-kind';
import type { Language } from '#domain/language';
import { ApiFailure } from '../../lib/api.ts';
import { StaffFailure } from '../../lib/staff-request.ts';
import { changeItem, type KeepFailure, keepItem, newItem, type OutboxItem } from '../../offline/outbox.ts';
import type { SendOutcome } from '../../offline/send-outbox.ts';
import { sendItem } from './field-api.ts';

/** What of the outbox belongs to rounds. */
export const FIELD_ITEM = 'field-item';

/** What waits on this device for a round. */
export interface FieldMessage {
  readonly kind: SubjectKind;
  readonly roundId: string;
  /** Who brought it: nobody else sends it, also on a shared telephone. */
  readonly accountId: string;
  readonly item: SentItem;
}

export const messageOf = (item: OutboxItem): FieldMessage => item.body as FieldMessage;

/** Keeps something on the device, ready to be sent; it is safe once this has given null. */
export async function putIn(
  at: Pick<FieldMessage, 'kind' | 'roundId' | 'accountId'>,
  content: ItemContent,
  picture: Blob | undefined,
  now: number,
): Promise<KeepFailure | null> {
  const sent: SentItem = { schema: 'field-item/1', recordedAt: new Date(now).toISOString(), content };
  const made = newItem(FIELD_ITEM, { ...at, item: sent } satisfies FieldMessage, now);
  const attachments = picture === undefined ? [] : [{ name: 'foto', blob: picture }];
  return await keepItem({ ...made, state: 'queued', attachments });
}

/** One attempt. What the server refuses for good is kept and said; everything else is tried again. */
export async function sendFieldItem(
  item: OutboxItem,
  accountId: string | undefined,
  language: Language,
): Promise<SendOutcome> {
  const { kind, roundId, item: sent, ...message } = messageOf(item);
  if (message.accountId !== accountId) return { kind: 'later', reason: '' };
  try {
    const picture = item.attachments[0]?.blob;
    return {
      kind: 'received',
      receipt: await sendItem({ kind, roundId, itemId: item.key }, sent, picture, language),
    };
  } catch (error) {
    const reason = error instanceof ApiFailure ? (error.detail ?? '') : String(error);
    const isForGood = error instanceof StaffFailure && [404, 409, 413, 415, 422].includes(error.status);
    return isForGood ? { kind: 'refused', reason } : { kind: 'later', reason };
  }
}

/** What was refused is tried once more. */
export const tryAgain = (key: string): Promise<OutboxItem | null> =>
  changeItem(key, (item) =>
    item.state === 'failed' || item.state === 'queued' ? { ...item, state: 'queued', notBefore: 0 } : null,
  );
