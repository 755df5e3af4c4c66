import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { LngLat } from '#domain/geo/lng-lat';
import { areaM2, lengthM } from '#domain/geo/measure';
import { createDatabaseOn } from '../support/create-database.ts';
import { fc } from '../support/properties.ts';

type Database = Awaited<ReturnType<typeof createDatabaseOn>>;
let database: Database;
beforeAll(async () => {
  database = await createDatabaseOn(inject('databaseServerUrl'));
});
afterAll(() => database?.drop());

/** Far stricter than the 0.1 % that a reader could notice. */
const TOLERANCE = 2e-5;
const wkt = (points: readonly LngLat[]): string => points.map(([lng, lat]) => `${lng} ${lat}`).join(',');

/** Convex outlines of every size from a hut to the city, anywhere in Indonesia. */
const outlines = fc.sample(
  fc
    .record({
      lng: fc.double({ min: 95, max: 141, noNaN: true }),
      lat: fc.double({ min: -11, max: 6, noNaN: true }),
      size: fc.constantFrom(0.0001, 0.001, 0.01, 0.1),
      bends: fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 3, maxLength: 9 }),
    })
    .map(({ lng, lat, size, bends }) =>
      bends.map((bend, index): LngLat => {
        const turn = (2 * Math.PI * index) / bends.length;
        return [lng + size * bend * Math.cos(turn), lat + size * bend * Math.sin(turn)];
      }),
    ),
  { numRuns: 120, seed: 20_261_129 },
);

test('lengths and areas of the page agree with those of PostGIS on the ellipsoid', async () => {
  const rings = outlines.map((outline) => [...outline, outline[0] as LngLat]);
  const measured = await database.sql<{ m: number; m2: number }[]>`
    select st_length(st_geomfromtext('LINESTRING(' || ring || ')', 4326)::geography) as m,
           st_area(st_geomfromtext('POLYGON((' || ring || '))', 4326)::geography) as m2
    from unnest(${rings.map(wkt)}::text[]) with ordinality as t(ring, no) order by no`;
  expect(measured).toHaveLength(outlines.length);
  measured.forEach(({ m, m2 }, index) => {
    const ring = rings[index] as LngLat[];
    expect(Math.abs(lengthM(ring) / m - 1), `length of ${wkt(ring)}`).toBeLessThan(TOLERANCE);
    expect(Math.abs(areaM2(ring) / m2 - 1), `area of ${wkt(ring)}`).toBeLessThan(TOLERANCE);
  });
});
