import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, answerSchema } from '#domain/zoning/answer';
import { THEMES } from '#domain/zoning/theme';
import { openDatabase } from '../../server/platform/db.ts';
import { insertSmallCity, publishVersion, SMALL_CITY } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let app: ReturnType<typeof anApp>;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  await insertSmallCity(database.sql);
  app = anApp(database.sql);
});
afterAll(() => database.drop());

async function at([lon, lat]: readonly [number, number], more = ''): Promise<Answer> {
  const response = await app.request(`/api/v1/lookup?lon=${lon}&lat=${lat}${more}`);
  expect(response.status).toBe(200);
  return answerSchema.parse(await response.json());
}
async function inside(coordinates: number[][][], more = {}): Promise<Response> {
  return app.request('/api/v1/lookup', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ geometry: { type: 'Polygon', coordinates }, ...more }),
  });
}
const square = (w: number, s: number, e: number, n: number) => [
  [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ],
];
const figureOf = (answer: Answer, measure: string) =>
  answer.parts[0]!.figures.find((row) => row.measure === measure)!;

describe('GET /api/v1/lookup', () => {
  test('answers with the zone, its numbers and their article', async () => {
    const answer = await at(SMALL_CITY.inZone1);
    expect(answer).toMatchObject({ coverage: 'inside', plan: 'found', isDemo: true });
    expect(answer.parts.map((part) => part.zone.code)).toEqual(['R-3']);
    const kdb = figureOf(answer, 'kdb');
    expect(kdb.governing).toMatchObject({ value: 60, from: 'base' });
    expect(answer.sources.find((source) => source.sourceId === kdb.governing?.sourceId)?.article).toBe(
      'Pasal 1',
    );
    expect(answer.admin.map((area) => area.name)).toEqual(['BARAT']);
  });

  test('is written as JSON.stringify writes it, and asking elsewhere in between changes nothing', async () => {
    const textAt = async ([lon, lat]: readonly [number, number]) =>
      (await app.request(`/api/v1/lookup?lon=${lon}&lat=${lat}`)).text();
    const { inZone1, inFlood, onBorder, inOverlap } = SMALL_CITY;
    const first = await Promise.all([inZone1, inFlood, onBorder, inOverlap].map(textAt));
    for (const text of first) expect(text).toBe(JSON.stringify(JSON.parse(text)));
    expect(new Set(first).size).toBe(4);
    expect(await Promise.all([inZone1, inFlood, onBorder, inOverlap].map(textAt))).toEqual(first);
    const fresh = anApp(database.sql);
    const [lon, lat] = inFlood;
    expect(await (await fresh.request(`/api/v1/lookup?lon=${lon}&lat=${lat}`)).text()).toBe(first[1]);
  });

  test('a flood overlay caps the floors, and base, cap and governing value are all shown', async () => {
    const floors = figureOf(await at(SMALL_CITY.inFlood), 'floors');
    expect(floors.base?.value).toBe(3);
    expect(floors.caps).toHaveLength(1);
    expect(floors.governing).toMatchObject({ value: 2, from: 'cap' });
  });

  test('flood is concerned in it, not concerned beside it, no data where the layer does not speak', async () => {
    const stateAt = async (place: readonly [number, number]) => {
      const { themes } = await at(place);
      return (['concerned', 'notConcerned', 'noData'] as const).find((state) =>
        themes[state].some((row) => row.code === 'banjir'),
      );
    };
    expect(await stateAt(SMALL_CITY.inFlood)).toBe('concerned');
    expect(await stateAt(SMALL_CITY.inZone1)).toBe('notConcerned');
    expect(await stateAt(SMALL_CITY.inOverlap)).toBe('noData');
  });

  test('a point on a shared border belongs to both zones', async () => {
    const answer = await at(SMALL_CITY.onBorder);
    expect(answer.parts.map((part) => part.zone.code).sort()).toEqual(['K-1', 'R-3']);
    expect(answer.plan).toBe('found');
  });

  test('a point three metres from a border names the neighbour zone with its distance', async () => {
    const answer = await at([116.810027, -1.198]);
    expect(answer.parts.map((part) => part.zone.code)).toEqual(['K-1']);
    expect(answer.nearBorder.map((near) => near.zone.code)).toEqual(['R-3']);
    expect(answer.nearBorder[0]?.distanceM).toBeCloseTo(3, 0);
  });

  test('an overlay that begins within the tolerance is told with its distance and what it changes; one on the point is not', async () => {
    const answer = await at([116.80302, -1.193]);
    expect(answer.themes.concerned.map(({ code }) => code)).not.toContain('banjir');
    expect(answer.nearOverlays).toMatchObject([
      { code: 'banjir', levelCode: 'tinggi', effects: [{ effect: 'cap', measure: 'floors', value: 2 }] },
    ]);
    expect(answer.nearOverlays[0]?.distanceM).toBeCloseTo(2.2, 1);
    expect((await at([116.80298, -1.193])).nearOverlays).toEqual([]);
    expect((await at([116.80306, -1.193])).nearOverlays).toEqual([]);
    expect((await at([116.803, -1.193])).themes.concerned.map(({ code }) => code)).toContain('banjir');
  });

  test('overlapping polygons are both shown', async () => {
    const answer = await at(SMALL_CITY.inOverlap);
    expect(answer.plan).toBe('overlapping');
    expect(answer.parts).toHaveLength(2);
  });

  test('ground of a set-aside polygon, ground without a plan and ground outside the city are told apart', async () => {
    expect((await at(SMALL_CITY.inInvalid)).plan).toBe('invalidGeometry');
    expect((await at(SMALL_CITY.noPlan)).plan).toBe('none');
    expect((await at(SMALL_CITY.outside)).plan).toBe('outsideCity');
  });

  test('ground of a kelurahan or a parcel that was set aside is no data, at a point and in a polygon', async () => {
    const [kelurahan, parcels] = ['1000000000000002', '1000000000000007'];
    const box = (w: number, s: number, e: number, n: number) =>
      `MULTIPOLYGON(((${w} ${s},${e} ${s},${e} ${n},${w} ${n},${w} ${s})))`;
    await database.sql`
      insert into set_aside (version_id, feature_no, reason, footprint)
      values (${kelurahan}, 8, 'selfIntersection', st_geomfromtext(${box(116.79, -1.2, 116.8, -1.19)}, 4326)),
             (${parcels}, 8, 'missingNib', st_geomfromtext(${box(116.8082, -1.1921, 116.8083, -1.192)}, 4326))`;
    const drawn = async (coordinates: number[][][]) =>
      answerSchema.parse(await (await inside(coordinates)).json());
    for (const answer of [
      await at([116.795, -1.195]),
      await drawn(square(116.795, -1.195, 116.7951, -1.1949)),
    ])
      expect(answer).toMatchObject({ coverage: 'unknown', plan: 'none' });
    const reasonOf = ({ themes }: Answer) =>
      themes.noData.find(({ code }) => code === 'bidang-tanah')?.reason;
    expect(reasonOf(await at([116.80825, -1.19205]))).toBe('invalidGeometry');
    expect(reasonOf(await drawn(square(116.8082, -1.1921, 116.8083, -1.192)))).toBe('invalidGeometry');
  });

  test('an overlay that could not go in is no data beside the point and on the rest of its parcel too', async () => {
    const flood = '1000000000000005';
    const reasonAt = async (place: readonly [number, number]) => {
      const { themes, parts } = await at(place);
      const floors = parts[0]?.figures.find(({ measure }) => measure === 'floors')?.status;
      return [themes.noData.find(({ code }) => code === 'banjir')?.reason ?? null, floors];
    };
    const aside = (no: number, [w, s, e, n]: number[]) => database.sql`
      insert into set_aside (version_id, feature_no, reason, footprint)
      values (${flood}, ${no}, 'selfIntersection', st_multi(st_makeenvelope(${w ?? 0}, ${s ?? 0}, ${e ?? 0}, ${n ?? 0}, 4326)))`;
    await database.sql`
      insert into parcel (version_id, feature_no, nib, area_m2, is_demo, geom)
      select '1000000000000007', 21, '9999000000021', st_area(g::geography), true, st_multi(g)
      from st_makeenvelope(116.807, -1.1922, 116.8071, -1.1921, 4326) g`;
    const corner = [116.807005, -1.192195] as const;
    const beside = [116.8061, -1.1935] as const;
    // The parcel beside it only touches the ground.
    await aside(21, [116.8071, -1.1922, 116.8072, -1.1921]);
    expect(await reasonAt(corner)).toEqual([null, 'set']);
    await aside(22, [116.80703, -1.1922, 116.8071, -1.1921]);
    await aside(23, [116.80611, -1.1936, 116.8062, -1.1934]);
    const unknown = ['invalidGeometry', 'overlayUnknown'];
    expect(await reasonAt(corner)).toEqual(unknown);
    expect(await reasonAt(beside)).toEqual(unknown);
    expect(await reasonAt([116.80605, -1.1935])).toEqual([null, 'set']);
  });

  test('swapped axes get an offer, not an answer', async () => {
    const answer = await at([-1.193, 116.804]);
    expect(answer).toMatchObject({ coverage: 'outsideCity', swapOffer: [116.804, -1.193], parts: [] });
  });

  test('a parcel is named with its geodesic area', async () => {
    const answer = await at(SMALL_CITY.inParcel);
    expect(answer.parcels.map((parcel) => parcel.nib)).toEqual(['9999000000001']);
    expect(answer.parcels[0]?.areaM2).toBeCloseTo(123, 0);
  });

  test('of a parcel across a zone border and an overlay edge the shares of the rest are told; of one within both, nothing', async () => {
    const across = (no: number, w: number, e: number) => database.sql`
      insert into parcel (version_id, feature_no, nib, area_m2, is_demo, geom)
      select '1000000000000007', ${no}, ${`999900000001${no}`}, st_area(g::geography), true, st_multi(g)
      from st_makeenvelope(${w}, -1.1972, ${e}, -1.1971, 4326) g`;
    await across(2, 116.8029, 116.8033);
    await across(3, 116.8097, 116.8101);
    await across(4, 116.806, 116.8061);
    const beside = await at([116.8032, -1.19715]);
    expect(beside.parcels.map(({ nib }) => nib)).toEqual(['9999000000012']);
    expect(beside.nearOverlays).toMatchObject([
      { code: 'banjir', levelCode: 'tinggi', distanceM: null, isSliver: false },
    ]);
    expect(beside.nearOverlays[0]?.parcelPct).toBeCloseTo(25, 1);
    expect(beside.parcelZones).toEqual([]);
    const within = await at([116.80295, -1.19715]);
    expect(within.nearOverlays).toMatchObject([{ code: 'banjir', distanceM: 0 }]);
    expect(within.nearOverlays[0]?.parcelPct).toBeCloseTo(25, 1);
    const onBorder = await at([116.8098, -1.19715]);
    expect(onBorder.parcelZones.map(({ zone, sharePct }) => [zone.code, sharePct.toFixed(1)])).toEqual([
      ['K-1', '25.0'],
    ]);
    // The flood map ends on this parcel: what it would say about the rest, nobody knows.
    expect(onBorder.parcelGaps?.map(({ layerId, sharePct }) => [layerId, sharePct.toFixed(1)])).toEqual([
      ['banjir-uji', '25.0'],
    ]);
    expect(beside.parcelGaps).toBeUndefined();
    const whole = await at([116.80605, -1.19715]);
    expect(whole.parcels).toHaveLength(1);
    expect([...whole.nearOverlays, ...whole.parcelZones]).toEqual([]);
  });

  test('a road behind the parcel of a neighbour gives no GSB; it is still named among the roads nearby', async () => {
    // 15 m deep each, one behind the other, on the street along lat −1.195; the front one in the south.
    const parcel = (no: number, south: number, north: number) => database.sql`
      insert into parcel (version_id, feature_no, nib, area_m2, is_demo, geom)
      select '1000000000000007', ${no}, ${`999900000002${no}`}, st_area(g::geography), true, st_multi(g)
      from st_makeenvelope(116.8071, ${south}, 116.8072, ${north}, 4326) g`;
    await parcel(5, -1.19496, -1.19483);
    await parcel(6, -1.19483, -1.1947);
    const gsb = (answer: Answer) =>
      answer.parts[0]?.setbacks
        .filter(({ kind }) => kind === 'gsb')
        .map(({ roadName, status }) => [roadName, status]);
    expect(gsb(await at([116.80715, -1.1949]))).toEqual([['Jalan Uji', 'set']]);
    const rear = await at([116.80715, -1.19476]);
    expect(rear.roads.map(({ name }) => name)).toEqual(['Jalan Uji']);
    expect(gsb(rear)?.every(([name, status]) => name === null && status === 'needsRoad')).toBe(true);
    const drawn = answerSchema.parse(
      await (await inside(square(116.8071, -1.19483, 116.8072, -1.1947))).json(),
    );
    expect(gsb(drawn)?.every(([name, status]) => name === null && status === 'needsRoad')).toBe(true);
  });

  test('a date before the first publication has no plan and says which versions it used: none', async () => {
    const answer = await at(SMALL_CITY.inZone1, '&on=2025-12-31');
    expect(answer.versions).toEqual([]);
    expect(answer.parts).toEqual([]);
    expect(answer.themes.concerned).toEqual([]);
  });

  test('an activity with two codes gives both conditions', async () => {
    const answer = await at(SMALL_CITY.inZone1, '&activity=montir');
    expect(answer.parts[0]?.verdict).toMatchObject({
      activityId: 'bengkel',
      governing: 'B',
      codes: ['T1', 'B2'],
    });
    expect(answer.parts[0]?.verdict?.conditions).toHaveLength(2);
  });

  test('an empty cell and an unknown activity are never a yes', async () => {
    expect((await at(SMALL_CITY.inZone1, '&activity=gudang')).parts[0]?.verdict?.governing).toBe('unknown');
    expect((await at(SMALL_CITY.inZone1, '&activity=kapal%20selam')).parts[0]?.verdict).toMatchObject({
      governing: 'unknown',
      reason: 'notInMatrix',
    });
  });

  test('rules of another plan in the same register do not leak in', async () => {
    const { sql } = database;
    const other = '2000000000000001';
    await sql`insert into layer (layer_id, kind, title) values ('rules-lain', 'rules', 'Aturan kota lain')`;
    await sql`
      insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report)
      values (${other}, 'rules-lain', 'lain', 'lain.csv', ${other.repeat(4)}, 'csv', 1, '{}')`;
    await sql`insert into regulation (version_id, regulation_id, kind, title) values (${other}, 'lain', 'perda', 'Perda kota lain')`;
    await sql`insert into legal_source (version_id, source_id, regulation_id, article) values (${other}, 'x', 'lain', 'Pasal 99')`;
    await sql`
      insert into setback_rule (version_id, regulation_id, kind, value_m, reference_line, source_id) values (${other}, 'lain', 'jbs', 1, 'batas persil', 'x')`;
    await publishVersion(sql, 'rules-lain', other, '2026-01-01');
    const answer = await at(SMALL_CITY.inZone1);
    expect(answer.parts[0]?.setbacks.find((row) => row.kind === 'jbs')?.status).toBe('notSet');
    expect(answer.sources.map((source) => source.article)).not.toContain('Pasal 99');
  });

  test('the same question is a 304 until a version is published', async () => {
    const url = `/api/v1/lookup?lon=${SMALL_CITY.inZone1[0]}&lat=${SMALL_CITY.inZone1[1]}`;
    const first = await app.request(url);
    const etag = first.headers.get('etag')!;
    expect((await app.request(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await app.request(`${url}&on=2025-01-01`, { headers: { 'if-none-match': etag } })).status).toBe(
      200,
    );
  });

  test('publishing the same version again under another decree is another state', async () => {
    const url = `/api/v1/lookup?lon=${SMALL_CITY.inZone1[0]}&lat=${SMALL_CITY.inZone1[1]}&on=2026-03-03`;
    const etag = (await app.request(url)).headers.get('etag')!;
    await publishVersion(database.sql, 'rdtr-uji', '1000000000000003', '2026-03-01');
    expect((await app.request(url, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  test('metres sent as degrees get the way to write them', async () => {
    const response = await app.request('/api/v1/lookup?lon=480000&lat=9860000');
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: 'utmMetresAsDegrees',
      params: { hint: '50S 480000 9860000' },
    });
  });
});

describe('POST /api/v1/lookup', () => {
  test('shares of a polygon over two zones add up, and rules are given per part', async () => {
    const answer = answerSchema.parse(await (await inside(square(116.809, -1.196, 116.811, -1.194))).json());
    expect(answer.parts).toHaveLength(2);
    const shares = answer.parts.reduce((total, part) => total + part.sharePct!, 0);
    expect(shares).toBeCloseTo(100, 3);
    const areas = answer.parts.reduce((total, part) => total + part.areaM2!, 0);
    expect(areas).toBeCloseTo(answer.place.areaM2!, 1);
    const west = answer.parts.find((part) => part.zone.code === 'R-3')!;
    const kdb = west.figures.find((row) => row.measure === 'kdb')!;
    expect(kdb.computedM2).toBeCloseTo(west.areaM2! * 0.6, 6);
  });

  test('parts, remainder and overlap add up where ground is unzoned, invalid and claimed twice', async () => {
    const answer = answerSchema.parse(
      await (await inside(square(116.8095, -1.1995, 116.8195, -1.1895))).json(),
    );
    const parts = answer.parts.reduce((total, part) => total + part.areaM2!, 0);
    const { areaM2, overlapM2, invalidGeometryM2 } = answer.remainder!;
    expect(parts + areaM2 - overlapM2).toBeCloseTo(answer.place.areaM2!, 1);
    expect(invalidGeometryM2).toBeGreaterThan(0);
    expect(overlapM2).toBeGreaterThan(0);
    expect(answer.plan).toBe('overlapping');
  });

  test('an overlay on half of the polygon reaches only the part below it', async () => {
    const answer = answerSchema.parse(await (await inside(square(116.802, -1.196, 116.804, -1.194))).json());
    const flood = answer.themes.concerned.find((row) => row.code === 'banjir')!;
    expect(flood.areas[0]?.sharePct).toBeCloseTo(50, 1);
    // One zone in two parts: the cap of the overlay holds below it and nowhere else.
    expect(answer.parts.map(({ zone, sharePct }) => [zone.code, sharePct?.toFixed(1)])).toEqual([
      ['R-3', '50.0'],
      ['R-3', '50.0'],
    ]);
    const floors = answer.parts.map((part) => [
      part.overlays.map(({ code, levelCode }) => `${code} ${levelCode}`).join(),
      part.figures.find(({ measure }) => measure === 'floors')?.governing?.value,
    ]);
    expect(floors.sort()).toEqual([
      ['', 3],
      ['banjir tinggi', 2],
    ]);
  });

  test('a sliver below an overlay is a part of its own, flagged; parts add up', async () => {
    // 0.3 m by 2 m of it lie below the flood area.
    const answer = answerSchema.parse(
      await (await inside(square(116.8029973, -1.194018, 116.8034, -1.194))).json(),
    );
    expect(answer.parts.map(({ overlays, isSliver }) => [overlays.length, isSliver])).toEqual([
      [0, false],
      [1, true],
    ]);
    expect(answer.parts[1]?.areaM2).toBeGreaterThan(0.1);
    const sum = answer.parts.reduce((total, part) => total + (part.areaM2 ?? 0), 0);
    expect(sum).toBeCloseTo(answer.place.areaM2 ?? 0, 3);
  });

  test('the road along the plot gives its GSB', async () => {
    const answer = answerSchema.parse(
      await (await inside(square(116.805, -1.1949, 116.8052, -1.1947))).json(),
    );
    expect(answer.parts[0]?.setbacks.find((row) => row.kind === 'gsb')).toMatchObject({
      valueM: 6,
      roadName: 'Jalan Uji',
      referenceLine: 'as jalan',
    });
  });

  test.each([
    [
      'a bow-tie',
      [
        [
          [116.801, -1.199],
          [116.802, -1.198],
          [116.802, -1.199],
          [116.801, -1.198],
          [116.801, -1.199],
        ],
      ],
      'geometryInvalid',
    ],
    [
      'an unclosed ring',
      [
        [
          [116.801, -1.199],
          [116.802, -1.199],
          [116.802, -1.198],
          [116.801, -1.198],
        ],
      ],
      'geometryInvalid',
    ],
    [
      'a polygon without area',
      [
        [
          [116.801, -1.199],
          [116.802, -1.199],
          [116.801, -1.199],
          [116.801, -1.199],
        ],
      ],
      'geometryInvalid',
    ],
    ['three square kilometres for a house', square(116.8, -1.2, 116.82, -1.189), 'areaTooLarge'],
  ])('%s is refused by name', async (_name, coordinates, code) => {
    const response = await inside(coordinates as number[][][]);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code });
  });

  test('a ring around the whole world is too large however small its area', async () => {
    const response = await inside([
      [
        [-179.9999, -1.5],
        [179.9999, -1.5],
        [179.9999, -1],
        [-179.9999, -1],
        [-179.9999, -1.5],
      ],
    ]);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'areaTooLarge' });
  });

  test('a broken source of sizes leaves the rest of a polygon answered', async () => {
    const broken = await createTemporaryDatabase();
    try {
      await insertSmallCity(broken.sql);
      await broken.sql`drop table set_aside`;
      const response = await anApp(broken.sql).request('/api/v1/lookup', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          geometry: { type: 'Polygon', coordinates: square(116.803, -1.196, 116.805, -1.194) },
        }),
      });
      const answer = answerSchema.parse(await response.json());
      expect(answer.parts.map((part) => part.zone.code)).toEqual(['R-3']);
      expect(answer).toMatchObject({ isComplete: false, remainder: { invalidGeometryM2: null } });
    } finally {
      await broken.drop();
    }
  });

  test('the winding of the ring does not change the answer', async () => {
    const ring = square(116.803, -1.196, 116.805, -1.194);
    const [one, other] = await Promise.all([inside(ring), inside([[...ring[0]!].reverse()])]);
    const areaOf = async (response: Response) => answerSchema.parse(await response.json()).place.areaM2;
    expect(await areaOf(one)).toBeCloseTo((await areaOf(other))!, 6);
  });
});

