import { resultOf, transact } from './database.ts';

/** A layer and its version: what an answer was made from, what a pack holds, what is in force. */
export interface VersionName {
  readonly layerId: string;
  readonly versionId: string;
}

/** What is in force, of every kind, as the server said when it was asked last: by it everything kept here is judged. */
export interface Register {
  readonly versions: readonly VersionName[];
  /** Days for which it holds: the first, and the first on which something else will be in force (null = none known). */
  readonly inForceFrom: string;
  readonly validUntil: string | null;
  /**
   * Days between which no rule begins or ends (null = none known): the same versions say something else on others.
   * Missing on a device that asked last before servers told it.
   */
  readonly rulesFrom?: string | null;
  readonly rulesUntil?: string | null;
}

const KEY = 'inForce';

export async function noteRegister(register: Register): Promise<void> {
  await transact(['register'], 'readwrite', (transaction) => {
    transaction.objectStore('register').put(register, KEY);
  });
}

/** Null on a device that never asked. */
export async function knownRegister(): Promise<Register | null> {
  const found = await transact(['register'], 'readonly', (transaction) =>
    resultOf(transaction.objectStore('register').get(KEY) as IDBRequest<Register | undefined>),
  );
  return found ?? null;
}

/** The same versions of the same layers: one that is new, one that is gone and one that is another all count. */
export function isSameState(one: readonly VersionName[], other: readonly VersionName[]): boolean {
  const names = new Set(one.map(nameOf));
  return (
    names.size === new Set(other.map(nameOf)).size && other.every((version) => names.has(nameOf(version)))
  );
}

const nameOf = ({ layerId, versionId }: VersionName): string => `${layerId} ${versionId}`;

/**
 * Whether something else is in force than what an answer was made from.
 *
 * @param on the day that was asked for; null = whatever day it is. Of a day outside of the register's own nobody here
 * knows: what was kept of it stands.
 */
export function isOvertaken(
  versions: readonly VersionName[],
  on: string | null,
  today: string,
  register: Register | null,
): boolean {
  if (register === null) return false;
  const { inForceFrom, validUntil } = register;
  const day = on ?? today;
  if (validUntil !== null && day >= validUntil) return on === null;
  if (day < inForceFrom) return false;
  return !isSameState(versions, register.versions);
}

/** Whether a rule began or ended after the day that an answer speaks of, so that today's may be another. */
export function haveRulesChanged(asOf: string, today: string, register: Register | null): boolean {
  const { rulesFrom = null, rulesUntil = null } = register ?? {};
  return (rulesFrom !== null && asOf < rulesFrom) || (rulesUntil !== null && today >= rulesUntil);
}
