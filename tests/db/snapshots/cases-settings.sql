-- readSettings
select settings, revision, set_by as "setBy", set_at as "setAt" from service_setting where service = $1;
--   Seq Scan on service_setting
--     Filter: (service = '…'::text)

-- writeSettings
insert into service_setting (service, settings, revision, set_by, set_at)
values ($1, $2, 1, $3, $4) on conflict do nothing returning 1;
--   Insert on service_setting
--     Conflict Resolution: NOTHING
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Result

-- writeSettings
update service_setting
set settings = $1, revision = revision + 1, set_by = $2, set_at = $3
where service = $4 and revision = $5 returning 1;
--   Update on service_setting
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Seq Scan on service_setting
--           Filter: ('…' AND (service = '…'::text) AND (revision = 1))
