-- Purpose: THE allow-list of what staff (database role omod_staff) may do with tables, one line for each. What has no line,
--          and a line without words, is reached by nobody who acts as staff. Rows are held back by the policies beside it.
-- Output: table_name; rights as in GRANT, with columns in brackets where only those are meant.
-- tests/architecture/staff-grants.test.ts wants a line for every table; a line may come before its table.
-- Expected index: none.
create or replace function staff_grants() returns table (table_name text, rights text) language sql immutable as $$
  values
    -- layers, their versions and what is in them: written by imports and publications, under the program itself
    ('layer', 'select, insert, update'),
    ('layer_version', 'select'),
    ('publication', 'select'),
    ('zone', 'select'),
    ('set_aside', 'select'),
    ('overlay_area', 'select'),
    ('overlay_piece', 'select'),
    ('road', 'select'),
    ('parcel', 'select'),
    ('utility_line', 'select'),
    ('admin_area', 'select'),
    ('place', 'select'),
    ('search_entry', 'select'),
    ('tile_archive', 'select, delete'),
    -- rules
    ('regulation', 'select'),
    ('legal_source', 'select'),
    ('zone_code', 'select'),
    ('intensity_rule', 'select'),
    ('setback_rule', 'select'),
    ('zoning_note', 'select'),
    ('activity', 'select'),
    ('activity_kbli', 'select'),
    ('itbx_matrix', 'select'),
    ('itbx_condition', 'select'),
    ('itbx_cell', 'select'),
    ('overlay_effect', 'select'),
    ('rtrw_match', 'select'),
    ('kbli', 'select'),
    -- releases
    ('upload', 'select'),
    ('release', 'select, insert, update'),
    ('release_item', 'select, insert, update, delete'),
    ('job', 'select, insert, update (state, lease_until, ended_at)'),
    ('request_once', 'select, insert, update (made_id), delete'),
    ('revision_notice', 'select, insert, update (until, ended_by, ended_at)'),
    -- corrections
    ('correction', 'select, update (state, revision)'),
    ('correction_contact', 'select'),
    ('correction_answer', 'select, insert'),
    -- applications for documents
    ('application', 'select, insert, update'),
    ('application_person', 'select'),
    ('application_move', 'select, insert'),
    ('application_paper', 'select, update'),
    ('number_series', 'select, insert, update'),
    ('document_number', 'select, insert, update'),
    ('service_setting', 'select, insert, update'),
    ('holiday_year', 'select, insert, update'),
    ('document', ''),
    -- rounds on site: items and pictures are added, and only the end of a round changes it
    ('field_round', 'select, insert, update (state, revision, closing, closed_by, closed_at)'),
    ('field_item', 'select, insert'),
    ('field_photo', 'select, insert'),
    -- people; of an invitation all but the hash by which it is found, of a session all but its token
    ('account', 'select, update (producer_id, kelurahan_code, disabled_at, has_second_factor, updated_at)'),
    ('account_role', 'select, insert, delete'),
    ('account_session',
     'select (id, account_id, expires_at, ip_address, user_agent, has_second_factor, created_at, updated_at), delete'),
    ('account_invitation',
     'select (invitation_id, account_id, email, roles, producer_id, kelurahan_code, language, invited_by, invited_at, '
     || 'expires_at, accepted_at, withdrawn_at), insert, update (withdrawn_at)'),
    ('account_credential', ''),
    ('account_challenge', ''),
    ('account_second_factor', ''),
    ('account_used_code', ''),
    ('account_failure', ''),
    -- the log: events are added, and become leaves by themselves
    ('log_event', 'select, insert'),
    ('log_leaf', 'select'),
    ('log_node', ''),
    ('log_checkpoint', ''),
    ('log_identity', ''),
    ('outbox_message', 'select (message_id, dedupe_key), insert'),
    -- what the program works out and keeps
    ('ground', ''),
    ('ground_kelurahan', ''),
    ('ground_share', ''),
    ('ground_outline', ''),
    ('kelurahan_ground', ''),
    ('comparison', ''),
    ('comparison_code', ''),
    ('comparison_feature', ''),
    ('comparison_piece', ''),
    ('schema_file', '')
$$;
