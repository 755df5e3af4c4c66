import type { LeafContent } from '#domain/log/log-leaf';
import type { StoredLeaf } from './queries.ts';

/** What the leaf of a stored event is made of. */
export function leafContentOf(row: Omit<StoredLeaf, 'leafIndex' | 'nodeHash'>): LeafContent {
  const { personal, personalSalt, personalCommitment } = row;
  return {
    kind: row.kind,
    recordedAt: row.recordedAt.toISOString(),
    facts: { value: { actor: row.actor, facts: row.facts }, salt: row.salt },
    personal:
      personal !== null && personalSalt !== null
        ? { value: personal, salt: personalSalt }
        : personalCommitment === null
          ? null
          : { commitment: personalCommitment },
  };
}
