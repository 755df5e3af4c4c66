import { backoffMs, changeItem, type OutboxItem, outboxItems } from './outbox.ts';

/** What became of one attempt: arrived, refused for good, or to be tried again. */
export type SendOutcome =
  | {
      readonly kind: 'received';
      readonly receipt: unknown;
      /** What of it this device goes on keeping; left out: all that was written. */
      readonly body?: unknown;
    }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'later'; readonly reason: string; readonly retryAfterMs?: number };

/** Sends one item with its key as idempotency key; never throws for a network that is away. */
export type SendItem = (item: OutboxItem) => Promise<SendOutcome>;

export interface OutboxSender {
  /** Sends what is due; the next one waits for the end of this one. */
  run(): Promise<void>;
  stop(): void;
}

const LOCK = 'one-map-outbox';

/**
 * Sends what is queued: at once, when the network or the reader comes back, and when a wait is over. One tab of all
 * sends at a time (Web Locks); an item that was being sent when its tab was killed is sent again under the same key.
 *
 * @param send one way per kind; items of other kinds are left alone
 * @param onChange told after every change, so that what is on screen is what is on the disk
 */
export function startSender(
  send: Readonly<Record<string, SendItem>>,
  onChange: () => void,
  now: () => number = Date.now,
): OutboxSender {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();

  const sendDue = async (): Promise<void> => {
    await sendEachDue(send, onChange, now, () => isStopped);
    await wakeForNext();
  };
  /** Sets the clock for the item whose wait ends first. */
  const wakeForNext = async (): Promise<void> => {
    clearTimeout(timer);
    const waits = (await outboxItems())
      .filter((item) => isWaiting(item) && send[item.kind] !== undefined)
      .map((item) => item.notBefore - now());
    if (isStopped || waits.length === 0) return;
    timer = setTimeout(() => void run(), Math.max(0, Math.min(...waits)));
  };
  const run = (): Promise<void> => {
    running = running.then(() => alone(sendDue)).catch(() => undefined);
    return running;
  };
  /** The network is back: a wait that was meant for its absence is over. */
  const onOnline = async (): Promise<void> => {
    for (const { key } of await outboxItems()) {
      await changeItem(key, (one) => (one.state === 'queued' ? { ...one, notBefore: 0 } : null));
    }
    await run();
  };
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') void run();
  };
  const online = (): void => void onOnline();
  globalThis.addEventListener('online', online);
  document.addEventListener('visibilitychange', onVisible);
  void run();
  return {
    run,
    stop() {
      isStopped = true;
      clearTimeout(timer);
      globalThis.removeEventListener('online', online);
      document.removeEventListener('visibilitychange', onVisible);
    },
  };
}

/**
 * One round without a page: what waits is sent in its turn, whatever its wait, because the network came back just now.
 * @returns how many still wait
 */
export async function sendOnce(
  send: Readonly<Record<string, SendItem>>,
  onChange: () => void,
): Promise<number> {
  await alone(() => sendEachDue(send, onChange, Date.now, () => false, Number.POSITIVE_INFINITY));
  return (await outboxItems()).filter((item) => isWaiting(item) && send[item.kind] !== undefined).length;
}

async function sendEachDue(
  send: Readonly<Record<string, SendItem>>,
  onChange: () => void,
  now: () => number,
  isStopped: () => boolean,
  /** Waits up to this long are over. */
  patienceMs = 0,
): Promise<void> {
  for (const item of await outboxItems()) {
    const way = send[item.kind];
    if (isStopped() || way === undefined || !isWaiting(item) || item.notBefore > now() + patienceMs) continue;
    const taken = await changeItem(item.key, (one) =>
      isWaiting(one) ? { ...one, state: 'sending', attempts: one.attempts + 1, changedAt: now() } : null,
    );
    if (taken === null) continue;
    onChange();
    const outcome = await way(taken).catch(
      (error: unknown): SendOutcome => ({ kind: 'later', reason: String(error) }),
    );
    await changeItem(item.key, (one) => afterSending(one, outcome, now()));
    onChange();
  }
}

/** `sending` too: whoever holds the lock knows that nobody else is sending it any more. */
const isWaiting = ({ state }: OutboxItem): boolean => state === 'queued' || state === 'sending';

/** An item after an attempt to send it. */
export function afterSending(item: OutboxItem, outcome: SendOutcome, now: number): OutboxItem {
  const changed = { ...item, changedAt: now };
  switch (outcome.kind) {
    case 'received':
      return {
        ...changed,
        state: 'received',
        reason: null,
        receipt: outcome.receipt,
        attachments: [],
        body: 'body' in outcome ? outcome.body : item.body,
      };
    case 'refused':
      return { ...changed, state: 'failed', reason: outcome.reason };
    case 'later':
      return {
        ...changed,
        state: 'queued',
        reason: outcome.reason,
        notBefore: now + Math.max(backoffMs(item.attempts), outcome.retryAfterMs ?? 0),
      };
  }
}

/** Runs work when no other tab is at it any more. */
async function alone(work: () => Promise<void>): Promise<void> {
  // Browsers without Web Locks are older than every other thing that the page needs; the server's key still guards.
  if (navigator.locks == null) return work();
  // In turn, not only when it is free: a screen that was left may still be sending, and sends nothing after that.
  await navigator.locks.request(LOCK, work);
}
