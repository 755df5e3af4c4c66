import type { Text } from '#domain/language';
import type { Reader } from '../../locale/reader.tsx';

/** The parts of the glossary, in the order in which they are listed. */
export const TERM_GROUPS = ['plan', 'figures', 'activities', 'overlays', 'permits', 'people'] as const;
export type TermGroup = (typeof TERM_GROUPS)[number];

/** One word of the plan and of the law, explained to somebody who meets it for the first time. */
export interface Term {
  /** Its address: `/istilah/<slug>`. */
  readonly slug: string;
  readonly group: TermGroup;
  /** As it stands in answers: `KDB`. */
  readonly word: string;
  /** What the letters stand for, Indonesian as in the law; null where the word is no abbreviation. */
  readonly law: string | null;
  /** In plain words, a few of them. */
  readonly name: Text;
  /** What it means, in one or two sentences. */
  readonly meaning: Text;
  /** What else a reader should know before using it. */
  readonly more?: readonly Text[];
  /** A calculation with round numbers of no place; the result is computed. */
  readonly example?: (reader: Reader) => string;
  /** Where the law defines it. */
  readonly source?: string;
  readonly related: readonly string[];
}
