-- 0032_forgotten_people: whoever reads who somebody is may also forget them behind the second lock.
-- Why: what a person may ask about themselves (UU 27/2022) ran past row-level security. An identity becomes nothing and
--      nothing else, and only one that the asking session reaches.
-- Locks: application_person, report_person exclusively for a moment.
-- Undo: a new migration that drops the two policies.

create policy person_is_forgotten on application_person for update
  using ((select acting_roles() && array['petugasLayanan', 'pejabatPenghubung']))
  with check (sealed is null);

create policy reporter_is_forgotten on report_person for update
  using ((select handles_reports()) and exists (select from report r where r.report_id = report_person.report_id))
  with check (sealed is null);
