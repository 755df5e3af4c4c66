-- plansOn
with 
item as (
  select * from unnest($1::text[], $2::text[]) as i(layer_id, version_id)),
state as (
  select layer_id, version_id from item
  union all
  select layer_id, version_id from register_in_force($3::date)
  where layer_id not in (select layer_id from item)),
plan as materialized (
  select v.layer_id, v.version_id, v.regulation_id, r.version_id as rules_id
  from state s
  join layer l using (layer_id)
  join layer_version v on v.version_id = s.version_id
  left join state r on r.layer_id = v.rules_layer_id
  where l.kind = 'zones'
    and (v.layer_id in (select layer_id from item) or v.rules_layer_id in (select layer_id from item))),
  used as (
    select p.layer_id, p.regulation_id, p.rules_id, z.code, count(*)::int as count, sum(z.area_m2) as area_m2,
           (array_agg(z.zone_id order by z.area_m2 desc))[1] as largest
    from plan p join zone z on z.version_id = p.version_id
    group by 1, 2, 3, 4),
  judged as (
    select u.*, case
      when rules_id is null then 'zoneWithoutRuleSet'
      when not exists (select from zone_code k where k.version_id = rules_id and k.regulation_id = u.regulation_id
                       and k.code = u.code) then 'zoneCodeUnknown'
      when not exists (select from intensity_rule r where r.version_id = rules_id
                       and r.regulation_id = u.regulation_id and r.zone_code = u.code)
       and not exists (select from itbx_cell c where c.version_id = rules_id
                       and c.regulation_id = u.regulation_id and c.zone_code = u.code) then 'zoneCodeWithoutRules'
      end as gap
    from used u)
  select j.layer_id as "layerId", j.gap as code, j.code as name, j.count, j.area_m2 as "areaM2",
         array[st_x(st_pointonsurface(z.geom)), st_y(st_pointonsurface(z.geom))] as at
  from judged j join zone z on z.zone_id = j.largest
  where j.gap is not null
  order by j.layer_id, j.gap, j.code;
--   Incremental Sort
--     Sort Key: u.layer_id, (CASE WHEN (u.rules_id IS NULL) THEN '…'::text WHEN (NOT (hashed SubPlan 8)) THEN '…'::text WHEN ((NOT (SubPlan 9)) AND (NOT (SubPlan 11))) THEN '…'::text ELSE NULL::text END), u.code
--     Presorted Key: u.layer_id
--     CTE item
--       ->  Function Scan on i
--     CTE state
--       ->  Append
--             ->  CTE Scan on item item_1
--             ->  Hash Join
--                   Hash Cond: (l.layer_id = p_1.layer_id)
--                   ->  Seq Scan on layer l
--                   ->  Hash
--                         ->  Subquery Scan on p_1
--                               Filter: ((p_1.version_id IS NOT NULL) AND (NOT (hashed SubPlan 2)))
--                               ->  Unique
--                                     ->  Sort
--                                           Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                           ->  Seq Scan on publication
--                                                 Filter: (valid_from <= '…'::date)
--                               SubPlan 2
--                                 ->  CTE Scan on item
--     CTE plan
--       ->  Nested Loop Left Join
--             Join Filter: (r.layer_id = v.rules_layer_id)
--             ->  Nested Loop
--                   ->  Hash Join
--                         Hash Cond: (s.layer_id = l_1.layer_id)
--                         ->  CTE Scan on state s
--                         ->  Hash
--                               ->  Seq Scan on layer l_1
--                                     Filter: (kind = '…'::text)
--                   ->  Index Scan using layer_version_pkey on layer_version v
--                         Index Cond: (version_id = s.version_id)
--                         Filter: ((hashed SubPlan 4) OR (hashed SubPlan 5))
--                         SubPlan 4
--                           ->  CTE Scan on item item_2
--                         SubPlan 5
--                           ->  CTE Scan on item item_3
--             ->  CTE Scan on state r
--     ->  Nested Loop
--           ->  Subquery Scan on u
--                 Filter: (CASE WHEN (u.rules_id IS NULL) THEN '…'::text WHEN (NOT (hashed SubPlan 14)) THEN '…'::text WHEN ((NOT (SubPlan 15)) AND (NOT (SubPlan 17))) THEN '…'::text ELSE NULL::text END IS NOT NULL)
--                 ->  GroupAggregate
--                       Group Key: p.layer_id, p.regulation_id, p.rules_id, z_1.code
--                       ->  Sort
--                             Sort Key: p.layer_id, p.regulation_id, p.rules_id, z_1.code
--                             ->  Nested Loop
--                                   ->  CTE Scan on plan p
--                                   ->  Index Scan using zone_version_id_code_idx on zone z_1
--                                         Index Cond: (version_id = p.version_id)
--                 SubPlan 14
--                   ->  Seq Scan on zone_code k_1
--                 SubPlan 15
--                   ->  Index Scan using intensity_rule_version_id_zone_code_idx on intensity_rule r_2
--                         Index Cond: ((version_id = u.rules_id) AND (zone_code = u.code))
--                         Filter: (regulation_id = u.regulation_id)
--                 SubPlan 17
--                   ->  Index Scan using itbx_cell_version_id_regulation_id_zone_code_idx on itbx_cell c_1
--                         Index Cond: ((version_id = u.rules_id) AND (regulation_id = u.regulation_id) AND (zone_code = u.code))
--           ->  Index Scan using zone_pkey on zone z
--                 Index Cond: (zone_id = u.largest)
--           SubPlan 8
--             ->  Seq Scan on zone_code k
--           SubPlan 9
--             ->  Index Scan using intensity_rule_version_id_zone_code_idx on intensity_rule r_1
--                   Index Cond: ((version_id = u.rules_id) AND (zone_code = u.code))
--                   Filter: (regulation_id = u.regulation_id)
--           SubPlan 11
--             ->  Index Scan using itbx_cell_version_id_regulation_id_zone_code_idx on itbx_cell c
--                   Index Cond: ((version_id = u.rules_id) AND (regulation_id = u.regulation_id) AND (zone_code = u.code))

