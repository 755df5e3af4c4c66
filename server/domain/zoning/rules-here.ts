import { type Facts, rulesBoundTo, type VersionFact } from './facts.ts';
import { openThemes } from './open-themes.ts';

/**
 * The rule versions that speak about this very place: those that a zone, RTRW or overlay polygon found here is bound to,
 * and those of overlay layers of which nobody knows whether they lie here. Rules of another plan in the same register must
 * not leak in.
 */
export const rulesHere = (facts: Facts): VersionFact[] => rulesBoundTo(facts, speakingHere(facts));

/** {@link rulesHere}, and the rules of what begins within the tolerance of borders or lies elsewhere on the parcel. */
export const rulesAround = (facts: Facts): VersionFact[] =>
  rulesBoundTo(facts, [
    ...speakingHere(facts),
    ...facts.nearZones,
    ...facts.nearOverlays,
    ...facts.parcelZones,
    ...facts.parcelOverlays,
  ]);

function speakingHere(facts: Facts): { readonly version_id: string }[] {
  const { zones, rtrw, overlays, versions } = facts;
  const open = new Set(zones.flatMap((zone) => [...openThemes(zone, facts)]));
  const silent = versions.filter(
    ({ kind, theme }) => kind === 'overlay' && theme !== null && open.has(theme),
  );
  return [...zones, ...rtrw, ...overlays, ...silent];
}
