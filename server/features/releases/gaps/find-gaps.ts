import type { Queryable } from '../../../platform/db.ts';
import { type FoundGap, findCodeGaps, findTextGaps, laterDays } from './queries.ts';

interface Item {
  readonly layerId: string;
  readonly versionId: string;
}

/**
 * What would be missing from a day on if these versions were in force: a zone code without a rule row, an ITBX code without
 * a text, a rule without a legal source. Looked at on that day and on every later one on which other zones or rules come
 * into force while one of these still holds. Asked by the check, by the approval and once more under the lock of publishers.
 * @param day YYYY-MM-DD in the city
 */
export async function findGaps(
  sql: Queryable,
  items: readonly Item[],
  day: string,
): Promise<readonly FoundGap[]> {
  const found = new Map<string, FoundGap>();
  const days = [
    { day, layerIds: items.map((item) => item.layerId) },
    ...(await laterDays(
      sql,
      items.map((item) => item.layerId),
      day,
    )),
  ];
  for (const { day: on, layerIds } of days) {
    const holding = items.filter((item) => layerIds.includes(item.layerId));
    for (const gap of await findGapsOn(sql, holding, on)) {
      const key = `${gap.layerId} ${gap.code} ${gap.name}`;
      if (!found.has(key)) found.set(key, gap);
    }
  }
  return [...found.values()];
}

async function findGapsOn(sql: Queryable, items: readonly Item[], day: string): Promise<FoundGap[]> {
  const versions = {
    layerIds: items.map((item) => item.layerId),
    versionIds: items.map((item) => item.versionId),
    day,
  };
  return [...(await findCodeGaps(sql, versions)), ...(await findTextGaps(sql, versions))];
}
