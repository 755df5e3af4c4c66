import type { ReservedSql, Sql, TransactionSql } from 'postgres';
import type { AccessClass } from '#domain/release/access-class';
import type { TileRow } from '../../../tiles/build-pyramid.ts';
import type { DrawnKind } from '../../../tiles/layers/index.ts';

type Queryable = Sql | ReservedSql | TransactionSql;

export interface LayerAndVersion {
  readonly layerId: string;
  readonly kind: string;
  readonly title: string;
  readonly isDemo: boolean;
  /** Only what is for everybody has tiles. */
  readonly accessClass: AccessClass;
}

/** The layer that a version belongs to. */
export async function findVersion(sql: Queryable, versionId: string): Promise<LayerAndVersion | undefined> {
  const [row] = await sql<LayerAndVersion[]>`
    select l.layer_id as "layerId", l.kind, l.title, l.is_demo or v.is_demo as "isDemo",
           l.access_class as "accessClass"
    from layer_version v join layer l using (layer_id)
    where v.version_id = ${versionId}`;
  return row;
}

export async function layerExists(sql: Queryable, layerId: string): Promise<boolean> {
  return (await sql`select 1 from layer where layer_id = ${layerId}`).length > 0;
}

/** The version that was imported last into a layer, in force or draft. */
export async function findNewestVersion(sql: Queryable, layerId: string): Promise<string | undefined> {
  const [row] = await sql<{ versionId: string }[]>`
    select version_id as "versionId" from layer_version where layer_id = ${layerId} order by imported_at desc limit 1`;
  return row?.versionId;
}

/** Layers whose version in force on a day (YYYY-MM-DD) came with the demo city; names of places are real and stay. */
export async function demoCityLayers(sql: Queryable, day: string): Promise<string[]> {
  const rows = await sql<{ layerId: string }[]>`
    select f.layer_id as "layerId"
    from version_in_force(${day}::date) f join layer_version v on v.version_id = f.version_id
    where v.source_name = 'demo-city' and f.kind <> 'place'
    order by f.layer_id`;
  return rows.map(({ layerId }) => layerId);
}

export interface Publication {
  /** Null: the layer is withdrawn from that day. */
  readonly versionId: string | null;
  /** YYYY-MM-DD */
  readonly validFrom: string;
  readonly decree: string;
  /** For whom it was published. */
  readonly accessClass: AccessClass;
}

/** All publications of a layer, the one that wins on its day last. */
export async function publicationsOf(sql: Queryable, layerId: string): Promise<Publication[]> {
  return await sql<Publication[]>`
    select version_id as "versionId", valid_from::text as "validFrom", decree, access_class as "accessClass"
    from publication where layer_id = ${layerId}
    order by valid_from, recorded_at, publication_id`;
}

/** Features of a version as tile rows, in the order of their numbers. Geometry leaves as WKB in WGS 84. */
export async function readTileRows(sql: Queryable, kind: DrawnKind, versionId: string): Promise<TileRow[]> {
  const rows = await selectRows(sql, kind, versionId);
  return rows.map(({ id, values, wkb }) => ({ id, values, wkb: Buffer.from(wkb, 'base64') }));
}

/** Blocks of a plan, dissolved from its zones; zones that name no block are in none. */
export async function readBlockRows(sql: Queryable, versionId: string): Promise<TileRow[]> {
  const rows = await sql<RawRow[]>`
    select (row_number() over (order by kodwp, kodswp, kodblk))::int as id, array[kodblk] as values,
           encode(st_asbinary(st_union(geom), 'NDR'), 'base64') as wkb
    from zone where version_id = ${versionId} and btrim(kodblk) <> ''
    group by kodwp, kodswp, kodblk
    order by kodwp, kodswp, kodblk`;
  return rows.map(({ id, values, wkb }) => ({ id, values, wkb: Buffer.from(wkb, 'base64') }));
}

interface RawRow {
  readonly id: number;
  readonly values: (string | null)[];
  /** base64: 1.6 times faster to read than the driver's bytea (measured 2026-11-21). */
  readonly wkb: string;
}

async function selectRows(sql: Queryable, kind: DrawnKind, versionId: string): Promise<RawRow[]> {
  switch (kind) {
    case 'zones':
    case 'rtrw':
      return await sql<RawRow[]>`
        select feature_no as id, array[code] as values, encode(st_asbinary(geom, 'NDR'), 'base64') as wkb
        from zone where version_id = ${versionId} order by feature_no`;
    case 'parcel':
      return await sql<RawRow[]>`
        select feature_no as id, array[nib] as values, encode(st_asbinary(geom, 'NDR'), 'base64') as wkb
        from parcel where version_id = ${versionId} order by feature_no`;
    case 'admin':
      return await sql<RawRow[]>`
        select feature_no as id, array[level, name] as values, encode(st_asbinary(geom, 'NDR'), 'base64') as wkb
        from admin_area where version_id = ${versionId} order by feature_no`;
    case 'overlay':
      return await sql<RawRow[]>`
        select feature_no as id, array[nullif(level_code, ''), name] as values,
               encode(st_asbinary(geom, 'NDR'), 'base64') as wkb
        from overlay_area where version_id = ${versionId} order by feature_no`;
    case 'road':
      return await sql<RawRow[]>`
        select feature_no as id, array[road_class, name] as values, encode(st_asbinary(geom, 'NDR'), 'base64') as wkb
        from road where version_id = ${versionId} order by feature_no`;
    case 'utility':
      return await sql<RawRow[]>`
        select feature_no as id, array[network] as values, encode(st_asbinary(geom, 'NDR'), 'base64') as wkb
        from utility_line where version_id = ${versionId} order by feature_no`;
    case 'place':
      return await sql<RawRow[]>`
        select feature_no as id, array[name, category] as values, encode(st_asbinary(geom, 'NDR'), 'base64') as wkb
        from place where version_id = ${versionId} order by feature_no`;
  }
}

