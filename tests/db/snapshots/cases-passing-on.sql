-- casesOpenedBetween
select v.case_id as id from violation_case v
where v.opened_at >= $1 and v.opened_at < $2
  and ($3::text is null or v.kelurahan_code = $4)
  and not exists (select from case_conflict c left join work_unit_member m on m.unit_id = c.unit_id
                  where c.case_id = v.case_id and coalesce(c.account_id, m.account_id) = $5::uuid)
order by v.opened_at, v.case_id limit $6;
--   Limit
--     ->  Sort
--           Sort Key: v.opened_at, v.case_id
--           ->  Nested Loop Anti Join
--                 Join Filter: (c.case_id = v.case_id)
--                 ->  Seq Scan on violation_case v
--                       Filter: ((opened_at >= '…'::timestamp with time zone) AND (opened_at < '…'::timestamp with time zone))
--                 ->  Nested Loop Left Join
--                       Filter: (COALESCE(c.account_id, m.account_id) = '…'::uuid)
--                       ->  Seq Scan on case_conflict c
--                       ->  Index Only Scan using work_unit_member_pkey on work_unit_member m
--                             Index Cond: (unit_id = c.unit_id)

-- leavesOfCase
select l.leaf_index::float8 as index, e.kind, e.recorded_at as at
from log_event e join log_leaf l using (event_id)
where e.facts ->> 'caseId' = $1 order by l.leaf_index;
--   Sort
--     Sort Key: l.leaf_index
--     ->  Nested Loop
--           ->  Index Scan using log_event_case on log_event e
--                 Index Cond: ((facts ->> '…'::text) = '…'::text)
--           ->  Index Scan using log_leaf_event_id_key on log_leaf l
--                 Index Cond: (event_id = e.event_id)
