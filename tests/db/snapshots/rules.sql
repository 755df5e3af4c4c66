-- selectKbliCodes
select edition || ':' || code as key from kbli;
--   Seq Scan on kbli

-- replaceKbli
delete from kbli where edition = any($1);
--   Delete on kbli
--     ->  Seq Scan on kbli
--           Filter: (edition = ANY ('…'::text[]))

-- replaceKbli
insert into kbli (edition, code, title, description, synonyms)
select r.* from jsonb_to_recordset($1) as r(
  edition text, code text, title text, description text, synonyms text[]);
--   Insert on kbli
--     ->  Function Scan on jsonb_to_recordset r

-- selectZoneAttributes
select feature_no as "featureNo", kodunk, source_attributes as attributes
from zone where version_id = $1 order by feature_no;
--   Index Scan using zone_version_id_feature_no_key on zone
--     Index Cond: (version_id = '…'::text)

-- selectLayerKind
select kind from layer where layer_id = $1;
--   Seq Scan on layer
--     Filter: (layer_id = '…'::text)

-- selectRulesLayer
select is_demo as "isDemo" from layer where layer_id = $1 and kind = 'rules';
--   Seq Scan on layer
--     Filter: ((layer_id = '…'::text) AND (kind = '…'::text))

-- lockLayer
select pg_advisory_xact_lock(hashtextextended('rules draft ' || $1::text, 0));
--   Result

-- selectNewestVersion
select v.version_id as "versionId" from layer_version v
where v.layer_id = $1
  and case when exists (select from publication p where p.version_id = v.version_id)
           then v.version_id = (select p.version_id from publication p where p.layer_id = v.layer_id
                                order by p.recorded_at desc, p.publication_id desc limit 1)
           else not exists (select from release_item i join release r using (release_id)
                            where i.version_id = v.version_id and r.state in ('ditolak', 'ditarik')) end
order by v.imported_at desc, v.version_id limit 1;
--   Limit
--     ->  Sort
--           Sort Key: v.imported_at DESC, v.version_id
--           ->  Index Scan using layer_version_layer_id_source_sha256_version_id_idx on layer_version v
--                 Index Cond: (layer_id = '…'::text)
--                 Filter: CASE WHEN (hashed SubPlan 2) THEN (version_id = (SubPlan 3)) ELSE (NOT (hashed SubPlan 5)) END
--                 SubPlan 2
--                   ->  Seq Scan on publication p
--                 SubPlan 3
--                   ->  Limit
--                         ->  Sort
--                               Sort Key: p_1.recorded_at DESC, p_1.publication_id DESC
--                               ->  Seq Scan on publication p_1
--                                     Filter: (layer_id = v.layer_id)
--                 SubPlan 5
--                   ->  Nested Loop
--                         Join Filter: (i.release_id = r.release_id)
--                         ->  Seq Scan on release_item i
--                         ->  Seq Scan on release r
--                               Filter: (state = ANY ('…'::text[]))

-- versionExists
select 1 from layer_version where version_id = $1;
--   Seq Scan on layer_version
--     Filter: (version_id = '…'::text)

-- insertVersion
insert into layer (layer_id, kind, title, is_demo)
values ($1, 'rules', $2, $3)
on conflict (layer_id) do nothing;
--   Insert on layer
--     Conflict Resolution: NOTHING
--     Conflict Arbiter Indexes: layer_pkey
--     ->  Result

-- insertVersion
insert into layer_version
  (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report, is_demo)
values ($1, $2, $3, $4,
        $5, $6, $7, $8,
        $9);
--   Insert on layer_version
--     ->  Result

-- insertRules
insert into regulation (version_id, regulation_id, kind, title, number_text, set_on, valid_from, valid_to,
                        status, url, is_demo)
select $1, r.* from jsonb_to_recordset($2) as r(
  regulation_id text, kind text, title text, number_text text, set_on date, valid_from date, valid_to date,
  status text, url text, is_demo boolean);
--   Insert on regulation
--     ->  Function Scan on jsonb_to_recordset r

-- insertRules
insert into legal_source (version_id, source_id, regulation_id, article, quote)
select $1, r.* from jsonb_to_recordset($2) as r(
  source_id text, regulation_id text, article text, quote text);
--   Insert on legal_source
--     ->  Function Scan on jsonb_to_recordset r

-- insertRules
insert into zone_code (version_id, regulation_id, code, zone_code, zone_name, subzone_name, category, color,
                       provisional, description, source_id, position)
select $1, r.* from jsonb_to_recordset($2) as r(
  regulation_id text, code text, zone_code text, zone_name text, subzone_name text, category text, color text,
  provisional boolean, description text, source_id text, position integer);
