-- columns
select 
r.round_id as "roundId", r.subject_kind as "subjectKind", r.subject_id as "subjectId", r.title, r.kelurahan, r.state,
r.revision, r.applied, r.tasks, r.is_demo as "isDemo", r.opened_by as "openedBy", r.opened_at as "openedAt", r.closing,
r.closed_at as "closedAt", (select name from account where id = r.opened_by) as "openedByName",
(select name from account where id = r.closed_by) as "closedByName" from field_round r where r.round_id = $1 and r.subject_kind = $2;
--   Seq Scan on field_round r
--     Filter: ((round_id = '…'::uuid) AND (subject_kind = '…'::text))
--     SubPlan 1
--       ->  Seq Scan on account
--             Filter: (id = r.opened_by)
--     SubPlan 2
--       ->  Seq Scan on account account_1
--             Filter: (id = r.closed_by)

-- columns
select 
r.round_id as "roundId", r.subject_kind as "subjectKind", r.subject_id as "subjectId", r.title, r.kelurahan, r.state,
r.revision, r.applied, r.tasks, r.is_demo as "isDemo", r.opened_by as "openedBy", r.opened_at as "openedAt", r.closing,
r.closed_at as "closedAt", (select name from account where id = r.opened_by) as "openedByName",
(select name from account where id = r.closed_by) as "closedByName" from field_round r
  where r.subject_kind = $1 and r.subject_id = $2 order by r.opened_at, r.round_id;
--   Sort
--     Sort Key: r.opened_at, r.round_id
--     ->  Seq Scan on field_round r
--           Filter: ((subject_kind = '…'::text) AND (subject_id = '…'::uuid))
--           SubPlan 1
--             ->  Seq Scan on account
--                   Filter: (id = r.opened_by)
--           SubPlan 2
--             ->  Seq Scan on account account_1
--                   Filter: (id = r.closed_by)

-- openRounds
select r.round_id as "roundId", r.subject_id as "subjectId", r.title, r.kelurahan, r.opened_at as "openedAt",
       (select name from account where id = r.opened_by) as "openedByName",
       r.opened_by = $1::uuid or coalesce(i.mine, false) as "isMine", coalesce(i.count, 0)::int as "itemCount"
from field_round r
left join lateral (select count(*) as count, bool_or(account_id = $2::uuid) as mine
                   from field_item where round_id = r.round_id) i on true
where r.subject_kind = $3 and r.state = 'open' order by r.opened_at;
--   Sort
--     Sort Key: r.opened_at
--     ->  Nested Loop Left Join
--           ->  Seq Scan on field_round r
--                 Filter: ((subject_kind = '…'::text) AND (state = '…'::text))
--           ->  Aggregate
--                 ->  Seq Scan on field_item
--                       Filter: (round_id = r.round_id)
--           SubPlan 1
--             ->  Seq Scan on account
--                   Filter: (id = r.opened_by)

-- insertRound
insert into field_round (round_id, subject_kind, subject_id, title, kelurahan, applied, tasks, is_demo, opened_by, opened_at)
values ($1, $2, $3, $4, $5,
        $6, $7, $8,
        $9, $10)
on conflict do nothing returning 1;
--   Insert on field_round
--     Conflict Resolution: NOTHING
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Result

-- lockOpenRound
select revision from field_round where round_id = $1 and state = 'open' for update;
--   LockRows
--     ->  Index Scan using field_round_one_open on field_round
--           Filter: ((state = '…'::text) AND (round_id = '…'::uuid) AND works_in_field(subject_kind, subject_id) AND sees_rounds(subject_kind, subject_id))

-- endRoundAbout
select round_id as "roundId", revision
from end_round_about($1, $2, $3, $4);
--   Function Scan on end_round_about

-- bumpRevision
update field_round set revision = revision + 1 where round_id = $1 returning revision;
--   Update on field_round
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Index Scan using field_round_one_open on field_round
--           Filter: ((state = '…'::text) AND (round_id = '…'::uuid) AND works_in_field(subject_kind, subject_id) AND sees_rounds(subject_kind, subject_id))

-- setClosed
update field_round set state = 'closed', revision = revision + 1, closing = $1,
       closed_by = $2, closed_at = $3
where round_id = $4;
--   Update on field_round
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Index Scan using field_round_one_open on field_round
--           Filter: ((state = '…'::text) AND (round_id = '…'::uuid) AND works_in_field(subject_kind, subject_id) AND sees_rounds(subject_kind, subject_id))

-- itemsOf
select i.item_id as "itemId", i.content, i.recorded_at as "recordedAt", i.received_at as "receivedAt",
       (select name from account where id = i.account_id) as "byName", p.width_px as "widthPx", p.height_px as "heightPx",
       u.byte_count::float8 as "byteCount", u.sha256
