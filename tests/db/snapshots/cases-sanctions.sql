-- sanctionsOf
select s.sanction_id as "sanctionId", s.kind, s.level, s.obligation, s.article, s.term_days as "termDays",
       s.amount_rupiah::float8 as "amountRupiah", s.fpr_note as "fprNote", s.letter_id as "letterId", l.number, l.is_trial as "isTrial",
       (select name from account where id = s.imposed_by) as "imposedBy", s.imposed_at as "imposedAt",
       s.served_on::text as "servedOn", s.served_how as "servedHow", s.served_photo as "servedPhotoId",
       s.due_on::text as "dueOn", s.object_days as "objectDays", s.object_until::text as "objectUntil",
       s.fulfilled_on::text as "fulfilledOn",
       s.fulfilled_why as "fulfilledWhy", s.cancelled_at is not null as "isCancelled"
from case_sanction s join case_letter l using (letter_id)
where s.case_id = $1 order by s.sanction_no;
--   Sort
--     Sort Key: s.sanction_no
--     ->  Nested Loop
--           Join Filter: (s.letter_id = l.letter_id)
--           ->  Seq Scan on case_sanction s
--                 Filter: (case_id = '…'::uuid)
--           ->  Seq Scan on case_letter l
--           SubPlan 1
--             ->  Seq Scan on account
--                   Filter: (id = s.imposed_by)

-- standingSanctions
select imposed_at as "imposedAt", served_on::text as "servedOn", due_on::text as "dueOn",
       fulfilled_on::text as "fulfilledOn"
from case_sanction where case_id = $1 and cancelled_at is null order by sanction_no;
--   Sort
--     Sort Key: sanction_no
--     ->  Seq Scan on case_sanction
--           Filter: ((cancelled_at IS NULL) AND (case_id = '…'::uuid))

-- warningsOf
select level, served_on::text as "servedOn", due_on::text as "dueOn" from case_sanction
where case_id = $1 and level is not null and cancelled_at is null order by level;
--   Sort
--     Sort Key: level
--     ->  Seq Scan on case_sanction
--           Filter: ((level IS NOT NULL) AND (cancelled_at IS NULL) AND (case_id = '…'::uuid) AND reaches_case(case_id))

-- insertSanction
insert into case_sanction (sanction_id, case_id, kind, level, obligation, article, term_days, amount_rupiah, fpr_note,
                           object_days, letter_id, imposed_by, imposed_at)
values ($1, $2, $3, $4, $5, $6,
        $7, $8, $9,
        $10, $11, $12, $13);
--   Insert on case_sanction
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Result

-- setServed
update case_sanction set served_on = $1, served_how = $2, served_photo = $3,
       due_on = $4, object_until = $5
where sanction_id = $6 and served_on is null and cancelled_at is null returning 1;
--   Update on case_sanction
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Index Scan using case_sanction_one_level on case_sanction
--           Filter: ('…' AND (served_on IS NULL) AND (cancelled_at IS NULL) AND (sanction_id = '…'::uuid) AND reaches_case(case_id) AND reaches_case(case_id))

-- setFulfilled
update case_sanction set fulfilled_on = $1, fulfilled_why = $2
where sanction_id = $3 and fulfilled_on is null and cancelled_at is null returning 1;
--   Update on case_sanction
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Index Scan using case_sanction_one_level on case_sanction
--           Filter: ('…' AND (fulfilled_on IS NULL) AND (cancelled_at IS NULL) AND (sanction_id = '…'::uuid) AND reaches_case(case_id) AND reaches_case(case_id))

-- cancelSanctions
update case_sanction set cancelled_at = $1 where case_id = $2 and cancelled_at is null;
--   Update on case_sanction
--     ->  Seq Scan on case_sanction
--           Filter: ((cancelled_at IS NULL) AND (case_id = '…'::uuid))

-- bumpCase
update violation_case set revision = revision + 1 where case_id = $1;
--   Update on violation_case
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Index Scan using violation_case_pkey on violation_case
--           Index Cond: (case_id = '…'::uuid)
--           Filter: ('…' AND reaches_case(case_id, kelurahan_code) AND reaches_case(case_id, kelurahan_code))
