-- layerOfVersion
select layer_id as "layerId" from layer_version v join layer l using (layer_id)
where v.version_id = $1 and l.kind = 'rules';
--   Nested Loop
--     Join Filter: (v.layer_id = l.layer_id)
--     ->  Index Scan using layer_version_pkey on layer_version v
--           Index Cond: (version_id = '…'::text)
--     ->  Seq Scan on layer l
--           Filter: (kind = '…'::text)
