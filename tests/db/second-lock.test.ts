import { randomUUID } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idleSinceOf } from '../../server/features/accounts/idle.ts';
import { inTheNameOf } from '../../server/features/accounts/index.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { insertSmallCity, insertZone } from '../support/a-small-city.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

/** Attacks of colleagues who have come past every route: what a transaction in their name still reaches. */

const folder = makeTemporaryFolder('second-lock');
const DRAFT = '30000000000000aa';
const RULES = '30000000000000bb';
let database: TemporaryDatabase;
let owner: Person;
let stranger: Person;
let walidata: Person;
let official: Person;
let releaseId: string;
let uploadId: string;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  const { sql } = database;
  await insertSmallCity(sql);
  const keys = openKeys(`${folder.path}/keys`);
  owner = await aPerson(sql, keys, { roles: ['produsenData'], producerId: 'dinas-a' });
  stranger = await aPerson(sql, keys, { roles: ['produsenData'], producerId: 'dinas-b' });
  walidata = await aPerson(sql, keys, { roles: ['walidata'] });
  official = await aPerson(sql, keys, { roles: ['pejabatPenandatangan'] });
  await sql`
    insert into layer (layer_id, kind, title, access_class, producer_id)
    values ('rahasia-a', 'zones', 'Rahasia A', 'internal', 'dinas-a'), ('aturan-a', 'rules', 'Aturan A', 'terbuka', 'dinas-a')`;
  for (const [layerId, versionId] of [
    ['rahasia-a', DRAFT],
    ['aturan-a', RULES],
  ] as const)
    await sql`
      insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report)
      values (${versionId}, ${layerId}, 'uji', 'uji', ${versionId.repeat(4)}, 'GeoJSON', 1, '{}')`;
  await insertZone(sql, DRAFT, 1, 'QZ-7', 'MULTIPOLYGON(((116.8 -1.2,116.81 -1.2,116.81 -1.19,116.8 -1.2)))');
  await sql`insert into regulation (version_id, regulation_id, kind, title) values (${RULES}, 'r', 'perwali', 'Rancangan')`;
  uploadId = randomUUID();
  await sql`
    insert into upload (upload_id, account_id, file_name, byte_count, started_at, touched_at)
    values (${uploadId}, ${owner.accountId}, 'rahasia.gpkg', 10, now(), now())`;
  const [made] = await sql<{ releaseId: string }[]>`
    insert into release (kind, title, state, created_by, created_at, hands)
    values ('change', 'Rahasia', 'diperiksa', ${owner.accountId}, now(), array[${owner.accountId}]) returning release_id as "releaseId"`;
  releaseId = made?.releaseId ?? '';
  await sql`
    insert into release_item (release_id, position, layer_id, version_id) values (${releaseId}, 0, 'rahasia-a', ${DRAFT})`;
  await sql`insert into job (kind, release_id, actor) values ('check', ${releaseId}, ${`account:${owner.accountId}`})`;
});
afterAll(async () => {
  await database.drop();
  folder.remove();
});

const as = <T>(person: Person, work: (tx: TransactionSql) => Promise<T>): Promise<T> =>
  inTheNameOf(database.sql, person, work);

/** How many rows of the draft somebody reaches, table by table. */
const reached = (person: Person) =>
  as(person, async (tx) => {
    const [row] = await tx`
      select (select count(*)::int from layer where producer_id = 'dinas-a' and access_class = 'internal') as layers,
             (select count(*)::int from layer_version where version_id in (${DRAFT}, ${RULES})) as versions,
             (select count(*)::int from zone where version_id = ${DRAFT}) as zones,
             (select count(*)::int from regulation where version_id = ${RULES}) as rules,
             (select count(*)::int from release) as releases, (select count(*)::int from release_item) as items,
             (select count(*)::int from job) as jobs, (select count(*)::int from upload) as uploads`;
    return { ...row };
  });

const NOTHING = { layers: 0, versions: 0, zones: 0, rules: 0, releases: 0, items: 0, jobs: 0, uploads: 0 };
const DRAFTS = { layers: 1, versions: 2, zones: 1, rules: 1, releases: 1, items: 1, jobs: 1 };

