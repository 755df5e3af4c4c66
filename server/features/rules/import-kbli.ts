import { readFile } from 'node:fs/promises';
import type { Sql } from 'postgres';
import { fail, ok, type Result } from '#domain/result';
import { errorAt, type RulesProblem } from '#domain/rules/problem';
import { readKbliList, readPlainWords } from '#domain/rules/read-code-lists';
import { replaceKbli } from './queries.ts';

/**
 * Replaces the KBLI list of the editions in the file, with the plain words of each code as synonyms. All or nothing.
 *
 * @param listPath CSV with edition, code, title, description, source.
 * @param wordsPath CSV with word, kbli, activity_words, source.
 * @returns number of codes, or every problem of the two files.
 */
export const importKbli = async (
  sql: Sql,
  listPath: string,
  wordsPath: string,
): Promise<Result<number, readonly RulesProblem[]>> => {
  const list = readKbliList('kbli', await readFile(listPath, 'utf8'));
  const words = readPlainWords('activity-words', await readFile(wordsPath, 'utf8'));
  const problems: RulesProblem[] = [...list.problems, ...words.problems];
  const synonyms = new Map<string, string[]>();
  for (const { word, kbli } of words.rows)
    for (const code of kbli) synonyms.set(code, [...(synonyms.get(code) ?? []), word]);
  const codes = new Set(list.rows.map((row) => row.code));
  for (const code of synonyms.keys())
    if (!codes.has(code)) problems.push(errorAt('unknownKbli', { file: 'activity-words' }, { text: code }));
  if (problems.length > 0) return fail(problems);
  const rows = list.rows.map((row) => ({ ...row, synonyms: synonyms.get(row.code) ?? [] }));
  await sql.begin((tx) => replaceKbli(tx, rows));
  return ok(rows.length);
};
