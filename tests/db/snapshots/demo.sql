-- isRegisterEmpty
select 1 from layer limit 1;
--   Limit
--     ->  Seq Scan on layer

-- knownVersions
select version_id as "versionId" from layer_version where version_id = any($1);
--   Seq Scan on layer_version
--     Filter: (version_id = ANY ('…'::text[]))

-- knownLayers
select l.layer_id as "layerId", exists (select from publication p where p.layer_id = l.layer_id) as "isPublished"
from layer l where l.layer_id = any($1);
--   Seq Scan on layer l
--     Filter: (layer_id = ANY ('…'::text[]))
--     SubPlan 1
--       ->  Seq Scan on publication p
--             Filter: (layer_id = l.layer_id)

-- publishedVersions
select distinct version_id as "versionId" from publication where version_id = any($1);
--   Unique
--     ->  Sort
--           Sort Key: version_id
--           ->  Seq Scan on publication
--                 Filter: (version_id = ANY ('…'::text[]))

-- saveDemoLayer
insert into layer (layer_id, kind, theme, title, producer, plan_scale, is_demo)
values ($1, $2, $3, $4, $5, $6,
        $7)
on conflict (layer_id) do nothing;
--   Insert on layer
--     Conflict Resolution: NOTHING
--     Conflict Arbiter Indexes: layer_pkey
--     ->  Result

-- saveDemoLayer
insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, source_crs,
                           feature_count, report, rules_layer_id, regulation_id, is_demo)
values ($1, $2, 'Kota contoh', $3, $4, 'demo', $5,
        $6, $7, $8,
        $9, $10);
--   Insert on layer_version
--     ->  Result

-- limitCoverage
update layer_version set coverage = (
  select st_multi(st_union(geom)) from admin_area
  where version_id = $1 and level = 'kelurahan' and code = any($2))
where version_id = $3;
--   Update on layer_version
--     InitPlan 1 (returns '…')
--       ->  Aggregate
--             ->  Seq Scan on admin_area
--                   Filter: ((code = ANY ('…'::text[])) AND (version_id = '…'::text) AND (level = '…'::text))
--     ->  Seq Scan on layer_version
--           Filter: (version_id = '…'::text)

-- copyZones
copy zone (version_id, feature_no, code, kodzon, namzon, kodszn, namszn, namobj, jnsrpr, kodwp, kodswp, kodblk,
           wadmkc, wadmkd, remark, stated_area_ha, area_m2, is_demo, geom) from stdin;

-- copyParcels
copy parcel (version_id, feature_no, nib, kelurahan_code, block_code, area_m2, is_demo, geom)
from stdin;

-- copyRoads
copy road (version_id, feature_no, name, road_class, row_width_m, is_demo, geom) from stdin;

-- copyUtilities
copy utility_line (version_id, feature_no, network, name, is_demo, geom) from stdin;

-- copyOverlays
copy overlay_area (version_id, feature_no, theme, level_code, name, is_demo, geom) from stdin;

-- copyOverlays
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

-- copyAdminAreas
copy admin_area (version_id, feature_no, level, code, name, parent_name, aliases, area_m2, geom)
from stdin;

-- copyPlaces
copy place (version_id, feature_no, name, category, geom) from stdin;

-- analyzeAll
analyze zone, parcel, road, utility_line, overlay_area, overlay_piece, admin_area, place;
