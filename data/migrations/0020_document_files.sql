-- 0020_document_files: files of ITRs are kept for a time.
-- Why: anybody may ask for an ITR at any point, so their files must not grow without an end. Row, hash and leaf stay.
-- Locks: document exclusively for a moment; it is read once for the check.
-- Undo: a new migration that drops index and column.

alter table document add column file_removed_at timestamptz(3);  -- null: the bytes are kept
alter table document add check (kind = 'itr' or file_removed_at is null);
create index on document (pdf_sha256);
