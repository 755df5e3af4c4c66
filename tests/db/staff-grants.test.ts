import { join } from 'node:path';
import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '#domain/accounts/role';
import { inTheNameOf } from '../../server/features/accounts/index.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

/** The office of the producer who is asked; every layer of the fixture belongs to it. */
const OFFICE = 'dppr';
let database: TemporaryDatabase;
let folder: TemporaryFolder;
let keys: ReturnType<typeof openKeys>;
const people = {} as Record<Role, Person>;
let maker: Person;
let releaseId: string;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('staff-grants');
  keys = openKeys(join(folder.path, 'keys'));
  for (const role of ROLES)
    people[role] = await aPerson(database.sql, keys, {
      roles: [role],
      producerId: OFFICE,
      kelurahanCode: '6471',
    });
  maker = await aPerson(database.sql, keys, { roles: ['walidata'] });
  releaseId = await fill();
});
afterAll(async () => {
  await database.drop();
  folder.remove();
});

/** Three layers with a zone each: one for everybody, one internal, one that is open but a draft; a release of the draft. */
async function fill(): Promise<string> {
  const { sql } = database;
  const versions = { terbuka: 'a'.repeat(16), internal: 'b'.repeat(16), draf: 'c'.repeat(16) };
  for (const [name, versionId] of Object.entries(versions)) {
    const accessClass = name === 'internal' ? name : 'terbuka';
    await sql`
      insert into layer (layer_id, kind, title, producer_id, access_class)
      values (${name}, 'zones', 'CONTOH', ${OFFICE}, ${accessClass})`;
    await sql`
      insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report)
      values (${versionId}, ${name}, 'CONTOH', 'uji', ${'0'.repeat(64)}, 'uji', 1, '{}')`;
    await sql`
      insert into zone (version_id, feature_no, code, geom, area_m2)
      values (${versionId}, 1, 'R-1', st_multi(st_makeenvelope(116.8, -1.2, 116.81, -1.19, 4326)), 1)`;
    if (name !== 'draf')
      await sql`
        insert into publication (layer_id, version_id, valid_from, decree, access_class)
        values (${name}, ${versionId}, '2026-01-01', 'CONTOH', ${accessClass})`;
    await sql`
      insert into tile_archive (version_id, file_name, sha256, byte_count, tile_count)
      values (${versionId}, 'x', ${'0'.repeat(64)}, 1, 1)`;
  }
  const [release] = await sql<{ releaseId: string }[]>`
    insert into release (kind, title, state, created_by, created_at, hands)
    values ('change', 'CONTOH', 'draf', ${maker.accountId}, now(), array[${maker.accountId}]) returning release_id as "releaseId"`;
  const made = release?.releaseId ?? '';
  // A row that came later may ask for more: what is not known here keeps its default.
  await sql`
    insert into release_item (release_id, position, layer_id, version_id) values (${made}, 0, 'draf', ${versions.draf})`;
  await sql`insert into job (kind, release_id, actor) values ('check', ${made}, ${`account:${maker.accountId}`})`;
  await sql`
    insert into outbox_message (dedupe_key, channel, recipient, language, template, parameters, due_at)
    values ('uji:1', 'email', 'x', 'id', 'account.invitation', '{}', now())`;
  return made;
}

/** Runs work that is taken back again. @returns what came of it, or the refusal */
async function tried<T>(
  person: Person,
  work: (tx: TransactionSql) => Promise<T>,
): Promise<T | 'closed' | 'refused'> {
  let outcome: T | 'closed' | 'refused' = 'refused';
  class Back extends Error {}
  try {
    await inTheNameOf(database.sql, person, async (tx) => {
      outcome = await work(tx);
      throw new Back();
    });
  } catch (error) {
    if (error instanceof Back) return outcome;
    const text = String(error);
    if (text.includes('permission denied for')) return 'closed';
    // A row that others lean on was reached.
    if (text.includes('foreign key')) return 'refused';
    if (/row-level security|nobody acts|decides nothing|by a job alone/.test(text)) return 'refused';
    throw error;
  }
  return outcome;
}

const sees = (person: Person, table: string) =>
  tried(person, async (tx) => (await tx`select from ${tx(table)}`).length);

