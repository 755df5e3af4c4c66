import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createActivityFinder } from '#domain/rules/activity-finder';
import { buildRuleSet, rowsOfTables } from '#domain/rules/build-rule-set';
import { checkRuleTables } from '#domain/rules/check-rule-tables';
import { parseCsv } from '#domain/rules/csv';
import { fiveDigitEntries, readKbliList, readPlainWords } from '#domain/rules/read-code-lists';
import { readRulesDirectory } from '../../server/features/rules/index.ts';

const CODE_LISTS = join(import.meta.dirname, '../../data/code-lists');
const read = (name: string): string => readFileSync(join(CODE_LISTS, name), 'utf8');

const source = await readRulesDirectory(join(import.meta.dirname, '../fixtures/rules/yogyakarta'));
const { tables } = checkRuleTables(source.texts, { emptyMeans: null, knownKbli: null });
const ruleSet = buildRuleSet(rowsOfTables(tables), { layerId: 'r', versionId: '0'.repeat(16), isDemo: true });
const activities = [...(ruleSet.byRegulation.get('yogyakarta-2015')?.activities.values() ?? [])];
const kbli = readKbliList('kbli-2020', read('kbli-2020.csv'));
const words = readPlainWords('activity-words', read('activity-words.csv'));
const entries = fiveDigitEntries(kbli.rows);
const find = createActivityFinder(activities, entries, words.rows);

/** What somebody types, what must be first, and (where it is a business) a KBLI code among the first three. */
const PHRASES = parseCsv(readFileSync(join(import.meta.dirname, 'activity-phrases.csv'), 'utf8'))
  .records.slice(1)
  .map(({ cells }) => ({ query: cells[0] ?? '', first: cells[1] ?? '', code: cells[2] ?? '' }));

describe('finding an activity in plain words', () => {
  it('has at least 60 phrases', () => {
    expect(PHRASES.length).toBeGreaterThanOrEqual(60);
  });

  it.each(PHRASES)('“$query” finds $first $code', ({ query, first, code }) => {
    const found = find(query);
    if (first !== '') expect(found.activities[0]?.activity.name).toBe(first);
    if (code !== '') expect(found.kbli.slice(0, 3).map((hit) => hit.entry.code)).toContain(code);
  });

  it('finds nothing for letters that mean nothing', () => {
    expect(find('qwertzuiop')).toEqual({ activities: [], kbli: [] });
    expect(find('')).toEqual({ activities: [], kbli: [] });
  });
});

describe('the code lists', () => {
  it('hold the 1,790 five-digit KBLI 2020 codes, each once', () => {
    expect(kbli.problems).toEqual([]);
    expect(entries).toHaveLength(1790);
    expect(new Set(entries.map((entry) => entry.code)).size).toBe(1790);
  });

  it('hold at least 120 plain words whose KBLI codes all exist', () => {
    expect(words.problems).toEqual([]);
    expect(words.rows.length).toBeGreaterThanOrEqual(120);
    const known = new Set(entries.map((entry) => entry.code));
    expect(words.rows.flatMap((row) => row.kbli).filter((code) => !known.has(code))).toEqual([]);
  });

  it('give every word something to lead to', () => {
    expect(words.rows.filter((row) => row.kbli.length + row.activityWords.length === 0)).toEqual([]);
  });

  it('flag every zone colour that fewer than two sources confirm as provisional', () => {
    const [header, ...rows] = parseCsv(read('zone-codes-permen-14-2021.csv')).records;
    expect(header?.cells).toContain('provisional');
    expect(rows).toHaveLength(63);
    const unflagged = rows.filter(({ cells }) => Number(cells[6]) < 2 && cells[7] !== 'ya');
    expect(unflagged).toEqual([]);
    expect(rows.every(({ cells }) => /^#[0-9a-f]{6}$/.test(cells[5] ?? ''))).toBe(true);
  });
});
