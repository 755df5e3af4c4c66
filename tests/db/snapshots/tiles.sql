-- pointersOn
select f.layer_id as "layerId", f.kind, f.theme, l.title, f.version_id as "versionId",
       f.valid_from::text as "validFrom", f.decree,
       f.is_demo as "isDemo"
from version_in_force($1::date) f
join layer l using (layer_id)
order by f.layer_id;
--   Sort
--     Sort Key: f.layer_id
--     ->  Hash Join
--           Hash Cond: (l.layer_id = f.layer_id)
--           ->  Seq Scan on layer l
--           ->  Hash
--                 ->  Subquery Scan on f
--                       ->  Sort
--                             Sort Key: p.layer_id
--                             ->  Nested Loop
--                                   ->  Hash Join
--                                         Hash Cond: (l_1.layer_id = p.layer_id)
--                                         ->  Seq Scan on layer l_1
--                                               Filter: (access_class = '…'::text)
--                                         ->  Hash
--                                               ->  Subquery Scan on p
--                                                     Filter: (p.access_class = '…'::text)
--                                                     ->  Unique
--                                                           ->  Sort
--                                                                 Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                                 ->  Seq Scan on publication
--                                                                       Filter: (valid_from <= '…'::date)
--                                   ->  Index Scan using layer_version_pkey on layer_version v
--                                         Index Cond: (version_id = p.version_id)
