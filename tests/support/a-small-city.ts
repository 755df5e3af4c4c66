import type { Sql } from 'postgres';

/**
 * A city small enough to compute by hand, in the middle of Balikpapan's box. Coordinates are WGS 84, lng-lat.
 *
 *   116.800            116.810            116.820
 *     |  kelurahan BARAT  |  kelurahan TIMUR  |     lat −1.200 … −1.190
 *     |  zone R-3 (1)     |  zone K-1 (2)     |
 *
 * - zone 3 (R-3, KODUNK R-3.7) lies over the south half of zone 2: an overlap on purpose, lat −1.200 … −1.1975, lng 116.815 … 116.820
 * - the strip lng 116.810 … 116.811, lat −1.191 … −1.190 is a set-aside bow-tie (no valid zone below it: zone 2 has a notch)
 * - flood overlay (level tinggi) on lng 116.800 … 116.803; it covers BARAT only (coverage)
 * - road "Jalan Uji" (lokal) along lat −1.195 in BARAT; road "Jalan Raya Uji" (arteri) along lng 116.810
 * - parcel NIB 9999000000001 in zone 1: 20 m × 10 m or so at lng 116.8050, lat −1.1948
 */
export const SMALL_CITY = {
  inZone1: [116.804, -1.193],
  inFlood: [116.8015, -1.193],
  onBorder: [116.81, -1.198],
  inOverlap: [116.817, -1.199],
  inInvalid: [116.8105, -1.1905],
  inParcel: [116.80505, -1.19475],
  noPlan: [116.8125, -1.18925],
  outside: [116.75, -1.1],
} as const;

const box = (w: number, s: number, e: number, n: number) =>
  `MULTIPOLYGON(((${w} ${s},${e} ${s},${e} ${n},${w} ${n},${w} ${s})))`;

interface LayerInput {
  readonly layerId: string;
  readonly kind: string;
  readonly theme?: string;
  readonly versionId: string;
  readonly coverage?: string;
}

const LAYERS: readonly LayerInput[] = [
  { layerId: 'rules-uji', kind: 'rules', versionId: '1000000000000001' },
  { layerId: 'admin-uji', kind: 'admin', versionId: '1000000000000002' },
  { layerId: 'rdtr-uji', kind: 'zones', versionId: '1000000000000003' },
  { layerId: 'rtrw-uji', kind: 'rtrw', versionId: '1000000000000004' },
  {
    layerId: 'banjir-uji',
    kind: 'overlay',
    theme: 'banjir',
    versionId: '1000000000000005',
    coverage: box(116.8, -1.2, 116.81, -1.19),
  },
  { layerId: 'jalan-uji', kind: 'road', versionId: '1000000000000006' },
  { layerId: 'parcel-uji', kind: 'parcel', versionId: '1000000000000007' },
];
const V = Object.fromEntries(LAYERS.map((layer) => [layer.layerId, layer.versionId])) as Record<
  string,
  string
>;
const versionOf = (layerId: string): string => V[layerId] ?? '';

/** Fills an empty, migrated database with the small city and publishes every layer from 2026-01-01. */
export async function insertSmallCity(sql: Sql): Promise<void> {
  await insertLayers(sql);
  await insertGeometry(sql);
  await insertRules(sql, versionOf('rules-uji'));
}

async function insertLayers(sql: Sql): Promise<void> {
  for (const layer of LAYERS) {
    const isRuled = layer.kind === 'zones' || layer.kind === 'rtrw' || layer.kind === 'overlay';
    await sql`
      insert into layer (layer_id, kind, theme, title, plan_scale, is_demo)
      values (${layer.layerId}, ${layer.kind}, ${layer.theme ?? null}, ${`${layer.layerId} (uji)`}, 5000, true)`;
    await sql`
      insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, source_crs,
                                 feature_count, report, coverage, rules_layer_id, regulation_id, is_demo)
      values (${layer.versionId}, ${layer.layerId}, 'uji', 'uji.geojson', ${layer.versionId.repeat(4)}, 'demo', 'EPSG:4326', 1, '{}',
              ${layer.coverage ?? null}::geometry, ${isRuled ? 'rules-uji' : null}, ${isRuled ? 'rdtr' : null}, true)`;
    await publishVersion(sql, layer.layerId, layer.versionId, '2026-01-01');
  }
}

