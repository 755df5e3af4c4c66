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

-- holidayYears
select year, source, days, set_by as "setBy", set_at as "setAt" from holiday_year order by year;
--   Sort
--     Sort Key: year
--     ->  Seq Scan on holiday_year

-- writeHolidayYear
insert into holiday_year (year, source, days, set_by, set_at)
values ($1, $2, $3, $4, $5) on conflict do nothing returning 1;
--   Insert on holiday_year
--     Conflict Resolution: NOTHING
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Result

-- writeHolidayYear
update holiday_year set source = $1, days = $2, set_by = $3, set_at = $4
where year = $5 and set_at = $6 returning 1;
--   Update on holiday_year
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Seq Scan on holiday_year
--           Filter: ('…' AND (year = 2027) AND (set_at = '…'::timestamp with time zone))

-- nextSequence
insert into number_series as s (series, year, last) values ($1, $2, 1)
on conflict (series, year) do update set last = s.last + 1
returning last;
--   Insert on number_series s
--     Conflict Resolution: UPDATE
--     Conflict Arbiter Indexes: number_series_pkey
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
--     ->  Result
