import type { PublishDeps } from '../publish-order.ts';
import { findVersion } from '../queries.ts';
import { fillSearch } from './queries.ts';

/**
 * Writes the names of a draft of a layer that is for everybody where they will be searched, ahead of its publication: of all
 * that a publication writes, this took half of the time (0.5 s for a plan of 3,000 blocks). A publication that finds none
 * writes its own.
 */
export async function prepareSearch({ sql }: Pick<PublishDeps, 'sql'>, versionId: string): Promise<void> {
  const version = await findVersion(sql, versionId);
  if (version?.accessClass === 'terbuka') await fillSearch(sql, versionId);
}
