import type { BuildingPart, RuleCheck } from './building.ts';
import type { Drawn } from './proposal.ts';
import { cannotSay, compare, type Entry } from './rule-outcome.ts';

/** Ground that a drawn building may cover beyond a line before it counts: the noise of drawing and cutting, m². */
export const NOISE_M2 = 0.01;

/**
 * Whether the building stands where it may. Drawn: inside the ground, and for each setback the metres between building
 * and line. Only a number: whether the ground that the setbacks leave is large enough at all.
 */
export function checkPlace(
  parts: readonly BuildingPart[],
  drawn: Drawn | null,
  footprint: Entry | null,
): RuleCheck[] {
  if (drawn === null) return [fits(parts, footprint)].filter((rule) => rule !== null);
  const beyond: RuleCheck = {
    ...cannotSay('insideGround', null, null),
    outcome: drawn.outsideM2 <= NOISE_M2 ? 'pass' : 'fail',
    value: drawn.outsideM2,
    limit: 0,
    margin: drawn.outsideM2 <= NOISE_M2 ? 0 : -drawn.outsideM2,
    basis: 'drawn',
  };
  return [beyond, ...parts.flatMap((part, index) => setbackRules(part, index, drawn))];
}

function setbackRules(part: BuildingPart, index: number, drawn: Drawn): RuleCheck[] {
  const here = drawn.parts[index];
  if (here === undefined || here.insideM2 <= NOISE_M2) return [];
  return part.setbacks.map(({ setback, clearM, leastM, enoughM, doubt }, order): RuleCheck => {
    const distanceM = here.distancesM[order] ?? null;
    const told = { roadName: setback.roadName, roadClass: setback.roadClass, sourceId: setback.sourceId };
    const open: RuleCheck = {
      ...cannotSay(setback.kind, 'uncertain', index),
      ...told,
      operator: 'min',
      unit: 'm',
    };
    if (doubt !== null || clearM === null) {
      // Less than what holds in any case is a breach, as much as suffices in any case is none; between them nobody can say.
      const decisive = distanceM === null ? null : distanceM < leastM ? leastM : enoughM;
      if (distanceM === null || decisive === null || (distanceM >= leastM && distanceM < decisive))
        return { ...open, value: distanceM };
      const limit = { value: decisive, sourceId: setback.sourceId };
      return {
        ...compare(setback.kind, { value: distanceM, basis: 'drawn' }, limit, 'min', 'm', index),
        ...told,
      };
    }
    // A distance of zero has no line to keep away from; the border of the ground is a rule of its own.
    if (distanceM === null) return clearM === 0 ? { ...open, outcome: 'pass', limit: 0, reason: null } : open;
    const limit = { value: clearM, sourceId: setback.sourceId };
    return {
      ...compare(setback.kind, { value: distanceM, basis: 'drawn' }, limit, 'min', 'm', index),
      ...told,
    };
  });
}

/** A footprint larger than all ground that the setbacks leave cannot stand there; a smaller one must still be drawn. */
function fits(parts: readonly BuildingPart[], footprint: Entry | null): RuleCheck | null {
  if (footprint === null || parts.length === 0) return null;
  // The outer bound is never smaller than the true one: what it does not hold, nothing holds.
  const limit = {
    value: parts.reduce((total, part) => total + part.envelope.areaM2, 0),
    sourceId: null,
  };
  const judged = compare('buildableGround', footprint, limit, 'max', 'm2', null);
  if (judged.outcome === 'fail') return judged;
  const isCertain = parts.every((part) => part.footprint.buildableM2 !== null);
  return { ...judged, outcome: 'cannotSay', reason: isCertain ? 'notDrawn' : 'uncertain' };
}
