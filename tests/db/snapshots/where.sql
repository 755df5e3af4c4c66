-- areaPerZoneCode
select version_id as "versionId", code, count(*)::int as "polygonCount", sum(area_m2) as "areaM2"
from zone
where version_id = any($1)
group by version_id, code
order by version_id, code;
--   Sort
--     Sort Key: version_id, code
--     ->  HashAggregate
--           Group Key: version_id, code
--           ->  Seq Scan on zone
--                 Filter: (version_id = ANY ('…'::text[]))

-- limitsOfVersions
select v.version_id as "versionId", v.coverage is not null as "hasCoverage",
       exists (select from set_aside s where s.version_id = v.version_id and s.footprint is not null) as "hasSetAside",
       array(select distinct o.level_code from overlay_area o where o.version_id = v.version_id) as levels
from layer_version v
where v.version_id = any($1);
--   Seq Scan on layer_version v
--     Filter: (version_id = ANY ('…'::text[]))
--     SubPlan 2
--       ->  Seq Scan on set_aside s
--             Filter: (footprint IS NOT NULL)
--     SubPlan 3
--       ->  HashAggregate
--             Group Key: o.level_code
--             ->  Index Scan using overlay_area_version_id_feature_no_key on overlay_area o
--                   Index Cond: (version_id = v.version_id)

-- readGround
select jsonb_build_object(
  'areas', (select coalesce(jsonb_agg(jsonb_build_object(
              'areaNo', area_no, 'code', code, 'name', name, 'kecamatan', parent_name, 'lon', lon, 'lat', lat,
              'areaM2', area_m2, 'zonedM2', zoned_m2) order by area_no), '[]')
            from ground_kelurahan k where k.ground_id = g.ground_id),
  'shares', (select coalesce(jsonb_agg(jsonb_build_object(
               'areaNo', area_no, 'versionId', version_id, 'code', code, 'kodunk', kodunk, 'special', special,
               'marks', marks, 'areaM2', area_m2) order by area_no, version_id, code, kodunk, marks, special::text), '[]')
             from ground_share s where s.ground_id = g.ground_id),
  'outlines', (select coalesce(jsonb_agg(jsonb_build_object('mark', mark, 'geojson', geojson) order by mark), '[]')
               from ground_outline o where o.ground_id = g.ground_id)) as ground
from ground g
where g.ground_id = $1;
--   Seq Scan on ground g
--     Filter: (ground_id = '…'::text)
--     SubPlan 1
--       ->  Aggregate
--             ->  Seq Scan on ground_kelurahan k
--                   Filter: (ground_id = g.ground_id)
--     SubPlan 2
--       ->  Aggregate
--             ->  Seq Scan on ground_share s
--                   Filter: (ground_id = g.ground_id)
--     SubPlan 3
--       ->  Aggregate
--             ->  Seq Scan on ground_outline o
--                   Filter: (ground_id = g.ground_id)

-- fillGround
set local statement_timeout = 0;

-- fillGround
select fill_ground($1, $2, $3, $4, $5);
--   Result
