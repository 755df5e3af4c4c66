import type { Facts, ZoneFact } from './facts.ts';

/** Ground below this is the noise of cutting, m²; it goes to the largest piece, so that no ground is lost. */
const NOISE_M2 = 0.01;

/**
 * The zone polygons of a drawn area in the pieces that limiting overlays cut them into: a cap or a prohibition holds for the
 * ground below its overlay, not for all of the polygon that it touches. The areas of the pieces are those of the polygon.
 */
export function cutZones({ zones, zonePieces }: Facts): ZoneFact[] {
  return zones.flatMap((zone) => {
    const wholeM2 = zone.part_m2 ?? 0;
    const marked = zonePieces
      .filter((piece) => piece.version_id === zone.version_id && piece.feature_no === zone.feature_no)
      .sort((a, b) => b.part_m2 - a.part_m2)
      .map(({ marks, part_m2 }): ZoneFact => ({ ...zone, marks, part_m2 }));
    const restM2 = wholeM2 - marked.reduce((total, piece) => total + (piece.part_m2 ?? 0), 0);
    const [largest, ...others] = marked;
    if (largest === undefined || restM2 > NOISE_M2)
      return [...marked, { ...zone, marks: [], part_m2: restM2 }];
    return [{ ...largest, part_m2: (largest.part_m2 ?? 0) + restM2 }, ...others];
  });
}
