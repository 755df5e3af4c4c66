import type { PlanRules } from '#domain/publication/compare-place';
import { compareRules, NO_RULES } from '#domain/publication/compare-rules';
import type { PlanImpact, ReleaseComparison, RulesComparison } from '#domain/publication/comparison';
import { withinTime } from '../../platform/within-time.ts';
import type { LookupDeps } from '../lookup/index.ts';
import { selectRules } from '../rules/index.ts';
import { assessPlan } from './assess-plan.ts';
import { compareLayer, readChangedGround } from './compare-layer.ts';
import { type ComparedVersion, MOST_COMPARING_MS, selectInForce, selectVersions } from './queries.ts';

export type ComparingDeps = Pick<LookupDeps, 'sql' | 'loadRuleSet'>;

/**
 * Versions that are to be put in force together, against what is in force on a day: what differs in each of them, and
 * what that means for the plans that they belong to. A plan whose rules alone are in the release is looked at as it is in
 * force.
 * @param versionIds of layers of any kind, one of each layer
 * @param on YYYY-MM-DD
 */
export async function compareRelease(
  deps: ComparingDeps,
  versionIds: readonly string[],
  on: string,
): Promise<ReleaseComparison> {
  const [drafts, inForce] = await statesOfRelease(deps, versionIds, on);
  const before = new Map(inForce.map((version) => [version.layerId, version]));
  const layers: ReleaseComparison['layers'] = [];
  const rules: RulesComparison[] = [];
  for (const draft of drafts) {
    const earlier = before.get(draft.layerId)?.versionId ?? null;
    if (draft.kind === 'rules') rules.push(await compareRulesVersions(deps, earlier, draft));
    else layers.push(await compareLayer(deps.sql, earlier, draft));
  }
  const after = new Map([...before, ...drafts.map((draft) => [draft.layerId, draft] as const)]);
  const impacts: PlanImpact[] = [];
  for (const plan of after.values()) {
    // What a release does to a plan that not everybody sees is told with a release of that plan alone.
    const isTold = plan.isOpen || drafts.includes(plan);
    if (plan.kind !== 'zones' || !isTold) continue;
    const impact = await impactOn(deps, plan, { before, after, on, layers });
    if (impact !== null) impacts.push(impact);
  }
  return { schema: 'release-comparison/1', on, layers, rules, impacts };
}

/** All that {@link compareRelease} depends on beside the day: the drafts, and everything that is in force. */
export const statesOfRelease = (
  { sql }: Pick<ComparingDeps, 'sql'>,
  versionIds: readonly string[],
  on: string,
): Promise<[drafts: ComparedVersion[], inForce: ComparedVersion[]]> =>
  Promise.all([selectVersions(sql, versionIds), selectInForce(sql, on)]);

/** The ground that each layer of a comparison changes, as GeoJSON by layer; layers of rules have none. */
export async function groundOfComparison(
  { sql }: Pick<ComparingDeps, 'sql'>,
  { layers }: Pick<ReleaseComparison, 'layers'>,
): Promise<Record<string, string | null>> {
  const ground: Record<string, string | null> = {};
  for (const { layerId, comparisonId } of layers)
    ground[layerId] = await readChangedGround(sql, comparisonId);
  return ground;
}

interface States {
  readonly before: ReadonlyMap<string, ComparedVersion>;
  readonly after: ReadonlyMap<string, ComparedVersion>;
  readonly on: string;
  readonly layers: ReleaseComparison['layers'];
}

/** Null: neither the plan nor its rules change. */
async function impactOn(
  deps: ComparingDeps,
  plan: ComparedVersion,
  { before, after, on, layers }: States,
): Promise<PlanImpact | null> {
  const earlier = before.get(plan.layerId);
  const [rulesBefore, rulesAfter] = [rulesVersionOf(earlier, before), rulesVersionOf(plan, after)];
  if (earlier?.versionId === plan.versionId && rulesBefore === rulesAfter) return null;
  const compared = layers.find(({ layerId }) => layerId === plan.layerId);
  const states = {
    comparisonId: compared?.comparisonId ?? null,
    zonesAfter: plan.versionId,
    before: await boundRules(deps, earlier, rulesBefore),
    after: await boundRules(deps, plan, rulesAfter),
    parcelVersions: [...after.values()].flatMap(({ kind, versionId }) =>
      kind === 'parcel' ? [versionId] : [],
    ),
    day: on,
  };
  const found = await withinTime(deps.sql, MOST_COMPARING_MS, (tx) => assessPlan(tx, states));
  return {
    layerId: plan.layerId,
    title: plan.title,
    beforeVersion: earlier?.versionId ?? null,
    afterVersion: plan.versionId,
    rulesBefore,
    rulesAfter,
    ...found,
  };
}

const rulesVersionOf = (
  plan: ComparedVersion | undefined,
  state: ReadonlyMap<string, ComparedVersion>,
): string | null => (plan?.rulesLayerId ? (state.get(plan.rulesLayerId)?.versionId ?? null) : null);

async function boundRules(
  { loadRuleSet }: ComparingDeps,
  plan: ComparedVersion | undefined,
  rulesVersion: string | null,
): Promise<PlanRules | null> {
  if (plan?.regulationId == null || rulesVersion === null) return null;
  const ruleSet = await loadRuleSet(rulesVersion);
  const rules = ruleSet?.byRegulation.get(plan.regulationId);
  return ruleSet === null || rules === undefined ? null : { ruleSet, rules };
}

async function compareRulesVersions(
  { sql }: ComparingDeps,
  beforeVersion: string | null,
  { versionId: afterVersion, layerId, title }: ComparedVersion,
): Promise<RulesComparison> {
  const [before, after] = await Promise.all(
    [beforeVersion, afterVersion].map(async (version) =>
      version === null ? NO_RULES : ((await selectRules(sql, version))?.rows ?? NO_RULES),
    ),
  );
  return {
    layerId,
    title,
    beforeVersion,
    afterVersion,
    tables: compareRules(before ?? NO_RULES, after ?? NO_RULES),
  };
}
