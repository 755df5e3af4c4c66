-- Purpose: every stored fact at one point, on one date, in one round trip. It selects; server/domain/zoning decides.
-- Input: lon, lat in EPSG:4326 degrees; on_date (law); known_at (register; null = now);
--        border_m: zones and overlays this near are named too; road_m, utility_m: how far to look for roads and pipes (metres); own_road_m: from the one parcel here to the
--        centre line of a road that it lies on.
--        known_register: "state" of an earlier answer for the same day: while it is still the state, the versions are not
--        told again. They are the same for every place and cost a quarter of the work (measured 2026-11-30).
-- With exactly one parcel here, what lies on a part of it only is told with its area: "parcel_zone" (a code with other keys is
-- another zone: its rules may be others), "parcel_overlay"; and how much of it a version that speaks about the point leaves out: "parcel_gap".
-- Each source stands in a block of its own: one that fails becomes a row 'failed', never an empty result.
-- Distances: geodesic to the point of the shape that is closest in degrees; at 1.2 degrees south the two metrics
-- differ by 0.02 %, and the geography operator on a road polygon of thousands of corners costs 100 times more.
-- Output: rows of (kind, fact jsonb); "register" is always one of them. Distances are geodesic metres (WGS 84).
-- Planning PostGIS predicates anew costs about as much as the work itself and ten times as much in a young session (measured 2026-11-22),
-- so the plans are generic; the plain && keeps a sequential scan from unpacking big polygons.
-- Expected indexes: GiST on geom of zone, overlay_piece, parcel, road, utility_line, admin_piece, coverage_piece, set_aside.
drop function if exists facts_at_point(double precision, double precision, date, timestamptz, double precision, double precision, double precision, double precision);
create or replace function facts_at_point(
  lon double precision, lat double precision, on_date date, known_at timestamptz,
  border_m double precision, road_m double precision, own_road_m double precision, utility_m double precision,
  known_register text default null)
returns table (kind text, fact jsonb)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  here geometry := st_setsrid(st_makepoint(lon, lat), 4326);
  -- One degree of latitude is at least 110,500 m; the cosine widens the box eastward. 1.01 keeps it on the safe side.
  wide double precision := 1.01 / (110500 * cos(radians(lat)));
  around geometry := st_expand(here, border_m * wide);
  zones text[]; rtrws text[]; overlays text[]; roads text[]; parcels text[]; utilities text[]; admins text[];
  register text;
  uncovered text[];
  -- A point has roads around it; a parcel lies on some. With exactly one parcel here, roads are measured from it.
  ground geometry := here;
  origin text := 'point';
  reach_m double precision := road_m;
  inner_ground geometry;
  -- What lies in reach of ground with many corners; null where each road is quicker measured than sorted out before.
  reachable geometry;
  ground_m2 double precision;
  parcels_here jsonb;
  -- From this share on, what lies at the point lies on all of the parcel: the rest is the noise of two borders.
  whole constant double precision := 0.9995;
