import * as z from 'zod/mini';
import type { KbliEntry, PlainWord } from './activity-finder.ts';
import { asKbliCode, asListOf, asText, maybe, must, orElse } from './cell.ts';
import { errorAt, type RulesProblem } from './problem.ts';
import { readTable } from './read-table.ts';

export const kbliRowSchema = z.object({
  edition: must(asText),
  code: must(asKbliCode),
  title: must(asText),
  description: maybe(asText),
  source: must(asText),
});
export type KbliRow = z.infer<typeof kbliRowSchema>;

const plainWordRowSchema = z.object({
  word: must(asText),
  kbli: orElse(asListOf(asKbliCode), []),
  activity_words: orElse(asListOf(asText), []),
  source: must(asText),
});

type Read<R> = { readonly rows: readonly R[]; readonly problems: readonly RulesProblem[] };

/** Reads the KBLI list (`data/code-lists/kbli-2020.csv`), codes of 2 to 5 digits, each once. */
export const readKbliList = (file: string, text: string): Read<KbliRow> => {
  const table = readTable(file, text, kbliRowSchema);
  const first = new Map<string, number>();
  const problems = [...table.problems];
  for (const { row, line } of table.rows) {
    const key = `${row.edition}:${row.code}`;
    const firstRow = first.get(key);
    if (firstRow === undefined) first.set(key, line);
    else
      problems.push(errorAt('duplicate', { file, row: line, column: 'code' }, { text: row.code, firstRow }));
  }
  return { rows: table.rows.map(({ row }) => row), problems };
};

/** The entries that a business registers under: five digits. */
export const fiveDigitEntries = (rows: readonly KbliRow[]): readonly KbliEntry[] =>
  rows.filter((row) => row.code.length === 5).map(({ edition, code, title }) => ({ edition, code, title }));

/** Reads the plain-word table (`data/code-lists/activity-words.csv`). */
export const readPlainWords = (file: string, text: string): Read<PlainWord> => {
  const table = readTable(file, text, plainWordRowSchema);
  const rows = table.rows.map(({ row }) => ({
    word: row.word,
    kbli: row.kbli,
    activityWords: row.activity_words,
  }));
  return { rows, problems: table.problems };
};
