import type { RegulationRules, RuleSet } from '#domain/rules/rule-set';
import { toVersionRef } from '#domain/zoning/decide';
import { decideActivity } from '#domain/zoning/decide-activity';
import { rulesOf, zoneRefOf } from '#domain/zoning/decide-part';
import type { VersionFact } from '#domain/zoning/facts';
import { holdsOn } from '#domain/zoning/validity';
import type { WhereAllowed } from '#domain/zoning/where-allowed';
import type { LookupDeps } from './answer-location.ts';
import { areaPerZoneCode, versionsInForce } from './queries.ts';

/**
 * Where an activity may be done, per zone code of every plan in force, with the area that the code covers.
 * @returns null when no plan in force knows an activity by these words
 */
export async function answerWhere(
  deps: LookupDeps,
  askedFor: string,
  on: string,
): Promise<WhereAllowed | null> {
  const versions = await versionsInForce(deps.sql, on);
  const loaded = await Promise.all(
    versions
      .filter((version) => version.kind === 'rules')
      .map((version) => deps.loadRuleSet(version.version_id)),
  );
  const ruleSets = loaded.filter((ruleSet): ruleSet is RuleSet => ruleSet !== null);
  const plans = versions.filter((version) => version.kind === 'zones');
  const areas =
    plans.length === 0
      ? []
      : await areaPerZoneCode(
          deps.sql,
          plans.map((plan) => plan.version_id),
        );
  const matches = plans.flatMap((plan) => {
    const bound = rulesOf(plan, ruleSets);
    return bound === null ? [] : deps.findActivities(bound.rules, askedFor);
  });
  const [best] = matches;
  if (best === undefined) return null;
  // An activity id means something only within its regulation: each plan answers for its own best match.
  const zones = plans.flatMap((plan) => zonesOf(plan, deps, askedFor, ruleSets, areas, on));
  return {
    schema: 'where/1',
    cityId: deps.city.id,
    asOf: on,
    askedFor,
    activity: {
      activityId: best.activityId,
      name: best.name,
      groupName: best.groupName,
      kbli: best.kbli.map((link) => link.code),
    },
    alternatives: matches
      .slice(1, 6)
      .map(({ activityId, name, groupName }) => ({ activityId, name, groupName })),
    zones,
    overlaysConsidered: false,
    sources: sourcesOf(zones, ruleSets),
    versions: versions.map(toVersionRef),
    isDemo: versions.some((version) => version.is_demo),
  };
}

function zonesOf(
  plan: VersionFact,
  deps: LookupDeps,
  askedFor: string,
  ruleSets: readonly RuleSet[],
  areas: Awaited<ReturnType<typeof areaPerZoneCode>>,
  on: string,
): WhereAllowed['zones'] {
  const bound = rulesOf(plan, ruleSets);
  if (bound === null) return [];
  const activity = deps.findActivities(bound.rules, askedFor)[0];
  if (activity === undefined) return [];
  const { matrix } = bound.rules;
  const holds = matrix !== null && holdsOn(bound.ruleSet.citations.get(matrix.sourceId), on);
  const rules: RegulationRules = holds ? bound.rules : { ...bound.rules, matrix: null };
  return areas
    .filter((area) => area.versionId === plan.version_id)
    .map((area) => ({
      layerId: plan.layer_id,
      versionId: plan.version_id,
      zone: zoneRefOf({ code: area.code }, bound.rules),
      verdict: decideActivity(rules, activity, area.code, { known: [], open: [] }),
      polygonCount: area.polygonCount,
      areaM2: area.areaM2,
    }));
}

function sourcesOf(zones: WhereAllowed['zones'], ruleSets: readonly RuleSet[]): WhereAllowed['sources'] {
  const ids = new Set(
    zones.flatMap(({ verdict }) => [verdict.sourceId, ...verdict.conditions.map((row) => row.sourceId)]),
  );
  return [...ids].flatMap((id) => {
    const citation =
      id === null
        ? undefined
        : ruleSets.map((set) => set.citations.get(id)).find((found) => found !== undefined);
    return citation === undefined ? [] : [citation];
  });
}
