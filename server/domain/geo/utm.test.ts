import proj4 from 'proj4';
import { expect, test } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { utmToLngLat } from './utm.ts';

/** Metres on the ground, near enough for differences of centimetres. */
const apart = ([lng, lat]: readonly [number, number], other: readonly number[]): number =>
  Math.hypot((lng - other[0]!) * Math.cos((lat * Math.PI) / 180), lat - other[1]!) * 111_320;

test('every point of the zone agrees with PROJ within a millimetre', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 166_000, max: 834_000, noNaN: true }),
      fc.double({ min: 1_100_000, max: 10_000_000, noNaN: true }),
      fc.integer({ min: 1, max: 60 }),
      (easting, northing, zone) => {
        const expected = proj4(`+proj=utm +zone=${zone} +south +ellps=WGS84`, 'WGS84', [easting, northing]);
        const [lng, lat] = utmToLngLat(easting, northing, zone, 'S');
        const wrapped = ((lng - expected[0]! + 540) % 360) - 180;
        return apart([expected[0]! + wrapped, lat], expected) < 0.001;
      },
    ),
    { numRuns: 500 },
  );
});

// Computed with PostGIS 3.3 (PROJ 9.1): st_transform(st_setsrid(st_makepoint(e, n), srid), 4326).
test.each([
  [480_000, 9_860_000, 'S', [116.8202217125, -1.2666155706]],
  [469_841, 9_858_266, 'S', [116.7289022619, -1.282295364]],
  [502_526, 9_887_922, 'S', [117.0227040554, -1.0140036813]],
  [834_000, 9_999_999, 'S', [120.0001924377, -0.0000090348]],
  [500_000, 0, 'N', [117, 0]],
  [166_021.44, 5_000_000, 'N', [112.7570004653, 45.0745885722]],
] as const)(
  'E %d N %d %s agrees with PostGIS within a centimetre',
  (easting, northing, hemisphere, expected) => {
    expect(apart(utmToLngLat(easting, northing, 50, hemisphere), expected)).toBeLessThan(0.01);
  },
);