/** Puts a version in force by writing the pointer alone, as the last step of publishing does. */
export async function publishVersion(
  sql: Sql,
  layerId: string,
  versionId: string,
  from: string,
): Promise<void> {
  await sql`insert into publication (layer_id, version_id, valid_from, decree) values (${layerId}, ${versionId}, ${from}, 'CONTOH Nomor 0')`;
}

async function insertGeometry(sql: Sql): Promise<void> {
  const area = (name: string, wkt: string, no: number) => sql`
    insert into admin_area (version_id, feature_no, level, code, name, parent_name, area_m2, geom)
    values (${versionOf('admin-uji')}, ${no}, 'kelurahan', ${`64.71.99.${no}`}, ${name}, 'Kecamatan Uji',
            st_area(st_geomfromtext(${wkt}, 4326)::geography), st_geomfromtext(${wkt}, 4326))`;
  await area('BARAT', box(116.8, -1.2, 116.81, -1.189), 1);
  await area('TIMUR', box(116.81, -1.2, 116.82, -1.189), 2);
  await insertZone(sql, versionOf('rdtr-uji'), 1, 'R-3', box(116.8, -1.2, 116.81, -1.19));
  const notched =
    'MULTIPOLYGON(((116.81 -1.2,116.82 -1.2,116.82 -1.19,116.811 -1.19,116.811 -1.191,116.81 -1.191,116.81 -1.2)))';
  await insertZone(sql, versionOf('rdtr-uji'), 2, 'K-1', notched);
  await insertZone(sql, versionOf('rdtr-uji'), 3, 'R-3', box(116.815, -1.2, 116.82, -1.1975), 'R-3.7');
  await insertZone(sql, versionOf('rtrw-uji'), 1, 'Kawasan Permukiman', box(116.8, -1.2, 116.82, -1.189));
  await sql`
    insert into set_aside (version_id, feature_no, reason, lon, lat, footprint)
    values (${versionOf('rdtr-uji')}, 4, 'selfIntersection', 116.8105, -1.1905, st_geomfromtext(${box(116.81, -1.191, 116.811, -1.19)}, 4326))`;
  await sql`
    with inserted as (
      insert into overlay_area (version_id, feature_no, theme, level_code, name, is_demo, geom)
      values (${versionOf('banjir-uji')}, 1, 'banjir', 'tinggi', 'Rawan banjir tinggi', true, st_geomfromtext(${box(116.8, -1.2, 116.803, -1.19)}, 4326))
      returning overlay_id, version_id, geom)
    insert into overlay_piece (overlay_id, version_id, geom) select overlay_id, version_id, (st_dump(geom)).geom from inserted`;
  const road = (no: number, name: string, roadClass: string, wkt: string) => sql`
    insert into road (version_id, feature_no, name, road_class, row_width_m, is_demo, geom)
    values (${versionOf('jalan-uji')}, ${no}, ${name}, ${roadClass}, 8, true, st_geomfromtext(${wkt}, 4326))`;
  await road(1, 'Jalan Uji', 'lokal', 'MULTILINESTRING((116.8 -1.195,116.81 -1.195))');
  await road(2, 'Jalan Raya Uji', 'arteri', 'MULTILINESTRING((116.81 -1.2,116.81 -1.19))');
  const parcel = box(116.805, -1.1948, 116.8051, -1.1947);
  await sql`
    insert into parcel (version_id, feature_no, nib, area_m2, is_demo, geom)
    values (${versionOf('parcel-uji')}, 1, '9999000000001', st_area(st_geomfromtext(${parcel}, 4326)::geography), true, st_geomfromtext(${parcel}, 4326))`;
}

/** Puts a layer of known places in force, which the small city has none of. */
export async function insertPlaces(
  sql: Sql,
  places: readonly { readonly name: string; readonly at: readonly [lng: number, lat: number] }[],
): Promise<void> {
  const versionId = '1000000000000008';
  await sql`
    insert into layer (layer_id, kind, title, plan_scale, is_demo) values ('tempat-uji', 'place', 'tempat (uji)', 5000, true)`;
  await sql`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, source_crs,
                               feature_count, report, is_demo)
    values (${versionId}, 'tempat-uji', 'uji', 'uji.geojson', ${versionId.repeat(4)}, 'demo', 'EPSG:4326', ${places.length}, '{}', true)`;
  for (const [index, { name, at }] of places.entries())
    await sql`
      insert into place (version_id, feature_no, name, geom)
      values (${versionId}, ${index + 1}, ${name}, st_setsrid(st_makepoint(${at[0]}, ${at[1]}), 4326))`;
  await publishVersion(sql, 'tempat-uji', versionId, '2026-01-01');
}

