import { decideWhere } from '#domain/zoning/decide-where';
import type { VersionFact } from '#domain/zoning/facts';
import type { FoundActivities, WhereAllowed } from '#domain/zoning/where-allowed';
import type { LookupDeps } from '../lookup/index.ts';
import { groundInForce, plansInForce } from './ground-in-force.ts';
import { areaPerZoneCode } from './queries.ts';

/**
 * Where an activity may be done on a day, overlays included.
 * @param versions those in force on that day, when they are known already
 * @returns null when no plan in force knows an activity by these words
 */
export async function answerWhere(
  deps: LookupDeps,
  askedFor: string,
  on: string,
  versions?: readonly VersionFact[],
): Promise<WhereAllowed | null> {
  const inForce = await groundInForce(deps, on, versions);
  const plans = inForce.versions.filter((version) => version.kind === 'zones');
  const codes = await areaPerZoneCode(
    deps.sql,
    plans.map((plan) => plan.version_id),
  );
  return decideWhere(
    {
      cityId: deps.city.id,
      asOf: on,
      askedFor,
      findActivities: (rules) => deps.findActivities(rules, askedFor),
    },
    { ...inForce, codes },
  );
}

const MAX_SUGGESTIONS = 8;

/** Activities of the plans in force that words could mean, best first; an activity of the same name once. */
export async function suggestActivities(
  deps: LookupDeps,
  words: string,
  on: string,
): Promise<FoundActivities> {
  const found = (await plansInForce(deps, on)).flatMap((rules) => deps.findActivities(rules, words));
  const byName = new Map(found.toReversed().map((activity) => [activity.name, activity]));
  return {
    schema: 'activities/1',
    activities: [...new Set(found.map(({ name }) => name))].slice(0, MAX_SUGGESTIONS).flatMap((name) => {
      const activity = byName.get(name);
      if (activity === undefined) return [];
      const { activityId, groupName, kbli } = activity;
      return [{ activityId, name, groupName, kbli: kbli.map((link) => link.code) }];
    }),
  };
}
