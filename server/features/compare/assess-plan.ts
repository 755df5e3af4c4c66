import { groupBy } from '#domain/group-by';
import type { PlaceUnderRules, PlanPlace, PlanRules } from '#domain/publication/compare-place';
import type { PlanImpact } from '#domain/publication/comparison';
import { composeImpact, type GroundClass, isDecidedOtherwise } from '#domain/publication/plan-impact';
import type { Queryable } from '../../platform/db.ts';
import { changedPlaces, keptPlaces, parcelsOnPlaces } from './queries.ts';

export interface PlanStates {
  /** Of the zones; null when both states have the same ones. */
  readonly comparisonId: string | null;
  readonly zonesAfter: string;
  readonly before: PlanRules | null;
  readonly after: PlanRules | null;
  readonly parcelVersions: readonly string[];
  /** Sources of rules hold on it or not, YYYY-MM-DD. */
  readonly day: string;
}

/** What a plan decides otherwise: on ground that changes, and on ground that stays under rules that change. */
export async function assessPlan(
  sql: Queryable,
  states: PlanStates,
): Promise<Pick<PlanImpact, 'zoneChange' | 'activities' | 'figures'>> {
  const { comparisonId, parcelVersions, day } = states;
  const moved = comparisonId === null ? [] : await changedPlaces(sql, comparisonId, parcelVersions);
  const classes: GroundClass[] = moved.map(({ before, after, areaM2, parcels }) => ({
    before: under(before, states.before),
    after: under(after, states.after),
    areaM2,
    parcels,
  }));
  return composeImpact([...classes, ...(await keptClasses(sql, states))], day, parcelVersions.length > 0);
}

async function keptClasses(sql: Queryable, states: PlanStates): Promise<GroundClass[]> {
  const { zonesAfter, comparisonId, parcelVersions, day } = states;
  // A plan can also be bound to another regulation of the same rules.
  if (boundTo(states.before) === boundTo(states.after)) return [];
  const kept = (await keptPlaces(sql, zonesAfter, comparisonId)).filter((place) =>
    isDecidedOtherwise(under(place, states.before), under(place, states.after), day),
  );
  if (kept.length === 0) return [];
  const found = await parcelsOnPlaces(sql, zonesAfter, kept, parcelVersions);
  const parcelsOf = groupBy(found, ({ placeNo }) => placeNo);
  return kept.map((place, placeNo) => ({
    before: under(place, states.before),
    after: under(place, states.after),
    areaM2: place.areaM2,
    parcels: parcelsOf.get(placeNo) ?? [],
  }));
}

const boundTo = (bound: PlanRules | null): string | null =>
  bound === null ? null : `${bound.ruleSet.versionId} ${bound.rules.regulation.regulationId}`;

const under = (place: PlanPlace | null, bound: PlanRules | null): PlaceUnderRules => ({ place, bound });
