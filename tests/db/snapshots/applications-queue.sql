-- queueIds
with line as (
  select application_id, state, due_on, ended_at is not null as is_over, coalesce(due_on, 'infinity'::date) as due,
         submitted_at
  from application where submitted_at is not null)
select application_id as id from line
where ($1::text is null or state = $2)
  and (not $3::boolean or (not is_over and due_on < $4::date))
  and ($5::uuid is null
       or (is_over, due, submitted_at, application_id)
          > (select is_over, due, submitted_at, application_id from line where application_id = $6))
order by is_over, due, submitted_at, application_id
limit $7;
--   Limit
--     CTE line
--       ->  Seq Scan on application
--             Filter: (submitted_at IS NOT NULL)
--     ->  Sort
--           Sort Key: line.is_over, line.due, line.submitted_at, line.application_id
--           ->  CTE Scan on line
--                 Filter: ((NOT is_over) AND (due_on < '…'::date))

-- findApplications
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

-- openCounts
select state, count(*)::int as count, count(*) filter (where due_on < $1::date)::int as overdue
from application where submitted_at is not null and ended_at is null group by state order by state;
--   GroupAggregate
--     Group Key: state
--     ->  Sort
--           Sort Key: state
--           ->  Seq Scan on application
--                 Filter: ((submitted_at IS NOT NULL) AND (ended_at IS NULL))

-- lockOpen
select application_id as "applicationId", state, due_on::text as "dueOn" from application
where submitted_at is not null and ended_at is null and ($1::uuid is null or application_id > $2)
order by application_id limit $3 for update;
--   Limit
--     ->  LockRows
--           ->  Sort
--                 Sort Key: application_id
--                 ->  Seq Scan on application
--                       Filter: ((submitted_at IS NOT NULL) AND (ended_at IS NULL))

-- setDueOn
update application set due_on = $1 where application_id = $2;
--   Update on application
--     ->  Index Scan using application_pkey on application
--           Index Cond: (application_id = '…'::uuid)

-- expiredIds
select application_id as id from application
where state = 'terbit' and valid_until < $1::date order by valid_until limit 1000;
--   Limit
--     ->  Sort
--           Sort Key: valid_until
--           ->  Index Scan using application_state_due_on_idx on application
--                 Index Cond: (state = '…'::text)
--                 Filter: (valid_until < '…'::date)
