import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { JSONValue, Sql, TransactionSql } from 'postgres';
import type { DemoLayer } from './demo-layers.ts';

/** One value of a row for COPY in text format; null is \N. */
export type CopyValue = string | number | boolean | null | readonly string[];

const escapeText = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');

const copyField = (value: CopyValue): string => {
  if (value === null) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeText(value);
  const items = value.map((item) => `"${item.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);
  return escapeText(`{${items.join(',')}}`);
};

/** Rows are sent in pieces of about this many bytes, so that a city is never one string. */
const PIECE_BYTES = 1 << 20;

async function sendRows(stream: Writable, rows: Iterable<readonly CopyValue[]>): Promise<void> {
  function* pieces(): Iterable<string> {
    let lines: string[] = [];
    let size = 0;
    for (const row of rows) {
      const line = `${row.map(copyField).join('\t')}\n`;
      lines.push(line);
      size += line.length;
      if (size < PIECE_BYTES) continue;
      yield lines.join('');
      lines = [];
      size = 0;
    }
    yield lines.join('');
  }
  await pipeline(Readable.from(pieces()), stream);
}

/** True when the register knows no layer at all. */
export async function isRegisterEmpty(sql: Sql): Promise<boolean> {
  return (await sql`select 1 from layer limit 1`).length === 0;
}

/** Of the versions given, those that are there. */
export async function knownVersions(sql: Sql, versionIds: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ versionId: string }[]>`
    select version_id as "versionId" from layer_version where version_id = any(${[...versionIds]})`;
  return new Set(rows.map(({ versionId }) => versionId));
}

/** Of the layers given: which have a version, and which are in force. */
export async function knownLayers(
  sql: Sql,
  layerIds: readonly string[],
): Promise<{ layerId: string; isPublished: boolean }[]> {
  return await sql<{ layerId: string; isPublished: boolean }[]>`
    select l.layer_id as "layerId", exists (select from publication p where p.layer_id = l.layer_id) as "isPublished"
    from layer l where l.layer_id = any(${[...layerIds]})`;
}

/** Of the versions given, those that were ever put in force. */
export async function publishedVersions(sql: Sql, versionIds: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ versionId: string }[]>`
    select distinct version_id as "versionId" from publication where version_id = any(${[...versionIds]})`;
  return new Set(rows.map(({ versionId }) => versionId));
}

export async function saveDemoLayer(
  tx: TransactionSql,
  layer: DemoLayer,
  rulesLayerId: string,
  source: { name: string; sha256: string; crs: string; report: JSONValue },
): Promise<void> {
  await tx`
    insert into layer (layer_id, kind, theme, title, producer, plan_scale, is_demo)
    values (${layer.layerId}, ${layer.kind}, ${layer.theme}, ${layer.title}, ${layer.producer}, ${layer.planScale},
            ${layer.isDemo})
    on conflict (layer_id) do nothing`;
  await tx`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, source_crs,
                               feature_count, report, rules_layer_id, regulation_id, is_demo)
    values (${layer.versionId}, ${layer.layerId}, 'Kota contoh', ${source.name}, ${source.sha256}, 'demo', ${source.crs},
            ${layer.featureCount}, ${tx.json(source.report)}, ${layer.regulationId === null ? null : rulesLayerId},
            ${layer.regulationId}, ${layer.isDemo})`;
}

/** The ground of which a draft version speaks at all: the union of these kelurahan of another version. */
export async function limitCoverage(
  tx: TransactionSql,
  versionId: string,
  adminVersionId: string,
  kelurahanCodes: readonly string[],
): Promise<void> {
  await tx`
    update layer_version set coverage = (
      select st_multi(st_union(geom)) from admin_area
      where version_id = ${adminVersionId} and level = 'kelurahan' and code = any(${[...kelurahanCodes]}))
    where version_id = ${versionId}`;
}

type Rows = Iterable<readonly CopyValue[]>;

export async function copyZones(tx: TransactionSql, rows: Rows): Promise<void> {
  await sendRows(
    await tx`
      copy zone (version_id, feature_no, code, kodzon, namzon, kodszn, namszn, namobj, jnsrpr, kodwp, kodswp, kodblk,
                 wadmkc, wadmkd, remark, stated_area_ha, area_m2, is_demo, geom) from stdin`.writable(),
    rows,
  );
}

export async function copyParcels(tx: TransactionSql, rows: Rows): Promise<void> {
  await sendRows(
    await tx`
      copy parcel (version_id, feature_no, nib, kelurahan_code, block_code, area_m2, is_demo, geom)
      from stdin`.writable(),
    rows,
  );
}

export async function copyRoads(tx: TransactionSql, rows: Rows): Promise<void> {
  await sendRows(
    await tx`copy road (version_id, feature_no, name, road_class, row_width_m, is_demo, geom) from stdin`.writable(),
    rows,
  );
}

export async function copyUtilities(tx: TransactionSql, rows: Rows): Promise<void> {
  await sendRows(
    await tx`copy utility_line (version_id, feature_no, network, name, is_demo, geom) from stdin`.writable(),
    rows,
  );
}

/** Big areas are cut into pieces as the importer cuts them. */
export async function copyOverlays(tx: TransactionSql, rows: Rows, versionId: string): Promise<void> {
  await sendRows(
    await tx`
      copy overlay_area (version_id, feature_no, theme, level_code, name, is_demo, geom) from stdin`.writable(),
    rows,
  );
  await tx`
    insert into overlay_piece (overlay_id, version_id, geom)
    select overlay_id, version_id, (st_dump(st_subdivide(geom, 96))).geom
    from overlay_area where version_id = ${versionId}`;
}

export async function copyAdminAreas(tx: TransactionSql, rows: Rows): Promise<void> {
  await sendRows(
    await tx`
      copy admin_area (version_id, feature_no, level, code, name, parent_name, aliases, area_m2, geom)
      from stdin`.writable(),
    rows,
  );
}

export async function copyPlaces(tx: TransactionSql, rows: Rows): Promise<void> {
  await sendRows(
    await tx`copy place (version_id, feature_no, name, category, geom) from stdin`.writable(),
    rows,
  );
}

/** The planner knows the new tables at once and not only after the next autovacuum. */
export async function analyzeAll(sql: Sql): Promise<void> {
  await sql`analyze zone, parcel, road, utility_line, overlay_area, overlay_piece, admin_area, place`;
}
