-- columns
select 
application_id as "applicationId", ticket, account_id as "accountId", language, state, is_held as "isHeld",
has_objected as "hasObjected", revision, ground, planned_use as "plannedUse", land_proof_kind as "landProofKind",
area_m2 as "areaM2", kelurahan, coalesce(measured_for = ground, false) as "isMeasured", is_trial as "isTrial", sheet, prepared_by as "preparedBy", verified_by as "verifiedBy",
decided_by as "decidedBy", due_on::text as "dueOn", document_id as "documentId", issued_at as "issuedAt",
created_at as "createdAt", submitted_at as "submittedAt", replaces, replaces_as as "replacesAs", secret_hash as "secretHash" from application where ticket = $1;
--   Index Scan using application_ticket_key on application
--     Index Cond: (ticket = '…'::text)

-- columns
select 
application_id as "applicationId", ticket, account_id as "accountId", language, state, is_held as "isHeld",
has_objected as "hasObjected", revision, ground, planned_use as "plannedUse", land_proof_kind as "landProofKind",
area_m2 as "areaM2", kelurahan, coalesce(measured_for = ground, false) as "isMeasured", is_trial as "isTrial", sheet, prepared_by as "preparedBy", verified_by as "verifiedBy",
decided_by as "decidedBy", due_on::text as "dueOn", document_id as "documentId", issued_at as "issuedAt",
created_at as "createdAt", submitted_at as "submittedAt", replaces, replaces_as as "replacesAs" from application where application_id = $1 for update;
--   LockRows
--     ->  Index Scan using application_pkey on application
--           Index Cond: (application_id = '…'::uuid)

-- columns
select 
application_id as "applicationId", ticket, account_id as "accountId", language, state, is_held as "isHeld",
has_objected as "hasObjected", revision, ground, planned_use as "plannedUse", land_proof_kind as "landProofKind",
area_m2 as "areaM2", kelurahan, coalesce(measured_for = ground, false) as "isMeasured", is_trial as "isTrial", sheet, prepared_by as "preparedBy", verified_by as "verifiedBy",
decided_by as "decidedBy", due_on::text as "dueOn", document_id as "documentId", issued_at as "issuedAt",
created_at as "createdAt", submitted_at as "submittedAt", replaces, replaces_as as "replacesAs" from application where application_id = $1;
--   Index Scan using application_pkey on application
--     Index Cond: (application_id = '…'::uuid)

-- columns
select 
application_id as "applicationId", ticket, account_id as "accountId", language, state, is_held as "isHeld",
has_objected as "hasObjected", revision, ground, planned_use as "plannedUse", land_proof_kind as "landProofKind",
area_m2 as "areaM2", kelurahan, coalesce(measured_for = ground, false) as "isMeasured", is_trial as "isTrial", sheet, prepared_by as "preparedBy", verified_by as "verifiedBy",
decided_by as "decidedBy", due_on::text as "dueOn", document_id as "documentId", issued_at as "issuedAt",
created_at as "createdAt", submitted_at as "submittedAt", replaces, replaces_as as "replacesAs" from application where application_id = any($1::uuid[])
  order by array_position($2::uuid[], application_id);
--   Sort
--     Sort Key: (array_position('…'::uuid[], application_id))
--     ->  Index Scan using application_replaces_idx on application
--           Filter: (application_id = ANY ('…'::uuid[]))

-- columns
select 
application_id as "applicationId", ticket, account_id as "accountId", language, state, is_held as "isHeld",
has_objected as "hasObjected", revision, ground, planned_use as "plannedUse", land_proof_kind as "landProofKind",
area_m2 as "areaM2", kelurahan, coalesce(measured_for = ground, false) as "isMeasured", is_trial as "isTrial", sheet, prepared_by as "preparedBy", verified_by as "verifiedBy",
decided_by as "decidedBy", due_on::text as "dueOn", document_id as "documentId", issued_at as "issuedAt",
created_at as "createdAt", submitted_at as "submittedAt", replaces, replaces_as as "replacesAs" from application where document_id = $1;
--   Seq Scan on application
--     Filter: (document_id = '…'::text)

-- findApplication
select st_asgeojson(geom, 15) as geojson from application
where application_id = $1 and geom is not null;
--   Index Scan using application_pkey on application
--     Index Cond: (application_id = '…'::uuid)
--     Filter: (geom IS NOT NULL)

