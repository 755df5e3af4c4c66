-- numberYears
select series, year, count(*)::int as count from document_number group by series, year
order by year desc, series;
--   GroupAggregate
--     Group Key: year, series
--     ->  Sort
--           Sort Key: year DESC, series
--           ->  Seq Scan on document_number

-- numbersOf
select n.sequence, n.number, n.state, n.reserved_at as "reservedAt", n.void_reason as "voidReason",
       n.application_id as "applicationId", a.ticket, a.state as "applicationState",
       case when n.state = 'used' then a.document_id end as "documentId"
from document_number n join application a using (application_id)
where n.series = $1 and n.year = $2 and ($3::int is null or n.sequence < $4)
order by n.sequence desc limit $5;
--   Limit
--     ->  Sort
--           Sort Key: n.sequence DESC
--           ->  Nested Loop
--                 ->  Seq Scan on document_number n
--                       Filter: ((sequence < 9) AND (series = '…'::text) AND (year = 2026))
--                 ->  Index Scan using application_pkey on application a
--                       Index Cond: (application_id = n.application_id)

-- numberGaps
with own as (select sequence from document_number where series = $1 and year = $2)
select place from generate_series(1, (select max(sequence) from own)) place
where not exists (select from own where sequence = place) order by place limit 100;
--   Limit
--     CTE own
--       ->  Seq Scan on document_number
--             Filter: ((series = '…'::text) AND (year = 2026))
--     InitPlan 2 (returns '…')
--       ->  Aggregate
--             ->  CTE Scan on own own_1
--     ->  Merge Anti Join
--           Merge Cond: (place.place = own.sequence)
--           ->  Sort
--                 Sort Key: place.place
--                 ->  Function Scan on generate_series place
--           ->  Sort
--                 Sort Key: own.sequence
--                 ->  CTE Scan on own