-- plansOn
with 
item as (
  select * from unnest($1::text[], $2::text[]) as i(layer_id, version_id)),
state as (
  select layer_id, version_id from item
  union all
  select layer_id, version_id from register_in_force($3::date)
  where layer_id not in (select layer_id from item)),
plan as materialized (
  select v.layer_id, v.version_id, v.regulation_id, r.version_id as rules_id
  from state s
  join layer l using (layer_id)
  join layer_version v on v.version_id = s.version_id
  left join state r on r.layer_id = v.rules_layer_id
  where l.kind = 'zones'
    and (v.layer_id in (select layer_id from item) or v.rules_layer_id in (select layer_id from item))),
  rules as (
    select i.layer_id, i.version_id from item i join layer l using (layer_id) where l.kind = 'rules'
    union
    select min(p.layer_id), p.rules_id from plan p
    where p.rules_id is not null and p.rules_id not in (select version_id from item)
    group by p.rules_id),
  used as (
    select r.layer_id, r.version_id, c.regulation_id, code
    from rules r join itbx_cell c using (version_id), unnest(c.codes) as code
    union all
    select r.layer_id, r.version_id, e.regulation_id, code
    from rules r join overlay_effect e using (version_id), unnest(e.itbx_codes) as code),
  cited as (
    select r.layer_id, r.version_id, t.name, t.source_id
    from rules r, lateral (
      select 'intensity ' || zone_code || ' ' || measure as name, source_id from intensity_rule where version_id = r.version_id
      union all
      select 'setbacks ' || kind || coalesce(' ' || zone_code, ''), source_id from setback_rule where version_id = r.version_id
      union all
      select 'notes ' || kind || coalesce(' ' || zone_code, ''), source_id from zoning_note where version_id = r.version_id
      union all
      select 'matrices ' || regulation_id, source_id from itbx_matrix where version_id = r.version_id
      union all
      select 'conditions ' || code, source_id from itbx_condition where version_id = r.version_id
      union all
      select 'overlay-effects ' || theme || ' ' || level_code, source_id from overlay_effect where version_id = r.version_id
    ) t)
  select layer_id as "layerId", 'itbxCodeWithoutText' as code, code as name, count(*)::int as count,
         null::float8 as "areaM2", null as at
  from used u
  where code not in ('I', 'X') and not exists (
    select from itbx_condition k
    where k.version_id = u.version_id and k.regulation_id = u.regulation_id and k.code = u.code and btrim(k.body) <> '')
  group by layer_id, code
  union all
  select c.layer_id, 'ruleWithoutSource', c.name, count(*)::int, null, null
  from cited c left join legal_source s using (version_id, source_id)
  where s.source_id is null or btrim(s.article) = ''
  group by c.layer_id, c.name
  order by 1, 2, 3;
