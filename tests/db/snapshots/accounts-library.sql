-- insertRow
insert into "account_credential" ("subject","provider_id","account_id","password","created_at","updated_at","id")values($1,$2,$3,$4,$5,$6,$7) returning *;
--   Insert on account_credential
--     ->  Result

-- insertRow
insert into "account_session" ("expires_at","token","created_at","updated_at","ip_address","user_agent","account_id","id")values($1,$2,$3,$4,$5,$6,$7,$8) returning *;
--   Insert on account_session
--     ->  Result

-- insertRow
insert into "account_second_factor" ("secret","backup_codes","account_id","verified","failed_verification_count","id")values($1,$2,$3,$4,$5,$6) returning *;
--   Insert on account_second_factor
--     ->  Result

-- insertRow
insert into "account_challenge" ("identifier","value","expires_at","created_at","updated_at","id")values($1,$2,$3,$4,$5,$6) returning *;
--   Insert on account_challenge
--     ->  Result

-- findRows
select * from "account_credential" where true and "account_id" = $1 and "provider_id" = $2 and "subject" = $3 limit $4 offset $5;
--   Limit
--     ->  Seq Scan on account_credential
--           Filter: ((account_id = '…'::uuid) AND (provider_id = '…'::text) AND (subject = '…'::text))

-- findRows
select * from "account" where true and "email" = $1 limit $2 offset $3;
--   Limit
--     ->  Seq Scan on account
--           Filter: (email = '…'::text)

-- findRows
select * from "account_credential" where true and "account_id" = $1 limit $2 offset $3;
--   Limit
--     ->  Seq Scan on account_credential
--           Filter: (account_id = '…'::uuid)

-- findRows
select * from "account_session" where true and "token" = $1 limit $2 offset $3;
--   Limit
--     ->  Seq Scan on account_session
--           Filter: (token = '…'::text)

-- findRows
select * from "account" where true and "id" = $1 limit $2 offset $3;
--   Limit
--     ->  Seq Scan on account
--           Filter: (id = '…'::uuid)

-- findRows
select * from "account_second_factor" where true and "account_id" = $1 limit $2 offset $3;
--   Limit
--     ->  Seq Scan on account_second_factor
--           Filter: (account_id = '…'::uuid)

-- findRows
select * from "account_challenge" where true and "identifier" = $1 limit $2 offset $3;
--   Limit
--     ->  Seq Scan on account_challenge
--           Filter: (identifier = '…'::text)

-- findRows
select * from "account_challenge" where true and "expires_at" < $1 limit $2 offset $3;
--   Limit
--     ->  Seq Scan on account_challenge
--           Filter: (expires_at < '…'::timestamp with time zone)

-- updateRows
update "account_second_factor" set "secret"=$1,"backup_codes"=$2,"verified"=$3 where true and "id" = $4 returning *;
--   Update on account_second_factor
--     ->  Seq Scan on account_second_factor
--           Filter: (id = '…'::uuid)

-- updateRows
update "account" set "updated_at"=$1,"has_second_factor"=$2 where true and "id" = $3 returning *;
--   Update on account
--     ->  Seq Scan on account
--           Filter: (id = '…'::uuid)

-- updateRows
update "account_second_factor" set "verified"=$1 where true and "id" = $2 returning *;
--   Update on account_second_factor
--     ->  Seq Scan on account_second_factor
--           Filter: (id = '…'::uuid)

-- updateRows
update "account_second_factor" set "backup_codes"=$1 where true and "id" = $2 returning *;
--   Update on account_second_factor
--     ->  Seq Scan on account_second_factor
--           Filter: (id = '…'::uuid)

-- updateRows
update "account_credential" set "password"=$1,"updated_at"=$2 where true and "account_id" = $3 and "provider_id" = $4 and "subject" = $5 returning *;
--   Update on account_credential
--     ->  Seq Scan on account_credential
--           Filter: ((account_id = '…'::uuid) AND (provider_id = '…'::text) AND (subject = '…'::text))

-- updateRows
update "account_second_factor" set "failed_verification_count" = coalesce("failed_verification_count", 0) + $1 where true and "id" = $2 returning *;
--   Update on account_second_factor
--     ->  Seq Scan on account_second_factor
--           Filter: (id = '…'::uuid)

