import type { ImportReport } from '#domain/publication/import-report';
import type { ImportKind } from '#domain/publication/layer-kind';
import type { Queryable } from '../../platform/db.ts';

export interface LayerInput {
  readonly layerId: string;
  readonly kind: ImportKind;
  readonly theme: string | null;
  readonly title: string;
  readonly producer: string | null;
  readonly rulesLayerId: string | null;
  readonly regulationId: string | null;
  readonly planScale: number | null;
  readonly isDemo: boolean;
}

export interface LayerRow {
  readonly kind: string;
  readonly theme: string | null;
  readonly title: string;
  readonly producer: string | null;
  readonly planScale: number | null;
}

export async function findLayer(tx: Queryable, layerId: string): Promise<LayerRow | null> {
  const [row] = await tx<LayerRow[]>`
    select kind, theme, title, producer, plan_scale as "planScale"
    from layer where layer_id = ${layerId}`;
  return row ?? null;
}

/** One import into a layer at a time; held to the end of the transaction. */
export async function lockLayer(tx: Queryable, layerId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('import'), hashtext(${layerId}))`;
}

/** Makes the layer when it is new; an existing one stays as it is: a draft changes nothing that is in force. */
export async function saveLayer(tx: Queryable, layer: LayerInput): Promise<void> {
  await tx`
    insert into layer (layer_id, kind, theme, title, producer, plan_scale, is_demo)
    values (${layer.layerId}, ${layer.kind}, ${layer.theme}, ${layer.title}, ${layer.producer}, ${layer.planScale},
            ${layer.isDemo})
    on conflict (layer_id) do nothing`;
}

/** Which rule set explains the codes of a version: the rules layer and the regulation within it. */
export interface RuleSetChoice {
  readonly rulesLayerId: string;
  readonly regulationId: string;
}

/** The rule set of the newest version of a layer: what the next import takes when it names none. */
export async function findUsualRuleSet(tx: Queryable, layerId: string): Promise<RuleSetChoice | null> {
  const [row] = await tx<RuleSetChoice[]>`
    select rules_layer_id as "rulesLayerId", regulation_id as "regulationId"
    from layer_version where layer_id = ${layerId} and rules_layer_id is not null
    order by imported_at desc limit 1`;
  return row ?? null;
}

/** The regulations of the newest version of a rules layer, in force or draft. */
export async function listRegulations(tx: Queryable, rulesLayerId: string): Promise<string[]> {
  const rows = await tx<{ regulationId: string }[]>`
    select regulation_id as "regulationId" from regulation
    where version_id = (select version_id from layer_version where layer_id = ${rulesLayerId}
                        order by imported_at desc limit 1)
    order by 1`;
  return rows.map(({ regulationId }) => regulationId);
}

export interface ExistingVersion {
  readonly importedAt: Date;
  readonly label: string;
  readonly report: ImportReport;
}

export async function findVersion(tx: Queryable, versionId: string): Promise<ExistingVersion | null> {
  const [row] = await tx<ExistingVersion[]>`
    select imported_at as "importedAt", label, report from layer_version where version_id = ${versionId}`;
  return row ?? null;
}

export interface VersionInput {
  readonly versionId: string;
  readonly layerId: string;
  readonly label: string;
  readonly report: ImportReport;
  readonly ruleSet: RuleSetChoice | null;
  /** Where it speaks at all, as hexadecimal EWKB; null: the whole city. */
  readonly coverage: string | null;
}

export async function insertVersion(tx: Queryable, version: VersionInput): Promise<void> {
  const { report } = version;
  await tx`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, source_crs,
                               feature_count, set_aside_count, report, special_fields, rules_layer_id, regulation_id,
                               coverage, is_demo)
    values (${version.versionId}, ${version.layerId}, ${version.label}, ${report.source.name}, ${report.source.sha256},
            ${report.source.format}, ${report.source.crs}, ${report.counts.accepted}, ${report.counts.setAside},
            ${tx.json(JSON.parse(JSON.stringify(report)))}, ${report.specialFields},
            ${version.ruleSet?.rulesLayerId ?? null}, ${version.ruleSet?.regulationId ?? null},
            ${version.coverage}::geometry, ${report.options.isDemo})`;
}

/** Half the width that stands for a line which did not go in, degrees: about a metre. */
const LINE_FOOTPRINT_DEG = 0.00001;

/** Rows that did not go in. A footprint is made valid only to know the ground that has no data. */
export async function insertSetAside(tx: Queryable, versionId: string): Promise<void> {
  await tx`
    insert into set_aside (version_id, feature_no, reason, detail, lon, lat, source_attributes, footprint)
    select ${versionId}, feature_no, reason, detail, lon, lat, attributes,
           case when st_dimension(geom) > 0 and reason not in ('outsideLonLatRange', 'nonFiniteCoordinate') then
             nullif(st_multi(st_collectionextract(case st_dimension(geom)
               when 2 then st_makevalid(geom) else st_buffer(geom, ${LINE_FOOTPRINT_DEG}) end, 3)), 'SRID=4326;MULTIPOLYGON EMPTY'::geometry)
           end
    from import_staging where reason is not null`;
}

/** Moves the accepted rows from staging into the table of their kind. */
export async function insertRows(
  tx: Queryable,
  versionId: string,
  kind: ImportKind,
  theme: string | null,
  isDemo: boolean,
): Promise<void> {
  switch (kind) {
    case 'zones':
    case 'rtrw':
      return insertZones(tx, versionId, isDemo);
    case 'overlay':
      return insertOverlays(tx, versionId, theme ?? '', isDemo);
    case 'road':
      return insertRoads(tx, versionId, isDemo);
    case 'parcel':
      return insertParcels(tx, versionId, isDemo);
    case 'utility':
      return insertUtilities(tx, versionId, isDemo);
    case 'admin':
      return insertAdminAreas(tx, versionId);
    case 'place':
      return insertPlaces(tx, versionId);
  }
}

async function insertZones(tx: Queryable, versionId: string, isDemo: boolean): Promise<void> {
  await tx`
    insert into zone (version_id, feature_no, code, kodzon, namzon, kodszn, namszn, namobj, jnsrpr, kodwp, kodswp, kodblk,
                      kodsbl, wadmkc, wadmkd, remark, kodunk, stated_area_ha, area_m2, special, source_attributes, is_demo, geom)
    select ${versionId}, feature_no, mapped->>'code', mapped->>'kodzon', mapped->>'namzon', mapped->>'kodszn',
           mapped->>'namszn', mapped->>'namobj', mapped->>'jnsrpr', mapped->>'kodwp', mapped->>'kodswp', mapped->>'kodblk',
           mapped->>'kodsbl', mapped->>'wadmkc', mapped->>'wadmkd', mapped->>'remark', mapped->>'kodunk',
           (mapped->>'stated_area_ha')::float8, area_m2, special, attributes, ${isDemo}, geom
    from import_staging where reason is null order by feature_no`;
}

async function insertOverlays(
  tx: Queryable,
  versionId: string,
  theme: string,
  isDemo: boolean,
): Promise<void> {
  await tx`
    insert into overlay_area (version_id, feature_no, theme, level_code, name, source_attributes, is_demo, geom)
    select ${versionId}, s.feature_no, ${theme}, coalesce(mapped->>'level_code', ''),
           coalesce(mapped->>'name', (select title from layer join layer_version using (layer_id) where version_id = ${versionId})),
           attributes, ${isDemo}, geom
    from import_staging s where reason is null order by feature_no`;
  await tx`
    insert into overlay_piece (overlay_id, version_id, geom)
    select overlay_id, version_id, (st_dump(st_subdivide(geom, 96))).geom
    from overlay_area where version_id = ${versionId}`;
}

async function insertRoads(tx: Queryable, versionId: string, isDemo: boolean): Promise<void> {
  await tx`
    insert into road (version_id, feature_no, name, road_class, row_width_m, source_attributes, is_demo, geom)
    select ${versionId}, feature_no, mapped->>'name', mapped->>'road_class', (mapped->>'row_width_m')::float8,
           attributes, ${isDemo}, geom
    from import_staging where reason is null order by feature_no`;
}

async function insertParcels(tx: Queryable, versionId: string, isDemo: boolean): Promise<void> {
  await tx`
    insert into parcel (version_id, feature_no, nib, kelurahan_code, block_code, area_m2, is_demo, geom)
    select ${versionId}, feature_no, mapped->>'nib', mapped->>'kelurahan_code', mapped->>'block_code', area_m2, ${isDemo}, geom
    from import_staging where reason is null order by feature_no`;
}

async function insertUtilities(tx: Queryable, versionId: string, isDemo: boolean): Promise<void> {
  await tx`
    insert into utility_line (version_id, feature_no, network, name, source_attributes, is_demo, geom)
    select ${versionId}, feature_no, mapped->>'network', mapped->>'name', attributes, ${isDemo}, geom
    from import_staging where reason is null order by feature_no`;
}

async function insertAdminAreas(tx: Queryable, versionId: string): Promise<void> {
  await tx`
    insert into admin_area (version_id, feature_no, level, code, name, parent_name, aliases, area_m2, geom)
    select ${versionId}, feature_no, mapped->>'level', mapped->>'code', mapped->>'name', mapped->>'parent_name',
           array(select jsonb_array_elements_text(mapped->'aliases')), area_m2, geom
    from import_staging where reason is null order by feature_no`;
}

async function insertPlaces(tx: Queryable, versionId: string): Promise<void> {
  await tx`
    insert into place (version_id, feature_no, name, category, geom)
    select ${versionId}, feature_no, mapped->>'name', mapped->>'category', geom
    from import_staging where reason is null order by feature_no`;
}
