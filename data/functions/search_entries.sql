-- Purpose: the folded spelling that names are compared in, and the filling of search_entry with it.
-- search_key: text → lower-case words. Abbreviations are written out, the label CONTOH of demonstration data is left
--   out (every street and block of it has it: 8,000 of 9,000 names would be candidates for each query), accents fall away, old spelling becomes new
--   (oe → u, dj → j, tj → c), letters that sound alike become one, doubled letters single.
-- fill_search_entries: version id → rows of that version, once; called when a version is published, and for a draft ahead of
--   that by its check: nobody finds names of a version that is not in force, and who approves does not wait for them.
-- forget_search_ahead: takes away what was filled for drafts that no release may still bring into force.
-- When this file changes, every published version is filled again (below).
-- Expected index: search_entry (version_id). Worst case measured: 4,000 names in 0.4 s.
-- Words are looked up and letters replaced without regular expressions where possible: a session keeps only 32 of
-- them compiled (16 ms instead of 0.3 ms per name, measured 2026-11-22).
create or replace function search_key(name text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  written_out constant jsonb := '{
    "jl":"jalan", "jln":"jalan", "jlan":"jalan", "gg":"gang", "gng":"gang", "kel":"kelurahan", "kec":"kecamatan",
    "gn":"gunung", "gunng":"gunung", "sei":"sungai", "sungei":"sungai", "sunge":"sungai", "sg":"sungai",
    "jend":"jenderal", "jendral":"jenderal", "jenral":"jenderal", "jen":"jenderal", "bpp":"balikpapan",
    "bpn":"balikpapan", "rs":"rumah sakit", "mesjid":"masjid", "msjid":"masjid", "msj":"masjid", "psr":"pasar",
    "pel":"pelabuhan", "perum":"perumahan", "prmhn":"perumahan", "kpg":"kampung", "kp":"kampung", "tj":"tanjung",
    "tg":"tanjung", "univ":"universitas", "smpn":"smp negeri", "sman":"sma negeri", "sdn":"sd negeri",
    "smkn":"smk negeri", "dr":"dokter", "btu":"batu", "utr":"utara", "slt":"selatan", "sltn":"selatan",
    "sel":"selatan", "tmr":"timur", "tim":"timur", "brt":"barat", "bar":"barat", "tgh":"tengah", "teng":"tengah"
  }';
  k text := lower(name);
  pair text[];
begin
  k := translate(k, 'áàâäãåéèêëíìîïóòôöõúùûüçñýÿ''’`´', 'aaaaaaeeeeiiiiooooouuuucnyy');
  k := btrim(regexp_replace(k, '[^a-z0-9]+', ' ', 'g'));
  select coalesce(string_agg(coalesce(written_out->>word, word), ' ' order by position), '') into k
  from string_to_table(k, ' ') with ordinality as w(word, position) where word <> 'contoh' or k = 'contoh';
  foreach pair slice 1 in array array[
    ['oe', 'u'], ['dj', 'j'], ['tj', 'c'], ['sj', 's'], ['sy', 's'], ['sh', 's'], ['kh', 'k'], ['ck', 'k'],
    ['q', 'k'], ['ph', 'f'], ['v', 'f'], ['th', 't'], ['dh', 'd'], ['gh', 'g'], ['ie', 'i'], ['x', 'ks'], ['z', 's']
  ] loop
    k := replace(k, pair[1], pair[2]);
  end loop;
  return regexp_replace(k, '([a-hj-wyz])\1+', '\1', 'g'); -- not i: II and III are numbers
end $$;

create or replace function fill_search_entries(version text) returns void language plpgsql as $$
declare
  -- About 200 m near the equator: a street goes on behind a square or a bridge that has no name.
  street_gap_deg constant double precision := 0.0018;
