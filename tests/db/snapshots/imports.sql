-- findLayer
select kind, theme, title, producer, plan_scale as "planScale"
from layer where layer_id = $1;
--   Seq Scan on layer
--     Filter: (layer_id = '…'::text)

-- lockLayer
select pg_advisory_xact_lock(hashtext('import'), hashtext($1));
--   Result

-- saveLayer
insert into layer (layer_id, kind, theme, title, producer, plan_scale, is_demo)
values ($1, $2, $3, $4, $5, $6,
        $7)
on conflict (layer_id) do nothing;
--   Insert on layer
--     Conflict Resolution: NOTHING
--     Conflict Arbiter Indexes: layer_pkey
--     ->  Result

-- findUsualRuleSet
select rules_layer_id as "rulesLayerId", regulation_id as "regulationId"
from layer_version where layer_id = $1 and rules_layer_id is not null
order by imported_at desc limit 1;
--   Limit
--     ->  Sort
--           Sort Key: imported_at DESC
--           ->  Seq Scan on layer_version
--                 Filter: ((rules_layer_id IS NOT NULL) AND (layer_id = '…'::text))

-- listRegulations
select regulation_id as "regulationId" from regulation
where version_id = (select version_id from layer_version where layer_id = $1
                    order by imported_at desc limit 1)
order by 1;
--   Sort
--     Sort Key: regulation.regulation_id
--     InitPlan 1 (returns '…')
--       ->  Limit
--             ->  Sort
--                   Sort Key: layer_version.imported_at DESC
--                   ->  Seq Scan on layer_version
--                         Filter: (layer_id = '…'::text)
--     ->  Seq Scan on regulation
--           Filter: (version_id = '…')

-- findVersion
select imported_at as "importedAt", label, report from layer_version where version_id = $1;
--   Seq Scan on layer_version
--     Filter: (version_id = '…'::text)

-- insertVersion
insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, source_crs,
                           feature_count, set_aside_count, report, special_fields, rules_layer_id, regulation_id,
                           coverage, is_demo)
values ($1, $2, $3, $4, $5,
        $6, $7, $8, $9,
        $10, $11,
        $12, $13,
        $14::geometry, $15);
--   Insert on layer_version
--     ->  Result

-- insertSetAside
insert into set_aside (version_id, feature_no, reason, detail, lon, lat, source_attributes, footprint)
select $1, feature_no, reason, detail, lon, lat, attributes,
       case when st_dimension(geom) > 0 and reason not in ('outsideLonLatRange', 'nonFiniteCoordinate') then
         nullif(st_multi(st_collectionextract(case st_dimension(geom)
           when 2 then st_makevalid(geom) else st_buffer(geom, $2) end, 3)), 'SRID=4326;MULTIPOLYGON EMPTY'::geometry)
       end
from import_staging where reason is not null;
--   Insert on set_aside
--     ->  Seq Scan on import_staging
--           Filter: (reason IS NOT NULL)

-- insertZones
insert into zone (version_id, feature_no, code, kodzon, namzon, kodszn, namszn, namobj, jnsrpr, kodwp, kodswp, kodblk,
                  kodsbl, wadmkc, wadmkd, remark, kodunk, stated_area_ha, area_m2, special, source_attributes, is_demo, geom)
select $1, feature_no, mapped->>'code', mapped->>'kodzon', mapped->>'namzon', mapped->>'kodszn',
       mapped->>'namszn', mapped->>'namobj', mapped->>'jnsrpr', mapped->>'kodwp', mapped->>'kodswp', mapped->>'kodblk',
       mapped->>'kodsbl', mapped->>'wadmkc', mapped->>'wadmkd', mapped->>'remark', mapped->>'kodunk',
       (mapped->>'stated_area_ha')::float8, area_m2, special, attributes, $2, geom
from import_staging where reason is null order by feature_no;
--   Insert on zone
--     ->  Subquery Scan on "*SELECT*"
--           ->  Sort
--                 Sort Key: import_staging.feature_no
--                 ->  Seq Scan on import_staging
--                       Filter: (reason IS NULL)

