-- fits
select l.leaf_index::float8 as index, e.recorded_at as "recordedAt", e.kind, e.actor, a.name as "actorName",
         e.facts, e.personal, e.personal is null and e.personal_commitment is not null as "isErased"
  from log_event e
  join log_leaf l using (event_id)
  left join account a on e.actor = 'account:' || a.id::text
  where
($1::text is null or e.kind = $2 or split_part(e.kind, '.', 1) = $3)
and ($4::text is null or e.actor = $5)
and ($6::text is null or position(lower($7) in lower(e.facts::text)) > 0)
and ($8::date is null or e.recorded_at >= $9::date::timestamp at time zone $10)
and ($11::date is null or e.recorded_at < ($12::date + 1)::timestamp at time zone $13)
and ($14::bigint is null or l.leaf_index < $15)
  order by l.leaf_index desc limit $16;
--   Limit
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     ->  Sort
--           Sort Key: l.leaf_index DESC
--           ->  Hash Left Join
--                 Hash Cond: (e.actor = ('…'::text || (a.id)::text))
--                 ->  Hash Join
--                       Hash Cond: (e.event_id = l.event_id)
--                       ->  Seq Scan on log_event e
--                             Filter: '…'
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
($1::text is null or e.kind = $2 or split_part(e.kind, '.', 1) = $3)
and ($4::text is null or e.actor = $5)
and ($6::text is null or position(lower($7) in lower(e.facts::text)) > 0)
and ($8::date is null or e.recorded_at >= $9::date::timestamp at time zone $10)
and ($11::date is null or e.recorded_at < ($12::date + 1)::timestamp at time zone $13)
and ($14::bigint is null or l.leaf_index < $15);
--   Aggregate
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Hash Join
--           Hash Cond: (e.event_id = l.event_id)
--           ->  Seq Scan on log_event e
--                 Filter: '…'
--           ->  Hash
--                 ->  Seq Scan on log_leaf l
