import { booleanWithin, distance, lineString, multiPolygon, nearestPointOnLine, polygon } from '@turf/turf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Building, buildingSchema } from '#domain/building/building';
import { insertSmallCity } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { fc } from '../support/properties.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let app: ReturnType<typeof anApp>;

/**
 * Beside the small city's own rules (GSB 6 m from the axis of a local road, 15 m of an arterial): JBS 1 m and JBB 2 m for
 * R-3, KDH 20 %, 9 m high. Its streets are 8 m wide: Jalan Uji along lat −1.195, Jalan Raya Uji along lng 116.81.
 */
beforeAll(async () => {
  database = await createTemporaryDatabase();
  await insertSmallCity(database.sql);
  const v = '1000000000000001';
  await database.sql`
    insert into setback_rule (version_id, regulation_id, kind, zone_code, value_m, reference_line, source_id)
    values (${v}, 'rdtr', 'jbs', 'R-3', 1, 'batas persil', 's2'), (${v}, 'rdtr', 'jbb', 'R-3', 2, 'batas persil', 's2')`;
  await database.sql`
    insert into intensity_rule (version_id, regulation_id, zone_code, measure, operator, value, unit_as_printed, source_id)
    values (${v}, 'rdtr', 'R-3', 'kdh', 'min', 20, '%', 's1'), (${v}, 'rdtr', 'R-3', 'height_m', 'max', 9, 'm', 's1')`;
  await database.sql`
    insert into overlay_effect (version_id, regulation_id, theme, level_code, effect, body, source_id)
    values (${v}, 'rdtr', 'banjir', 'larangan', 'prohibition', 'Dilarang membangun', 's1')`;
  await insertStrip(2, 116.80895, 116.80925, 20);
  await insertStrip(3, 116.8093, 116.8096, -1);
  app = anApp(database.sql);
});
afterAll(() => database.drop());

/** Metres to degrees, near enough for places that are computed by hand. */
const M = 1 / 111_195;
const NORTH = 1 / 110_576;
const rectangle = (west: number, south: number, widthM: number, depthM: number): number[][][] => {
  const [e, n] = [west + widthM * M, south + depthM * NORTH];
  return [
    [
      [west, south],
      [e, south],
      [e, n],
      [west, n],
      [west, south],
    ],
  ];
};
/** 4 m north of the axis of Jalan Uji: at the edge of its reserve. */
const BESIDE = -1.195 + 4 * NORTH;
const onStreet = rectangle(116.805, BESIDE, 20, 30);

/** Ground on which building is forbidden, from so many metres behind the street's edge on. */
const insertStrip = (no: number, west: number, east: number, fromM: number) => {
  const [south, north] = [BESIDE + fromM * NORTH, BESIDE + 60 * NORTH];
  const wkt = `MULTIPOLYGON(((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south})))`;
  return database.sql`
    with inserted as (
      insert into overlay_area (version_id, feature_no, theme, level_code, name, is_demo, geom)
      values ('1000000000000005', ${no}, 'banjir', 'larangan', 'Jalur larangan', true, st_geomfromtext(${wkt}, 4326))
      returning overlay_id, version_id, geom)
    insert into overlay_piece (overlay_id, version_id, geom) select overlay_id, version_id, (st_dump(geom)).geom from inserted`;
};

