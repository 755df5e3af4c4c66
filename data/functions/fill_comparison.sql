-- Purpose: compares two versions of a layer and keeps the outcome in the tables of migration 0010. Once per id.
-- Input: id: hash of both versions; before_version (null: nothing was in force), after_version.
-- Output: none. Features that are the same in shape and fields cost a hash and nothing else; only what came, went or got
--         another shape is overlaid. Lines and points have no ground: they only come, go or change their fields.
-- Areas are geodesic (m²). Per code they are those of the ground, so that overlapping polygons count once and
--         before + added - removed = after; a property test holds it to 0.1 m².
-- A polygon whose border nowhere moved by more than two centimetres is the same: a plan that is written out again is
--         rounded by that much (seven decimals), and nobody decided anything.
-- Expected indexes: those on (version_id, feature_no); GiST on the temporary tables.
-- Two callers with the same id wait for each other. The newest 24 comparisons are kept.
create or replace function fill_comparison(id text, before_version text, after_version text) returns void
language plpgsql set client_min_messages = warning as $$
declare
  noise constant double precision := 0.005; -- m²: less is what rounding leaves between two borders
  rounding constant double precision := 0.0000002; -- degrees
  few_steps constant double precision := 40000; -- up to here that distance costs less than looking at vertices in pairs
  most_steps constant double precision := 4000000; -- of the distance of two borders: every vertex against every edge
