-- statement 1
with alike as materialized (select * from search_entry where key %> query_key)
select e.version_id, e.kind, e.target, e.name, e.alias, e.category, e.key, e.lon, e.lat, e.bbox
from alike e
where e.version_id = any (version_ids)
order by word_similarity(query_key, e.key) desc, length(e.key), e.key, e.entry_id
limit max_count;
--   Limit
--     CTE alike
--       ->  Bitmap Heap Scan on search_entry
--             Recheck Cond: (key %> '…')
--             ->  Bitmap Index Scan on search_entry_key_idx
--                   Index Cond: (key %> '…')
--     ->  Sort
--           Sort Key: (word_similarity('…', e.key)) DESC, (length(e.key)), e.key, e.entry_id
--           ->  CTE Scan on alike e
--                 Filter: (version_id = ANY ('…'))
