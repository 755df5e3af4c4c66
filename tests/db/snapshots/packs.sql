-- versionsForPack
select to_jsonb(f) || jsonb_build_object('title', l.title, 'plan_scale', l.plan_scale, 'imported_at', v.imported_at,
                                         'special_fields', v.special_fields, 'covers', true) as fact,
       to_char(p.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt"
from version_in_force($1::date) f
join layer l using (layer_id)
join layer_version v on v.version_id = f.version_id
join publication p on p.publication_id = f.publication_id
order by f.layer_id;
--   Sort
--     Sort Key: f.layer_id
--     ->  Nested Loop
--           Join Filter: (f.publication_id = p.publication_id)
--           ->  Nested Loop
--                 ->  Hash Join
--                       Hash Cond: (l.layer_id = f.layer_id)
--                       ->  Seq Scan on layer l
--                       ->  Hash
--                             ->  Subquery Scan on f
--                                   ->  Sort
--                                         Sort Key: p_1.layer_id
--                                         ->  Nested Loop
--                                               ->  Hash Join
--                                                     Hash Cond: (l_1.layer_id = p_1.layer_id)
--                                                     ->  Seq Scan on layer l_1
--                                                           Filter: (access_class = '…'::text)
--                                                     ->  Hash
--                                                           ->  Subquery Scan on p_1
--                                                                 Filter: (p_1.access_class = '…'::text)
--                                                                 ->  Unique
--                                                                       ->  Sort
--                                                                             Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                                             ->  Seq Scan on publication
--                                                                                   Filter: (valid_from <= '…'::date)
--                                               ->  Index Scan using layer_version_pkey on layer_version v_1
--                                                     Index Cond: (version_id = p_1.version_id)
--                 ->  Index Scan using layer_version_pkey on layer_version v
--                       Index Cond: (version_id = f.version_id)
--           ->  Seq Scan on publication p

-- nextChange
select min(p.valid_from)::text as day
from publication p join layer l using (layer_id)
where p.valid_from > $1::date and l.access_class = 'terbuka' and p.access_class = 'terbuka';
--   Aggregate
--     ->  Hash Join
--           Hash Cond: (l.layer_id = p.layer_id)
--           ->  Seq Scan on layer l
--                 Filter: (access_class = '…'::text)
--           ->  Hash
--                 ->  Seq Scan on publication p
--                       Filter: ((valid_from > '…'::date) AND (access_class = '…'::text))

-- ruleChanges
select (max(day) filter (where day <= $1::date))::text as last,
       (min(day) filter (where day > $2::date))::text as next
from regulation cross join lateral (values (valid_from), (valid_to)) as change (day)
where version_id = any($3::text[]);
--   Aggregate
--     ->  Nested Loop
--           ->  Seq Scan on regulation
--                 Filter: (version_id = ANY ('…'::text[]))
--           ->  Values Scan on "*VALUES*"

-- kelurahanInForce
select a.name, a.code, array[st_xmin(a.geom), st_ymin(a.geom), st_xmax(a.geom), st_ymax(a.geom)] as box
from version_in_force($1::date) f join admin_area a on a.version_id = f.version_id
where f.kind = 'admin' and a.level = 'kelurahan'
order by a.name, a.code;
--   Sort
--     Sort Key: a.name, a.code
--     ->  Nested Loop
--           Join Filter: (p.version_id = a.version_id)
--           ->  Nested Loop
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
--                 ->  Index Scan using layer_version_pkey on layer_version v
--                       Index Cond: (version_id = p.version_id)
--           ->  Seq Scan on admin_area a
--                 Filter: (level = '…'::text)

-- zonesInBox
select version_id as "versionId", encode(st_asbinary("geom", 'NDR'), 'base64') as wkb, jsonb_build_object(
         'version_id', version_id, 'feature_no', feature_no, 'code', code, 'kodzon', kodzon, 'namzon', namzon,
         'kodszn', kodszn, 'namszn', namszn, 'namobj', namobj, 'kodwp', kodwp, 'kodswp', kodswp, 'kodblk', kodblk,
         'kodsbl', kodsbl, 'wadmkc', wadmkc, 'wadmkd', wadmkd, 'remark', remark, 'kodunk', kodunk,
         'stated_area_ha', stated_area_ha, 'special', special, 'is_demo', is_demo) as fact
from "zone"
where version_id in ($1,$2) and "geom" && st_makeenvelope($3, $4, $5, $6, 4326)
order by version_id, feature_no;
--   Index Scan using zone_version_id_feature_no_key on zone
--     Index Cond: (version_id = ANY ('…'::text[]))
--     Filter: (geom && '…'::geometry)

-- overlaysInBox
select version_id as "versionId", encode(st_asbinary(st_collectionextract(st_clipbybox2d("geom", st_makeenvelope($1, $2, $3, $4, 4326)), 3), 'NDR'), 'base64') as wkb, jsonb_build_object('version_id', version_id, 'feature_no', feature_no, 'theme', theme,
                          'level_code', level_code, 'name', name, 'is_demo', is_demo) as fact
from "overlay_area"
where version_id in ($5,$6) and "geom" && st_makeenvelope($7, $8, $9, $10, 4326)
order by version_id, feature_no;
--   Index Scan using overlay_area_version_id_feature_no_key on overlay_area
--     Index Cond: (version_id = ANY ('…'::text[]))
--     Filter: (geom && '…'::geometry)

-- areasInBox
select version_id as "versionId", encode(st_asbinary(st_collectionextract(st_clipbybox2d("geom", st_makeenvelope($1, $2, $3, $4, 4326)), 3), 'NDR'), 'base64') as wkb, jsonb_build_object('feature_no', feature_no, 'level', level, 'code', code, 'name', name,
                          'parent_name', parent_name) as fact
from "admin_area"
where version_id in ($5,$6) and "geom" && st_makeenvelope($7, $8, $9, $10, 4326)
order by version_id, feature_no;
--   Sort
--     Sort Key: version_id, feature_no
--     ->  Seq Scan on admin_area
--           Filter: ((version_id = ANY ('…'::text[])) AND (geom && '…'::geometry))

-- roadsInBox
select version_id as "versionId", encode(st_asbinary("geom", 'NDR'), 'base64') as wkb, jsonb_build_object('version_id', version_id, 'feature_no', feature_no, 'name', name, 'road_class', road_class,
                          'row_width_m', row_width_m) as fact
from "road"
where version_id in ($1,$2) and "geom" && st_makeenvelope($3, $4, $5, $6, 4326)
order by version_id, feature_no;
--   Index Scan using road_version_id_feature_no_key on road
--     Index Cond: (version_id = ANY ('…'::text[]))
--     Filter: (geom && '…'::geometry)

-- setAsideInBox
select version_id as "versionId", encode(st_asbinary("footprint", 'NDR'), 'base64') as wkb, jsonb_build_object('version_id', version_id, 'feature_no', feature_no, 'reason', reason) as fact
from "set_aside"
where version_id in ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) and "footprint" && st_makeenvelope($11, $12, $13, $14, 4326)
order by version_id, feature_no;
--   Sort
--     Sort Key: version_id, feature_no
--     ->  Seq Scan on set_aside
--           Filter: ((footprint && '…'::geometry) AND (version_id = ANY ('…'::text[])))

-- coverageInBox
select version_id as "versionId", jsonb_build_object('feature_no', 0) as fact,
       encode(st_asbinary(st_collectionextract(st_clipbybox2d("coverage", st_makeenvelope($1, $2, $3, $4, 4326)), 3), 'NDR'), 'base64') as wkb
from layer_version
where version_id in ($5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20) and coverage is not null
order by version_id;
--   Sort
--     Sort Key: version_id
--     ->  Seq Scan on layer_version
--           Filter: ((coverage IS NOT NULL) AND (version_id = ANY ('…'::text[])))

-- envelope
select feature_no as "featureNo" from import_staging
where reason is null
  and not st_intersects(geom, st_makeenvelope($1, $2, $3, $4, 4326))
order by 1;
--   Sort
--     Sort Key: feature_no
--     ->  Seq Scan on import_staging
--           Filter: ((reason IS NULL) AND (NOT st_intersects(geom, '…'::geometry)))
