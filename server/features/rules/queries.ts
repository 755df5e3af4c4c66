import type { Sql, TransactionSql } from 'postgres';
import type { RuleRows } from '#domain/rules/build-rule-set';
import { parseItbxCell } from '#domain/rules/itbx-cell';
import type { KbliRow } from '#domain/rules/read-code-lists';
import type { RulesReport } from '#domain/rules/rules-report';
import type { ZoneWithRules } from '#domain/rules/zone-attributes';

type Query = Sql | TransactionSql;

export type NewRulesVersion = {
  readonly versionId: string;
  readonly layerId: string;
  readonly layerTitle: string;
  readonly label: string;
  readonly sourceName: string;
  readonly sourceSha256: string;
  readonly sourceFormat: string;
  readonly isDemo: boolean;
  readonly report: RulesReport;
};

/** `<edition>:<code>` of every five-digit KBLI entry; empty when the list was not imported. */
export const selectKbliCodes = async (sql: Query): Promise<ReadonlySet<string>> => {
  const rows = await sql<{ key: string }[]>`select edition || ':' || code as key from kbli`;
  return new Set(rows.map((row) => row.key));
};

/** Puts the given codes in the place of all codes of their editions. */
export const replaceKbli = async (
  sql: Query,
  rows: readonly (KbliRow & { readonly synonyms: readonly string[] })[],
): Promise<void> => {
  const editions = [...new Set(rows.map((row) => row.edition))];
  await sql`delete from kbli where edition = any(${editions})`;
  await sql`
    insert into kbli (edition, code, title, description, synonyms)
    select r.* from jsonb_to_recordset(${sql.json(rows)}) as r(
      edition text, code text, title text, description text, synonyms text[])`;
};

/** Polygons of a plan version with their untouched attributes, in the order of the source. */
export const selectZoneAttributes = async (
  sql: Query,
  versionId: string,
): Promise<readonly ZoneWithRules[]> =>
  sql<ZoneWithRules[]>`
    select feature_no as "featureNo", kodunk, source_attributes as attributes
    from zone where version_id = ${versionId} order by feature_no`;

/** The kind of a layer, or null when there is none of that name. */
export const selectLayerKind = async (sql: Query, layerId: string): Promise<string | null> => {
  const [row] = await sql<{ kind: string }[]>`select kind from layer where layer_id = ${layerId}`;
  return row?.kind ?? null;
};

/** A layer of rules; null when there is none of that name. */
export const selectRulesLayer = async (
  sql: Query,
  layerId: string,
): Promise<{ readonly isDemo: boolean } | null> => {
  const [row] = await sql<{ isDemo: boolean }[]>`
    select is_demo as "isDemo" from layer where layer_id = ${layerId} and kind = 'rules'`;
  return row ?? null;
};

