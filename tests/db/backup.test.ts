import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgresTools } from '../../scripts/setup/find-postgres-tools.ts';
import { readEnvironment } from '../../server/env.ts';
import { makeBackup, restoreBackup } from '../../server/features/backup/index.ts';
import { audit, currentCheckpoint, inspectLog } from '../../server/features/log/index.ts';
import { publishVersion } from '../../server/features/publish/index.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { insertSmallCity, SMALL_CITY } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { tileDeps } from '../support/tile-deps.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let binDirectory: string;
const at = (name: string) => join(folder.path, name);
const deps = () => ({ ...tileDeps(database.sql, at('data/tiles')), keys: openKeys(at('keys')) });
const note = (layerId: string) =>
  audit(database.sql, {
    kind: 'layer.withdrawn',
    actor: 'operator',
    facts: { layerId, publicationId: '1', validFrom: '2026-01-01', decree: 'CONTOH' },
  });
const backup = (directory: string) =>
  makeBackup(deps(), {
    databaseUrl: database.url,
    binDirectory,
    dataDirectory: at('data'),
    directory: at(directory),
  });
const question = `/api/v1/lookup?lon=${SMALL_CITY.inParcel[0]}&lat=${SMALL_CITY.inParcel[1]}&on=2026-03-01&activity=bengkel`;
const ask = async (sql: TemporaryDatabase['sql']) => (await anApp(sql).request(question)).json();

/**
 * Into a database of its own, as on another machine, with a copy of the keys or without. Under the very same folder of keys
 * two logs that go on from one backup would be two histories, and neither would be signed any more.
 */
async function restore(
  directory: string,
  options: { newerCheckpoint?: string; keys?: string; trustedKeys?: string; into?: TemporaryDatabase } = {},
) {
  const target = options.into ?? (await createTemporaryDatabase({ migrated: false }));
  const data = at(`restored-${directory}-${Math.random().toString(16).slice(2, 8)}`);
  if (options.keys === undefined) cpSync(at('keys'), `${data}-keys`, { recursive: true });
  const targetDeps = {
    ...tileDeps(target.sql, join(data, 'tiles')),
    keys: openKeys(options.keys ?? `${data}-keys`),
  };
  const outcome = await restoreBackup(targetDeps, {
    databaseUrl: target.url,
    binDirectory,
    dataDirectory: data,
    directory: at(directory),
    newerCheckpoint: options.newerCheckpoint,
    trustedKeys: options.trustedKeys,
  });
  return { target, data, outcome, targetDeps };
}

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('backup');
  const environment = readEnvironment();
  if (!environment.ok) throw new Error('environment');
  binDirectory = await findPostgresTools(environment.value, database.sql);
  await insertSmallCity(database.sql);
  const published = await publishVersion(deps(), {
    layerId: 'rdtr-uji',
    versionId: '1000000000000003',
    validFrom: '2026-02-01',
    decree: 'CONTOH Nomor 1',
  });
  expect(published.ok).toBe(true);
  mkdirSync(at('data/files/a'), { recursive: true });
  writeFileSync(at('data/files/a/asli.gpkg'), 'isi');
  for (let i = 0; i < 5; i++) await note(`uji-${i}`);
});
afterAll(async () => {
  await database.drop();
  folder.remove();
});

