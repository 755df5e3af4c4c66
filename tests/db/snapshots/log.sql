-- insertEvent
insert into log_event (event_id, kind, recorded_at, actor, facts, salt, personal, personal_salt, personal_commitment,
                       leaf_hash)
values ($1, $2, $3, $4, $5,
        $6, $7,
        $8, $9, $10);
--   Insert on log_event
--     ->  Result

-- readOrigin
select origin from log_identity;
--   Seq Scan on log_identity

-- readSize
select coalesce(max(leaf_index) + 1, 0)::float8 as size from log_leaf;
--   Result
--     InitPlan 1 (returns '…')
--       ->  Limit
--             ->  Index Scan Backward using log_leaf_pkey on log_leaf
--                   Index Cond: (leaf_index IS NOT NULL)

-- readNodes
select n.level, n.position::float8 as position, n.hash
from unnest($1::smallint[], $2::bigint[])
       as wanted (level, position)
join log_node n using (level, position);
--   Hash Join
--     Hash Cond: ((n.level = wanted.level) AND (n."position" = wanted."position"))
--     ->  Seq Scan on log_node n
--     ->  Hash
--           ->  Function Scan on wanted

-- readInnerNodes
select n.level, n.position::float8 as position, n.hash
from generate_series(1, 52) as wanted (level)
join log_node n on n.level = wanted.level::smallint
  and n.position >= $1::bigint >> wanted.level and n.position < $2::bigint >> wanted.level;
--   Hash Join
--     Hash Cond: (n.level = (wanted.level)::smallint)
--     Join Filter: ((n."position" >= ('…'::bigint >> wanted.level)) AND (n."position" < ('…'::bigint >> wanted.level)))
--     ->  Seq Scan on log_node n
--     ->  Hash
--           ->  Function Scan on generate_series wanted

-- readLeaves
select l.leaf_index::float8 as "leafIndex", n.hash as "nodeHash", e.event_id as "eventId", e.kind,
       e.recorded_at as "recordedAt", e.actor, e.facts, e.salt, e.personal, e.personal_salt as "personalSalt",
       e.personal_commitment as "personalCommitment", e.leaf_hash as "leafHash"
from log_leaf l
left join log_event e using (event_id)
left join log_node n on n.level = 0 and n.position = l.leaf_index
where l.leaf_index >= $1 and l.leaf_index < $2
order by l.leaf_index;
--   Sort
--     Sort Key: l.leaf_index
--     ->  Hash Right Join
--           Hash Cond: (n."position" = l.leaf_index)
--           ->  Seq Scan on log_node n
--                 Filter: (level = 0)
--           ->  Hash
--                 ->  Hash Right Join
--                       Hash Cond: (e.event_id = l.event_id)
--                       ->  Seq Scan on log_event e
--                       ->  Hash
--                             ->  Seq Scan on log_leaf l
--                                   Filter: ((leaf_index >= '…'::bigint) AND (leaf_index < '…'::bigint))

-- countEventsWithoutLeaf
select count(*)::float8 as count from log_event e
where not exists (select from log_leaf l where l.event_id = e.event_id);
--   Aggregate
--     ->  Hash Anti Join
--           Hash Cond: (e.event_id = l.event_id)
--           ->  Seq Scan on log_event e
--           ->  Hash
--                 ->  Seq Scan on log_leaf l

-- findCheckpoint
select tree_size::float8 as size, key_id as "keyId", root_hash as root, note
from log_checkpoint where tree_size = $1 and key_id = $2;
--   Seq Scan on log_checkpoint
--     Filter: ((tree_size = '…'::bigint) AND (key_id = '…'::text))

-- findCheckpointOver
select tree_size::float8 as size, key_id as "keyId", root_hash as root, note
from log_checkpoint where tree_size > $1 and key_id = $2 order by tree_size limit 1;
--   Limit
--     ->  Sort
--           Sort Key: tree_size
--           ->  Seq Scan on log_checkpoint
--                 Filter: ((tree_size > '…'::bigint) AND (key_id = '…'::text))

-- findLastCheckpoint
select tree_size::float8 as size, key_id as "keyId", root_hash as root, note
from log_checkpoint order by tree_size desc limit 1;
--   Limit
--     ->  Sort
--           Sort Key: tree_size DESC
--           ->  Seq Scan on log_checkpoint

-- listCheckpoints
select tree_size::float8 as size, key_id as "keyId", root_hash as root, note
from log_checkpoint order by tree_size;
--   Sort
--     Sort Key: tree_size
--     ->  Seq Scan on log_checkpoint

-- insertCheckpoint
insert into log_checkpoint (tree_size, key_id, root_hash, note)
values ($1, $2, $3, $4)
on conflict do nothing;
--   Insert on log_checkpoint
--     Conflict Resolution: NOTHING
--     ->  Result

-- erasePersonalParts
update log_event e set personal = null, personal_salt = null
from log_leaf l
where l.event_id = e.event_id and l.leaf_index = any($1::bigint[]) and e.personal is not null
returning l.leaf_index::float8 as "leafIndex";
--   Update on log_event e
--     ->  Nested Loop
--           Join Filter: (e.event_id = l.event_id)
--           ->  Seq Scan on log_event e
--                 Filter: (personal IS NOT NULL)
--           ->  Seq Scan on log_leaf l
--                 Filter: (leaf_index = ANY ('…'::bigint[]))

-- listErasedIndexes
select distinct told.index::float8 as index
from log_event e, jsonb_array_elements_text(e.facts -> 'indexes') as told (index)
where e.kind = 'log.personalErased';
--   HashAggregate
--     Group Key: (told.index)::double precision
--     ->  Nested Loop
--           ->  Seq Scan on log_event e
--                 Filter: (kind = '…'::text)
--           ->  Function Scan on jsonb_array_elements_text told
