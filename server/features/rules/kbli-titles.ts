import { join } from 'node:path';
import { findProjectRoot } from '../../platform/project-root.ts';
import { readActivityReference } from './read-activity-reference.ts';

let titles: ReadonlyMap<string, string> | null = null;

/** Titles of these codes of KBLI 2020, by code; one that the list does not have is left out. The list is read once. */
export function kbliTitles(codes: readonly string[]): Record<string, string> {
  titles ??= new Map(
    readActivityReference(join(findProjectRoot(), 'data', 'code-lists')).kbli.map(({ code, title }) => [
      code,
      inSentence(title),
    ]),
  );
  return Object.fromEntries(
    codes.flatMap((code) => {
      const title = titles?.get(code);
      return title === undefined ? [] : [[code, title]];
    }),
  );
}

/** The list is printed in capitals, which nobody reads in a row. */
const inSentence = (title: string): string => title.charAt(0) + title.slice(1).toLowerCase();