-- updateRows
update "account_second_factor" set "failed_verification_count"=$1,"locked_until"=$2 where true and "id" = $3 returning *;
--   Update on account_second_factor
--     ->  Seq Scan on account_second_factor
--           Filter: (id = '…'::uuid)

-- updateRows
update "account_second_factor" set "backup_codes" = $1 where true and "id" = $2 and "backup_codes" = $3 returning *;
--   Update on account_second_factor
--     ->  Seq Scan on account_second_factor
--           Filter: ((id = '…'::uuid) AND (backup_codes = '…'::text))

-- deleteRows
delete from coverage_piece where version_id = new.version_id;
--   Delete on coverage_piece
--     ->  Seq Scan on coverage_piece
--           Filter: (version_id = '…'::text)

-- deleteRows
delete from kbli where edition = any($1);
--   Delete on kbli
--     ->  Seq Scan on kbli
--           Filter: (edition = ANY ('…'::text[]))

-- deleteRows
delete from prepared_archive where version_id = $1;
--   Delete on prepared_archive
--     ->  Seq Scan on prepared_archive
--           Filter: (version_id = '…'::text)

-- deleteRows
delete from account_failure where scope_hash = $1;
--   Delete on account_failure
--     ->  Seq Scan on account_failure
--           Filter: (scope_hash = '…'::bytea)

-- deleteRows
delete from account_role where account_id = $1 and role <> all($2);
--   Delete on account_role
--     ->  Seq Scan on account_role
--           Filter: ((role <> ALL ('…'::text[])) AND (account_id = '…'::uuid))

-- deleteRows
delete from "account_session" where true and "token" = $1;
--   Delete on account_session
--     ->  Seq Scan on account_session
--           Filter: (token = '…'::text)

-- deleteRows
delete from account_used_code where used_at < $1::timestamptz - interval '5 minutes';
--   Delete on account_used_code
--     ->  Seq Scan on account_used_code
--           Filter: (used_at < ('…'::timestamp with time zone - '…'::interval))

-- deleteRows
delete from account_session where account_id = $1 and id is distinct from $2::uuid;
--   Delete on account_session
--     ->  Seq Scan on account_session
--           Filter: ((id IS DISTINCT FROM '…'::uuid) AND (account_id = '…'::uuid))

-- deleteRows
delete from account_session where account_id = $1 and id = $2;
--   Delete on account_session
--     ->  Seq Scan on account_session
--           Filter: ((account_id = '…'::uuid) AND (id = '…'::uuid))

-- deleteRows
delete from "account_challenge" where true and "expires_at" < $1;
--   Delete on account_challenge
--     ->  Seq Scan on account_challenge
--           Filter: (expires_at < '…'::timestamp with time zone)

-- deleteRows
delete from "account_challenge" where true and "identifier" = $1 and "id" <> $2 and "created_at" <= $3;
--   Delete on account_challenge
--     ->  Seq Scan on account_challenge
--           Filter: ((id <> '…'::uuid) AND (created_at <= '…'::timestamp with time zone) AND (identifier = '…'::text))

-- deleteRows
delete from "account_challenge"
where id = (select id from "account_challenge" where true and "id" = $1 limit 1 for update)
returning *;
--   Delete on account_challenge
--     InitPlan 1 (returns '…')
--       ->  Limit
--             ->  LockRows
--                   ->  Seq Scan on account_challenge account_challenge_1
--                         Filter: (id = '…'::uuid)
--     ->  Seq Scan on account_challenge
--           Filter: (id = '…')

-- deleteRows
delete from account_second_factor where account_id = new.id;
--   Delete on account_second_factor
--     ->  Index Scan using account_second_factor_account_id_key on account_second_factor
--           Index Cond: (account_id = '…'::uuid)

-- deleteRows
delete from account_session where account_id = $1 and not has_second_factor;
--   Delete on account_session
--     ->  Seq Scan on account_session
--           Filter: ((NOT has_second_factor) AND (account_id = '…'::uuid))

-- deleteRows
delete from account_failure where expires_at < $1;
--   Delete on account_failure
--     ->  Seq Scan on account_failure
--           Filter: (expires_at < '…'::timestamp with time zone)

-- deleteRows
delete from account_challenge where expires_at < $1;
--   Delete on account_challenge
--     ->  Seq Scan on account_challenge
--           Filter: (expires_at < '…'::timestamp with time zone)

