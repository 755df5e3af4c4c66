import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBase64, isSameBytes } from '#domain/log/bytes';
import { openCheckpoint } from '#domain/log/checkpoint';
import type { LogEvent } from '#domain/log/event';
import { commitTo, hashLeaf, readOpening } from '#domain/log/log-leaf';
import { readLogProof, verifyLogProof } from '#domain/log/log-proof';
import { growTree } from '#domain/log/merkle-hash';
import { readNoteKey } from '#domain/log/signed-note';
import { verifyConsistency } from '#domain/log/verify-proof';
import {
  audit,
  currentCheckpoint,
  erasePersonal,
  inspectLog,
  proveLeafToHolder,
  writeLogKeys,
} from '../../server/features/log/index.ts';
import { insertEvent, readSize } from '../../server/features/log/queries.ts';
import { publishVersion, withdrawLayer } from '../../server/features/publish/index.ts';
import { sha256, verifyEd25519 } from '../../server/platform/crypto.ts';
import { type Database, openDatabase, type Queryable } from '../../server/platform/db.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { anApp } from '../support/an-app.ts';
import { importFile, planFixture } from '../support/import-fixture.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { tileDeps } from '../support/tile-deps.ts';

const crypto = { sha256, verifyEd25519 };
let database: TemporaryDatabase;
let folder: TemporaryFolder;
const deps = () => tileDeps(database.sql, join(folder.path, 'tiles'));

/** An own log for a group of tests. */
function useOwnLog(): void {
  beforeAll(async () => {
    database = await createTemporaryDatabase();
    folder = makeTemporaryFolder('log');
  });
  afterAll(async () => {
    await database.drop();
    folder.remove();
  });
}

const withdrawn = (layerId: string): LogEvent => ({
  kind: 'layer.withdrawn',
  actor: 'operator',
  facts: { layerId, publicationId: '1', validFrom: '2026-01-01', decree: 'CONTOH Nomor 1' },
});
/** As many events, each in a transaction of its own. */
async function write(count: number, sql: Queryable = database.sql): Promise<void> {
  for (let i = 0; i < count; i++) await audit(sql, withdrawn(`uji-${i}`));
}
const keysOf = async () =>
  (await writeLogKeys(deps())).split('\n').flatMap((line) => readNoteKey(sha256, line) ?? []);
const leafHashes = async () =>
  (
    await database.sql<{ hash: Buffer }[]>`
      select leaf_hash as hash from log_leaf join log_event using (event_id) order by leaf_index`
  ).map(({ hash }) => new Uint8Array(hash));
/** What somebody with every right on the database can do. */
const tamper = async (sql: Queryable, statement: string) => {
  await sql`set local session_replication_role = replica`;
  await sql.unsafe(statement);
  await sql`set local session_replication_role = origin`;
};
/** Does it, looks, and takes it back. */
async function whileTampered<T>(statement: string, look: (changed: Deps) => Promise<T>): Promise<T> {
  let seen: T | undefined;
  await database.sql
    .begin(async (tx) => {
      await tamper(tx, statement);
      seen = await look({ ...deps(), sql: tx as unknown as Database });
      throw new Error('taken back');
    })
    .catch((error: Error) => {
      if (error.message !== 'taken back') throw error;
    });
  return seen as T;
}

