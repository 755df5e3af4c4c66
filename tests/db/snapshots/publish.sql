-- findVersion
select l.layer_id as "layerId", l.kind, l.title, l.is_demo or v.is_demo as "isDemo",
       l.access_class as "accessClass"
from layer_version v join layer l using (layer_id)
where v.version_id = $1;
--   Hash Join
--     Hash Cond: (l.layer_id = v.layer_id)
--     ->  Seq Scan on layer l
--     ->  Hash
--           ->  Index Scan using layer_version_pkey on layer_version v
--                 Index Cond: (version_id = '…'::text)

-- layerExists
select 1 from layer where layer_id = $1;
--   Seq Scan on layer
--     Filter: (layer_id = '…'::text)

-- findNewestVersion
select version_id as "versionId" from layer_version where layer_id = $1 order by imported_at desc limit 1;
--   Limit
--     ->  Sort
--           Sort Key: imported_at DESC
--           ->  Seq Scan on layer_version
--                 Filter: (layer_id = '…'::text)

-- demoCityLayers
select f.layer_id as "layerId"
from version_in_force($1::date) f join layer_version v on v.version_id = f.version_id
where v.source_name = 'demo-city' and f.kind <> 'place'
order by f.layer_id;
--   Nested Loop
--     Join Filter: (p.version_id = v.version_id)
--     ->  Sort
--           Sort Key: p.layer_id
--           ->  Nested Loop
--                 ->  Hash Join
--                       Hash Cond: (l.layer_id = p.layer_id)
--                       ->  Seq Scan on layer l
--                             Filter: ((kind <> '…'::text) AND (access_class = '…'::text))
--                       ->  Hash
--                             ->  Subquery Scan on p
--                                   Filter: (p.access_class = '…'::text)
--                                   ->  Unique
--                                         ->  Sort
--                                               Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                               ->  Seq Scan on publication
--                                                     Filter: (valid_from <= '…'::date)
--                 ->  Index Scan using layer_version_pkey on layer_version v_1
--                       Index Cond: (version_id = p.version_id)
--     ->  Seq Scan on layer_version v
--           Filter: (source_name = '…'::text)

-- publicationsOf
select version_id as "versionId", valid_from::text as "validFrom", decree, access_class as "accessClass"
from publication where layer_id = $1
order by valid_from, recorded_at, publication_id;
--   Sort
--     Sort Key: valid_from, recorded_at, publication_id
--     ->  Seq Scan on publication
--           Filter: (layer_id = '…'::text)

-- readBlockRows
select (row_number() over (order by kodwp, kodswp, kodblk))::int as id, array[kodblk] as values,
       encode(st_asbinary(st_union(geom), 'NDR'), 'base64') as wkb
from zone where version_id = $1 and btrim(kodblk) <> ''
group by kodwp, kodswp, kodblk
order by kodwp, kodswp, kodblk;
--   WindowAgg
--     ->  GroupAggregate
--           Group Key: kodwp, kodswp, kodblk
--           ->  Sort
--                 Sort Key: kodwp, kodswp, kodblk
--                 ->  Index Scan using zone_version_id_code_idx on zone
--                       Index Cond: (version_id = '…'::text)
--                       Filter: (btrim(kodblk) <> '…'::text)

-- selectRows
select feature_no as id, array[code] as values, encode(st_asbinary(geom, 'NDR'), 'base64') as wkb
from zone where version_id = $1 order by feature_no;
--   Index Scan using zone_version_id_feature_no_key on zone
--     Index Cond: (version_id = '…'::text)

-- selectRows
select feature_no as id, array[nib] as values, encode(st_asbinary(geom, 'NDR'), 'base64') as wkb
from parcel where version_id = $1 order by feature_no;
--   Index Scan using parcel_version_id_feature_no_key on parcel
--     Index Cond: (version_id = '…'::text)

-- selectRows
select feature_no as id, array[level, name] as values, encode(st_asbinary(geom, 'NDR'), 'base64') as wkb
from admin_area where version_id = $1 order by feature_no;
--   Sort
--     Sort Key: feature_no
--     ->  Seq Scan on admin_area
--           Filter: (version_id = '…'::text)

