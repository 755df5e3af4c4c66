-- 0003_activity_notes: notes of the kind 'kegiatan', and activities and zone codes in the order of their regulation.
-- Why: some plans list activities in the polygon's own row (IZN, TBT, BST) and nowhere else; they are kept as text.
-- Locks: zoning_note, activity and zone_code for a moment. Undo: a new migration that narrows the check again.
alter table zoning_note drop constraint zoning_note_kind_check;
alter table zoning_note add constraint zoning_note_kind_check
  check (kind in ('parkir','sarana','tpz','rtbl','tampilan','kegiatan'));
alter table activity add column position integer not null default 0;
alter table zone_code add column position integer not null default 0;
