-- 0058_log_of_closed_cases: the log tells an auditor nothing of a case that is about them.
-- Why: for whom a case is about there is no such case; its entries in the log, the noted conflict among them, said that there is.
-- Locks: log_event exclusively for a moment (the policy).
-- Undo: a new migration that alters the policy back to its first line and drops the function.

-- What entries name of cases that are closed to somebody: the cases, their reports and their rounds on site.
create function log_subjects_closed_to(p_account uuid) returns setof text language sql stable security definer
set search_path = public, pg_temp as $$
  with closed as materialized (select c.case_id from cases_closed_to(p_account) as c (case_id))
  select case_id::text from closed
  union
  select r.report_id::text from report r join closed using (case_id)
  union
  select f.round_id::text from field_round f join closed on f.subject_kind = 'report' and f.subject_id = closed.case_id
$$;

alter policy log_is_read on log_event using (
  (select 'auditor' = any (acting_roles()))
  and not array[facts ->> 'caseId', facts ->> 'target', facts ->> 'reportId', facts ->> 'roundId']
    && (select array(select log_subjects_closed_to(acting_account())))
  -- Until a second person has agreed the case is open to them, and that it was noted is not theirs to know.
  and not (kind like 'case.conflict%' and coalesce(personal ->> 'whom' = (select acting_account())::text, false)));
