import type { MessageText } from '#domain/message/templates';

export type ChannelName = 'email' | 'webpush' | 'whatsapp';

/** What became of one attempt. `later`: it may work another time. `never`: not with this address or this channel. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly providerId: string }
  | { readonly kind: 'later' | 'never'; readonly reason: string };

/**
 * One way to reach a person: mail, and the port for web push and for WhatsApp or SMS. A channel never throws, and
 * sends a message of the same id so that a second copy is known as one.
 */
export interface MessageChannel {
  send(
    message: MessageText & { readonly messageId: string; readonly recipient: string },
  ): Promise<SendOutcome>;
}

/** The channels of an installation; a message for one that is missing fails visibly. */
export type Channels = Readonly<Partial<Record<ChannelName, MessageChannel>>>;
