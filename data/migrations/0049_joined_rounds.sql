-- 0049_joined_rounds: a round on site ends with a case that goes on in another one.
-- Why: it stayed open for ever: whoever was outside went on measuring for a case that had ended, and could not close the round.
-- Locks: rows of field_round that it ends. Undo: a new migration that drops the function; rounds stay ended.

-- Ends the round about a subject that is taken back or joined: whoever does that need not go out themselves.
create function end_round_about(p_kind text, p_subject_id uuid, p_closing jsonb, p_at timestamptz)
returns table (round_id uuid, revision integer) language sql volatile security definer set search_path = public, pg_temp as $$
  update field_round r
  set state = 'closed', revision = r.revision + 1, closing = p_closing, closed_at = p_at
  where r.subject_kind = p_kind and r.subject_id = p_subject_id and r.state = 'open' and p_closing ->> 'decision' = 'withdrawn'
    and (nullif(current_setting('omod.session_id', true), '') is null
         or (p_kind = 'report' and handles_reports() and reaches_case(p_subject_id)))
  returning r.round_id, r.revision
$$;

update field_round r
set state = 'closed', revision = r.revision + 1, closed_at = coalesce(v.ended_at, now()),
    closing = '{"schema":"field-round/1","decision":"withdrawn","outlineItemId":null,"comparison":null,"reason":null}'
from violation_case v
where r.state = 'open' and r.subject_kind = 'report' and v.case_id = r.subject_id and v.joined_into is not null;
