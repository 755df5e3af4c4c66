-- insertReport
insert into report (report_id, ticket, secret_hash, case_id, event_id, language, category, track, description, place,
                    place_from, accuracy_m, cell, landmark, kelurahan, kelurahan_code, seen_on, ongoing, rule_key, rule,
                    jurisdiction, about, about_office, may_pass_on, supports, is_anonymous, is_demo, received_at)
values ($1, $2, $3, $4, $5, $6, $7,
        $8, $9,
        st_setsrid(st_makepoint($10::double precision, $11::double precision), 4326),
        $12, $13, $14, $15, $16, $17,
        $18, $19, $20, $21,
        $22, $23, $24, $25, $26, $27, $28, $29);
--   Insert on report
--     ->  Result

-- columns
select 
r.report_id as "reportId", r.ticket, r.secret_hash as "secretHash", r.case_id as "caseId", r.event_id as "eventId",
r.language, r.category, r.track, r.description, st_x(r.place) as lng, st_y(r.place) as lat, r.place_from as "placeFrom",
r.accuracy_m as "accuracyM", r.landmark, r.kelurahan, r.kelurahan_code as "kelurahanCode",
to_char(r.seen_on, 'YYYY-MM-DD') as "seenOn", r.ongoing, r.rule_key as "ruleKey", r.rule, r.jurisdiction, r.about,
r.about_office as "isAboutOffice",  r.may_pass_on as "mayPassOn", r.supports,
r.is_anonymous as "isAnonymous", r.is_demo as "isDemo", r.received_at as "receivedAt" from report r where r.ticket = $1;
--   Index Scan using report_ticket_key on report r
--     Index Cond: (ticket = '…'::text)

-- columns
select 
r.report_id as "reportId", r.ticket, r.secret_hash as "secretHash", r.case_id as "caseId", r.event_id as "eventId",
r.language, r.category, r.track, r.description, st_x(r.place) as lng, st_y(r.place) as lat, r.place_from as "placeFrom",
r.accuracy_m as "accuracyM", r.landmark, r.kelurahan, r.kelurahan_code as "kelurahanCode",
to_char(r.seen_on, 'YYYY-MM-DD') as "seenOn", r.ongoing, r.rule_key as "ruleKey", r.rule, r.jurisdiction, r.about,
r.about_office as "isAboutOffice",  r.may_pass_on as "mayPassOn", r.supports,
r.is_anonymous as "isAnonymous", r.is_demo as "isDemo", r.received_at as "receivedAt" from report r where r.report_id = $1;
--   Index Scan using report_pkey on report r
--     Index Cond: (report_id = '…'::uuid)

-- columns
select 
r.report_id as "reportId", r.ticket, r.secret_hash as "secretHash", r.case_id as "caseId", r.event_id as "eventId",
r.language, r.category, r.track, r.description, st_x(r.place) as lng, st_y(r.place) as lat, r.place_from as "placeFrom",
r.accuracy_m as "accuracyM", r.landmark, r.kelurahan, r.kelurahan_code as "kelurahanCode",
to_char(r.seen_on, 'YYYY-MM-DD') as "seenOn", r.ongoing, r.rule_key as "ruleKey", r.rule, r.jurisdiction, r.about,
r.about_office as "isAboutOffice",  r.may_pass_on as "mayPassOn", r.supports,
r.is_anonymous as "isAnonymous", r.is_demo as "isDemo", r.received_at as "receivedAt" from report r where r.case_id = any($1::uuid[])
  order by r.received_at, r.report_id;
--   Sort
--     Sort Key: received_at, report_id
--     ->  Index Scan using report_case_id_idx on report r
--           Index Cond: (case_id = ANY ('…'::uuid[]))

-- columns
select 
r.report_id as "reportId", r.ticket, r.secret_hash as "secretHash", r.case_id as "caseId", r.event_id as "eventId",
r.language, r.category, r.track, r.description, st_x(r.place) as lng, st_y(r.place) as lat, r.place_from as "placeFrom",
r.accuracy_m as "accuracyM", r.landmark, r.kelurahan, r.kelurahan_code as "kelurahanCode",
to_char(r.seen_on, 'YYYY-MM-DD') as "seenOn", r.ongoing, r.rule_key as "ruleKey", r.rule, r.jurisdiction, r.about,
r.about_office as "isAboutOffice",  r.may_pass_on as "mayPassOn", r.supports,
r.is_anonymous as "isAnonymous", r.is_demo as "isDemo", r.received_at as "receivedAt" from report r where r.report_id = any($1::uuid[]);
--   Index Scan using report_pkey on report r
--     Index Cond: (report_id = ANY ('…'::uuid[]))

-- findReport
select nullif(current_setting('omod.session_id', true), '') is null
       or (works_on_cases()
           and exists (select from report r where r.report_id = p_report_id and reaches_case(r.case_id)));
--   Result
--     InitPlan 1 (returns '…')
--       ->  Index Scan using report_pkey on report r
--             Index Cond: (report_id = '…')
--             Filter: reaches_case(case_id)

