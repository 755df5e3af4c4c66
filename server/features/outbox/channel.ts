import type { Language } from '#domain/language';
import type { MessageText } from '#domain/message/templates';

export type ChannelName = 'email' | 'webpush' | 'whatsapp';

/** What became of one attempt. `later`: it may work another time. `never`: not with this address or this channel. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly providerId: string }
  | { readonly kind: 'later' | 'never'; readonly reason: string };

/** A message at the door of its channel. */
export interface OutgoingMessage extends MessageText {
  readonly messageId: string;
  readonly recipient: string;
  readonly language: Language;
  readonly template: string;
  readonly parameters: unknown;
  /** Where it leads to; null: nowhere. */
  readonly link: string | null;
}

/**
 * One way to reach a person: mail, web push, and the gateway for WhatsApp or SMS. A channel never throws, and sends a
 * message of the same id so that a second copy is known as one.
 */
export interface MessageChannel {
  send(message: OutgoingMessage): Promise<SendOutcome>;
}

/** The channels of an installation; a message for one that is missing fails visibly. */
export type Channels = Readonly<Partial<Record<ChannelName, MessageChannel>>>;
