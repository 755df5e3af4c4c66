import type { Answer } from '#domain/zoning/answer';
import { resultOf, transact } from './database.ts';
import { haveRulesChanged, isOvertaken, type Register } from './register.ts';

/** Answers kept for the time without a network; the oldest go first. */
const KEPT = 50;

/** One place, day and activity that was asked about; null = none, and of the day: the one on which it was asked. */
export interface Question {
  readonly lon: number;
  readonly lat: number;
  readonly on: string | null;
  readonly activity: string | null;
}

export interface SavedAnswer {
  readonly answer: Answer;
  /** The day that was asked for; null = the day of asking. */
  readonly on: string | null;
  /** UTC, ISO 8601. */
  readonly savedAt: string;
}

const keyOf = ({ lon, lat, on, activity }: Question): string =>
  `${lon.toFixed(5)},${lat.toFixed(5)} ${on ?? ''} ${activity ?? ''}`;

/** What a lookup's address asks; null when it is another address. */
export function questionOf(path: string): Question | null {
  const url = new URL(path, 'http://page');
  if (url.pathname !== '/api/v1/lookup') return null;
  const query = url.searchParams;
  return {
    lon: Number(query.get('lon')),
    lat: Number(query.get('lat')),
    on: query.get('on'),
    activity: query.get('activity'),
  };
}

/** Keeps an answer and lets the oldest beyond {@link KEPT} go. One of which a source failed is not kept. */
export async function keepAnswer(question: Question, answer: Answer, now: Date): Promise<void> {
  if (!answer.isComplete) return;
  const { on } = question;
  await transact(['answers'], 'readwrite', async (transaction) => {
    const store = transaction.objectStore('answers');
    store.put({ answer, on, savedAt: now.toISOString() } satisfies SavedAnswer, keyOf(question));
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

/**
 * Whether a kept answer no longer says what holds: another version is in force, a rule has begun or ended, or a source
 * that it stands on has ended since it was made.
 */
export function isOutdated({ answer, on }: SavedAnswer, today: string, register: Register | null): boolean {
  const hasEnded = answer.sources.some(
    ({ validTo }) => validTo !== null && validTo > answer.asOf && validTo <= today,
  );
  const isOfToday = on === null;
  if (isOfToday && (hasEnded || haveRulesChanged(answer.asOf, today, register))) return true;
  return isOvertaken(answer.versions, on, today, register);
}

export async function savedAnswer(question: Question): Promise<SavedAnswer | null> {
  const found = await transact(['answers'], 'readonly', (transaction) =>
    resultOf(transaction.objectStore('answers').get(keyOf(question))),
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

/** Removes every kept answer: a telephone is often shared. */
export async function deleteAnswers(): Promise<void> {
  await transact(['answers'], 'readwrite', (transaction) => {
    transaction.objectStore('answers').clear();
  });
}

/** Whether this device can answer anything without a network. */
export async function isAnythingKept(): Promise<boolean> {
  const counts = await transact(['answers', 'packs'], 'readonly', (transaction) =>
    Promise.all(
      (['answers', 'packs'] as const).map((name) => resultOf(transaction.objectStore(name).count())),
    ),
  ).catch(() => []);
  return counts.some((count) => count > 0);
}
