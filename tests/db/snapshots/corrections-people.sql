-- casesAfter
select c.correction_id as "correctionId", c.message, k.sealed
from correction c left join correction_contact k using (correction_id)
where $1::uuid is null or c.correction_id > $2
order by c.correction_id limit $3;
--   Limit
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Sort
--           Sort Key: c.correction_id
--           ->  Hash Right Join
--                 Hash Cond: (k.correction_id = c.correction_id)
--                 ->  Seq Scan on correction_contact k
--                       Filter: '…'
--                 ->  Hash
--                       ->  Seq Scan on correction c
--                             Filter: (answers_corrections(layer_id) OR '…')

-- forgetContact
update correction_contact set sealed = null where correction_id = $1 and sealed is not null;
--   Update on correction_contact
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Seq Scan on correction_contact
--           Filter: ('…' AND (sealed IS NOT NULL) AND (correction_id = '…'::uuid))

-- setMessage
update correction set message = $1 where correction_id = $2;
--   Update on correction
--     ->  Seq Scan on correction
--           Filter: (correction_id = '…'::uuid)
