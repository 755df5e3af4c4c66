import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';

export interface ZoneVersionInput {
  readonly layerId: string;
  readonly kind?: 'zones' | 'rtrw';
  /** WKT in WGS 84 with the code of the zone, in the order of the features. */
  readonly zones: readonly (readonly [code: string, wkt: string])[];
  readonly isDemo?: boolean;
}

/** A square of `side` degrees with its south-western corner at a place. */
export const squareAt = (lng: number, lat: number, side: number): string =>
  `POLYGON((${lng} ${lat},${lng + side} ${lat},${lng + side} ${lat + side},${lng} ${lat + side},${lng} ${lat}))`;

/** Inserts a draft version of a zone layer, and the layer when it is new. Returns the version's id. */
export async function insertZoneVersion(sql: Sql, input: ZoneVersionInput): Promise<string> {
  const { layerId, kind = 'zones', zones, isDemo = true } = input;
  const sha256 = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  const versionId = sha256.slice(0, 16);
  await sql`
    insert into layer (layer_id, kind, title, is_demo) values (${layerId}, ${kind}, ${`Lapisan ${layerId}`}, ${isDemo})
    on conflict do nothing`;
  await sql`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report, is_demo)
    values (${versionId}, ${layerId}, 'uji', 'uji.gpkg', ${sha256}, 'GPKG', ${zones.length}, '{}', ${isDemo})
    on conflict do nothing`;
  const rows = zones.map(([code, wkt], i) => ({ feature_no: i + 1, code, wkt }));
  await sql`
    insert into zone (version_id, feature_no, code, area_m2, is_demo, geom)
    select ${versionId}, feature_no, code, 1, ${isDemo}, st_multi(st_geomfromtext(wkt, 4326))
    from jsonb_to_recordset(${sql.json(rows)}) as r(feature_no int, code text, wkt text)
    on conflict do nothing`;
  return versionId;
}
