-- insertDocument
insert into document (document_id, order_id, kind, number, is_trial, language, issued_at, valid_until, kelurahan,
                      zone_codes, area_m2, ground, version_ids, pdf_sha256, pdf_bytes, extract_sha256, certificate, event_id)
values ($1, $2, $3, $4, $5, $6,
        $7, $8, $9, $10, $11,
        st_setsrid(st_geomfromgeojson($12), 4326), $13, $14,
        $15, $16, $17, $18)
on conflict (order_id) do nothing
returning document_id;
--   Insert on document
--     Conflict Resolution: NOTHING
--     Conflict Arbiter Indexes: document_order_id_key
--     ->  Result

-- markFilesRemoved
with kept as (
  select document_id, issued_at, sum(pdf_bytes) over (order by issued_at desc, document_id) as together
  from document where kind = 'itr' and file_removed_at is null)
update document d set file_removed_at = $1
from kept k
where k.document_id = d.document_id and (k.issued_at < $2 or k.together > $3::bigint)
returning d.pdf_sha256 as sha256;
--   Update on document d
--     ->  Hash Join
--           Hash Cond: (d.document_id = k.document_id)
--           ->  Seq Scan on document d
--           ->  Hash
--                 ->  Subquery Scan on k
--                       Filter: ((k.issued_at < '…'::timestamp with time zone) OR (k.together > '…'::bigint))
--                       ->  WindowAgg
--                             ->  Sort
--                                   Sort Key: document.issued_at DESC, document.document_id
--                                   ->  Seq Scan on document
--                                         Filter: ((file_removed_at IS NULL) AND (kind = '…'::text))

-- keptHashes
select pdf_sha256 as sha256 from document
where pdf_sha256 = any ($1::text[]) and file_removed_at is null
union all
select document ->> 'pdfSha256' from document_draft where document ->> 'pdfSha256' = any ($2::text[]);
--   Append
--     ->  Seq Scan on document
--           Filter: ((file_removed_at IS NULL) AND (pdf_sha256 = ANY ('…'::text[])))
--     ->  Seq Scan on document_draft
--           Filter: ((document ->> '…'::text) = ANY ('…'::text[]))

-- recordColumns
select 
document_id as "documentId", kind, number, state, is_trial as "isTrial", language, issued_at as "issuedAt",
valid_until::text as "validUntil", kelurahan, zone_codes as "zoneCodes", area_m2 as "areaM2", pdf_sha256 as "pdfSha256",
pdf_bytes as "pdfBytes", extract_sha256 as "extractSha256", certificate, reason, replaced_by as "replacedBy",
(select s.number from document s where s.document_id = d.replaced_by) as "replacedByNumber",
(select e.recorded_at from log_event e where e.event_id = d.ended_event_id) as "endedAt",
file_removed_at is null as "hasFile" from document d where order_id = $1;
--   Seq Scan on document d
--     Filter: (order_id = '…'::text)
--     SubPlan 1
--       ->  Seq Scan on document s
--             Filter: (document_id = d.replaced_by)
--     SubPlan 2
--       ->  Seq Scan on log_event e
--             Filter: (event_id = d.ended_event_id)

-- recordColumns
select 
document_id as "documentId", kind, number, state, is_trial as "isTrial", language, issued_at as "issuedAt",
valid_until::text as "validUntil", kelurahan, zone_codes as "zoneCodes", area_m2 as "areaM2", pdf_sha256 as "pdfSha256",
pdf_bytes as "pdfBytes", extract_sha256 as "extractSha256", certificate, reason, replaced_by as "replacedBy",
(select s.number from document s where s.document_id = d.replaced_by) as "replacedByNumber",
(select e.recorded_at from log_event e where e.event_id = d.ended_event_id) as "endedAt",
file_removed_at is null as "hasFile" from document d where document_id = $1;
--   Seq Scan on document d
--     Filter: (document_id = '…'::text)
--     SubPlan 1
--       ->  Seq Scan on document s
--             Filter: (document_id = d.replaced_by)
--     SubPlan 2
--       ->  Seq Scan on log_event e
--             Filter: (event_id = d.ended_event_id)

