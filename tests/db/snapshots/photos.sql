-- rememberPhoto
insert into photo_print (source, source_id, d_hash, mirror_hash, turned_hashes, seen_at)
values ($1, $2, $3, $4, $5, $6)
on conflict do nothing;
--   Insert on photo_print
--     Conflict Resolution: NOTHING
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Result

-- findLookAlike
select other.source
from photo_print own join photo_print other on (other.source, other.source_id) <> (own.source, own.source_id)
where own.source = $1 and own.source_id = $2 and other.print_no < own.print_no
  and exists (
    select from unnest(own.turned_hashes || own.d_hash || own.mirror_hash) as laid(hash)
    where bit_count(('x' || other.d_hash)::bit(64) # ('x' || laid.hash)::bit(64)) <= $3)
order by other.print_no limit 1;
--   Limit
--     ->  Sort
--           Sort Key: other.print_no
--           ->  Nested Loop
--                 Join Filter: ((other.print_no < own.print_no) AND ((other.source <> own.source) OR (other.source_id <> own.source_id)) AND (SubPlan 1))
--                 ->  Seq Scan on photo_print own
--                       Filter: ((source = '…'::text) AND (source_id = '…'::uuid))
--                 ->  Seq Scan on photo_print other
--                 SubPlan 1
--                   ->  Function Scan on unnest laid
--                         Filter: (bit_count(((('…'::text || other.d_hash))::bit(64) # (('…'::text || hash))::bit(64))) <= '…'::bigint)
