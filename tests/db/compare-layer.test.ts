import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeatureChange, LayerComparison } from '#domain/publication/comparison';
import { findingsOfLoss } from '#domain/release/findings-of-loss';
import { hectaresToConfirm, isToConfirm } from '#domain/release/ground-loss';
import { openComparisonQueue } from '../../server/features/compare/comparison-queue.ts';
import { compareRelease, measureLoss } from '../../server/features/compare/index.ts';
import { createRuleSetLoader } from '../../server/features/rules/index.ts';
import { publishVersion } from '../support/a-small-city.ts';
import { fc } from '../support/properties.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { insertZoneVersion, squareAt } from '../support/tile-versions.ts';

type Zone = readonly [code: string, wkt: string];

let database: TemporaryDatabase;
let counter = 0;

beforeAll(async () => {
  database = await createTemporaryDatabase();
});
afterAll(() => database.drop());

async function compare(before: readonly Zone[], after: readonly Zone[]): Promise<LayerComparison> {
  const layerId = `rdtr-${++counter}`;
  const earlier = await insertZoneVersion(database.sql, { layerId, zones: before });
  const later = await insertZoneVersion(database.sql, { layerId, zones: after });
  await publishVersion(database.sql, layerId, earlier, '2026-01-01');
  const deps = { sql: database.sql, loadRuleSet: createRuleSetLoader(database.sql) };
  const { layers } = await compareRelease(deps, [later], '2026-06-01');
  return layers[0] as LayerComparison;
}

/** Geodesic area of some WKT, by PostGIS. */
async function areaOf(wkts: readonly string[]): Promise<number> {
  const [row] = await database.sql<{ area: number | null }[]>`
    select st_area(st_union(st_geomfromtext(wkt, 4326))::geography) as area from unnest(${[...wkts]}::text[]) wkt`;
  return row?.area ?? 0;
}

/** About one metre, in degrees, at the latitude of the city. */
const METRE = 1 / 111_000;
const [LNG, LAT] = [116.83, -1.27] as const;

const box = (west: number, south: number, east: number, north: number): string => {
  const [w, s, e, n] = [LNG + west * METRE, LAT + south * METRE, LNG + east * METRE, LAT + north * METRE];
  return `POLYGON((${w} ${s},${e} ${s},${e} ${n},${w} ${n},${w} ${s}))`;
};