test('a long edge is as straight where nothing cuts it as where borders do', async () => {
  const triangle = [
    [
      [116.8005, -1.1995],
      [116.8195, -1.1995],
      [116.81, -1.194],
      [116.8005, -1.1995],
    ],
  ];
  const answer = answerSchema.parse(await (await inside(triangle)).json());
  expect(answer.coverage).toBe('inside');
  const kelurahan = answer.admin.filter(({ level }) => level === 'kelurahan');
  expect(kelurahan).toHaveLength(2);
  // Shares of half a square kilometre: a hundredth of a square metre.
  expect(kelurahan.reduce((sum, { sharePct }) => sum + (sharePct ?? 0), 0)).toBeCloseTo(100, 5);
});

test('many pieces of small roads do not hide the main road', async () => {
  const town = await createTemporaryDatabase();
  try {
    await insertSmallCity(town.sql);
    await town.sql`
      insert into road (version_id, feature_no, name, road_class, row_width_m, is_demo, geom)
      select '1000000000000006', 100 + n, 'Jalan Uji', 'lokal', 8, true,
             st_multi(st_makeline(st_setsrid(st_makepoint(116.8095 + n * 0.00002, -1.195), 4326),
                                  st_setsrid(st_makepoint(116.80952 + n * 0.00002, -1.195), 4326)))
      from generate_series(0, 11) n`;
    const response = await anApp(town.sql).request('/api/v1/lookup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        geometry: { type: 'Polygon', coordinates: square(116.8095, -1.1952, 116.8099, -1.1948) },
      }),
    });
    const answer = answerSchema.parse(await response.json());
    expect(answer.roads.map(({ name, roadClass }) => [name, roadClass])).toEqual([
      ['Jalan Uji', 'lokal'],
      ['Jalan Raya Uji', 'arteri'],
    ]);
  } finally {
    await town.drop();
  }
});