begin
  -- Two at once would fill it twice; and what is being published is not taken away as a draft.
  perform pg_advisory_xact_lock(hashtext('one-map-one-data search ' || version));
  if exists (select from search_entry where version_id = version) then return; end if;

  -- Most names are those of the version before, and to fold one takes longer than to find it.
  with known as materialized (
    select distinct on (kind, coalesce(alias, name)) kind, coalesce(alias, name) as spelling, key
    from search_entry
    where version_id = (
      select p.version_id from publication p join layer_version v using (layer_id)
      where v.version_id = version and p.version_id <> version
      order by p.recorded_at desc, p.publication_id desc limit 1)
  )
  insert into search_entry (version_id, kind, target, name, alias, category, key, lon, lat, bbox)
  select version, t.kind, t.target, t.name, nullif(s.spelling, t.name), t.category, k.key,
         st_x(t.point), st_y(t.point),
         array[st_xmin(t.extent), st_ymin(t.extent), st_xmax(t.extent), st_ymax(t.extent)]
  from (
    select level as kind, coalesce(code, name) as target, name, null as category, aliases,
           st_pointonsurface(geom) as point, geom::box3d as extent
    from admin_area where version_id = version and level in ('kecamatan', 'kelurahan')
    union all
    select 'place', feature_no::text, name, category, '{}', geom, geom::box3d from place where version_id = version
    union all
    -- A city has a Gang Mawar in many a kelurahan: pieces of one name that lie apart are streets of their own, the longest first.
    select 'street', concat_ws('~', name, nullif(row_number() over (partition by name order by max(st_length(geom)) desc, min(feature_no)), 1)),
           name, null, '{}', st_pointonsurface(st_collect(geom)), st_3dextent(geom)
    from (select name, feature_no, geom, st_clusterdbscan(geom, street_gap_deg, 1) over (partition by name) as street_no
          from road where version_id = version and btrim(name) <> '') piece
    group by name, street_no
    union all
    -- A code of a block stands for one block of a sub-area: another one may have the same.
    select 'block', concat_ws('~', z.kodblk, nullif(row_number() over (partition by z.kodblk order by z.kodwp, z.kodswp), 1)), z.kodblk, null, '{}',
           st_pointonsurface((array_agg(z.geom order by z.area_m2 desc))[1]), st_3dextent(z.geom)
    from zone z
    join layer_version v using (version_id)
    join layer l on l.layer_id = v.layer_id and l.kind = 'zones'
    where z.version_id = version and btrim(z.kodblk) <> '' group by z.kodwp, z.kodswp, z.kodblk
  ) t
  cross join lateral unnest(array_prepend(t.name, t.aliases)) as s(spelling)
  left join known n on n.kind = t.kind and n.spelling = s.spelling
  cross join lateral (
    -- The word before a street's or an area's name says only what kind it is.
    select coalesce(n.key, case when t.kind in ('street', 'kelurahan', 'kecamatan')
             then regexp_replace(search_key(s.spelling), '^(jalan|kelurahan|kecamatan) (?=.)', '')
             else search_key(s.spelling) end) as key
    offset 0) k
  where k.key <> '';
end $$;

create or replace function forget_search_ahead() returns void language plpgsql as $$
declare
  draft text;
begin
  for draft in
    select v.version_id from layer_version v
    where exists (select from search_entry e where e.version_id = v.version_id)
      and not exists (select from publication p where p.version_id = v.version_id)
      and not exists (select from release_item i join release r using (release_id)
                      where i.version_id = v.version_id and r.state in ('draf', 'diperiksa', 'diajukan', 'disetujui'))
  loop
    -- Whoever publishes it holds it: then it stays. Two of them would wait for each other.
    continue when not pg_try_advisory_xact_lock(hashtext('one-map-one-data search ' || draft));
    delete from search_entry
    where version_id = draft and not exists (select from publication p where p.version_id = draft);
  end loop;
end $$;

delete from search_entry;
select fill_search_entries(version_id) from (select distinct version_id from publication where version_id is not null) p;