describe('the allow-list', () => {
  it('is what the database holds, in a database that had other rights too', async () => {
    const { sql } = database;
    await sql`grant all on publication, outbox_message, comparison to omod_staff`;
    await sql`grant usage on sequence correction_ticket to omod_staff`;
    await migrate(sql);
    const rows = await sql<{ name: string }[]>`
      select t.tablename as name from pg_tables t left join staff_grants() g on g.table_name = t.tablename
      where t.schemaname = 'public' and t.tableowner = current_user
        and rights_held(t.tablename) is distinct from rights_listed(coalesce(g.rights, ''))`;
    expect(rows).toEqual([]);
    const denied = people.walidata;
    for (const table of ['publication', 'tile_archive', 'layer_version', 'zone', 'log_node'])
      expect(await tried(denied, (tx) => tx`insert into ${tx(table)} default values`), table).toBe('closed');
    const [sequence] =
      await sql`select has_sequence_privilege('omod_staff', 'correction_ticket', 'usage') as is`;
    expect(sequence).toEqual({ is: false });
  });

  it('holds rows back in every table that staff may write or that is not for everybody', async () => {
    const open = await database.sql<{ name: string }[]>`
      select g.table_name as name from staff_grants() g join pg_class c on c.oid = to_regclass(g.table_name)
      where g.rights <> '' and not c.relrowsecurity order by 1`;
    // A classification that anybody can buy, and leaves that say nothing but their number.
    expect(open.map(({ name }) => name)).toEqual(['kbli', 'log_leaf']);
  });
});

describe('every table, asked by every role', () => {
  /** Rows that are seen: of layers, versions and zones three each, of publications two, of the rest one. */
  const OPEN = { layer: 2, layer_version: 1, publication: 1, zone: 1, tile_archive: 1 };
  const ALL = { layer: 3, layer_version: 3, publication: 2, zone: 3, tile_archive: 3 };
  const RELEASE = { release: 1, release_item: 1, job: 1 };
  const NO_RELEASE = { release: 0, release_item: 0, job: 0 };
  const drafts: readonly Role[] = [
    'produsenData',
    'walidata',
    'analis',
    'verifikator',
    'pejabatPenandatangan',
    'pejabatPenghubung',
    'auditor',
  ];

  it.each(ROLES)('%s sees layers, drafts and releases as far as the rights go', async (role) => {
    const expected = drafts.includes(role) ? { ...ALL, ...RELEASE } : { ...OPEN, ...NO_RELEASE };
    const seen: Record<string, unknown> = {};
    for (const table of Object.keys(expected)) seen[table] = await sees(people[role], table);
    expect(seen).toEqual(expected);
  });

  it('writes where the list and its rights say, and nowhere else', async () => {
    const tables = await database.sql<{ name: string; column: string | null; rows: number }[]>`
      select t.tablename as name, min(a.attname) filter (where a.attidentity = '' and a.attgenerated = '') as column,
             (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I', t.tablename), false, true, '')))
               [1]::text::int as rows
      from pg_tables t join pg_attribute a on a.attrelid = to_regclass(t.tablename) and a.attnum > 0
        and (has_column_privilege('omod_staff', a.attrelid, a.attnum, 'update')
             or not has_any_column_privilege('omod_staff', a.attrelid, 'update'))
      where t.schemaname = 'public' and t.tablename <> 'spatial_ref_sys'
      group by 1 order by 1`;
    expect(tables.length).toBeGreaterThan(50);
    const reached: Record<string, string[]> = {};
    for (const { name, column } of tables.filter(({ rows }) => rows > 0))
      for (const role of ROLES) {
        const steps = {
          update: (tx: TransactionSql) =>
            tx`update ${tx(name)} set ${tx(column ?? '')} = ${tx(column ?? '')}`,
          delete: (tx: TransactionSql) => tx`delete from ${tx(name)}`,
        };
        for (const [step, ask] of Object.entries(steps)) {
          const outcome = await tried(people[role], async (tx) => (await ask(tx)).count);
          if (outcome === 'closed' || outcome === 0) continue;
          const key = `${step} ${name}`;
          reached[key] = [...(reached[key] ?? []), `${role} ${outcome}`];
        }
      }
    expect(reached).toMatchInlineSnapshot(`
      {
        "delete account_role": [
          "administrator 15",
        ],
        "delete account_session": [
          "pemohon 1",
          "pelaporTerverifikasi 1",
          "petugasLayanan 1",
          "surveyor 1",
          "analis 1",
          "verifikator 1",
          "pejabatPenandatangan 1",
          "produsenData 1",
          "walidata 1",
          "pejabatPenghubung 1",
          "satpolPp 1",
          "lurah 1",
          "auditor 1",
          "administrator 15",
        ],
        "delete release_item": [
          "pejabatPenandatangan 1",
          "produsenData 1",
          "walidata 1",
        ],
        "delete tile_archive": [
          "produsenData 1",
          "walidata 1",
        ],
        "update account": [
          "administrator 15",
        ],
        "update job": [
          "pejabatPenandatangan refused",
          "produsenData refused",
          "walidata refused",
        ],
        "update layer": [
          "produsenData 3",
          "walidata 3",
        ],
        "update producer": [
          "walidata 1",
        ],
        "update release": [
          "pejabatPenandatangan 1",
          "produsenData 1",
          "walidata 1",
        ],
        "update release_item": [
          "pejabatPenandatangan 1",
          "produsenData 1",
          "walidata 1",
        ],
      }
    `);
  });

  it('without its second factor a session of staff is nobody’s', async () => {
    for (const role of ROLES) {
      const half = await aPerson(database.sql, keys, {
        roles: [role],
        producerId: OFFICE,
        hasSecondFactor: false,
      });
      const seen = await Promise.all(['layer', 'zone', 'release', 'job'].map((table) => sees(half, table)));
      expect(seen, role).toEqual([2, 1, 0, 0]);
    }
  });
});

