-- Purpose: the version of each layer that is in force on a date, as the register knew it at a moment.
-- Input: on_date (law), known_at (register; null = now). Output: one row per layer that has one; a layer whose last
--        publication has no version is withdrawn and has none. The rule set is the version's own. Layers that are not for
--        everybody, or were not when they were published, have none either: every public door asks here, and only here.
-- Expected index: publication (layer_id, valid_from desc, recorded_at desc). A few dozen rows: < 1 ms.
create or replace function version_in_force(on_date date, known_at timestamptz default null)
returns table (layer_id text, kind text, theme text, version_id text, publication_id bigint, valid_from date, decree text, rules_layer_id text, regulation_id text, is_demo boolean)
language sql stable as $$
  select p.layer_id, l.kind, l.theme, p.version_id, p.publication_id, p.valid_from, p.decree, v.rules_layer_id, v.regulation_id,
         l.is_demo or v.is_demo
  from (
    select distinct on (layer_id) *
    from publication
    where publication.valid_from <= on_date
      and (known_at is null or recorded_at <= known_at)
    order by layer_id, publication.valid_from desc, recorded_at desc, publication_id desc
  ) p
  join layer l using (layer_id)
  join layer_version v on v.version_id = p.version_id
  where l.access_class = 'terbuka' and p.access_class = 'terbuka'
  order by p.layer_id
$$;
