import { checkDuplicates } from './check-duplicates.ts';
import { checkMatrices, settleEmptyMeaning } from './check-matrix.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkReferences } from './check-references.ts';
import { errorAt, type RulesProblem, warningAt } from './problem.ts';
import { type RuleTables, readRuleTables } from './read-rule-tables.ts';
import type { EMPTY_MEANINGS } from './tables.ts';
import { rulesFromZoneAttributes, type ZoneWithRules } from './zone-attributes.ts';

export type CheckedRules = { readonly tables: RuleTables; readonly problems: readonly RulesProblem[] };

/** A plan whose polygons carry rules in their own rows, and the legal source that those rows are cited from. */
export type PlanWithRules = { readonly sourceId: string; readonly zones: readonly ZoneWithRules[] };

const PLAN_FILE = 'plan';

const addPlanRules = (tables: RuleTables, plan: PlanWithRules): CheckedRules => {
  const source = tables['legal-sources'].find(({ row }) => row.source_id === plan.sourceId);
  if (source === undefined) {
    const problem = errorAt('unknownSource', { file: PLAN_FILE }, { text: plan.sourceId });
    return { tables, problems: [problem] };
  }
  const owner = { regulationId: source.row.regulation_id, sourceId: plan.sourceId };
  const intensity = [...tables.intensity];
  const notes = [...tables.notes];
  const problems: RulesProblem[] = [];
  const withoutKey = plan.zones.filter((zone) => zone.kodunk === null).length;
  if (withoutKey > 0) problems.push(warningAt('noKodunk', { file: PLAN_FILE }, { count: withoutKey }));
  for (const zone of plan.zones) {
    const rules = rulesFromZoneAttributes(zone, owner);
    const placed = { file: PLAN_FILE, line: zone.featureNo, extra: {} };
    intensity.push(...rules.intensity.map((row) => ({ ...placed, row })));
    notes.push(...rules.notes.map((row) => ({ ...placed, row })));
    const text = zone.kodunk ?? '';
    for (const column of rules.truncated)
      problems.push(warningAt('textCut', { file: PLAN_FILE, row: zone.featureNo, column }, { text }));
  }
  return { tables: { ...tables, intensity, notes }, problems };
};

/**
 * Reads and checks a whole rule set.
 *
 * @param texts table name → text.
 * @param options.emptyMeans what the operator says an empty matrix cell means; null = not said.
 * @param options.knownKbli `<edition>:<code>`; null = not checked.
 * @param options.plan polygons whose own rows hold rules; their "row" in a problem is the feature number.
 * @returns rows in the order of the files and all problems; import only when none is an error.
 */
export const checkRuleTables = (
  texts: ReadonlyMap<string, string>,
  options: {
    readonly emptyMeans: (typeof EMPTY_MEANINGS)[number] | null;
    readonly knownKbli: ReadonlySet<string> | null;
    readonly plan?: PlanWithRules | null;
  },
): CheckedRules => {
  const read = readRuleTables(texts);
  const plan = options.plan ?? null;
  const whole = plan === null ? { tables: read.tables, problems: [] } : addPlanRules(read.tables, plan);
  const settled = settleEmptyMeaning(whole.tables, options.emptyMeans);
  const problems = [
    ...read.problems,
    ...whole.problems,
    ...settled.problems,
    ...checkDuplicates(settled.tables),
    ...checkReferences(settled.tables, options.knownKbli),
    ...checkNumbers(settled.tables),
    ...checkMatrices(settled.tables),
  ];
  return { tables: settled.tables, problems };
};
