import { expect, test } from 'vitest';
import { forget, keyOf, remember, rememberedUploads } from './remembered.ts';

function aStorage(): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
  } as Storage;
}

const file = { name: 'rdtr.gpkg', size: 12, lastModified: 1 };
const upload = (uploadId: string, key = keyOf(file)) => ({
  key,
  uploadId,
  fileName: file.name,
  byteCount: 12,
});

test('the newest upload of a file is the one that goes on, until it has ended', () => {
  const storage = aStorage();
  remember(storage, upload('a'));
  remember(storage, upload('b'));
  remember(storage, upload('c', 'other'));
  expect(rememberedUploads(storage).map(({ uploadId }) => uploadId)).toEqual(['c', 'b']);
  forget(storage, 'b');
  expect(rememberedUploads(storage).map(({ uploadId }) => uploadId)).toEqual(['c']);
  expect(keyOf({ ...file, lastModified: 2 })).not.toBe(keyOf(file));
});

test('what cannot be read or kept is nothing', () => {
  expect(rememberedUploads({ getItem: () => '{' })).toEqual([]);
  expect(rememberedUploads({ getItem: () => '[{"key":1}]' })).toEqual([]);
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
  } as unknown as Storage;
  expect(() => remember(full, upload('a'))).not.toThrow();
});