-- countReports
select case_id as "caseId", count(*)::int as count from report
where case_id = any($1::uuid[]) group by case_id;
--   GroupAggregate
--     Group Key: case_id
--     ->  Index Scan using report_case_id_idx on report
--           Index Cond: (case_id = ANY ('…'::uuid[]))

-- moveReports
update report set case_id = $1 where case_id = $2;
--   Update on report
--     ->  Index Scan using report_case_id_idx on report
--           Index Cond: (case_id = '…'::uuid)

-- setSecret
update report set secret_hash = $1 where report_id = $2 and secret_hash = $3;
--   Update on report
--     ->  Index Scan using report_pkey on report
--           Index Cond: (report_id = '…'::uuid)
--           Filter: (secret_hash = '…'::bytea)

-- leafOfReport
select l.leaf_index::float8 as "leafIndex"
from report r join log_leaf l using (event_id) where r.report_id = $1;
--   Hash Join
--     Hash Cond: (l.event_id = r.event_id)
--     ->  Seq Scan on log_leaf l
--     ->  Hash
--           ->  Index Scan using report_pkey on report r
--                 Index Cond: (report_id = '…'::uuid)

-- findKelurahan
select a.name, a.code
from version_in_force($1::date) f join admin_area a on a.version_id = f.version_id
where f.kind = 'admin' and a.level = 'kelurahan' and lower(a.name) = lower($2)
order by a.code limit 1;
--   Limit
--     ->  Sort
--           Sort Key: a.code
--           ->  Nested Loop
--                 Join Filter: (p.version_id = a.version_id)
--                 ->  Nested Loop
--                       ->  Nested Loop
--                             Join Filter: (p.layer_id = l.layer_id)
--                             ->  Subquery Scan on p
--                                   Filter: (p.access_class = '…'::text)
--                                   ->  Unique
--                                         ->  Sort
--                                               Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                               ->  Seq Scan on publication
--                                                     Filter: (valid_from <= '…'::date)
--                             ->  Seq Scan on layer l
--                                   Filter: ((access_class = '…'::text) AND (kind = '…'::text))
--                       ->  Index Scan using layer_version_pkey on layer_version v
--                             Index Cond: (version_id = p.version_id)
--                 ->  Seq Scan on admin_area a
--                       Filter: ((level = '…'::text) AND (lower(name) = '…'::text))

-- offeredInCells
select (array_agg(r.report_id order by r.received_at desc))[1] as "reportId", r.category
from report r join violation_case c using (case_id)
where r.cell = any($1) and c.ended_at is null and c.state <> 'diterima'
  and r.received_at >= $2::timestamp at time zone $3
  and r.received_at < $4::timestamp at time zone $5
group by r.category having count(*) >= $6
order by r.category;
--   GroupAggregate
--     Group Key: r.category
--     Filter: (count(*) >= '…'::bigint)
--     ->  Sort
--           Sort Key: r.category
--           ->  Nested Loop
--                 ->  Index Scan using report_cell_received_at_idx on report r
--                       Index Cond: ((cell = ANY ('…'::text[])) AND (received_at >= '…'::timestamp with time zone) AND (received_at < '…'::timestamp with time zone))
--                 ->  Index Scan using violation_case_pkey on violation_case c
--                       Index Cond: (case_id = r.case_id)
--                       Filter: ((ended_at IS NULL) AND (state <> '…'::text))

-- openNear
select o.report_id as "reportId", o.case_id as "caseId",
       st_distance(o.place::geography, r.place::geography) as "distanceM"
from report r
join report o on o.report_id <> r.report_id and o.track = r.track
  and st_dwithin(o.place, r.place, 0.01)
  and st_dwithin(o.place::geography, r.place::geography, $1)
  and abs(extract(epoch from o.received_at - r.received_at)) <= $2
join violation_case c on c.case_id = o.case_id and c.ended_at is null
where r.report_id = $3
order by "distanceM", o.report_id limit 20;
--   Limit
--     ->  Sort
--           Sort Key: (st_distance((o.place)::geography, (r.place)::geography, true)), o.report_id
--           ->  Nested Loop
--                 ->  Hash Join
--                       Hash Cond: (o.track = r.track)
--                       Join Filter: ((o.report_id <> r.report_id) AND (abs(EXTRACT(epoch FROM (o.received_at - r.received_at))) <= '…'::numeric) AND st_dwithin(o.place, r.place, '…'::double precision) AND st_dwithin((o.place)::geography, (r.place)::geography, '…'::double precision, true))
--                       ->  Seq Scan on report o
--                             Filter: reaches_case(case_id)
--                       ->  Hash
--                             ->  Index Scan using report_pkey on report r
--                                   Index Cond: (report_id = '…'::uuid)
--                                   Filter: reaches_case(case_id)
--                 ->  Index Scan using violation_case_pkey on violation_case c
--                       Index Cond: (case_id = o.case_id)
--                       Filter: ((ended_at IS NULL) AND reaches_case(case_id, kelurahan_code))
