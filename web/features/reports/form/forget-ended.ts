import { type OutboxItem, outboxItems, wipeOutbox } from '../../../offline/outbox.ts';
import { REPORT } from '../../../offline/send-report.ts';

/** Ticket and secret lie on the device so long after the end of their case: a telephone is lent, sold and lost. */
const KEEP_ENDED_MS = 90 * 86_400_000;

/**
 * Takes reports off this device whose cases have ended long ago. For who reports without a name the secret that lies here is
 * the only one: while a case is open, or nobody says how it stands, it stays.
 * @returns whether anything went
 */
export async function forgetEnded(now: number): Promise<boolean> {
  let hasGone = false;
  for (const item of await outboxItems().catch(() => [])) {
    const isOld = item.kind === REPORT && item.state === 'received' && now - item.changedAt > KEEP_ENDED_MS;
    const ended = isOld ? await endOf(item) : null;
    if (ended === null || now - ended <= KEEP_ENDED_MS) continue;
    await wipeOutbox(item.key).catch(() => undefined);
    hasGone = true;
  }
  return hasGone;
}

/** When the case of a report ended, asked by its ticket alone; null while it goes on, or where nobody answers. */
async function endOf({ receipt }: OutboxItem): Promise<number | null> {
  const { ticket } = (receipt ?? {}) as { ticket?: unknown };
  if (typeof ticket !== 'string') return null;
  try {
    const told = await fetch(`/api/v1/reports/${ticket}`, { credentials: 'omit' });
    if (!told.ok) return null;
    const { standing } = (await told.json()) as { standing?: { ended?: unknown } };
    const ended = typeof standing?.ended === 'string' ? Date.parse(standing.ended) : Number.NaN;
    return Number.isNaN(ended) ? null : ended;
  } catch {
    return null;
  }
}
