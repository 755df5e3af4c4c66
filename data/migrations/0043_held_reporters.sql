-- 0043_held_reporters: whom there is to tell of a report is read in the transaction that tells it.
-- Why: it was read over a further connection while the transaction held a case. As many steps at once as there are connections
--      waited for one more, for ever; and whoever was erased between the reading and the commit was told all the same.
-- Locks: creates two functions. Undo: a new migration that drops them.

-- The program by itself, or staff who work on the case of a report and reach it.
create function tells_of(p_report_id uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select nullif(current_setting('omod.session_id', true), '') is null
         or (works_on_cases()
             and exists (select from report r where r.report_id = p_report_id and reaches_case(r.case_id)))
$$;
-- Who sent it, without a hash, and the browsers that are told, the first one first: all of it encrypted, and nothing of it is
-- erased until the transaction ends.
create function hold_told(p_report_id uuid) returns table (endpoint_hash bytea, sealed text) language sql volatile security definer
set search_path = public, pg_temp as $$
  select null::bytea, p.sealed
  from (select sealed from report_person
        where report_id = p_report_id and sealed is not null and tells_of(p_report_id) for share) p
  union all
  select b.endpoint_hash, b.sealed
  from (select endpoint_hash, sealed from report_push
        where report_id = p_report_id and tells_of(p_report_id) order by subscribed_at, endpoint_hash for share) b
$$;
