-- Purpose: every stored fact at one point, on one date, in one round trip. It selects; server/domain/zoning decides.
-- Input: lon, lat in EPSG:4326 degrees; on_date (law); known_at (register; null = now);
--        border_m: zones this near are named too; road_m, utility_m: how far to look for roads and pipes (metres); own_road_m: from the one parcel here to the
--        centre line of a road that it lies on.
-- Each source stands in a block of its own: one that fails becomes a row 'failed', never an empty result.
-- Distances: geodesic to the point of the shape that is closest in degrees; at 1.2 degrees south the two metrics
-- differ by 0.02 %, and the geography operator on a road polygon of thousands of corners costs 100 times more.
-- Output: rows of (kind, fact jsonb). Distances are geodesic metres (WGS 84).
-- Planning PostGIS predicates anew costs about as much as the work itself and ten times as much in a young session (measured 2026-11-22),
-- so the plans are generic; the plain && keeps a sequential scan from unpacking big polygons.
-- Expected indexes: GiST on geom of zone, overlay_piece, parcel, road, utility_line, admin_area, set_aside.
drop function if exists facts_at_point(double precision, double precision, date, timestamptz, double precision, double precision, double precision);
create or replace function facts_at_point(
  lon double precision, lat double precision, on_date date, known_at timestamptz,
  border_m double precision, road_m double precision, own_road_m double precision, utility_m double precision)
returns table (kind text, fact jsonb)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  here geometry := st_setsrid(st_makepoint(lon, lat), 4326);
  -- One degree of latitude is at least 110,500 m; the cosine widens the box eastward. 1.01 keeps it on the safe side.
  wide double precision := 1.01 / (110500 * cos(radians(lat)));
  zones text[]; rtrws text[]; overlays text[]; roads text[]; parcels text[]; utilities text[]; admins text[];
  force jsonb;
  -- A point has roads around it; a parcel lies on some. With exactly one parcel here, roads are measured from it.
  ground geometry := here;
  origin text := 'point';
  reach_m double precision := road_m;
begin
  select jsonb_agg(to_jsonb(f) || jsonb_build_object(
           'title', l.title, 'plan_scale', l.plan_scale, 'imported_at', v.imported_at,
           'special_fields', v.special_fields,
           'covers', v.coverage is null or st_intersects(v.coverage, here))),
         array_agg(f.version_id) filter (where f.kind = 'zones'),
         array_agg(f.version_id) filter (where f.kind = 'rtrw'),
         array_agg(f.version_id) filter (where f.kind = 'overlay'),
         array_agg(f.version_id) filter (where f.kind = 'road'),
         array_agg(f.version_id) filter (where f.kind = 'parcel'),
         array_agg(f.version_id) filter (where f.kind = 'utility'),
         array_agg(f.version_id) filter (where f.kind = 'admin')
    into force, zones, rtrws, overlays, roads, parcels, utilities, admins
  from version_in_force(on_date, known_at) f
  join layer l using (layer_id)
  join layer_version v on v.version_id = f.version_id;

  return query select 'version'::text, e from jsonb_array_elements(coalesce(force, '[]')) e;

  begin
    return query
    select 'admin'::text, jsonb_build_object('level', a.level, 'code', a.code, 'name', a.name, 'parent_name', a.parent_name)
    from admin_area a
    where a.version_id = any (admins) and a.geom && here and st_intersects(a.geom, here);
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'admin', 'code', sqlstate);
  end;

  begin
    return query
    select case when z.version_id = any (zones) then 'zone' else 'rtrw' end,
           jsonb_build_object(
           'version_id', z.version_id, 'feature_no', z.feature_no, 'code', z.code,
           'kodzon', z.kodzon, 'namzon', z.namzon, 'kodszn', z.kodszn, 'namszn', z.namszn, 'namobj', z.namobj,
           'kodwp', z.kodwp, 'kodswp', z.kodswp, 'kodblk', z.kodblk, 'kodsbl', z.kodsbl,
           'wadmkc', z.wadmkc, 'wadmkd', z.wadmkd, 'remark', z.remark, 'kodunk', z.kodunk,
           'stated_area_ha', z.stated_area_ha, 'special', z.special, 'is_demo', z.is_demo,
           'interior', st_contains(z.geom, here))
    from zone z
    where z.version_id = any (zones || rtrws) and z.geom && here and st_intersects(z.geom, here);
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'zone', 'code', sqlstate);
  end;

  begin
    return query
    select 'near_zone'::text, jsonb_build_object('version_id', z.version_id, 'code', z.code,
           'distance_m', d.distance_m)
    from zone z
    cross join lateral (select st_distance(st_closestpoint(z.geom, here)::geography, here::geography) as distance_m) d
    where z.version_id = any (zones)
      and st_dwithin(z.geom, here, border_m * wide)
      and not st_intersects(z.geom, here)
      and d.distance_m <= border_m;
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'near_zone', 'code', sqlstate);
  end;

  begin
    return query
    select 'set_aside'::text, jsonb_build_object('version_id', s.version_id, 'feature_no', s.feature_no, 'reason', s.reason)
    from set_aside s
    where s.version_id = any (zones || rtrws || overlays) and s.footprint && here and st_intersects(s.footprint, here);
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'set_aside', 'code', sqlstate);
  end;

  begin
    return query
    select distinct on (o.overlay_id) 'overlay'::text, jsonb_build_object(
           'version_id', o.version_id, 'theme', o.theme, 'level_code', o.level_code, 'name', o.name, 'is_demo', o.is_demo)
    from overlay_piece p
    join overlay_area o using (overlay_id)
    where p.version_id = any (overlays) and p.geom && here and st_intersects(p.geom, here);
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'overlay', 'code', sqlstate);
  end;

  begin
    return query
    select 'parcel'::text, jsonb_build_object('version_id', p.version_id, 'nib', p.nib, 'area_m2', p.area_m2, 'is_demo', p.is_demo)
    from parcel p
    where p.version_id = any (parcels) and p.geom && here and st_intersects(p.geom, here);
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'parcel', 'code', sqlstate);
  end;

  begin
    select case when count(*) = 1 then (array_agg(p.geom))[1] end into ground
    from parcel p
    where p.version_id = any (parcels) and p.geom && here and st_intersects(p.geom, here);
  exception when others then
    ground := null;
  end;
  if ground is null then
    ground := here;
  else
    origin := 'parcel';
    reach_m := own_road_m;
  end if;

  begin
    return query
    select 'road'::text, jsonb_build_object('version_id', r.version_id, 'name', r.name, 'road_class', r.road_class,
           'row_width_m', r.row_width_m, 'distance_m', r.distance_m, 'from', origin)
    from (select c.version_id, c.name, c.road_class, c.row_width_m,
                 st_length(st_shortestline(c.geom, ground)::geography) as distance_m
          from road c
          where c.version_id = any (roads) and c.geom && st_expand(ground, reach_m * wide)) r
    where r.distance_m <= reach_m
    order by r.distance_m
    limit 8;
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'road', 'code', sqlstate);
  end;

  begin
    return query
    select 'utility'::text, to_jsonb(u)
    from (select distinct on (c.network) c.version_id, c.network, c.name,
                 st_distance(st_closestpoint(c.geom, here)::geography, here::geography) as distance_m
          from utility_line c
          where c.version_id = any (utilities) and c.geom && st_expand(here, utility_m * wide)
          order by c.network, 4) u
    where u.distance_m <= utility_m;
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'utility', 'code', sqlstate);
  end;
end
$$;