describe('POST /api/v1/lookup with a parcel number', () => {
  const byNib = (body: unknown) =>
    app.request('/api/v1/lookup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  test('answers for the whole parcel', async () => {
    const answer = answerSchema.parse(await (await byNib({ parcel: { nib: '9999000000001' } })).json());
    expect(answer.place).toMatchObject({ kind: 'polygon', areaMethod: 'geodesic-wgs84' });
    expect(answer.place.areaM2).toBeCloseTo(123, 0);
    expect(answer.parts[0]?.sharePct).toBeCloseTo(100, 6);
  });
  test('an unknown number is a 404 that names it', async () => {
    const response = await byNib({ parcel: { nib: '9999000000002' } });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'parcelUnknown', params: { nib: '9999000000002' } });
  });
  test('a number that stands on two different parcels is a 409, and none of them is taken', async () => {
    await database.sql`
      insert into parcel (version_id, feature_no, nib, area_m2, geom)
      select version_id, 70 + n, '9999000000077', area_m2, st_translate(geom, n * 0.001, 0)
      from parcel, generate_series(0, 1) n where nib = '9999000000001'`;
    const response = await byNib({ parcel: { nib: '9999000000077' } });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'parcelAmbiguous', params: { count: 2 } });
  });
  test('TIL02 more at once than are answered in turn are turned away: points and tiles keep their connections', async () => {
    const asked = Array.from({ length: 60 }, () => byNib({ parcel: { nib: '9999000000001' } }));
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    expect((await byNib({ parcel: { nib: '9999000000001' } })).status).toBe(200);
  });
});

