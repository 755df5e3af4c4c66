import type { CityProfile } from '#domain/city/profile';
import type { BBox } from '#domain/geo/lng-lat';
import { type ImportProblem, importProblem } from '#domain/publication/import-problem';
import { geometryFamilyOf, type ImportKind } from '#domain/publication/layer-kind';
import type { Tally } from './staging/tally.ts';

const touches = (a: BBox, b: BBox): boolean => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

/** Refusals that concern the file as a whole: nothing in it, nothing of the kind, coordinates that are no degrees, swapped axes. */
export function checkPlace(tally: Tally, kind: ImportKind, city: CityProfile): ImportProblem | null {
  if (tally.featureCount === 0) return importProblem('noFeatures');
  if (tally.ofKind === 0) {
    return importProblem('geometryTypeMismatch', { wanted: geometryFamilyOf(kind), found: 'other' });
  }
  const [west, south, east, north] = tally.bounds;
  const box: BBox = [west, south, east, north];
  const swapped: BBox = [south, west, north, east];
  if (!touches(box, city.bbox) && touches(swapped, city.bbox))
    return importProblem('axesSwapped', { city: city.name });
  if (tally.outOfRange < tally.ofKind) return null;
  return importProblem('coordinatesOutOfRange', { west, south, east, north });
}
