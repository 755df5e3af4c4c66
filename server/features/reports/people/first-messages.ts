import { createHmac, randomBytes } from 'node:crypto';

/** First messages about new reports to one address on a day: whoever reports more has found the first. */
const MOST_A_DAY = 3;

/**
 * Counts what is sent to addresses that nobody has confirmed: strangers do not have the city's mail sent to somebody who never
 * reported. Known are hashes in memory, and for a day: neither is kept.
 */
export function openFirstMessages(): (day: string, recipient: string) => boolean {
  let today = { day: '', key: randomBytes(32), counts: new Map<string, number>() };
  return (day, recipient) => {
    if (today.day !== day) today = { day, key: randomBytes(32), counts: new Map() };
    const name = createHmac('sha256', today.key).update(recipient.trim().toLowerCase()).digest('base64url');
    const sent = today.counts.get(name) ?? 0;
    if (sent >= MOST_A_DAY) return false;
    today.counts.set(name, sent + 1);
    return true;
  };
}
