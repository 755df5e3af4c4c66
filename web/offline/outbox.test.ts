// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  backoffMs,
  exportOutbox,
  keepDraft,
  keepItem,
  newItem,
  type OutboxItem,
  outboxItems,
  wipeOutbox,
} from './outbox.ts';
import { type OutboxSender, type SendOutcome, startSender } from './send-outbox.ts';

let time = 1_000_000;
const now = () => time;
const senders: OutboxSender[] = [];
const sent: OutboxItem[] = [];

beforeEach(async () => {
  time = 1_000_000;
  sent.length = 0;
  await wipeOutbox();
});
afterEach(() => {
  for (const sender of senders.splice(0)) sender.stop();
  vi.restoreAllMocks();
});

const queue = async (body: unknown = { text: 'lubang di jalan' }): Promise<OutboxItem> => {
  const item: OutboxItem = { ...newItem('report', body, now()), state: 'queued' };
  expect(await keepItem(item)).toBeNull();
  return item;
};
const sender = (
  outcome: (item: OutboxItem) => SendOutcome | Promise<SendOutcome>,
  onChange = () => undefined,
) => {
  const started = startSender(
    {
      report: async (item) => {
        sent.push(item);
        return outcome(item);
      },
    },
    onChange,
    now,
  );
  senders.push(started);
  return started;
};
const one = async (): Promise<OutboxItem | undefined> => (await outboxItems())[0];

