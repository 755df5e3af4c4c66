-- 0053_unlinked_browsers: a browser that is told of several reports is another row in each, with nothing that they share.
-- Why: the hash of its address was the same in every report of one browser. Whoever read the table or a backup of it, without any
--      key, saw that an anonymous report is of whoever reported under a name at another time.
-- Locks: report_push exclusively, for as long as it takes to write it anew. Undo: a new migration; the hashes do not come back.

drop function hold_told(uuid);
alter table report_push drop column endpoint_hash;   -- its key and its index go with it
alter table report_push add column browser_id uuid primary key default gen_random_uuid();
create index on report_push (report_id);
create function hold_told(p_report_id uuid) returns table (browser_id uuid, sealed text) language sql volatile security definer
set search_path = public, pg_temp as $$
  select null::uuid, p.sealed
  from (select sealed from report_person
        where report_id = p_report_id and sealed is not null and tells_of(p_report_id) for share) p
  union all
  select b.browser_id, b.sealed
  from (select browser_id, sealed from report_push
        where report_id = p_report_id and tells_of(p_report_id) order by subscribed_at, browser_id for share) b
$$;