async function ask(body: object): Promise<Response> {
  return app.request('/api/v1/building', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
async function build(coordinates: number[][][], more: object = {}): Promise<Building> {
  const response = await ask({ geometry: { type: 'Polygon', coordinates }, ...more });
  expect(response.status).toBe(200);
  return buildingSchema.parse(await response.json());
}
const checked = (building: Building, rule: string) => building.check?.rules.find((row) => row.rule === rule);

describe('POST /api/v1/building', () => {
  test('a parcel on a street: front, sides and rear, the most of each kind, and a volume between the setbacks', async () => {
    const building = await build(onStreet);
    expect(building.isDemo).toBe(true);
    expect(building.ground.edges.map(({ role }) => role).sort()).toEqual(['front', 'rear', 'side', 'side']);
    const front = building.ground.edges.find(({ role }) => role === 'front');
    expect(front?.roads).toMatchObject([{ name: 'Jalan Uji', roadClass: 'lokal', rowWidthM: 8 }]);
    expect(front?.roads[0]?.distanceM).toBeCloseTo(4, 1);
    const [part] = building.parts;
    // Width 20 − 1 − 1; depth 30 − (6 − 4) − 2.
    expect(part?.envelope).toMatchObject({ status: 'computed', heightM: 9, heightFrom: 'height_m' });
    expect(part?.envelope.areaM2).toBeCloseTo(18 * 26, -1);
    expect(part?.footprint).toMatchObject({ limitedBy: 'kdb' });
    expect(part?.footprint.maxM2).toBeCloseTo(360, -1);
    expect(part?.setbacks.map(({ setback, clearM, from }) => [setback.kind, clearM, from])).toEqual([
      ['gsb', 6, 'axis'],
      ['jbs', 1, 'border'],
      ['jbb', 2, 'border'],
    ]);
    expect(part?.figures.find(({ measure }) => measure === 'klb')?.computedM2).toBeCloseTo(600 * 1.8, -1);
    expect(building.sources.length).toBeGreaterThan(0);
    expect(building.check).toBeNull();
  });

  test('a corner answers to both roads, each with its own class', async () => {
    const corner = await build(rectangle(116.81 - 24 * M, BESIDE, 20, 30));
    const gsb = corner.parts[0]?.setbacks.filter(({ setback }) => setback.kind === 'gsb') ?? [];
    expect(gsb.map(({ setback, clearM }) => [setback.roadName, clearM]).sort()).toEqual([
      ['Jalan Raya Uji', 15],
      ['Jalan Uji', 6],
    ]);
    // 20 − (15 − 4) to the east, 1 m in the west and 30 − 2 − 1 deep: behind one front is beside the other, so that only the
    // lesser of JBS and JBB is certain.
    expect(corner.parts[0]?.envelope).toMatchObject({ status: 'outerBound', doubts: ['roleUnknown'] });
    expect(corner.parts[0]?.envelope.areaM2).toBeCloseTo((20 - 11 - 1) * 27, -1);
  });

  test('ground that no known road touches says so: only an outer bound, and no most of a footprint', async () => {
    const inland = await build(rectangle(116.805, -1.193, 20, 30));
    expect(inland.ground.edges.every(({ role }) => role === 'unknown')).toBe(true);
    const [part] = inland.parts;
    expect(part?.envelope.status).toBe('outerBound');
    expect(part?.envelope.doubts).toEqual(expect.arrayContaining(['noRoad', 'roleUnknown']));
    expect(part?.setbacks.every(({ clearM, doubt }) => clearM === null && doubt !== null)).toBe(true);
    expect(part?.footprint).toMatchObject({ maxM2: null, buildableM2: null });
  });

  test('two zones are two parts with their own numbers, never averaged', async () => {
    const both = await build(rectangle(116.81 - 10 * M, -1.1985, 20, 20));
    expect(both.parts.map(({ zone }) => zone.code).sort()).toEqual(['K-1', 'R-3']);
    const kdb = both.parts.map((part) => {
      const figure = part.figures.find(({ measure }) => measure === 'kdb');
      return [part.zone.code, Math.round(((figure?.computedM2 ?? 0) / part.areaM2) * 100)];
    });
    expect(Object.fromEntries(kdb)).toEqual({ 'K-1': 80, 'R-3': 60 });
  });

  test('a registered parcel by its number, a building in mind judged rule by rule', async () => {
    const response = await ask({
      parcel: { nib: '9999000000001' },
      proposal: { footprintM2: 500, floors: 4, heightM: 8, greenM2: 30 },
    });
    const building = buildingSchema.parse(await response.json());
    expect(building.ground.nib).toBe('9999000000001');
    expect(building.check?.outcome).toBe('fail');
    expect(checked(building, 'kdb')).toMatchObject({ outcome: 'fail', basis: 'entered' });
    expect(checked(building, 'kdb')?.margin).toBeLessThan(0);
    expect(checked(building, 'floors')).toMatchObject({ outcome: 'fail', limit: 3, value: 4, margin: -1 });
    expect(checked(building, 'height_m')).toMatchObject({ outcome: 'pass', limit: 9, margin: 1 });
    const sources = new Set(building.sources.map(({ sourceId }) => sourceId));
    for (const row of building.check?.rules ?? [])
      if (row.limit !== null && row.sourceId !== null) expect(sources).toContain(row.sourceId);
  });

  test('a drawn building is measured to every line', async () => {
    const house = rectangle(116.805 + 5 * M, BESIDE + 1 * NORTH, 10, 10);
    const building = await build(onStreet, {
      building: { type: 'Polygon', coordinates: house },
      proposal: { floors: 2 },
    });
    expect(checked(building, 'insideGround')).toMatchObject({ outcome: 'pass' });
    // One metre into the ground is five from the axis, of six.
    const gsb = checked(building, 'gsb');
    expect(gsb).toMatchObject({ outcome: 'fail', limit: 6, basis: 'drawn', roadName: 'Jalan Uji' });
    expect(gsb?.margin).toBeCloseTo(-1, 1);
    expect(checked(building, 'jbs')).toMatchObject({ outcome: 'pass' });
    expect(checked(building, 'kdb')).toMatchObject({ outcome: 'pass', basis: 'drawn' });
    const beside = await build(onStreet, {
      building: { type: 'Polygon', coordinates: rectangle(116.805 + 15 * M, BESIDE + 5 * NORTH, 10, 10) },
    });
    expect(checked(beside, 'insideGround')).toMatchObject({ outcome: 'fail' });
  });

  describe('an overlay that forbids building', () => {
    const touched = rectangle(116.809, BESIDE, 20, 30);
    const houseAt = (northM: number) => ({
      building: {
        type: 'Polygon',
        coordinates: rectangle(116.809 + 5 * M, BESIDE + northM * NORTH, 10, 8),
      },
      proposal: { floors: 1 },
    });

    test('takes the ground below it and no more', async () => {
      const building = await build(touched, houseAt(5));
      const [part, strip] = building.parts;
      // Width 20 − 1 − 1; depth 20 − (6 − 4); the rear setback lies within the strip.
      expect(part?.envelope).toMatchObject({ status: 'computed' });
      expect(part?.envelope.areaM2).toBeCloseTo(18 * 18, -1);
      expect(part?.footprint.maxM2).toBeCloseTo(240, -1);
      expect(strip).toMatchObject({
        envelope: { status: 'prohibited', outline: [] },
        overlays: [{ code: 'banjir', levelCode: 'larangan' }],
      });
      expect(strip?.areaM2).toBeCloseTo(200, -1);
      expect(checked(building, 'prohibition')).toMatchObject({ outcome: 'pass' });
      expect(checked(building, 'kdb')).toMatchObject({ outcome: 'pass' });
      const within = await build(touched, houseAt(15));
      expect(checked(within, 'prohibition')).toMatchObject({ outcome: 'fail', reason: 'prohibited' });
    });

    test('is a prohibition of the whole where it covers the whole', async () => {
      const [part] = (await build(rectangle(116.8094, BESIDE, 20, 30))).parts;
      expect(part?.envelope).toMatchObject({ status: 'prohibited', outline: [] });
    });
  });

  test('a file gives the ground too', async () => {
    const file = JSON.stringify({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: onStreet },
    });
    const response = await app.request('/api/v1/building/file?name=bidang.geojson', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    });
    // A machine that cannot confine the reader of foreign files refuses, and says so.
    if (response.status === 503) {
      expect(await response.json()).toMatchObject({ code: 'fileReadingUnavailable' });
      return;
    }
    expect(response.status).toBe(200);
    expect(buildingSchema.parse(await response.json()).parts[0]?.envelope.status).toBe('computed');
  });

  test.each([
    [{ geometry: { type: 'Point', coordinates: [116.8, -1.19] } }, 400],
    [{ parcel: { nib: '0' } }, 404],
    [{ parcel: { nib: '9999000000001' }, proposal: { footprintM2: -1 } }, 400],
    [{ parcel: { nib: '9999000000001' }, proposal: { floors: 1.5 } }, 400],
    [{ parcel: { nib: '9999000000001' }, proposal: { storeys: 2 } }, 400],
    [{ parcel: { nib: '9999000000001' }, on: '2026-13-01' }, 400],
    [{}, 400],
  ])('refuses %j by name', async (body, status) => {
    const response = await ask(body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  const far = (degrees: number) => rectangle(116.805 + degrees, BESIDE, 10, 10);
  const strip = rectangle(116.805, BESIDE, 20, 30)[0] ?? [];
  const jagged = [
    ...Array.from({ length: 410 }, (_, index) => [116.805 + index * M, BESIDE + (index % 2) * M]),
    [116.805 + 200 * M, -1.193],
    [116.805, BESIDE],
  ];
  const comb = [
    ...Array.from({ length: 300 }, (_, index) => [
      116.805 + Math.floor(index / 2) * 2 * M,
      BESIDE + (index % 4 === 1 || index % 4 === 2 ? 200 * NORTH : 0),
    ]),
    [116.805 + 300 * M, BESIDE - 10 * NORTH],
    [116.805, BESIDE - 10 * NORTH],
    [116.805, BESIDE],
  ];
  test.each([
    ['a strip of 4 km', { geometry: rectangle(116.805, BESIDE, 4000, 1) }, 'groundTooWide'],
    ['more corners than a plot has', { geometry: [jagged] }, 'tooManyVertices'],
    ['a border of 15 km in a small box', { geometry: [comb] }, 'borderTooLong'],
    [
      'a building a quarter of the world away',
      { geometry: onStreet, building: far(-90) },
      'buildingElsewhere',
    ],
    ['a building 400 m away', { geometry: onStreet, building: far(0.0036) }, 'buildingElsewhere'],
    ['a building with a mile of corners', { geometry: [strip], building: [jagged] }, 'tooManyVertices'],
  ])('%s is a named refusal, and costs the database nothing', async (_, shapes, code) => {
    const polygons = Object.fromEntries(
      Object.entries(shapes).map(([name, coordinates]) => [name, { type: 'Polygon', coordinates }]),
    );
    const response = await ask(polygons);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code });
  });

  test('ground beside the city is answered as a lookup answers it: nothing is known there, nothing allowed', async () => {
    const building = await build(rectangle(10, 50, 20, 30), { proposal: { footprintM2: 10, floors: 1 } });
    expect(building.coverage).toBe('outsideCity');
    expect(building.parts).toEqual([]);
    expect(building.check?.outcome).toBe('cannotSay');
  });

  test('a statement of the database that takes too long is ended, and the reader may come again', async () => {
    // Somebody holds the zones: the cutting waits, as long as it may.
    const locker = await database.sql.reserve();
    await locker`begin`;
    await locker`lock table zone in access exclusive mode`;
    try {
      const response = await ask({ geometry: { type: 'Polygon', coordinates: onStreet } });
      expect(await response.json()).toMatchObject({ code: 'tookTooLong' });
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).not.toBeNull();
    } finally {
      await locker`rollback`;
      locker.release();
    }
  }, 10_000);
  test('overlapping plans do not hide that a drawn building stands on ground without one', async () => {
    // Two zones claim the ground north of −1.2, none the 2 m south of it.
    const building = await build(rectangle(116.817, -1.2 - 10 * NORTH, 20, 20), {
      building: {
        type: 'Polygon',
        coordinates: rectangle(116.817 + 5 * M, -1.2 - 2 * NORTH, 10, 6),
      },
    });
    expect(building.parts).toHaveLength(2);
    expect(checked(building, 'withoutPlan')).toMatchObject({ outcome: 'cannotSay' });
    expect(building.check?.rules.map(({ reason }) => reason)).toContain('plansOverlap');
  });

  test('a day before the first publication knows no zone and allows nothing', async () => {
    const building = await build(onStreet, { on: '2025-12-31', proposal: { footprintM2: 10, floors: 1 } });
    expect(building.parts).toEqual([]);
    expect(building.check?.outcome).toBe('cannotSay');
  });
});

