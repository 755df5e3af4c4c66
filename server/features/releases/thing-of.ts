import type { Thing } from '#domain/accounts/rights';
import type { ItemRow, ReleaseRow } from './queries.ts';

/**
 * Whose a release is: of the agency whose layers it holds, and of nobody when it holds those of several. Every hand that
 * touched it is closed out where a second person decides.
 */
export function thingOf(
  release: Pick<ReleaseRow, 'createdBy' | 'hands'>,
  items: readonly Pick<ItemRow, 'producerId'>[],
  isDecision = false,
): Thing {
  const producers = new Set(items.map((item) => item.producerId));
  const [producerId = null] = producers.size === 1 ? producers : [];
  return {
    accountId: release.createdBy,
    producerId,
    ...(isDecision ? { closedTo: release.hands } : {}),
  };
}
