import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Sql } from 'postgres';
import { findProjectRoot } from '../../server/platform/project-root.ts';

type Position = readonly [lng: number, lat: number];
interface Fabric {
  readonly features: readonly {
    readonly properties: { readonly zone_class: string | null };
    readonly geometry: { readonly coordinates: readonly (readonly (readonly Position[])[])[] } | null;
  }[];
}

const FILE = 'tests/fixtures/plans/chicago-zoning-2024-10-21.geojson.gz';
/** Where the fabric lies, and where it is moved to by an affine map; west, south, east, north. */
const FROM = [-87.94009, 41.64456, -87.52414, 42.02304] as const;
const TO = [116.75, -1.29, 117.0, -1.03] as const;
const BATCH = 1000;

const moved = ([lng, lat]: Position): Position => [
  TO[0] + ((lng - FROM[0]) / (FROM[2] - FROM[0])) * (TO[2] - TO[0]),
  TO[1] + ((lat - FROM[1]) / (FROM[3] - FROM[1])) * (TO[3] - TO[1]),
];

/**
 * Inserts the Chicago zones, moved into the city's window, as a draft version; the invalid ones are made valid, since
 * here they are load only.
 * @returns the version's id
 */
export async function insertChicagoFabric(sql: Sql, layerId: string): Promise<string> {
  const compressed = readFileSync(join(findProjectRoot(import.meta.dirname), FILE));
  const sha256 = createHash('sha256').update(compressed).digest('hex');
  const versionId = sha256.slice(0, 16);
  const { features } = JSON.parse(gunzipSync(compressed).toString('utf8')) as Fabric;
  const rows = features.flatMap(({ properties, geometry }, i) => {
    if (geometry === null) return [];
    const coordinates = geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(moved)));
    return [
      { feature_no: i + 1, code: properties.zone_class ?? '-', geom: { type: 'MultiPolygon', coordinates } },
    ];
  });
  await sql`insert into layer (layer_id, kind, title, is_demo) values (${layerId}, 'zones', 'Chicago', true)`;
  await sql`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report)
    values (${versionId}, ${layerId}, 'bench', ${FILE}, ${sha256}, 'GeoJSON', ${rows.length}, '{}')`;
  for (let i = 0; i < rows.length; i += BATCH) {
    await sql`
      insert into zone (version_id, feature_no, code, area_m2, is_demo, geom)
      select ${versionId}, feature_no, code, st_area(valid::geography), true, st_multi(valid)
      from jsonb_to_recordset(${sql.json(rows.slice(i, i + BATCH))}) as r(feature_no int, code text, geom jsonb)
      cross join lateral (select st_collectionextract(st_makevalid(st_geomfromgeojson(r.geom::text)), 3) as valid) as v
      where not st_isempty(valid)`;
  }
  return versionId;
}
