-- statement 1
select e.version_id, e.kind, e.target, e.name, e.alias, e.category, e.key, e.lon, e.lat, e.bbox
from search_entry e
where e.version_id = any (version_ids) and e.key %> query_key
order by word_similarity(query_key, e.key) + similarity(query_key, e.key) desc, length(e.key), e.key, e.entry_id
limit max_count;
--   Limit
--     ->  Sort
--           Sort Key: ((word_similarity('…', key) + similarity('…', key))) DESC, (length(key)), key, entry_id
--           ->  Seq Scan on search_entry e
--                 Filter: ((key %> '…') AND (version_id = ANY ('…')))
