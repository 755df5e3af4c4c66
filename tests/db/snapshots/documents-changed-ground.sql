-- documentsToAsk
select d.document_id as id from document d left join document_ground g using (document_id)
where d.kind = 'krk' and d.state = 'berlaku' and (d.valid_until is null or d.valid_until >= $1::date)
  and g.versions_key is distinct from $2
order by d.issued_at, d.document_id limit $3;
--   Limit
--     ->  Sort
--           Sort Key: d.issued_at, d.document_id
--           ->  Nested Loop Left Join
--                 Join Filter: (d.document_id = g.document_id)
--                 Filter: (g.versions_key IS DISTINCT FROM '…'::text)
--                 ->  Seq Scan on document d
--                       Filter: (((valid_until IS NULL) OR (valid_until >= '…'::date)) AND (kind = '…'::text) AND (state = '…'::text))
--                 ->  Seq Scan on document_ground g

-- keepAsked
insert into document_ground (document_id, versions_key, asked_at, compared, change_count, change_hash)
values ($1, $2, $3, $4,
        $5, $6)
on conflict (document_id) do update
set versions_key = excluded.versions_key, asked_at = excluded.asked_at, compared = excluded.compared,
    change_count = excluded.change_count, change_hash = excluded.change_hash;
--   Insert on document_ground
--     Conflict Resolution: UPDATE
--     Conflict Arbiter Indexes: document_ground_pkey
--     ->  Result

-- changedDocuments
select d.document_id as "documentId", d.number, d.is_trial as "isTrial", d.issued_at as "issuedAt", d.kelurahan,
       d.zone_codes as "zoneCodes", a.application_id as "applicationId", a.ticket, g.asked_at as "askedAt", g.compared,
       g.told_hash is not distinct from g.change_hash as "isTold"
from document_ground g join document d using (document_id) left join application a on a.document_id = d.document_id
where d.state = 'berlaku' and (d.valid_until is null or d.valid_until >= $1::date)
  and jsonb_array_length(g.compared -> 'changes') > 0
  and ($2::text is null
       or (d.issued_at, d.document_id) > (select issued_at, document_id from document where document_id = $3))
order by d.issued_at, d.document_id limit $4;
--   Limit
--     ->  Sort
--           Sort Key: d.issued_at, d.document_id
--           ->  Nested Loop
--                 Join Filter: (d.document_id = g.document_id)
--                 ->  Hash Right Join
--                       Hash Cond: (a.document_id = d.document_id)
--                       ->  Seq Scan on application a
--                       ->  Hash
--                             ->  Seq Scan on document d
--                                   Filter: (((valid_until IS NULL) OR (valid_until >= '…'::date)) AND (state = '…'::text))
--                 ->  Seq Scan on document_ground g
--                       Filter: (jsonb_array_length((compared -> '…'::text)) > 0)

-- countChanged
select count(*)::int as "inForce", count(*) filter (where g.change_count > 0)::int as changed,
       count(*) filter (where g.versions_key is distinct from $1)::int as waiting
from document d left join document_ground g using (document_id)
where d.kind = 'krk' and d.state = 'berlaku' and (d.valid_until is null or d.valid_until >= $2::date);
--   Aggregate
--     ->  Hash Right Join
--           Hash Cond: (g.document_id = d.document_id)
--           ->  Seq Scan on document_ground g
--           ->  Hash
--                 ->  Seq Scan on document d
--                       Filter: (((valid_until IS NULL) OR (valid_until >= '…'::date)) AND (kind = '…'::text) AND (state = '…'::text))

-- untoldDocuments
select g.document_id as "documentId", g.change_hash as "changeHash"
from document_ground g join document d using (document_id)
where g.change_count > 0 and g.told_hash is distinct from g.change_hash and d.state = 'berlaku'
  and (d.valid_until is null or d.valid_until >= $1::date)
order by g.asked_at, g.document_id;
--   Sort
--     Sort Key: g.asked_at, g.document_id
--     ->  Hash Join
--           Hash Cond: (g.document_id = d.document_id)
--           ->  Seq Scan on document_ground g
--                 Filter: ((change_count > 0) AND (told_hash IS DISTINCT FROM change_hash))
--           ->  Hash
--                 ->  Seq Scan on document d
--                       Filter: (((valid_until IS NULL) OR (valid_until >= '…'::date)) AND (state = '…'::text))

