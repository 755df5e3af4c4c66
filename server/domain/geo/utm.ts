import type { LngLat } from './lng-lat.ts';

export type Hemisphere = 'N' | 'S';

/** Scale on the central meridian, false easting and false northing (south) of UTM, metres. */
const K0 = 0.9996;
const FALSE_EASTING = 500_000;
const FALSE_NORTHING_SOUTH = 10_000_000;

/** WGS 84 (and, to the millimetre, GRS 80 of SRGI2013): semi-major axis in metres, third flattening. */
const A = 6_378_137;
const F = 1 / 298.257223563;
const N = F / (2 - F);
const RECTIFYING_RADIUS = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);

/** Coefficients of the inverse series (beta) and of conformal to geodetic latitude (delta), to the fourth order. */
const BETA = [
  N / 2 - (2 / 3) * N ** 2 + (37 / 96) * N ** 3 - (1 / 360) * N ** 4,
  (1 / 48) * N ** 2 + (1 / 15) * N ** 3 - (437 / 1440) * N ** 4,
  (17 / 480) * N ** 3 - (37 / 840) * N ** 4,
  (4397 / 161_280) * N ** 4,
] as const;
const DELTA = [
  2 * N - (2 / 3) * N ** 2 - 2 * N ** 3 + (116 / 45) * N ** 4,
  (7 / 3) * N ** 2 - (8 / 5) * N ** 3 - (227 / 45) * N ** 4,
  (56 / 15) * N ** 3 - (136 / 35) * N ** 4,
  (4279 / 630) * N ** 4,
] as const;

/** Metres that a UTM zone has room for: east (exclusive 1,000,000) and north (inclusive 10,000,000). */
export const isInUtmRange = (easting: number, northing: number): boolean =>
  easting >= 100_000 && easting < 1_000_000 && northing >= 0 && northing <= 10_000_000;

/**
 * UTM to WGS 84 by Krüger's series; agrees with PROJ within a tenth of a millimetre inside a zone.
 *
 * @param easting metres, with the false easting of 500,000
 * @param northing metres, with the false northing of 10,000,000 in the south
 * @param zone 1–60
 * @returns `[longitude, latitude]` in decimal degrees
 * @source L. Krüger, Konforme Abbildung des Erdellipsoids in der Ebene (1912); coefficients as in
 *   C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers, J. Geodesy 85 (2011), eq. 36.
 */
export function utmToLngLat(easting: number, northing: number, zone: number, hemisphere: Hemisphere): LngLat {
  const y = northing - (hemisphere === 'S' ? FALSE_NORTHING_SOUTH : 0);
  const xi = y / (K0 * RECTIFYING_RADIUS);
  const eta = (easting - FALSE_EASTING) / (K0 * RECTIFYING_RADIUS);
  let xiSphere = xi;
  let etaSphere = eta;
  BETA.forEach((coefficient, index) => {
    const multiple = 2 * (index + 1);
    xiSphere -= coefficient * Math.sin(multiple * xi) * Math.cosh(multiple * eta);
    etaSphere -= coefficient * Math.cos(multiple * xi) * Math.sinh(multiple * eta);
  });
  const conformal = Math.asin(Math.sin(xiSphere) / Math.cosh(etaSphere));
  const latitude = DELTA.reduce(
    (sum, d, index) => sum + d * Math.sin(2 * (index + 1) * conformal),
    conformal,
  );
  const meridian = zone * 6 - 183;
  const longitude = meridian + degrees(Math.atan2(Math.sinh(etaSphere), Math.cos(xiSphere)));
  return [longitude, degrees(latitude)];
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;
