import type { OutboxItem } from './outbox.ts';
import { afterSending, type SendItem } from './send-outbox.ts';

/** Sends what the device could not keep, while its page is open. */
export interface UnkeptSender {
  send(item: OutboxItem): Promise<void>;
  /** Nothing of it is tried any more. */
  forget(key: string): void;
  stop(): void;
}

/**
 * What nobody has answered waits and is tried again as it is, under its key: it may have arrived, and mended it would be
 * refused for ever as another report under that key. Only what was refused can be mended.
 * @param show told where an item is after every change
 */
export function startUnkept(
  send: SendItem,
  show: (item: OutboxItem) => void,
  now: () => number = Date.now,
): UnkeptSender {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const forget = (key: string): void => {
    clearTimeout(timers.get(key));
    timers.delete(key);
  };
  const sendItem = async (item: OutboxItem): Promise<void> => {
    forget(item.key);
    const sending: OutboxItem = { ...item, state: 'sending', reason: null, attempts: item.attempts + 1 };
    show(sending);
    const after = afterSending(sending, await send(sending), now());
    show(after);
    if (after.state !== 'queued') return;
    timers.set(
      item.key,
      setTimeout(() => void sendItem(after), after.notBefore - now()),
    );
  };
  return {
    send: sendItem,
    forget,
    stop: () => {
      for (const key of [...timers.keys()]) forget(key);
    },
  };
}
