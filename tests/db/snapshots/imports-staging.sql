-- createStaging
create temporary table import_staging (
  feature_no integer not null,
  mapped     jsonb not null,
  special    jsonb not null,
  attributes jsonb not null,
  reason     text,
  detail     text,
  lon double precision, lat double precision,
  geom       geometry(Geometry, 4326),
  area_m2    double precision,
  repaired   text,
  area_before_m2 double precision
) on commit drop;

-- openStagingCopy
copy import_staging (feature_no, mapped, special, attributes, reason, detail, lon, lat, geom) from stdin;

-- indexStaging
create index on import_staging using gist (geom);

-- indexStaging
analyze import_staging;

-- findInvalid
select feature_no as "featureNo", (detail).reason, st_x((detail).location) as lon, st_y((detail).location) as lat
from (
  select feature_no, st_isvaliddetail(geom) as detail from import_staging
  where reason is null and not st_isvalid(geom)
) invalid
order by feature_no;
--   Sort
--     Sort Key: import_staging.feature_no
--     ->  Seq Scan on import_staging
--           Filter: ((reason IS NULL) AND (NOT st_isvalid(geom)))

-- markInvalid
update import_staging s set reason = m.reason, detail = m.detail, lon = m.lon, lat = m.lat
from unnest(
  $1::int[], $2::text[],
  $3::text[], $4::float8[], $5::float8[]
) as m (feature_no, reason, detail, lon, lat)
where s.feature_no = m.feature_no;
--   Update on import_staging s
--     ->  Hash Join
--           Hash Cond: (s.feature_no = m.feature_no)
--           ->  Seq Scan on import_staging s
--           ->  Hash
--                 ->  Function Scan on m

-- repairInvalid
update import_staging s
set repaired = s.reason, reason = null, area_before_m2 = r.area_before_m2, geom = r.mended
from (
  select feature_no, st_area(geom::geography) as area_before_m2,
         st_multi(st_collectionextract(st_makevalid(geom, 'method=structure keepcollapsed=false'), 3)) as mended
  from import_staging
  where reason = any($1) and geom is not null
) r
where s.feature_no = r.feature_no and not st_isempty(r.mended);
--   Update on import_staging s
--     ->  Nested Loop
--           Join Filter: (s.feature_no = import_staging.feature_no)
--           ->  Seq Scan on import_staging
--                 Filter: ((geom IS NOT NULL) AND (reason = ANY ('…'::text[])) AND (NOT st_isempty(st_multi(st_collectionextract(st_makevalid(geom, '…'::text), 3)))))
--           ->  Seq Scan on import_staging s

-- measureAreas
update import_staging set area_m2 = st_area(geom::geography) where reason is null;
--   Update on import_staging
--     ->  Seq Scan on import_staging
--           Filter: (reason IS NULL)

-- measureAreas
update import_staging
set reason = 'zeroArea', lon = st_x(st_startpoint(st_exteriorring(st_geometryn(geom, 1)))),
    lat = st_y(st_startpoint(st_exteriorring(st_geometryn(geom, 1))))
where reason is null and area_m2 < 1e-4;
--   Update on import_staging
--     ->  Seq Scan on import_staging
--           Filter: ((reason IS NULL) AND (area_m2 < '…'::double precision))

-- countStaged
select count(*)::int as read, count(*) filter (where reason is null)::int as accepted,
       count(*) filter (where reason is not null)::int as "setAside",
       count(*) filter (where reason is null and repaired is not null)::int as repaired
from import_staging;
--   Aggregate
--     ->  Seq Scan on import_staging
