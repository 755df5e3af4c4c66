import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { aPack, packKey } from '../../../tests/support/a-pack.ts';
import { readMvt } from '../../../tests/support/read-mvt.ts';
import { answerOffline } from '../answer-offline.ts';
import { deletePack, savedPacks } from '../pack-store.ts';
import { keepFile } from '../save-pack.ts';
import { tileFromPack } from './pack-tiles.ts';

const now = new Date('2026-11-29T04:00:00Z');
const VERSION = '1000000000000002';

beforeEach(async () => {
  for (const pack of await savedPacks()) await deletePack(pack);
});

/** The tile of a zoom at a place, south of the equator. */
function tileAt(z: number, lng: number, lat: number, version = VERSION): Promise<Response | null> {
  const x = Math.floor(((lng + 180) / 360) * 2 ** z);
  const mercator = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  const y = Math.floor(((1 - mercator / Math.PI) / 2) * 2 ** z);
  return tileFromPack(`/tiles/admin/${version}/${z}/${x}/${y}.mvt`);
}

const namesIn = async (tile: Response | null): Promise<unknown[]> => {
  if (tile === null) throw new Error('no pack holds the version');
  const [layer] = readMvt(new Uint8Array(await tile.arrayBuffer()));
  return (layer?.features ?? []).map(({ tags }) => tags.name).sort();
};

test('each kelurahan is drawn from its own pack, and what lies on both from both', async () => {
  await keepFile(aPack('aaaaaaaaaaaaaaaa', {}, 'BARAT'), [packKey], now);
  await keepFile(aPack('bbbbbbbbbbbbbbbb', {}, 'TIMUR'), [packKey], now);
  expect(await namesIn(await tileAt(18, 116.802, -1.195))).toEqual(['BARAT']);
  expect(await namesIn(await tileAt(18, 116.818, -1.195))).toEqual(['TIMUR']);
  expect(await namesIn(await tileAt(9, 116.805, -1.195))).toEqual(['BARAT', 'TIMUR']);
});

test('what two packs both hold is drawn once', async () => {
  const twin = { packId: 'kelurahan-9', title: 'LAIN' };
  await keepFile(aPack('cccccccccccccccc'), [packKey], now);
  await keepFile(aPack('dddddddddddddddd', twin), [packKey], now);
  expect(await namesIn(await tileAt(9, 116.805, -1.195))).toEqual(['BARAT']);
});

test('ground that no pack holds is empty, a version that none holds is not known', async () => {
  await keepFile(aPack(), [packKey], now);
  expect((await tileAt(14, 116.9, -1.3))?.status).toBe(204);
  expect(await tileAt(14, 116.805, -1.195, 'ffffffffffffffff')).toBeNull();
});

test('the legend of several packs spans all of them', async () => {
  await keepFile(aPack('aaaaaaaaaaaaaaaa', {}, 'BARAT'), [packKey], now);
  await keepFile(aPack('bbbbbbbbbbbbbbbb', {}, 'TIMUR'), [packKey], now);
  expect(await answerOffline('/api/v1/legend', now)).toMatchObject({
    extent: [116.8, -1.2, 116.81 + 0.01, -1.19],
  });
});