describe('a comparison that nobody has made yet', () => {
  const ON = '2026-06-01';
  const queueWith = (patienceMs: number) =>
    openComparisonQueue({ sql: database.sql, loadRuleSet: createRuleSetLoader(database.sql) }, patienceMs);
  /** Keeps every comparison from being made until it is let go. */
  async function holdComparisons(): Promise<() => Promise<void>> {
    const gate = await database.sql.reserve();
    await gate`begin`;
    await gate`lock table comparison_code in access exclusive mode`;
    return async () => {
      await gate`commit`;
      gate.release();
    };
  }
  const moved = async (no: number): Promise<string> =>
    await insertZoneVersion(database.sql, {
      layerId: `rdtr-${++counter}`,
      zones: [['R-3', squareAt(LNG + no * 0.01, LAT, 0.001)]],
    });

  it('is under way, and made once for all who ask for it; what failed is told and tried again', async () => {
    const { sql } = database;
    const layerId = `rdtr-${++counter}`;
    const before = await insertZoneVersion(sql, { layerId, zones: [['R-3', squareAt(LNG, LAT, 0.001)]] });
    const after = await insertZoneVersion(sql, { layerId, zones: [['K-1', squareAt(LNG, LAT, 0.001)]] });
    await publishVersion(sql, layerId, before, '2026-01-01');
    const letGo = await holdComparisons();
    const ask = queueWith(0);
    // It is looked for, and not made before both have asked.
    expect(await Promise.all([ask([after], ON), ask([after], ON)])).toEqual([null, null]);
    await letGo();
    const patient = queueWith(60_000);
    const made = await patient([after], ON);
    expect(made?.layers[0]?.moves.map(({ from, to }) => [from, to])).toEqual([['R-3', 'K-1']]);
    // Read again as it was made, also for who does not wait; made anew once the database keeps its ground no more.
    expect(await patient([after], ON)).toBe(made);
    const rows = await sql`select 1 from comparison where after_version = ${after}`;
    expect(rows).toHaveLength(1);
    await sql`delete from comparison where after_version = ${after}`;
    expect(await patient([after], ON)).toEqual(made);
    expect(await sql`select 1 from comparison where after_version = ${after}`).toHaveLength(1);

    await sql`alter table comparison_code rename to comparison_code_away`;
    const other = await moved(1);
    await expect(patient([other], ON)).rejects.toThrow();
    await sql`alter table comparison_code_away rename to comparison_code`;
    expect((await patient([other], ON))?.layers).toHaveLength(1);
  });

  it('waits for its turn behind any number of others, and nobody is turned away', async () => {
    const drafts: string[] = [];
    for (let no = 0; no < 40; no += 1) drafts.push(await moved(no));
    const letGo = await holdComparisons();
    const ask = queueWith(60_000);
    const asked = drafts.map((draft) => ask([draft], ON));
    // One that finds no room is told at once that it is under way, and begun when the question comes again.
    expect(await Promise.race(asked)).toBeNull();
    await letGo();
    const told = await Promise.all(asked);
    expect(told.filter((one) => one !== null)).toHaveLength(32);
    for (const [at, draft] of drafts.entries())
      if (told[at] === null) expect((await ask([draft], ON))?.layers).toHaveLength(1);
  });
});

