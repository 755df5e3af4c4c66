-- addHands
update release set hands = array(select unnest(hands) union select unnest($1::text[]))
where release_id = $2 and not hands @> $3::text[];
--   Update on release
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     InitPlan 5 (returns '…')
--       ->  Result
--     ->  Index Scan using release_pkey on release
--           Index Cond: (release_id = '…'::uuid)
--           Filter: (keeps_release(release_id) AND ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id)) AND (NOT (hands @> '…'::text[])))
--           SubPlan 1
--             ->  HashAggregate
--                   Group Key: (unnest(release.hands))
--                   ->  Append
--                         ->  ProjectSet
--                               ->  Result
--                         ->  ProjectSet
--                               ->  Result

-- draftersOf
with recursive draft as (
  select version_id, source_name from layer_version v
  where version_id = any($1) and not exists (select from publication p where p.version_id = v.version_id)
  union
  select v.version_id, v.source_name
  from draft d join layer_version v on v.version_id = substr(d.source_name, 9)
  where d.source_name like 'editor: %' and not exists (select from publication p where p.version_id = v.version_id))
select distinct substr(e.actor, 9) as "accountId"
from draft d join log_event e on e.kind = 'layer.drafted' and e.facts->>'versionId' = d.version_id
where e.actor like 'account:%';
--   Unique
--     CTE draft
--       ->  Recursive Union
--             ->  Nested Loop Anti Join
--                   Join Filter: (p.version_id = v.version_id)
--                   ->  Index Scan using layer_version_pkey on layer_version v
--                         Index Cond: (version_id = ANY ('…'::text[]))
--                   ->  Seq Scan on publication p
--             ->  Nested Loop Anti Join
--                   ->  Nested Loop
--                         ->  WorkTable Scan on draft d_1
--                               Filter: (source_name ~~ '…'::text)
--                         ->  Index Scan using layer_version_pkey on layer_version v_1
--                               Index Cond: (version_id = substr(d_1.source_name, 9))
--                   ->  Index Scan using publication_version_id_idx on publication p_1
--                         Index Cond: (version_id = v_1.version_id)
--     ->  Sort
--           Sort Key: (substr(e.actor, 9))
--           ->  Hash Join
--                 Hash Cond: (d.version_id = (e.facts ->> '…'::text))
--                 ->  CTE Scan on draft d
--                 ->  Hash
--                       ->  Seq Scan on log_event e
--                             Filter: ((actor ~~ '…'::text) AND (kind = '…'::text))
