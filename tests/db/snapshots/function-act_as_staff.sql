-- statement 1
not exists (select from pg_roles where rolname = 'omod_staff' and pg_has_role(oid, 'member'));
--   Result
--     InitPlan 1 (returns '…')
--       ->  Seq Scan on pg_authid
--             Filter: (pg_has_role(oid, '…'::text) AND (rolname = '…'::name))