--   Sort
--     Sort Key: "*SELECT* 1_1".layer_id, ('…'::text), "*SELECT* 1_1".code
--     CTE item
--       ->  Function Scan on i
--     CTE state
--       ->  Append
--             ->  CTE Scan on item item_1
--             ->  Hash Join
--                   Hash Cond: (l.layer_id = p.layer_id)
--                   ->  Seq Scan on layer l
--                   ->  Hash
--                         ->  Subquery Scan on p
--                               Filter: ((p.version_id IS NOT NULL) AND (NOT (hashed SubPlan 2)))
--                               ->  Unique
--                                     ->  Sort
--                                           Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                           ->  Seq Scan on publication
--                                                 Filter: (valid_from <= '…'::date)
--                               SubPlan 2
--                                 ->  CTE Scan on item
--     CTE plan
--       ->  Nested Loop Left Join
--             Join Filter: (r_3.layer_id = v.rules_layer_id)
--             ->  Nested Loop
--                   ->  Hash Join
--                         Hash Cond: (s_1.layer_id = l_1.layer_id)
--                         ->  CTE Scan on state s_1
--                         ->  Hash
--                               ->  Seq Scan on layer l_1
--                                     Filter: (kind = '…'::text)
--                   ->  Index Scan using layer_version_pkey on layer_version v
--                         Index Cond: (version_id = s_1.version_id)
--                         Filter: ((hashed SubPlan 4) OR (hashed SubPlan 5))
--                         SubPlan 4
--                           ->  CTE Scan on item item_2
--                         SubPlan 5
--                           ->  CTE Scan on item item_3
--             ->  CTE Scan on state r_3
--     CTE rules
--       ->  Unique
--             ->  Sort
--                   Sort Key: i_1.layer_id, i_1.version_id
--                   ->  Append
--                         ->  Nested Loop
--                               Join Filter: (i_1.layer_id = l_2.layer_id)
--                               ->  CTE Scan on item i_1
--                               ->  Seq Scan on layer l_2
--                                     Filter: (kind = '…'::text)
--                         ->  HashAggregate
--                               Group Key: p_1.rules_id
--                               ->  CTE Scan on plan p_1
--                                     Filter: ((rules_id IS NOT NULL) AND (NOT (hashed SubPlan 7)))
--                                     SubPlan 7
--                                       ->  CTE Scan on item item_4
--     ->  Append
--           ->  HashAggregate
--                 Group Key: "*SELECT* 1_1".layer_id, "*SELECT* 1_1".code
--                 ->  Hash Anti Join
--                       Hash Cond: (("*SELECT* 1_1".version_id = k.version_id) AND ("*SELECT* 1_1".regulation_id = k.regulation_id) AND ("*SELECT* 1_1".code = k.code))
--                       ->  Append
--                             ->  Subquery Scan on "*SELECT* 1_1"
--                                   ->  Nested Loop
--                                         ->  Hash Join
--                                               Hash Cond: (c.version_id = r.version_id)
--                                               ->  Seq Scan on itbx_cell c
--                                               ->  Hash
--                                                     ->  CTE Scan on rules r
--                                         ->  Memoize
--                                               Cache Key: c.codes
--                                               Cache Mode: binary
--                                               ->  Function Scan on unnest code
--                                                     Filter: (code <> ALL ('…'::text[]))
--                             ->  Subquery Scan on "*SELECT* 2"
--                                   ->  Nested Loop
--                                         ->  Nested Loop
--                                               Join Filter: (r_1.version_id = e.version_id)
--                                               ->  Seq Scan on overlay_effect e
--                                               ->  CTE Scan on rules r_1
--                                         ->  Function Scan on unnest code_1
--                                               Filter: (code <> ALL ('…'::text[]))
--                       ->  Hash
--                             ->  Seq Scan on itbx_condition k
--                                   Filter: (btrim(body) <> '…'::text)
--           ->  HashAggregate
--                 Group Key: r_2.layer_id, (((('…'::text || intensity_rule.zone_code) || '…'::text) || intensity_rule.measure))
--                 ->  Hash Left Join
--                       Hash Cond: ((r_2.version_id = s.version_id) AND (intensity_rule.source_id = s.source_id))
--                       Filter: ((s.source_id IS NULL) OR (btrim(s.article) = '…'::text))
--                       ->  Nested Loop
--                             ->  CTE Scan on rules r_2
--                             ->  Append
--                                   ->  Index Scan using intensity_rule_version_id_zone_code_idx on intensity_rule
--                                         Index Cond: (version_id = r_2.version_id)
--                                   ->  Seq Scan on setback_rule
--                                         Filter: (version_id = r_2.version_id)
--                                   ->  Seq Scan on zoning_note
--                                         Filter: (version_id = r_2.version_id)
--                                   ->  Seq Scan on itbx_matrix
--                                         Filter: (version_id = r_2.version_id)
--                                   ->  Seq Scan on itbx_condition
--                                         Filter: (version_id = r_2.version_id)
--                                   ->  Seq Scan on overlay_effect
--                                         Filter: (version_id = r_2.version_id)
--                       ->  Hash
--                             ->  Seq Scan on legal_source s

