-- Purpose: the features of a version of any kind in one form, to be compared with those of another.
-- Input: version id. Output: code (what areas are added up by; null: by nothing), place (what rules are found by), fields (what staff see
--        as attributes; absent where empty), geom.
-- Expected index: the unique one on (version_id, feature_no) of each table; nothing is read of the other kinds.
-- Untouched source attributes are left out: OBJECTID, SHAPE_Area and their kin differ in every export.
create or replace function version_features(version text)
returns table (feature_no integer, code text, place text, fields jsonb, geom geometry)
language sql stable as $$
  select z.feature_no, z.code, concat_ws(chr(31), z.code, coalesce(z.kodswp, ''), coalesce(z.kodblk, ''), coalesce(z.kodunk, '')),
         jsonb_strip_nulls(jsonb_build_object(
           'code', z.code, 'kodzon', z.kodzon, 'namzon', z.namzon, 'kodszn', z.kodszn, 'namszn', z.namszn,
           'namobj', z.namobj, 'jnsrpr', z.jnsrpr, 'kodwp', z.kodwp, 'kodswp', z.kodswp, 'kodblk', z.kodblk,
           'kodsbl', z.kodsbl, 'wadmkc', z.wadmkc, 'wadmkd', z.wadmkd, 'remark', z.remark, 'kodunk', z.kodunk,
           'stated_area_ha', z.stated_area_ha) || z.special), z.geom
  from zone z where z.version_id = version
  union all
  select o.feature_no, concat_ws(' ', o.theme, nullif(o.level_code, '')), concat_ws(chr(31), o.theme, o.level_code),
         jsonb_build_object('theme', o.theme, 'level_code', o.level_code, 'name', o.name), o.geom
  from overlay_area o where o.version_id = version
  union all
  select p.feature_no, null, '',
         jsonb_strip_nulls(jsonb_build_object('nib', p.nib, 'kelurahan_code', p.kelurahan_code, 'block_code', p.block_code)),
         p.geom
  from parcel p where p.version_id = version
  union all
  select a.feature_no, a.level || ' ' || a.name, a.level || ' ' || a.name,
         jsonb_strip_nulls(jsonb_build_object('level', a.level, 'code', a.code, 'name', a.name, 'parent_name', a.parent_name)),
         a.geom
  from admin_area a where a.version_id = version
  union all
  select r.feature_no, r.road_class, r.road_class,
         jsonb_strip_nulls(jsonb_build_object('name', r.name, 'road_class', r.road_class, 'row_width_m', r.row_width_m)),
         r.geom
  from road r where r.version_id = version
  union all
  select u.feature_no, u.network, u.network,
         jsonb_strip_nulls(jsonb_build_object('network', u.network, 'name', u.name)), u.geom
  from utility_line u where u.version_id = version
  union all
  select p.feature_no, coalesce(p.category, ''), coalesce(p.category, ''),
         jsonb_strip_nulls(jsonb_build_object('name', p.name, 'category', p.category)), p.geom
  from place p where p.version_id = version
$$;
