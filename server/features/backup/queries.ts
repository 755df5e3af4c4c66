import type { Queryable } from '../../platform/db.ts';

/** A name under which pg_dump sees the database exactly as this transaction does. */
export async function exportSnapshot(tx: Queryable): Promise<string> {
  const [row] = await tx<{ name: string }[]>`select pg_export_snapshot() as name`;
  return row?.name ?? '';
}

export async function listMigrations(sql: Queryable): Promise<string[]> {
  const rows = await sql<
    { name: string }[]
  >`select name from schema_file where kind = 'migration' order by name`;
  return rows.map(({ name }) => name);
}

export interface ArchiveNote {
  readonly versionId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly byteCount: number;
}

/** The tile archives that there are; a restored product builds them again from the rows. */
export async function listArchives(sql: Queryable): Promise<ArchiveNote[]> {
  return await sql<ArchiveNote[]>`
    select version_id as "versionId", file_name as "fileName", sha256, byte_count::float8 as "byteCount"
    from tile_archive order by version_id`;
}

/** True when no table of this product is there. */
export async function isDatabaseEmpty(sql: Queryable): Promise<boolean> {
  const [row] = await sql<
    { isEmpty: boolean }[]
  >`select to_regclass('public.schema_file') is null as "isEmpty"`;
  return row?.isEmpty ?? false;
}
