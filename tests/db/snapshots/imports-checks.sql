-- findOverlaps
select array[a_no, b_no] as "featureNos", area_m2 as "areaM2", st_x(at) as lon, st_y(at) as lat
from (
  select a_no, b_no, st_area(common::geography) as area_m2, st_pointonsurface(common) as at
  from (
    select a.feature_no as a_no, b.feature_no as b_no, a.geom as a_geom, b.geom as b_geom,
           abs(a.area_m2 - b.area_m2) as difference_m2,
           st_collectionextract(st_intersection(a.geom, b.geom), 3) as common
    from import_staging a
    join import_staging b on a.geom && b.geom and a.feature_no < b.feature_no
    where a.reason is null and b.reason is null and st_intersects(a.geom, b.geom)
    -- Keeps the planner from folding the levels, which would compute each intersection four times.
    offset 0
  ) pair
  where not st_isempty(common)
    and case when difference_m2 < $1 then not st_equals(a_geom, b_geom) else true end
  offset 0
) measured
where area_m2 >= $2;
--   Subquery Scan on measured
--     Filter: (measured.area_m2 >= '…'::double precision)
--     ->  Subquery Scan on pair
--           Filter: ((NOT st_isempty(pair.common)) AND CASE WHEN (pair.difference_m2 < '…'::double precision) THEN (NOT st_equals(pair.a_geom, pair.b_geom)) ELSE true END)
--           ->  Nested Loop
--                 ->  Seq Scan on import_staging a
--                       Filter: (reason IS NULL)
--                 ->  Index Scan using import_staging_geom_idx on import_staging b
--                       Index Cond: ((geom && a.geom) AND (geom && a.geom))
--                       Filter: ((reason IS NULL) AND (a.feature_no < feature_no) AND st_intersects(a.geom, geom))

-- findDuplicates
select array_agg(feature_no order by feature_no) as "featureNos", sum(area_m2) - min(area_m2) as "areaM2",
       st_x(st_pointonsurface((array_agg(geom))[1])) as lon, st_y(st_pointonsurface((array_agg(geom))[1])) as lat
from import_staging where reason is null
group by md5(st_asbinary(st_normalize(st_removerepeatedpoints(geom))))
having count(*) > 1;
--   GroupAggregate
--     Group Key: (md5(st_asbinary(st_normalize(st_removerepeatedpoints(geom, '…'::double precision)))))
--     Filter: (count(*) > 1)
--     ->  Sort
--           Sort Key: (md5(st_asbinary(st_normalize(st_removerepeatedpoints(geom, '…'::double precision)))))
--           ->  Seq Scan on import_staging
--                 Filter: (reason IS NULL)

-- findGaps
with ground as materialized (
  select st_union(case when reason is null then geom else st_collectionextract(st_makevalid(geom), 3) end) as geom
  from import_staging
  where geom is not null and st_dimension(geom) = 2
    and (reason is null or reason not in ('outsideLonLatRange', 'nonFiniteCoordinate'))
),
hole as materialized (
  select st_makepolygon(st_exteriorring((ring).geom)) as geom
  from (select st_dumprings((st_dump(geom)).geom) as ring from ground) rings
  where (ring).path[1] > 0
),
open_ground as (
  -- A hole may hold islands that are polygons of the plan themselves.
  select case when island.geom is null then hole.geom else st_difference(hole.geom, island.geom) end as geom
  from hole
  left join lateral (
    select st_union(s.geom) as geom from import_staging s
    where s.reason is null and s.geom @ hole.geom and st_within(s.geom, hole.geom)
  ) island on true
  offset 0
)
select array[]::int[] as "featureNos", st_area(geom::geography) as "areaM2",
       st_x(st_pointonsurface(geom)) as lon, st_y(st_pointonsurface(geom)) as lat
from open_ground where not st_isempty(geom) and st_area(geom::geography) >= $1;
--   Subquery Scan on open_ground
--     Filter: ((NOT st_isempty(open_ground.geom)) AND (st_area((open_ground.geom)::geography, true) >= '…'::double precision))
--     CTE ground
--       ->  Aggregate
--             ->  Seq Scan on import_staging
--                   Filter: ((geom IS NOT NULL) AND ((reason IS NULL) OR (reason <> ALL ('…'::text[]))) AND (st_dimension(geom) = 2))
--     CTE hole
--       ->  Subquery Scan on rings
--             Filter: ((rings.ring).path[1] > 0)
--             ->  ProjectSet
--                   ->  ProjectSet
--                         ->  CTE Scan on ground
--     ->  Nested Loop Left Join
--           ->  CTE Scan on hole
--           ->  Aggregate
--                 ->  Index Scan using import_staging_geom_idx on import_staging s
--                       Index Cond: ((geom @ hole.geom) AND (geom @ hole.geom))
--                       Filter: ((reason IS NULL) AND st_within(geom, hole.geom))

