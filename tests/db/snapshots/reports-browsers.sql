-- insertBrowser
insert into report_push (report_id, endpoint_hash, sealed, subscribed_at)
values ($1, $2, $3, $4)
on conflict (report_id, endpoint_hash) do update set sealed = excluded.sealed, subscribed_at = excluded.subscribed_at;
--   Insert on report_push
--     Conflict Resolution: UPDATE
--     Conflict Arbiter Indexes: report_push_pkey
--     ->  Result

-- browsersOf
select endpoint_hash as "endpointHash", sealed from report_push
where report_id = $1 order by subscribed_at, endpoint_hash;
--   Sort
--     Sort Key: subscribed_at, endpoint_hash
--     ->  Seq Scan on report_push
--           Filter: (report_id = '…'::uuid)

-- deleteBrowsersOf
delete from report_push where report_id = $1;
--   Delete on report_push
--     ->  Seq Scan on report_push
--           Filter: (report_id = '…'::uuid)

-- deleteBrowser
delete from report_push where endpoint_hash = $1;
--   Delete on report_push
--     ->  Seq Scan on report_push
--           Filter: (endpoint_hash = '…'::bytea)
