import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertSmallCity } from '../support/a-small-city.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await createTemporaryDatabase();
  await insertSmallCity(database.sql);
});
afterAll(() => database.drop());

const ROADS = '1000000000000006';
const PARCELS = '1000000000000007';
/** 22 m square, its southern edge at latitude -1.197; a degree of latitude is 110.6 km. */
const PLOT = [116.807, -1.197, 116.8072, -1.1968] as const;
const box = ([west, south, east, north]: readonly [number, number, number, number]) =>
  `SRID=4326;MULTIPOLYGON(((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south})))`;

/** The roads that a parcel and the same ground drawn have of their own, when these roads and other parcels lie there. */
async function ownRoads(
  road: { readonly lat: number; readonly rowWidthM: number | null },
  others: readonly (readonly [number, number, number, number])[] = [],
): Promise<unknown[]> {
  let found: unknown[] = [];
  const undone = new Error('undone');
  const add = async (tx: TransactionSql): Promise<void> => {
    await tx`set local session_replication_role = 'replica'`;
    await tx`
      insert into road (version_id, feature_no, name, road_class, row_width_m, geom)
      values (${ROADS}, 900, 'Jalan Lebar', 'arteri', ${road.rowWidthM},
              ${`SRID=4326;MULTILINESTRING((116.8065 ${road.lat},116.8077 ${road.lat}))`}::geometry)`;
    for (const [index, ground] of [PLOT, ...others].entries())
      await tx`
        insert into parcel (version_id, feature_no, nib, area_m2, geom)
        values (${PARCELS}, ${900 + index}, ${`990000000000${index}`}, 500, ${box(ground)}::geometry)`;
  };
  await database.sql
    .begin(async (tx) => {
      await add(tx);
      const [point, polygon] = [
        await tx<{ fact: { name: string; is_behind: boolean } }[]>`
          select fact from facts_at_point(116.8071, -1.1969, '2026-11-22', null, 1, 60, 25, 25) where kind = 'road'`,
        await tx<{ fact: { name: string; is_behind: boolean } }[]>`
          select fact from facts_in_polygon(${box(PLOT)}::geometry, '2026-11-22', null, 25, 25) where kind = 'road'`,
      ];
      found = [point, polygon].map((rows) =>
        rows.flatMap(({ fact }) => (fact.name === 'Jalan Lebar' ? [fact.is_behind ? 'behind' : 'own'] : [])),
      );
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return found;
}

const FAR = -1.19735; // 38.7 m from the plot
test.each([
  [80, ['own']],
  [70, []],
  [null, []],
])('a road 39 m away with a reserve of %s m: %s', async (rowWidthM, expected) => {
  expect(await ownRoads({ lat: FAR, rowWidthM })).toEqual([expected, expected]);
});

test('a parcel of a neighbour hides the road behind it; a parcel of the road itself does not', async () => {
  const road = { lat: -1.19718, rowWidthM: 20 };
  expect(await ownRoads(road)).toEqual([['own'], ['own']]);
  expect(await ownRoads(road, [[116.8069, -1.19712, 116.8073, -1.19702]])).toEqual([['behind'], ['behind']]);
  expect(await ownRoads(road, [[116.806, -1.19728, 116.808, -1.19705]])).toEqual([['own'], ['own']]);
});
