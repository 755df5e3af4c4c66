-- eventsAt
with here as (select st_setsrid(st_makepoint($1, $2), 4326) as point),
counted as (
  select distinct on (p.layer_id, p.valid_from) p.*, l.kind, l.theme, l.title, l.is_demo
  from publication p join layer l using (layer_id)
  where l.kind in ('zones', 'rtrw', 'overlay', 'rules')
    and l.access_class = 'terbuka'
  order by p.layer_id, p.valid_from, p.recorded_at desc, p.publication_id desc),
told as (
  select c.*, lead(valid_from) over (partition by layer_id order by valid_from) as until from counted c)
select jsonb_build_object(
         'from', t.valid_from, 'until', t.until, 'layerId', t.layer_id, 'kind', t.kind, 'theme', t.theme,
         'title', t.title, 'versionId', t.version_id, 'decree', t.decree, 'decreeOn', t.decree_on, 'note', t.note,
         'recordedAt', t.recorded_at, 'isDemo', t.is_demo or coalesce(v.is_demo, false),
         'isHere', case t.kind
           when 'rules' then null
           when 'overlay' then exists (
             select from overlay_piece o, here
             where o.version_id = t.version_id and o.geom && here.point and st_intersects(o.geom, here.point))
           else exists (
             select from zone z, here
             where z.version_id = t.version_id and z.geom && here.point and st_intersects(z.geom, here.point))
         end) as event
from told t left join layer_version v on v.version_id = t.version_id
where t.access_class = 'terbuka'
order by t.valid_from, t.layer_id;
--   Sort
--     Sort Key: t.valid_from, t.layer_id
--     CTE here
--       ->  Result
--     ->  Nested Loop Left Join
--           ->  Subquery Scan on t
--                 Filter: (t.access_class = '…'::text)
--                 ->  WindowAgg
--                       ->  Subquery Scan on c
--                             ->  Unique
--                                   ->  Sort
--                                         Sort Key: p.layer_id, p.valid_from, p.recorded_at DESC, p.publication_id DESC
--                                         ->  Hash Join
--                                               Hash Cond: (p.layer_id = l.layer_id)
--                                               ->  Seq Scan on publication p
--                                               ->  Hash
--                                                     ->  Seq Scan on layer l
--                                                           Filter: ((access_class = '…'::text) AND (kind = ANY ('…'::text[])))
--           ->  Index Scan using layer_version_pkey on layer_version v
--                 Index Cond: (version_id = t.version_id)
--           SubPlan 2
--             ->  Nested Loop
--                   ->  CTE Scan on here
--                   ->  Index Scan using overlay_piece_geom_idx on overlay_piece o
--                         Index Cond: ((geom && here.point) AND (geom && here.point))
--                         Filter: ((version_id = t.version_id) AND st_intersects(geom, here.point))
--           SubPlan 4
--             ->  Nested Loop
--                   ->  CTE Scan on here here_1
--                   ->  Index Scan using zone_geom_idx on zone z
--                         Index Cond: ((geom && here_1.point) AND (geom && here_1.point))
--                         Filter: ((version_id = t.version_id) AND st_intersects(geom, here_1.point))
