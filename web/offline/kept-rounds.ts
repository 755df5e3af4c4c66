import { resultOf, transact } from './database.ts';

/** What a device keeps for a round on site, so that it opens where there is no network. */
export interface Kept<T> {
  readonly value: T;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
}

/** Longer than a tour and a weekend nobody is believed to be the one who signed in. */
const MEMBER_DAYS = 4;
const MEMBER = 'member';

/** Keeps something under a name: a round by its id, the list of one kind, or who is signed in. */
async function keep(name: string, value: unknown, now: number): Promise<void> {
  await transact(['rounds'], 'readwrite', (transaction) => {
    transaction.objectStore('rounds').put({ value, keptAt: now }, name);
  });
}
const kept = async <T>(name: string): Promise<Kept<T> | null> =>
  (await transact(['rounds'], 'readonly', (transaction) =>
    resultOf(transaction.objectStore('rounds').get(name) as IDBRequest<Kept<T> | undefined>),
  )) ?? null;

export const keepRound = (roundId: string, round: unknown, now: number): Promise<void> =>
  keep(`round ${roundId}`, round, now);
export const keptRound = <T>(roundId: string): Promise<Kept<T> | null> => kept<T>(`round ${roundId}`);
export const keepRoundList = (kind: string, list: unknown, now: number): Promise<void> =>
  keep(`list ${kind}`, list, now);
export const keptRoundList = <T>(kind: string): Promise<Kept<T> | null> => kept<T>(`list ${kind}`);

/** Who has signed in, for the time without a network; the server believes none of it. */
export const keepMember = (member: unknown, now: number): Promise<void> => keep(MEMBER, member, now);
export async function keptMember<T>(now: number): Promise<T | null> {
  const found = await kept<T>(MEMBER);
  return found === null || now - found.keptAt > MEMBER_DAYS * 86_400_000 ? null : found.value;
}

/** Nobody is signed in any more, or the device goes to somebody else: rounds and names go; what waits to be sent stays. */
export async function forgetRounds(): Promise<void> {
  await transact(['rounds'], 'readwrite', (transaction) => {
    transaction.objectStore('rounds').clear();
  });
}