-- plansOn
with 
item as (
  select * from unnest($1::text[], $2::text[]) as i(layer_id, version_id)),
state as (
  select layer_id, version_id from item
  union all
  select layer_id, version_id from register_in_force($3::date)
  where layer_id not in (select layer_id from item)),
plan as materialized (
  select v.layer_id, v.version_id, v.regulation_id, r.version_id as rules_id
  from state s
  join layer l using (layer_id)
  join layer_version v on v.version_id = s.version_id
  left join state r on r.layer_id = v.rules_layer_id
  where l.kind = 'zones'
    and (v.layer_id in (select layer_id from item) or v.rules_layer_id in (select layer_id from item))),
  overlay as (
    select v.layer_id, v.version_id, v.rules_layer_id, i.layer_id is not null as is_touched
    from state s
    join layer l using (layer_id)
    join layer_version v on v.version_id = s.version_id
    left join item i on i.layer_id = s.layer_id
    where l.kind = 'overlay'),
  rules as (
    select s.version_id, s.layer_id, i.layer_id is not null as is_touched
    from state s
    join layer l using (layer_id)
    left join item i on i.layer_id = s.layer_id
    where l.kind = 'rules'
      and exists (select from state p join layer_version v on v.version_id = p.version_id where v.rules_layer_id = s.layer_id)),
  naming as (
    select r.version_id, jsonb_object_agg(e.theme, e.levels) as named
    from rules r
    join (select version_id, theme, jsonb_agg(distinct level_code) as levels from overlay_effect group by 1, 2) e using (version_id)
    group by r.version_id),
  borne as (
    select o.layer_id, r.version_id as rules_id, a.theme, null as field, a.level_code, a.geom
    from overlay o
    join rules r on (o.is_touched or r.is_touched) and not (o.is_touched and o.rules_layer_id is not distinct from r.layer_id)
    join overlay_area a on a.version_id = o.version_id
    union all
    select p.layer_id, p.rules_id, null, e.key, e.value, z.geom
    from plan p
    join zone z on z.version_id = p.version_id, jsonb_each_text(z.special) e)
  select layer_id as "layerId", theme, field, level_code as "levelCode", count(*)::int as count,
         sum(st_area(geom::geography)) as "areaM2",
         (array_agg(jsonb_build_array(st_x(st_pointonsurface(geom)), st_y(st_pointonsurface(geom))) order by st_area(geom) desc))[1] as at,
         named
  from borne join naming on naming.version_id = rules_id
  group by layer_id, theme, field, level_code, rules_id, named
  order by layer_id, theme, field, level_code;
