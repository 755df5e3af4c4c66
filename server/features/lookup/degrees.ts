import type { CityProfile } from '#domain/city/profile';
import { type Problem, problem } from '#domain/problem';

/**
 * What is wrong with two numbers that were sent as degrees, if anything. Numbers in the range of UTM metres are named
 * as such with the way to write them. A latitude beyond 90 that would do as a longitude passes: the answer then says
 * "outside the city" and offers the swap.
 */
export function degreesProblem(lng: number, lat: number, city: CityProfile): Problem | null {
  if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return null;
  if (Math.abs(lng) <= 90 && Math.abs(lat) <= 180) return null;
  const isUtm = lng >= 100_000 && lng <= 900_000 && lat >= 0 && lat <= 10_000_000;
  if (!isUtm) return problem('coordinateOutOfRange', { value: Math.abs(lng) > 180 ? lng : lat });
  const zone = `${city.crs.utmZone}${city.crs.utmHemisphere}`;
  return problem('utmMetresAsDegrees', {
    x: lng,
    y: lat,
    zone,
    hint: `${zone} ${Math.round(lng)} ${Math.round(lat)}`,
  });
}