from field_item i left join field_photo p using (round_id, item_id) left join upload u using (upload_id)
where i.round_id = $1 order by i.item_no;
--   Sort
--     Sort Key: i.item_no
--     ->  Nested Loop Left Join
--           Join Filter: ((i.round_id = p.round_id) AND (i.item_id = p.item_id))
--           ->  Seq Scan on field_item i
--                 Filter: (round_id = '…'::uuid)
--           ->  Hash Right Join
--                 Hash Cond: (u.upload_id = p.upload_id)
--                 ->  Seq Scan on upload u
--                 ->  Hash
--                       ->  Seq Scan on field_photo p
--                             Filter: (round_id = '…'::uuid)
--           SubPlan 1
--             ->  Seq Scan on account
--                   Filter: (id = i.account_id)

-- findItem
select content, received_at as "receivedAt" from field_item where round_id = $1 and item_id = $2;
--   Seq Scan on field_item
--     Filter: ((round_id = '…'::uuid) AND (item_id = '…'::uuid) AND (SubPlan 1))
--     SubPlan 1
--       ->  Index Scan using field_round_pkey on field_round r
--             Index Cond: (round_id = field_item.round_id)
--             Filter: sees_rounds(subject_kind, subject_id)

-- countItems
select count(*)::int as count from field_item where round_id = $1;
--   Aggregate
--     ->  Seq Scan on field_item
--           Filter: ((round_id = '…'::uuid) AND (SubPlan 1))
--           SubPlan 1
--             ->  Index Scan using field_round_pkey on field_round r
--                   Index Cond: (round_id = field_item.round_id)
--                   Filter: sees_rounds(subject_kind, subject_id)

-- insertItem
insert into field_item (round_id, item_id, account_id, kind, content, recorded_at, received_at)
values ($1, $2, $3, $4, $5,
        $6, $7);
--   Insert on field_item
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Result
--     SubPlan 2
--       ->  Index Scan using field_round_one_open on field_round r
--             Filter: ((round_id = field_item.round_id) AND sees_rounds(subject_kind, subject_id) AND works_in_field(subject_kind, subject_id))

-- findPhoto
select p.upload_id as "uploadId", p.width_px as "widthPx", p.height_px as "heightPx",
       u.byte_count::float8 as "byteCount", u.sha256
from field_photo p join upload u using (upload_id) where p.round_id = $1 and p.item_id = $2;
--   Hash Join
--     Hash Cond: (u.upload_id = p.upload_id)
--     ->  Seq Scan on upload u
--     ->  Hash
--           ->  Seq Scan on field_photo p
--                 Filter: ((round_id = '…'::uuid) AND (item_id = '…'::uuid))

-- countPhotos
select count(*)::int as count from field_photo where round_id = $1;
--   Aggregate
--     ->  Seq Scan on field_photo
--           Filter: (round_id = '…'::uuid)

-- insertPhoto
insert into field_photo (round_id, item_id, upload_id, width_px, height_px, account_id, received_at)
values ($1, $2, $3, $4, $5, $6,
        $7)
on conflict do nothing returning 1;
--   Insert on field_photo
--     Conflict Resolution: NOTHING
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Result
--     SubPlan 2
--       ->  Index Scan using field_round_one_open on field_round r
--             Filter: ((round_id = field_photo.round_id) AND sees_rounds(subject_kind, subject_id) AND works_in_field(subject_kind, subject_id))

-- forgetLonelyPhotos
with gone as (
  delete from field_photo p
  where p.received_at < $1
    and not exists (select from field_item i where i.round_id = p.round_id and i.item_id = p.item_id)
  returning upload_id),
freed as (delete from upload where upload_id in (select upload_id from gone))
select count(*)::int as count from gone;
--   Aggregate
--     CTE gone
--       ->  Delete on field_photo p
--             ->  Hash Anti Join
--                   Hash Cond: ((p.round_id = i.round_id) AND (p.item_id = i.item_id))
--                   ->  Seq Scan on field_photo p
--                         Filter: (received_at < '…'::timestamp with time zone)
--                   ->  Hash
--                         ->  Seq Scan on field_item i
--     CTE freed
--       ->  Delete on upload
--             ->  Hash Semi Join
--                   Hash Cond: (upload.upload_id = gone_1.upload_id)
--                   ->  Seq Scan on upload
--                   ->  Hash
--                         ->  CTE Scan on gone gone_1
--     ->  CTE Scan on gone

-- forgetPhotosAbout
with gone as (
  delete from field_photo p using field_round r
  where r.round_id = p.round_id and r.subject_kind = $1 and r.subject_id = $2
  returning p.upload_id),
freed as (delete from upload where upload_id in (select upload_id from gone))
select count(*)::int as count from gone;
--   Aggregate
--     CTE gone
--       ->  Delete on field_photo p
--             ->  Hash Join
--                   Hash Cond: (p.round_id = r.round_id)
--                   ->  Seq Scan on field_photo p
--                   ->  Hash
--                         ->  Seq Scan on field_round r
--                               Filter: ((subject_kind = '…'::text) AND (subject_id = '…'::uuid))
--     CTE freed
--       ->  Delete on upload
--             ->  Hash Semi Join
--                   Hash Cond: (upload.upload_id = gone_1.upload_id)
--                   ->  Seq Scan on upload
--                   ->  Hash
--                         ->  CTE Scan on gone gone_1
--     ->  CTE Scan on gone