describe('POST /api/v1/lookup/file', () => {
  const ring = [
    [116.803, -1.196],
    [116.805, -1.196],
    [116.805, -1.194],
    [116.803, -1.194],
    [116.803, -1.196],
  ];
  const send = (
    name: string,
    body: string | Uint8Array<ArrayBuffer>,
    more = '',
    type = 'application/octet-stream',
  ) =>
    app.request(`/api/v1/lookup/file?name=${encodeURIComponent(name)}${more}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
  const geojson = JSON.stringify({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Polygon', coordinates: [ring] },
  });

  test('a GeoJSON file answers as the drawn polygon does', async () => {
    const fromFile = answerSchema.parse(await (await send('lahan.geojson', geojson)).json());
    const drawn = answerSchema.parse(await (await inside([ring])).json());
    expect(fromFile.place.areaM2).toBeCloseTo(drawn.place.areaM2!, 3);
    expect(fromFile.parts.map((part) => part.zone.code)).toEqual(drawn.parts.map((part) => part.zone.code));
  });
  test('a CSV without a CRS is asked for one, and answers with it', async () => {
    const csv = `id,WKT\n1,"POLYGON((${ring.map((corner) => corner.join(' ')).join(',')}))"\n`;
    const refused = await send('lahan.csv', csv, '', 'text/csv');
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: 'polygonFileUnreadable', params: { cause: 'noCrs' } });
    expect((await send('lahan.csv', csv, '&crs=EPSG:4326', 'text/csv')).status).toBe(200);
  });
  test.each([
    ['a text that is no map', 'lahan.geojson', 'halo', 'polygonFileUnreadable'],
    [
      'points only',
      'titik.geojson',
      JSON.stringify({ type: 'Point', coordinates: [116.8, -1.2] }),
      'fileWithoutPolygon',
    ],
  ])('%s is refused by name', async (_case, name, body, code) => {
    const response = await send(name, body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code });
  });
  test('an unknown media type is a 415 and a file over the limit a 413', async () => {
    expect((await send('x.geojson', geojson, '', 'text/html')).status).toBe(415);
    expect((await send('x.geojson', new Uint8Array(5 * 1024 * 1024 + 1))).status).toBe(413);
  });
});

describe('a source that fails', () => {
  const SOURCES = [
    ['overlay_piece', 'banjir'],
    ['road', 'jaringan-jalan'],
    ['utility_line', 'jaringan-utilitas'],
    ['parcel', 'bidang-tanah'],
    ['zone', 'pola-ruang'],
    ['intensity_rule', 'intensitas'],
  ] as const;
  test.each(SOURCES)(
    '%s gone: "%s" is no data because its source failed, and no theme is lost',
    async (table, theme) => {
      const broken = await createTemporaryDatabase();
      try {
        await insertSmallCity(broken.sql);
        await broken.sql`drop table ${broken.sql(table)} cascade`;
        const response = await anApp(broken.sql).request(
          `/api/v1/lookup?lon=${SMALL_CITY.inFlood[0]}&lat=${SMALL_CITY.inFlood[1]}&activity=rumah`,
        );
        const answer = answerSchema.parse(await response.json());
        expect(answer.themes.noData.find((row) => row.code === theme)?.reason).toBe('sourceFailed');
        const rows = Object.values(answer.themes).flat();
        expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
        expect(rows).toHaveLength(THEMES.length);
        if (table === 'zone') expect(answer.plan).toBe('sourceFailed');
        if (table === 'intensity_rule')
          expect(answer.parts[0]?.verdict).toMatchObject({ governing: 'unknown', reason: 'sourceFailed' });
      } finally {
        await broken.drop();
      }
    },
  );

  test('a database that does not answer is a 503 that says so, not an empty answer', async () => {
    const gone = openDatabase('postgres://nobody@127.0.0.1:1/none', { maxConnections: 1 });
    const response = await anApp(gone).request(
      `/api/v1/lookup?lon=${SMALL_CITY.inZone1[0]}&lat=${SMALL_CITY.inZone1[1]}`,
    );
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'sourceUnavailable' });
    await gone.end();
  });
});
