-- Purpose: cuts the zones of some versions along the kelurahan and along the overlays that can change a verdict, and
--          keeps the geodesic area (m²) of each combination in the tables of migration 0007. Once per ground_id.
-- Input: id: hash of everything below; zones, admins: versions; sources: [{"mark", "version_id", "from", "levels"}],
--        from 'overlay' (levels null = all), 'unnamed' (levels that rules leave open), 'coverage' (where the version speaks) or
--        'set_aside'; all but the first are outlined.
--        keys: KODUNK of polygons that a matrix has a column for: their ground is kept apart, that of others is not.
-- Output: none. A piece carries the marks of the sources that it lies in; area_no is the admin_id of its kelurahan,
--         because two versions of borders may number theirs alike.
-- Expected indexes: GiST on geom of zone, overlay_piece and set_aside. Worst case measured: see DECISIONS, "ground".
-- Two callers with the same id wait for each other. The newest 24 grounds are kept.
drop function if exists fill_ground(text, text[], text[], jsonb);
create or replace function fill_ground(id text, zones text[], admins text[], sources jsonb, keys text[]) returns void
language plpgsql set client_min_messages = warning as $$
declare
  source jsonb;
  narrow constant double precision := 0.005; -- m²: less is the noise of two borders
begin
  perform pg_advisory_xact_lock(hashtextextended('ground ' || id, 0));
  if exists (select from ground where ground_id = id) then return; end if;
  insert into ground (ground_id) values (id);
  delete from ground where ground_id in (select g.ground_id from ground g order by g.made_at desc offset 24);

  create temp table area (area_no integer, geom geometry) on commit drop;
  insert into area select admin_id, geom from admin_area where version_id = any (admins) and level = 'kelurahan';
  insert into ground_kelurahan
  select id, admin_id, a.code, a.name, parent_name, st_x(inside), st_y(inside), area_m2, 0
  from admin_area a cross join lateral st_pointonsurface(a.geom) inside
  where version_id = any (admins) and level = 'kelurahan';

  create temp table piece (piece_no bigint generated always as identity, area_no integer, version_id text, code text, kodunk text,
                           special jsonb, marks text[] not null default '{}', area_m2 double precision, geom geometry)
  on commit drop;
  if not exists (select from area) then
    insert into ground_kelurahan (ground_id, area_no, zoned_m2) values (id, 0, 0);
    insert into piece (area_no, version_id, code, kodunk, special, area_m2, geom)
    select 0, z.version_id, z.code, case when z.kodunk = any (keys) then z.kodunk end, z.special, z.area_m2, z.geom from zone z where z.version_id = any (zones);
  else
    -- A point of each polygon finds its kelurahan quickly; most polygons lie in that one altogether. Only the others
    -- are cut by whole outlines of thousands of corners (0.5 s instead of 20 s, measured 2026-11-29).
    create temp table block on commit drop as select area_no, st_subdivide(geom, 64) as geom from area;
    create index on block using gist (geom);
    analyze area, block;
    create temp table home on commit drop as
    select z.zone_id, a.area_no, st_covers(a.geom, z.geom) as is_whole
    from (select distinct on (p.zone_id) p.zone_id, b.area_no
          from (select zone_id, st_pointonsurface(geom) as point from zone where version_id = any (zones)) p
          join block b on b.geom && p.point and st_intersects(b.geom, p.point)
          order by p.zone_id, b.area_no) h
    join area a using (area_no)
    join zone z using (zone_id);
    insert into piece (area_no, version_id, code, kodunk, special, area_m2, geom)
    select h.area_no, z.version_id, z.code, case when z.kodunk = any (keys) then z.kodunk end, z.special, z.area_m2, z.geom
    from home h join zone z using (zone_id) where h.is_whole;
    insert into piece (area_no, version_id, code, kodunk, special, geom)
    select a.area_no, z.version_id, z.code, case when z.kodunk = any (keys) then z.kodunk end, z.special, st_collectionextract(st_intersection(z.geom, a.geom), 3)
    from zone z join area a on a.geom && z.geom and st_intersects(a.geom, z.geom)
    where z.version_id = any (zones) and not exists (select from home h where h.zone_id = z.zone_id and h.is_whole);
    drop table block, home;
    delete from piece where st_isempty(geom);
  end if;
  create index on piece using gist (geom);
  analyze piece;

  -- Ground that two polygons claim counts once as zoned.
  update ground_kelurahan k set zoned_m2 = z.zoned_m2
  from (select area_no, st_area(st_union(geom)::geography) as zoned_m2 from piece group by area_no) z
  where k.ground_id = id and k.area_no = z.area_no;

  create temp table shape (geom geometry) on commit drop;
  create index on shape using gist (geom);
  for source in select * from jsonb_array_elements(sources) loop
    truncate shape;
    if source->>'from' in ('overlay', 'unnamed') then
      insert into shape
      select p.geom from overlay_piece p join overlay_area o using (overlay_id)
      where p.version_id = source->>'version_id'
        and (source->'levels' = 'null' or source->'levels' ? o.level_code);
    elsif source->>'from' = 'set_aside' then
      insert into shape
      select st_subdivide(footprint, 96) from set_aside where version_id = source->>'version_id' and footprint is not null;
    else
      insert into shape
      select st_subdivide(coverage, 96) from layer_version v where v.version_id = source->>'version_id';
    end if;
    analyze shape;

    create temp table hit on commit drop as
    select p.piece_no, p.geom, st_union(s.geom) as cover
    from piece p join shape s on s.geom && p.geom and st_intersects(s.geom, p.geom)
    group by p.piece_no, p.geom;
    -- What lies in it altogether only takes the mark; what its edge crosses is cut in two.
    update piece p set marks = p.marks || (source->>'mark')
    from hit h where h.piece_no = p.piece_no and st_covers(h.cover, h.geom);
    delete from hit where st_covers(cover, geom);
    insert into piece (area_no, version_id, code, kodunk, special, marks, geom)
    select p.area_no, p.version_id, p.code, p.kodunk, p.special, p.marks || (source->>'mark'), cut.geom
    from hit h join piece p using (piece_no)
    cross join lateral (select st_collectionextract(st_intersection(h.geom, h.cover), 3) as geom) cut
    where st_area(cut.geom::geography) > narrow;
    update piece p set area_m2 = null, geom = st_collectionextract(st_difference(h.geom, h.cover), 3)
    from hit h where h.piece_no = p.piece_no;
    drop table hit;

    if source->>'from' <> 'overlay' then
      insert into ground_outline
      select id, source->>'mark',
             st_asgeojson(st_simplifypreservetopology(st_multi(st_collectionextract(
               case when source->>'from' = 'coverage' then st_difference(city.geom, covered.geom) else covered.geom end,
               3)), 0.0001), 5)::jsonb
      from (select st_union(geom) as geom from area) city, (select st_union(geom) as geom from shape) covered
      where city.geom is not null and covered.geom is not null;
    end if;
  end loop;

  update piece set area_m2 = st_area(geom::geography) where area_m2 is null;
  insert into ground_share (ground_id, area_no, version_id, code, kodunk, special, marks, area_m2)
  select id, area_no, version_id, code, kodunk, special, marks, sum(area_m2)
  from piece where area_m2 > narrow
  group by area_no, version_id, code, kodunk, special, marks;
  drop table area, piece, shape;
end
$$;