-- selectRows
select feature_no as id, array[nullif(level_code, ''), name] as values,
       encode(st_asbinary(geom, 'NDR'), 'base64') as wkb
from overlay_area where version_id = $1 order by feature_no;
--   Index Scan using overlay_area_version_id_feature_no_key on overlay_area
--     Index Cond: (version_id = '…'::text)

-- selectRows
select feature_no as id, array[road_class, name] as values, encode(st_asbinary(geom, 'NDR'), 'base64') as wkb
from road where version_id = $1 order by feature_no;
--   Index Scan using road_version_id_feature_no_key on road
--     Index Cond: (version_id = '…'::text)

-- selectRows
select feature_no as id, array[network] as values, encode(st_asbinary(geom, 'NDR'), 'base64') as wkb
from utility_line where version_id = $1 order by feature_no;
--   Sort
--     Sort Key: feature_no
--     ->  Seq Scan on utility_line
--           Filter: (version_id = '…'::text)

-- selectRows
select feature_no as id, array[name, category] as values, encode(st_asbinary(geom, 'NDR'), 'base64') as wkb
from place where version_id = $1 order by feature_no;
--   Sort
--     Sort Key: feature_no
--     ->  Seq Scan on place
--           Filter: (version_id = '…'::text)

-- archiveRecords
select a.version_id as "versionId", a.file_name as "fileName", a.sha256, a.byte_count::float8 as "byteCount",
       a.tile_count as "tileCount"
from tile_archive a join layer_version using (version_id) join layer l using (layer_id)
where l.access_class = 'terbuka'
  and ($1::text is null or a.version_id = $2)
order by a.version_id;
--   Nested Loop
--     ->  Hash Join
--           Hash Cond: (l.layer_id = layer_version.layer_id)
--           ->  Seq Scan on layer l
--                 Filter: (access_class = '…'::text)
--           ->  Hash
--                 ->  Index Scan using layer_version_pkey on layer_version
--                       Index Cond: (version_id = '…'::text)
--     ->  Seq Scan on tile_archive a
--           Filter: (version_id = '…'::text)

-- versionsWithoutArchive
select distinct p.version_id as "versionId"
from publication p join layer l using (layer_id)
where p.version_id is not null and p.access_class = 'terbuka' and l.kind <> 'rules'
  and case when $1::text is null then l.access_class = 'terbuka' else l.layer_id = $2 end
  and not exists (select from tile_archive a where a.version_id = p.version_id)
order by p.version_id;
--   Unique
--     ->  Sort
--           Sort Key: p.version_id
--           ->  Nested Loop
--                 ->  Hash Anti Join
--                       Hash Cond: (p.version_id = a.version_id)
--                       ->  Seq Scan on publication p
--                             Filter: ((version_id IS NOT NULL) AND (access_class = '…'::text))
--                       ->  Hash
--                             ->  Seq Scan on tile_archive a
--                 ->  Index Scan using layer_pkey on layer l
--                       Index Cond: (layer_id = p.layer_id)
--                       Filter: ((kind <> '…'::text) AND (access_class = '…'::text))

-- openLayer
update layer set access_class = 'terbuka', revision = revision + 1, changed_at = $1
where layer_id = $2 and access_class <> 'terbuka'
returning revision;
--   Update on layer
--     ->  Seq Scan on layer
--           Filter: ((access_class <> '…'::text) AND (layer_id = '…'::text))

-- recordArchive
insert into tile_archive (version_id, file_name, sha256, byte_count, tile_count)
values ($1, $2, $3, $4, $5)
on conflict (version_id) do update
  set file_name = excluded.file_name, sha256 = excluded.sha256, byte_count = excluded.byte_count,
      tile_count = excluded.tile_count, built_at = now();
--   Insert on tile_archive
--     Conflict Resolution: UPDATE
--     Conflict Arbiter Indexes: tile_archive_pkey
--     ->  Result

-- recordPublication
insert into publication (layer_id, version_id, valid_from, decree, decree_on, note, access_class, recorded_at)
select layer_id, $1, $2::date, $3, $4::date, $5, access_class,
       greatest(clock_timestamp(), (select max(p.recorded_at) + interval '1 microsecond'
                                    from publication p where p.layer_id = $6))
