import { link, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  prepareArchive,
  prepareSearch,
  publishVersion,
  sweepPrepared,
} from '../../server/features/publish/index.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { openArchive } from '../../tiles/archive/read.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { tileDeps } from '../support/tile-deps.ts';
import { insertZoneVersion, squareAt } from '../support/tile-versions.ts';

/** Tiles that are made before anybody approves: taken while they are what would be made now, and never anything else. */

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let deps: Deps;
let layerId: string;
let first: string;
let draft: string;
let count = 0;

beforeAll(async () => {
  database = await createTemporaryDatabase();
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});
beforeEach(async () => {
  folder?.remove();
  folder = makeTemporaryFolder('prepared');
  deps = tileDeps(database.sql, folder.path);
  count += 1;
  layerId = `siap-${count}`;
  const east = ['K-2', squareAt(116.834, -1.27, 0.004)] as const;
  first = await insertZoneVersion(database.sql, {
    layerId,
    zones: [['R-3', squareAt(116.83, -1.27, 0.004)], east],
  });
  draft = await insertZoneVersion(database.sql, {
    layerId,
    zones: [[`RTH-${count}`, squareAt(116.83, -1.27, 0.004)], east],
  });
  expect((await publish(first, '2026-01-01')).ok).toBe(true);
  expect(await prepareArchive(deps, draft, first)).toBeNull();
});

const publish = (versionId: string, validFrom: string) =>
  publishVersion(deps, { layerId, versionId, validFrom, decree: 'CONTOH Nomor 1' });
const prepared = (): Promise<string[]> => readdir(join(folder.path, 'prepared'));
const preparedPath = async (): Promise<string> => join(folder.path, 'prepared', (await prepared())[0] ?? '');
const archivePath = (): string => join(folder.path, `${draft}.pmtiles`);
const rows = () => database.sql`select version_id from prepared_archive where version_id = ${draft}`;
async function titleOf(path: string): Promise<unknown> {
  const bytes = await readFile(path);
  const slice = (offset: number, length: number) => bytes.subarray(offset, offset + length);
  return openArchive({ size: bytes.length, slice }).metadata.name;
}

it('becomes the archive of the publication, the very file, and is the one that would have been made', async () => {
  const path = await preparedPath();
  const [{ ino }, bytes] = [await stat(path), await readFile(path)];
  expect((await readdir(folder.path)).sort()).toEqual([`${first}.pmtiles`, 'prepared']);
  const outcome = await publish(draft, '2026-02-01');
  expect(outcome.ok && outcome.value.archive).toMatchObject({ isReused: false, versionId: draft });
  expect((await stat(archivePath())).ino).toBe(ino);
  expect([await prepared(), await rows()]).toEqual([[], []]);
  // The same version made without it.
  await database.sql`delete from tile_archive where version_id = ${draft}`;
  await rm(archivePath());
  expect((await publish(draft, '2026-03-01')).ok).toBe(true);
  expect((await readFile(archivePath())).equals(bytes)).toBe(true);
});

it('is not taken when it says something else of its layer by now', async () => {
  await database.sql`update layer set title = 'Nama baru' where layer_id = ${layerId}`;
  expect((await publish(draft, '2026-02-01')).ok).toBe(true);
  expect(await titleOf(archivePath())).toBe('Nama baru');
  expect(await rows()).toEqual([]);
});

it('is made anew when it is asked for again after such a change, and only then', async () => {
  const [before] = await prepared();
  expect(await prepareArchive(deps, draft, first)).toBeNull();
  expect(await prepared()).toEqual([before]);
  await database.sql`update layer set title = 'Nama baru' where layer_id = ${layerId}`;
  expect(await prepareArchive(deps, draft, first)).toBeNull();
  const after = await prepared();
  expect(after).toHaveLength(1);
  expect(after).not.toEqual([before]);
  expect(await titleOf(await preparedPath())).toBe('Nama baru');
});

it('is not taken when its file is damaged, cut off or gone', async () => {
  const path = await preparedPath();
  const whole = await readFile(path);
  const damaged = Buffer.from(whole);
  damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
  for (const [month, bytes] of [damaged, whole.subarray(0, 100), null].entries()) {
    await database.sql`delete from tile_archive where version_id = ${draft}`;
    await rm(archivePath(), { force: true });
    await prepareArchive(deps, draft, first);
    if (bytes === null) await rm(await preparedPath());
    else await writeFile(await preparedPath(), bytes);
    expect((await publish(draft, `2026-0${month + 2}-01`)).ok).toBe(true);
    expect((await readFile(archivePath())).equals(whole)).toBe(true);
    await rm(join(folder.path, 'prepared'), { recursive: true });
  }
});

it('goes to one of two publishers at once; the other finds it in force', async () => {
  const both = await Promise.all([publish(draft, '2026-02-01'), publish(draft, '2026-02-01')]);
  expect(both.map((one) => (one.ok ? 'published' : one.problem.code)).sort()).toEqual([
    'alreadyInForce',
    'published',
  ]);
  expect(await database.sql`select from publication where version_id = ${draft}`).toHaveLength(1);
  expect((await readdir(folder.path)).filter((name) => name.includes('.pmtiles')).sort()).toEqual(
    [`${draft}.pmtiles`, `${first}.pmtiles`].sort(),
  );
});

