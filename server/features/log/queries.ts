import type { Json } from '#domain/log/canonical-json';
import type { CompleteNode } from '#domain/log/merkle-hash';
import type { Queryable } from '../../platform/db.ts';

/** A row of the log as it is written. */
export interface NewEvent {
  readonly eventId: string;
  readonly kind: string;
  readonly recordedAt: Date;
  readonly actor: string;
  readonly facts: Json;
  readonly salt: Uint8Array;
  readonly personal: Json;
  readonly personalSalt: Uint8Array | null;
  readonly personalCommitment: Uint8Array | null;
  readonly leafHash: Uint8Array;
}

/** A row as it is read back with its place in the tree; the driver gives bytes as buffers. */
export interface StoredLeaf extends NewEvent {
  readonly leafIndex: number;
  /** Null when the event or the node of a leaf is gone. */
  readonly nodeHash: Uint8Array | null;
}

/** Its leaf is appended when the transaction commits. */
export async function insertEvent(sql: Queryable, event: NewEvent): Promise<void> {
  await sql`
    insert into log_event (event_id, kind, recorded_at, actor, facts, salt, personal, personal_salt, personal_commitment,
                           leaf_hash)
    values (${event.eventId}, ${event.kind}, ${event.recordedAt}, ${event.actor}, ${sql.json(event.facts as never)},
            ${event.salt}, ${event.personal === null ? null : sql.json(event.personal as never)},
            ${event.personalSalt}, ${event.personalCommitment}, ${event.leafHash})`;
}

export async function readOrigin(sql: Queryable): Promise<string> {
  const [row] = await sql<{ origin: string }[]>`select origin from log_identity`;
  return row?.origin ?? '';
}

/** How many leaves there are. */
export async function readSize(sql: Queryable): Promise<number> {
  const [row] = await sql<
    { size: number }[]
  >`select coalesce(max(leaf_index) + 1, 0)::float8 as size from log_leaf`;
  return row?.size ?? 0;
}

/** Those of the nodes that are stored. */
export async function readNodes(
  sql: Queryable,
  nodes: readonly Omit<CompleteNode, 'hash'>[],
): Promise<CompleteNode[]> {
  return await sql<CompleteNode[]>`
    select n.level, n.position::float8 as position, n.hash
    from unnest(${nodes.map(({ level }) => level)}::smallint[], ${nodes.map(({ position }) => position)}::bigint[])
           as wanted (level, position)
    join log_node n using (level, position)`;
}

/** Inner nodes whose last leaf has an index from `from` to below `to`. */
export async function readInnerNodes(sql: Queryable, from: number, to: number): Promise<CompleteNode[]> {
  return await sql<CompleteNode[]>`
    select n.level, n.position::float8 as position, n.hash
    from generate_series(1, 52) as wanted (level)
    join log_node n on n.level = wanted.level::smallint
      and n.position >= ${from}::bigint >> wanted.level and n.position < ${to}::bigint >> wanted.level`;
}

/** Leaves from `from` to below `to` with what they are made of, in order. */
export async function readLeaves(sql: Queryable, from: number, to: number): Promise<StoredLeaf[]> {
  return await sql<StoredLeaf[]>`
    select l.leaf_index::float8 as "leafIndex", n.hash as "nodeHash", e.event_id as "eventId", e.kind,
           e.recorded_at as "recordedAt", e.actor, e.facts, e.salt, e.personal, e.personal_salt as "personalSalt",
           e.personal_commitment as "personalCommitment", e.leaf_hash as "leafHash"
    from log_leaf l
    left join log_event e using (event_id)
    left join log_node n on n.level = 0 and n.position = l.leaf_index
    where l.leaf_index >= ${from} and l.leaf_index < ${to}
    order by l.leaf_index`;
}

/** Events that never became a leaf: written past the trigger. */
export async function countEventsWithoutLeaf(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::float8 as count from log_event e
    where not exists (select from log_leaf l where l.event_id = e.event_id)`;
  return row?.count ?? 0;
}

export interface StoredCheckpoint {
  readonly size: number;
  readonly keyId: string;
  readonly root: Uint8Array;
  /** The signed note. */
  readonly note: string;
}

/** The checkpoint of a size that a key has signed. */
export async function findCheckpoint(
  sql: Queryable,
  size: number,
  keyId: string,
): Promise<StoredCheckpoint | undefined> {
  const [row] = await sql<StoredCheckpoint[]>`
    select tree_size::float8 as size, key_id as "keyId", root_hash as root, note
    from log_checkpoint where tree_size = ${size} and key_id = ${keyId}`;
  return row;
}

/** The smallest checkpoint above a leaf that a key has signed. */
export async function findCheckpointOver(
  sql: Queryable,
  index: number,
  keyId: string,
): Promise<StoredCheckpoint | undefined> {
  const [row] = await sql<StoredCheckpoint[]>`
    select tree_size::float8 as size, key_id as "keyId", root_hash as root, note
    from log_checkpoint where tree_size > ${index} and key_id = ${keyId} order by tree_size limit 1`;
  return row;
}

/** The largest size that was ever signed. */
export async function findLastCheckpoint(sql: Queryable): Promise<StoredCheckpoint | undefined> {
  const [row] = await sql<StoredCheckpoint[]>`
    select tree_size::float8 as size, key_id as "keyId", root_hash as root, note
    from log_checkpoint order by tree_size desc limit 1`;
  return row;
}

/** Every checkpoint that was signed, by size. */
export async function listCheckpoints(sql: Queryable): Promise<StoredCheckpoint[]> {
  return await sql<StoredCheckpoint[]>`
    select tree_size::float8 as size, key_id as "keyId", root_hash as root, note
    from log_checkpoint order by tree_size`;
}

export async function insertCheckpoint(sql: Queryable, checkpoint: StoredCheckpoint): Promise<void> {
  await sql`
    insert into log_checkpoint (tree_size, key_id, root_hash, note)
    values (${checkpoint.size}, ${checkpoint.keyId}, ${checkpoint.root}, ${checkpoint.note})
    on conflict do nothing`;
}

/**
 * Takes the personal part and its salt out of events.
 * @returns the indexes of those that had one
 */
export async function erasePersonalParts(sql: Queryable, indexes: readonly number[]): Promise<number[]> {
  const rows = await sql<{ leafIndex: number }[]>`
    update log_event e set personal = null, personal_salt = null
    from log_leaf l
    where l.event_id = e.event_id and l.leaf_index = any(${[...indexes]}::bigint[]) and e.personal is not null
    returning l.leaf_index::float8 as "leafIndex"`;
  return rows.map(({ leafIndex }) => leafIndex).sort((one, other) => one - other);
}

/** Of which entries the log says that their personal part was erased. */
export async function listErasedIndexes(sql: Queryable): Promise<number[]> {
  const rows = await sql<{ index: number }[]>`
    select distinct told.index::float8 as index
    from log_event e, jsonb_array_elements_text(e.facts -> 'indexes') as told (index)
    where e.kind = 'log.personalErased'`;
  return rows.map(({ index }) => index);
}
