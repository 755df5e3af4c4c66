-- readProducers
select p.producer_id as "producerId", p.name, p.is_closed as "isClosed", p.revision, p.changed_at as "changedAt",
       (select count(*)::int from layer l where l.producer_id = p.producer_id) as "layerCount",
       (select count(*)::int from account a where a.producer_id = p.producer_id and a.disabled_at is null)
         as "peopleCount"
from producer p
where $1::text is null or p.producer_id = $2
order by p.is_closed, p.name, p.producer_id;
--   Sort
--     Sort Key: p.is_closed, p.name
--     InitPlan 7 (returns '…')
--       ->  Result
--     ->  Seq Scan on producer p
--           Filter: ('…' AND (producer_id = '…'::text))
--           SubPlan 2
--             ->  Aggregate
--                   InitPlan 1 (returns '…')
--                     ->  Result
--                   ->  Seq Scan on layer l
--                         Filter: ((producer_id = p.producer_id) AND ((access_class = '…'::text) OR acts_for(producer_id) OR '…'))
--           SubPlan 6
--             ->  Aggregate
--                   InitPlan 3 (returns '…')
--                     ->  Result
--                   InitPlan 4 (returns '…')
--                     ->  Result
--                   InitPlan 5 (returns '…')
--                     ->  Result
--                   ->  Seq Scan on account a
--                         Filter: ((disabled_at IS NULL) AND (producer_id = p.producer_id) AND ((id = '…') OR (is_staff(id) AND '…') OR '…'))

-- isOpenProducer
select from producer where producer_id = $1 and not is_closed;
--   Seq Scan on producer
--     Filter: ('…' AND (NOT is_closed) AND (producer_id = '…'::text))
--     InitPlan 1 (returns '…')
--       ->  Result

-- insertProducer
insert into producer (producer_id, name, created_at, changed_at)
values ($1, $2, $3, $4)
on conflict (producer_id) do nothing;
--   Insert on producer
--     Conflict Resolution: NOTHING
--     Conflict Arbiter Indexes: producer_pkey
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Result

-- updateProducer
update producer set name = $1, is_closed = $2, revision = revision + 1, changed_at = $3
where producer_id = $4 and revision = $5;
--   Update on producer
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     ->  Seq Scan on producer
--           Filter: ('…' AND '…' AND (producer_id = '…'::text) AND (revision = 1))
