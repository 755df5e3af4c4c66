-- exportSnapshot
select pg_export_snapshot() as name;
--   Result

-- listMigrations
select name from schema_file where kind = 'migration' order by name;
--   Sort
--     Sort Key: name
--     ->  Seq Scan on schema_file
--           Filter: (kind = '…'::text)

-- listArchives
select version_id as "versionId", file_name as "fileName", sha256, byte_count::float8 as "byteCount"
from tile_archive order by version_id;
--   Sort
--     Sort Key: version_id
--     ->  Seq Scan on tile_archive

-- isDatabaseEmpty
select to_regclass('public.schema_file') is null as "isEmpty";
--   Result