--   GroupAggregate
--     Group Key: "*SELECT* 1".layer_id, "*SELECT* 1".theme, "*SELECT* 1".field, "*SELECT* 1".level_code, "*SELECT* 1".rules_id, naming.named
--     CTE item
--       ->  Function Scan on i_1
--     CTE state
--       ->  Append
--             ->  CTE Scan on item item_1
--             ->  Hash Join
--                   Hash Cond: (l_1.layer_id = p_1.layer_id)
--                   ->  Seq Scan on layer l_1
--                   ->  Hash
--                         ->  Subquery Scan on p_1
--                               Filter: ((p_1.version_id IS NOT NULL) AND (NOT (hashed SubPlan 2)))
--                               ->  Unique
--                                     ->  Sort
--                                           Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                           ->  Seq Scan on publication
--                                                 Filter: (valid_from <= '…'::date)
--                               SubPlan 2
--                                 ->  CTE Scan on item
--     CTE plan
--       ->  Nested Loop Left Join
--             Join Filter: (r_2.layer_id = v_1.rules_layer_id)
--             ->  Nested Loop
--                   ->  Hash Join
--                         Hash Cond: (s_1.layer_id = l_2.layer_id)
--                         ->  CTE Scan on state s_1
--                         ->  Hash
--                               ->  Seq Scan on layer l_2
--                                     Filter: (kind = '…'::text)
--                   ->  Index Scan using layer_version_pkey on layer_version v_1
--                         Index Cond: (version_id = s_1.version_id)
--                         Filter: ((hashed SubPlan 4) OR (hashed SubPlan 5))
--                         SubPlan 4
--                           ->  CTE Scan on item item_2
--                         SubPlan 5
--                           ->  CTE Scan on item item_3
--             ->  CTE Scan on state r_2
--     CTE rules
--       ->  Nested Loop Left Join
--             Join Filter: (i_2.layer_id = s_2.layer_id)
--             ->  Nested Loop Semi Join
--                   Join Filter: (s_2.layer_id = v_2.rules_layer_id)
--                   ->  Hash Join
--                         Hash Cond: (s_2.layer_id = l_3.layer_id)
--                         ->  CTE Scan on state s_2
--                         ->  Hash
--                               ->  Seq Scan on layer l_3
--                                     Filter: (kind = '…'::text)
--                   ->  Hash Join
--                         Hash Cond: (v_2.version_id = p_2.version_id)
--                         ->  Seq Scan on layer_version v_2
--                         ->  Hash
--                               ->  CTE Scan on state p_2
--             ->  CTE Scan on item i_2
--     ->  Sort
--           Sort Key: "*SELECT* 1".layer_id, "*SELECT* 1".theme, "*SELECT* 1".field, "*SELECT* 1".level_code, "*SELECT* 1".rules_id, naming.named
--           ->  Hash Join
--                 Hash Cond: ("*SELECT* 1".rules_id = naming.version_id)
--                 ->  Append
--                       ->  Subquery Scan on "*SELECT* 1"
--                             ->  Nested Loop
--                                   ->  Nested Loop
--                                         Join Filter: ((i.layer_id IS NULL) OR (v.rules_layer_id IS DISTINCT FROM r.layer_id))
--                                         ->  Nested Loop
--                                               Join Filter: ((i.layer_id IS NOT NULL) OR r.is_touched)
--                                               ->  Nested Loop Left Join
--                                                     Join Filter: (i.layer_id = s.layer_id)
--                                                     ->  Hash Join
--                                                           Hash Cond: (s.layer_id = l.layer_id)
--                                                           ->  CTE Scan on state s
--                                                           ->  Hash
--                                                                 ->  Seq Scan on layer l
--                                                                       Filter: (kind = '…'::text)
--                                                     ->  CTE Scan on item i
--                                               ->  CTE Scan on rules r
--                                         ->  Index Scan using layer_version_pkey on layer_version v
--                                               Index Cond: (version_id = s.version_id)
--                                   ->  Index Scan using overlay_area_version_id_feature_no_key on overlay_area a
--                                         Index Cond: (version_id = v.version_id)
--                       ->  Subquery Scan on "*SELECT* 2"
--                             ->  Nested Loop
--                                   ->  Nested Loop
--                                         ->  CTE Scan on plan p
--                                         ->  Index Scan using zone_version_id_code_idx on zone z
--                                               Index Cond: (version_id = p.version_id)
--                                   ->  Memoize
--                                         Cache Key: z.special
--                                         Cache Mode: binary
--                                         ->  Function Scan on jsonb_each_text e
--                 ->  Hash
--                       ->  Subquery Scan on naming
--                             ->  GroupAggregate
--                                   Group Key: r_1.version_id
--                                   ->  Nested Loop
--                                         Join Filter: (r_1.version_id = overlay_effect.version_id)
--                                         ->  GroupAggregate
--                                               Group Key: overlay_effect.version_id, overlay_effect.theme
--                                               ->  Sort
--                                                     Sort Key: overlay_effect.version_id, overlay_effect.theme
--                                                     ->  Seq Scan on overlay_effect
--                                         ->  CTE Scan on rules r_1

-- plansOn
with 
item as (
  select * from unnest($1::text[], $2::text[]) as i(layer_id, version_id)),
