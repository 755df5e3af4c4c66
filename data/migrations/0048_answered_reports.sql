-- 0048_answered_reports: an answer is kept with the reports that it went to.
-- Why: an answer to one of ten reports ended the duty to answer the other nine, and was passed on as the answer to each of them.
-- Locks: case_move exclusively, for as long as it takes to read it once.
-- Undo: a new migration that drops both columns.

alter table case_move
  add column answers    uuid[],                    -- reports that an answer went to; null: not known, or no answer
  add column unanswered uuid[];                    -- after an answer or a join: reports of the case that none has gone to
-- Of a case with one report it is known.
update case_move m set answers = one.ids
from (select case_id, array_agg(report_id) as ids from report group by case_id having count(*) = 1) one
where m.step = 'reply' and one.case_id = m.case_id
  and not exists (select from violation_case v where v.joined_into = m.case_id);
create index on case_move using gin (answers) where answers is not null;
