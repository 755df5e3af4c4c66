-- 0044_told_of_days: what was told of a due day was told of that day.
-- Why: a day that moved later (another class, a pause, holidays) stayed "told of": when it ran out nobody was told, and until
--      then the case counted as escalated.
-- Locks: case_escalation and case_reminder exclusively, for as long as it takes to index them.
-- Undo: a new migration that puts the narrower keys back; rows that are told of twice go first.

alter table case_escalation
  drop constraint case_escalation_case_id_stage_since_key,
  add unique (case_id, stage, since, due_on);
alter table case_reminder
  drop constraint case_reminder_case_id_stage_since_key,
  add unique (case_id, stage, since, due_on);
