import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { JSONValue, Sql } from 'postgres';

/** Names of streets as Indonesian cities and the demo city have them; where they run is made up here. */
const STREETS = [
  'Jalan Jenderal Sudirman',
  'Jalan Jenderal Ahmad Yani',
  'Jalan MT Haryono',
  'Jalan Mayjen Sutoyo',
  'Jalan Marsma Iswahyudi',
  'Jalan Soekarno Hatta',
  'Jalan Syarifuddin Yoes',
  'Jalan Ruhui Rahayu',
  'Jalan Letjen Suprapto',
  'Jalan Mulawarman',
  'Jalan Indrakila',
  'Jalan Pattimura',
  'Jalan Panjaitan',
  'Jalan Kapten Piere Tendean',
  'Jalan Wolter Monginsidi',
  'Jalan Yos Sudarso',
  'Jalan Gajah Mada',
  'Jalan Prapatan Dalam',
  'Jalan Telindung',
  'Jalan Sepinggan Pratama',
  'Jalan Contoh Pesisir Raya',
  'Jalan Contoh Lingkar Dalam',
  'Gang Contoh Anggrek 12',
  'Jalan Contoh Bahagia',
  'Jalan Contoh Cempaka VI',
  'Jalan Contoh Dahlia VI',
  'Jalan Contoh Damai',
  'Jalan Contoh Graha',
  'Jalan Contoh Jambu V',
  'Jalan Contoh Jembatan',
  'Jalan Contoh Kampung Baru',
  'Jalan Contoh Karang Joang',
  'Jalan Contoh Kariangau',
  'Jalan Contoh Kerapu VI',
  'Jalan Contoh Lamaru Dalam',
  'Jalan Contoh Lingkar Utara',
  'Jalan Contoh Manggar Dalam',
  'Jalan Contoh Teluk',
  'Jalan Contoh Tenggiri X',
  'Jalan Contoh Teritip Dalam',
  'Jalan Contoh Utara Raya',
  'Gang Mufakat',
  'Gang Melati',
] as const;

const KECAMATAN: Readonly<Record<string, string>> = {
  '64.71.01': 'Balikpapan Timur',
  '64.71.02': 'Balikpapan Barat',
  '64.71.03': 'Balikpapan Utara',
  '64.71.04': 'Balikpapan Tengah',
  '64.71.05': 'Balikpapan Selatan',
  '64.71.06': 'Balikpapan Kota',
};

const file = (name: string): Buffer =>
  readFileSync(new URL(`../../data/cities/balikpapan/${name}`, import.meta.url));

/** Fields of one CSV line; quotes may hold commas. */
const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
const rowsOf = (name: string): string[][] =>
  file(name).toString('utf8').trim().split(/\r?\n/).slice(1).map(fieldsOf);

/**
 * The kelurahan and kecamatan of Balikpapan with their aliases, the named places, streets, blocks and parcels:
 * published from 2026-01-01, so that search has as much to confuse as the real city.
 */
