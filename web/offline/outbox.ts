import { resultOf, transact } from './database.ts';

/** Where a message of the reader is. Only `received` is on the server. */
export type OutboxState = 'draft' | 'queued' | 'sending' | 'received' | 'failed';

/** Something that a person wrote and that must not be lost, with what is known of its way. */
export interface OutboxItem {
  /** UUID, made once: the server does a thing once however often it is sent. */
  readonly key: string;
  /** Which part of the product it belongs to, such as `report`. */
  readonly kind: string;
  readonly state: OutboxState;
  /** What is sent as JSON. */
  readonly body: unknown;
  readonly attachments: readonly { readonly name: string; readonly blob: Blob }[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly changedAt: number;
  readonly attempts: number;
  /** Not tried again before; milliseconds since 1970. */
  readonly notBefore: number;
  /** Why the last attempt did not arrive, or why it was refused; null when nothing went wrong. */
  readonly reason: string | null;
  /** What the server answered, once received. */
  readonly receipt: unknown;
}

/** Why the device could not keep an item: said before the reader leaves the page. */
export type KeepFailure = 'noRoom' | 'noStorage';

/** Waits before the next attempt, doubling from 5 s to an hour. */
export const backoffMs = (attempts: number): number =>
  Math.min(5_000 * 2 ** Math.max(0, attempts - 1), 3_600_000);

/** A new item, not kept yet. */
export const newItem = (kind: string, body: unknown, now: number): OutboxItem => ({
  key: crypto.randomUUID(),
  kind,
  state: 'draft',
  body,
  attachments: [],
  createdAt: now,
  changedAt: now,
  attempts: 0,
  notBefore: 0,
  reason: null,
  receipt: null,
});

/**
 * Keeps an item on this device; a draft is safe once this has succeeded.
 * @returns `noRoom` when the device is full, `noStorage` when the browser keeps nothing (private window)
 */
export async function keepItem(item: OutboxItem): Promise<KeepFailure | null> {
  return failureOf(
    transact(['outbox'], 'readwrite', (transaction) => {
      transaction.objectStore('outbox').put(item, item.key);
    }),
  );
}

async function failureOf(kept: Promise<void>): Promise<KeepFailure | null> {
  try {
    await kept;
    return null;
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'noRoom' : 'noStorage';
  }
}

/** Why a draft was not kept; `sentElsewhere`: it is none any more, for another tab has sent it. */
export type DraftFailure = KeepFailure | 'sentElsewhere';

/** Keeps a draft, and never over what was sent under its key: ticket and secret would be gone from the device. */
export async function keepDraft(item: OutboxItem): Promise<DraftFailure | null> {
  let isSent = false;
  const keep = async (transaction: IDBTransaction): Promise<void> => {
    const store = transaction.objectStore('outbox');
    const stored = (await resultOf(store.get(item.key))) as OutboxItem | undefined;
    isSent = stored !== undefined && stored.state !== 'draft';
    if (!isSent) store.put(item, item.key);
  };
  const failure = await failureOf(transact(['outbox'], 'readwrite', keep));
  return isSent ? 'sentElsewhere' : failure;
}

/** Everything in the outbox, oldest first. */
export async function outboxItems(): Promise<OutboxItem[]> {
  const items = await transact(['outbox'], 'readonly', (transaction) =>
    resultOf(transaction.objectStore('outbox').getAll() as IDBRequest<OutboxItem[]>),
  );
  return items.sort((a, b) => a.createdAt - b.createdAt);
}

/**
 * Changes an item as it is now on the disk, in one transaction.
 * @param change returns null to leave it as it is
 * @returns the item after it; null when it is gone or was left as it is
 */
export async function changeItem(
  key: string,
  change: (item: OutboxItem) => OutboxItem | null,
): Promise<OutboxItem | null> {
  return transact(['outbox'], 'readwrite', async (transaction) => {
    const store = transaction.objectStore('outbox');
    const item = (await resultOf(store.get(key))) as OutboxItem | undefined;
    const next = item === undefined ? null : change(item);
    if (next !== null) store.put(next, key);
    return next;
  });
}

/** Removes one item, or all of them: a telephone is often shared. */
export async function wipeOutbox(key?: string): Promise<void> {
  await transact(['outbox'], 'readwrite', (transaction) => {
    const store = transaction.objectStore('outbox');
    if (key === undefined) store.clear();
    else store.delete(key);
  });
}

/** Items as one file that a person can keep or hand in another way: JSON, attachments as data addresses. */
export async function exportOutbox(items: readonly OutboxItem[]): Promise<Blob> {
  const written = await Promise.all(
    items.map(async ({ attachments, ...item }) => ({
      ...item,
      attachments: await Promise.all(
        attachments.map(async ({ name, blob }) => ({ name, type: blob.type, data: await toBase64(blob) })),
      ),
    })),
  );
  const text = JSON.stringify({ schema: 'outbox/1', items: written }, null, 2);
  return new Blob([text], { type: 'application/json' });
}

async function toBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  // In pieces: as arguments of one call a photograph would be too many.
  for (let at = 0; at < bytes.length; at += 8_192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  }
  return btoa(text);
}
