import type { ReleaseComparison } from '#domain/publication/comparison';

/** A comparison in a few numbers; of several plans, all of them. */
export interface ComparisonSummary {
  readonly features: number;
  readonly movedM2: number;
  /** That lie on ground with another zone; null: no parcels are in force. A parcel of two plans counts in both. */
  readonly parcels: number | null;
  readonly activities: number;
  readonly figures: number;
  readonly ruleRows: number;
}

const sum = <T>(things: readonly T[], of: (thing: T) => number): number =>
  things.reduce((all, thing) => all + of(thing), 0);

export function summaryOf({ layers, rules, impacts }: ReleaseComparison): ComparisonSummary {
  const parcels = impacts.map(({ zoneChange }) => zoneChange.parcels);
  return {
    features: sum(layers, ({ changes }) => sum(Object.values(changes), (count) => count)),
    movedM2: sum(layers, ({ movedM2 }) => movedM2),
    parcels: parcels.length === 0 || parcels.includes(null) ? null : sum(parcels, (count) => count ?? 0),
    activities: new Set(impacts.flatMap(({ activities }) => activities.map((one) => one.activityId))).size,
    figures: sum(impacts, ({ figures }) => figures.length),
    ruleRows: sum(rules, ({ tables }) =>
      sum(tables, ({ added, removed, changed }) => added + removed + changed),
    ),
  };
}
