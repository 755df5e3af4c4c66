-- Purpose: the roads around a piece of ground, nearest first, with the straight way to each.
-- Input: roads: versions of road layers; ground: EPSG:4326; reach_m: how far to look, metres; wide: degrees per metre here, on the safe
--        side; reachable: what lies in reach of ground with many corners, or null where each road is quicker measured than
--        sorted out before.
-- A road whose reserve is known is near as far as its reserve reaches: three metres beyond it a parcel still lies on the road.
-- Output: at most 40 pieces; way is the shortest line from the road to the ground (EPSG:4326), distance_m its geodesic length.
-- Roads are stored in pieces from crossing to crossing. The nearest of each class and of each road come first, so that
-- many pieces of small roads close by do not hide the main road; a second piece may lie open where the first is behind.
-- Written into its callers by the planner: no set, no strict, no security definer.
-- Expected indexes: road_geom_idx, road_wide_geom_idx (reserves of more than 44 m; to both sides half of at most 200 m).
create or replace function roads_near(
  roads text[], ground geometry, reach_m double precision, wide double precision, reachable geometry)
returns table (
  version_id text, feature_no integer, name text, road_class text, row_width_m double precision, way geometry, distance_m double precision)
language sql stable as $$
  select n.version_id, n.feature_no, n.name, n.road_class, n.row_width_m, n.way, n.distance_m
  from (select d.*, row_number() over (partition by d.road_class order by d.distance_m, d.feature_no) as no_of_class,
               row_number() over (partition by d.road_class, d.name order by d.distance_m, d.feature_no) as no_of_road
        from (select c.version_id, c.feature_no, c.name, c.road_class, c.row_width_m, w.way, st_length(w.way::geography) as distance_m
              from (select r.* from road r
                    where r.version_id = any (roads) and r.geom && st_expand(ground, reach_m * wide)
                      and (reachable is null or r.row_width_m > 44 or st_intersects(reachable, r.geom))
                    union all
                    select r.* from road r
                    where r.version_id = any (roads) and r.row_width_m > 44 and r.geom && st_expand(ground, 103 * wide)
                      and not r.geom && st_expand(ground, reach_m * wide)) c
              cross join lateral (select st_shortestline(c.geom, ground) as way offset 0) w
              offset 0) d
        where d.distance_m <= greatest(reach_m, d.row_width_m / 2 + 3)) n
  where n.no_of_road <= 4
  order by n.no_of_class > 1, n.no_of_road, n.distance_m, n.feature_no
  limit 40
$$;
