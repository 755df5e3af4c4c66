import type { Language } from '#domain/language';
import type { Citation } from '#domain/zoning/citation';
import { en, type Words } from './texts-en.ts';
import { id } from './texts-id.ts';

const WORDS: Readonly<Record<Language, Words>> = { id, en };

/** What every part of a document is written with: the reader's words, and the numbers of its sources. */
export interface Writer {
  readonly language: Language;
  readonly t: Words;
  /** `[3]` for what stands third in the list of sources; empty when it has none. */
  cite(sourceId: string | null): string;
  /** Several, each once, in their order. */
  citeAll(sourceIds: readonly (string | null)[]): string;
}

/** Numbers the sources of a document in the order of its list. */
export function writerOf(language: Language, sources: readonly Citation[]): Writer {
  const numbers = new Map(sources.map((source, index) => [source.sourceId, index + 1]));
  const citeAll = (sourceIds: readonly (string | null)[]): string =>
    [...new Set(sourceIds)]
      .map((sourceId) => (sourceId === null ? undefined : numbers.get(sourceId)))
      .filter((number) => number !== undefined)
      .sort((a, b) => a - b)
      .map((number) => `[${number}]`)
      .join(' ');
  return { language, t: WORDS[language], citeAll, cite: (sourceId) => citeAll([sourceId]) };
}
