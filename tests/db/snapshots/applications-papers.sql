-- papersOf
select p.paper_id as "paperId", p.application_id as "applicationId", p.kind, p.media_type as "mediaType",
       u.byte_count::float8 as "byteCount", u.sha256, p.verdict, p.note
from application_paper p join upload u using (upload_id)
where p.application_id = any($1::uuid[]) order by p.added_at, p.paper_id;
--   Sort
--     Sort Key: p.added_at, p.paper_id
--     ->  Hash Join
--           Hash Cond: (u.upload_id = p.upload_id)
--           ->  Seq Scan on upload u
--           ->  Hash
--                 ->  Seq Scan on application_paper p
--                       Filter: (application_id = ANY ('…'::uuid[]))

-- insertPaper
insert into application_paper (paper_id, application_id, kind, upload_id, media_type, added_at)
values ($1, $2, $3, $4, $5, $6);
--   Insert on application_paper
--     ->  Result

-- insertPaper
update application set revision = revision + 1 where application_id = $1;
--   Update on application
--     ->  Index Scan using application_pkey on application
--           Index Cond: (application_id = '…'::uuid)

-- setVerdict
with judged as (
  update application_paper set verdict = $1, note = $2 where paper_id = $3 returning application_id)
update application set revision = revision + 1 where application_id in (select application_id from judged);
--   Update on application
--     CTE judged
--       ->  Update on application_paper
--             InitPlan 1 (returns '…')
--               ->  Result
--             InitPlan 2 (returns '…')
--               ->  Result
--             InitPlan 3 (returns '…')
--               ->  Result
--             InitPlan 4 (returns '…')
--               ->  Result
--             InitPlan 5 (returns '…')
--               ->  Result
--             InitPlan 6 (returns '…')
--               ->  Result
--             ->  Seq Scan on application_paper
--                   Filter: ('…' AND ('…' OR '…') AND (paper_id = '…'::uuid))
--     InitPlan 8 (returns '…')
--       ->  Result
--     InitPlan 9 (returns '…')
--       ->  Result
--     InitPlan 10 (returns '…')
--       ->  Result
--     InitPlan 11 (returns '…')
--       ->  Result
--     InitPlan 12 (returns '…')
--       ->  Result
--     InitPlan 13 (returns '…')
--       ->  Result
--     InitPlan 14 (returns '…')
--       ->  Result
--     InitPlan 15 (returns '…')
--       ->  Result
--     InitPlan 16 (returns '…')
--       ->  Result
--     InitPlan 17 (returns '…')
--       ->  Result
--     InitPlan 18 (returns '…')
--       ->  Result
--     InitPlan 19 (returns '…')
--       ->  Result
--     ->  Nested Loop
--           ->  HashAggregate
--                 Group Key: judged.application_id
--                 ->  CTE Scan on judged
--           ->  Index Scan using application_pkey on application
--                 Index Cond: (application_id = judged.application_id)
--                 Filter: ('…' AND ((account_id = '…') OR '…' OR '…'))

-- removePapers
with gone as (
  delete from application_paper
  where application_id = $1 and ($2::uuid is null or paper_id = $3)
  returning upload_id),
freed as (delete from upload where upload_id in (select upload_id from gone))
select count(*)::int as count from gone;
--   Aggregate
--     CTE gone
--       ->  Delete on application_paper
--             ->  Seq Scan on application_paper
--                   Filter: ((application_id = '…'::uuid) AND (paper_id = '…'::uuid))
--     CTE freed
--       ->  Delete on upload
--             ->  Hash Semi Join
--                   Hash Cond: (upload.upload_id = gone_1.upload_id)
--                   ->  Seq Scan on upload
--                   ->  Hash
--                         ->  CTE Scan on gone gone_1
--     ->  CTE Scan on gone
