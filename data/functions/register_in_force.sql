-- Purpose: what holds on a date for each layer, seen from inside: also layers that nobody outside may see.
-- Input: on_date (law). Output: one row per layer that has a version in force then; see version_in_force for everybody else.
-- Expected index: publication (layer_id, valid_from desc, recorded_at desc). A few dozen rows: < 1 ms.
create or replace function register_in_force(on_date date)
returns table (layer_id text, version_id text, publication_id bigint, valid_from date, decree text, access_class text)
language sql stable as $$
  select p.layer_id, p.version_id, p.publication_id, p.valid_from, p.decree,
         case when l.access_class = 'terbuka' then p.access_class else l.access_class end
  from (
    select distinct on (layer_id) *
    from publication
    where publication.valid_from <= on_date
    order by layer_id, publication.valid_from desc, recorded_at desc, publication_id desc
  ) p
  join layer l using (layer_id)
  where p.version_id is not null
$$;
