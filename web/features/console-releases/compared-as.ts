import type { Release } from '#domain/release/release';

/**
 * What the comparison of a release stands on. Its approval changes nothing of that: the comparison stays on the screen, and
 * nothing is worked out again beside the publication that somebody waits for.
 * @returns `key`: another one is another comparison; `on`: the day, today when left out. What is published is in force
 *   today itself and would differ in nothing: it is compared on the day before it was.
 */
export function comparedAs({ items, state, approval }: Pick<Release, 'items' | 'state' | 'approval'>): {
  readonly key: string;
  readonly on?: string;
} {
  const key = items.map(({ layerId, versionId, replaces }) => `${layerId} ${versionId} ${replaces}`).join();
  return state === 'terbit' && approval !== null ? { key, on: dayBefore(approval.validFrom) } : { key };
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
