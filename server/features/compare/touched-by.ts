import type { ReleaseComparison, RulesComparison } from '#domain/publication/comparison';
import type { Queryable } from '../../platform/db.ts';
import type { Touching } from '../documents/index.ts';
import { selectRules } from '../rules/index.ts';

/** What a release would touch: ground where the plan places something else, and zones of which a rule changes. */
export async function touchedBy(sql: Queryable, { layers, rules }: ReleaseComparison): Promise<Touching> {
  return {
    comparisonIds: layers.map(({ comparisonId }) => comparisonId),
    rules: await Promise.all(
      rules.flatMap((one) =>
        one.beforeVersion === null || one.tables.length === 0 ? [] : [rulesOf(sql, one, one.beforeVersion)],
      ),
    ),
  };
}

async function rulesOf(
  sql: Queryable,
  { tables, afterVersion }: RulesComparison,
  versionId: string,
): Promise<Touching['rules'][number]> {
  const known = new Set<string>();
  for (const version of [versionId, afterVersion])
    for (const { code } of (await selectRules(sql, version))?.rows['zone-codes'] ?? []) known.add(code);
  return { versionId, codes: codesOf(tables, known) };
}

/** Columns of a regulation that say whether it holds. */
const HOLDING = ['valid_from', 'valid_to', 'status'];

/** The zones whose rules change; null where a rule changes that names no zone: it can hold for all of them. */
function codesOf(tables: RulesComparison['tables'], known: ReadonlySet<string>): readonly string[] | null {
  const codes = new Set<string>();
  for (const { table, rows } of tables) {
    // A regulation that begins or ends to hold takes all its rules along.
    if (table === 'regulations' && rows.some(({ columns }) => HOLDING.some((column) => column in columns)))
      return null;
    // How a rule is cited, and what colour a zone has, is no rule.
    if (table === 'regulations' || table === 'legal-sources' || table === 'zone-codes') continue;
    for (const { key } of rows) {
      const named = key.split(' · ').filter((word) => known.has(word));
      if (named.length === 0) return null;
      for (const code of named) codes.add(code);
    }
  }
  return [...codes];
}
