-- fits
select l.leaf_index::float8 as index, e.recorded_at as "recordedAt", e.kind, e.actor, a.name as "actorName",
         e.facts, e.personal, e.personal is null and e.personal_commitment is not null as "isErased"
  from log_event e
  join log_leaf l using (event_id)
  left join account a on e.actor = 'account:' || a.id::text
  where
not array[e.facts ->> 'caseId', e.facts ->> 'target', e.facts ->> 'reportId', e.facts ->> 'roundId']
  && (select array(select log_subjects_closed_to($1)))
and not (e.kind like 'case.conflict%' and coalesce(e.personal ->> 'whom' = $2::text, false))
and ($3::text is null or e.kind = $4 or split_part(e.kind, '.', 1) = $5)
and ($6::text is null or e.actor = $7)
and ($8::text is null or position(lower($9) in lower(e.facts::text)) > 0)
and ($10::date is null or e.recorded_at >= $11::date::timestamp at time zone $12)
and ($13::date is null or e.recorded_at < ($14::date + 1)::timestamp at time zone $15)
and ($16::bigint is null or l.leaf_index < $17)
  order by l.leaf_index desc limit $18;
--   Limit
--     InitPlan 2 (returns '…')
--       ->  Result
--             InitPlan 1 (returns '…')
--               ->  ProjectSet
--                     ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 5 (returns '…')
--       ->  Result
--             InitPlan 4 (returns '…')
--               ->  ProjectSet
--                     ->  Result
--     InitPlan 6 (returns '…')
--       ->  Result
--     InitPlan 7 (returns '…')
--       ->  Result
--     InitPlan 8 (returns '…')
--       ->  Result
--     InitPlan 9 (returns '…')
--       ->  Result
--     ->  Sort
--           Sort Key: l.leaf_index DESC
--           ->  Hash Left Join
--                 Hash Cond: (e.actor = ('…'::text || (a.id)::text))
--                 ->  Hash Join
--                       Hash Cond: (e.event_id = l.event_id)
--                       ->  Seq Scan on log_event e
--                             Filter: ('…' AND (NOT (ARRAY[(facts ->> '…'::text), (facts ->> '…'::text), (facts ->> '…'::text), (facts ->> '…'::text)] && '…')) AND ((kind !~~ '…'::text) OR (NOT COALESCE(((personal ->> '…'::text) = ('…')::text), false))) AND ((kind !~~ '…'::text) OR (NOT COALESCE(((personal ->> '…'::text) = '…'::text), false))) AND (NOT (ARRAY[(facts ->> '…'::text), (facts ->> '…'::text), (facts ->> '…'::text), (facts ->> '…'::text)] && '…')))
--                       ->  Hash
--                             ->  Seq Scan on log_leaf l
--                 ->  Hash
--                       ->  Seq Scan on account a
--                             Filter: ((id = '…') OR (is_staff(id) AND '…') OR '…')

-- fits
select count(*)::int as events, count(e.personal)::int as personal,
         coalesce(max(l.leaf_index) + 1, 0)::float8 as "end"
  from log_event e
  join log_leaf l using (event_id)
  where
not array[e.facts ->> 'caseId', e.facts ->> 'target', e.facts ->> 'reportId', e.facts ->> 'roundId']
  && (select array(select log_subjects_closed_to($1)))
and not (e.kind like 'case.conflict%' and coalesce(e.personal ->> 'whom' = $2::text, false))
and ($3::text is null or e.kind = $4 or split_part(e.kind, '.', 1) = $5)
and ($6::text is null or e.actor = $7)
and ($8::text is null or position(lower($9) in lower(e.facts::text)) > 0)
and ($10::date is null or e.recorded_at >= $11::date::timestamp at time zone $12)
and ($13::date is null or e.recorded_at < ($14::date + 1)::timestamp at time zone $15)
and ($16::bigint is null or l.leaf_index < $17);
--   Aggregate
--     InitPlan 2 (returns '…')
--       ->  Result
--             InitPlan 1 (returns '…')
--               ->  ProjectSet
--                     ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 5 (returns '…')
--       ->  Result
--             InitPlan 4 (returns '…')
--               ->  ProjectSet
--                     ->  Result
--     InitPlan 6 (returns '…')
--       ->  Result
--     ->  Hash Join
--           Hash Cond: (e.event_id = l.event_id)
--           ->  Seq Scan on log_event e
--                 Filter: ('…' AND (NOT (ARRAY[(facts ->> '…'::text), (facts ->> '…'::text), (facts ->> '…'::text), (facts ->> '…'::text)] && '…')) AND ((kind !~~ '…'::text) OR (NOT COALESCE(((personal ->> '…'::text) = ('…')::text), false))) AND ((kind !~~ '…'::text) OR (NOT COALESCE(((personal ->> '…'::text) = '…'::text), false))) AND (NOT (ARRAY[(facts ->> '…'::text), (facts ->> '…'::text), (facts ->> '…'::text), (facts ->> '…'::text)] && '…')))
--           ->  Hash
--                 ->  Seq Scan on log_leaf l