-- leafOfDocument
select l.leaf_index::float8 as "leafIndex"
from document d join log_leaf l on l.event_id = case when $1 then d.ended_event_id else d.event_id end
where d.document_id = $2;
--   Hash Join
--     Hash Cond: (l.event_id = d.event_id)
--     ->  Seq Scan on log_leaf l
--     ->  Hash
--           ->  Seq Scan on document d
--                 Filter: (document_id = '…'::text)

-- mapShapes
with frame as materialized (
  select c.x - $1 as west, c.y + $2 as north,
         st_setsrid(st_makebox2d(st_makepoint(c.x - $3, c.y - $4),
                                 st_makepoint(c.x + $5, c.y + $6))::geometry, $7::int) as box
  from (select st_x(p) as x, st_y(p) as y
        from (select st_transform(st_setsrid(st_makepoint($8, $9), 4326), $10::int) as p) m) c),
view as materialized (select west, north, box, st_envelope(st_transform(box, 4326)) as area from frame),
shape as (
  select 1 as layer, 'zone' as kind, z.code as label, k.color, st_clipbybox2d(z.geom, view.area) as geom
  from view
  join zone z on z.geom && view.area and z.version_id = any ($11::text[])
  join layer_version v using (version_id)
  left join lateral (
    select c.color from zone_code c
    where c.version_id = any ($12::text[]) and c.regulation_id = v.regulation_id and c.code = z.code
    limit 1) k on true
  union all
  select 2, 'parcel', null, null, st_clipbybox2d(p.geom, view.area)
  from view join parcel p on p.geom && view.area and p.version_id = any ($13::text[])
  union all
  select 3, 'road', r.name, null, st_clipbybox2d(r.geom, view.area)
  from view join road r on r.geom && view.area and r.version_id = any ($14::text[])
  union all
  select 4, 'approved', null, null, st_setsrid(st_geomfromgeojson($15), 4326) where $16::text is not null
  union all
  select 5, 'ground', null, null, st_setsrid(st_geomfromgeojson($17), 4326)),
placed as materialized (
  select s.layer, s.kind, s.label, s.color, view.west, view.north,
         st_translate(st_transform(s.geom, $18::int), -view.west, -view.north) as geom,
         st_translate(view.box, -view.west, -view.north) as box
  from shape s, view
  where s.kind = 'ground' or not st_isempty(s.geom))
select p.kind, coalesce(st_assvg(case when p.kind in ('ground', 'approved') then p.geom else st_simplify(p.geom, $19, true) end,
                                1, $20::int), '') as path, p.label, p.color, p.west as east, p.north,
       st_x(l.at) as "labelX", -st_y(l.at) as "labelY"
from placed p
left join lateral (
  select case when p.kind = 'zone' then st_pointonsurface(c.seen) else st_lineinterpolatepoint(c.seen, 0.5) end as at
  from (select case when p.kind = 'zone' then st_collectionextract(b.cut, 3)
                    else st_geometryn(st_collectionextract(b.cut, 2), 1) end as seen
        from (select st_clipbybox2d(p.geom, p.box) as cut) b) c
  where p.label is not null and not st_isempty(c.seen)
    and case when p.kind = 'zone' then st_area(c.seen) > st_area(p.box) / 200
             else st_length(c.seen) > st_perimeter(p.box) / 16 end) l on true