state as (
  select layer_id, version_id from item
  union all
  select layer_id, version_id from register_in_force($3::date)
  where layer_id not in (select layer_id from item)),
plan as materialized (
  select v.layer_id, v.version_id, v.regulation_id, r.version_id as rules_id
  from state s
  join layer l using (layer_id)
  join layer_version v on v.version_id = s.version_id
  left join state r on r.layer_id = v.rules_layer_id
  where l.kind = 'zones'
    and (v.layer_id in (select layer_id from item) or v.rules_layer_id in (select layer_id from item))),
  ruled as (
    select distinct on (rules_id) rules_id, layer_id from plan where rules_id is not null order by rules_id, layer_id),
  rule as (
    select r.rules_id, r.layer_id, t.*
    from ruled r, lateral (
      select regulation_id, zone_code, kodswp, kodblk, road_class from intensity_rule where version_id = r.rules_id
      union all
      select regulation_id, zone_code, null, null, road_class from setback_rule where version_id = r.rules_id
      union all
      select regulation_id, zone_code, kodswp, kodblk, null from zoning_note where version_id = r.rules_id
      union all
      select regulation_id, zone_code, null, null, null from itbx_cell where version_id = r.rules_id) t),
  named as (
    select r.rules_id, r.layer_id, r.regulation_id, n.what, n.name
    from rule r, lateral (values ('KODUNK', r.zone_code), ('SWP', r.kodswp), ('blok', r.kodblk)) n (what, name)
    where n.name is not null),
  borne as (
    select distinct p.rules_id, p.regulation_id, b.what, b.name
    from plan p
    join zone z on z.version_id = p.version_id,
    lateral (values ('KODUNK', z.kodunk), ('SWP', z.kodswp), ('blok', z.kodblk)) b (what, name)
    where b.name is not null),
  lost as (
    select n.layer_id, n.what || ' ' || n.name as name
    from named n
    where not exists (select from borne b where b.rules_id = n.rules_id and b.regulation_id = n.regulation_id
                      and b.what = n.what and b.name = n.name)
      and not (n.what = 'KODUNK' and exists (
        select from zone_code k where k.version_id = n.rules_id and k.regulation_id = n.regulation_id and k.code = n.name))
    union all
    select r.layer_id, 'jalan ' || r.road_class
    from rule r
    where r.road_class is not null
      and exists (select from state s join road d on d.version_id = s.version_id)
      and not exists (select from state s join road d on d.version_id = s.version_id
                      where d.road_class = r.road_class or starts_with(d.road_class, r.road_class || ' ')))
  select layer_id as "layerId", 'ruleKeyWithoutPolygon' as code, name, count(*)::int as count,
         null::float8 as "areaM2", null as at
  from lost
  group by layer_id, name
  order by layer_id, name;
