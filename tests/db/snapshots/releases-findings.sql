-- findingsOf
select layer_id as "layerId", findings from release_item where release_id = $1 order by position;
--   Sort
--     Sort Key: "position"
--     ->  Seq Scan on release_item
--           Filter: (release_id = '…'::uuid)

-- firstFindingsOf
select layer_id as "layerId",
       (select jsonb_agg(sort || jsonb_build_object('list', jsonb_path_query_array(sort, '$.list[0 to 199]')) order by no)
        from jsonb_array_elements(findings) with ordinality s(sort, no)) as findings
from release_item where release_id = $1 order by position;
--   Sort
--     Sort Key: release_item."position"
--     ->  Seq Scan on release_item
--           Filter: (release_id = '…'::uuid)
--           SubPlan 1
--             ->  Aggregate
--                   ->  Function Scan on jsonb_array_elements s

-- reportOf
select report from layer_version where version_id = $1;
--   Index Scan using layer_version_pkey on layer_version
--     Index Cond: (version_id = '…'::text)

-- saveItem
update release_item set version_id = $1, findings = $2,
  blocks = $3, warns = $4,
  compared_with = $5, loss = $6
where release_id = $7 and layer_id = $8;
--   Update on release_item
--     ->  Seq Scan on release_item
--           Filter: ((release_id = '…'::uuid) AND (layer_id = '…'::text))
