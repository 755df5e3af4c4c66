-- 0056_case_trail: the trail of a case says to whom it was given, and a closing what its reporters were answered.
-- Why: a disposition did not say to whom, and a case was closed without a word to those who reported it.
-- Locks: case_move exclusively for a moment (columns without a default). Undo: a new migration that drops them.

alter table case_move
  add column unit_id    uuid references work_unit, -- of a step that gives the case to somebody
  add column officer_id uuid references account on delete set null,
  add column answer     text;                      -- of a closing: can say who reported, as all of their thread
