export { drainOutbox, runOutbox } from './drain-outbox.ts';
export { forgetMailFiles } from './forget-mail-files.ts';
export { mailFolder, sweepMailFiles } from './mail-channel.ts';
export { openChannels } from './open-channels.ts';
export {
  isOfService,
  type PushRecipient,
  type PushSubscription,
  pushRecipientSchema,
  pushSubscriptionSchema,
} from './push/subscription.ts';
export { forgetMessages, listUnsent, requeueFailed, unreachedBy } from './queries.ts';
export { queueMessage } from './queue-message.ts';
