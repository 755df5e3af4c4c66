import { readFileSync } from 'node:fs';
import type { ZoneCodeEntry } from './zone-codes.ts';

/** Lines of a text file beside this one, without empty lines and comments. */
export const readLines = (name: string): string[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Activity kind → zone or sub-zone → cell. */
function readProfiles(): Map<string, Map<string, string>> {
  return new Map(
    readLines('activity-profiles.txt').map((line) => {
      const at = line.indexOf(':');
      const cells = line
        .slice(at + 1)
        .trim()
        .split(/\s+/)
        .map((part) => part.split('=') as [string, string]);
      return [line.slice(0, at), new Map(cells)];
    }),
  );
}

/** The cell of an activity in a sub-zone: its own, else its zone's, else X; `-` stands for an empty cell. */
function cellOf(profile: ReadonlyMap<string, string>, code: string, parent: string): string {
  const cell = profile.get(code) ?? profile.get(parent) ?? 'X';
  return cell === '-' ? '' : cell;
}

/**
 * The whole matrix in its long form: one row per activity and sub-zone.
 * @param activities rows of `activities.csv`: id, group, name, synonyms, KBLI, kind
 */
export function itbxCells(
  activities: readonly (readonly string[])[],
  zones: readonly ZoneCodeEntry[],
): (readonly string[])[] {
  const profiles = readProfiles();
  return activities.flatMap(([id = '', , , , , kind = '']) => {
    const profile = profiles.get(kind);
    if (profile === undefined) throw new Error(`activity ${id} has the unknown kind ${kind}`);
    return zones.map((zone) => ['rdtr', id, zone.code, cellOf(profile, zone.code, zone.parent)]);
  });
}