describe('the outbox', () => {
  test('a draft that is still open in one tab never lands on what another tab has sent', async () => {
    const draft = newItem('report', { text: 'x' }, now());
    expect(await keepDraft(draft)).toBeNull();
    await keepItem({ ...draft, state: 'received', receipt: { ticket: 'LAP-1', secret: 's' } });
    expect(await keepDraft({ ...draft, body: { text: 'xy' } })).toBe('sentElsewhere');
    expect(await one()).toMatchObject({ state: 'received', receipt: { ticket: 'LAP-1', secret: 's' } });
  });

  test('keeps a draft with its photographs and sends nothing of it', async () => {
    const photo = new Blob([new Uint8Array(20_000).fill(7)], { type: 'image/jpeg' });
    const draft = {
      ...newItem('report', { text: 'x' }, now()),
      attachments: [{ name: 'a.jpg', blob: photo }],
    };
    await keepItem(draft);
    await sender(() => ({ kind: 'received', receipt: 1 })).run();
    expect(sent).toEqual([]);
    expect(await one()).toMatchObject({ state: 'draft', key: draft.key, attempts: 0 });
  });

  test('sends what is queued once, and forgets the photographs that arrived', async () => {
    const item = await queue();
    await sender(() => ({ kind: 'received', receipt: { number: 'L-1' } })).run();
    expect(sent.map(({ key, state }) => [key, state])).toEqual([[item.key, 'sending']]);
    expect(await one()).toMatchObject({ state: 'received', receipt: { number: 'L-1' }, attachments: [] });
  });

  test('tries again later under the same key, and waits twice as long each time', async () => {
    const item = await queue();
    const started = sender(() => ({ kind: 'later', reason: 'offline' }));
    await started.run();
    expect(await one()).toMatchObject({
      state: 'queued',
      reason: 'offline',
      attempts: 1,
      notBefore: time + 5_000,
    });
    await started.run();
    expect(sent).toHaveLength(1);
    time += 5_000;
    await started.run();
    expect(sent.map(({ key }) => key)).toEqual([item.key, item.key]);
    expect((await one())?.notBefore).toBe(time + 10_000);
  });

  test('waits as long as the server asks for', async () => {
    await queue();
    await sender(() => ({ kind: 'later', reason: 'busy', retryAfterMs: 60_000 })).run();
    expect((await one())?.notBefore).toBe(time + 60_000);
  });

  test('does not wait any longer once the network is back', async () => {
    await queue();
    let isOnline = false;
    const started = sender(() =>
      isOnline ? { kind: 'received', receipt: null } : { kind: 'later', reason: 'offline' },
    );
    await started.run();
    isOnline = true;
    globalThis.dispatchEvent(new Event('online'));
    await vi.waitFor(
      async () => expect(await one()).toMatchObject({ state: 'received', attempts: 2 }),
      10_000,
    );
  });

  test('a refusal is for the reader to see and is not sent again', async () => {
    await queue();
    const started = sender(() => ({ kind: 'refused', reason: 'Foto terlalu besar' }));
    await started.run();
    time += 10_000_000;
    await started.run();
    expect(sent).toHaveLength(1);
    expect(await one()).toMatchObject({ state: 'failed', reason: 'Foto terlalu besar' });
  });

  test('what was being sent when its tab was killed is sent again under the same key', async () => {
    const item: OutboxItem = { ...newItem('report', {}, now()), state: 'sending', attempts: 1 };
    await keepItem(item);
    await sender(() => ({ kind: 'received', receipt: null })).run();
    expect(sent.map(({ key, attempts }) => [key, attempts])).toEqual([[item.key, 2]]);
  });

  /** Locks as a browser gives them: one after the other. */
  const stubLocks = (): void => {
    let last: Promise<unknown> = Promise.resolve();
    const request = (_name: string, work: () => Promise<void>): Promise<unknown> => {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    };
    vi.stubGlobal('navigator', { locks: { request } });
  };

  test('of two tabs one sends', async () => {
    await queue();
    stubLocks();
    let arrive: (outcome: SendOutcome) => void = () => undefined;
    const slow = sender(() => new Promise((resolve) => (arrive = resolve)));
    await vi.waitFor(() => expect(sent).toHaveLength(1), 10_000);
    const other = sender(() => ({ kind: 'received', receipt: 'twice' }));
    const waits = other.run();
    expect(sent).toHaveLength(1);
    arrive({ kind: 'received', receipt: 'once' });
    await slow.run();
    await waits;
    expect(sent).toHaveLength(1);
    expect(await one()).toMatchObject({ receipt: 'once' });
    vi.unstubAllGlobals();
  });

  test('a screen that is left while it sends leaves the rest to the next one', async () => {
    await queue({ text: 'satu' });
    await queue({ text: 'dua' });
    stubLocks();
    let arrive: (outcome: SendOutcome) => void = () => undefined;
    const left = sender(() => new Promise((resolve) => (arrive = resolve)));
    await vi.waitFor(() => expect(sent).toHaveLength(1), 10_000);
    left.stop();
    const next = sender(() => ({ kind: 'received', receipt: 'next' }));
    arrive({ kind: 'received', receipt: 'left' });
    await next.run();
    expect(sent).toHaveLength(2);
    expect((await outboxItems()).map(({ state, receipt }) => [state, receipt])).toEqual([
      ['received', 'left'],
      ['received', 'next'],
    ]);
    vi.unstubAllGlobals();
  });

  test('an error in the way of sending is an attempt that did not arrive', async () => {
    await queue();
    await sender(() => Promise.reject(new Error('broken'))).run();
    expect(await one()).toMatchObject({ state: 'queued', reason: 'Error: broken' });
  });

  test('says that the device is full before the reader leaves', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await keepItem(newItem('report', {}, now()))).toBe('noRoom');
  });

  test('is written to a file whole, photographs too, and can be wiped', async () => {
    const photo = new Blob([new Uint8Array([1, 2, 255])], { type: 'image/jpeg' });
    const item = {
      ...newItem('report', { text: 'x' }, now()),
      attachments: [{ name: 'a.jpg', blob: photo }],
    };
    const file = JSON.parse(await (await exportOutbox([item])).text());
    expect(file).toMatchObject({
      schema: 'outbox/1',
      items: [
        {
          key: item.key,
          body: { text: 'x' },
          attachments: [{ name: 'a.jpg', type: 'image/jpeg', data: 'AQL/' }],
        },
      ],
    });
    await keepItem(item);
    await wipeOutbox(item.key);
    expect(await outboxItems()).toEqual([]);
  });

  test('never waits longer than an hour', () => {
    expect(backoffMs(1)).toBe(5_000);
    expect(backoffMs(40)).toBe(3_600_000);
  });
});
