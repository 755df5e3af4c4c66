-- Purpose: names in the given versions that look like a folded query, the likeliest first; the order is only a first one.
-- Input: query_key = search_key(words); version_ids in force; max_count. Output: rows of search_entry with their similarity.
-- Expected index: search_entry_key_idx (gin trigram). Worst case measured: see server/features/search.
-- The threshold is low on purpose: one dropped letter in a word of five leaves 0.4. Word similarity finds the query
-- inside a longer name and at the beginning of one, so that neither LIKE nor whole-name similarity is needed.
create or replace function search_candidates(query_key text, version_ids text[], max_count integer)
returns table (version_id text, kind text, target text, name text, alias text, category text, key text,
               lon double precision, lat double precision, bbox double precision[])
language sql stable
set pg_trgm.word_similarity_threshold = 0.3
set enable_seqscan = off -- the planner takes the index for dearer than comparing 9,000 names, which costs 40 ms
as $$
  with alike as materialized (select * from search_entry where key %> query_key)
  select e.version_id, e.kind, e.target, e.name, e.alias, e.category, e.key, e.lon, e.lat, e.bbox
  from alike e
  where e.version_id = any (version_ids)
  order by word_similarity(query_key, e.key) desc, length(e.key), e.key, e.entry_id
  limit max_count
$$;
