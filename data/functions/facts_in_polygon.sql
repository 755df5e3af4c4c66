-- Purpose: every stored fact inside one polygon, on one date, with geodesic areas (m², WGS 84 ellipsoid).
-- Input: place: valid Polygon or MultiPolygon in EPSG:4326; on_date (law); known_at (register; null = now);
--        road_m, utility_m: how far from the polygon's edge to look for roads and pipes (metres).
-- Each source stands in a block of its own: one that fails becomes a row 'failed', never an empty result.
-- Output: rows of (kind, fact jsonb). 'zone_piece' is the part of a zone's share on which limiting overlays lie (ground_pieces). 'sum' holds the totals that shares are checked against.
-- Expected indexes: as facts_at_point. Worst case measured: see bench area answers.
create or replace function facts_in_polygon(
  place geometry, on_date date, known_at timestamptz, road_m double precision, utility_m double precision)
returns table (kind text, fact jsonb)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  inside geometry := st_pointonsurface(place);
  wide double precision := 1.01 / (110500 * cos(radians(st_y(inside))));
  zones text[]; rtrws text[]; overlays text[]; roads text[]; parcels text[]; utilities text[]; admins text[]; rules text[];
  force jsonb;
  zoned geometry;
  -- Only where several classes of the RTRW lie here it matters which zones each of them meets.
  has_classes boolean;
  zoned_m2 double precision; invalid_m2 double precision; city_m2 double precision;
