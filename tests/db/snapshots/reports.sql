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
r.about_office as "isAboutOffice",  r.may_pass_on as "mayPassOn",
r.consent_asked_at as "consentAskedAt", r.supports,
r.is_anonymous as "isAnonymous", r.is_demo as "isDemo", r.received_at as "receivedAt" from report r where r.ticket = $1;
--   Index Scan using report_ticket_key on report r
--     Index Cond: (ticket = '…'::text)

-- columns
select 
r.report_id as "reportId", r.ticket, r.secret_hash as "secretHash", r.case_id as "caseId", r.event_id as "eventId",
r.language, r.category, r.track, r.description, st_x(r.place) as lng, st_y(r.place) as lat, r.place_from as "placeFrom",
r.accuracy_m as "accuracyM", r.landmark, r.kelurahan, r.kelurahan_code as "kelurahanCode",
to_char(r.seen_on, 'YYYY-MM-DD') as "seenOn", r.ongoing, r.rule_key as "ruleKey", r.rule, r.jurisdiction, r.about,
r.about_office as "isAboutOffice",  r.may_pass_on as "mayPassOn",
r.consent_asked_at as "consentAskedAt", r.supports,
r.is_anonymous as "isAnonymous", r.is_demo as "isDemo", r.received_at as "receivedAt" from report r where r.report_id = $1;
--   Index Scan using report_pkey on report r
--     Index Cond: (report_id = '…'::uuid)

-- columns
select 
r.report_id as "reportId", r.ticket, r.secret_hash as "secretHash", r.case_id as "caseId", r.event_id as "eventId",
r.language, r.category, r.track, r.description, st_x(r.place) as lng, st_y(r.place) as lat, r.place_from as "placeFrom",
r.accuracy_m as "accuracyM", r.landmark, r.kelurahan, r.kelurahan_code as "kelurahanCode",
to_char(r.seen_on, 'YYYY-MM-DD') as "seenOn", r.ongoing, r.rule_key as "ruleKey", r.rule, r.jurisdiction, r.about,
r.about_office as "isAboutOffice",  r.may_pass_on as "mayPassOn",
r.consent_asked_at as "consentAskedAt", r.supports,
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
r.about_office as "isAboutOffice",  r.may_pass_on as "mayPassOn",
r.consent_asked_at as "consentAskedAt", r.supports,
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

-- setMayPassOn
update report set may_pass_on = $1, consent_asked_at = null
where report_id = $2 and (may_pass_on <> $3 or consent_asked_at is not null);
--   Update on report
--     ->  Index Scan using report_pkey on report
--           Index Cond: (report_id = '…'::uuid)
--           Filter: ((NOT may_pass_on) OR (consent_asked_at IS NOT NULL))

-- setConsentAsked
update report set consent_asked_at = $1
where report_id = $2 and not may_pass_on and consent_asked_at is null;
--   Update on report
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Index Scan using report_pkey on report
--           Index Cond: (report_id = '…'::uuid)
--           Filter: ('…' AND (NOT may_pass_on) AND (consent_asked_at IS NULL) AND reaches_case(case_id) AND reaches_case(case_id))

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

-- namesNear
with force as materialized (
       select version_id, kind from version_in_force($1::date) where kind in ('road', 'place')),
     here as materialized (select st_setsrid(st_makepoint($2, $3), 4326) as geom)
(select 'street' as kind, r.name, st_distance(r.geom::geography, here.geom::geography) as "distanceM"
 from here join road r on r.geom && st_expand(here.geom, $4::double precision * 1.01) join force using (version_id)
 where r.name is not null order by r.geom <-> here.geom, r.name limit 1)
union all
(select 'landmark', p.name, st_distance(p.geom::geography, here.geom::geography)
 from here join place p on p.geom && st_expand(here.geom, $5::double precision * 1.01) join force using (version_id)
 order by p.geom <-> here.geom, p.name limit 1);
--   Append
--     CTE force
--       ->  Subquery Scan on version_in_force
--             ->  Nested Loop
--                   ->  Nested Loop
--                         Join Filter: (p_1.layer_id = l.layer_id)
--                         ->  Subquery Scan on p_1
--                               Filter: (p_1.access_class = '…'::text)
--                               ->  Unique
--                                     ->  Sort
--                                           Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                           ->  Seq Scan on publication
--                                                 Filter: (valid_from <= '…'::date)
--                         ->  Seq Scan on layer l
--                               Filter: ((kind = ANY ('…'::text[])) AND (access_class = '…'::text))
--                   ->  Index Scan using layer_version_pkey on layer_version v
--                         Index Cond: (version_id = p_1.version_id)
--     CTE here
--       ->  Result
--     ->  Subquery Scan on "*SELECT* 1_1"
--           ->  Limit
--                 ->  Result
--                       ->  Sort
--                             Sort Key: ((r.geom <-> here.geom)), r.name
--                             ->  Nested Loop
--                                   Join Filter: (r.version_id = force.version_id)
--                                   ->  CTE Scan on force
--                                   ->  Nested Loop
--                                         ->  CTE Scan on here
--                                         ->  Index Scan using road_geom_idx on road r
--                                               Index Cond: (geom && st_expand(here.geom, '…'::double precision))
--                                               Filter: (name IS NOT NULL)
--     ->  Subquery Scan on "*SELECT* 2"
--           ->  Limit
--                 ->  Result
--                       ->  Sort
--                             Sort Key: ((p.geom <-> here_1.geom)), p.name
--                             ->  Nested Loop
--                                   Join Filter: (p.version_id = force_1.version_id)
--                                   ->  Nested Loop
--                                         Join Filter: (p.geom && st_expand(here_1.geom, '…'::double precision))
--                                         ->  CTE Scan on here here_1
--                                         ->  Seq Scan on place p
--                                   ->  CTE Scan on force force_1

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
where r.report_id = $3 and not o.case_id in (select cases_closed_to($4::uuid))
order by "distanceM", o.report_id limit 20;
--   Limit
--     ->  Sort
--           Sort Key: (st_distance((o.place)::geography, (r.place)::geography, true)), o.report_id
--           ->  Nested Loop
--                 ->  Hash Join
--                       Hash Cond: (o.track = r.track)
--                       Join Filter: ((o.report_id <> r.report_id) AND (abs(EXTRACT(epoch FROM (o.received_at - r.received_at))) <= '…'::numeric) AND st_dwithin(o.place, r.place, '…'::double precision) AND st_dwithin((o.place)::geography, (r.place)::geography, '…'::double precision, true))
--                       ->  Seq Scan on report o
--                             Filter: (reaches_case(case_id) AND (NOT (hashed SubPlan 1)))
--                             SubPlan 1
--                               ->  ProjectSet
--                                     ->  Result
--                       ->  Hash
--                             ->  Index Scan using report_pkey on report r
--                                   Index Cond: (report_id = '…'::uuid)
--                                   Filter: reaches_case(case_id)
--                 ->  Index Scan using violation_case_pkey on violation_case c
--                       Index Cond: (case_id = o.case_id)
--                       Filter: ((ended_at IS NULL) AND reaches_case(case_id, kelurahan_code))
