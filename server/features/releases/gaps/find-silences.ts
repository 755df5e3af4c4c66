import { unnamedLevels } from '#domain/release/unnamed-levels';
import type { Queryable } from '../../../platform/db.ts';
import { type FoundGap, findBorneLevels, findUnborneKeys } from './queries.ts';

/**
 * Where zones, overlays and rules would pass each other by if these versions were in force: a level that lies on the ground and
 * that the rules do not name, though they name others (the answer there is “unknown”), and rows for a polygon that is not
 * there (nobody is ever answered by them). Neither makes an answer wrong; both are hardly ever meant.
 * @param day YYYY-MM-DD in the city
 */
export async function findSilences(
  sql: Queryable,
  items: readonly { readonly layerId: string; readonly versionId: string }[],
  day: string,
): Promise<readonly FoundGap[]> {
  const versions = {
    layerIds: items.map((item) => item.layerId),
    versionIds: items.map((item) => item.versionId),
    day,
  };
  return [...unnamedLevels(await findBorneLevels(sql, versions)), ...(await findUnborneKeys(sql, versions))];
}
