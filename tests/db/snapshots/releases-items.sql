-- replaceItems
delete from release_item where release_id = $1 and layer_id <> all($2);
--   Delete on release_item
--     InitPlan 7 (returns '…')
--       ->  Result
--     ->  Seq Scan on release_item
--           Filter: ((layer_id <> ALL ('…'::text[])) AND (release_id = '…'::uuid) AND keeps_release(release_id) AND (hashed SubPlan 6) AND ('…' OR acts_for(producer_of(layer_id))))
--           SubPlan 6
--             ->  Seq Scan on release r
--                   Filter: ((state <> ALL ('…'::text[])) AND ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id)))
--                   InitPlan 4 (returns '…')
--                     ->  Result
--                   InitPlan 5 (returns '…')
--                     ->  Result

-- replaceItems
insert into release_item (release_id, position, layer_id, upload_id, reading, version_id)
select $1, r.position, r.layer_id, r.upload_id, r.reading::jsonb, r.version_id
from jsonb_to_recordset($2) as r(
  position integer, layer_id text, is_kept boolean, upload_id uuid, reading text, version_id text)
where not r.is_kept;
--   Insert on release_item
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Function Scan on jsonb_to_recordset r
--           Filter: (NOT is_kept)
--     SubPlan 4
--       ->  Index Scan using release_pkey on release r_1
--             Index Cond: (release_id = release_item.release_id)
--             Filter: ((state <> ALL ('…'::text[])) AND ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id)))
--             InitPlan 2 (returns '…')
--               ->  Result
--             InitPlan 3 (returns '…')
--               ->  Result

-- replaceItems
update release_item i set position = array_position($1, i.layer_id) - 1
where i.release_id = $2 and i.layer_id = any($3);
--   Update on release_item i
--     InitPlan 7 (returns '…')
--       ->  Result
--     InitPlan 8 (returns '…')
--       ->  Result
--     ->  Index Scan using release_item_pkey on release_item i
--           Index Cond: (release_id = '…'::uuid)
--           Filter: ((layer_id = ANY ('…'::text[])) AND keeps_release(release_id) AND ('…' OR acts_for(producer_of(layer_id))))
--     SubPlan 3
--       ->  Index Scan using release_pkey on release r
--             Index Cond: (release_id = i.release_id)
--             Filter: ((state <> ALL ('…'::text[])) AND ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id)))
--             InitPlan 1 (returns '…')
--               ->  Result
--             InitPlan 2 (returns '…')
--               ->  Result
