-- findNumber
select series, year, sequence, number, state from document_number
where application_id = $1 and state <> 'voided';
--   Seq Scan on document_number
--     Filter: ((state <> '…'::text) AND (application_id = '…'::uuid))

-- insertNumber
insert into document_number (series, year, sequence, number, application_id, state, reserved_at)
values ($1, $2, $3, $4, $5, 'reserved',
        $6);
--   Insert on document_number
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Result

-- setNumberUsed
update document_number set state = 'used' where application_id = $1 and state = 'reserved';
--   Update on document_number
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Seq Scan on document_number
--           Filter: ('…' AND (application_id = '…'::uuid) AND (state = '…'::text))

-- voidNumber
update document_number set state = 'voided', void_reason = $1
where application_id = $2 and state = 'reserved' returning number;
--   Update on document_number
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Seq Scan on document_number
--           Filter: ('…' AND (application_id = '…'::uuid) AND (state = '…'::text))

-- dropUnheldDrafts
update document_draft d set is_dropped = true
where not d.is_dropped and d.made_at < $1
  and not exists (select from document_number n
                  where n.state = 'reserved' and d.order_id = 'krk:' || n.application_id || ':' || n.number);
--   Update on document_draft d
--     ->  Nested Loop Anti Join
--           Join Filter: (d.order_id = ((('…'::text || (n.application_id)::text) || '…'::text) || n.number))
--           ->  Seq Scan on document_draft d
--                 Filter: ((NOT is_dropped) AND (made_at < '…'::timestamp with time zone))
--           ->  Seq Scan on document_number n
--                 Filter: (state = '…'::text)
