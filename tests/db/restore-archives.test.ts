import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { forgetArchivesOf, restoreArchives } from '../../server/features/publish/index.ts';
import { type PublishedTiles, publishTwoZones } from '../support/published-tiles.ts';

let tiles: PublishedTiles;
let path: string;
let published: Buffer;
let lines: { level: number; versionId: string }[];

beforeAll(async () => {
  tiles = await publishTwoZones();
  path = join(tiles.deps.tilesDirectory, `${tiles.versionId}.pmtiles`);
  published = await readFile(path);
});
beforeEach(() => {
  lines = [];
});
afterAll(() => tiles.remove());

const restore = () =>
  restoreArchives({
    ...tiles.deps,
    log: pino({}, { write: (line: string) => lines.push(JSON.parse(line)) }),
  });

it('touches nothing when every recorded archive is there', async () => {
  expect(await restore()).toEqual({ recorded: 1, restored: [], failed: [] });
  expect(lines).toEqual([]);
});

it.each([
  ['missing', () => rm(path)],
  ['cut off', () => truncate(path, 200)],
])('builds an archive that is %s again, byte for byte, and says so in the log', async (_, damage) => {
  await damage();
  expect(await restore()).toEqual({ recorded: 1, restored: [tiles.versionId], failed: [] });
  expect((await readFile(path)).equals(published)).toBe(true);
  expect(lines).toMatchObject([{ level: 40, versionId: tiles.versionId }]);
  expect((await restore()).restored).toEqual([]);
});

it('closing that fails leaves the archive, closing that is killed afterwards is ended, and opening builds it again', async () => {
  const { sql, tilesDirectory } = tiles.deps;
  const hide = (fails: boolean) =>
    sql.begin(async (tx) => {
      await tx`update layer set access_class = 'internal' where layer_id = ${tiles.layerId}`;
      await forgetArchivesOf(tx, tilesDirectory, tiles.layerId);
      if (fails) throw new Error('killed');
    });
  await expect(hide(true)).rejects.toThrow('killed');
  expect((await readFile(path)).equals(published)).toBe(true);
  expect(await restore()).toEqual({ recorded: 1, restored: [], failed: [] });
  expect((await readFile(path)).equals(published)).toBe(true);
  expect((await readdir(tilesDirectory)).filter((name) => name.endsWith('.pending'))).toEqual([]);

  await hide(false);
  expect(await restore()).toEqual({ recorded: 0, restored: [], failed: [] });
  expect((await readdir(tilesDirectory)).filter((name) => name.includes('.pmtiles'))).toEqual([]);

  await sql`update layer set access_class = 'terbuka' where layer_id = ${tiles.layerId}`;
  expect(await restore()).toEqual({ recorded: 0, restored: [tiles.versionId], failed: [] });
  expect((await readFile(path)).equals(published)).toBe(true);
  expect(await restore()).toEqual({ recorded: 1, restored: [], failed: [] });
});

it('names an archive that cannot be built, and does not throw', async () => {
  await rm(tiles.deps.tilesDirectory, { recursive: true });
  await writeFile(tiles.deps.tilesDirectory, 'a file where the directory should be');
  const { restored, failed } = await restore();
  expect(restored).toEqual([]);
  expect(failed).toMatchObject([{ versionId: tiles.versionId }]);
});
