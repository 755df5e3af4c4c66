-- columns
select distinct on (release_id) 
job_id as "jobId", kind, release_id as "releaseId", actor, state, step, share, rows_read as "rowsRead",
rows_expected as "rowsExpected", attempt, interruptions, failure, queued_at as "queuedAt",
started_at as "startedAt", ended_at as "endedAt"
  from job where release_id = any($1::uuid[])
  order by release_id, queued_at desc;
--   Unique
--     ->  Sort
--           Sort Key: release_id, queued_at DESC
--           ->  Seq Scan on job
--                 Filter: (release_id = ANY ('…'::uuid[]))

-- columns
update job set state = 'running', worker = $1, attempt = attempt + 1, share = 0, step = 'waiting',
                 interruptions = interruptions + (state = 'running')::int,
                 rows_read = null, rows_expected = null, started_at = clock_timestamp(),
                 lease_until = clock_timestamp() + make_interval(secs => $2)
  where job_id = $3
    and (state = 'queued' or (state = 'running' and lease_until < clock_timestamp()))
  returning
job_id as "jobId", kind, release_id as "releaseId", actor, state, step, share, rows_read as "rowsRead",
rows_expected as "rowsExpected", attempt, interruptions, failure, queued_at as "queuedAt",
started_at as "startedAt", ended_at as "endedAt";
--   Update on job
--     ->  Seq Scan on job
--           Filter: ((job_id = '…'::uuid) AND ((state = '…'::text) OR ((state = '…'::text) AND (lease_until < clock_timestamp()))))

-- columns
select 
job_id as "jobId", kind, release_id as "releaseId", actor, state, step, share, rows_read as "rowsRead",
rows_expected as "rowsExpected", attempt, interruptions, failure, queued_at as "queuedAt",
started_at as "startedAt", ended_at as "endedAt" from job where job_id = $1;
--   Seq Scan on job
--     Filter: (job_id = '…'::uuid)

-- queueJob
insert into job (kind, release_id, actor) values ($1, $2, $3)
returning job_id as "jobId";
--   Insert on job
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Result
--     SubPlan 5
--       ->  Index Scan using release_pkey on release r
--             Index Cond: (release_id = job.release_id)
--             Filter: ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id))
--             InitPlan 3 (returns '…')
--               ->  Result
--             InitPlan 4 (returns '…')
--               ->  Result

-- dueJobs
select job_id as "jobId", kind from job
where (state = 'queued' and coalesce(not_before, '-infinity') <= clock_timestamp())
   or (state = 'running' and lease_until < clock_timestamp())
order by kind = 'publish' desc, queued_at
limit 10;
--   Limit
--     ->  Sort
--           Sort Key: ((kind = '…'::text)) DESC, queued_at
--           ->  Seq Scan on job
--                 Filter: (((state = '…'::text) AND (COALESCE(not_before, '…'::timestamp with time zone) <= clock_timestamp())) OR ((state = '…'::text) AND (lease_until < clock_timestamp())))

-- renewLease
update job set step = $1, share = greatest(share, $2), rows_read = $3,
               rows_expected = $4,
               lease_until = clock_timestamp() + make_interval(secs => $5)
where job_id = $6 and worker = $7 and state = 'running' returning 1;
--   Update on job
--     ->  Seq Scan on job
--           Filter: ((job_id = '…'::uuid) AND (worker = '…'::text) AND (state = '…'::text))

-- endJob
update job set state = $1, step = 'finished', share = 1, lease_until = null,
               failure = $2,
               ended_at = clock_timestamp()
where job_id = $3 and worker = $4 and state = 'running' returning 1;
--   Update on job
--     ->  Seq Scan on job
--           Filter: ((job_id = '…'::uuid) AND (worker = '…'::text) AND (state = '…'::text))

-- noteFailure
update job set failure = $1
where job_id = $2 and worker = $3 and state = 'running';
--   Update on job
--     ->  Seq Scan on job
--           Filter: ((job_id = '…'::uuid) AND (worker = '…'::text) AND (state = '…'::text))

-- requeueJob
update job set state = 'queued', step = 'waiting', share = 0, lease_until = null, interruptions = interruptions + 1,
               not_before = clock_timestamp() + make_interval(secs => least(300, 0.5 * 4 ^ least(attempt - 1, 6)))
where job_id = $1 and worker = $2 and state = 'running';
--   Update on job
--     ->  Seq Scan on job
--           Filter: ((job_id = '…'::uuid) AND (worker = '…'::text) AND (state = '…'::text))

-- cancelJobs
update job set state = 'cancelled', lease_until = null, ended_at = clock_timestamp()
where release_id = $1 and state in ('queued', 'running');
--   Update on job
--     ->  Index Scan using job_release_id_queued_at_idx on job
--           Index Cond: (release_id = '…'::uuid)
--           Filter: ((state = ANY ('…'::text[])) AND keeps_release(release_id) AND (hashed SubPlan 12))
--           SubPlan 12
--             ->  Seq Scan on release r_1
--                   Filter: ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id))
--                   InitPlan 10 (returns '…')
--                     ->  Result
--                   InitPlan 11 (returns '…')
--                     ->  Result
--     SubPlan 3
--       ->  Index Scan using release_pkey on release r
--             Index Cond: (release_id = job.release_id)
--             Filter: ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id))
--             InitPlan 1 (returns '…')
--               ->  Result
--             InitPlan 2 (returns '…')
--               ->  Result
