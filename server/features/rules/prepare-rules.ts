import { createHash } from 'node:crypto';
import { type RuleRows, rowsOfTables } from '#domain/rules/build-rule-set';
import { checkRuleTables } from '#domain/rules/check-rule-tables';
import { hasErrors } from '#domain/rules/problem';
import { type RulesReport, reportRules } from '#domain/rules/rules-report';
import type { ZoneWithRules } from '#domain/rules/zone-attributes';
import type { RulesSource } from './read-directory.ts';

/** What a version of rules is made of, before anything of the database but what stands here is asked. */
export interface RulesToPrepare {
  readonly layerId: string;
  readonly isDemo: boolean;
  readonly source: Pick<RulesSource, 'texts' | 'problems'>;
  readonly emptyMeans: 'tidak diatur' | 'X' | null;
  /** `<edition>:<code>`; null: not checked. */
  readonly knownKbli: ReadonlySet<string> | null;
  /** Polygons that hold rules in their own rows, and the source id to cite for them. */
  readonly plan: { readonly zones: readonly ZoneWithRules[]; readonly sourceId: string } | null;
}

/** A version as it will be stored; its id is a hash of the rows, so that the same tables give the same version. */
export interface PreparedRules {
  readonly versionId: string;
  readonly layerId: string;
  readonly isDemo: boolean;
  readonly rows: RuleRows;
  readonly report: RulesReport;
}

/** Checks tables and makes the rows of a version out of them. @returns only the report when any table has an error */
export function prepareRules(asked: RulesToPrepare): PreparedRules | { readonly report: RulesReport } {
  const { layerId, source, emptyMeans, knownKbli, plan } = asked;
  const checked = checkRuleTables(source.texts, { emptyMeans, knownKbli, plan });
  const problems = [...source.problems, ...checked.problems];
  const rows = rowsOfTables(checked.tables);
  const report = reportRules(rows, problems);
  if (hasErrors(problems)) return { report };
  const isDemo = asked.isDemo || rows.regulations.every((row) => row.is_demo);
  const versionId = createHash('sha256')
    .update(JSON.stringify([layerId, isDemo, rows]))
    .digest('hex')
    .slice(0, 16);
  return { versionId, layerId, isDemo, rows, report };
}