it('taken by a publisher that was killed before its commit, it is made again by the next one', async () => {
  // As such a publisher leaves it: the file under its final name and marked, no record, no publication.
  await link(await preparedPath(), archivePath());
  await rm(await preparedPath());
  await writeFile(`${archivePath()}.pending`, '');
  await writeFile(archivePath(), 'half');
  expect((await publish(draft, '2026-02-01')).ok).toBe(true);
  expect(await titleOf(archivePath())).toBeTypeOf('string');
  expect((await readdir(folder.path)).some((name) => name.endsWith('.pending'))).toBe(false);
});

it('stays where the publication fails after it was taken', async () => {
  await database.sql`
    create function refuse_publication() returns trigger language plpgsql as
      $$ begin raise exception 'the disk of the database is full'; end $$`;
  await database.sql`
    create trigger refuse before insert on publication for each row execute function refuse_publication()`;
  try {
    await expect(publish(draft, '2026-02-01')).rejects.toThrow('the disk of the database is full');
  } finally {
    await database.sql`drop trigger refuse on publication`;
    await database.sql`drop function refuse_publication`;
  }
  expect(await readdir(folder.path)).not.toContain(`${draft}.pmtiles`);
  expect((await publish(draft, '2026-02-01')).ok).toBe(true);
});

it('is made of nothing that is not for everybody, and swept once no release waits for it', async () => {
  await database.sql`update layer set access_class = 'internal' where layer_id = ${layerId}`;
  await rm(await preparedPath());
  await database.sql`delete from prepared_archive where version_id = ${draft}`;
  expect(await prepareArchive(deps, draft, first)).toBeNull();
  expect(await prepared()).toEqual([]);

  await database.sql`update layer set access_class = 'terbuka' where layer_id = ${layerId}`;
  await prepareArchive(deps, draft, first);
  const [release] = await database.sql<{ id: string }[]>`
    insert into release (kind, title, state, created_by, created_at, hands)
    values ('change', 'uji', 'diperiksa', 'a', now(), array['a']) returning release_id as id`;
  await database.sql`
    insert into release_item (release_id, position, layer_id, version_id)
    values (${release?.id ?? ''}, 0, ${layerId}, ${draft})`;
  const old = new Date(deps.clock.now().getTime() - 2 * 3_600_000);
  await utimes(await preparedPath(), old, old);
  await sweepPrepared(deps);
  expect([await prepared(), await rows()].map((list) => list.length)).toEqual([1, 1]);
  await database.sql`update release set state = 'ditarik' where release_id = ${release?.id ?? ''}`;
  // What no row names may still be written for a while.
  await writeFile(join(folder.path, 'prepared', `${draft}.pmtiles.tmp-0123456789ab`), '');
  await utimes(
    join(folder.path, 'prepared', `${draft}.pmtiles.tmp-0123456789ab`),
    deps.clock.now(),
    deps.clock.now(),
  );
  await sweepPrepared(deps);
  expect([await prepared(), await rows()]).toEqual([[`${draft}.pmtiles.tmp-0123456789ab`], []]);
});

it('the names of a draft are written ahead, found by nobody before it is in force, and taken away with it', async () => {
  const names = async (): Promise<string[]> =>
    (await database.sql<{ name: string }[]>`select name from search_entry where version_id = ${draft}`).map(
      ({ name }) => name,
    );
  await database.sql`update zone set kodblk = 'I.A.1' where version_id = ${draft}`;
  await database.sql`update layer set access_class = 'internal' where layer_id = ${layerId}`;
  await prepareSearch(deps, draft);
  expect(await names()).toEqual([]);
  await database.sql`update layer set access_class = 'terbuka' where layer_id = ${layerId}`;
  // Two at once write them once.
  await Promise.all([prepareSearch(deps, draft), prepareSearch(deps, draft)]);
  expect(await names()).toEqual(['I.A.1']);
  const inForce = await database.sql`
    select from search_candidates(search_key('I.A.1'),
      array(select version_id from version_in_force('2026-11-21') where layer_id = ${layerId}), 10)`;
  expect(inForce).toHaveLength(0);

  await sweepPrepared(deps);
  expect(await names()).toEqual([]);
  await prepareSearch(deps, draft);
  expect((await publish(draft, '2026-02-01')).ok).toBe(true);
  await sweepPrepared(deps);
  expect(await names()).toEqual(['I.A.1']);
});

it('names that are being published are not taken away as those of a draft', async () => {
  await database.sql`update zone set kodblk = 'I.A.2' where version_id = ${draft}`;
  await prepareSearch(deps, draft);
  await database.sql.begin(async (tx) => {
    await tx`
      insert into publication (layer_id, version_id, valid_from, decree, access_class)
      values (${layerId}, ${draft}, '2026-02-01', 'CONTOH', 'terbuka')`;
    await sweepPrepared(deps);
  });
  expect(await database.sql`select from search_entry where version_id = ${draft}`).not.toHaveLength(0);
});