describe('a draft of one agency', () => {
  test('is read by that agency, and by who reads all drafts; another agency reaches no row of it', async () => {
    expect(await reached(owner)).toEqual({ ...DRAFTS, uploads: 1 });
    for (const person of [walidata, official])
      expect(await reached(person)).toEqual({ ...DRAFTS, uploads: 0 });
    expect(await reached(stranger)).toEqual(NOTHING);
  });

  test('AUT02: a session that nobody has used for two hours reaches nothing behind the second lock, either', async () => {
    const usedAt = (moment: string) =>
      database.sql`update account_session set updated_at = now() - ${moment}::interval where id = ${owner.sessionId}`;
    try {
      await usedAt('1 hour 59 minutes');
      expect(await reached(owner)).toEqual({ ...DRAFTS, uploads: 1 });
      await usedAt('2 hours 1 second');
      expect(await reached(owner)).toEqual(NOTHING);
      // … by the same limit as the first lock has.
      const now = Date.now();
      expect(now - idleSinceOf(new Date(now)).getTime()).toBe(2 * 3_600_000);
    } finally {
      await usedAt('0');
    }
  });

  test('what is public is read by every colleague', async () => {
    const seen = await as(
      stranger,
      (tx) => tx<{ zones: number; rules: number }[]>`
        select (select count(*)::int from zone where version_id = '1000000000000003') as zones,
               (select count(*)::int from intensity_rule where version_id = '1000000000000001') as rules`,
    );
    expect({ ...seen[0] }).toEqual({ zones: 3, rules: 4 });
  });

  test.each<[string, (tx: TransactionSql) => Promise<{ readonly count: number }>]>([
    ['describes its layer', (tx) => tx`update layer set title = 'diambil' where layer_id = 'rahasia-a'`],
    ['opens its layer', (tx) => tx`update layer set access_class = 'terbuka' where layer_id = 'rahasia-a'`],
    ['takes its layer', (tx) => tx`update layer set producer_id = 'dinas-b' where layer_id = 'rahasia-a'`],
    ['moves its release', (tx) => tx`update release set title = 'diambil' where release_id = ${releaseId}`],
    ['empties its release', (tx) => tx`delete from release_item where release_id = ${releaseId}`],
    ['takes its version over', (tx) => tx`update release_item set layer_id = 'rdtr-uji' where true`],
    ['ends its check', (tx) => tx`update job set state = 'cancelled', ended_at = now() where true`],
    ['takes its file', (tx) => tx`update upload set account_id = ${stranger.accountId} where true`],
    ['changes its zones', (tx) => tx`update zone set code = 'R-3' where version_id = ${DRAFT}`],
    ['throws its version away', (tx) => tx`delete from layer_version where version_id = ${DRAFT}`],
  ])('another agency that %s changes nothing', async (_, attack) => {
    // A right that is not given at all is refused; one that is given reaches no row.
    const outcome = await as(stranger, attack).catch((error) => String(error));
    expect(typeof outcome === 'string' ? outcome : outcome.count).toSatisfy(
      (value) =>
        value === 0 || /permission denied for table (zone|layer_version|upload)$/.test(String(value)),
    );
  });

  test.each<[string, () => Person, (tx: TransactionSql) => Promise<unknown>]>([
    [
      'another agency puts its layer into a release of its own',
      () => stranger,
      async (tx) => {
        const [own] = await tx<{ id: string }[]>`
          insert into release (kind, title, state, created_by, created_at, hands)
          values ('change', 'Umpan', 'draf', ${stranger.accountId}, now(), array[${stranger.accountId}]) returning release_id as id`;
        await tx`insert into release_item (release_id, position, layer_id, version_id)
                 values (${own?.id ?? ''}, 0, 'rahasia-a', ${DRAFT})`;
      },
    ],
    [
      'somebody makes a release in the name of somebody else',
      () => stranger,
      (tx) => tx`insert into release (kind, title, state, created_by, created_at, hands)
                 values ('change', 'Umpan', 'draf', ${owner.accountId}, now(), array[${owner.accountId}])`,
    ],
    [
      'somebody registers a layer for another agency',
      () => stranger,
      (tx) =>
        tx`insert into layer (layer_id, kind, title, producer_id) values ('umpan', 'zones', 'Umpan', 'dinas-a')`,
    ],
    [
      'a producer approves',
      () => owner,
      (tx) => tx`update release set state = 'disetujui', submitted_by = ${walidata.accountId},
                   decided_by = ${owner.accountId}, decree = 'x', valid_from = '2026-01-01' where release_id = ${releaseId}`,
    ],
    [
      'an official approves in the name of another',
      () => official,
      (tx) => tx`update release set state = 'disetujui', submitted_by = ${owner.accountId},
                   decided_by = ${walidata.accountId}, decree = 'x', valid_from = '2026-01-01' where release_id = ${releaseId}`,
    ],
    [
      'somebody submits in the name of the maker',
      () => walidata,
      (tx) =>
        tx`update release set state = 'diajukan', submitted_by = ${owner.accountId} where release_id = ${releaseId}`,
    ],
    [
      'somebody queues work in the name of another',
      () => stranger,
      (tx) =>
        tx`insert into job (kind, release_id, actor) values ('publish', ${releaseId}, ${`account:${official.accountId}`})`,
    ],
    [
      'a file is brought in the name of another',
      () => stranger,
      (tx) => tx`insert into upload (upload_id, account_id, file_name, byte_count, started_at, touched_at)
                 values (${randomUUID()}, ${owner.accountId}, 'umpan.gpkg', 1, now(), now())`,
    ],
    [
      'a version is smuggled in beside the import',
      () => owner,
      (
        tx,
      ) => tx`insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report)
                 values ('30000000000000cc', 'rahasia-a', 'x', 'x', ${'ab'.repeat(32)}, 'x', 0, '{}')`,
    ],
    [
      'a producer announces a revision',
      () => owner,
      (tx) => tx`insert into revision_notice (layer_id, since, noted_by, noted_at)
                 values ('rdtr-uji', '2026-01-01', ${owner.accountId}, now())`,
    ],
  ])('it is refused that %s', async (_, who, attack) => {
    await expect(as(who(), attack)).rejects.toThrow(
      /row-level security|permission denied for table|nobody acts in the name of somebody else|decides nothing/,
    );
  });

  test('and after a transaction in somebody’s name the program is itself again', async () => {
    await expect(as(stranger, (tx) => tx`select 1 / (select count(*) from release)`)).rejects.toThrow('zero');
    expect((await database.sql`select from release`).length).toBe(1);
  });
});