test('whatever is drawn: the volume lies in the ground, keeps its distance from the axis, and knows its doubts', async () => {
  const axis = lineString([
    [116.8, -1.195],
    [116.81, -1.195],
  ]);
  const shape = fc.record({
    west: fc.double({ min: 116.8035, max: 116.808, noNaN: true }),
    gapM: fc.double({ min: 0, max: 12, noNaN: true }),
    widthM: fc.double({ min: 6, max: 60, noNaN: true }),
    depthM: fc.double({ min: 6, max: 60, noNaN: true }),
    skewM: fc.double({ min: -5, max: 5, noNaN: true }),
  });
  let seen = { computed: 0, outerBound: 0 };
  await fc.assert(
    fc.asyncProperty(shape, async ({ west, gapM, widthM, depthM, skewM }) => {
      const [ring] = rectangle(west, -1.195 + gapM * NORTH, widthM, depthM);
      const skewed = (ring ?? []).map(([lng = 0, lat = 0], index) => [
        lng + (index === 2 ? skewM * M : 0),
        lat,
      ]);
      const building = await build([skewed]);
      const part = building.parts[0];
      if (part === undefined || part.envelope.outline.length === 0) return;
      const { envelope } = part;
      // Grown by a centimetre, because two corners may be the same one.
      const around = polygon([skewed]);
      for (const corner of envelope.outline.flat(2)) {
        const grown = booleanWithin(multiPolygon([[[corner, corner, corner, corner]]]), around);
        const isNear =
          distance(nearestPointOnLine(lineString(skewed), corner), corner, { units: 'meters' }) < 0.01;
        expect(grown || isNear).toBe(true);
      }
      if (envelope.status === 'computed') {
        seen = { ...seen, computed: seen.computed + 1 };
        for (const corner of envelope.outline.flat(2)) {
          const metres = distance(nearestPointOnLine(axis, corner), corner, { units: 'meters' });
          // The sphere of the oracle is up to 0.7 % off the ellipsoid.
          expect(metres).toBeGreaterThan(6 * 0.99 - 0.01);
        }
        expect(part.footprint.maxM2).toBeLessThanOrEqual(part.areaM2 * 0.6 + 0.001);
        expect(part.footprint.maxM2).toBeLessThanOrEqual(envelope.areaM2 + 0.001);
      } else {
        seen = { ...seen, outerBound: seen.outerBound + 1 };
        expect(envelope.doubts.length).toBeGreaterThan(0);
        expect(part.footprint.maxM2).toBeNull();
      }
    }),
    { numRuns: 25 },
  );
  expect(seen.computed).toBeGreaterThan(0);
  expect(seen.outerBound).toBeGreaterThan(0);
});