describe('the drill', () => {
  it('a backup made while the product writes is one moment of it, and comes back whole', async () => {
    let isDone = false;
    const writing = (async () => {
      for (let i = 0; !isDone; i++) {
        // Uploads come and go meanwhile: the part of one is there when files are listed, and has another name when it is read.
        writeFileSync(at('data/files/upload-0.part'), 'belum utuh');
        await note(`selama-${i}`);
        rmSync(at('data/files/upload-0.part'));
      }
    })();
    const made = await backup('hari-ini').finally(() => {
      isDone = true;
    });
    await writing;
    if (!made.ok) throw new Error(made.problem);
    const { logSize } = made.value;
    expect(logSize).toBeGreaterThanOrEqual(6);
    expect(made.value.files.map(({ path }) => path)).toEqual([
      'checkpoint.txt',
      'database.dump',
      'files/a/asli.gpkg',
      'log-keys.txt',
      'tile-archives.json',
    ]);
    for (const name of ['.', ...(readdirSync(at('hari-ini'), { recursive: true }) as string[])])
      expect(statSync(at(`hari-ini/${name}`)).mode & 0o077, name).toBe(0);
    for (const name of readdirSync(at('hari-ini'), { recursive: true }) as string[])
      if (statSync(at(`hari-ini/${name}`)).isFile())
        expect(readFileSync(at(`hari-ini/${name}`), 'latin1')).not.toContain('"d":');

    const { target, data, outcome, targetDeps } = await restore('hari-ini');
    try {
      expect(outcome).toEqual({
        ok: true,
        // One that was published with its tiles; five that the small city put in force by the pointer alone get theirs.
        value: { origin: made.value.origin, logSize, provenBy: 'installation', archives: 6, missing: null },
      });
      const archive = (await database.sql`select file_name, sha256 from tile_archive`)[0]!;
      expect(readFileSync(join(data, 'tiles', archive.file_name))).toEqual(
        readFileSync(join(at('data/tiles'), archive.file_name)),
      );
      expect(readFileSync(join(data, 'files/a/asli.gpkg'), 'utf8')).toBe('isi');
      expect(await ask(target.sql)).toEqual(await ask(database.sql));
      // The log goes on where it was, under its own name, and says that it was restored.
      const { origin, size } = await currentCheckpoint(targetDeps);
      expect(size).toBe(logSize + 1);
      expect(origin).toBe((await currentCheckpoint(deps())).origin);
      expect(await inspectLog(targetDeps)).toMatchObject({ size: logSize + 1, damage: null });
      await expect(target.sql`delete from log_event`).rejects.toThrow('only appended to');
    } finally {
      await target.drop();
    }
  });

  it('DBF10: the backup of yesterday says exactly which entries are missing', async () => {
    const made = await backup('kemarin');
    if (!made.ok) throw new Error(made.problem);
    const { logSize } = made.value;
    for (let i = 0; i < 4; i++) await note(`sesudah-${i}`);
    const { note: newerCheckpoint } = await currentCheckpoint(deps());
    const { target, outcome } = await restore('kemarin', { newerCheckpoint });
    try {
      expect(outcome).toMatchObject({
        ok: true,
        value: { logSize, missing: { from: logSize, to: logSize + 4 } },
      });
      const [last] = await target.sql`
        select kind, facts from log_leaf join log_event using (event_id) order by leaf_index desc limit 1`;
      expect(last).toEqual({
        kind: 'backup.restored',
        facts: { restoredSize: logSize, knownSize: logSize + 4 },
      });
    } finally {
      await target.drop();
    }
  });

  it('a backup does not vouch for itself: keys that were kept elsewhere do, and nothing runs before', async () => {
    const alone = await restore('kemarin', { keys: at('no-keys') });
    const [row] = await alone.target.sql`select to_regclass('layer') as layer`;
    await alone.target.drop();
    expect(alone.outcome).toEqual({ ok: false, problem: { code: 'noTrustedKeys' } });
    expect(row?.layer).toBeNull();
    mkdirSync(at('kosong'));
    const nothing = await restore('kosong', { keys: at('no-keys') });
    await nothing.target.drop();
    expect(nothing.outcome).toEqual({ ok: false, problem: { code: 'manifestUnreadable' } });
    expect(existsSync(at('no-keys'))).toBe(false);
    openKeys(at('other-keys')).signingKeys('log');
    const foreign = await restore('kemarin', { keys: at('other-keys') });
    await foreign.target.drop();
    expect(foreign.outcome).toMatchObject({
      problem: { code: 'backupUnsigned', reason: 'signatureUnknown' },
    });
    const trustedKeys = readFileSync(at('kemarin/log-keys.txt'), 'utf8');
    const proven = await restore('kemarin', { keys: at('third-keys'), trustedKeys });
    await proven.target.drop();
    expect(proven.outcome).toMatchObject({ ok: true, value: { provenBy: 'given', missing: null } });
  });

  /** A copy of yesterday's backup with something done to it. */
  const changed = async (name: string, change: (at: (path: string) => string) => void) => {
    cpSync(at('kemarin'), at(name), { recursive: true });
    change((path) => at(`${name}/${path}`));
    const { target, outcome, data } = await restore(name);
    const [row] = await target.sql`select to_regclass('layer') as layer`;
    await target.drop();
    expect(row?.layer).toBeNull();
    expect(existsSync(join(data, 'files'))).toBe(false);
    return outcome;
  };
  it.each<[string, (at: (path: string) => string) => void, object]>([
    [
      'whose manifest was made to fit a changed dump',
      (path) => {
        writeFileSync(path('database.dump'), 'jahat');
        const manifest = JSON.parse(readFileSync(path('manifest.json'), 'utf8'));
        const dump = manifest.files.find((file: { path: string }) => file.path === 'database.dump');
        dump.sha256 = createHash('sha256').update('jahat').digest('hex');
        writeFileSync(path('manifest.json'), JSON.stringify(manifest));
      },
      { code: 'backupUnsigned', reason: 'manifestOther' },
    ],
    ['without a signature', (path) => rmSync(path('manifest.sig.txt')), { code: 'backupUnsigned' }],
    ['without a manifest', (path) => rmSync(path('manifest.json')), { code: 'manifestUnreadable' }],
    [
      'with half a manifest',
      (path) => writeFileSync(path('manifest.json'), '{'),
      { code: 'manifestUnreadable' },
    ],
    [
      'with one file more than is listed',
      (path) => writeFileSync(path('files/a/lagi.gpkg'), 'x'),
      { code: 'backupBroken', files: ['files/a/lagi.gpkg'] },
    ],
    [
      'with a link that nobody listed',
      (path) => symlinkSync('/etc', path('files/tautan')),
      { code: 'backupBroken', files: ['files/tautan'] },
    ],
    [
      'with a link in the place of a file, even to the same bytes',
      (path) => {
        rmSync(path('files/a/asli.gpkg'));
        symlinkSync(at('data/files/a/asli.gpkg'), path('files/a/asli.gpkg'));
      },
      { code: 'backupBroken', files: ['files/a/asli.gpkg'] },
    ],
  ])('a backup %s is refused before anything is touched', async (name, change, expected) => {
    expect(await changed(name.replaceAll(' ', '-'), change)).toMatchObject({ ok: false, problem: expected });
  });

  it('follows no link into what is not the product’s, and goes into no directory that others read', async () => {
    symlinkSync('/etc/hostname', at('data/files/tautan'));
    const made = await backup('tanpa-tautan').finally(() => rmSync(at('data/files/tautan')));
    if (!made.ok) throw new Error(made.problem);
    expect(existsSync(at('tanpa-tautan/files/tautan'))).toBe(false);
    mkdirSync(at('terbuka'), { mode: 0o755 });
    expect(await backup('terbuka')).toEqual({ ok: false, problem: 'directoryOpen' });
  });

  it('a log that turns out damaged does not stay: the database is empty again', async () => {
    await database.sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update log_event set facts = facts || '{"layerId": "lain"}' where event_id = (select event_id from log_leaf where leaf_index = 1)`;
    });
    const made = await backup('rusak');
    if (!made.ok) throw new Error(made.problem);
    const { target, outcome } = await restore('rusak');
    const left = await target.sql`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relname <> 'spatial_ref_sys'`;
    expect(outcome).toMatchObject({ problem: { code: 'logDamaged', damage: { code: 'eventChanged' } } });
    expect([...left]).toEqual([]);
    await target.drop();
  });

  it('refuses a database with anything in it, a foreign checkpoint, and a directory that is in use', async () => {
    expect((await restore('kemarin', { into: database })).outcome).toMatchObject({
      problem: { code: 'databaseNotEmpty' },
    });
    const foreign = await restore('kemarin', {
      newerCheckpoint: 'lain.example/log\n3\nAAAA\n\n— lain.example/log AAAAAAAA\n',
    });
    await foreign.target.drop();
    expect(foreign.outcome).toMatchObject({ problem: { code: 'checkpointUnreadable' } });
    expect(await backup('kemarin')).toMatchObject({ ok: false, problem: 'directoryNotEmpty' });
  });

  it('refuses a backup in which one byte is another, before anything is touched', async () => {
    const path = at('kemarin/database.dump');
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(path, bytes);
    const { target, outcome } = await restore('kemarin');
    const [row] = await target.sql`select to_regclass('layer') as layer`;
    await target.drop();
    expect(outcome).toEqual({ ok: false, problem: { code: 'backupBroken', files: ['database.dump'] } });
    expect(row?.layer).toBeNull();
  });
});
