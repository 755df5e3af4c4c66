import { expect, test } from 'vitest';
import { NO_READING, readingOf } from './reading-draft.ts';
import { aNewItem, newItemsOf } from './release-items.ts';

const UPLOAD = '0b0f9d1e-4c55-4a6e-9c1f-0a1b2c3d4e5f';

test('a release is ready when every line has a layer and a file, and no layer stands there twice', () => {
  const zones = { ...aNewItem('rdtr'), uploadId: UPLOAD };
  expect(newItemsOf([])).toBeNull();
  expect(newItemsOf([aNewItem('rdtr')])).toBeNull();
  expect(newItemsOf([{ ...aNewItem(''), uploadId: UPLOAD }])).toBeNull();
  expect(newItemsOf([zones, { ...aNewItem('rdtr'), uploadId: UPLOAD }])).toBeNull();
  expect(newItemsOf([zones])).toEqual([{ layerId: 'rdtr', uploadId: UPLOAD, reading: {} }]);
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
