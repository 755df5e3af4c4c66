-- 0054_turned_prints: how a photo looks turned by a quarter, a half and three quarters, each also in a mirror.
-- Why: an old photo that was turned passed as one that nobody had used.
-- Locks: photo_print exclusively for a moment. Undo: a new migration that drops the column.

alter table photo_print add column turned_hashes text[] not null default '{}'
  check (cardinality(turned_hashes) in (0, 6) and array_to_string(turned_hashes, '') ~ '^[0-9a-f]*$'); -- empty: came in before
