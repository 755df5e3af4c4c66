import type { TouchedDocuments } from '#domain/document/changed-document';
import type { RulesComparison } from '#domain/publication/comparison';
import { type Touching, touchedDocuments } from '../documents/index.ts';
import type { LookupDeps } from '../lookup/index.ts';
import { selectRules } from '../rules/index.ts';
import { compareRelease } from './compare-release.ts';

const LISTED = 50;

/**
 * Documents in force that a release would touch, before anybody approves it: those on ground where the plan places something
 * else, and those of which a rule changes. What exactly they would say differently is shown once it holds.
 */
export async function documentsOnRelease(
  deps: Pick<LookupDeps, 'sql' | 'loadRuleSet'>,
  versionIds: readonly string[],
  { on, today }: { readonly on: string; readonly today: string },
): Promise<TouchedDocuments> {
  const { layers, rules } = await compareRelease(deps, versionIds, on);
  const touching: Touching = {
    comparisonIds: layers.map(({ comparisonId }) => comparisonId),
    rules: await Promise.all(
      rules.flatMap((one) =>
        one.beforeVersion === null || one.tables.length === 0
          ? []
          : [touchedBy(deps.sql, one, one.beforeVersion)],
      ),
    ),
  };
  return { on, ...(await touchedDocuments(deps.sql, touching, { today, limit: LISTED })) };
}

async function touchedBy(
  sql: LookupDeps['sql'],
  { tables, afterVersion }: RulesComparison,
  versionId: string,
): Promise<Touching['rules'][number]> {
  const known = new Set<string>();
  for (const version of [versionId, afterVersion])
    for (const { code } of (await selectRules(sql, version))?.rows['zone-codes'] ?? []) known.add(code);
  return { versionId, codes: codesOf(tables, known) };
}

/** The zones whose rules change; null where a rule changes that names no zone: it can hold for all of them. */
function codesOf(tables: RulesComparison['tables'], known: ReadonlySet<string>): readonly string[] | null {
  const codes = new Set<string>();
  for (const { table, rows } of tables) {
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