describe('two versions of a layer', () => {
  it('that are the same differ in nothing, however their rings begin and turn', async () => {
    const square = squareAt(LNG, LAT, 0.001);
    const turned = `POLYGON((${LNG} ${LAT + 0.001},${LNG} ${LAT},${LNG + 0.001} ${LAT},${LNG + 0.001} ${LAT + 0.001},${LNG} ${LAT + 0.001}))`;
    const found = await compare(
      [
        ['R-3', square],
        ['K-1', box(200, 0, 300, 100)],
      ],
      [
        ['K-1', box(200, 0, 300, 100)],
        ['R-3', turned],
      ],
    );
    expect(found.sameCount).toBe(2);
    expect(found.movedM2).toBe(0);
    expect([found.moves, found.features, found.fields]).toEqual([[], [], []]);
    expect(found.codes.map(({ addedM2, removedM2 }) => [addedM2, removedM2])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('say of a vertex that moved by one metre exactly the ground that it moved', async () => {
    const corner = (x: number) => `${LNG + x * METRE} ${LAT + 100 * METRE}`;
    const shape = (x: number) =>
      `POLYGON((${LNG} ${LAT},${LNG + 100 * METRE} ${LAT},${corner(x)},${LNG} ${LAT + 100 * METRE},${LNG} ${LAT}))`;
    const found = await compare([['R-3', shape(100)]], [['R-3', shape(101)]]);
    const triangle = `POLYGON((${LNG + 100 * METRE} ${LAT},${corner(101)},${corner(100)},${LNG + 100 * METRE} ${LAT}))`;
    const exact = await areaOf([triangle]);
    expect(exact).toBeGreaterThan(40);
    expect(found.movedM2).toBeCloseTo(exact, 3);
    expect(found.codes[0]?.addedM2).toBeCloseTo(exact, 3);
    expect(found.codes[0]?.removedM2).toBe(0);
    expect(found.changes).toEqual({ added: 0, removed: 0, reshaped: 1, attributes: 0 });
    expect(found.moves).toMatchObject([{ from: null, to: 'R-3', pieceCount: 1 }]);
  });

  it('tell the ground that goes from one zone to the other when their border moves', async () => {
    const found = await compare(
      [
        ['R-3', box(0, 0, 100, 100)],
        ['K-1', box(100, 0, 200, 100)],
      ],
      [
        ['R-3', box(0, 0, 90, 100)],
        ['K-1', box(90, 0, 200, 100)],
      ],
    );
    const strip = await areaOf([box(90, 0, 100, 100)]);
    expect(found.moves).toHaveLength(1);
    expect(found.moves[0]).toMatchObject({ from: 'R-3', to: 'K-1' });
    expect(found.moves[0]?.areaM2).toBeCloseTo(strip, 3);
    const changes: FeatureChange['change'][] = found.features.map(({ change }) => change);
    expect(changes).toEqual(['reshaped', 'reshaped']);
  });

  it('tell fields that changed on the same shape, and which', async () => {
    const found = await compare([['R-3', box(0, 0, 100, 100)]], [['R-4', box(0, 0, 100, 100)]]);
    expect(found.features).toMatchObject([
      { change: 'attributes', beforeNo: 1, afterNo: 1, fields: { code: ['R-3', 'R-4'] } },
    ]);
    expect(found.fields).toEqual([{ field: 'code', count: 1 }]);
    expect(found.moves).toMatchObject([{ from: 'R-3', to: 'R-4' }]);
    expect(found.movedM2).toBeCloseTo(await areaOf([box(0, 0, 100, 100)]), 3);
  });

  it('a polygon that was split keeps its ground: nothing moves', async () => {
    const found = await compare(
      [['R-3', box(0, 0, 100, 100)]],
      [
        ['R-3', box(0, 0, 60, 100)],
        ['R-3', box(60, 0, 100, 100)],
      ],
    );
    expect(found.movedM2).toBe(0);
    expect(found.codes).toMatchObject([{ beforeCount: 1, afterCount: 2, addedM2: 0, removedM2: 0 }]);
    expect(found.changes).toMatchObject({ reshaped: 1, added: 1, removed: 0 });
  });

  it('ground that two polygons of a zone claim counts once', async () => {
    const found = await compare(
      [
        ['R-3', box(0, 0, 100, 100)],
        ['R-3', box(50, 0, 150, 100)],
      ],
      [['R-3', box(0, 0, 100, 100)]],
    );
    const [code] = found.codes;
    expect(code?.beforeM2).toBeCloseTo(await areaOf([box(0, 0, 150, 100)]), 3);
    expect(code?.removedM2).toBeCloseTo(await areaOf([box(100, 0, 150, 100)]), 3);
    expect(code?.afterM2).toBeCloseTo(await areaOf([box(0, 0, 100, 100)]), 3);
  });

  it('whatever is drawn, ground before + added − removed is ground after, to 0.1 m²', async () => {
    const coordinate = fc.integer({ min: 0, max: 40 });
    const zone = fc
      .tuple(
        fc.constantFrom('R-3', 'K-1', 'RTH-2'),
        coordinate,
        coordinate,
        coordinate,
        coordinate,
        fc.boolean(),
      )
      .map(([code, x, y, width, height, isSlanted]): Zone => {
        const [w, s, e, n] = [x * 5.3, y * 4.7, (x + width + 1) * 5.3, (y + height + 1) * 4.7];
        if (!isSlanted) return [code, box(w, s, e, n)];
        const [west, south] = [LNG + w * METRE, LAT + s * METRE];
        const [east, north] = [LNG + (e + 3.1) * METRE, LAT + (n + 2.3) * METRE];
        return [
          code,
          `POLYGON((${west} ${south},${east} ${LAT + (s + 1.7) * METRE},${LNG + (w + 2.9) * METRE} ${north},${west} ${south}))`,
        ];
      });
    const plan = fc.array(zone, { minLength: 1, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(
        plan,
        plan,
        fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
        async (before, other, keep) => {
          const after = [...before.filter((_, i) => keep[i]), ...other];
          const { codes, movedM2, moves } = await compare(before, after);
          const shapesOf = (zones: readonly Zone[], code: string) =>
            zones.flatMap(([own, wkt]) => (own === code ? [wkt] : []));
          for (const { code, beforeM2, addedM2, removedM2, afterM2 } of codes) {
            expect(Math.abs(beforeM2 + addedM2 - removedM2 - afterM2)).toBeLessThan(0.1);
            // PostGIS says what each state covers, without a comparison.
            expect(Math.abs(beforeM2 - (await areaOf(shapesOf(before, code))))).toBeLessThan(0.1);
            expect(Math.abs(afterM2 - (await areaOf(shapesOf(after, code))))).toBeLessThan(0.1);
          }
          expect(codes.map(({ code }) => code)).toEqual(
            [...new Set([...before, ...after].map(([code]) => code))].sort(),
          );
          if (codes.some(({ addedM2, removedM2 }) => addedM2 + removedM2 > 0.1))
            expect(movedM2).toBeGreaterThan(0);
          expect(moves.every(({ from, to }) => from !== to)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  }, 60_000);

  it('a plan that is written out again with seven decimals is the same plan', async () => {
    const exact: Zone[] = [];
    for (let i = 0; i < 40; i++) {
      const [x, y] = [(i % 8) * 51.37, Math.floor(i / 8) * 48.91];
      exact.push([i % 3 === 0 ? 'R-3' : 'K-1', box(x, y, x + 51.37, y + 48.91)]);
    }
    const rounded = exact.map(
      ([code, wkt]): Zone => [code, wkt.replace(/-?\d+\.\d+/g, (number) => Number(number).toFixed(7))],
    );
    expect(rounded[7]?.[1]).not.toBe(exact[7]?.[1]);
    const found = await compare(exact, rounded);
    expect(found.sameCount).toBe(40);
    expect([found.movedM2, found.features, found.moves]).toEqual([0, [], []]);
    // A network of streets has thousands of vertices: every one of them against every edge would be too many to look at.
    const teeth = Array.from({ length: 2_400 }, (_, i) => [i * 1.37, i % 2 === 0 ? 30.11 : 41.73] as const);
    const line = [[0, 0] as const, ...teeth, [2_399 * 1.37, 0] as const, [0, 0] as const];
    const streets = `POLYGON((${line.map(([x, y]) => `${LNG + x * METRE} ${LAT + y * METRE}`).join(',')}))`;
    const again = streets.replace(/-?\d+\.\d+/g, (number) => Number(number).toFixed(7));
    expect(again).not.toBe(streets);
    const wide = await compare([['BJ', streets]], [['BJ', again]]);
    expect([wide.sameCount, wide.movedM2, wide.features]).toEqual([1, 0, []]);
    // One of its vertices by five centimetres is no rounding.
    const nudged = again.replace(
      /,(\S+) (\S+),/,
      (_, x, y) => `,${x} ${(Number(y) + 0.0000005).toFixed(7)},`,
    );
    expect((await compare([['BJ', streets]], [['BJ', nudged]])).sameCount).toBe(0);
    const other = await compare(exact, [['R-2', rounded[0]?.[1] ?? ''], ...rounded.slice(1)]);
    expect(other.sameCount).toBe(39);
    expect(other.moves).toHaveLength(1);
    expect(other.movedM2).toBeGreaterThan(2000);
  });

  it('the first version of a layer is all new', async () => {
    const layerId = 'rdtr-baru';
    const first = await insertZoneVersion(database.sql, { layerId, zones: [['R-3', box(0, 0, 10, 10)]] });
    const deps = { sql: database.sql, loadRuleSet: createRuleSetLoader(database.sql) };
    const { layers } = await compareRelease(deps, [first], '2026-06-01');
    expect(layers[0]).toMatchObject({ beforeVersion: null, beforeCount: 0, changes: { added: 1 } });
    expect(layers[0]?.codes[0]?.beforeM2).toBe(0);
    expect(layers[0]?.codes[0]?.afterM2).toBeCloseTo(await areaOf([box(0, 0, 10, 10)]), 3);
  });
});

describe('a draft', () => {
  const measure = async (before: readonly Zone[], after: readonly Zone[]) => {
    const layerId = `rdtr-${++counter}`;
    const earlier = await insertZoneVersion(database.sql, { layerId, zones: before });
    const later = await insertZoneVersion(database.sql, { layerId, zones: after });
    const found = await measureLoss(database.sql, earlier, { versionId: later, isPlan: true }, '2026-06-01');
    if (found === null) throw new Error('nothing was measured');
    return found;
  };
  const west = ['R-3', box(0, 0, 1000, 1000)] as const;
  const east = ['K-1', box(1000, 0, 2000, 1000)] as const;

  it('that leaves ground out is told so with both counts, and must be confirmed in hectares', async () => {
    const { loss, pieces, pieceCount } = await measure([west, east], [['R-4', west[1]]]);
    const exact = await areaOf([east[1]]);
    expect(loss.lostM2).toBeCloseTo(exact, 1);
    expect([loss.beforeCount, loss.afterCount, pieceCount, loss.withoutBeforeM2]).toEqual([2, 1, 1, null]);
    expect(isToConfirm(loss)).toBe(true);
    expect(hectaresToConfirm([loss, null])).toBe(Math.ceil(exact / 10_000));
    const [found] = findingsOfLoss(loss, pieces, pieceCount);
    expect(found).toMatchObject({ code: 'groundLost', severity: 'warns', count: 1 });
    expect(found?.text.id).toContain('1 objek hilang: yang berlaku 2 objek, rilis ini 1.');
    expect(found?.list[0]?.at?.[0]).toBeCloseTo(LNG + 1500 * METRE, 3);
  });

  it('loses nothing where another polygon, new or old, covers what went', async () => {
    const twice = ['R-3', box(200, 200, 400, 400)] as const;
    const merged = ['R-3', box(0, 0, 2000, 1000)] as const;
    for (const [before, after] of [
      [[west, twice], [west]],
      [[west, east], [merged]],
    ] as const) {
      const { loss, pieces, pieceCount } = await measure(before, after);
      expect(loss.lostM2).toBeLessThan(1);
      expect(hectaresToConfirm([loss])).toBeNull();
      expect(findingsOfLoss(loss, pieces, pieceCount)).toMatchObject([{ code: 'featuresLost', count: 1 }]);
    }
  });

  it('says how much of the city is left without a zone', async () => {
    const city = ['kota', box(0, 0, 2000, 2000)] as const;
    await database.sql`
      insert into layer (layer_id, kind, title, is_demo) values ('batas-rugi', 'admin', 'Batas', true)`;
    const first = await insertZoneVersion(database.sql, { layerId: 'rdtr-rugi', zones: [west] });
    const [version] = await database.sql<{ id: string }[]>`
      insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report)
      select '00000000000000cc', 'batas-rugi', 'uji', source_name, source_sha256, source_format, 1, report
      from layer_version where version_id = ${first} returning version_id as id`;
    await database.sql`
      insert into admin_area (version_id, feature_no, level, name, area_m2, geom)
      select ${version?.id ?? ''}, 1, 'kota', 'Uji', st_area(g::geography), g
      from (select st_multi(st_geomfromtext(${city[1]}, 4326)) as g) s`;
    await publishVersion(database.sql, 'batas-rugi', version?.id ?? '', '2026-01-01');
    const { loss } = await measure([west, east], [west]);
    expect(loss.withoutBeforeM2).toBeCloseTo(await areaOf([box(0, 1000, 2000, 2000)]), -2);
    expect(loss.withoutAfterM2).toBeCloseTo((loss.withoutBeforeM2 ?? 0) + loss.lostM2, 0);
  });
});
