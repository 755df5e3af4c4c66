import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepItem, newItem, outboxItems, wipeOutbox } from '../../../offline/outbox.ts';
import { forgetEnded } from './forget-ended.ts';

const DAY_MS = 86_400_000;
const RECEIVED = Date.parse('2026-01-05');
const TICKET = 'LAP-00000-00001';

beforeEach(async () => {
  await wipeOutbox();
  await keepItem({
    ...newItem('report', {}, RECEIVED),
    state: 'received',
    changedAt: RECEIVED,
    receipt: { ticket: TICKET, secret: 's' },
  });
});
afterEach(() => void vi.unstubAllGlobals());

const standsAt = (ended: string | null, status = 200) => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return new Response(JSON.stringify({ standing: { ended } }), { status });
  });
  return asked;
};

test('the only key of a case that is still open stays, however old it is', async () => {
  const asked = standsAt(null);
  expect(await forgetEnded(RECEIVED + 400 * DAY_MS)).toBe(false);
  expect(asked).toEqual([`/api/v1/reports/${TICKET}`]);
  expect(await outboxItems()).toHaveLength(1);
});

test('it goes ninety days after the end of its case, not after its receipt', async () => {
  standsAt('2026-04-20');
  expect(await forgetEnded(Date.parse('2026-04-20') + 90 * DAY_MS)).toBe(false);
  expect(await outboxItems()).toHaveLength(1);
  expect(await forgetEnded(Date.parse('2026-04-20') + 91 * DAY_MS)).toBe(true);
  expect(await outboxItems()).toEqual([]);
});

test('where nobody answers it stays, and while it is young nobody is asked', async () => {
  const asked = standsAt('2026-01-06', 503);
  expect(await forgetEnded(RECEIVED + 400 * DAY_MS)).toBe(false);
  expect(asked).toHaveLength(1);
  expect(await forgetEnded(RECEIVED + 90 * DAY_MS)).toBe(false);
  expect(asked).toHaveLength(1);
  expect(await outboxItems()).toHaveLength(1);
});
