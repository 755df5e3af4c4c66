import type { BuildingPart, Outcome, RuleCheck } from './building.ts';
import { everywhere, parcelRules, unjudged } from './check-figures.ts';
import { checkPlace } from './check-place.ts';
import { floorAreaRules, footprintRules, greenRules, otherSideRules, sumRules } from './check-sums.ts';
import { type Counted, entered, isForbidden, NO_PLAN_NOISE_M2, stands } from './counted.ts';
import type { GroundDoubt } from './envelope.ts';
import type { Drawn, Proposal } from './proposal.ts';
import { cannotSay, type Entry } from './rule-outcome.ts';

export interface Checked {
  readonly outcome: Outcome;
  readonly rules: RuleCheck[];
}

/**
 * Every rule against a building that somebody has in mind. A sum (footprint, floor area, green, basement) over ground of
 * several zones fails when it breaks what all of them allow together and passes when each of them alone would allow it;
 * between the two nobody can say without the building's place. Fail stands before cannot say, that before pass.
 *
 * @param ground geodesic area of the whole, and of what no zone covers (null = not known); a building that is only a
 * number might stand there, where nothing is known to be allowed; the doubts of the whole ground
 * @param drawn what SQL measured of the drawn outline; null when none was drawn
 */
export function checkProposal(
  parts: readonly BuildingPart[],
  ground: {
    readonly areaM2: number;
    readonly withoutPlanM2: number | null;
    readonly doubts: readonly GroundDoubt[];
  },
  proposal: Proposal,
  drawn: Drawn | null,
): Checked {
  const counted = parts.flatMap((part, index) => (part.isSliver ? [] : [{ part, index }]));
  const footprint = footprintEntry(proposal, drawn);
  const groundM2 = ground.areaM2;
  // A sliver has no figures of its own worth a rule; forbidden ground is forbidden however small it is.
  const ruled = parts.flatMap((part, index) =>
    part.isSliver && (drawn === null || !stands(drawn, index)) ? [] : [{ part, index }],
  );
  const height = heightEntry(proposal);
  const judged: RuleCheck[] = [
    ...prohibitions(ruled, drawn),
    ...unplanned(ground.withoutPlanM2, drawn),
    ...checkPlace(parts, drawn, footprint),
    ...(drawn === null ? [] : boundOnly(ground.doubts)),
    ...footprintRules(counted, drawn, footprint),
    ...otherSideRules(counted, 'kdb', footprint),
    ...floorAreaRules(counted, proposal, footprint),
    ...greenRules(counted, groundM2, proposal, footprint),
    ...otherSideRules(counted, 'kdh', entered(proposal.greenM2)),
    ...sumRules(counted, 'ktb', entered(proposal.basementM2)),
    ...otherSideRules(counted, 'ktb', entered(proposal.basementM2)),
    ...(['max', 'min'] as const).flatMap((operator) => [
      ...everywhere(counted, drawn, 'floors', entered(proposal.floors), operator),
      ...everywhere(counted, drawn, 'height_m', height, operator),
      ...everywhere(counted, drawn, 'basement_floors', entered(proposal.basementFloors), operator),
    ]),
    ...parcelRules(counted, groundM2),
  ];
  const rules = [...judged, ...unjudged(counted, drawn, judged)];
  const outcome: Outcome = rules.some((rule) => rule.outcome === 'fail')
    ? 'fail'
    : rules.length === 0 || rules.some((rule) => rule.outcome === 'cannotSay')
      ? 'cannotSay'
      : 'pass';
  return { outcome, rules };
}

function prohibitions(counted: Counted, drawn: Drawn | null): RuleCheck[] {
  const forbidden = counted.filter(({ part }) => isForbidden(part));
  // Where the building stands is not said, and some of the ground is free of the prohibition.
  const isOpen = drawn === null && forbidden.length < counted.length;
  return [
    ...forbidden.map(({ index }): RuleCheck => {
      const isClear = !stands(drawn, index);
      return {
        ...cannotSay('prohibition', isClear ? null : 'prohibited', index),
        outcome: isClear ? 'pass' : isOpen ? 'cannotSay' : 'fail',
      };
    }),
    ...counted.flatMap(({ part, index }) =>
      part.envelope.doubts.includes('overlayMayForbid') && stands(drawn, index)
        ? [cannotSay('prohibition', 'uncertain', index)]
        : [],
    ),
  ];
}

/**
 * A drawn building within an outer bound may still break what the data does not know. `overlayMayForbid` is a rule of its
 * own.
 */
const boundOnly = (doubts: readonly GroundDoubt[]): RuleCheck[] =>
  doubts.flatMap((doubt) =>
    doubt === 'overlayMayForbid' ? [] : [cannotSay('buildableGround', doubt, null)],
  );

/** Ground without a plan allows nothing that is known: a building that stands there, or might, cannot be judged. */
function unplanned(withoutPlanM2: number | null, drawn: Drawn | null): RuleCheck[] {
  const coveredM2 = drawn === null ? (withoutPlanM2 ?? Number.POSITIVE_INFINITY) : drawn.withoutPlanM2;
  return coveredM2 > NO_PLAN_NOISE_M2 ? [cannotSay('withoutPlan', 'noLimit', null)] : [];
}

const footprintEntry = (proposal: Proposal, drawn: Drawn | null): Entry | null =>
  drawn === null ? entered(proposal.footprintM2) : { value: drawn.areaM2, basis: 'drawn' };

function heightEntry(proposal: Proposal): Entry | null {
  if (proposal.heightM !== undefined) return entered(proposal.heightM);
  if (proposal.floors === undefined || proposal.storeyHeightM === undefined) return null;
  return { value: proposal.floors * proposal.storeyHeightM, basis: 'derived' };
}