begin
  perform pg_advisory_xact_lock(hashtextextended('comparison ' || id, 0));
  if exists (select from comparison c where c.comparison_id = id) then return; end if;
  delete from comparison c where c.comparison_id in (
    select k.comparison_id from comparison k order by k.made_at desc offset 23);

  create temp table earlier on commit drop as
  select f.*, md5(st_asbinary(st_normalize(f.geom))) as shape from version_features(before_version) f;
  create temp table later on commit drop as
  select f.*, md5(st_asbinary(st_normalize(f.geom))) as shape from version_features(after_version) f;

  -- The same shape in both. A shape that occurs twice meets as often as both have it, equal fields first.
  create temp table twin on commit drop as
  select before_no, after_no, true as is_same
  from (select feature_no as before_no, shape, fields, row_number() over (partition by shape, fields order by feature_no) as n
        from earlier) e
  join (select feature_no as after_no, shape, fields, row_number() over (partition by shape, fields order by feature_no) as n
        from later) l using (shape, fields, n);
  insert into twin
  select before_no, after_no, false
  from (select feature_no as before_no, shape, row_number() over (partition by shape order by feature_no) as n
        from earlier e where not exists (select from twin t where t.before_no = e.feature_no)) e
  join (select feature_no as after_no, shape, row_number() over (partition by shape order by feature_no) as n
        from later l where not exists (select from twin t where t.after_no = l.feature_no)) l using (shape, n);

  -- The same shape but for rounding: as good as the same, each one once.
  create index on earlier using gist (geom);
  create index on later using gist (geom);
  analyze earlier, later, twin;
  insert into twin
  select distinct on (after_no) before_no, after_no, is_same
  from (
    select distinct on (before_no) e.feature_no as before_no, l.feature_no as after_no, e.fields = l.fields as is_same
    from earlier e join later l
      on l.geom && e.geom
      and abs(st_xmin(e.geom) - st_xmin(l.geom)) <= rounding and abs(st_xmax(e.geom) - st_xmax(l.geom)) <= rounding
      and abs(st_ymin(e.geom) - st_ymin(l.geom)) <= rounding and abs(st_ymax(e.geom) - st_ymax(l.geom)) <= rounding
    where st_dimension(e.geom) = 2 and st_dimension(l.geom) = 2
      and not exists (select from twin t where t.before_no = e.feature_no)
      and not exists (select from twin t where t.after_no = l.feature_no)
      and case when st_npoints(e.geom)::double precision * st_npoints(l.geom) > few_steps
                    and vertices_meet(e.geom, l.geom, rounding) then true
               when st_npoints(e.geom)::double precision * st_npoints(l.geom) > most_steps then false
               else st_hausdorffdistance(st_boundary(e.geom), st_boundary(l.geom)) <= rounding end
    order by before_no, is_same desc, after_no) b
  order by after_no, is_same desc, before_no;

  create temp table gone on commit drop as
  select e.feature_no, e.code, e.place, e.fields, e.geom, st_area(e.geom::geography) as area_m2
  from earlier e where not exists (select from twin t where t.before_no = e.feature_no);
  create temp table come on commit drop as
  select l.feature_no, l.code, l.place, l.fields, l.geom, st_area(l.geom::geography) as area_m2
  from later l where not exists (select from twin t where t.after_no = l.feature_no);
  create index on gone using gist (geom);
  create index on come using gist (geom);
  analyze earlier, later, twin, gone, come;

  create temp table meet on commit drop as
  with cut as materialized (
    select g.feature_no as before_no, c.feature_no as after_no,
           st_collectionextract(st_intersection(g.geom, c.geom), 3) as geom
    from gone g join come c on c.geom && g.geom
    where st_dimension(g.geom) = 2 and st_dimension(c.geom) = 2)
  select before_no, after_no, st_multi(geom) as geom, st_area(geom::geography) as area_m2
  from cut where not st_isempty(geom);
  delete from meet where area_m2 <= noise;
  analyze meet;

  insert into comparison (comparison_id, before_version, after_version, before_count, after_count, same_count)
  select id, before_version, after_version, (select count(*) from earlier), (select count(*) from later),
         (select count(*) from twin where is_same);

  -- One feature became another when each is the other's largest part, and that part is most of the smaller one.
  create temp table heir on commit drop as
  select m.before_no, m.after_no, m.area_m2
  from (select distinct on (before_no) before_no, after_no, area_m2 from meet order by before_no, area_m2 desc, after_no) m
  join (select distinct on (after_no) before_no, after_no from meet order by after_no, area_m2 desc, before_no) w
    using (before_no, after_no)
  join gone g on g.feature_no = before_no
  join come c on c.feature_no = after_no
  where m.area_m2 > 0.5 * least(g.area_m2, c.area_m2);
  analyze heir;
  insert into comparison_feature
  select id, row_number() over (order by coalesce(c.after_no, c.before_no), c.change, c.before_no), c.*, e.code, l.code,
         (select array[st_xmin(x.box), st_ymin(x.box), st_xmax(x.box), st_ymax(x.box)]
          from (select box3d(st_collect(e.geom, l.geom)) as box) x)
  from (
    select 'attributes' as change, t.before_no, t.after_no, field_changes(e.fields, l.fields) as fields,
           0::double precision as removed_m2, 0::double precision as added_m2
    from twin t join earlier e on e.feature_no = t.before_no join later l on l.feature_no = t.after_no
    where not t.is_same
    union all
    select 'reshaped', h.before_no, h.after_no, field_changes(g.fields, c.fields),
           greatest(g.area_m2 - h.area_m2, 0), greatest(c.area_m2 - h.area_m2, 0)
    from heir h join gone g on g.feature_no = h.before_no join come c on c.feature_no = h.after_no
    union all
    select 'removed', g.feature_no, null, '{}', g.area_m2, 0
    from gone g where not exists (select from heir h where h.before_no = g.feature_no)
    union all
    select 'added', null, c.feature_no, '{}', 0, c.area_m2
    from come c where not exists (select from heir h where h.after_no = c.feature_no)
  ) c
  left join earlier e on e.feature_no = c.before_no
  left join later l on l.feature_no = c.after_no;

  insert into comparison_piece
  -- First who has another place, then how large that is: the other way round every polygon of the city would be measured.
  with renamed as materialized (
    select t.before_no, t.after_no, e.code as before_code, l.code as after_code, l.geom
    from twin t join earlier e on e.feature_no = t.before_no join later l on l.feature_no = t.after_no
    where e.place <> l.place and st_dimension(l.geom) = 2)
  select id, row_number() over (order by p.before_no, p.after_no), p.*
  from (
    select before_no, after_no, before_code, after_code, st_area(geom::geography) as area_m2, geom from renamed
    union all
    select m.before_no, m.after_no, g.code, c.code, m.area_m2, m.geom
    from meet m join gone g on g.feature_no = m.before_no join come c on c.feature_no = m.after_no
    where g.place <> c.place
    union all
    select g.feature_no, null, g.code, null, st_area(r.geom::geography), r.geom
    from gone g
    left join (select m.before_no, array_agg(c.geom) as others
               from meet m join come c on c.feature_no = m.after_no group by m.before_no) o on o.before_no = g.feature_no
    cross join lateral ground_left(g.geom, o.others) r(geom)
    where not st_isempty(r.geom)
    union all
    select null, c.feature_no, null, c.code, st_area(r.geom::geography), r.geom
    from come c
    left join (select m.after_no, array_agg(g.geom) as others
               from meet m join gone g on g.feature_no = m.before_no group by m.after_no) o on o.after_no = c.feature_no
    cross join lateral ground_left(c.geom, o.others) r(geom)
    where not st_isempty(r.geom)
  ) p
  where p.area_m2 > noise;

  -- Per code: only polygons without a twin of the same code can add or take ground; what the code has there otherwise
  -- is taken off.
  create temp table shift on commit drop as
  select e.code, true as is_removed, ground_left(e.geom, (
           select array_agg(l.geom) from later l where l.geom && e.geom and l.code = e.code)) as geom
  from earlier e
  where st_dimension(e.geom) = 2 and e.code is not null and not exists (
    select from twin t join later l on l.feature_no = t.after_no
    where t.before_no = e.feature_no and l.code = e.code)
  union all
  select l.code, false, ground_left(l.geom, (
           select array_agg(e.geom) from earlier e where e.geom && l.geom and e.code = l.code))
  from later l
  where st_dimension(l.geom) = 2 and l.code is not null and not exists (
    select from twin t join earlier e on e.feature_no = t.before_no
    where t.after_no = l.feature_no and e.code = l.code);
  -- The ground of each code before is that of any other comparison with the same version.
  create temp table had on commit drop as
  select c.code, c.before_m2 as area_m2 from comparison_code c
  where c.before_count > 0 and c.comparison_id = (
    select k.comparison_id from comparison k
    where k.before_version = fill_comparison.before_version and k.comparison_id <> id
    order by k.made_at desc limit 1);
  if not exists (select from had) then
    insert into had
    select e.code, st_area(st_union(e.geom)::geography) from earlier e where e.code is not null group by e.code;
  end if;
  insert into comparison_code
  select id, code, coalesce(e.number, 0), coalesce(l.number, 0), coalesce(e.area_m2, 0),
         coalesce(e.area_m2, 0) + coalesce(s.added_m2, 0) - coalesce(s.removed_m2, 0),
         coalesce(s.added_m2, 0), coalesce(s.removed_m2, 0)
  from (select n.code, n.number, had.area_m2
        from (select code, count(*) as number from earlier where code is not null group by code) n join had using (code)) e
  full join (select code, count(*) as number from later where code is not null group by code) l using (code)
  left join (
    select code, sum(area_m2) filter (where is_removed) as removed_m2, sum(area_m2) filter (where not is_removed) as added_m2
    from (select code, is_removed, st_area(st_union(geom)::geography) as area_m2 from shift group by code, is_removed) u
    group by code) s using (code);
  drop table earlier, later, twin, gone, come, meet, heir, shift, had;