/** The archives that were recorded of layers that everybody may see: of one version, or all of them. */
export async function archiveRecords(sql: Queryable, versionId?: string): Promise<ArchiveRecord[]> {
  return await sql<ArchiveRecord[]>`
    select a.version_id as "versionId", a.file_name as "fileName", a.sha256, a.byte_count::float8 as "byteCount",
           a.tile_count as "tileCount"
    from tile_archive a join layer_version using (version_id) join layer l using (layer_id)
    where l.access_class = 'terbuka'
      and (${versionId ?? null}::text is null or a.version_id = ${versionId ?? null})
    order by a.version_id`;
}

/**
 * Versions that were published for everybody and have no archive although they should: of all layers that are open, or of
 * one layer that is about to be.
 */
export async function versionsWithoutArchive(sql: Queryable, layerId?: string): Promise<string[]> {
  const rows = await sql<{ versionId: string }[]>`
    select distinct p.version_id as "versionId"
    from publication p join layer l using (layer_id)
    where p.version_id is not null and p.access_class = 'terbuka' and l.kind <> 'rules'
      and case when ${layerId ?? null}::text is null then l.access_class = 'terbuka' else l.layer_id = ${layerId ?? null} end
      and not exists (select from tile_archive a where a.version_id = p.version_id)
    order by p.version_id`;
  return rows.map((row) => row.versionId);
}

/** Opens a layer for everybody. @returns its revision then; undefined when it was open */
export async function openLayer(sql: Queryable, layerId: string, now: Date): Promise<number | undefined> {
  const [row] = await sql<{ revision: number }[]>`
    update layer set access_class = 'terbuka', revision = revision + 1, changed_at = ${now}
    where layer_id = ${layerId} and access_class <> 'terbuka'
    returning revision`;
  return row?.revision;
}

export interface ArchiveRecord {
  readonly versionId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly byteCount: number;
  readonly tileCount: number;
}

/** Records an archive; one that was built again after its file was lost replaces its record. */
export async function recordArchive(sql: Queryable, archive: ArchiveRecord): Promise<void> {
  await sql`
    insert into tile_archive (version_id, file_name, sha256, byte_count, tile_count)
    values (${archive.versionId}, ${archive.fileName}, ${archive.sha256}, ${archive.byteCount}, ${archive.tileCount})
    on conflict (version_id) do update
      set file_name = excluded.file_name, sha256 = excluded.sha256, byte_count = excluded.byte_count,
          tile_count = excluded.tile_count, built_at = now()`;
}

export interface NewPublication extends Omit<Publication, 'accessClass'> {
  readonly layerId: string;
  readonly decreeOn: string | null;
  readonly note: string | null;
}

/** For whom a version is published is what its layer says then. @returns the number of the publication */
export async function recordPublication(sql: Queryable, publication: NewPublication): Promise<string> {
  const { layerId, versionId, validFrom, decree, decreeOn, note } = publication;
  const [row] = await sql<{ id: string }[]>`
    insert into publication (layer_id, version_id, valid_from, decree, decree_on, note, access_class, recorded_at)
    select layer_id, ${versionId}, ${validFrom}::date, ${decree}, ${decreeOn}::date, ${note}, access_class,
           greatest(clock_timestamp(), (select max(p.recorded_at) + interval '1 microsecond'
                                        from publication p where p.layer_id = ${layerId}))
    from layer where layer_id = ${layerId}
    returning publication_id::text as id`;
  return row?.id ?? '';
}

/** One publication at a time on a database; the lock goes with the connection, also when the process is killed. */
export async function lockPublishing(connection: ReservedSql): Promise<void> {
  await connection`select pg_advisory_lock(hashtext('one-map-one-data publish'))`;
}

export async function unlockPublishing(connection: ReservedSql): Promise<void> {
  await connection`select pg_advisory_unlock(hashtext('one-map-one-data publish'))`;
}

/** Versions whose record exists, of those given. */
export async function recordedVersions(sql: Queryable, versionIds: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ versionId: string }[]>`
    select version_id as "versionId" from tile_archive where version_id = any(${[...versionIds]})`;
  return new Set(rows.map((row) => row.versionId));
}

/** The same lock, to the end of a transaction. */
export async function lockPublishingTo(tx: TransactionSql): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('one-map-one-data publish'))`;
}

/** The same, for whoever has somebody waiting. @throws the driver's error 55P03 after so long: the transaction has failed */
export async function lockPublishingWithin(tx: TransactionSql, seconds: number): Promise<void> {
  await tx`select set_config('lock_timeout', ${`${seconds}s`}, true)`;
  await lockPublishingTo(tx);
  await tx`select set_config('lock_timeout', '0', true)`;
}

/** Deletes the records of all archives of a layer. @returns their versions */
export async function forgetArchives(tx: TransactionSql, layerId: string): Promise<string[]> {
  const rows = await tx<{ versionId: string }[]>`
    delete from tile_archive a using layer_version v
    where v.version_id = a.version_id and v.layer_id = ${layerId}
    returning a.version_id as "versionId"`;
  return rows.map((row) => row.versionId);
}