/** Whoever drafts into this layer in the same way waits until the transaction ends. */
export const lockLayer = async (tx: Query, layerId: string): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtextextended('rules draft ' || ${layerId}::text, 0))`;
};

/**
 * The version that came last into a layer and still stands: what was published last, or a draft that nobody has refused or taken
 * back. What was in force and is not any more, because the office went back, is nothing to write over. Null when there is none.
 */
export const selectNewestVersion = async (sql: Query, layerId: string): Promise<string | null> => {
  const [row] = await sql<{ versionId: string }[]>`
    select v.version_id as "versionId" from layer_version v
    where v.layer_id = ${layerId}
      and case when exists (select from publication p where p.version_id = v.version_id)
               then v.version_id = (select p.version_id from publication p where p.layer_id = v.layer_id
                                    order by p.recorded_at desc, p.publication_id desc limit 1)
               else not exists (select from release_item i join release r using (release_id)
                                where i.version_id = v.version_id and r.state in ('ditolak', 'ditarik')) end
    order by v.imported_at desc, v.version_id limit 1`;
  return row?.versionId ?? null;
};

export const versionExists = async (sql: Query, versionId: string): Promise<boolean> => {
  const rows = await sql`select 1 from layer_version where version_id = ${versionId}`;
  return rows.length > 0;
};

export const insertVersion = async (
  sql: Query,
  version: NewRulesVersion,
  rowCount: number,
): Promise<void> => {
  await sql`
    insert into layer (layer_id, kind, title, is_demo)
    values (${version.layerId}, 'rules', ${version.layerTitle}, ${version.isDemo})
    on conflict (layer_id) do nothing`;
  await sql`
    insert into layer_version
      (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report, is_demo)
    values (${version.versionId}, ${version.layerId}, ${version.label}, ${version.sourceName},
            ${version.sourceSha256}, ${version.sourceFormat}, ${rowCount}, ${sql.json(version.report)},
            ${version.isDemo})`;
};

/**
 * Writes all rows of a rule set, one statement per table, each with one JSON parameter: a matrix of 100,000 cells
 * stays far from the limit of 65,535 parameters. Call it inside a transaction.
 */
export const insertRules = async (sql: Query, versionId: string, rows: RuleRows): Promise<void> => {
  await sql`
    insert into regulation (version_id, regulation_id, kind, title, number_text, set_on, valid_from, valid_to,
                            status, url, is_demo)
    select ${versionId}, r.* from jsonb_to_recordset(${sql.json(rows.regulations)}) as r(
      regulation_id text, kind text, title text, number_text text, set_on date, valid_from date, valid_to date,
      status text, url text, is_demo boolean)`;
  await sql`
    insert into legal_source (version_id, source_id, regulation_id, article, quote)
    select ${versionId}, r.* from jsonb_to_recordset(${sql.json(rows['legal-sources'])}) as r(
      source_id text, regulation_id text, article text, quote text)`;
  await sql`
    insert into zone_code (version_id, regulation_id, code, zone_code, zone_name, subzone_name, category, color,
                           provisional, description, source_id, position)
    select ${versionId}, r.* from jsonb_to_recordset(${sql.json(numbered(rows['zone-codes']))}) as r(
      regulation_id text, code text, zone_code text, zone_name text, subzone_name text, category text, color text,
      provisional boolean, description text, source_id text, position integer)`;
  await sql`
    insert into intensity_rule (version_id, regulation_id, zone_code, measure, operator, value, text_value,
                                unit_as_printed, parcel_min_m2, parcel_max_m2, road_class, kodswp, kodblk, source_id)
    select ${versionId}, r.* from jsonb_to_recordset(${sql.json(rows.intensity)}) as r(
      regulation_id text, zone_code text, measure text, operator text, value numeric, text_value text,
      unit_as_printed text, parcel_min_m2 numeric, parcel_max_m2 numeric, road_class text, kodswp text, kodblk text,
      source_id text)`;
  await sql`
    insert into setback_rule (version_id, regulation_id, kind, zone_code, road_class, value_m, text_value,
                              reference_line, source_id)
    select ${versionId}, r.* from jsonb_to_recordset(${sql.json(rows.setbacks)}) as r(
      regulation_id text, kind text, zone_code text, road_class text, value_m numeric, text_value text,
      reference_line text, source_id text)`;
  await sql`
    insert into zoning_note (version_id, regulation_id, kind, zone_code, kodswp, kodblk, code, body, source_id)
    select ${versionId}, r.* from jsonb_to_recordset(${sql.json(rows.notes)}) as r(
      regulation_id text, kind text, zone_code text, kodswp text, kodblk text, code text, body text,
      source_id text)`;
  await insertActivities(sql, versionId, rows);
  await insertMatrices(sql, versionId, rows);
  await sql`
    insert into overlay_effect (version_id, regulation_id, theme, level_code, effect, measure, operator, value,
                                unit_as_printed, activity_id, itbx_codes, body, source_id)
    select ${versionId}, r.* from jsonb_to_recordset(${sql.json(rows['overlay-effects'])}) as r(
      regulation_id text, theme text, level_code text, effect text, measure text, operator text, value numeric,
      unit_as_printed text, activity_id text, itbx_codes text[], body text, source_id text)`;
  await sql`
    insert into rtrw_match (version_id, regulation_id, rtrw_class, zone_code)
    select ${versionId}, r.* from jsonb_to_recordset(${sql.json(rows['rtrw-matches'])}) as r(
      regulation_id text, rtrw_class text, zone_code text)`;
};

/** Rows with their place in the table, so that lists read as the regulation prints them. */
const numbered = <R extends object>(rows: readonly R[]): readonly (R & { readonly position: number })[] =>
  rows.map((row, position) => ({ ...row, position }));

const insertActivities = async (sql: Query, versionId: string, rows: RuleRows): Promise<void> => {
  const activities = sql.json(numbered(rows.activities));
  await sql`
    insert into activity (version_id, regulation_id, activity_id, group_name, name, synonyms, position)
    select ${versionId}, r.* from jsonb_to_recordset(${activities}) as r(
      regulation_id text, activity_id text, group_name text, name text, synonyms text[], position integer)`;
  await sql`
    insert into activity_kbli (version_id, regulation_id, activity_id, kbli_edition, kbli_code)
    select distinct ${versionId}, r.regulation_id, r.activity_id, r.kbli_edition, code
    from jsonb_to_recordset(${activities}) as r(
      regulation_id text, activity_id text, kbli text[], kbli_edition text), unnest(r.kbli) as code`;
};

const insertMatrices = async (sql: Query, versionId: string, rows: RuleRows): Promise<void> => {
  await sql`
    insert into itbx_matrix (version_id, regulation_id, empty_means, source_id)
    select ${versionId}, r.* from jsonb_to_recordset(${sql.json(rows.matrices)}) as r(
      regulation_id text, empty_means text, source_id text)`;
  await sql`
    insert into itbx_condition (version_id, regulation_id, code, body, source_id)
    select ${versionId}, r.* from jsonb_to_recordset(${sql.json(rows.conditions)}) as r(
      regulation_id text, code text, body text, source_id text)`;
  const cells = rows['itbx-cells'].map((row) => {
    const codes = parseItbxCell(row.cell);
    return { ...row, codes: codes.ok ? codes.value : [] };
  });
  await sql`
    insert into itbx_cell (version_id, regulation_id, activity_id, zone_code, raw, codes)
    select ${versionId}, r.* from jsonb_to_recordset(${sql.json(cells)}) as r(
      regulation_id text, activity_id text, zone_code text, cell text, codes text[])`;
};

export type StoredRules = {
  readonly layerId: string;
  readonly isDemo: boolean;
  readonly rows: RuleRows;
};

/** All rows of one rules version as the tables name them, or null when there is no such version of kind rules. */
export const selectRules = async (sql: Query, versionId: string): Promise<StoredRules | null> => {
  const [owner] = await sql<{ layer_id: string; is_demo: boolean }[]>`
    select v.layer_id, v.is_demo from layer_version v join layer l using (layer_id)
    where v.version_id = ${versionId} and l.kind = 'rules'`;
  if (owner === undefined) return null;
  const [
    regulations,
    legalSources,
    zoneCodes,
    intensity,
    setbacks,
    notes,
    activities,
    matrices,
    conditions,
    cells,
    effects,
    matches,
  ] = await Promise.all([
    sql<Mutable<RuleRows['regulations']>>`
      select regulation_id, kind, title, number_text, set_on::text, valid_from::text, valid_to::text, status, url,
             is_demo
      from regulation where version_id = ${versionId} order by regulation_id`,
    sql<Mutable<RuleRows['legal-sources']>>`
      select source_id, regulation_id, article, quote
      from legal_source where version_id = ${versionId} order by source_id`,
    sql<Mutable<RuleRows['zone-codes']>>`
      select regulation_id, code, zone_code, zone_name, subzone_name, category, color, provisional, description,
             source_id
      from zone_code where version_id = ${versionId} order by regulation_id, position, code`,
    sql<Mutable<RuleRows['intensity']>>`
      select regulation_id, zone_code, measure, operator, value::float8, text_value, unit_as_printed,
             parcel_min_m2::float8, parcel_max_m2::float8, road_class, kodswp, kodblk, source_id
      from intensity_rule where version_id = ${versionId} order by rule_id`,
    sql<Mutable<RuleRows['setbacks']>>`
      select regulation_id, kind, zone_code, road_class, value_m::float8, text_value, reference_line, source_id
      from setback_rule where version_id = ${versionId} order by rule_id`,
    sql<Mutable<RuleRows['notes']>>`
      select regulation_id, kind, zone_code, kodswp, kodblk, code, body, source_id
      from zoning_note where version_id = ${versionId} order by note_id`,
    sql<Mutable<RuleRows['activities']>>`
      select a.regulation_id, a.activity_id, a.group_name, a.name, a.synonyms,
             coalesce(array_agg(k.kbli_code order by k.kbli_code) filter (where k.kbli_code is not null), '{}') as kbli,
             coalesce(min(k.kbli_edition), '2020') as kbli_edition
      from activity a left join activity_kbli k using (version_id, regulation_id, activity_id)
      where a.version_id = ${versionId}
      group by a.regulation_id, a.activity_id, a.group_name, a.name, a.synonyms, a.position
      order by a.regulation_id, a.position, a.activity_id`,
    sql<Mutable<RuleRows['matrices']>>`
      select regulation_id, empty_means, source_id
      from itbx_matrix where version_id = ${versionId} order by regulation_id`,
    sql<Mutable<RuleRows['conditions']>>`
      select regulation_id, code, body, source_id
      from itbx_condition where version_id = ${versionId} order by regulation_id, code`,
    sql<Mutable<RuleRows['itbx-cells']>>`
      select regulation_id, activity_id, zone_code, raw as cell
      from itbx_cell where version_id = ${versionId} order by regulation_id, activity_id, zone_code`,
    sql<Mutable<RuleRows['overlay-effects']>>`
      select regulation_id, theme, level_code, effect, measure, operator, value::float8, unit_as_printed,
             activity_id, coalesce(itbx_codes, '{}') as itbx_codes, body, source_id
      from overlay_effect where version_id = ${versionId} order by effect_id`,
    sql<Mutable<RuleRows['rtrw-matches']>>`
      select regulation_id, rtrw_class, zone_code
      from rtrw_match where version_id = ${versionId} order by regulation_id, rtrw_class, zone_code`,
  ]);
  return {
    layerId: owner.layer_id,
    isDemo: owner.is_demo,
    rows: {
      regulations,
      'legal-sources': legalSources,
      'zone-codes': zoneCodes,
      intensity,
      setbacks,
      notes,
      activities,
      matrices,
      conditions,
      'itbx-cells': cells,
      'overlay-effects': effects,
      'rtrw-matches': matches,
    },
  };
};

/** The driver's result type wants a mutable array of the same rows. */
type Mutable<R extends readonly object[]> = R[number][];