begin
  -- A version never changes; of its layer every change is another row, which xmin tells.
  select md5(string_agg(concat_ws(' ', f.publication_id, l.xmin), ',')),
         array_agg(f.layer_id) filter (where v.coverage is not null and not exists (
           select from coverage_piece c where c.version_id = f.version_id and c.geom && here and st_intersects(c.geom, here))),
         array_agg(f.version_id) filter (where f.kind = 'zones'),
         array_agg(f.version_id) filter (where f.kind = 'rtrw'),
         array_agg(f.version_id) filter (where f.kind = 'overlay'),
         array_agg(f.version_id) filter (where f.kind = 'road'),
         array_agg(f.version_id) filter (where f.kind = 'parcel'),
         array_agg(f.version_id) filter (where f.kind = 'utility'),
         array_agg(f.version_id) filter (where f.kind = 'admin')
    into register, uncovered, zones, rtrws, overlays, roads, parcels, utilities, admins
  from version_in_force(on_date, known_at) f
  join layer l using (layer_id)
  join layer_version v on v.version_id = f.version_id;

  return query select 'register'::text, jsonb_build_object('state', coalesce(register, ''), 'uncovered', coalesce(uncovered, '{}'));
  if register is distinct from known_register then
    return query
    select 'version'::text, to_jsonb(f) || jsonb_build_object(
             'title', l.title, 'plan_scale', l.plan_scale, 'imported_at', v.imported_at,
             'special_fields', v.special_fields, 'remark_revision', l.remark_revision, 'covers', true)
    from version_in_force(on_date, known_at) f
    join layer l using (layer_id)
    join layer_version v on v.version_id = f.version_id
    order by f.layer_id;
  end if;

  begin
    return query
    select 'admin'::text, jsonb_build_object('level', a.level, 'code', a.code, 'name', a.name, 'parent_name', a.parent_name)
    from (select distinct p.admin_id from admin_piece p
          where p.version_id = any (admins) and p.geom && here and st_intersects(p.geom, here)) found
    join admin_area a using (admin_id);
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'admin', 'code', sqlstate);
  end;

  begin
    -- One scan for what lies here and what begins close by; "offset 0", here and below, keeps what is computed of a shape from
    -- being computed twice.
    return query
    select case when not z.is_here then 'near_zone' when z.version_id = any (zones) then 'zone' else 'rtrw' end,
           case when z.is_here then jsonb_build_object(
             'version_id', z.version_id, 'feature_no', z.feature_no, 'code', z.code,
             'kodzon', z.kodzon, 'namzon', z.namzon, 'kodszn', z.kodszn, 'namszn', z.namszn, 'namobj', z.namobj,
             'kodwp', z.kodwp, 'kodswp', z.kodswp, 'kodblk', z.kodblk, 'kodsbl', z.kodsbl,
             'wadmkc', z.wadmkc, 'wadmkd', z.wadmkd, 'remark', z.remark, 'kodunk', z.kodunk,
             'stated_area_ha', z.stated_area_ha, 'special', z.special, 'is_demo', z.is_demo,
             'interior', st_contains(z.geom, here))
           else jsonb_build_object('version_id', z.version_id, 'code', z.code, 'special', z.special, 'distance_m', z.distance_m) end
    from (select y.*, case when not y.is_here and y.version_id = any (zones) and st_dwithin(y.geom, here, border_m * wide)
                           then st_distance(st_closestpoint(y.geom, here)::geography, here::geography) end as distance_m
          from (select x.*, st_intersects(x.geom, here) as is_here
                from zone x
                where x.version_id = any (zones || rtrws) and x.geom && around
                offset 0) y
          offset 0) z
    where z.is_here or z.distance_m <= border_m;
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'zone', 'code', sqlstate);
  end;

  begin
    return query
    select case when n.is_here then 'overlay' else 'near_overlay' end,
           jsonb_build_object(
           'version_id', o.version_id, 'theme', o.theme, 'level_code', o.level_code, 'name', o.name, 'is_demo', o.is_demo)
           || case when n.is_here then jsonb_build_object('feature_no', o.feature_no) else jsonb_build_object('distance_m', n.distance_m) end
    from (select q.overlay_id, bool_or(q.is_here) as is_here,
                 min(case when not q.is_here then st_distance(st_closestpoint(q.geom, here)::geography, here::geography) end) as distance_m
          from (select p.overlay_id, p.geom, st_intersects(p.geom, here) as is_here
                from overlay_piece p
                where p.version_id = any (overlays) and p.geom && around
                offset 0) q
          group by q.overlay_id) n
    join overlay_area o using (overlay_id)
    where n.is_here or n.distance_m <= border_m;
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'overlay', 'code', sqlstate);
  end;

  begin
    select jsonb_agg(jsonb_build_object('version_id', p.version_id, 'nib', p.nib, 'area_m2', p.area_m2, 'is_demo', p.is_demo)),
           case when count(*) = 1 then (array_agg(p.geom))[1] end, min(p.area_m2)
      into parcels_here, ground, ground_m2
    from parcel p
    where p.version_id = any (parcels) and p.geom && here and st_intersects(p.geom, here);
    return query select 'parcel'::text, e from jsonb_array_elements(coalesce(parcels_here, '[]')) e;
  exception when others then
    ground := null;
    return query select 'failed'::text, jsonb_build_object('source', 'parcel', 'code', sqlstate);
  end;
  if ground is null then
    ground := here;
  else
    origin := 'parcel';
    reach_m := own_road_m;
    begin
      -- A centimetre inside: neighbours that only touch the parcel are not cut.
      inner_ground := st_buffer(ground, -0.0000001);
      -- Most parcels lie in the zone at the point altogether. What overlaps that zone elsewhere is a fault of the plan; the
      -- answer about the parcel tells it. Road ground of a thousand corners is not taken apart for that.
      if not exists (select from (select z.geom from zone z
                                  where z.version_id = any (zones) and z.geom && here and st_intersects(z.geom, here)
                                  offset 0) z
                     where st_covers(z.geom, inner_ground)) then
        return query
        select 'parcel_zone'::text, jsonb_build_object('version_id', c.version_id, 'code', c.code, 'kodunk', c.kodunk, 'kodswp', c.kodswp,
               'kodblk', c.kodblk, 'special', c.special, 'part_m2', sum(c.part_m2))
        from (select z.version_id, z.code, z.kodunk, z.kodswp, z.kodblk, z.special, st_intersects(z.geom, here) as is_here,
                     case when st_covers(z.geom, inner_ground) then ground_m2
                          else st_area(st_collectionextract(st_intersection(z.geom, ground), 3)::geography) end as part_m2
              from zone z
              where z.version_id = any (zones) and z.geom && inner_ground and st_intersects(z.geom, inner_ground)
              offset 0) c
        where c.part_m2 > 0.01
        group by c.version_id, c.code, c.kodunk, c.kodswp, c.kodblk, c.special
        having not (bool_or(c.is_here) and sum(c.part_m2) >= whole * ground_m2);
      end if;
      return query
      select 'parcel_overlay'::text, jsonb_build_object('version_id', o.version_id, 'theme', o.theme, 'level_code', o.level_code,
             'name', min(o.name), 'is_demo', bool_or(o.is_demo), 'part_m2', sum(c.part_m2))
      from (select p.overlay_id, st_intersects(p.geom, here) as is_here,
                   case when st_covers(p.geom, inner_ground) then ground_m2
                        else st_area(st_collectionextract(st_intersection(p.geom, ground), 3)::geography) end as part_m2
            from overlay_piece p
            where p.version_id = any (overlays) and p.geom && inner_ground and st_intersects(p.geom, inner_ground)
            offset 0) c
      join overlay_area o using (overlay_id)
      where c.part_m2 > 0.01
      group by o.version_id, o.theme, o.level_code
      having not (bool_or(c.is_here) and sum(c.part_m2) >= whole * ground_m2);
      return query
      select 'parcel_gap'::text, jsonb_build_object('version_id', c.version_id, 'part_m2', (1 - c.share) * ground_m2)
      from (select v.version_id, bool_or(st_intersects(v.geom, here)) as is_here,
                   sum(case when st_covers(v.geom, inner_ground) then 1
                            else st_area(st_intersection(v.geom, inner_ground)) / nullif(st_area(inner_ground), 0) end) as share
            from coverage_piece v
            where v.version_id = any (zones || overlays || roads) and v.geom && inner_ground
            group by v.version_id) c
      where c.is_here and c.share < whole;
    exception when others then
      return query select 'failed'::text, jsonb_build_object('source', 'parcel', 'code', sqlstate);
    end;
  end if;

  begin
    return query
    select 'set_aside'::text, jsonb_build_object('version_id', s.version_id, 'feature_no', s.feature_no, 'reason', s.reason)
    from set_aside s
    where s.footprint && st_expand(coalesce(inner_ground, here), road_m * wide)
      and (s.version_id = any (zones || rtrws || parcels || admins) and st_intersects(s.footprint, here)
           -- What did not go in of an overlay may forbid as much as what did: on the parcel, and within the tolerance of borders.
           or s.version_id = any (overlays) and (st_dwithin(s.footprint, here, border_m * wide) or st_intersects(s.footprint, inner_ground))
           -- A road that did not go in may be the one that the place lies on.
           or s.version_id = any (roads) and st_dwithin(s.footprint, here, road_m * wide));
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'set_aside', 'code', sqlstate);
  end;

  begin
    -- The distance of a road costs as much as the ground has corners, and hundreds lie in the box of an airfield: 10 ms
    -- without this (measured 2026-11-30). Eight-cornered circles lie within the true ones; a tenth more makes up for it.
    if st_npoints(ground) > 64 then
      reachable := st_buffer(ground, 1.1 * reach_m * wide, 'quad_segs=2');
    end if;
    return query
    select 'road'::text, jsonb_build_object('version_id', r.version_id, 'name', r.name, 'road_class', r.road_class,
           'row_width_m', r.row_width_m, 'distance_m', r.distance_m, 'from', origin,
           -- The parcel of a neighbour lies between: half a metre of it is more than two borders drawn apart.
           -- One on which the axis itself lies is the ground of the road.
           'is_behind', origin = 'parcel' and exists (
             select from parcel q
             where q.version_id = any (parcels) and q.geom && r.way and st_intersects(q.geom, r.way) and not st_intersects(q.geom, st_startpoint(r.way)) and not st_intersects(q.geom, here)
               and st_length(st_intersection(q.geom, r.way)) > 0.5 * wide))
    from roads_near(roads, ground, reach_m, wide, reachable) r
    order by r.distance_m, r.feature_no;
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
