-- 0047_case_lists: cases by the day on which they came in, and on which they ended.
-- Why: an export of a period and the hourly look for reporters whose time is over read every case there ever was.
-- Locks: violation_case against writing while the indexes are built. Undo: a new migration that drops them.

create index on violation_case (opened_at, case_id);
create index on violation_case (ended_at) where ended_at is not null;
