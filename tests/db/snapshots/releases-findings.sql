-- findingsOf
select layer_id as "layerId", findings from release_item where release_id = $1 order by position;
--   Sort
--     Sort Key: "position"
--     ->  Seq Scan on release_item
--           Filter: (release_id = '…'::uuid)

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