describe('whoever acts as staff', () => {
  const staff: readonly Role[] = [
    'pemohon',
    'produsenData',
    'walidata',
    'pejabatPenandatangan',
    'administrator',
  ];
  const attempts: Readonly<Record<string, (tx: TransactionSql, me: Person) => Promise<unknown>>> = {
    'publishes nothing': (tx) =>
      tx`insert into publication (layer_id, version_id, valid_from, decree) values ('draf', ${'c'.repeat(16)}, '2026-01-01', 'x')`,
    'carries no approval out': (tx, me) => tx`
      update release set state = 'terbit', decided_by = ${me.accountId}, submitted_by = ${me.accountId}, decree = 'x',
        valid_from = '2026-01-01'`,
    'decides in no other name': (tx) => tx`
      update release set state = 'ditolak', decided_by = 'somebody'`,
    'submits in no other name': (tx) => tx`update release set state = 'diajukan', submitted_by = 'somebody'`,
    'gives no release to somebody else': (tx) => tx`update release set created_by = 'x'`,
    'makes no release in another name': (tx) => tx`
      insert into release (kind, title, state, created_by, created_at) values ('change', 'x', 'draf', 'somebody', now())`,
    'writes no leaf': (tx) => tx`insert into log_leaf (leaf_index, event_id) values (99, gen_random_uuid())`,
    'changes no version': (tx) => tx`update layer_version set label = 'x'`,
    'reads no message': (tx) => tx`select recipient from outbox_message`,
    'gives no job another owner': (tx) => tx`update job set actor = 'account:x'`,
    'ends no job as done': (tx) => tx`update job set state = 'done', ended_at = now()`,
  };
  it.each(Object.keys(attempts))('%s', async (name) => {
    const rows = async () =>
      JSON.stringify([
        await database.sql`select * from release`,
        await database.sql`select * from job`,
        await database.sql`select * from publication`,
      ]);
    const before = await rows();
    for (const role of staff) {
      const outcome = inTheNameOf(database.sql, people[role], async (tx) => {
        await attempts[name]?.(tx, people[role]);
      });
      // What is out of reach is not there: then nothing was changed.
      await outcome.catch((error) => {
        expect(String(error), role).toMatch(
          /permission denied|row-level security|never changed|nobody acts|decides nothing|job alone|violates check/,
        );
      });
      expect(await rows(), role).toBe(before);
    }
  });

  it('takes nothing out of a release of another office, and ends none of its jobs', async () => {
    const other = await aPerson(database.sql, keys, { roles: ['produsenData'], producerId: 'pu' });
    for (const person of [other, people.auditor, people.pemohon, people.petugasLayanan]) {
      const taken = await tried(person, async (tx) => (await tx`delete from release_item`).count);
      expect(taken).toBe(0);
      const ended = await tried(
        person,
        async (tx) => (await tx`update job set state = 'cancelled', ended_at = now()`).count,
      );
      expect(ended).toBe(0);
    }
    const own = await tried(
      people.produsenData,
      async (tx) => (await tx`delete from release_item where release_id = ${releaseId}`).count,
    );
    expect(own).toBe(1);
  });
});
