import { afterEach, expect, test, vi } from 'vitest';
import { newItem, type OutboxItem } from './outbox.ts';
import type { SendOutcome } from './send-outbox.ts';
import { startUnkept } from './send-unkept.ts';

afterEach(() => void vi.useRealTimers());

const setUp = (outcomes: SendOutcome[]) => {
  vi.useFakeTimers();
  const sent: OutboxItem[] = [];
  const shown: OutboxItem[] = [];
  const sender = startUnkept(
    async (item) => {
      sent.push(item);
      return outcomes.shift() ?? { kind: 'later', reason: 'away' };
    },
    (item) => shown.push(item),
  );
  return { sender, sent, shown };
};

test('an answer that was lost leaves nothing to mend: the same is sent again, and the ticket comes', async () => {
  const receipt = { ticket: 'LAP-00000-00001', secret: 's' };
  const { sender, sent, shown } = setUp([
    { kind: 'later', reason: 'away' },
    { kind: 'received', receipt },
  ]);
  const item = newItem('report', { sent: { category: 'tanpaIzin' } }, 0);
  await sender.send(item);
  expect(shown.at(-1)).toMatchObject({ state: 'queued', reason: 'away' });
  await vi.runAllTimersAsync();
  expect(sent.map(({ key, body, attempts }) => [key, body, attempts])).toEqual([
    [item.key, item.body, 1],
    [item.key, item.body, 2],
  ]);
  expect(shown.at(-1)).toMatchObject({ state: 'received', receipt });
});

test('what was refused waits for who mends it; what was forgotten or left is not tried again', async () => {
  const { sender, sent, shown } = setUp([{ kind: 'refused', reason: 'no' }]);
  await sender.send(newItem('report', {}, 0));
  expect(shown.at(-1)).toMatchObject({ state: 'failed', reason: 'no' });
  const other = newItem('report', {}, 0);
  await sender.send(other);
  sender.forget(other.key);
  await sender.send(newItem('report', {}, 0));
  sender.stop();
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(3);
});
