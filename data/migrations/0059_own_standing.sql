-- 0059_own_standing: nobody gives a role to themselves.
-- Why: whoever manages people could make themselves the one who signs, publishes and reads reporters, alone and in one request.
-- Locks: account_role exclusively for a moment (the policy).
-- Undo: a new migration that alters the policy back to its first line.

alter policy role_is_given on account_role with check (
  (select 'administrator' = any (acting_roles()))
  and account_id is distinct from (select acting_account()));
