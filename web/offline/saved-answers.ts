import type { Answer } from '#domain/zoning/answer';
import { resultOf, transact } from './database.ts';

/** Answers kept for the time without a network; the oldest go first. */
const KEPT = 50;

export interface SavedAnswer {
  readonly answer: Answer;
  /** UTC, ISO 8601. */
  readonly savedAt: string;
  /** Something else has come into force since. */
  readonly isOutdated: boolean;
}

/** One place, day and question; the day of an address without one is the day on which it was asked. */
export function answerKey(lon: number, lat: number, on: string | null, activity: string | null): string {
  return `${lon.toFixed(5)},${lat.toFixed(5)} ${on ?? ''} ${activity ?? ''}`;
}

/** The key of a lookup's address; null when it asks something else. */
export function keyOfPath(path: string): string | null {
  const url = new URL(path, 'http://page');
  if (url.pathname !== '/api/v1/lookup') return null;
  const query = url.searchParams;
  return answerKey(
    Number(query.get('lon')),
    Number(query.get('lat')),
    query.get('on'),
    query.get('activity'),
  );
}

/** Keeps an answer and lets the oldest beyond {@link KEPT} go. One of which a source failed is not kept. */
export async function keepAnswer(key: string, answer: Answer, now: Date): Promise<void> {
  if (!answer.isComplete) return;
  await transact(['answers'], 'readwrite', async (transaction) => {
    const store = transaction.objectStore('answers');
    store.put({ answer, savedAt: now.toISOString(), isOutdated: false } satisfies SavedAnswer, key);
    const [keys, values] = await Promise.all([
      resultOf(store.getAllKeys()),
      resultOf(store.getAll() as IDBRequest<SavedAnswer[]>),
    ]);
    const byAge = keys
      .map((one, index) => ({ one, savedAt: values[index]?.savedAt ?? '' }))
      .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
    for (const { one } of byAge.slice(KEPT)) store.delete(one);
  });
}

export async function savedAnswer(key: string): Promise<SavedAnswer | null> {
  const found = await transact(['answers'], 'readonly', (transaction) =>
    resultOf(transaction.objectStore('answers').get(key)),
  );
  return (found as SavedAnswer | undefined) ?? null;
}

/** Answers for a place without a question, newest first: what a reader may open again. */
export async function savedPlaces(): Promise<SavedAnswer[]> {
  const values = await transact(['answers'], 'readonly', (transaction) =>
    resultOf(transaction.objectStore('answers').getAll() as IDBRequest<SavedAnswer[]>),
  );
  return values
    .filter(({ answer }) => answer.parts.every(({ verdict }) => verdict === null))
    .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}

/**
 * Marks answers that were made from other versions than those in force now.
 *
 * @param inForce layer → version, of the layers that the server names
 */
export async function markOutdated(inForce: ReadonlyMap<string, string>): Promise<void> {
  await transact(['answers'], 'readwrite', async (transaction) => {
    const store = transaction.objectStore('answers');
    const keys = await resultOf(store.getAllKeys());
    for (const key of keys) {
      const saved = (await resultOf(store.get(key))) as SavedAnswer;
      const own = new Map(saved.answer.versions.map(({ layerId, versionId }) => [layerId, versionId]));
      const isOutdated = [...inForce].some(([layerId, versionId]) => own.get(layerId) !== versionId);
      if (isOutdated !== saved.isOutdated) store.put({ ...saved, isOutdated }, key);
    }
  });
}

/** Removes every kept answer: a telephone is often shared. */
export async function deleteAnswers(): Promise<void> {
  await transact(['answers'], 'readwrite', (transaction) => {
    transaction.objectStore('answers').clear();
  });
}
