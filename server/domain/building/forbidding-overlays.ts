import type { RuleSet } from '../rules/rule-set.ts';
import type { Facts, ZoneFact } from '../zoning/facts.ts';
import { effectsOf, liesOn, overlaysHere } from '../zoning/overlay-on-part.ts';

/** An overlay whose own outline tells where building is forbidden. */
export interface ForbiddingOverlay {
  readonly version_id: string;
  readonly theme: string;
  readonly level_code: string;
}

/** Where a part allows no building at all. */
interface Forbidden {
  /** An overlay that the zone's own row carries holds for the whole part. */
  readonly isWhole: boolean;
  readonly overlays: readonly ForbiddingOverlay[];
}

/** The overlays that forbid all building on a part, in force on a day: only the ground below them is lost. */
export function forbiddenOn(
  zone: ZoneFact,
  facts: Facts,
  ruleSets: readonly RuleSet[],
  day: string,
): Forbidden {
  const forbidding = overlaysHere(facts).filter(
    (overlay) =>
      liesOn(overlay, zone) &&
      effectsOf([overlay], ruleSets, day).some(
        ({ effect, activityId }) => effect === 'prohibition' && activityId === null,
      ),
  );
  return {
    isWhole: forbidding.some(({ fact }) => fact === null),
    overlays: forbidding.flatMap(({ fact }) =>
      fact === null ? [] : [{ version_id: fact.version_id, theme: fact.theme, level_code: fact.level_code }],
    ),
  };
}
