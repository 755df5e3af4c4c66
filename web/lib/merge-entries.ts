/**
 * What somebody wrote, over what somebody else saved meanwhile: fields that were not touched are the other's.
 * @param base what the writer began with
 */
export function mergeEntries<T extends object>(base: T, mine: T, theirs: T): T {
  const merged = { ...theirs };
  for (const key of Object.keys(mine) as (keyof T)[])
    if (JSON.stringify(mine[key]) !== JSON.stringify(base[key])) merged[key] = mine[key];
  return merged;
}
