import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { aPack, packKey } from '../../tests/support/a-pack.ts';
import { openDatabase, resultOf, transact } from './database.ts';
import { savedPacks } from './pack-store.ts';
import { keepFile } from './save-pack.ts';

afterEach(() => vi.restoreAllMocks());

const put = (value: string) =>
  transact(['rounds'], 'readwrite', (transaction) => {
    transaction.objectStore('rounds').put(value, 'key');
  });
const get = () =>
  transact(['rounds'], 'readonly', (transaction) =>
    resultOf(transaction.objectStore('rounds').get('key') as IDBRequest<string>),
  );

test('a database that the browser closed is opened anew, whether it said so or not', async () => {
  await put('first');
  const silent = await openDatabase();
  silent.close();
  expect(await get()).toBe('first');
  const told = await openDatabase();
  told.close();
  told.onclose?.(new Event('close'));
  expect(await openDatabase()).not.toBe(told);
  await put('second');
  expect(await get()).toBe('second');
});

test.each([
  ['the device is full', 'QuotaExceededError', 'noRoom'],
  ['nothing can be kept', 'UnknownError', 'noStorage'],
])('a pack is not kept, and the reason is told by its name: %s', async (_, name, failure) => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('x', name);
  });
  expect(await keepFile(aPack(), [packKey], new Date())).toEqual({ ok: false, problem: failure });
  vi.restoreAllMocks();
  expect(await savedPacks()).toEqual([]);
});
