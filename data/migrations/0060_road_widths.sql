-- 0060_road_widths: a road reserve has a width that a road can have, or none that is known.
-- Why: 0 and -9999 stand for "empty" in plan files; taken for true, the setback of a road began at its axis.
-- Locks: road for a moment; rows that are there already are not looked at. Undo: a new migration that drops it.

alter table road add constraint road_row_width_m_check check (row_width_m between 2 and 200) not valid;