from layer where layer_id = $7
returning publication_id::text as id;
--   Insert on publication
--     ->  Subquery Scan on "*SELECT*"
--           ->  Seq Scan on layer
--                 Filter: (layer_id = '…'::text)
--                 InitPlan 1 (returns '…')
--                   ->  Aggregate
--                         ->  Seq Scan on publication p
--                               Filter: (layer_id = '…'::text)

-- lockPublishing
select pg_advisory_lock(hashtext('one-map-one-data publish'));
--   Result

-- unlockPublishing
select pg_advisory_unlock(hashtext('one-map-one-data publish'));
--   Result

-- recordedVersions
select version_id as "versionId" from tile_archive where version_id = any($1);
--   Seq Scan on tile_archive
--     Filter: (version_id = ANY ('…'::text[]))

-- lockPublishingTo
select pg_advisory_xact_lock(hashtext('one-map-one-data publish'));
--   Result

-- lockPublishingWithin
select set_config('lock_timeout', $1, true);
--   Result

-- lockPublishingWithin
select set_config('lock_timeout', '0', true);
--   Result

-- forgetArchives
delete from tile_archive a using layer_version v
where v.version_id = a.version_id and v.layer_id = $1
returning a.version_id as "versionId";
--   Delete on tile_archive a
--     InitPlan 45 (returns '…')
--       ->  Result
--     ->  Nested Loop
--           ->  Index Scan using layer_version_layer_id_source_sha256_version_id_idx on layer_version v
--                 Index Cond: (layer_id = '…'::text)
--                 Filter: ('…' OR acts_for(producer_of(layer_id)) OR (SubPlan 51))
--                 SubPlan 51
--                   ->  Index Scan using publication_version_id_idx on publication p_2
--                         Index Cond: (version_id = v.version_id)
--                         Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (SubPlan 48)))
--                         InitPlan 46 (returns '…')
--                           ->  Result
--                         SubPlan 48
--                           ->  Index Scan using layer_pkey on layer l_3
--                                 Index Cond: (layer_id = p_2.layer_id)
--                                 Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                 InitPlan 47 (returns '…')
--                                   ->  Result
--           ->  Index Scan using tile_archive_pkey on tile_archive a
--                 Index Cond: (version_id = v.version_id)
--                 Filter: ((hashed SubPlan 30) AND (hashed SubPlan 44))
--                 SubPlan 30
--                   ->  Nested Loop
--                         InitPlan 16 (returns '…')
--                           ->  Result
--                         InitPlan 29 (returns '…')
--                           ->  Result
--                         ->  Seq Scan on layer l_1
--                               Filter: ((access_class <> '…'::text) AND ((access_class = '…'::text) OR acts_for(producer_id) OR '…') AND acts_for(producer_id))
--                         ->  Index Scan using layer_version_layer_id_source_sha256_version_id_idx on layer_version v_1
--                               Index Cond: (layer_id = l_1.layer_id)
--                               Filter: ('…' OR acts_for(producer_of(layer_id)) OR (SubPlan 22))
--                               SubPlan 22
--                                 ->  Index Scan using publication_version_id_idx on publication p
--                                       Index Cond: (version_id = v_1.version_id)
--                                       Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (SubPlan 19)))
--                                       InitPlan 17 (returns '…')
--                                         ->  Result
--                                       SubPlan 19
--                                         ->  Index Scan using layer_pkey on layer l
--                                               Index Cond: (layer_id = p.layer_id)
--                                               Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                               InitPlan 18 (returns '…')
--                                                 ->  Result
--                 SubPlan 44
--                   ->  Seq Scan on layer_version
--                         Filter: ('…' OR acts_for(producer_of(layer_id)) OR (hashed SubPlan 43))
--                         InitPlan 31 (returns '…')
--                           ->  Result
--                         SubPlan 43
--                           ->  Seq Scan on publication p_1
--                                 Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (hashed SubPlan 42)))
--                                 InitPlan 38 (returns '…')
--                                   ->  Result
--                                 SubPlan 42
--                                   ->  Seq Scan on layer l_2
--                                         Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                         InitPlan 41 (returns '…')
--                                           ->  Result
