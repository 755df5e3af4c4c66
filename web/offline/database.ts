/**
 * Everything that the page keeps on this device: packs and their parts, answers, what is in force, what waits to be sent, rounds
 * on site.
 */
export const STORES = ['packs', 'parts', 'answers', 'register', 'outbox', 'rounds'] as const;
export type StoreName = (typeof STORES)[number];

const NAME = 'one-map';
const REVISION = 3;

let opened: Promise<IDBDatabase> | undefined;

/** Opens the database of this device; the stores have keys of their own (`put(value, key)`). */
export function openDatabase(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, REVISION);
    request.onupgradeneeded = () => {
      for (const name of STORES)
        if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
    };
    request.onsuccess = () => {
      // Another tab with a newer page wants to change the stores: this one makes way and opens anew.
      request.result.onversionchange = () => {
        request.result.close();
        opened = undefined;
      };
      // The browser closed it by itself: site data were cleared, or a telephone put the page to sleep.
      request.result.onclose = () => {
        opened = undefined;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** The value of one request. */
export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A transaction on the open database; one that was closed and does not say so is opened anew, once. */
async function begin(stores: StoreName[], mode: IDBTransactionMode): Promise<IDBTransaction> {
  const database = await openDatabase();
  try {
    return database.transaction(stores, mode);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
    opened = undefined;
    return (await openDatabase()).transaction(stores, mode);
  }
}

/**
 * Runs work on stores as one transaction: all of it is on the disk when this resolves, or none of it.
 * @throws DOMException `QuotaExceededError` when the device has no room
 */
export async function transact<T>(
  stores: readonly StoreName[],
  mode: IDBTransactionMode,
  work: (transaction: IDBTransaction) => Promise<T> | T,
): Promise<T> {
  const transaction = await begin(stores as StoreName[], mode);
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
  // Whatever fails first is thrown below; the other failure is the same one.
  done.catch(() => undefined);
  try {
    const result = await work(transaction);
    await done;
    return result;
  } catch (error) {
    if (transaction.error === null) {
      try {
        transaction.abort();
      } catch {
        // It had ended already.
      }
    }
    throw transaction.error ?? error;
  }
}
