-- 0042_mirrored_prints: how a photo looks in a mirror, too; and one photo is evidence once.
-- Why: an old photo that was turned over passed as one that nobody had used; one envelope was evidence for every letter.
-- Locks: photo_print exclusively for a moment. Undo: a new migration that drops the column.

alter table photo_print add column mirror_hash text check (mirror_hash ~ '^[0-9a-f]{16}$'); -- null: came in before
