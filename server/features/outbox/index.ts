export { drainOutbox, runOutbox } from './drain-outbox.ts';
export { openChannels } from './open-channels.ts';
export { forgetMessages, listUnsent, requeueFailed } from './queries.ts';
export { isMailAddress, queueMessage } from './queue-message.ts';