export async function insertZone(
  sql: Sql,
  versionId: string,
  featureNo: number,
  code: string,
  wkt: string,
  kodunk: string | null = null,
): Promise<void> {
  await sql`
    insert into zone (version_id, feature_no, code, kodunk, kodszn, namobj, kodswp, kodblk, area_m2, is_demo, geom)
    values (${versionId}, ${featureNo}, ${code}, ${kodunk}, ${code}, ${code}, 'CONTOH-A', 'CONTOH-A.1',
            st_area(st_geomfromtext(${wkt}, 4326)::geography), true, st_geomfromtext(${wkt}, 4326))`;
}

async function insertRules(sql: Sql, v: string): Promise<void> {
  await sql`insert into regulation (version_id, regulation_id, kind, title, is_demo) values (${v}, 'rdtr', 'contoh', 'Peraturan Contoh', true)`;
  await sql`insert into legal_source (version_id, source_id, regulation_id, article) values (${v}, 's1', 'rdtr', 'Pasal 1'), (${v}, 's2', 'rdtr', 'Pasal 2')`;
  await sql`
    insert into zone_code (version_id, regulation_id, code, zone_code, zone_name, subzone_name, category, color, source_id)
    values (${v}, 'rdtr', 'R-3', 'R', 'Perumahan', 'Kepadatan Sedang', 'budi daya', '#fff005', 's1'),
           (${v}, 'rdtr', 'K-1', 'K', 'Perdagangan dan Jasa', 'Skala Kota', 'budi daya', '#ff6464', 's1')`;
  await sql`
    insert into intensity_rule (version_id, regulation_id, zone_code, measure, operator, value, unit_as_printed, source_id)
    values (${v}, 'rdtr', 'R-3', 'kdb', 'max', 60, '%', 's1'), (${v}, 'rdtr', 'R-3', 'klb', 'max', 1.8, '', 's1'),
           (${v}, 'rdtr', 'R-3', 'floors', 'max', 3, 'lantai', 's1'), (${v}, 'rdtr', 'K-1', 'kdb', 'max', 80, '%', 's1')`;
  await sql`
    insert into setback_rule (version_id, regulation_id, kind, road_class, value_m, reference_line, source_id)
    values (${v}, 'rdtr', 'gsb', 'lokal', 6, 'as jalan', 's1'), (${v}, 'rdtr', 'gsb', 'arteri', 15, 'as jalan', 's1')`;
  await sql`
    insert into activity (version_id, regulation_id, activity_id, group_name, name, synonyms)
    values (${v}, 'rdtr', 'bengkel', 'Jasa', 'Bengkel kendaraan', '{montir}'), (${v}, 'rdtr', 'rumah', 'Hunian', 'Rumah tunggal', '{}'),
           (${v}, 'rdtr', 'gudang', 'Industri', 'Gudang', '{}')`;
  await sql`insert into itbx_matrix (version_id, regulation_id, empty_means, source_id) values (${v}, 'rdtr', 'tidak diatur', 's2')`;
  await sql`
    insert into itbx_condition (version_id, regulation_id, code, body, source_id)
    values (${v}, 'rdtr', 'T1', 'Beroperasi pukul 07.00–17.00', 's2'), (${v}, 'rdtr', 'B2', 'Menyediakan parkir di dalam bidang', 's2')`;
  await sql`
    insert into itbx_cell (version_id, regulation_id, activity_id, zone_code, raw, codes)
    values (${v}, 'rdtr', 'bengkel', 'R-3', 'T1,B2', '{T1,B2}'), (${v}, 'rdtr', 'bengkel', 'K-1', 'I', '{I}'),
           (${v}, 'rdtr', 'rumah', 'R-3', 'I', '{I}'), (${v}, 'rdtr', 'rumah', 'K-1', 'X', '{X}'),
           (${v}, 'rdtr', 'gudang', 'R-3', '', '{}'), (${v}, 'rdtr', 'gudang', 'K-1', 'I', '{I}')`;
  await sql`
    insert into overlay_effect (version_id, regulation_id, theme, level_code, effect, measure, operator, value, unit_as_printed, body, source_id)
    values (${v}, 'rdtr', 'banjir', 'tinggi', 'cap', 'floors', 'max', 2, 'lantai', 'Paling banyak dua lantai di kawasan rawan banjir tinggi', 's2')`;
  await sql`insert into rtrw_match (version_id, regulation_id, rtrw_class, zone_code) values (${v}, 'rdtr', 'Kawasan Permukiman', 'R')`;
}