-- insertOverlays
insert into overlay_area (version_id, feature_no, theme, level_code, name, source_attributes, is_demo, geom)
select $1, s.feature_no, $2, coalesce(mapped->>'level_code', ''),
       coalesce(mapped->>'name', (select title from layer join layer_version using (layer_id) where version_id = $3)),
       attributes, $4, geom
from import_staging s where reason is null order by feature_no;
--   Insert on overlay_area
--     ->  Subquery Scan on "*SELECT*"
--           ->  Sort
--                 Sort Key: s.feature_no
--                 InitPlan 1 (returns '…')
--                   ->  Hash Join
--                         Hash Cond: (layer.layer_id = layer_version.layer_id)
--                         ->  Seq Scan on layer
--                         ->  Hash
--                               ->  Seq Scan on layer_version
--                                     Filter: (version_id = '…'::text)
--                 ->  Seq Scan on import_staging s
--                       Filter: (reason IS NULL)

-- insertOverlays
insert into overlay_piece (overlay_id, version_id, geom)
select overlay_id, version_id, (st_dump(st_subdivide(geom, 96))).geom
from overlay_area where version_id = $1;
--   Insert on overlay_piece
--     ->  Subquery Scan on "*SELECT*"
--           ->  Result
--                 ->  ProjectSet
--                       ->  ProjectSet
--                             ->  Index Scan using overlay_area_version_id_feature_no_key on overlay_area
--                                   Index Cond: (version_id = '…'::text)

-- insertRoads
insert into road (version_id, feature_no, name, road_class, row_width_m, source_attributes, is_demo, geom)
select $1, feature_no, mapped->>'name', mapped->>'road_class', (mapped->>'row_width_m')::float8,
       attributes, $2, geom
from import_staging where reason is null order by feature_no;
--   Insert on road
--     ->  Subquery Scan on "*SELECT*"
--           ->  Sort
--                 Sort Key: import_staging.feature_no
--                 ->  Seq Scan on import_staging
--                       Filter: (reason IS NULL)

-- insertParcels
insert into parcel (version_id, feature_no, nib, kelurahan_code, block_code, area_m2, is_demo, geom)
select $1, feature_no, mapped->>'nib', mapped->>'kelurahan_code', mapped->>'block_code', area_m2, $2, geom
from import_staging where reason is null order by feature_no;
--   Insert on parcel
--     ->  Subquery Scan on "*SELECT*"
--           ->  Sort
--                 Sort Key: import_staging.feature_no
--                 ->  Seq Scan on import_staging
--                       Filter: (reason IS NULL)

-- insertUtilities
insert into utility_line (version_id, feature_no, network, name, source_attributes, is_demo, geom)
select $1, feature_no, mapped->>'network', mapped->>'name', attributes, $2, geom
from import_staging where reason is null order by feature_no;
--   Insert on utility_line
--     ->  Subquery Scan on "*SELECT*"
--           ->  Sort
--                 Sort Key: import_staging.feature_no
--                 ->  Seq Scan on import_staging
--                       Filter: (reason IS NULL)

-- insertAdminAreas
insert into admin_area (version_id, feature_no, level, code, name, parent_name, aliases, area_m2, geom)
select $1, feature_no, mapped->>'level', mapped->>'code', mapped->>'name', mapped->>'parent_name',
       array(select jsonb_array_elements_text(mapped->'aliases')), area_m2, geom
from import_staging where reason is null order by feature_no;
--   Insert on admin_area
--     ->  Subquery Scan on "*SELECT*"
--           ->  Sort
--                 Sort Key: import_staging.feature_no
--                 ->  Seq Scan on import_staging
--                       Filter: (reason IS NULL)
--                       SubPlan 1
--                         ->  ProjectSet
--                               ->  Result

-- insertPlaces
insert into place (version_id, feature_no, name, category, geom)
select $1, feature_no, mapped->>'name', mapped->>'category', geom
from import_staging where reason is null order by feature_no;
--   Insert on place
--     ->  Subquery Scan on "*SELECT*"
--           ->  Sort
--                 Sort Key: import_staging.feature_no
--                 ->  Seq Scan on import_staging
--                       Filter: (reason IS NULL)
