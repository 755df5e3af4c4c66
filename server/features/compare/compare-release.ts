import type { PlanRules } from '#domain/publication/compare-place';
import { compareRules, NO_RULES } from '#domain/publication/compare-rules';
import type { PlanImpact, ReleaseComparison, RulesComparison } from '#domain/publication/comparison';
import type { LookupDeps } from '../lookup/index.ts';
import { selectRules } from '../rules/index.ts';
import { assessPlan } from './assess-plan.ts';
import { compareLayer, readChangedGround } from './compare-layer.ts';
import type { ComparedPair } from './comparison-queue.ts';
import { type ComparedVersion, selectInForce, selectVersions } from './queries.ts';

type CompareDeps = Pick<LookupDeps, 'sql' | 'loadRuleSet'>;

/**
 * Versions that are to be put in force together, against what is in force on a day: what differs in each of them, and
 * what that means for the plans that they belong to. A plan whose rules alone are in the release is looked at as it is in
 * force.
 * @param versionIds of layers of any kind, one of each layer
 * @param on YYYY-MM-DD
 */
export async function compareRelease(
  deps: CompareDeps,
  versionIds: readonly string[],
  on: string,
): Promise<ReleaseComparison> {
  const [drafts, inForce] = await Promise.all([
    selectVersions(deps.sql, versionIds),
    selectInForce(deps.sql, on),
  ]);
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

/** What must be compared before {@link compareRelease} and {@link groundOfRelease} only read. */
export async function pairsOfRelease(
  { sql }: Pick<CompareDeps, 'sql'>,
  versionIds: readonly string[],
  on: string,
): Promise<ComparedPair[]> {
  const [drafts, inForce] = await Promise.all([selectVersions(sql, versionIds), selectInForce(sql, on)]);
  const before = new Map(inForce.map((version) => [version.layerId, version.versionId]));
  return drafts
    .filter(({ kind }) => kind !== 'rules')
    .map(({ layerId, versionId }) => ({ before: before.get(layerId) ?? null, after: versionId }));
}

/** The ground that each layer of a release changes, as GeoJSON by layer; layers of rules have none. */
export async function groundOfRelease(
  { sql }: Pick<CompareDeps, 'sql'>,
  versionIds: readonly string[],
  on: string,
): Promise<Record<string, string | null>> {
  const [drafts, inForce] = await Promise.all([selectVersions(sql, versionIds), selectInForce(sql, on)]);
  const before = new Map(inForce.map((version) => [version.layerId, version.versionId]));
  const ground: Record<string, string | null> = {};
  for (const draft of drafts.filter(({ kind }) => kind !== 'rules')) {
    const { comparisonId } = await compareLayer(sql, before.get(draft.layerId) ?? null, draft);
    ground[draft.layerId] = await readChangedGround(sql, comparisonId);
  }
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
  deps: CompareDeps,
  plan: ComparedVersion,
  { before, after, on, layers }: States,
): Promise<PlanImpact | null> {
  const earlier = before.get(plan.layerId);
  const [rulesBefore, rulesAfter] = [rulesVersionOf(earlier, before), rulesVersionOf(plan, after)];
  if (earlier?.versionId === plan.versionId && rulesBefore === rulesAfter) return null;
  const compared = layers.find(({ layerId }) => layerId === plan.layerId);
  const found = await assessPlan(deps.sql, {
    comparisonId: compared?.comparisonId ?? null,
    zonesAfter: plan.versionId,
    before: await boundRules(deps, earlier, rulesBefore),
    after: await boundRules(deps, plan, rulesAfter),
    parcelVersions: [...after.values()].flatMap(({ kind, versionId }) =>
      kind === 'parcel' ? [versionId] : [],
    ),
    day: on,
  });
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
  { loadRuleSet }: CompareDeps,
  plan: ComparedVersion | undefined,
  rulesVersion: string | null,
): Promise<PlanRules | null> {
  if (plan?.regulationId == null || rulesVersion === null) return null;
  const ruleSet = await loadRuleSet(rulesVersion);
  const rules = ruleSet?.byRegulation.get(plan.regulationId);
  return ruleSet === null || rules === undefined ? null : { ruleSet, rules };
}

async function compareRulesVersions(
  { sql }: CompareDeps,
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
