-- 0041_own_words: what a reporter has written beside the report can be taken away, too.
-- Why: an anonymous person who writes a name into a message could not have it erased, and was told that it was.
-- Locks: report_message exclusively for a moment. Undo: a new migration that sets empty words and the constraint again.

alter table report_message alter column text drop not null; -- null: erased