-- findSlivers
select array[feature_no] as "featureNos", area_m2 as "areaM2", st_x(at) as lon, st_y(at) as lat
from (
  select feature_no, st_area(part::geography) as area_m2, st_perimeter(part::geography) as perimeter_m,
         st_pointonsurface(part) as at
  from (select feature_no, (st_dump(geom)).geom as part from import_staging where reason is null) parts
  offset 0
) measured
where perimeter_m > 0 and 2 * area_m2 / perimeter_m < $1;
--   Subquery Scan on measured
--     Filter: ((measured.perimeter_m > '…'::double precision) AND ((('…'::double precision * measured.area_m2) / measured.perimeter_m) < '…'::double precision))
--     ->  Subquery Scan on parts
--           ->  Result
--                 ->  ProjectSet
--                       ->  Seq Scan on import_staging
--                             Filter: (reason IS NULL)

-- sumAreas
select coalesce(mapped->>$1, '') as code, count(*)::int as "featureCount", sum(area_m2) as "areaM2",
       sum(stated) as "statedM2", count(*) filter (where stated is null)::int as "withoutStated",
       count(*) filter (where abs(stated - area_m2) > greatest(10, area_m2 / 100))::int as "thatDiffer"
from (
  select mapped, area_m2, (mapped->>'stated_area_ha')::float8 * 10000 as stated from import_staging where reason is null
) measured
group by 1 order by 3 desc, 1;
--   Sort
--     Sort Key: (sum(import_staging.area_m2)) DESC, (COALESCE((import_staging.mapped ->> '…'::text), '…'::text))
--     ->  HashAggregate
--           Group Key: COALESCE((import_staging.mapped ->> '…'::text), '…'::text)
--           ->  Seq Scan on import_staging
--                 Filter: (reason IS NULL)

-- listSetAside
select reason, count(*)::int as count from import_staging where reason is not null group by 1 order by 2 desc, 1;
--   Sort
--     Sort Key: ((count(*))::integer) DESC, reason
--     ->  HashAggregate
--           Group Key: reason
--           ->  Seq Scan on import_staging
--                 Filter: (reason IS NOT NULL)

-- listSetAside
select feature_no as "featureNo", reason, detail, lon, lat
from import_staging where reason is not null order by 1 limit $1;
--   Limit
--     ->  Sort
--           Sort Key: feature_no
--           ->  Seq Scan on import_staging
--                 Filter: (reason IS NOT NULL)

-- listRepairs
select feature_no as "featureNo", repaired as reason, area_before_m2 as before, area_m2 as after, lon, lat
from import_staging where reason is null and repaired is not null order by 1;
--   Sort
--     Sort Key: feature_no
--     ->  Seq Scan on import_staging
--           Filter: ((reason IS NULL) AND (repaired IS NOT NULL))

-- findOutsideCity
select version_id from version_in_force($1::date) where kind = 'admin' and $2 limit 1;
--   Limit
--     ->  Subquery Scan on version_in_force
--           ->  Nested Loop
--                 Join Filter: (p.version_id = v.version_id)
--                 ->  Nested Loop
--                       Join Filter: (p.layer_id = l.layer_id)
--                       ->  Subquery Scan on p
--                             Filter: (p.access_class = '…'::text)
--                             ->  Unique
--                                   ->  Sort
--                                         Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                         ->  Seq Scan on publication
--                                               Filter: (valid_from <= '…'::date)
--                       ->  Seq Scan on layer l
--                             Filter: ((access_class = '…'::text) AND (kind = '…'::text))
--                 ->  Seq Scan on layer_version v

-- findOutsideCity
select feature_no as "featureNo" from import_staging s
where reason is null and not exists (
  select 1 from admin_area a
  join version_in_force($1::date) v on v.version_id = a.version_id and v.kind = 'admin'
  where a.geom && s.geom and st_intersects(a.geom, s.geom))
order by 1;
--   Sort
--     Sort Key: s.feature_no
--     ->  Nested Loop Anti Join
--           ->  Seq Scan on import_staging s
--                 Filter: (reason IS NULL)
--           ->  Nested Loop
--                 Join Filter: (a.version_id = p.version_id)
--                 ->  Index Scan using admin_area_geom_idx on admin_area a
--                       Index Cond: ((geom && s.geom) AND (geom && s.geom))
--                       Filter: st_intersects(geom, s.geom)
--                 ->  Nested Loop
--                       Join Filter: (p.version_id = v.version_id)
--                       ->  Nested Loop
--                             Join Filter: (p.layer_id = l.layer_id)
--                             ->  Subquery Scan on p
--                                   Filter: (p.access_class = '…'::text)
--                                   ->  Unique
--                                         ->  Sort
--                                               Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                               ->  Seq Scan on publication
--                                                     Filter: (valid_from <= '…'::date)
--                             ->  Seq Scan on layer l
--                                   Filter: ((access_class = '…'::text) AND (kind = '…'::text))
--                       ->  Seq Scan on layer_version v

