-- columns
select 
p.photo_id as "photoId", p.upload_id as "uploadId", u.sha256, u.byte_count::float8 as "byteCount", p.width_px as "widthPx",
p.height_px as "heightPx", p.received_at as "receivedAt", p.report_id as "reportId", p.message_id as "messageId",
p.taken_at as "takenAt", st_x(p.taken_place) as "takenLng", st_y(p.taken_place) as "takenLat" from report_photo p join upload u using (upload_id) where p.photo_id = $1;
--   Hash Join
--     Hash Cond: (u.upload_id = p.upload_id)
--     ->  Seq Scan on upload u
--     ->  Hash
--           ->  Index Scan using report_photo_pkey on report_photo p
--                 Index Cond: (photo_id = '…'::uuid)

-- columns
select 
p.photo_id as "photoId", p.upload_id as "uploadId", u.sha256, u.byte_count::float8 as "byteCount", p.width_px as "widthPx",
p.height_px as "heightPx", p.received_at as "receivedAt", p.report_id as "reportId", p.message_id as "messageId",
p.taken_at as "takenAt", st_x(p.taken_place) as "takenLng", st_y(p.taken_place) as "takenLat" from report_photo p join upload u using (upload_id)
  where p.report_id = any($1::uuid[]) order by p.report_id, p.position_no;
--   Sort
--     Sort Key: p.report_id, p.position_no
--     ->  Hash Join
--           Hash Cond: (u.upload_id = p.upload_id)
--           ->  Seq Scan on upload u
--           ->  Hash
--                 ->  Index Scan using report_photo_report_id_idx on report_photo p
--                       Index Cond: (report_id = ANY ('…'::uuid[]))

-- findPhoto
select p.photo_id as "photoId", u.sha256
from report_photo p join upload u using (upload_id)
where p.photo_id = any($1::uuid[]) and p.report_id is null
order by p.photo_id for update of p;
--   LockRows
--     ->  Sort
--           Sort Key: p.photo_id
--           ->  Hash Join
--                 Hash Cond: (u.upload_id = p.upload_id)
--                 ->  Seq Scan on upload u
--                 ->  Hash
--                       ->  Index Scan using report_photo_received_at_idx on report_photo p
--                             Filter: ((report_id IS NULL) AND (photo_id = ANY ('…'::uuid[])))

-- reachesPhoto
select from report_photo where photo_id = $1;
--   Index Scan using report_photo_pkey on report_photo
--     Index Cond: (photo_id = '…'::uuid)
--     Filter: (((message_id IS NULL) OR '…') AND (SubPlan 2))
--     InitPlan 1 (returns '…')
--       ->  Result
--     SubPlan 2
--       ->  Index Scan using report_pkey on report r
--             Index Cond: (report_id = report_photo.report_id)
--             Filter: reaches_case(case_id)

-- insertPhoto
insert into report_photo (photo_id, upload_id, width_px, height_px, received_at)
values ($1, $2, $3, $4, $5)
on conflict do nothing;
--   Insert on report_photo
--     Conflict Resolution: NOTHING
--     ->  Result

-- waitingBytes
select coalesce(sum(greatest(u.byte_count, $1)), 0)::float8 as bytes
from report_photo p join upload u using (upload_id) where p.report_id is null;
--   Aggregate
--     ->  Hash Join
--           Hash Cond: (u.upload_id = p.upload_id)
--           ->  Seq Scan on upload u
--           ->  Hash
--                 ->  Index Scan using report_photo_received_at_idx on report_photo p

-- listWaiting
select p.photo_id as "photoId", greatest(u.byte_count, $1)::float8 as "byteCount"
from report_photo p join upload u using (upload_id) where p.report_id is null
order by p.received_at, p.photo_id;
--   Sort
--     Sort Key: p.received_at, p.photo_id
--     ->  Hash Join
--           Hash Cond: (u.upload_id = p.upload_id)
--           ->  Seq Scan on upload u
--           ->  Hash
--                 ->  Index Scan using report_photo_received_at_idx on report_photo p

-- forgetWaiting
with gone as (delete from report_photo where photo_id = $1 and report_id is null returning upload_id)
delete from upload where upload_id in (select upload_id from gone);
--   Delete on upload
--     CTE gone
--       ->  Delete on report_photo
--             ->  Index Scan using report_photo_received_at_idx on report_photo
--                   Filter: ((report_id IS NULL) AND (photo_id = '…'::uuid))
--     ->  Hash Semi Join
--           Hash Cond: (upload.upload_id = gone.upload_id)
--           ->  Seq Scan on upload
--           ->  Hash
--                 ->  CTE Scan on gone

-- attachPhoto
update report_photo
set report_id = $1, message_id = $2, taken_at = $3,
    taken_place = st_setsrid(st_makepoint($4::double precision, $5::double precision), 4326),
    position_no = (select count(*) + 1 from report_photo o where o.report_id = $6)
where photo_id = $7;
--   Update on report_photo
--     InitPlan 1 (returns '…')
--       ->  Aggregate
--             ->  Index Scan using report_photo_report_id_idx on report_photo o
--                   Index Cond: (report_id = '…'::uuid)
--     ->  Index Scan using report_photo_pkey on report_photo
--           Index Cond: (photo_id = '…'::uuid)

-- forgetLonely
with gone as (delete from report_photo where report_id is null and received_at < $1 returning upload_id),
freed as (delete from upload where upload_id in (select upload_id from gone))
select count(*)::int as count from gone;
--   Aggregate
--     CTE gone
--       ->  Delete on report_photo
--             ->  Index Scan using report_photo_received_at_idx on report_photo
--                   Index Cond: (received_at < '…'::timestamp with time zone)
--                   Filter: (report_id IS NULL)
--     CTE freed
--       ->  Delete on upload
--             ->  Hash Semi Join
--                   Hash Cond: (upload.upload_id = gone_1.upload_id)
--                   ->  Seq Scan on upload
--                   ->  Hash
--                         ->  CTE Scan on gone gone_1
--     ->  CTE Scan on gone
