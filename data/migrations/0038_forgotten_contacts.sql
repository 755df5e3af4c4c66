-- 0038_forgotten_contacts: who opened a case of “Data ini keliru” is found, and forgotten, behind the second lock.
-- Why: what a person may ask about themselves (UU 27/2022) did not reach what they left there to be reached by. A contact
--      becomes nothing and nothing else; whoever reads who somebody is reads what was written beside it.
-- Locks: correction_contact exclusively for a moment, correction for a moment.
-- Undo: a new migration that drops both policies; contacts that were forgotten are gone.

alter table correction_contact alter column sealed drop not null; -- null: forgotten
create policy contact_is_forgotten on correction_contact for update
  using ((select acting_roles() && array['petugasLayanan', 'pejabatPenghubung']))
  with check (sealed is null);

create policy correction_is_searched on correction for select
  using ((select acting_roles() && array['pejabatPenghubung']));
