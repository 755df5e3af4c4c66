import type { Queryable } from '../../../platform/db.ts';
import type { ArchiveRecord } from '../queries.ts';

export interface PreparedArchive extends ArchiveRecord {
  /** Stands for all that it was made of. */
  readonly stamp: string;
  readonly omitted: number;
  readonly madeCount: number;
}

/** The archive that was made ahead of a version, whatever it was made of. */
export async function findPrepared(sql: Queryable, versionId: string): Promise<PreparedArchive | undefined> {
  const [row] = await sql<PreparedArchive[]>`
    select version_id as "versionId", stamp, file_name as "fileName", sha256, byte_count::float8 as "byteCount",
           tile_count as "tileCount", omitted, made_count as "madeCount"
    from prepared_archive where version_id = ${versionId}`;
  return row;
}

/** Remembers it; one that was made of something else before is forgotten. */
export async function rememberPrepared(sql: Queryable, archive: PreparedArchive, now: Date): Promise<void> {
  const { versionId, stamp, fileName, sha256, byteCount, tileCount, omitted, madeCount } = archive;
  await sql`
    insert into prepared_archive (version_id, stamp, file_name, sha256, byte_count, tile_count, omitted, made_count, made_at)
    values (${versionId}, ${stamp}, ${fileName}, ${sha256}, ${byteCount}, ${tileCount}, ${omitted}, ${madeCount}, ${now})
    on conflict (version_id) do update
      set stamp = excluded.stamp, file_name = excluded.file_name, sha256 = excluded.sha256,
          byte_count = excluded.byte_count, tile_count = excluded.tile_count, omitted = excluded.omitted,
          made_count = excluded.made_count, made_at = excluded.made_at`;
}

export async function forgetPrepared(sql: Queryable, versionId: string): Promise<void> {
  await sql`delete from prepared_archive where version_id = ${versionId}`;
}

/** The names of a version are there to be searched as soon as it is in force, and by nobody before. */
export async function fillSearch(sql: Queryable, versionId: string): Promise<void> {
  await sql`select fill_search_entries(${versionId})`;
}

/** Forgets the names of drafts that no release may still bring into force. */
export async function forgetSearchAhead(sql: Queryable): Promise<void> {
  await sql`select forget_search_ahead()`;
}

/** Forgets those that no release holds which may still be published. @returns the names of the files that stay */
export async function forgetUnwanted(sql: Queryable): Promise<Set<string>> {
  await sql`
    delete from prepared_archive p
    where not exists (select from release_item i join release r using (release_id)
                      where i.version_id = p.version_id and r.state in ('draf', 'diperiksa', 'diajukan', 'disetujui'))`;
  const rows = await sql<{ fileName: string }[]>`select file_name as "fileName" from prepared_archive`;
  return new Set(rows.map((row) => row.fileName));
}
