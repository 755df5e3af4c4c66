-- columns
select 
p.photo_id as "photoId", u.sha256, u.byte_count::int as "byteCount", p.width_px as "widthPx", p.height_px as "heightPx",
p.is_closing as "isClosing", p.received_at as at, (select name from account where id = p.account_id) as by from case_photo p join upload u using (upload_id)
  where p.case_id = $1 order by p.received_at, p.photo_id;
--   Sort
--     Sort Key: p.received_at, p.photo_id
--     ->  Hash Join
--           Hash Cond: (u.upload_id = p.upload_id)
--           ->  Seq Scan on upload u
--           ->  Hash
--                 ->  Seq Scan on case_photo p
--                       Filter: (case_id = '…'::uuid)
--           SubPlan 1
--             ->  Seq Scan on account
--                   Filter: (id = p.account_id)

-- columns
select 
p.photo_id as "photoId", u.sha256, u.byte_count::int as "byteCount", p.width_px as "widthPx", p.height_px as "heightPx",
p.is_closing as "isClosing", p.received_at as at, (select name from account where id = p.account_id) as by from case_photo p join upload u using (upload_id)
  where p.case_id = $1 and p.photo_id = $2;
--   Hash Join
--     Hash Cond: (u.upload_id = p.upload_id)
--     ->  Seq Scan on upload u
--     ->  Hash
--           ->  Seq Scan on case_photo p
--                 Filter: ((case_id = '…'::uuid) AND (photo_id = '…'::uuid))
--     SubPlan 1
--       ->  Seq Scan on account
--             Filter: (id = p.account_id)

-- hasCasePhoto
select is_spent_case_photo(photo_id) as "isSpent" from case_photo
where case_id = $1 and photo_id = $2;
--   Index Scan using case_photo_case_id_idx on case_photo
--     Index Cond: (case_id = '…'::uuid)
--     Filter: ((photo_id = '…'::uuid) AND reaches_case(case_id))

-- insertCasePhoto
insert into case_photo (photo_id, case_id, upload_id, width_px, height_px, account_id, received_at)
values ($1, $2, $3, $4, $5, $6,
        $7)
on conflict do nothing returning 1;
--   Insert on case_photo
--     Conflict Resolution: NOTHING
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Result

-- countCasePhotos
select count(*)::int as count from case_photo where case_id = $1;
--   Aggregate
--     ->  Seq Scan on case_photo
--           Filter: (case_id = '…'::uuid)

-- setClosingPhoto
update case_photo set is_closing = true where photo_id = $1;
--   Update on case_photo
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Index Scan using case_photo_pkey on case_photo
--           Index Cond: (photo_id = '…'::uuid)
--           Filter: ('…' AND reaches_case(case_id) AND reaches_case(case_id))
