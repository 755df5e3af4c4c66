import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertChicagoFabric } from '../../scripts/bench/chicago-fabric.ts';
import { readTileRows } from '../../server/features/publish/queries.ts';
import { buildPyramid, type PyramidTile } from '../../tiles/build-pyramid.ts';
import { tileLayerOf } from '../../tiles/layers/index.ts';
import { type DecodedFeature, readMvt } from '../support/read-mvt.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

const SAMPLE = 24;

let database: TemporaryDatabase;
let versionId: string;
let tiles: PyramidTile[];

beforeAll(async () => {
  database = await createTemporaryDatabase();
  versionId = await insertChicagoFabric(database.sql, 'zona-uji');
  // Feature by feature: that merged ones show the same rings, and what stands for small ones, are tests of the pyramid.
  const spec = { ...tileLayerOf('zones'), apartFrom: 0, fillsTheGround: false };
  tiles = [...buildPyramid(spec, await readTileRows(database.sql, 'zones', versionId))];
});
afterAll(() => database.drop());

/** Every n-th tile of a zoom, so that the sample spreads over the city. */
const sampleOf = (zoom: number): PyramidTile[] => {
  const all = tiles.filter((tile) => tile.zoom === zoom);
  return all.filter((_, i) => i % Math.max(1, Math.floor(all.length / SAMPLE)) === 0);
};

const featuresOf = ({ bytes }: PyramidTile): Map<number, DecodedFeature> =>
  new Map(readMvt(gunzipSync(bytes))[0]!.features.map((feature) => [feature.id, feature]));

const asWkt = ({ paths }: DecodedFeature): string =>
  `MULTIPOLYGON(${paths.map((ring) => `((${[...ring, ring[0]!].map(([x, y]) => `${x} ${y}`).join(',')}))`).join(',')})`;

interface Comparison {
  readonly id: number;
  /** Area of what only one of the two shows, in square tile units, and the length of the border in tile units. */
  readonly difference: number;
  readonly border: number;
}

/** PostGIS cuts the same tile; the even-odd union of our rings is set against its polygons inside the tile proper. */
async function compare({ zoom, column, row }: PyramidTile, ours: Map<number, DecodedFeature>) {
  const shapes = [...ours.values()].map((feature) => ({
    id: feature.id,
    rings: feature.paths.map((_, i) => asWkt({ ...feature, paths: [feature.paths[i]!] })),
  }));
  return await database.sql<(Comparison & { isOurs: boolean; isTheirs: boolean; theirArea: number })[]>`
    with theirs as (
      select feature_no as id,
             st_setsrid(st_asmvtgeom(st_transform(geom, 3857), st_tileenvelope(${zoom}, ${column}, ${row}), 4096, 64, true), 0) as geom
      from zone
      where version_id = ${versionId}
        and geom && st_transform(st_tileenvelope(${zoom}, ${column}, ${row}, margin => 64.0 / 4096), 4326)
    ), ours as (
      select (r->>'id')::int as id,
             (select st_symdifference_all(wkt) from (
               select array_agg(st_makevalid(st_geomfromtext(w))) as wkt from jsonb_array_elements_text(r->'rings') as w) as s) as geom
      from jsonb_array_elements(${database.sql.json(shapes)}) as r
    )
    select coalesce(o.id, t.id) as id, o.id is not null as "isOurs", t.geom is not null as "isTheirs",
           coalesce(st_area(t.geom), 0) as "theirArea",
           coalesce(st_area(st_symdifference(st_makevalid(o.geom), st_makevalid(t.geom))), 0) as difference,
           coalesce(st_perimeter(t.geom), 0) as border
    from ours o full join (select * from theirs where geom is not null) t using (id)`;
}

describe('our tiles against ST_AsMVT', () => {
  beforeAll(async () => {
    // Rings of one feature overlap only as shell and hole: their symmetric difference is the feature.
    await database.sql`
      create function st_symdifference_all(shapes geometry[]) returns geometry language plpgsql as $$
      declare total geometry := shapes[1];
      begin
        for i in 2 .. coalesce(array_length(shapes, 1), 0) loop total := st_symdifference(total, shapes[i]); end loop;
        return total;
      end $$`;
  });

  it.each([14, 15, 16])(
    'at zoom %i they show the same features, and each within one unit of its border',
    async (zoom) => {
      let compared = 0;
      for (const tile of sampleOf(zoom)) {
        for (const row of await compare(tile, featuresOf(tile))) {
          // Less than a unit of area on either side may vanish by rounding; nothing else may.
          if (row.isOurs !== row.isTheirs) {
            expect(
              row.isOurs ? 0 : row.theirArea,
              `feature ${row.id} of ${tile.zoom}/${tile.column}/${tile.row}`,
            ).toBeLessThanOrEqual(2);
            continue;
          }
          compared++;
          expect(
            row.difference,
            `feature ${row.id} of ${tile.zoom}/${tile.column}/${tile.row}`,
          ).toBeLessThanOrEqual(row.border + 4);
        }
      }
      expect(compared).toBeGreaterThan(200);
    },
  );

  it('below zoom 14 a border moves by no more than half a pixel and only small parts are left out', async () => {
    const [tile] = sampleOf(12).sort((a, b) => b.bytes.length - a.bytes.length);
    const rows = await compare(tile!, featuresOf(tile!));
    for (const row of rows.filter(({ isOurs, isTheirs }) => isOurs && isTheirs)) {
      expect(row.difference, `feature ${row.id}`).toBeLessThanOrEqual(row.border * 5 + 64);
    }
    const lost = rows.filter(({ isOurs }) => !isOurs);
    expect(Math.max(0, ...lost.map(({ theirArea }) => theirArea))).toBeLessThan(64 * 8);
    expect(rows.filter(({ isTheirs }) => !isTheirs)).toEqual([]);
  });
});