--   GroupAggregate
--     Group Key: r.layer_id, ((("*VALUES*".column1 || '…'::text) || "*VALUES*".column2))
--     CTE item
--       ->  Function Scan on i
--     CTE state
--       ->  Append
--             ->  CTE Scan on item item_1
--             ->  Hash Join
--                   Hash Cond: (l.layer_id = p_1.layer_id)
--                   ->  Seq Scan on layer l
--                   ->  Hash
--                         ->  Subquery Scan on p_1
--                               Filter: ((p_1.version_id IS NOT NULL) AND (NOT (hashed SubPlan 2)))
--                               ->  Unique
--                                     ->  Sort
--                                           Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                           ->  Seq Scan on publication
--                                                 Filter: (valid_from <= '…'::date)
--                               SubPlan 2
--                                 ->  CTE Scan on item
--     CTE plan
--       ->  Nested Loop Left Join
--             Join Filter: (r_2.layer_id = v.rules_layer_id)
--             ->  Nested Loop
--                   ->  Hash Join
--                         Hash Cond: (s_1.layer_id = l_1.layer_id)
--                         ->  CTE Scan on state s_1
--                         ->  Hash
--                               ->  Seq Scan on layer l_1
--                                     Filter: (kind = '…'::text)
--                   ->  Index Scan using layer_version_pkey on layer_version v
--                         Index Cond: (version_id = s_1.version_id)
--                         Filter: ((hashed SubPlan 4) OR (hashed SubPlan 5))
--                         SubPlan 4
--                           ->  CTE Scan on item item_2
--                         SubPlan 5
--                           ->  CTE Scan on item item_3
--             ->  CTE Scan on state r_2
--     CTE rule
--       ->  Nested Loop
--             ->  Unique
--                   ->  Sort
--                         Sort Key: plan.rules_id, plan.layer_id
--                         ->  CTE Scan on plan
--                               Filter: (rules_id IS NOT NULL)
--             ->  Append
--                   ->  Index Scan using intensity_rule_version_id_zone_code_idx on intensity_rule
--                         Index Cond: (version_id = plan.rules_id)
--                   ->  Seq Scan on setback_rule
--                         Filter: (version_id = plan.rules_id)
--                   ->  Seq Scan on zoning_note
--                         Filter: (version_id = plan.rules_id)
--                   ->  Index Scan using itbx_cell_version_id_regulation_id_zone_code_idx on itbx_cell
--                         Index Cond: (version_id = plan.rules_id)
--     ->  Sort
--           Sort Key: r.layer_id, ((("*VALUES*".column1 || '…'::text) || "*VALUES*".column2))
--           ->  Append
--                 ->  Hash Anti Join
--                       Hash Cond: ((r.rules_id = p.rules_id) AND (r.regulation_id = p.regulation_id) AND ("*VALUES*".column1 = "*VALUES*_1".column1) AND ("*VALUES*".column2 = "*VALUES*_1".column2))
--                       ->  Nested Loop
--                             ->  CTE Scan on rule r
--                             ->  Values Scan on "*VALUES*"
--                                   Filter: ((column2 IS NOT NULL) AND ((column1 <> '…'::text) OR (NOT (hashed SubPlan 9))))
--                                   SubPlan 9
--                                     ->  Seq Scan on zone_code k
--                       ->  Hash
--                             ->  HashAggregate
--                                   Group Key: p.rules_id, p.regulation_id, "*VALUES*_1".column1, "*VALUES*_1".column2
--                                   ->  Nested Loop
--                                         ->  Nested Loop
--                                               ->  CTE Scan on plan p
--                                               ->  Index Scan using zone_version_id_code_idx on zone z
--                                                     Index Cond: (version_id = p.version_id)
--                                         ->  Memoize
--                                               Cache Key: z.kodunk, z.kodswp, z.kodblk
--                                               Cache Mode: binary
--                                               ->  Values Scan on "*VALUES*_1"
--                                                     Filter: (column2 IS NOT NULL)
--                 ->  Result
--                       One-Time Filter: '…'
--                       InitPlan 10 (returns '…')
--                         ->  Nested Loop
--                               Join Filter: (s_2.version_id = d_1.version_id)
--                               ->  CTE Scan on state s_2
--                               ->  Materialize
--                                     ->  Seq Scan on road d_1
--                       ->  Nested Loop Anti Join
--                             Join Filter: ((d.road_class = r_1.road_class) OR starts_with(d.road_class, (r_1.road_class || '…'::text)))
--                             ->  CTE Scan on rule r_1
--                                   Filter: (road_class IS NOT NULL)
--                             ->  Materialize
--                                   ->  Hash Join
--                                         Hash Cond: (d.version_id = s.version_id)
--                                         ->  Seq Scan on road d
--                                         ->  Hash
--                                               ->  CTE Scan on state s

-- laterDays
select d.day::text as day, array_agg(i.layer_id) as "layerIds"
from (select distinct p.valid_from as day from publication p join layer l using (layer_id)
      where l.kind in ('zones', 'rules') and p.valid_from > $1::date) d
join unnest($2::text[]) as i(layer_id) on not exists (
  select from publication n where n.layer_id = i.layer_id and n.valid_from > $3::date and n.valid_from <= d.day)
group by d.day order by d.day;
--   GroupAggregate
--     Group Key: p.valid_from
--     ->  Nested Loop Anti Join
--           Join Filter: ((n.valid_from <= p.valid_from) AND (n.layer_id = i.layer_id))
--           ->  Nested Loop
--                 ->  Unique
--                       ->  Sort
--                             Sort Key: p.valid_from
--                             ->  Nested Loop
--                                   Join Filter: (p.layer_id = l.layer_id)
--                                   ->  Seq Scan on publication p
--                                         Filter: (valid_from > '…'::date)
--                                   ->  Seq Scan on layer l
--                                         Filter: (kind = ANY ('…'::text[]))
--                 ->  Function Scan on unnest i
--           ->  Seq Scan on publication n
--                 Filter: (valid_from > '…'::date)
