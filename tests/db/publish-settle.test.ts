import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { publishVersion } from '../../server/features/publish/index.ts';
import { type PublishedTiles, publishTwoZones } from '../support/published-tiles.ts';
import { insertZoneVersion, squareAt } from '../support/tile-versions.ts';

const disk = vi.hoisted(() => ({ refusesToRemove: false, syncedDirectories: 0 }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const actual = await importOriginal<typeof import('node:fs/promises')>();
  return {
    ...actual,
    rm: async (...args: Parameters<typeof actual.rm>) => {
      if (disk.refusesToRemove && String(args[0]).endsWith('.pending'))
        throw Object.assign(new Error('EIO'), { code: 'EIO' });
      await actual.rm(...args);
    },
    open: async (...args: Parameters<typeof actual.open>) => {
      const handle = await actual.open(...args);
      if (args[1] === 'r') disk.syncedDirectories += 1;
      return handle;
    },
  };
});

let tiles: PublishedTiles;
let next: string;
beforeAll(async () => {
  tiles = await publishTwoZones();
  next = await insertZoneVersion(tiles.deps.sql, {
    layerId: tiles.layerId,
    zones: [['RTH-2', squareAt(116.83, -1.27, 0.008)]],
  });
});
afterAll(() => tiles.remove());

const publish = (versionId: string, validFrom: string) =>
  publishVersion(tiles.deps, { layerId: tiles.layerId, versionId, validFrom, decree: 'CONTOH Nomor 2' });

it('a version whose mark cannot be taken away after the commit is in force, and is said to be', async () => {
  disk.refusesToRemove = true;
  disk.syncedDirectories = 0;
  expect(await publish(next, '2026-02-01')).toMatchObject({ ok: true });
  expect(disk.syncedDirectories).toBe(1);
  const [row] = await tiles.deps.sql<{ id: string }[]>`
    select version_id as id from version_in_force('2026-03-01') where layer_id = ${tiles.layerId}`;
  expect(row?.id).toBe(next);
  expect(await readdir(tiles.deps.tilesDirectory)).toContain(`${next}.pmtiles.pending`);
});

it('the next publication takes the mark away and keeps the archive', async () => {
  disk.refusesToRemove = false;
  expect(await publish(tiles.versionId, '2026-03-01')).toMatchObject({ ok: true });
  expect((await readdir(tiles.deps.tilesDirectory)).sort()).toEqual(
    [`${tiles.versionId}.pmtiles`, `${next}.pmtiles`].sort(),
  );
});
