import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorAt, type RulesProblem } from '#domain/rules/problem';

export type RulesSource = {
  /** Table name → text. */
  readonly texts: ReadonlyMap<string, string>;
  /** Over names and bytes of all tables, in the order of names. */
  readonly sha256: string;
  readonly format: 'csv' | 'xlsx';
  readonly problems: readonly RulesProblem[];
};

/** A table of rules is small; more than this is another file by mistake. */
const MAX_TABLE_BYTES = 64 * 1024 * 1024;

/**
 * Reads every `*.csv` of a directory as UTF-8. Other files (a README, the source's licence) are left alone.
 * A file that is not UTF-8 or is too large is a problem, not half a text.
 */
export const readRulesDirectory = async (directory: string): Promise<RulesSource> => {
  const names = (await readdir(directory)).filter((name) => name.toLowerCase().endsWith('.csv')).toSorted();
  const texts = new Map<string, string>();
  const problems: RulesProblem[] = [];
  const hash = createHash('sha256');
  for (const name of names) {
    const table = name.slice(0, -'.csv'.length);
    const path = join(directory, name);
    if ((await stat(path)).size > MAX_TABLE_BYTES) {
      problems.push(errorAt('unreadableText', { file: table }, { text: 'larger than 64 MiB' }));
      continue;
    }
    const bytes = await readFile(path);
    hash.update(name).update('\0').update(bytes).update('\0');
    try {
      texts.set(table, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      problems.push(errorAt('unreadableText', { file: table }, { text: 'not UTF-8' }));
    }
  }
  return { texts, sha256: hash.digest('hex'), format: 'csv', problems };
};
