-- pingDatabase
select 1;
--   Result
