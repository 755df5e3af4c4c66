-- casesOpenedBetween
select v.case_id as id from violation_case v
where v.opened_at >= $1 and v.opened_at < $2
  and ($3::text is null or v.kelurahan_code = $4)
  and not v.is_withheld
  and not v.case_id in (select cases_closed_to($5::uuid))
order by v.opened_at, v.case_id limit $6;
--   Limit
--     ->  Index Scan using violation_case_opened_at_case_id_idx on violation_case v
--           Index Cond: ((opened_at >= '…'::timestamp with time zone) AND (opened_at < '…'::timestamp with time zone))
--           Filter: ((NOT is_withheld) AND (NOT (hashed SubPlan 1)))
--           SubPlan 1
--             ->  ProjectSet
--                   ->  Result

-- lastAnswers
select distinct on (id) id as "reportId", coalesce(m.answer, m.reason) as words
from case_move m, unnest(m.answers) as id
where m.answers && $1::uuid[]
  and (m.answer is not null or (m.step = 'reply' and m.reason is not null)) and id = any($2::uuid[])
order by id, m.move_no desc;
--   Unique
--     ->  Sort
--           Sort Key: id.id, m.move_no DESC
--           ->  Nested Loop
--                 ->  Bitmap Heap Scan on case_move m
--                       Recheck Cond: (answers && '…'::uuid[])
--                       Filter: ((answer IS NOT NULL) OR ((step = '…'::text) AND (reason IS NOT NULL)))
--                       ->  Bitmap Index Scan on case_move_answers_idx
--                             Index Cond: (answers && '…'::uuid[])
--                 ->  Function Scan on unnest id
--                       Filter: (id = ANY ('…'::uuid[]))

-- leavesOfCase
select l.leaf_index::float8 as index, e.kind, e.facts ->> 'reportId' as "reportId"
from log_event e join log_leaf l using (event_id)
where e.facts ->> 'caseId' = $1 order by l.leaf_index;
--   Sort
--     Sort Key: l.leaf_index
--     ->  Nested Loop
--           ->  Index Scan using log_event_case on log_event e
--                 Index Cond: ((facts ->> '…'::text) = '…'::text)
--           ->  Index Scan using log_leaf_event_id_key on log_leaf l
--                 Index Cond: (event_id = e.event_id)
