-- insertUpload
insert into upload (upload_id, account_id, file_name, byte_count, announced_sha256, started_at, touched_at)
select $1, $2, $3, $4, $5,
       $6, $7
where (select count(*) from upload where account_id = $8 and state = 'receiving') < $9
returning 1;
--   Insert on upload
--     InitPlan 1 (returns '…')
--       ->  Aggregate
--             ->  Seq Scan on upload upload_1
--                   Filter: ((account_id = '…'::text) AND (state = '…'::text))
--     ->  Result
--           One-Time Filter: ('…' < '…'::bigint)

-- findUpload
select upload_id as "uploadId", account_id as "accountId", file_name as "fileName",
       byte_count::float8 as "byteCount", announced_sha256 as "announcedSha256", sha256, state,
       started_at as "startedAt", stored_at as "storedAt"
from upload where upload_id = $1;
--   Seq Scan on upload
--     Filter: (upload_id = '…'::uuid)

-- touchUpload
update upload set touched_at = $1 where upload_id = $2;
--   Update on upload
--     ->  Seq Scan on upload
--           Filter: (upload_id = '…'::uuid)

-- setHash
update upload set sha256 = $1 where upload_id = $2 and state = 'receiving';
--   Update on upload
--     ->  Seq Scan on upload
--           Filter: ((upload_id = '…'::uuid) AND (state = '…'::text))

-- setStored
update upload set state = 'stored', stored_at = $1, touched_at = $2
where upload_id = $3 and state = 'receiving' and sha256 is not null returning 1;
--   Update on upload
--     ->  Seq Scan on upload
--           Filter: ((sha256 IS NOT NULL) AND (upload_id = '…'::uuid) AND (state = '…'::text))

-- endUpload
update upload set state = $1 where upload_id = $2 and state = 'receiving';
--   Update on upload
--     ->  Seq Scan on upload
--           Filter: ((upload_id = '…'::uuid) AND (state = '…'::text))

-- idleUploads
select upload_id as "uploadId" from upload where state = 'receiving' and touched_at < $1;
--   Seq Scan on upload
--     Filter: ((touched_at < '…'::timestamp with time zone) AND (state = '…'::text))

-- receivingOf
select upload_id as "uploadId" from upload
where upload_id = any($1::uuid[]) and state = 'receiving';
--   Seq Scan on upload
--     Filter: ((upload_id = ANY ('…'::uuid[])) AND (state = '…'::text))

-- namedHashes
select distinct sha256 from upload where sha256 = any($1);
--   Unique
--     ->  Sort
--           Sort Key: sha256
--           ->  Seq Scan on upload
--                 Filter: (sha256 = ANY ('…'::text[]))

-- findEarlier
with version as (
  select layer_id, version_id, source_name, imported_at from layer_version where source_sha256 = $1),
known as (
  (select upload_id, file_name, stored_at from upload
   where sha256 = $2 and state = 'stored' and upload_id <> $3 order by stored_at limit 1)
  union all
  (select null, source_name, imported_at from version order by imported_at limit 1))
select upload_id as "uploadId", file_name as "fileName", stored_at as "storedAt",
       coalesce((select jsonb_agg(jsonb_build_object('layerId', layer_id, 'versionId', version_id)
                                  order by imported_at) from version), '[]') as versions
from known order by upload_id is null, stored_at limit 1;
--   Limit
--     CTE version
--       ->  Seq Scan on layer_version
--             Filter: (source_sha256 = '…'::text)
--     InitPlan 2 (returns '…')
--       ->  Aggregate
--             ->  CTE Scan on version version_1
--     ->  Sort
--           Sort Key: ((upload.upload_id IS NULL)), upload.stored_at
--           ->  Result
--                 ->  Append
--                       ->  Limit
--                             ->  Sort
--                                   Sort Key: upload.stored_at
--                                   ->  Seq Scan on upload
--                                         Filter: ((upload_id <> '…'::uuid) AND (sha256 = '…'::text) AND (state = '…'::text))
--                       ->  Limit
--                             ->  Sort
--                                   Sort Key: version.imported_at
--                                   ->  CTE Scan on version

-- forgetUpload
delete from upload where upload_id = $1;
--   Delete on upload
--     ->  Seq Scan on upload
--           Filter: (upload_id = '…'::uuid)