--   Insert on zone_code
--     ->  Function Scan on jsonb_to_recordset r

-- insertRules
insert into intensity_rule (version_id, regulation_id, zone_code, measure, operator, value, text_value,
                            unit_as_printed, parcel_min_m2, parcel_max_m2, road_class, kodswp, kodblk, source_id)
select $1, r.* from jsonb_to_recordset($2) as r(
  regulation_id text, zone_code text, measure text, operator text, value numeric, text_value text,
  unit_as_printed text, parcel_min_m2 numeric, parcel_max_m2 numeric, road_class text, kodswp text, kodblk text,
  source_id text);
--   Insert on intensity_rule
--     ->  Function Scan on jsonb_to_recordset r

-- insertRules
insert into setback_rule (version_id, regulation_id, kind, zone_code, road_class, value_m, text_value,
                          reference_line, source_id)
select $1, r.* from jsonb_to_recordset($2) as r(
  regulation_id text, kind text, zone_code text, road_class text, value_m numeric, text_value text,
  reference_line text, source_id text);
--   Insert on setback_rule
--     ->  Function Scan on jsonb_to_recordset r

-- insertRules
insert into zoning_note (version_id, regulation_id, kind, zone_code, kodswp, kodblk, code, body, source_id)
select $1, r.* from jsonb_to_recordset($2) as r(
  regulation_id text, kind text, zone_code text, kodswp text, kodblk text, code text, body text,
  source_id text);
--   Insert on zoning_note
--     ->  Function Scan on jsonb_to_recordset r

-- insertRules
insert into overlay_effect (version_id, regulation_id, theme, level_code, effect, measure, operator, value,
                            unit_as_printed, activity_id, itbx_codes, body, source_id)
select $1, r.* from jsonb_to_recordset($2) as r(
  regulation_id text, theme text, level_code text, effect text, measure text, operator text, value numeric,
  unit_as_printed text, activity_id text, itbx_codes text[], body text, source_id text);
--   Insert on overlay_effect
--     ->  Function Scan on jsonb_to_recordset r

-- insertRules
insert into rtrw_match (version_id, regulation_id, rtrw_class, zone_code)
select $1, r.* from jsonb_to_recordset($2) as r(
  regulation_id text, rtrw_class text, zone_code text);
--   Insert on rtrw_match
--     ->  Function Scan on jsonb_to_recordset r

-- insertActivities
insert into activity (version_id, regulation_id, activity_id, group_name, name, synonyms, position)
select $1, r.* from jsonb_to_recordset($2) as r(
  regulation_id text, activity_id text, group_name text, name text, synonyms text[], position integer);
--   Insert on activity
--     ->  Function Scan on jsonb_to_recordset r

-- insertActivities
insert into activity_kbli (version_id, regulation_id, activity_id, kbli_edition, kbli_code)
select distinct $1, r.regulation_id, r.activity_id, r.kbli_edition, code
from jsonb_to_recordset($2) as r(
  regulation_id text, activity_id text, kbli text[], kbli_edition text), unnest(r.kbli) as code;
--   Insert on activity_kbli
--     ->  HashAggregate
--           Group Key: '…'::text, r.regulation_id, r.activity_id, r.kbli_edition, code.code
--           ->  Nested Loop
--                 ->  Function Scan on jsonb_to_recordset r
--                 ->  Function Scan on unnest code

-- insertMatrices
insert into itbx_matrix (version_id, regulation_id, empty_means, source_id)
select $1, r.* from jsonb_to_recordset($2) as r(
  regulation_id text, empty_means text, source_id text);
--   Insert on itbx_matrix
--     ->  Function Scan on jsonb_to_recordset r

-- insertMatrices
insert into itbx_condition (version_id, regulation_id, code, body, source_id)
select $1, r.* from jsonb_to_recordset($2) as r(
  regulation_id text, code text, body text, source_id text);
--   Insert on itbx_condition
--     ->  Function Scan on jsonb_to_recordset r

-- insertMatrices
insert into itbx_cell (version_id, regulation_id, activity_id, zone_code, raw, codes)
select $1, r.* from jsonb_to_recordset($2) as r(
  regulation_id text, activity_id text, zone_code text, cell text, codes text[]);
--   Insert on itbx_cell
--     ->  Function Scan on jsonb_to_recordset r

-- selectRules
select v.layer_id, v.is_demo from layer_version v join layer l using (layer_id)
where v.version_id = $1 and l.kind = 'rules';
--   Nested Loop
--     Join Filter: (v.layer_id = l.layer_id)
--     ->  Index Scan using layer_version_pkey on layer_version v
--           Index Cond: (version_id = '…'::text)
--     ->  Seq Scan on layer l
--           Filter: (kind = '…'::text)

