-- movesOf
select recorded_at as at, actor, facts->>'from' as "from", facts->>'to' as "to",
       coalesce(facts->'files', '[]') as files
from log_event
where kind = 'release.moved' and facts->>'releaseId' = $1
order by recorded_at, (facts->>'revision')::int;
--   Sort
--     Sort Key: recorded_at, (((facts ->> '…'::text))::integer)
--     ->  Index Scan using log_event_kind_recorded_at_idx on log_event
--           Index Cond: (kind = '…'::text)
--           Filter: ((facts ->> '…'::text) = '…'::text)
