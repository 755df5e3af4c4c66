-- 0033_document_ends: a document knows the entry of the log by which it ended.
-- Why: its issue could be proven by who has it, its withdrawal and its replacement could not.
-- Locks: document exclusively for a moment; rows of documents that have ended are written.
-- Undo: a new migration that drops the column.

alter table document add column ended_event_id uuid references log_event; -- null: in force, or past its day alone
update document d
set ended_event_id = (select e.event_id from log_event e
                      where e.kind = 'document.moved' and e.facts ->> 'documentId' = d.document_id
                      order by e.recorded_at desc limit 1)
where d.state <> 'berlaku';
