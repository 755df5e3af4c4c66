import type { Actor } from '#domain/log/event';
import type { Database } from '../../platform/db.ts';
import { audit } from './audit.ts';
import { erasePersonalParts } from './queries.ts';

/**
 * Takes what is personal out of events for ever, and writes down that it was done. The leaves stay proven: each holds
 * a commitment that says nothing once its salt is gone.
 * @param reason why, in words that are not personal
 * @returns the indexes of the events that had something personal
 */
export async function erasePersonal(
  sql: Database,
  order: { readonly actor: Actor; readonly indexes: readonly number[]; readonly reason: string },
): Promise<readonly number[]> {
  return await sql.begin(async (tx) => {
    const indexes = await erasePersonalParts(tx, order.indexes);
    if (indexes.length > 0)
      await audit(tx, {
        kind: 'log.personalErased',
        actor: order.actor,
        facts: { indexes, reason: order.reason },
      });
    return indexes;
  });
}
