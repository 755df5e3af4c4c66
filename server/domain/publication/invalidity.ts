/** GEOS says why in English; these are the names that reports and answers use. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^Ring Self-intersection/i, 'ringSelfIntersection'],
  [/^Self-intersection/i, 'selfIntersection'],
  [/^Hole lies outside shell/i, 'holeOutsideShell'],
  [/^Holes are nested/i, 'nestedHoles'],
  [/^Nested holes/i, 'nestedHoles'],
  [/^Nested shells/i, 'nestedShells'],
  [/^Interior is disconnected/i, 'disconnectedInterior'],
  [/^Duplicate Rings/i, 'duplicateRings'],
  [/^Too few (distinct )?points/i, 'tooFewPoints'],
  [/^Invalid Coordinate/i, 'nonFiniteCoordinate'],
];

/** The name of the reason why `ST_IsValidDetail` refuses a geometry; `invalidOther` when GEOS has a new one. */
export const invalidityCode = (reason: string): string =>
  reasons.find(([pattern]) => pattern.test(reason))?.[1] ?? 'invalidOther';