end
$$;

-- What of a polygon none of the others covers; all of it where there are none.
create or replace function ground_left(geom geometry, others geometry[]) returns geometry
language sql immutable as $$
  select st_multi(st_collectionextract(case when others is null then geom else st_difference(geom, st_union(others)) end, 3))
$$;

-- Whether two shapes have the same vertices in the same order, each within so many degrees of its counterpart: then their
-- borders are as near, too. Linear in the vertices; a plan that is written out again keeps their order.
create or replace function vertices_meet(one geometry, other geometry, tolerance double precision) returns boolean
language sql immutable as $$
  select st_npoints(one) = st_npoints(other) and not exists (
    select from st_dumppoints(one) a full join st_dumppoints(other) b using (path)
    where a.geom is null or b.geom is null
       or abs(st_x(a.geom) - st_x(b.geom)) > tolerance or abs(st_y(a.geom) - st_y(b.geom)) > tolerance)
$$;

-- Fields that differ: name → [before, after], null where one has none.
create or replace function field_changes(before_fields jsonb, after_fields jsonb) returns jsonb
language sql immutable as $$
  select coalesce(jsonb_object_agg(key, jsonb_build_array(before_fields -> key, after_fields -> key)), '{}')
  from (select jsonb_object_keys(before_fields || after_fields) as key) k
  where before_fields -> key is distinct from after_fields -> key
$$;
