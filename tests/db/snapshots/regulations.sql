-- rulesInForce
with in_force as materialized (select * from version_in_force($1::date))
select rules.layer_id as "layerId", layer.title, rules.version_id as "versionId",
       rules.valid_from::text as "validFrom", rules.decree, rules.is_demo as "isDemo",
       coalesce((select jsonb_agg(jsonb_build_object('title', bound_layer.title, 'regulationId', bound.regulation_id)
                                  order by bound_layer.title)
                 from in_force bound
                 join layer bound_layer on bound_layer.layer_id = bound.layer_id
                 where bound.rules_layer_id = rules.layer_id), '[]') as plans
from in_force rules
join layer on layer.layer_id = rules.layer_id
where rules.kind = 'rules'
order by rules.layer_id;
--   Sort
--     Sort Key: rules.layer_id
--     CTE in_force
--       ->  Sort
--             Sort Key: p.layer_id
--             ->  Nested Loop
--                   ->  Hash Join
--                         Hash Cond: (l.layer_id = p.layer_id)
--                         ->  Seq Scan on layer l
--                               Filter: (access_class = '…'::text)
--                         ->  Hash
--                               ->  Subquery Scan on p
--                                     Filter: (p.access_class = '…'::text)
--                                     ->  Unique
--                                           ->  Sort
--                                                 Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                 ->  Seq Scan on publication
--                                                       Filter: (valid_from <= '…'::date)
--                   ->  Index Scan using layer_version_pkey on layer_version v
--                         Index Cond: (version_id = p.version_id)
--     ->  Hash Join
--           Hash Cond: (layer.layer_id = rules.layer_id)
--           ->  Seq Scan on layer
--           ->  Hash
--                 ->  CTE Scan on in_force rules
--                       Filter: (kind = '…'::text)
--           SubPlan 2
--             ->  Aggregate
--                   ->  Hash Join
--                         Hash Cond: (bound_layer.layer_id = bound.layer_id)
--                         ->  Seq Scan on layer bound_layer
--                         ->  Hash
--                               ->  CTE Scan on in_force bound
--                                     Filter: (rules_layer_id = rules.layer_id)