-- deleteRows
delete from account_session where expires_at < $1 or updated_at < $2;
--   Delete on account_session
--     ->  Seq Scan on account_session
--           Filter: ((expires_at < '…'::timestamp with time zone) OR (updated_at < '…'::timestamp with time zone))

-- deleteRows
delete from request_once where account_id = $1 and key = $2;
--   Delete on request_once
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Result
--           One-Time Filter: ('…' = '…'::uuid)
--           ->  Seq Scan on request_once
--                 Filter: ((account_id = '…'::uuid) AND (key = '…'::text))

-- deleteRows
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

-- deleteRows
delete from tile_archive a using layer_version v
where v.version_id = a.version_id and v.layer_id = $1
returning a.version_id as "versionId";
--   Delete on tile_archive a
--     InitPlan 45 (returns '…')
--       ->  Result
--     ->  Nested Loop
--           ->  Index Scan using layer_version_layer_id_source_sha256_version_id_idx on layer_version v
--                 Index Cond: (layer_id = '…'::text)
--                 Filter: ('…' OR acts_for(producer_of(layer_id)) OR (SubPlan 51))
--                 SubPlan 51
--                   ->  Index Scan using publication_version_id_idx on publication p_2
--                         Index Cond: (version_id = v.version_id)
--                         Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (SubPlan 48)))
--                         InitPlan 46 (returns '…')
--                           ->  Result
--                         SubPlan 48
--                           ->  Index Scan using layer_pkey on layer l_3
--                                 Index Cond: (layer_id = p_2.layer_id)
--                                 Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                 InitPlan 47 (returns '…')
--                                   ->  Result
--           ->  Index Scan using tile_archive_pkey on tile_archive a
--                 Index Cond: (version_id = v.version_id)
--                 Filter: ((hashed SubPlan 30) AND (hashed SubPlan 44))
--                 SubPlan 30
--                   ->  Nested Loop
--                         InitPlan 16 (returns '…')
--                           ->  Result
--                         InitPlan 29 (returns '…')
--                           ->  Result
--                         ->  Seq Scan on layer l_1
--                               Filter: ((access_class <> '…'::text) AND ((access_class = '…'::text) OR acts_for(producer_id) OR '…') AND acts_for(producer_id))
--                         ->  Index Scan using layer_version_layer_id_source_sha256_version_id_idx on layer_version v_1
--                               Index Cond: (layer_id = l_1.layer_id)
--                               Filter: ('…' OR acts_for(producer_of(layer_id)) OR (SubPlan 22))
--                               SubPlan 22
--                                 ->  Index Scan using publication_version_id_idx on publication p
--                                       Index Cond: (version_id = v_1.version_id)
--                                       Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (SubPlan 19)))
--                                       InitPlan 17 (returns '…')
--                                         ->  Result
--                                       SubPlan 19
--                                         ->  Index Scan using layer_pkey on layer l
--                                               Index Cond: (layer_id = p.layer_id)
--                                               Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                               InitPlan 18 (returns '…')
--                                                 ->  Result
--                 SubPlan 44
--                   ->  Seq Scan on layer_version
--                         Filter: ('…' OR acts_for(producer_of(layer_id)) OR (hashed SubPlan 43))
--                         InitPlan 31 (returns '…')
--                           ->  Result
--                         SubPlan 43
--                           ->  Seq Scan on publication p_1
--                                 Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (hashed SubPlan 42)))
--                                 InitPlan 38 (returns '…')
--                                   ->  Result
--                                 SubPlan 42
--                                   ->  Seq Scan on layer l_2
--                                         Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                         InitPlan 41 (returns '…')
--                                           ->  Result

-- deleteRows
delete from prepared_archive p
where not exists (select from release_item i join release r using (release_id)
                  where i.version_id = p.version_id and r.state in ('draf', 'diperiksa', 'diajukan', 'disetujui'));
--   Delete on prepared_archive p
--     ->  Hash Anti Join
--           Hash Cond: (p.version_id = i.version_id)
--           ->  Seq Scan on prepared_archive p
--           ->  Hash
--                 ->  Hash Join
--                       Hash Cond: (i.release_id = r.release_id)
--                       ->  Seq Scan on release_item i
--                       ->  Hash
--                             ->  Seq Scan on release r
--                                   Filter: (state = ANY ('…'::text[]))

