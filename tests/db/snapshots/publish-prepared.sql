-- findPrepared
select version_id as "versionId", stamp, file_name as "fileName", sha256, byte_count::float8 as "byteCount",
       tile_count as "tileCount", omitted, made_count as "madeCount"
from prepared_archive where version_id = $1;
--   Seq Scan on prepared_archive
--     Filter: (version_id = '…'::text)

-- rememberPrepared
insert into prepared_archive (version_id, stamp, file_name, sha256, byte_count, tile_count, omitted, made_count, made_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (version_id) do update
  set stamp = excluded.stamp, file_name = excluded.file_name, sha256 = excluded.sha256,
      byte_count = excluded.byte_count, tile_count = excluded.tile_count, omitted = excluded.omitted,
      made_count = excluded.made_count, made_at = excluded.made_at;
--   Insert on prepared_archive
--     Conflict Resolution: UPDATE
--     Conflict Arbiter Indexes: prepared_archive_pkey
--     ->  Result

-- forgetPrepared
delete from prepared_archive where version_id = $1;
--   Delete on prepared_archive
--     ->  Seq Scan on prepared_archive
--           Filter: (version_id = '…'::text)

-- fillSearch
select fill_search_entries($1);
--   Result

-- forgetSearchAhead
select forget_search_ahead();
--   Result

-- forgetUnwanted
delete from prepared_archive p
where not exists (select from release_item i join release r using (release_id)
                  where i.version_id = p.version_id and r.state in ('draf', 'diperiksa', 'diajukan', 'disetujui'));
--   Delete on prepared_archive p
--     ->  Hash Anti Join
--           Hash Cond: (p.version_id = i.version_id)
--           ->  Seq Scan on prepared_archive p
--           ->  Hash
--                 ->  Hash Join
--                       Hash Cond: (i.release_id = r.release_id)
--                       ->  Seq Scan on release_item i
--                       ->  Hash
--                             ->  Seq Scan on release r
--                                   Filter: (state = ANY ('…'::text[]))

-- forgetUnwanted
select file_name as "fileName" from prepared_archive;
--   Seq Scan on prepared_archive
