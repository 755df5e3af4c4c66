import type { Building } from '#domain/building/building';

/**
 * What of an earlier computation holds whatever building one has in mind: the ground and its figures. While another one
 * is asked about, and when its answer does not come, the outcome of the earlier one must not stand beside the new entries.
 */
export function groundAlone(building: Building): Building {
  const parts = building.parts.map((part) =>
    part.envelope.heightFrom === 'floors'
      ? { ...part, envelope: { ...part.envelope, heightM: null, heightFrom: null } }
      : part,
  );
  return { ...building, parts, storeyHeightM: null, check: null, drawn: null };
}
