-- 0018_release_losses: what a check compared with, and the hectares that an approver typed.
-- Why: a file that wipes out a plan must not pass unseen: the check measures what is lost against the version in force,
--      and a large loss is confirmed with its number by whoever approves.
-- Locks: release and release_item exclusively for a moment; no row is written.
-- Undo: a new migration that drops the columns.

alter table release add column confirmed_hectares integer check (confirmed_hectares > 0);
alter table release_item
  add column compared_with text references layer_version,  -- in force at the check; null: nothing was
  add column loss jsonb;                                   -- what the draft takes away from it, see server/domain/release/ground-loss.ts
