-- statement 1
select v.*          from layer_version v
where v.imported_at < drafted_before
  and not exists (select from publication p where p.version_id = v.version_id)
  and not exists (select from release_item i where v.version_id in (i.version_id, i.compared_with))
  and not exists (select from correction c where c.version_id = v.version_id)
  and not exists (select from correction_answer a where a.mended_version = v.version_id)
order by v.imported_at limit 1
for update skip locked;
--   Limit
--     ->  LockRows
--           ->  Nested Loop Anti Join
--                 Join Filter: (a.mended_version = v.version_id)
--                 ->  Nested Loop Anti Join
--                       Join Filter: (c.version_id = v.version_id)
--                       ->  Nested Loop Anti Join
--                             Join Filter: ((v.version_id = i.version_id) OR (v.version_id = i.compared_with))
--                             ->  Nested Loop Anti Join
--                                   Join Filter: (p.version_id = v.version_id)
--                                   ->  Index Scan using layer_version_imported_at_idx on layer_version v
--                                         Index Cond: (imported_at < '…'::timestamp with time zone)
--                                   ->  Seq Scan on publication p
--                             ->  Seq Scan on release_item i
--                       ->  Seq Scan on correction c
--                 ->  Seq Scan on correction_answer a
