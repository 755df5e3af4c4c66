-- Purpose: the version of each layer that is in force on a date, as the register knew it at a moment.
-- Input: on_date (law), known_at (register; null = now). Output: one row per layer that has one.
-- Expected index: publication (layer_id, valid_from desc, recorded_at desc). A few dozen rows: < 1 ms.
create or replace function version_in_force(on_date date, known_at timestamptz default null)
returns table (layer_id text, kind text, theme text, version_id text, publication_id bigint, valid_from date, decree text, rules_layer_id text, regulation_id text, is_demo boolean)
language sql stable as $$
  select distinct on (p.layer_id)
         p.layer_id, l.kind, l.theme, p.version_id, p.publication_id, p.valid_from, p.decree, l.rules_layer_id, l.regulation_id,
         l.is_demo or v.is_demo
  from publication p
  join layer l using (layer_id)
  join layer_version v on v.version_id = p.version_id
  where p.valid_from <= on_date
    and (known_at is null or p.recorded_at <= known_at)
  order by p.layer_id, p.valid_from desc, p.recorded_at desc, p.publication_id desc
$$;
