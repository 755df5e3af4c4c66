import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublishDeps } from '../publish-order.ts';
import { forgetSearchAhead, forgetUnwanted } from './queries.ts';
import { preparedDirectory } from './stamp-of.ts';

/** A file that no row names yet may still be written; after this long nobody is at it any more. */
const WRITTEN_WITHIN_MS = 3_600_000;

/** Takes away what was made ahead of releases that ended otherwise, and what killed processes left half. */
export async function sweepPrepared({
  sql,
  clock,
  tilesDirectory,
}: Pick<PublishDeps, 'sql' | 'clock' | 'tilesDirectory'>): Promise<void> {
  const directory = preparedDirectory(tilesDirectory);
  await forgetSearchAhead(sql);
  const kept = await forgetUnwanted(sql);
  const before = clock.now().getTime() - WRITTEN_WITHIN_MS;
  for (const name of await readdir(directory).catch(() => [] as string[])) {
    if (kept.has(name)) continue;
    const path = join(directory, name);
    const isOld = await stat(path).then(
      ({ mtimeMs }) => mtimeMs < before,
      () => false,
    );
    if (isOld) await rm(path, { force: true });
  }
}