order by p.layer, p.label, path;
--   Sort
--     Sort Key: p.layer, p.label, (COALESCE(st_assvg(CASE WHEN (p.kind = ANY ('…'::text[])) THEN p.geom ELSE st_simplify(p.geom, '…'::double precision, true) END, 1, 2), '…'::text))
--     CTE frame
--       ->  Result
--     CTE view
--       ->  CTE Scan on frame
--     CTE placed
--       ->  Nested Loop
--             ->  CTE Scan on view
--             ->  Append
--                   ->  Nested Loop Left Join
--                         ->  Nested Loop
--                               ->  Nested Loop
--                                     ->  CTE Scan on view view_1
--                                     ->  Index Scan using zone_geom_idx on zone z
--                                           Index Cond: (geom && view_1.area)
--                                           Filter: ((version_id = ANY ('…'::text[])) AND (NOT st_isempty(st_clipbybox2d(geom, (view_1.area)::box2d))))
--                               ->  Index Scan using layer_version_pkey on layer_version v
--                                     Index Cond: (version_id = z.version_id)
--                         ->  Limit
--                               ->  Seq Scan on zone_code c
--                                     Filter: ((version_id = ANY ('…'::text[])) AND (regulation_id = v.regulation_id) AND (code = z.code))
--                   ->  Nested Loop
--                         ->  CTE Scan on view view_2
--                         ->  Index Scan using parcel_geom_idx on parcel p_1
--                               Index Cond: (geom && view_2.area)
--                               Filter: ((version_id = ANY ('…'::text[])) AND (NOT st_isempty(st_clipbybox2d(geom, (view_2.area)::box2d))))
--                   ->  Nested Loop
--                         ->  CTE Scan on view view_3
--                         ->  Index Scan using road_geom_idx on road r
--                               Index Cond: (geom && view_3.area)
--                               Filter: ((version_id = ANY ('…'::text[])) AND (NOT st_isempty(st_clipbybox2d(geom, (view_3.area)::box2d))))
--                   ->  Result
--                         One-Time Filter: false
--                   ->  Result
--     ->  Nested Loop Left Join
--           Join Filter: ((p.label IS NOT NULL) AND (NOT st_isempty(CASE WHEN (p.kind = '…'::text) THEN st_collectionextract(st_clipbybox2d(p.geom, (p.box)::box2d), 3) ELSE st_geometryn(st_collectionextract(st_clipbybox2d(p.geom, (p.box)::box2d), 2), 1) END)) AND CASE WHEN (p.kind = '…'::text) THEN (st_area(CASE WHEN (p.kind = '…'::text) THEN st_collectionextract(st_clipbybox2d(p.geom, (p.box)::box2d), 3) ELSE st_geometryn(st_collectionextract(st_clipbybox2d(p.geom, (p.box)::box2d), 2), 1) END) > (st_area(p.box) / '…'::double precision)) ELSE (st_length(CASE WHEN (p.kind = '…'::text) THEN st_collectionextract(st_clipbybox2d(p.geom, (p.box)::box2d), 3) ELSE st_geometryn(st_collectionextract(st_clipbybox2d(p.geom, (p.box)::box2d), 2), 1) END) > (st_perimeter(p.box) / '…'::double precision)) END)
--           ->  CTE Scan on placed p
--           ->  Result

-- readGround
select st_x(p.at) as lng, st_y(p.at) as lat,
       case when st_dimension(d.ground) = 2 then st_asgeojson(st_multi(d.ground), 7)::jsonb -> 'coordinates' end as outline
from document d, lateral (select st_pointonsurface(d.ground) as at) p
where d.document_id = $1;
--   Seq Scan on document d
--     Filter: (document_id = '…'::text)

-- setEnded
update document set state = $1, reason = $2, replaced_by = $3
where document_id = $4 and state = 'berlaku' returning 1;
--   Update on document
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     InitPlan 5 (returns '…')
--       ->  Result
--     ->  Seq Scan on document
--           Filter: ('…' AND ('…' OR '…') AND (kind = '…'::text) AND (document_id = '…'::text) AND (state = '…'::text))

-- setEndedBy
update document set ended_event_id = $1 where document_id = $2;
--   Update on document
--     ->  Seq Scan on document
--           Filter: (document_id = '…'::text)

-- keepCertificate
insert into signing_certificate (certificate_sha256, certificate, signer, first_used_at)
values (encode(sha256($1::bytea), 'hex'), $2, $3, $4)
on conflict (certificate_sha256) do nothing;
--   Insert on signing_certificate
--     Conflict Resolution: NOTHING
--     Conflict Arbiter Indexes: signing_certificate_pkey
--     ->  Result

-- listCertificates
select left(certificate_sha256, 16) as kid, certificate, signer from signing_certificate
order by first_used_at desc, certificate_sha256;
--   Sort
--     Sort Key: first_used_at DESC, certificate_sha256
--     ->  Seq Scan on signing_certificate
