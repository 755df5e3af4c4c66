-- 0046_measured_ground: an application knows for which ground the plot that was measured on site was taken.
-- Why: sent again for a missing paper it got back the outline that was applied for, and its document said that the measured
--      one is used.
-- Locks: application exclusively for a moment; rows whose plot was measured are written once.
-- Undo: a new migration that drops the column; what is sent again then has to be measured again.

alter table application
  add column measured_for jsonb; -- the ground that was applied for when its measured outline was taken as `geom`; null: none was

-- What is with its applicant may be about another plot by now: only what is not can be said to be measured.
update application a set measured_for = a.ground
where a.state not in ('draf', 'dikembalikan')
  and exists (
    select from field_round r
    where r.subject_kind = 'application' and r.subject_id = a.application_id and r.closing ->> 'decision' = 'takeMeasured'
      and not exists (select from application_move m
                      where m.application_id = a.application_id and m.step = 'resubmit' and m.at > r.closed_at));
