import type { Deps } from '../../platform/deps.ts';
import { documentsDirectory, listStored, removeStored } from './document-store.ts';
import { keptHashes, markFilesRemoved } from './queries.ts';

const DAY_MS = 86_400_000;
/** Nobody writes for so long. */
const UNFINISHED_MS = 3_600_000;
/** Long enough for somebody to notice that a register was restored without what it had. */
const UNNAMED_MS = 30 * DAY_MS;

/**
 * Takes away the files of ITRs whose time is over, the oldest first where they take more room than they may, and what a
 * killed process left. Everything else of an ITR stays: its row, its hash, its leaf; so it is still verified. The file of a
 * KRK is never taken away.
 */
export async function sweepDocuments({
  sql,
  clock,
  keepItr,
  dataDirectory,
}: Pick<Deps, 'sql' | 'clock' | 'keepItr'> & { readonly dataDirectory: string }): Promise<void> {
  const directory = documentsDirectory(dataDirectory);
  const now = clock.now();
  if (keepItr !== undefined) {
    const before = new Date(now.getTime() - keepItr.days * DAY_MS);
    for (const sha256 of await markFilesRemoved(sql, { before, mostBytes: keepItr.bytes, now }))
      await removeStored(directory, sha256);
  }
  const found = await listStored(directory);
  const kept = await keptHashes(
    sql,
    found.map(({ name }) => name),
  );
  for (const { name, changedAt } of found) {
    const patience = name.endsWith('.part') ? UNFINISHED_MS : UNNAMED_MS;
    if (!kept.has(name) && now.getTime() - changedAt.getTime() > patience)
      await removeStored(directory, name);
  }
}