begin
  select jsonb_agg(to_jsonb(f) || jsonb_build_object(
           'title', l.title, 'plan_scale', l.plan_scale, 'imported_at', v.imported_at,
           'special_fields', v.special_fields, 'remark_revision', l.remark_revision,
           'covers', v.coverage is null or st_covers(v.coverage, place))),
         array_agg(f.version_id) filter (where f.kind = 'zones'),
         array_agg(f.version_id) filter (where f.kind = 'rtrw'),
         array_agg(f.version_id) filter (where f.kind = 'overlay'),
         array_agg(f.version_id) filter (where f.kind = 'road'),
         array_agg(f.version_id) filter (where f.kind = 'parcel'),
         array_agg(f.version_id) filter (where f.kind = 'utility'),
         array_agg(f.version_id) filter (where f.kind = 'admin'),
         array_agg(f.version_id) filter (where f.kind = 'rules')
    into force, zones, rtrws, overlays, roads, parcels, utilities, admins, rules
  from version_in_force(on_date, known_at) f
  join layer l using (layer_id)
  join layer_version v on v.version_id = f.version_id;

  return query select 'version'::text, e from jsonb_array_elements(coalesce(force, '[]')) e;

  begin
    return query
    select 'admin'::text, jsonb_build_object('level', a.level, 'code', a.code, 'name', a.name, 'parent_name', a.parent_name,
           'area_m2', straight_area_m2(st_collectionextract(st_intersection(a.geom, place), 3)))
    from admin_area a
    where a.version_id = any (admins) and a.geom && place and st_intersects(a.geom, place) and not st_touches(a.geom, place);
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'admin', 'code', sqlstate);
  end;

  begin
    select count(*) > 1 into has_classes
    from zone r where r.version_id = any (rtrws) and r.geom && place and st_intersects(r.geom, place) and not st_touches(r.geom, place);
    return query
    select case when z.version_id = any (zones) then 'zone' else 'rtrw' end,
           jsonb_build_object(
           'version_id', z.version_id, 'feature_no', z.feature_no, 'code', z.code,
           'kodzon', z.kodzon, 'namzon', z.namzon, 'kodszn', z.kodszn, 'namszn', z.namszn, 'namobj', z.namobj,
           'kodwp', z.kodwp, 'kodswp', z.kodswp, 'kodblk', z.kodblk, 'kodsbl', z.kodsbl,
           'wadmkc', z.wadmkc, 'wadmkd', z.wadmkd, 'remark', z.remark, 'kodunk', z.kodunk,
           'stated_area_ha', z.stated_area_ha, 'special', z.special, 'is_demo', z.is_demo,
           'interior', true, 'part_m2', straight_area_m2(z.part))
           || case when has_classes and z.version_id = any (rtrws) then jsonb_build_object('meets', (
                select coalesce(jsonb_agg(q.version_id || ' ' || q.feature_no order by q.version_id, q.feature_no), '[]')
                from zone q
                where q.version_id = any (zones) and q.geom && z.part and st_intersects(q.geom, z.part)
                  and st_area(st_collectionextract(st_intersection(q.geom, z.part), 3)::geography) > 1)) else '{}' end
    from (select y.*, st_collectionextract(st_intersection(y.geom, place), 3) as part
          from zone y
          where y.version_id = any (zones || rtrws) and y.geom && place and st_intersects(y.geom, place) and not st_touches(y.geom, place)
          offset 0) z;
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'zone', 'code', sqlstate);
  end;

  begin
    return query
    select 'set_aside'::text, jsonb_build_object('version_id', s.version_id, 'feature_no', s.feature_no, 'reason', s.reason,
           'part_m2', straight_area_m2(st_collectionextract(st_intersection(s.footprint, place), 3)))
    from set_aside s
    where s.footprint && st_expand(place, road_m * wide)
      and (s.version_id = any (zones || rtrws || overlays || parcels || admins) and st_intersects(s.footprint, place) and not st_touches(s.footprint, place)
           -- A road that did not go in may be the one that the place lies on.
           or s.version_id = any (roads) and st_dwithin(s.footprint, place, road_m * wide));
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'set_aside', 'code', sqlstate);
  end;

  begin
    return query
    with hits as (
      select p.overlay_id, sum(straight_area_m2(st_collectionextract(st_intersection(p.geom, place), 3))) as part_m2
      from overlay_piece p
      where p.version_id = any (overlays) and p.geom && place and st_intersects(p.geom, place)
      group by p.overlay_id)
    select 'overlay'::text, jsonb_build_object(
           'version_id', o.version_id, 'theme', o.theme, 'level_code', o.level_code, 'name', o.name, 'is_demo', o.is_demo,
           'feature_no', o.feature_no, 'part_m2', h.part_m2)
    from hits h
    join overlay_area o using (overlay_id)
    where h.part_m2 > 0.01;
    -- Caps and prohibitions reach only the ground below their overlay.
    return query
    select 'zone_piece'::text, jsonb_build_object('version_id', g.version_id, 'feature_no', g.feature_no, 'marks', g.marks, 'part_m2', g.part_m2)
    from (select c.version_id, c.feature_no, c.marks, straight_area_m2(c.geom) as part_m2
          from ground_pieces(place, zones, overlays, rules) c
          where c.marks <> '{}') g
    where g.part_m2 > 0.01;
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'overlay', 'code', sqlstate);
  end;

  begin
    return query
    select 'parcel'::text, jsonb_build_object('version_id', p.version_id, 'nib', p.nib, 'area_m2', p.area_m2, 'is_demo', p.is_demo,
           'part_m2', p.part_m2, 'total', p.total)
    from (select c.*, count(*) over () as total
          from (select q.version_id, q.nib, q.area_m2, q.is_demo,
                       straight_area_m2(st_collectionextract(st_intersection(q.geom, place), 3)) as part_m2
                from parcel q
                where q.version_id = any (parcels) and q.geom && place and st_intersects(q.geom, place)) c
          where c.part_m2 > 0.01) p
    order by p.part_m2 desc, p.nib
    limit 200;
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'parcel', 'code', sqlstate);
  end;

  begin
    return query
    select 'road'::text, jsonb_build_object('version_id', r.version_id, 'name', r.name, 'road_class', r.road_class,
           'row_width_m', r.row_width_m, 'distance_m', r.distance_m, 'from', 'polygon',
           -- The parcel of a neighbour lies between: half a metre of it is more than two borders drawn apart.
           -- One on which the axis itself lies is the ground of the road.
           'is_behind', exists (
             select from parcel q
             where q.version_id = any (parcels) and q.geom && r.way and st_intersects(q.geom, r.way) and not st_intersects(q.geom, st_startpoint(r.way))
               and st_length(st_intersection(q.geom, r.way)) > 0.5 * wide
               and (st_touches(q.geom, place) or not st_intersects(q.geom, place))))
    from roads_near(roads, place, road_m, wide, null) r
    order by r.distance_m, r.feature_no;
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'road', 'code', sqlstate);
  end;

  begin
    return query
    select 'utility'::text, to_jsonb(u)
    from (select distinct on (c.network) c.version_id, c.network, c.name,
                 st_length(st_shortestline(c.geom, place)::geography) as distance_m
          from utility_line c
          where c.version_id = any (utilities) and c.geom && st_expand(place, utility_m * wide)
          order by c.network, 4) u
    where u.distance_m <= utility_m;
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'utility', 'code', sqlstate);
  end;

  begin
    select st_union(st_collectionextract(st_intersection(z.geom, place), 3)) into zoned
    from zone z
    where z.version_id = any (zones) and z.geom && place and st_intersects(z.geom, place);
    zoned_m2 := coalesce(straight_area_m2(zoned), 0);
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'zone', 'code', sqlstate);
  end;

  begin
    select coalesce(straight_area_m2(case when zoned is null then st_union(x.part)
                                 else st_collectionextract(st_difference(st_union(x.part), zoned), 3) end), 0)
      into invalid_m2
    from (select st_collectionextract(st_intersection(s.footprint, place), 3) as part
          from set_aside s
          where s.version_id = any (zones) and s.footprint && place and st_intersects(s.footprint, place)) x;
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'set_aside', 'code', sqlstate);
  end;

  begin
    select coalesce(straight_area_m2(st_union(st_collectionextract(st_intersection(a.geom, place), 3))), 0) into city_m2
    from admin_area a
    where a.version_id = any (admins) and a.level = 'kelurahan' and a.geom && place and st_intersects(a.geom, place);
  exception when others then
    return query select 'failed'::text, jsonb_build_object('source', 'admin', 'code', sqlstate);
  end;

  return query
  select 'sum'::text, jsonb_build_object(
         'lon', st_x(inside), 'lat', st_y(inside),
         'area_m2', straight_area_m2(place), 'perimeter_m', st_perimeter(place::geography),
         'zoned_m2', zoned_m2, 'invalid_m2', invalid_m2, 'city_m2', city_m2);
end
$$;
