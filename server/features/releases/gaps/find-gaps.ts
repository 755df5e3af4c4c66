import type { Queryable } from '../../../platform/db.ts';
import { type FoundGap, findCodeGaps, findTextGaps } from './queries.ts';

/**
 * What would be missing on a day if these versions were in force: a zone code without a rule row, an ITBX code without a
 * text, a rule without a legal source. Asked by the check, by the approval and once more under the lock of publishers.
 * @param day YYYY-MM-DD in the city
 */
export async function findGaps(
  sql: Queryable,
  items: readonly { readonly layerId: string; readonly versionId: string }[],
  day: string,
): Promise<readonly FoundGap[]> {
  const versions = {
    layerIds: items.map((item) => item.layerId),
    versionIds: items.map((item) => item.versionId),
    day,
  };
  return [...(await findCodeGaps(sql, versions)), ...(await findTextGaps(sql, versions))];
}
