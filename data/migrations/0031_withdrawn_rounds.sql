-- 0031_withdrawn_rounds: a round on site ends with an application that its applicant withdraws.
-- Why: it stayed in the list of those who go out, for ground that nobody asks about any more.
-- Locks: field_round exclusively for a moment; it is read once for its check.
-- Undo: a new migration that puts the check back; rounds that ended so need somebody who closed them.

-- Nobody of the office closes the round of an application that its applicant takes back.
alter table field_round drop constraint field_round_check;
alter table field_round add constraint field_round_ends check (
  (state = 'closed') = (closing is not null and closed_at is not null)
  and (closed_by is not null) = (state = 'closed' and closing ->> 'decision' <> 'withdrawn'));

update field_round r
set state = 'closed', revision = r.revision + 1, closed_at = coalesce(a.ended_at, now()),
    closing = '{"schema":"field-round/1","decision":"withdrawn","outlineItemId":null,"comparison":null,"reason":null}'
from application a
where r.state = 'open' and r.subject_kind = 'application' and a.application_id = r.subject_id and a.state = 'ditarik';