-- deleteRows
delete from upload u
  where touched_at < $1
    and (state in ('damaged', 'expired') or (state = 'stored' and
not exists (select from release_item i where i.upload_id = u.upload_id)
and not exists (select from application_paper p where p.upload_id = u.upload_id)
and not exists (select from field_photo f where f.upload_id = u.upload_id)
and not exists (select from report_photo r where r.upload_id = u.upload_id)
and not exists (select from case_photo c where c.upload_id = u.upload_id)
and not exists (select from case_letter c where c.upload_id = u.upload_id)
and not exists (select from layer_version v where v.source_sha256 = u.sha256)))
  returning upload_id as "uploadId", sha256, byte_count::float8 as "byteCount", state;
--   Delete on upload u
--     ->  Seq Scan on upload u
--           Filter: ((touched_at < '…'::timestamp with time zone) AND ((state = ANY ('…'::text[])) OR ((state = '…'::text) AND (NOT (hashed SubPlan 2)) AND (NOT (SubPlan 3)) AND (NOT (SubPlan 5)) AND (NOT (SubPlan 7)) AND (NOT (SubPlan 9)) AND (NOT (SubPlan 11)) AND (NOT (hashed SubPlan 14)))))
--           SubPlan 2
--             ->  Seq Scan on release_item i
--           SubPlan 3
--             ->  Seq Scan on application_paper p
--                   Filter: (upload_id = u.upload_id)
--           SubPlan 5
--             ->  Seq Scan on field_photo f
--                   Filter: (upload_id = u.upload_id)
--           SubPlan 7
--             ->  Seq Scan on report_photo r
--                   Filter: (upload_id = u.upload_id)
--           SubPlan 9
--             ->  Seq Scan on case_photo c
--                   Filter: (upload_id = u.upload_id)
--           SubPlan 11
--             ->  Seq Scan on case_letter c_1
--                   Filter: (upload_id = u.upload_id)
--           SubPlan 14
--             ->  Seq Scan on layer_version v

-- deleteRows
delete from request_once where taken_at < $1;
--   Delete on request_once
--     ->  Seq Scan on request_once
--           Filter: (taken_at < '…'::timestamp with time zone)

-- deleteRows
delete from photo_print where source = tg_argv[0] and source_id = (to_jsonb(old) ->> tg_argv[1])::uuid;
--   Delete on photo_print
--     ->  Seq Scan on photo_print
--           Filter: ((source = '…'::text) AND (source_id = ((to_jsonb('…'::field_photo) ->> '…'::text))::uuid))

-- deleteRows
delete from upload where upload_id = $1;
--   Delete on upload
--     ->  Seq Scan on upload
--           Filter: (upload_id = '…'::uuid)

-- deleteRows
delete from case_due where case_id = $1 and not stage = any($2::text[]);
--   Delete on case_due
--     ->  Index Scan using case_due_pkey on case_due
--           Index Cond: (case_id = '…'::uuid)
--           Filter: (stage <> ALL ('…'::text[]))

-- deleteRows
delete from report_push where report_id = $1;
--   Delete on report_push
--     ->  Seq Scan on report_push
--           Filter: (report_id = '…'::uuid)

-- deleteRows
delete from report_push where browser_id = $1;
--   Delete on report_push
--     ->  Seq Scan on report_push
--           Filter: (browser_id = '…'::uuid)

-- deleteRows
delete from report_once where taken_at < $1;
--   Delete on report_once
--     ->  Seq Scan on report_once
--           Filter: (taken_at < '…'::timestamp with time zone)

-- deleteRows
delete from work_unit_member where unit_id = $1 and not account_id = any($2::uuid[]);
--   Delete on work_unit_member
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Seq Scan on work_unit_member
--           Filter: ('…' AND (account_id <> ALL ('…'::uuid[])) AND (unit_id = '…'::uuid) AND (NOT is_in_unit(unit_id)))

-- deleteRows
delete from document_draft where document_id = $1 and not is_dropped returning document;
--   Delete on document_draft
--     ->  Seq Scan on document_draft
--           Filter: ((NOT is_dropped) AND (document_id = '…'::text))

-- deleteRows
delete from document_draft where document_id = $1 and is_dropped;
--   Delete on document_draft
--     ->  Seq Scan on document_draft
--           Filter: (is_dropped AND (document_id = '…'::text))

-- deleteRows
delete from application where application_id = $1;
--   Delete on application
--     ->  Index Scan using application_pkey on application
--           Index Cond: (application_id = '…'::uuid)