-- findOutsideCity
select feature_no as "featureNo" from import_staging
where reason is null
  and not st_intersects(geom, st_makeenvelope($1, $2, $3, $4, 4326))
order by 1;
--   Sort
--     Sort Key: feature_no
--     ->  Seq Scan on import_staging
--           Filter: ((reason IS NULL) AND (NOT st_intersects(geom, '…'::geometry)))

-- findNewestVersion
select version_id as "versionId" from layer_version where layer_id = $1 order by imported_at desc limit 1;
--   Limit
--     ->  Sort
--           Sort Key: imported_at DESC
--           ->  Seq Scan on layer_version
--                 Filter: (layer_id = '…'::text)

-- compareCodes
select code, count(*)::int as "featureCount",
       exists (select 1 from zone_code z where z.version_id = $1 and z.regulation_id = $2 and z.code = s.code) as "isKnown",
       exists (select 1 from intensity_rule r where r.version_id = $3 and r.regulation_id = $4 and r.zone_code = s.code)
         or exists (select 1 from itbx_cell c where c.version_id = $5 and c.regulation_id = $6 and c.zone_code = s.code) as "hasRules"
from (select mapped->>'code' as code from import_staging where reason is null) s
group by code order by code;
--   GroupAggregate
--     Group Key: ((import_staging.mapped ->> '…'::text))
--     ->  Sort
--           Sort Key: ((import_staging.mapped ->> '…'::text))
--           ->  Seq Scan on import_staging
--                 Filter: (reason IS NULL)
--     SubPlan 2
--       ->  Seq Scan on zone_code z
--             Filter: ((version_id = '…'::text) AND (regulation_id = '…'::text))
--     SubPlan 3
--       ->  Index Scan using intensity_rule_version_id_zone_code_idx on intensity_rule r
--             Index Cond: ((version_id = '…'::text) AND (zone_code = (import_staging.mapped ->> '…'::text)))
--             Filter: (regulation_id = '…'::text)
--     SubPlan 5
--       ->  Index Scan using itbx_cell_version_id_regulation_id_zone_code_idx on itbx_cell c
--             Index Cond: ((version_id = '…'::text) AND (regulation_id = '…'::text) AND (zone_code = (import_staging.mapped ->> '…'::text)))

-- compareLevels
with effect as (
  select folded_level(e.level_code) as level from overlay_effect e
  where e.version_id = $1 and e.theme = $2)
select s.code, count(*)::int as "featureCount",
       not exists (select from effect where level <> '') or exists (select from effect where level = s.level and level <> '') as "isKnown",
       exists (select from effect where level in ('', s.level)) as "hasRules"
from (select code, folded_level(code) as level
      from (select coalesce(mapped->>'level_code', '') as code from import_staging where reason is null) accepted) s
group by s.code, s.level order by s.code;
--   GroupAggregate
--     Group Key: (COALESCE((import_staging.mapped ->> '…'::text), '…'::text)), (lower(regexp_replace(btrim(COALESCE((import_staging.mapped ->> '…'::text), '…'::text)), '…'::text, '…'::text, '…'::text)))
--     CTE effect
--       ->  Seq Scan on overlay_effect e
--             Filter: ((version_id = '…'::text) AND (theme = '…'::text))
--     InitPlan 2 (returns '…')
--       ->  CTE Scan on effect
--             Filter: (level <> '…'::text)
--     ->  Sort
--           Sort Key: (COALESCE((import_staging.mapped ->> '…'::text), '…'::text)), (lower(regexp_replace(btrim(COALESCE((import_staging.mapped ->> '…'::text), '…'::text)), '…'::text, '…'::text, '…'::text)))
--           ->  Seq Scan on import_staging
--                 Filter: (reason IS NULL)
--     SubPlan 3
--       ->  CTE Scan on effect effect_1
--             Filter: ((level <> '…'::text) AND (level = lower(regexp_replace(btrim(COALESCE((import_staging.mapped ->> '…'::text), '…'::text)), '…'::text, '…'::text, '…'::text))))
--     SubPlan 5
--       ->  CTE Scan on effect effect_2
--             Filter: (level = ANY (ARRAY['…'::text, lower(regexp_replace(btrim(COALESCE((import_staging.mapped ->> '…'::text), '…'::text)), '…'::text, '…'::text, '…'::text))]))