-- findApplication
select st_coveredby(st_makevalid(st_geomfromgeojson($1)),
                    st_buffer(geom::geography, $2::float8)::geometry) as "isInside"
from application where application_id = $3;
--   Index Scan using application_pkey on application
--     Index Cond: (application_id = '…'::uuid)
--     Filter: ((account_id = '…') OR '…' OR '…')
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result

-- findApplication
select answer from application where application_id = $1;
--   Index Scan using application_pkey on application
--     Index Cond: (application_id = '…'::uuid)

-- insertApplication
insert into application (application_id, ticket, secret_hash, account_id, language, state, sheet, created_at)
values ($1, $2, $3, $4, $5, 'draf',
        $6, $7);
--   Insert on application
--     ->  Result

-- setContent
update application
set ground = $1,
    planned_use = $2,
    land_proof_kind = $3, revision = revision + 1
where application_id = $4;
--   Update on application
--     ->  Index Scan using application_pkey on application
--           Index Cond: (application_id = '…'::uuid)

-- setSheet
update application
set sheet = $1, revision = revision + 1,
    prepared_by = array_append(array_remove(prepared_by, $2::uuid), $3::uuid)
where application_id = $4;
--   Update on application
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
--     InitPlan 6 (returns '…')
--       ->  Result
--     InitPlan 7 (returns '…')
--       ->  Result
--     InitPlan 8 (returns '…')
--       ->  Result
--     InitPlan 9 (returns '…')
--       ->  Result
--     InitPlan 10 (returns '…')
--       ->  Result
--     InitPlan 11 (returns '…')
--       ->  Result
--     InitPlan 12 (returns '…')
--       ->  Result
--     ->  Index Scan using application_pkey on application
--           Index Cond: (application_id = '…'::uuid)
--           Filter: ('…' AND ((account_id = '…') OR '…' OR '…'))

-- keepAnswer
update application set answer = $1::text::jsonb, is_trial = $2 where application_id = $3;
--   Update on application
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
--     InitPlan 6 (returns '…')
--       ->  Result
--     InitPlan 7 (returns '…')
--       ->  Result
--     InitPlan 8 (returns '…')
--       ->  Result
--     InitPlan 9 (returns '…')
--       ->  Result
--     InitPlan 10 (returns '…')
--       ->  Result
--     InitPlan 11 (returns '…')
--       ->  Result
--     InitPlan 12 (returns '…')
--       ->  Result
--     ->  Index Scan using application_pkey on application
--           Index Cond: (application_id = '…'::uuid)
--           Filter: ('…' AND ((account_id = '…') OR '…' OR '…'))

-- setMoved
update application
set state = $1, is_held = $2, has_objected = $3,
    prepared_by = $4::uuid[], verified_by = $5::uuid[],
    decided_by = $6::uuid[], due_on = $7, ended_at = $8,
    revision = revision + 1
where application_id = $9;
--   Update on application
--     ->  Index Scan using application_pkey on application
--           Index Cond: (application_id = '…'::uuid)

-- setIssued
update application set document_id = $1, issued_at = $2, valid_until = $3
where application_id = $4;
--   Update on application
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
--     InitPlan 6 (returns '…')
--       ->  Result
--     InitPlan 7 (returns '…')
--       ->  Result
--     InitPlan 8 (returns '…')
--       ->  Result
--     InitPlan 9 (returns '…')
--       ->  Result
--     InitPlan 10 (returns '…')
--       ->  Result
--     InitPlan 11 (returns '…')
--       ->  Result
--     InitPlan 12 (returns '…')
--       ->  Result
--     ->  Index Scan using application_pkey on application
--           Index Cond: (application_id = '…'::uuid)
--           Filter: ('…' AND ((account_id = '…') OR '…' OR '…'))

-- insertMove
insert into application_move (application_id, step, from_state, to_state, is_held, at, actor, reason, article)
values ($1, $2, $3, $4, $5, $6, $7,
        $8, $9);
--   Insert on application_move
--     ->  Result

-- movesOf
select application_id as "applicationId", step, from_state as "from", to_state as "to", is_held as "isHeld", at, actor,
       reason, article
from application_move where application_id = any($1::uuid[]) order by move_no;
--   Sort
--     Sort Key: move_no
--     ->  Seq Scan on application_move
--           Filter: (application_id = ANY ('…'::uuid[]))