-- selectRules
select regulation_id, kind, title, number_text, set_on::text, valid_from::text, valid_to::text, status, url,
       is_demo
from regulation where version_id = $1 order by regulation_id;
--   Sort
--     Sort Key: regulation_id
--     ->  Seq Scan on regulation
--           Filter: (version_id = '…'::text)

-- selectRules
select source_id, regulation_id, article, quote
from legal_source where version_id = $1 order by source_id;
--   Sort
--     Sort Key: source_id
--     ->  Seq Scan on legal_source
--           Filter: (version_id = '…'::text)

-- selectRules
select regulation_id, code, zone_code, zone_name, subzone_name, category, color, provisional, description,
       source_id
from zone_code where version_id = $1 order by regulation_id, position, code;
--   Sort
--     Sort Key: regulation_id, "position", code
--     ->  Seq Scan on zone_code
--           Filter: (version_id = '…'::text)

-- selectRules
select regulation_id, zone_code, measure, operator, value::float8, text_value, unit_as_printed,
       parcel_min_m2::float8, parcel_max_m2::float8, road_class, kodswp, kodblk, source_id
from intensity_rule where version_id = $1 order by rule_id;
--   Sort
--     Sort Key: rule_id
--     ->  Index Scan using intensity_rule_version_id_zone_code_idx on intensity_rule
--           Index Cond: (version_id = '…'::text)

-- selectRules
select regulation_id, kind, zone_code, road_class, value_m::float8, text_value, reference_line, source_id
from setback_rule where version_id = $1 order by rule_id;
--   Sort
--     Sort Key: rule_id
--     ->  Seq Scan on setback_rule
--           Filter: (version_id = '…'::text)

-- selectRules
select regulation_id, kind, zone_code, kodswp, kodblk, code, body, source_id
from zoning_note where version_id = $1 order by note_id;
--   Sort
--     Sort Key: note_id
--     ->  Seq Scan on zoning_note
--           Filter: (version_id = '…'::text)

-- selectRules
select a.regulation_id, a.activity_id, a.group_name, a.name, a.synonyms,
       coalesce(array_agg(k.kbli_code order by k.kbli_code) filter (where k.kbli_code is not null), '{}') as kbli,
       coalesce(min(k.kbli_edition), '2020') as kbli_edition
from activity a left join activity_kbli k using (version_id, regulation_id, activity_id)
where a.version_id = $1
group by a.regulation_id, a.activity_id, a.group_name, a.name, a.synonyms, a.position
order by a.regulation_id, a.position, a.activity_id;
--   GroupAggregate
--     Group Key: a.regulation_id, a."position", a.activity_id, a.group_name, a.name, a.synonyms
--     ->  Sort
--           Sort Key: a.regulation_id, a."position", a.activity_id, a.group_name, a.name, a.synonyms
--           ->  Nested Loop Left Join
--                 Join Filter: ((a.version_id = k.version_id) AND (a.regulation_id = k.regulation_id) AND (a.activity_id = k.activity_id))
--                 ->  Index Scan using activity_pkey on activity a
--                       Index Cond: (version_id = '…'::text)
--                 ->  Seq Scan on activity_kbli k
--                       Filter: (version_id = '…'::text)

-- selectRules
select regulation_id, empty_means, source_id
from itbx_matrix where version_id = $1 order by regulation_id;
--   Sort
--     Sort Key: regulation_id
--     ->  Seq Scan on itbx_matrix
--           Filter: (version_id = '…'::text)

-- selectRules
select regulation_id, code, body, source_id
from itbx_condition where version_id = $1 order by regulation_id, code;
--   Sort
--     Sort Key: regulation_id, code
--     ->  Seq Scan on itbx_condition
--           Filter: (version_id = '…'::text)

-- selectRules
select regulation_id, activity_id, zone_code, raw as cell
from itbx_cell where version_id = $1 order by regulation_id, activity_id, zone_code;
--   Index Scan using itbx_cell_pkey on itbx_cell
--     Index Cond: (version_id = '…'::text)

-- selectRules
select regulation_id, theme, level_code, effect, measure, operator, value::float8, unit_as_printed,
       activity_id, coalesce(itbx_codes, '{}') as itbx_codes, body, source_id
from overlay_effect where version_id = $1 order by effect_id;
--   Sort
--     Sort Key: effect_id
--     ->  Seq Scan on overlay_effect
--           Filter: (version_id = '…'::text)

-- selectRules
select regulation_id, rtrw_class, zone_code
from rtrw_match where version_id = $1 order by regulation_id, rtrw_class, zone_code;
--   Sort
--     Sort Key: regulation_id, rtrw_class, zone_code
--     ->  Seq Scan on rtrw_match
--           Filter: (version_id = '…'::text)
