-- lockAnnouncing
select pg_advisory_xact_lock(hashtext('one-map-one-data announce'));
--   Result

-- promisedTo
select count(*) filter (where state = 'receiving' and account_id = $1)::int as own,
         coalesce(sum(byte_count) filter (where account_id = $2), 0)::float8 as "ownBytes",
         coalesce(sum(byte_count) filter (where state = 'receiving'), 0)::float8 as bytes,
         coalesce(array_agg(upload_id::text) filter (where state = 'receiving'), '{}') as "onTheirWay"
  from upload u
  where state = 'receiving'
     or (state = 'stored' and account_id = $3 and
not exists (select from release_item i where i.upload_id = u.upload_id)
and not exists (select from application_paper p where p.upload_id = u.upload_id)
and not exists (select from field_photo f where f.upload_id = u.upload_id)
and not exists (select from report_photo r where r.upload_id = u.upload_id)
and not exists (select from case_photo c where c.upload_id = u.upload_id)
and not exists (select from case_letter c where c.upload_id = u.upload_id)
and not exists (select from layer_version v where v.source_sha256 = u.sha256));
--   Aggregate
--     ->  Seq Scan on upload u
--           Filter: ((state = '…'::text) OR ((state = '…'::text) AND (account_id = '…'::text) AND (NOT (SubPlan 1)) AND (NOT (SubPlan 3)) AND (NOT (SubPlan 5)) AND (NOT (SubPlan 7)) AND (NOT (SubPlan 9)) AND (NOT (SubPlan 11)) AND (NOT (hashed SubPlan 14))))
--           SubPlan 1
--             ->  Seq Scan on release_item i
--                   Filter: (upload_id = u.upload_id)
--           SubPlan 3
--             ->  Seq Scan on application_paper p
--                   Filter: (upload_id = u.upload_id)
--           SubPlan 5
--             ->  Seq Scan on field_photo f
--                   Filter: (upload_id = u.upload_id)
--           SubPlan 7
--             ->  Seq Scan on report_photo r
--                   Filter: (upload_id = u.upload_id)
--           SubPlan 9
--             ->  Seq Scan on case_photo c
--                   Filter: (upload_id = u.upload_id)
--           SubPlan 11
--             ->  Seq Scan on case_letter c_1
--                   Filter: (upload_id = u.upload_id)
--           SubPlan 14
--             ->  Seq Scan on layer_version v

-- isPartOfNothing
delete from upload u
  where touched_at < $1
    and (state in ('damaged', 'expired') or (state = 'stored' and
not exists (select from release_item i where i.upload_id = u.upload_id)
and not exists (select from application_paper p where p.upload_id = u.upload_id)
and not exists (select from field_photo f where f.upload_id = u.upload_id)
and not exists (select from report_photo r where r.upload_id = u.upload_id)
and not exists (select from case_photo c where c.upload_id = u.upload_id)
and not exists (select from case_letter c where c.upload_id = u.upload_id)
and not exists (select from layer_version v where v.source_sha256 = u.sha256)))
  returning upload_id as "uploadId", sha256, byte_count::float8 as "byteCount", state;
--   Delete on upload u
--     ->  Seq Scan on upload u
--           Filter: ((touched_at < '…'::timestamp with time zone) AND ((state = ANY ('…'::text[])) OR ((state = '…'::text) AND (NOT (hashed SubPlan 2)) AND (NOT (SubPlan 3)) AND (NOT (SubPlan 5)) AND (NOT (SubPlan 7)) AND (NOT (SubPlan 9)) AND (NOT (SubPlan 11)) AND (NOT (hashed SubPlan 14)))))
--           SubPlan 2
--             ->  Seq Scan on release_item i
--           SubPlan 3
--             ->  Seq Scan on application_paper p
--                   Filter: (upload_id = u.upload_id)
--           SubPlan 5
--             ->  Seq Scan on field_photo f
--                   Filter: (upload_id = u.upload_id)
--           SubPlan 7
--             ->  Seq Scan on report_photo r
--                   Filter: (upload_id = u.upload_id)
--           SubPlan 9
--             ->  Seq Scan on case_photo c
--                   Filter: (upload_id = u.upload_id)
--           SubPlan 11
--             ->  Seq Scan on case_letter c_1
--                   Filter: (upload_id = u.upload_id)
--           SubPlan 14
--             ->  Seq Scan on layer_version v

-- insertUpload
insert into upload (upload_id, account_id, file_name, byte_count, announced_sha256, started_at, touched_at)
values ($1, $2, $3, $4, $5,
        $6, $7);
--   Insert on upload
--     ->  Result

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

-- lockFilesShared
select pg_advisory_xact_lock_shared(hashtext('one-map-one-data files'));
--   Result

-- lockFilesForSweep
select pg_try_advisory_xact_lock(hashtext('one-map-one-data files')) as "isHeld";
--   Result

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
  select layer_id, version_id, source_name, imported_at, producer_id, access_class
  from layer_version join layer using (layer_id) where source_sha256 = $1),
known as (
  (select upload_id, account_id, file_name, stored_at from upload
   where sha256 = $2 and state = 'stored' and upload_id <> $3 order by stored_at limit 1)
  union all
  (select null, null, source_name, imported_at from version order by imported_at limit 1))
select upload_id as "uploadId", account_id as "accountId", file_name as "fileName", stored_at as "storedAt",
       coalesce((select jsonb_agg(jsonb_build_object('layerId', layer_id, 'versionId', version_id,
                                    'producerId', producer_id, 'accessClass', access_class)
                                  order by imported_at) from version), '[]') as versions
from known order by upload_id is null, stored_at limit 1;
--   Limit
--     CTE version
--       ->  Hash Join
--             Hash Cond: (layer.layer_id = layer_version.layer_id)
--             ->  Seq Scan on layer
--             ->  Hash
--                   ->  Seq Scan on layer_version
--                         Filter: (source_sha256 = '…'::text)
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
