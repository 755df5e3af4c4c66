import type { Language } from '#domain/language';
import { isMailAddress } from '#domain/message/mail-address';
import { composeMessage, type TemplateName, type TemplateParameters } from '#domain/message/templates';
import type { Queryable } from '../../platform/db.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ChannelName } from './channel.ts';
import { insertMessage } from './queries.ts';

/** The purpose that is bound to an encrypted recipient. */
export const RECIPIENT = 'outbox';

export interface MessageOrder<T extends TemplateName> {
  /** 'invitation:<id>': the same key is one message. Nothing personal. */
  readonly dedupeKey: string;
  readonly channel: ChannelName;
  /** Address of a mail, number of a phone; encrypted here. */
  readonly recipient: string;
  readonly language: Language;
  readonly template: T;
  readonly parameters: TemplateParameters<T>;
  /** True where a parameter opens something, as a link for a new password does: they are encrypted until it is sent. */
  readonly isSecret?: boolean;
}

/** The purpose that is bound to encrypted parameters, and the name under which they lie. */
export const PARAMETERS = 'outbox parameters';
export const SEALED = 'sealed';

/**
 * Puts a message into the outbox with the transaction of what it tells about: it is sent when that commits.
 * @returns false when a message of that key was queued before
 * @throws Error for an address that is none, and for parameters that the template refuses
 */
export async function queueMessage<T extends TemplateName>(
  { keys, clock }: Pick<Deps, 'keys' | 'clock'>,
  tx: Queryable,
  { recipient, isSecret = false, ...order }: MessageOrder<T>,
): Promise<boolean> {
  if (order.channel === 'email' && !isMailAddress(recipient)) throw new Error('This is no mail address.');
  composeMessage(order.template, order.language, order.parameters);
  return await insertMessage(tx, {
    ...order,
    parameters: isSecret
      ? { [SEALED]: keys.encrypt('personal', JSON.stringify(order.parameters), PARAMETERS) }
      : order.parameters,
    recipient: keys.encrypt('personal', recipient, RECIPIENT),
    dueAt: clock.now(),
  });
}