-- claimUntold
update document_ground set told_hash = change_hash
where document_id = $1 and change_hash = $2 and told_hash is distinct from change_hash
returning 1;
--   Update on document_ground
--     ->  Seq Scan on document_ground
--           Filter: ((told_hash IS DISTINCT FROM change_hash) AND (document_id = '…'::text) AND (change_hash = '…'::text))

-- touchedDocuments
with change as (select value from jsonb_array_elements($1) value),
found as (
  select d.document_id, d.number, d.kelurahan, d.zone_codes, d.issued_at,
         exists (select from comparison_piece p
                 where p.comparison_id = any($2) and p.geom && d.ground
                   and case when st_dimension(d.ground) = 2
                            then st_area(st_intersection(p.geom, d.ground)::geography) > 1
                            else st_intersects(p.geom, d.ground) end) as by_ground,
         exists (select from change c
                 where c.value ->> 'versionId' = any(d.version_ids)
                   and case when jsonb_typeof(c.value -> 'codes') = 'array'
                            then d.zone_codes && array(select jsonb_array_elements_text(c.value -> 'codes'))
                            else true end) as by_rules
  from document d
  where d.kind = 'krk' and d.state = 'berlaku' and (d.valid_until is null or d.valid_until >= $3::date))
select f.document_id as "documentId", f.number, f.kelurahan, f.zone_codes as "zoneCodes",
       a.application_id as "applicationId", a.ticket, f.by_ground as "byGround", f.by_rules as "byRules",
       count(*) over ()::int as total
from found f left join application a on a.document_id = f.document_id
where f.by_ground or f.by_rules
order by f.issued_at, f.document_id limit $4;
--   Limit
--     ->  Result
--           ->  Sort
--                 Sort Key: d.issued_at, d.document_id
--                 ->  WindowAgg
--                       ->  Hash Right Join
--                             Hash Cond: (a.document_id = d.document_id)
--                             ->  Seq Scan on application a
--                             ->  Hash
--                                   ->  Seq Scan on document d
--                                         Filter: (((valid_until IS NULL) OR (valid_until >= '…'::date)) AND (kind = '…'::text) AND (state = '…'::text) AND ((SubPlan 4) OR (SubPlan 6)))
--                                         SubPlan 4
--                                           ->  Index Scan using comparison_piece_geom_idx on comparison_piece p_1
--                                                 Index Cond: (geom && d.ground)
--                                                 Filter: ((comparison_id = ANY ('…'::text[])) AND CASE WHEN (st_dimension(d.ground) = 2) THEN (st_area((st_intersection(geom, d.ground, '…'::double precision))::geography, true) > '…'::double precision) ELSE st_intersects(geom, d.ground) END)
--                                         SubPlan 6
--                                           ->  Function Scan on jsonb_array_elements value_1
--                                                 Filter: (((value ->> '…'::text) = ANY (d.version_ids)) AND CASE WHEN (jsonb_typeof((value -> '…'::text)) = '…'::text) THEN (d.zone_codes && (SubPlan 5)) ELSE true END)
--                                                 SubPlan 5
--                                                   ->  ProjectSet
--                                                         ->  Result
--           SubPlan 1
--             ->  Index Scan using comparison_piece_geom_idx on comparison_piece p
--                   Index Cond: (geom && d.ground)
--                   Filter: ((comparison_id = ANY ('…'::text[])) AND CASE WHEN (st_dimension(d.ground) = 2) THEN (st_area((st_intersection(geom, d.ground, '…'::double precision))::geography, true) > '…'::double precision) ELSE st_intersects(geom, d.ground) END)
--           SubPlan 3
--             ->  Function Scan on jsonb_array_elements value
--                   Filter: (((value ->> '…'::text) = ANY (d.version_ids)) AND CASE WHEN (jsonb_typeof((value -> '…'::text)) = '…'::text) THEN (d.zone_codes && (SubPlan 2)) ELSE true END)
--                   SubPlan 2
--                     ->  ProjectSet
--                           ->  Result