export async function insertSearchableCity(
  sql: Sql,
  { parcels = 500 }: { parcels?: number } = {},
): Promise<void> {
  const aliases = new Map(
    rowsOf('aliases.csv').map(([code = '', , list = '']) => [code, list.split('|').filter(Boolean)]),
  );
  const areas = kelurahan();
  const versions = await insertVersions(sql, ['admin', 'place', 'road', 'zones', 'parcel']);
  await sql`
    insert into admin_area (version_id, feature_no, level, code, name, parent_name, aliases, area_m2, geom)
    select ${versions.admin}, row_number() over (), 'kelurahan', a->>'code', a->>'name', a->>'parent',
           array(select jsonb_array_elements_text(a->'aliases')), st_area(g::geography), g
    from jsonb_array_elements(${sql.json(areas.map((area) => ({ ...area, aliases: aliases.get(area.code) ?? [] })))}) a
    cross join lateral (select st_multi(st_makevalid(st_simplifypreservetopology(st_geomfromgeojson(a->>'geometry'), 0.0005)))) s(g)`;
  await sql`
    insert into admin_area (version_id, feature_no, level, code, name, aliases, area_m2, geom)
    select ${versions.admin}, 100 + row_number() over (), 'kecamatan', c->>'code', c->>'name',
           array(select jsonb_array_elements_text(c->'aliases')), sum(a.area_m2), st_multi(st_union(a.geom))
    from jsonb_array_elements(${sql.json(Object.entries(KECAMATAN).map(([code, name]) => ({ code, name, aliases: aliases.get(code) ?? [] })))}) c
    join admin_area a on a.level = 'kelurahan' and a.parent_name = c->>'name' group by c`;
  const places = rowsOf('places-osm.csv').map(([name, category, lat, lon]) => ({ name, category, lat, lon }));
  await sql`
    insert into place (version_id, feature_no, name, category, geom)
    select ${versions.place}, row_number() over (), p->>'name', p->>'category',
           st_setsrid(st_makepoint((p->>'lon')::float8, (p->>'lat')::float8), 4326)
    from jsonb_array_elements(${sql.json(places)}) p`;
  await sql`
    insert into road (version_id, feature_no, name, road_class, is_demo, geom)
    select ${versions.road}, row_number() over (), name, 'lokal', true,
           st_setsrid(st_multi(st_makeline(st_makepoint(116.8 + n * 0.002 + part * 0.001, -1.26), st_makepoint(116.801 + n * 0.002 + part * 0.001, -1.25))), 4326)
    from unnest(${[...STREETS]}::text[]) with ordinality s(name, n), generate_series(0, 1) part`;
  // Two streets of one name, kilometres apart; a hundred metres without a name do not part the second of them.
  await sql`
    insert into road (version_id, feature_no, name, road_class, is_demo, geom)
    select ${versions.road}, 900 + row_number() over (), 'Gang Mawar Uji', 'lingkungan', true,
           st_setsrid(st_multi(st_makeline(st_makepoint(lng, lat), st_makepoint(lng + length, lat))), 4326)
    from (values (116.870, -1.250, 0.001), (116.850, -1.150, 0.002), (116.853, -1.150, 0.002)) piece(lng, lat, length)`;
  await sql`
    insert into zone (version_id, feature_no, code, kodwp, kodswp, kodblk, area_m2, is_demo, geom)
    select ${versions.zones}, 900 + row_number() over (), 'R-3', wp, 'A', 'UJI-KEMBAR', 100, true,
           st_multi(st_makeenvelope(lng, -1.20, lng + 0.001, -1.199, 4326))
    from (values ('1', 116.87), ('2', 116.90)) block(wp, lng)`;
  await sql`
    insert into zone (version_id, feature_no, code, kodblk, area_m2, is_demo, geom)
    select ${versions.zones}, row_number() over (), 'R-3', 'CONTOH-' || swp || '.' || block, 100, true,
           st_multi(st_makeenvelope(116.80 + b * 0.001, -1.20 + s * 0.001, 116.8008 + b * 0.001, -1.1992 + s * 0.001, 4326))
    from unnest(array['I.A', 'I.B', 'II.A', 'III.C']) with ordinality w(swp, s), generate_series(1, 60) b
    cross join lateral (select b::text as block) x`;
  await sql`
    insert into parcel (version_id, feature_no, nib, area_m2, is_demo, geom)
    select ${versions.parcel}, n, '9971' || lpad(n::text, 9, '0'), 100, true,
           st_multi(st_makeenvelope(116.8 + (n % 300) * 0.0005, -1.26 + (n / 300) * 0.0005, 116.8004 + (n % 300) * 0.0005, -1.2596 + (n / 300) * 0.0005, 4326))
    from generate_series(1, ${parcels}::int) n`;
  for (const kind of Object.keys(versions)) {
    await sql`insert into publication (layer_id, version_id, valid_from, decree)
              values (${`${kind}-cari`}, ${versions[kind as keyof typeof versions]}, '2026-01-01', 'CONTOH')`;
  }
  await sql`analyze`;
}

function kelurahan(): { code: string; name: string; parent: string; geometry: JSONValue }[] {
  const { features } = JSON.parse(gunzipSync(file('kelurahan.geojson.gz')).toString('utf8')) as {
    features: { properties: Record<string, string>; geometry: JSONValue }[];
  };
  return features.map(({ properties, geometry }) => ({
    code: properties.kode_kemendagri ?? '',
    name: properties.kelurahan ?? '',
    parent: properties.kecamatan ?? '',
    geometry,
  }));
}

async function insertVersions<K extends string>(sql: Sql, kinds: readonly K[]): Promise<Record<K, string>> {
  const ids = {} as Record<K, string>;
  for (const [index, kind] of kinds.entries()) {
    const id = `5ea7c40000000${String(index).padStart(3, '0')}`;
    await sql`insert into layer (layer_id, kind, title, is_demo) values (${`${kind}-cari`}, ${kind}, ${kind}, ${kind !== 'admin'})`;
    await sql`
      insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report)
      values (${id}, ${`${kind}-cari`}, 'uji', 'uji', ${id.repeat(4)}, 'demo', 1, '{}')`;
    ids[kind] = id;
  }
  return ids;
}
