-- parcelOutline
select st_asgeojson(geom, 15) as geojson from parcel
where nib = $1
  and version_id in (select version_id from version_in_force($2::date) where kind = 'parcel')
order by feature_no
limit 1;
--   Limit
--     ->  Result
--           ->  Sort
--                 Sort Key: parcel.feature_no
--                 ->  Nested Loop Semi Join
--                       Join Filter: (parcel.version_id = p.version_id)
--                       ->  Index Scan using parcel_nib_idx on parcel
--                             Index Cond: (nib = '…'::text)
--                       ->  Nested Loop
--                             ->  Nested Loop
--                                   Join Filter: (p.layer_id = l.layer_id)
--                                   ->  Subquery Scan on p
--                                         Filter: (p.access_class = '…'::text)
--                                         ->  Unique
--                                               ->  Sort
--                                                     Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                     ->  Seq Scan on publication
--                                                           Filter: (valid_from <= '…'::date)
--                                   ->  Seq Scan on layer l
--                                         Filter: ((access_class = '…'::text) AND (kind = '…'::text))
--                             ->  Index Scan using layer_version_pkey on layer_version v
--                                   Index Cond: (version_id = p.version_id)

-- groundShapes
select ground_shapes(st_setsrid(st_geomfromgeojson($1), 4326), $2::text[], $3::text[],
                     $4::text[], $5::text[], $6) as shapes;
--   Result

-- groundAfterSetbacks
select buildable, buildable_m2 as "buildableM2", inside_m2 as "insideM2", in_setback_m2 as "inSetbackM2",
       distances as "distancesM"
from ground_after_setbacks($1, $2,
                           st_setsrid(st_geomfromgeojson($3), 4326))
order by part;
--   Subquery Scan on ground_after_setbacks
--     ->  Merge Left Join
--           Merge Cond: (part.part = line.part)
--           CTE part
--             ->  Function Scan on jsonb_array_elements p
--           CTE line
--             ->  Nested Loop
--                   ->  CTE Scan on part part_1
--                   ->  Function Scan on jsonb_array_elements s
--           ->  Sort
--                 Sort Key: part.part
--                 ->  CTE Scan on part
--           ->  GroupAggregate
--                 Group Key: line.part
--                 ->  Sort
--                       Sort Key: line.part
--                       ->  CTE Scan on line
--                             Filter: ((axis IS NOT NULL) AND (clear_m > '…'::double precision))
--           SubPlan 3
--             ->  Aggregate
--                   ->  Function Scan on st_dump d
--                         Filter: (st_area(geom) > '…'::double precision)
--           SubPlan 4
--             ->  Aggregate
--                   ->  Function Scan on st_dump d_1
--                         Filter: (st_area(geom) > '…'::double precision)
--           SubPlan 5
--             ->  Aggregate
--                   ->  CTE Scan on line line_1
--                         Filter: (part = part.part)

-- toDegrees
select st_asgeojson(st_transform(st_setsrid(st_geomfromgeojson(s.value::text), 0), $1, 4326), 9)::jsonb -> 'coordinates' as coordinates
from jsonb_array_elements($2::jsonb) with ordinality s (value, no)
order by s.no;
--   Function Scan on jsonb_array_elements s

-- buildingOnGround
with shape as (
  select st_setsrid(st_geomfromgeojson($1), 4326) as ground,
         st_setsrid(st_geomfromgeojson($2), 4326) as building),
zoned as (
  select st_union(st_collectionextract(st_intersection(z.geom, building), 3)) as geom
  from shape join zone z on z.geom && building and st_intersects(z.geom, building)
  where z.version_id = any ($3::text[]))
select st_area(building::geography) as "areaM2",
       st_area(st_collectionextract(st_difference(building, ground), 3)::geography) as "outsideM2",
       st_area(st_collectionextract(st_difference(
         st_intersection(building, ground), coalesce(zoned.geom, 'SRID=4326;POLYGON EMPTY'::geometry)), 3)::geography) as "withoutPlanM2"
from shape, zoned;
--   Nested Loop
--     CTE shape
--       ->  Result
--     ->  CTE Scan on shape
--     ->  Aggregate
--           ->  Nested Loop
--                 ->  CTE Scan on shape shape_1
--                 ->  Index Scan using zone_geom_idx on zone z
--                       Index Cond: ((geom && shape_1.building) AND (geom && shape_1.building))
--                       Filter: ((version_id = ANY ('…'::text[])) AND st_intersects(geom, shape_1.building))
