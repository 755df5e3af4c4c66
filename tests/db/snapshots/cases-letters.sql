-- columns
select 
l.letter_id as "letterId", l.case_id as "caseId", l.kind, l.case_revision as "caseRevision", l.number, l.state,
l.is_trial as "isTrial", u.sha256, l.byte_count as "byteCount", l.reserved_at as "reservedAt", l.made_at as "madeAt" from case_letter l left join upload u using (upload_id)
  where l.case_id = $1 and l.state = 'used' order by l.made_at, l.year, l.sequence, l.letter_id;
--   Sort
--     Sort Key: l.made_at, l.year, l.sequence, l.letter_id
--     ->  Hash Right Join
--           Hash Cond: (u.upload_id = l.upload_id)
--           ->  Seq Scan on upload u
--           ->  Hash
--                 ->  Seq Scan on case_letter l
--                       Filter: ((case_id = '…'::uuid) AND (state = '…'::text))

-- heldLetter
select letter_id as "letterId", kind, case_revision as "caseRevision", number, is_trial as "isTrial", year from case_letter
where case_id = $1 and state = 'reserved';
--   Seq Scan on case_letter
--     Filter: ((case_id = '…'::uuid) AND (state = '…'::text) AND reaches_case(case_id))

-- insertLetter
insert into case_letter (letter_id, case_id, kind, case_revision, series, year, sequence, number, state, is_trial,
                         reserved_at)
values ($1, $2, $3, $4, $5, $6,
        $7, $8, 'reserved', $9, $10);
--   Insert on case_letter
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Result

-- setLetterUsed
update case_letter set state = 'used', upload_id = $1, byte_count = $2, made_at = $3
where letter_id = $4 and state = 'reserved' returning 1;
--   Update on case_letter
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Index Scan using case_letter_one_reserved on case_letter
--           Filter: ('…' AND (letter_id = '…'::uuid) AND (state = '…'::text) AND reaches_case(case_id) AND reaches_case(case_id))

-- voidLetter
update case_letter set state = 'voided', void_reason = $1
where case_id = $2 and state = 'reserved' returning number;
--   Update on case_letter
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Seq Scan on case_letter
--           Filter: ('…' AND (case_id = '…'::uuid) AND (state = '…'::text) AND reaches_case(case_id) AND reaches_case(case_id))
