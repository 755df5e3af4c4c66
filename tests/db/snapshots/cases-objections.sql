-- insertObjection
insert into case_objection (case_id, case_revision, photo_id, dated_on, written_by, written_at)
values ($1, $2, $3, $4,
        $5, $6);
--   Insert on case_objection
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Result
--     SubPlan 3
--       ->  Index Scan using case_photo_case_id_idx on case_photo p
--             Index Cond: (case_id = case_objection.case_id)
--             Filter: ((photo_id = case_objection.photo_id) AND reaches_case(case_id))

-- objectionsOf
select o.photo_id as "photoId", o.dated_on::text as "datedOn", o.written_at as at,
       (select name from account where id = o.written_by) as by
from case_objection o where o.case_id = $1 order by o.case_revision;
--   Sort
--     Sort Key: o.case_revision
--     ->  Seq Scan on case_objection o
--           Filter: (case_id = '…'::uuid)
--           SubPlan 1
--             ->  Seq Scan on account
--                   Filter: (id = o.written_by)
