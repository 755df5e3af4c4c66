-- insertBrowser
insert into report_push (browser_id, report_id, sealed, subscribed_at)
values (coalesce($1::uuid, gen_random_uuid()), $2, $3, $4)
on conflict (browser_id) do update set sealed = excluded.sealed, subscribed_at = excluded.subscribed_at;
--   Insert on report_push
--     Conflict Resolution: UPDATE
--     Conflict Arbiter Indexes: report_push_pkey
--     ->  Result

-- holdReport
select from report where report_id = $1 for no key update;
--   LockRows
--     ->  Index Scan using report_pkey on report
--           Index Cond: (report_id = '…'::uuid)

-- browsersOf
select browser_id as "browserId", sealed from report_push
where report_id = $1 order by subscribed_at, browser_id;
--   Sort
--     Sort Key: subscribed_at, browser_id
--     ->  Seq Scan on report_push
--           Filter: (report_id = '…'::uuid)

-- deleteBrowsersOf
delete from report_push where report_id = $1;
--   Delete on report_push
--     ->  Seq Scan on report_push
--           Filter: (report_id = '…'::uuid)

-- deleteBrowser
delete from report_push where browser_id = $1;
--   Delete on report_push
--     ->  Seq Scan on report_push
--           Filter: (browser_id = '…'::uuid)
