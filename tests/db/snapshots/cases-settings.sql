-- readSettings
select settings, revision, set_by as "setBy", set_at as "setAt" from service_setting where service = $1;
--   Seq Scan on service_setting
--     Filter: (service = '…'::text)
