import type { Part } from '#domain/zoning/answer';
import type { Itbx } from '#domain/zoning/itbx';

/** One activity with its outcome on one part of the place. */
export interface ActivityRow {
  readonly activityId: string;
  readonly name: string;
  readonly groupName: string;
  readonly codes: readonly string[];
  readonly itbx: Itbx;
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('id')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Every activity of a part as a row, in the order of the groups. */
export const activityRows = (part: Part): ActivityRow[] =>
  part.itbx.flatMap(({ itbx, activities }) => activities.map((activity) => ({ ...activity, itbx })));

/**
 * Activities whose name or group holds every typed word, at the beginning of a word; names before groups.
 * An empty question finds nothing.
 */
export function findActivities(rows: readonly ActivityRow[], question: string): ActivityRow[] {
  const words = fold(question).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const holds = (text: string): boolean => {
    const padded = ` ${fold(text)}`;
    return words.every((word) => padded.includes(` ${word}`));
  };
  const byName = rows.filter((row) => holds(row.name));
  const byGroup = rows.filter((row) => !byName.includes(row) && holds(`${row.groupName} ${row.name}`));
  return [...byName, ...byGroup];
}
