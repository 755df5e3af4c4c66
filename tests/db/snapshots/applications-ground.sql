-- setGround
update application a
set geom = asked.geom, area_m2 = st_area(asked.geom::geography), kelurahan = $1, is_trial = $2,
    submitted_at = coalesce(a.submitted_at, $3), measured_for = null,
    sheet = case when st_equals(a.geom, asked.geom) then a.sheet else $4::jsonb end
from (select st_multi(st_geomfromgeojson($5)) as geom) asked
where a.application_id = $6;
--   Update on application a
--     ->  Index Scan using application_pkey on application a
--           Index Cond: (application_id = '…'::uuid)

-- setMeasuredGround
update application
set geom = st_multi(st_geomfromgeojson($1)), area_m2 = st_area(st_geomfromgeojson($2)::geography),
    measured_for = ground, sheet = sheet || $3::jsonb
where application_id = $4;
--   Update on application
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     InitPlan 5 (returns '…')
--       ->  Result
--     InitPlan 6 (returns '…')
--       ->  Result
--     InitPlan 7 (returns '…')
--       ->  Result
--     InitPlan 8 (returns '…')
--       ->  Result
--     InitPlan 9 (returns '…')
--       ->  Result
--     InitPlan 10 (returns '…')
--       ->  Result
--     InitPlan 11 (returns '…')
--       ->  Result
--     InitPlan 12 (returns '…')
--       ->  Result
--     ->  Index Scan using application_pkey on application
--           Index Cond: (application_id = '…'::uuid)
--           Filter: ('…' AND ((account_id = '…') OR '…' OR '…'))

-- setGroundDiffers
update application set sheet = sheet || jsonb_build_object('groundDiffers', $1::jsonb)
where application_id = $2;
--   Update on application
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     InitPlan 5 (returns '…')
--       ->  Result
--     InitPlan 6 (returns '…')
--       ->  Result
--     InitPlan 7 (returns '…')
--       ->  Result
--     InitPlan 8 (returns '…')
--       ->  Result
--     InitPlan 9 (returns '…')
--       ->  Result
--     InitPlan 10 (returns '…')
--       ->  Result
--     InitPlan 11 (returns '…')
--       ->  Result
--     InitPlan 12 (returns '…')
--       ->  Result
--     ->  Index Scan using application_pkey on application
--           Index Cond: (application_id = '…'::uuid)
--           Filter: ('…' AND ((account_id = '…') OR '…' OR '…'))

-- readGround
select st_asgeojson(geom, 15) as geojson from application
where application_id = $1 and geom is not null;
--   Index Scan using application_pkey on application
--     Index Cond: (application_id = '…'::uuid)
--     Filter: (geom IS NOT NULL)

-- cutApproved
with drawn as (
  select st_unaryunion(st_setsrid(st_geomfromgeojson($1), 4326)) as geom),
cut as (
  select st_multi(st_collectionextract(st_intersection(drawn.geom, a.geom), 3)) as geom,
         st_coveredby(drawn.geom, st_buffer(a.geom::geography, $2::float8)::geometry) as inside
  from drawn, application a where a.application_id = $3)
select st_asgeojson(geom, 9)::jsonb -> 'coordinates' as coordinates, st_area(geom::geography) as "areaM2",
       inside as "isInside"
from cut where st_area(geom::geography) > 0;
--   Index Scan using application_pkey on application a
--     Index Cond: (application_id = '…'::uuid)
--     Filter: (st_area((st_multi(st_collectionextract(st_intersection('…'::geometry, geom, '…'::double precision), 3)))::geography, true) > '…'::double precision)

-- liesInGround
select st_coveredby(st_makevalid(st_geomfromgeojson($1)),
                    st_buffer(geom::geography, $2::float8)::geometry) as "isInside"
from application where application_id = $3;
--   Index Scan using application_pkey on application
--     Index Cond: (application_id = '…'::uuid)
--     Filter: ((account_id = '…') OR '…' OR '…')
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