describe('appending', () => {
  useOwnLog();

  it('CON07: twenty writers at once get numbers without gap, and every leaf is proven', async () => {
    const pool = openDatabase(database.url, { maxConnections: 20 });
    try {
      await Promise.all(
        Array.from({ length: 20 }, async (_, writer) => {
          for (let round = 0; round < 5; round++)
            await pool.begin(async (tx) => {
              // One lock of the change itself, before the event or after it: nothing waits in a circle.
              const waitForChange = () => tx`select pg_advisory_xact_lock(4242)`;
              if (writer % 2 === 0) await waitForChange();
              await audit(tx, withdrawn(`uji-${writer}`));
              if (writer % 2 === 1) await waitForChange();
              await audit(tx, withdrawn(`uji-${writer}-b`));
            });
        }),
      );
    } finally {
      await pool.end();
    }
    const rows = await database.sql<{ index: number }[]>`
      select leaf_index::float8 as index from log_leaf order by leaf_index`;
    expect(rows.map(({ index }) => index)).toEqual(Array.from({ length: 200 }, (_, i) => i));
    const tree = growTree(sha256);
    for (const hash of await leafHashes()) tree.append(hash);
    const { root, size } = await currentCheckpoint(deps());
    expect(size).toBe(200);
    expect(isSameBytes(root, tree.root())).toBe(true);
    const keys = await keysOf();
    for (const index of [0, 1, 63, 64, 127, 128, 198, 199]) {
      const proof = readLogProof((await proveLeafToHolder(deps(), index))!)!;
      const leaf = hashLeaf(sha256, readOpening(proof.extra!)!);
      expect(verifyLogProof(crypto, proof, leaf, keys)).toMatchObject({ ok: true, value: { size: 200 } });
    }
    expect(await inspectLog(deps())).toMatchObject({ size: 200, damage: null });
  });

  it('a change that fails leaves no event, and takes no number', async () => {
    const before = await readSize(database.sql);
    const failing = database.sql.begin(async (tx) => {
      await audit(tx, withdrawn('uji'));
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    await write(1);
    expect(await readSize(database.sql)).toBe(before + 1);
    expect(await database.sql`select 1 from log_event`).toHaveLength(before + 1);
  });

  it('refuses facts that are not those of the kind', async () => {
    const wrong = { ...withdrawn('uji'), facts: { layerId: 'uji', name: 'Siti' } } as unknown as LogEvent;
    const before = await readSize(database.sql);
    await expect(audit(database.sql, wrong)).rejects.toThrow();
    expect(await readSize(database.sql)).toBe(before);
  });

  it('nothing in it is changed, deleted or emptied through SQL', async () => {
    await write(2);
    await currentCheckpoint(deps());
    for (const table of ['log_event', 'log_leaf', 'log_node', 'log_checkpoint', 'log_identity']) {
      await expect(database.sql`delete from ${database.sql(table)}`, table).rejects.toThrow(
        'only appended to',
      );
      await expect(database.sql`truncate ${database.sql(table)} cascade`, table).rejects.toThrow(
        'only appended to',
      );
    }
    await expect(database.sql`update log_event set actor = 'system'`).rejects.toThrow('only appended to');
    await expect(database.sql`update log_node set hash = hash`).rejects.toThrow('only appended to');
    await expect(database.sql`update log_identity set origin = 'lain'`).rejects.toThrow('only appended to');
  });

  it('an owner who is no superuser has not even the right', async () => {
    await database.sql`create role log_owner_test nologin`.catch(() => {});
    try {
      await database.sql`alter table log_event owner to log_owner_test`;
      const attempt = database.sql.begin(async (tx) => {
        await tx`set local role log_owner_test`;
        await tx`delete from log_event`;
      });
      await expect(attempt).rejects.toMatchObject({ code: '42501' });
    } finally {
      await database.sql`reassign owned by log_owner_test to current_user`;
      await database.sql`drop owned by log_owner_test`;
      await database.sql`drop role log_owner_test`;
    }
  });
});

describe('erasing', () => {
  useOwnLog();

  it('takes the personal part and its salt, and leaves the log whole and the entry proven', async () => {
    await write(2);
    // No kind of today holds anything personal; a row is written as `audit` writes it for one that will.
    const salt = new Uint8Array(32).fill(7);
    const personal = { value: { email: 'warga@example.go.id' }, salt };
    const recordedAt = new Date('2026-11-22T04:00:00.000Z');
    const facts = { caseId: 'x' };
    const content = {
      kind: 'test.personal',
      recordedAt: recordedAt.toISOString(),
      facts: { value: { actor: 'public', facts }, salt },
      personal,
    };
    await insertEvent(database.sql, {
      eventId: '00000000-0000-4000-8000-000000000001',
      kind: content.kind,
      recordedAt,
      actor: 'public',
      facts,
      salt,
      personal: personal.value,
      personalSalt: salt,
      personalCommitment: commitTo(sha256, personal),
      leafHash: hashLeaf(sha256, content),
    });
    await currentCheckpoint(deps());
    expect(new TextDecoder().decode(readLogProof((await proveLeafToHolder(deps(), 2))!)!.extra)).toContain(
      'warga@',
    );

    const erased = await erasePersonal(database.sql, {
      actor: 'operator',
      indexes: [0, 2],
      reason: 'permintaan',
    });
    expect(erased).toEqual([2]);
    expect(await inspectLog(deps())).toMatchObject({ size: 4, damage: null });
    const proof = readLogProof((await proveLeafToHolder(deps(), 2))!)!;
    expect(new TextDecoder().decode(proof.extra)).not.toContain('warga');
    expect(
      verifyLogProof(crypto, proof, hashLeaf(sha256, readOpening(proof.extra!)!), await keysOf()).ok,
    ).toBe(true);
    const dump = await database.sql`select row_to_json(e)::text as text from log_event e`;
    expect(JSON.stringify(dump)).not.toContain('warga');
    const restored = database.sql`update log_event set personal = '{}' where kind = 'test.personal'`;
    await expect(restored).rejects.toThrow('only appended to');
  });

  it('that goes past the program is found, though the tree holds: no entry tells of it', async () => {
    const size = (await inspectLog(deps())).size;
    const eventOf = (address: string) => ({
      kind: 'account.signedIn' as const,
      actor: 'account:00000000-0000-4000-8000-000000000007' as const,
      facts: { by: 'password' as const },
      personal: { address },
    });
    for (const address of ['203.0.113.5', '203.0.113.6'])
      await database.sql.begin((tx) => audit(tx, eventOf(address)));
    await erasePersonal(database.sql, { actor: 'operator', indexes: [size], reason: 'permintaan' });
    expect((await inspectLog(deps())).damage).toBeNull();
    await database.sql`update log_event set personal = null, personal_salt = null where kind = 'account.signedIn' and personal is not null`;
    expect((await inspectLog(deps())).damage).toEqual({ code: 'erasedSilently', index: size + 1 });
  });
});

describe('inspecting', () => {
  useOwnLog();
  beforeAll(async () => {
    await write(9);
    await currentCheckpoint(deps());
    await write(4);
  });
  const EVERYTHING =
    'truncate log_leaf, log_node, log_event, document, document_ground; set constraints all immediate';

  it.each([
    [
      'an event that was changed',
      `update log_event set facts = facts || '{"decree":"lain"}' where event_id = (select event_id from log_leaf where leaf_index = 5)`,
      { code: 'eventChanged', index: 5 },
    ],
    [
      'another author',
      `update log_event set actor = 'system' where event_id = (select event_id from log_leaf where leaf_index = 0)`,
      { code: 'eventChanged', index: 0 },
    ],
    [
      'another time',
      `update log_event set recorded_at = recorded_at + interval '1 ms' where event_id = (select event_id from log_leaf where leaf_index = 12)`,
      { code: 'eventChanged', index: 12 },
    ],
    [
      'a row that was deleted',
      'delete from log_leaf where leaf_index = 7',
      { code: 'leafMissing', index: 7 },
    ],
    [
      'an event that was deleted',
      'delete from log_event where event_id = (select event_id from log_leaf where leaf_index = 3)',
      { code: 'eventMissing', index: 3 },
    ],
    [
      'a leaf of the tree that was changed',
      `update log_node set hash = sha256('x') where level = 0 and position = 4`,
      { code: 'leafChanged', index: 4 },
    ],
    [
      'a node that was changed',
      `update log_node set hash = sha256('x') where level = 2 and position = 1`,
      { code: 'nodeChanged', index: 4, level: 2 },
    ],
    [
      'a node that was deleted',
      'delete from log_node where level = 3',
      { code: 'nodeChanged', index: 0, level: 3 },
    ],
    [
      'the end cut off below a checkpoint',
      'delete from log_leaf where leaf_index >= 8; delete from log_node where level = 0 and position >= 8',
      { code: 'endMissing', index: 8, size: 9 },
    ],
    [
      'two rows that changed places',
      `create temp table taken on commit drop as select 14 - leaf_index as leaf_index, event_id from log_leaf where leaf_index in (4, 10);
       delete from log_leaf where leaf_index in (4, 10); insert into log_leaf select * from taken`,
      { code: 'leafChanged', index: 4 },
    ],
    [
      'two rows that changed places with their leaves and nodes',
      `create temp table taken on commit drop as select 21 - leaf_index as leaf_index, event_id from log_leaf where leaf_index in (10, 11);
       delete from log_leaf where leaf_index in (10, 11); insert into log_leaf select * from taken;
       update log_node n set hash = o.hash from log_node o
       where n.level = 0 and n.position in (10, 11) and o.level = 0 and o.position = 21 - n.position`,
      { code: 'nodeChanged', index: 10, level: 1 },
    ],
    [
      'the end cut off together with every checkpoint that was signed for it',
      `delete from log_leaf where leaf_index >= 6; delete from log_node where (position + 1) * (1 << level) > 6;
       delete from log_event e where not exists (select from log_leaf l where l.event_id = e.event_id);
       delete from log_checkpoint`,
      { code: 'endMissing', index: 6, size: 9 },
    ],
    [
      'an event past the trigger',
      `insert into log_event (kind, recorded_at, actor, facts, salt, leaf_hash) values ('x', now(), 'system', '{}', sha256('a'), sha256('b'))`,
      { code: 'eventsOutside', index: 13, count: 1 },
    ],
    [
      'a checkpoint that was changed',
      `update log_checkpoint set root_hash = sha256('x')`,
      { code: 'checkpointWrong', index: 9, reason: 'rootOther' },
    ],
  ])('names %s', async (_name, statement, expected) => {
    expect(await inspectLog(deps())).toMatchObject({ size: 13, damage: null });
    const { damage } = await whileTampered(statement, inspectLog);
    expect(damage).toEqual(expected);
  });

  it('finds a log that was written anew as a whole by the checkpoint that somebody kept', async () => {
    const { note } = await currentCheckpoint(deps());
    // Everything is gone, the checkpoints too, and other events stand in their place with their own true hashes.
    const seen = await whileTampered(`${EVERYTHING}; truncate log_checkpoint`, async (changed) => {
      await write(3, changed.sql);
      const short = await inspectLog(changed, [note]);
      await write(10, changed.sql);
      return [short, await inspectLog(changed), await inspectLog(changed, [note])];
    });
    expect(seen.map(({ damage }) => damage)).toEqual([
      { code: 'endMissing', index: 3, size: 13 },
      // … and by the one that lies beside the key, which no statement reaches.
      { code: 'rewritten', index: 0, size: 13 },
      { code: 'rewritten', index: 0, size: 13 },
    ]);
  });

  it('signs nothing that does not go on from what was signed', async () => {
    const refusal = whileTampered(EVERYTHING, async (changed) => {
      await write(20, changed.sql);
      return await currentCheckpoint(changed);
    });
    await expect(refusal).rejects.toThrow('does not go on from its signed checkpoint of 13');
  });
});

describe('what is written', () => {
  useOwnLog();
  const events = () => database.sql`
    select kind, actor, facts from log_leaf join log_event using (event_id) order by leaf_index`;

  it('a draft, its publication and its withdrawal, each with its change and by whom', async () => {
    const imported = await importFile(database.sql, planFixture('trial-plan.geojson'), {
      layer: { layerId: 'rdtr-uji', isDemo: true },
      actor: 'account:7',
    });
    if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
    const { versionId, report } = imported.value;
    const order = { layerId: 'rdtr-uji', validFrom: '2026-01-01', decree: 'CONTOH Nomor 1 ' };
    const published = await publishVersion(deps(), { ...order, versionId });
    expect(published.ok).toBe(true);
    expect((await publishVersion(deps(), { ...order, versionId })).ok).toBe(false);
    expect((await withdrawLayer(deps(), { ...order, validFrom: '2026-02-01' })).ok).toBe(true);
    expect((await withdrawLayer(deps(), { ...order, validFrom: '2026-02-01' })).ok).toBe(false);
    const facts = {
      layerId: 'rdtr-uji',
      publicationId: '1',
      validFrom: '2026-01-01',
      decree: 'CONTOH Nomor 1',
    };
    expect(await events()).toEqual([
      {
        kind: 'layer.drafted',
        actor: 'account:7',
        facts: {
          layerId: 'rdtr-uji',
          versionId,
          kind: 'zones',
          sourceSha256: report.source.sha256,
          sourceFormat: report.source.format,
          featureCount: report.counts.accepted,
          isDemo: true,
        },
      },
      { kind: 'layer.published', actor: 'operator', facts: { ...facts, versionId } },
      {
        kind: 'layer.withdrawn',
        actor: 'operator',
        facts: { ...facts, publicationId: '2', validFrom: '2026-02-01' },
      },
    ]);
  });

  it('nothing of a publication that the database refuses', async () => {
    await database.sql`alter table publication add constraint refused check (decree <> 'ditolak')`;
    const [row] = await database.sql<
      { versionId: string }[]
    >`select version_id as "versionId" from layer_version`;
    const order = { layerId: 'rdtr-uji', validFrom: '2026-03-01', decree: 'ditolak' };
    await expect(publishVersion(deps(), { ...order, versionId: row!.versionId })).rejects.toThrow('refused');
    await expect(
      withdrawLayer(deps(), { ...order, validFrom: '2026-01-15', layerId: 'rdtr-uji' }),
    ).rejects.toThrow('refused');
    expect(await events()).toHaveLength(3);
    expect(await inspectLog(deps())).toMatchObject({ size: 3, damage: null });
  });
});

describe('the public addresses', () => {
  useOwnLog();

  it('prove growth and leaves to a reader who trusts the keys alone, and show nothing that was written', async () => {
    let now = new Date('2026-11-22T04:10:00Z');
    const app = anApp(database.sql, { keys: deps().keys, clock: { now: () => now } });
    const get = async (path: string) => (await app.request(path)).text();
    await write(6);
    const keys = (await get('/.well-known/tlog-keys'))
      .split('\n')
      .flatMap((line) => readNoteKey(sha256, line) ?? []);
    expect(keys).toHaveLength(1);
    const checkpointOf = async () => {
      const opened = openCheckpoint(crypto, await get('/api/v1/log/checkpoint'), keys);
      if (!opened.ok) throw new Error(opened.problem);
      return opened.value;
    };
    const first = await checkpointOf();
    await write(5);
    deps().keys.rotate('log');
    keys.splice(0, 1, ...(await keysOf()));
    expect(keys).toHaveLength(2);
    // Nobody learns within the hour that something was written: not by the size, nor by what there is no proof of.
    now = new Date('2026-11-22T04:59:59Z');
    expect((await checkpointOf()).size).toBe(6);
    for (const query of ['proof?index=6', 'consistency?from=1&to=7'])
      expect((await app.request(`/api/v1/log/${query}`)).status, query).toBe(404);
    expect(JSON.parse(await get('/api/v1/log/consistency?from=1'))).toMatchObject({ to: 6 });
    now = new Date('2026-11-22T05:00:00Z');
    const second = await checkpointOf();
    expect([first.size, second.size]).toEqual([6, 11]);
    const { path } = JSON.parse(await get('/api/v1/log/consistency?from=6&to=11'));
    expect(verifyConsistency(sha256, first, second, path.map(fromBase64))).toBe(true);

    const hashes = await leafHashes();
    const text = await get('/api/v1/log/proof?index=10');
    const proof = readLogProof(text)!;
    expect(verifyLogProof(crypto, proof, hashes[10]!, keys).ok).toBe(true);
    expect(verifyLogProof(crypto, proof, hashes[9]!, keys).ok).toBe(false);
    expect(text).not.toContain('extra');
    // Asked again, the proof of a leaf is the same: it does not tell how the log has grown.
    await write(1);
    const holder = { sql: database.sql, keys: deps().keys };
    await currentCheckpoint(holder);
    const [kept, again] = [await proveLeafToHolder(holder, 10), await proveLeafToHolder(holder, 10)];
    expect(again).toBe(kept);
    expect(openCheckpoint(crypto, readLogProof(kept ?? '')!.checkpoint, keys)).toMatchObject({
      value: { size: 11 },
    });
    expect(verifyLogProof(crypto, readLogProof(kept ?? '')!, hashes[10]!, keys).ok).toBe(true);
    for (const [query, status] of [
      ['proof?index=11', 404],
      ['proof?index=-1', 400],
      ['proof?index=01', 400],
      ['proof', 400],
      ['consistency?from=0', 400],
      ['consistency?from=7&to=6', 404],
      ['consistency?from=1&to=12', 404],
    ] as const)
      expect((await app.request(`/api/v1/log/${query}`)).status, query).toBe(status);
    expect((await app.request('/api/v1/log/checkpoint', { method: 'DELETE' })).status).toBe(405);
  });
});
