import { expect, test } from 'vitest';
import type { Release } from '#domain/release/release';
import { NO_READING, readingOf } from './reading-draft.ts';
import { aNewItem, itemsOf, newItemsOf } from './release-items.ts';

const UPLOAD = '0b0f9d1e-4c55-4a6e-9c1f-0a1b2c3d4e5f';

test('a release is ready when every line has a layer and a file, and no layer stands there twice', () => {
  const zones = { ...aNewItem('rdtr'), uploadId: UPLOAD };
  expect(newItemsOf([])).toBeNull();
  expect(newItemsOf([aNewItem('rdtr')])).toBeNull();
  expect(newItemsOf([{ ...aNewItem(''), uploadId: UPLOAD }])).toBeNull();
  expect(newItemsOf([zones, { ...aNewItem('rdtr'), uploadId: UPLOAD }])).toBeNull();
  expect(newItemsOf([zones])).toEqual([{ layerId: 'rdtr', uploadId: UPLOAD, reading: {} }]);
});

test('what a release holds stays as it is, whoever sent its file, until it is replaced or taken out', () => {
  const held = (layerId: string, versionId: string | null) =>
    ({ layerId, uploadId: UPLOAD, versionId }) as Release['items'][number];
  const release = { findings: { blocks: 1, warns: 0 }, items: [held('rdtr', 'a'), held('jalan', null)] };
  const [zones, roads] = itemsOf(release as Release);
  if (zones === undefined || roads === undefined) throw new Error('a line is missing');
  expect([zones.isUnread, roads.isUnread]).toEqual([false, true]);
  expect(newItemsOf([zones])).toEqual([{ layerId: 'rdtr', isKept: true }]);
  expect(newItemsOf([zones, { ...roads, uploadId: UPLOAD }])).toEqual([
    { layerId: 'rdtr', isKept: true },
    { layerId: 'jalan', uploadId: UPLOAD, reading: {} },
  ]);
});

test('only what was said of a file is said to the server', () => {
  expect(readingOf(NO_READING)).toEqual({});
  expect(
    readingOf({
      ...NO_READING,
      crs: ' EPSG:9490 ',
      coverage: 'kelurahan',
      kelurahan: 'Damai, Prapatan ,',
      isRepairing: true,
    }),
  ).toEqual({
    crs: 'EPSG:9490',
    coverage: { from: 'kelurahan', names: ['Damai', 'Prapatan'] },
    isRepairing: true,
  });
});
