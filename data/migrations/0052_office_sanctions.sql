-- 0052_office_sanctions: the office gives sanctions, an objection has its terms and its decision, and consent can come later.
-- Why: whoever enforces could give the sanction alone that the office signs; a letter named no term to object and there was
--      none about the decision; a reporter could agree to the Ombudsman only while reporting.
-- Locks: case_sanction, case_letter and report exclusively for a moment (columns without a default; case_letter is read once).
-- Undo: a new migration that puts gives_sanctions and the policies of 0028 back and drops the columns.

alter table case_sanction
  add column object_days  integer check (object_days > 0), -- as its letter says; null: an older letter, which named none
  add column object_until date;                    -- their last day, once it was served
alter table case_letter drop constraint case_letter_kind_check;
alter table case_letter add check (kind in ('sanction', 'handOver', 'objection'));
alter table report add column consent_asked_at timestamptz; -- the office asked whether it may go to the Ombudsman

-- ---------------------------------------------------------------- the second lock, see 0008_accounts
create or replace function gives_sanctions() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select 'pejabatPenandatangan' = any (acting_roles())
$$;
-- Whoever hears an objection writes to whoever objected, too.
create function writes_letters() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_roles() && array['pejabatPenandatangan', 'pejabatPenghubung']
$$;
drop policy letter_is_reserved on case_letter;
create policy letter_is_reserved on case_letter for insert
  with check ((select writes_letters()) and (kind = 'objection' or (select gives_sanctions())) and reaches_case(case_id));
drop policy letter_series_begins on number_series;
drop policy letter_series_goes_on on number_series;
create policy letter_series_begins on number_series for insert with check (series like 'surat%' and (select writes_letters()));
create policy letter_series_goes_on on number_series for update using (series like 'surat%' and (select writes_letters()));
